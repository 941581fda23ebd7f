// Problems and the paths in them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../src/model/file/file';
import { nearest, ProblemError, readPath, writeGot, writePath } from '../src/problem';

describe('paths as text', () => {
  it('quote a key only where a planner would stumble without', () => {
    expect(writePath(['places', "Xi'an", 'tracks'])).toBe(`places."Xi'an".tracks`);
    expect(writePath(['changes', 'third-berth', 'set'])).toBe('changes.third-berth.set');
    expect(writePath(['flows', 'w', 'boxes', '22G1'])).toBe('flows.w.boxes.22G1');
    expect(writePath(['places', 'Ақтау', 'at', 0])).toBe('places.Ақтау.at.0');
    expect(writePath(['lines', 'a.b c', ''])).toBe('lines."a.b c".""');
  });

  it('are read with or without quotes where both are clear', () => {
    expect(readPath(`places."Xi'an".tracks`)).toEqual(['places', "Xi'an", 'tracks']);
    expect(readPath(`places.Xi'an.tracks`)).toEqual(['places', "Xi'an", 'tracks']);
    expect(readPath('"say \\"no\\"".x')).toEqual(['say "no"', 'x']);
  });

  it('give back exactly the keys that were written', () => {
    const key = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.constantFrom('', '.', '"', '\\', ' ', '__proto__'),
    );
    fc.assert(
      fc.property(fc.array(key, { minLength: 1 }), (keys) => {
        expect(readPath(writePath(keys))).toEqual(keys);
      }),
      { seed: 4, numRuns: 1000 },
    );
  });

  it.each([
    ['', /a key is missing at 1/],
    ['places.', /a key is missing at 8/],
    ['places..x', /a key is missing at 8/],
    ['.places', /a key is missing at 1/],
    ['places.New port.tracks', /there is " " where a dot belongs, at 11.*quote a key that has dots or spaces/],
    ['places."New port', /a quote is not closed/],
    ['places."New"port', /there is "p" where a dot belongs/],
    ['places."\\q"', /is not a quoted key/],
  ])('%j is refused with a sentence', (text, sentence) => {
    expect(() => readPath(text)).toThrow(RangeError);
    expect(() => readPath(text)).toThrow(sentence);
  });
});

describe('did you mean', () => {
  it('finds a slip of the keys, whatever the case', () => {
    expect(nearest('yrad', ['yard', 'tracks', 'cranes'])).toEqual(['yard']);
    expect(nearest('aktau', ['Alat', 'Aktau', 'Aqtau'])).toEqual(['Aktau', 'Aqtau']);
    expect(nearest('Aktow', ['Alat', 'Aktau', 'Poti'])).toEqual(['Aktau']);
    expect(nearest('berht', ['berths', 'berth'])).toEqual(['berth']);
  });

  it('stays silent where nothing is near, and names three at most', () => {
    expect(nearest('Poti', ['Aktau', 'Alat'])).toEqual([]);
    expect(nearest('x', ['y'])).toEqual([]);
    expect(nearest('port1', ['port2', 'port3', 'port4', 'port5', 'port2'])).toEqual(['port2', 'port3', 'port4']);
  });
});

describe('a problem error', () => {
  const problem = { path: 'places.Aktau.yard', got: '5', allowed: 'entries for capacity', say: '5 is not a map.' };

  it('says all problems, one a line, each with all that is known of where', () => {
    const error = new ProblemError([
      { ...problem, file: 'a.yaml', line: 3, column: 5 },
      problem,
      { ...problem, path: '' },
    ]);
    expect(error.message).toBe(
      'a.yaml:3:5: places.Aktau.yard: 5 is not a map.\nplaces.Aktau.yard: 5 is not a map.\n5 is not a map.',
    );
    expect(error.problems).toHaveLength(3);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('ProblemError');
  });
});

describe('what came', () => {
  it('is one short line, whatever it is', () => {
    const itself: unknown[] = [];
    itself.push(itself);
    expect([undefined, null, Number.NaN, 5n, 'a"b', [1, 'x'], () => 0, itself].map(writeGot)).toEqual([
      'nothing',
      'null',
      'NaN',
      '5',
      '"a\\"b"',
      '[1,"x"]',
      'something of type function',
      'something of type object',
    ]);
    expect(writeGot('x'.repeat(500))).toHaveLength(78);
  });
});

describe('letters that nobody sees', () => {
  const places = 'places: { A: { kind: hinterland, at: [1, 2] }, "B\u{FEFF}": { kind: hinterland, at: [1, 3] } }';
  const head = 'keruen: scenario@1\nid: x\ntitle: x\nstart: 2025-01-01\n';

  it('are shown in what a problem says, and its path leads there still', () => {
    const text = `${head}${places}\nflows: { "f\\u0007": { from: "B\u{200B}", to: A, demand: 1 TEU/year, boxes: { 22G1: 100 % } } }\n`;
    const { problems } = readScenario(text, 'x.yaml', { base: () => undefined });
    const [from] = problems.filter(({ path }) => path.endsWith('from'));
    expect(from).toMatchObject({ path: 'flows."f\\u0007".from', line: 6, got: 'B\\u{200B}' });
    expect(from.say).toContain('"B\\u{200B}"');
    expect(from.allowed).toContain('B\\u{FEFF}');
    for (const { say, got, allowed, path } of problems)
      expect(say + got + allowed + path).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('in a path are read back', () => {
    const key = 'a\u{FEFF}b\u{E0001}\u0000 "c"';
    expect(writePath([key])).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(readPath(writePath([key, 'd']))).toEqual([key, 'd']);
  });
});
