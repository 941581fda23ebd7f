// A path that cannot be read is a problem with its line, wherever a file holds one.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { readScenario, writeScenario } from '../../../src/model/file/file';
import { roadBorder } from '../../../src/scenarios/roadBorder';

const whole = parse(writeScenario(roadBorder));
const read = (content: object) => readScenario(stringify(content), 'odd.yaml', { base: () => undefined });
const odd = [
  'lines.Ala\uFEFFl-Urumqi.length',
  'places.Bakhty.toward.&a umqi.lanes',
  'places.a\tb',
  'places.a\rb',
  'places.a\u0000b',
  'places."a',
  'a"b',
  'places..a',
  '',
];

it.each(odd)('%j is a problem with file, line and column, in sources, ranges and changes', (key) => {
  for (const where of ['sources', 'ranges'] as const) {
    const value = where === 'sources' ? 'B001' : [1, 2];
    const { problems } = read({ ...whole, [where]: { ...whole[where], [key]: value } });
    expect(problems.length).toBeGreaterThan(0);
    expect(
      problems.every(({ file, line, column }) => file === 'odd.yaml' && (line ?? 0) > 0 && (column ?? 0) > 0),
    ).toBe(true);
  }
  const set = { changes: { ...whole.changes, odd: { set: { [key]: 1 } } } };
  const { problems } = read({ ...whole, ...set });
  expect(problems.some(({ file, line }) => file === 'odd.yaml' && (line ?? 0) > 0)).toBe(true);
});

it('never throws, whatever stands where a path belongs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (key) => {
      const { problems } = read({ ...whole, variants: {}, changes: {}, sources: { ...whole.sources, [key]: 'B001' } });
      expect(problems.length).toBeGreaterThan(0);
    }),
    { seed: 2, numRuns: 60 },
  );
});
