// What each verb promises: text for people on one stream, JSON for scripts on the other, files whole or not at all.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFile } from '../../src/cli/scenario';
import { readSettings } from '../../src/cli/settings';
import { entry, keruen, newFolder, removeFolder, writeSmall } from './session';

let folder = '';
let small = '';
beforeAll(() => {
  folder = newFolder();
  small = writeSmall(folder, 'small.json');
});
afterAll(() => removeFolder(folder));

/** Short runs in this thread. */
const quick = ['--replications', '2', '--days', '60', '--workers', '1'];
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('keruen run', () => {
  it('prints the report on standard output and nothing on standard error, exit 0', async () => {
    const { code, out, err } = await keruen(folder, ['run', small, ...quick]);
    expect(code).toBe(0);
    expect(err).toBe('');
    for (const heading of ['The way', 'Throughput', 'Transit time', 'Where the days', 'The busiest', 'How to go on'])
      expect(out).toContain(heading);
  });

  it('with --json - writes JSON and nothing else on standard output, the report on standard error', async () => {
    const { code, out, err } = await keruen(folder, ['run', small, ...quick, '--json', '-']);
    const result = JSON.parse(out);
    expect(code).toBe(0);
    expect(result).toMatchObject({ schema: 'keruen/run@1', seed: 'keruen', replications: 2 });
    expect(err).toContain('How to go on');
  });

  it('gives the same bytes twice, on standard output and in a file', async () => {
    const argv = ['run', small, ...quick, '--seed', 'twice', '--json'];
    const { out } = await keruen(folder, [...argv, '-']);
    const again = await keruen(folder, [...argv, 'twice.json']);
    expect(again.code).toBe(0);
    expect(again.out).toContain('How to go on');
    expect(read('twice.json')).toBe(out);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('hands seed, window, warm-up and settings to the run', async () => {
    const more = ['--seed', 'other', '--warm-up', '20', '--set', 'places.Aktau.tracks=3'];
    const { out } = await keruen(folder, ['run', small, ...quick, ...more, '--json', '-']);
    const result = JSON.parse(out);
    expect(result.seed).toBe('other');
    expect(result.window).toEqual({ start: '2024-01-01', end: '2024-02-29', warmUp: 20 });
    expect(result.scenario.changes).toEqual(['warmUp=20 d', 'places.Aktau.tracks=3']);
  });

  it('says whether the precision that was asked for was reached', async () => {
    const argv = ['run', small, ...quick, '--precision', '90%', '--max-replications', '3', '--json', '-'];
    const { precision } = JSON.parse((await keruen(folder, argv)).out);
    expect(precision.asked).toBe(0.9);
    expect(precision.reached).toBe(precision.worst !== null && precision.worst <= 0.9);
  });

  it('ends with 3 when everything stands still, and marks what was measured so far in text and JSON', async () => {
    // A sea that stays shut for years: ships, then trains, then boxes at the gate wait for each other.
    const shut = writeSmall(folder, 'shut.json', (file) => {
      const weather = entry(file, 'weather', 'caspian');
      const closed = Object.keys(weather.closedShare as object).map((month) => [month, '95 %']);
      Object.assign(weather, { meanSpell: '3000 d', closedShare: Object.fromEntries(closed) });
    });
    const { code, out, err } = await keruen(folder, [
      'run',
      shut,
      '--replications',
      '2',
      '--days',
      '200',
      '--workers',
      '1',
      '--json',
      '-',
    ]);
    expect(code).toBe(3);
    expect(JSON.parse(out).endedEarly).toMatch(/nothing has moved for \d+ days/);
    expect(err).toMatch(/^The run ended early: /);
    expect(err).toMatch(/\nWhat waits where\n +[\d,]+ boxes {2}\w/);
    expect(err).not.toContain('Throughput');
  });

  it('ends with 130 when it is interrupted, says so, and leaves no file behind', async () => {
    const before = readdirSync(folder);
    const interrupt = new AbortController();
    const argv = ['run', 'middle-corridor-2024', '--replications', '50', '--workers', '1', '--json', 'never.json'];
    const running = keruen(folder, argv, { signal: interrupt.signal });
    setTimeout(() => interrupt.abort(), 100);
    const { code, out, err } = await running;
    expect([code, out, err]).toEqual([130, '', 'Interrupted; nothing was written.\n']);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('refuses a file that it could not write before it looks at anything else, exit 3', async () => {
    mkdirSync(join(folder, 'taken'), { recursive: true });
    for (const [target, why] of [
      ['taken', /it is a folder/],
      ['nowhere/result.json', /its folder is not there/],
    ] as const) {
      // Had it looked at the scenario first, it would have ended with 1.
      const { code, out, err } = await keruen(folder, ['run', 'no-such-scenario', '--json', target]);
      expect(err).toMatch(why);
      expect([code, out]).toEqual([3, '']);
    }
  });

  it('replaces an older result as a whole', async () => {
    writeFileSync(join(folder, 'old.json'), 'x'.repeat(1_000_000));
    await keruen(folder, ['run', small, ...quick, '--json', './old.json']);
    expect(JSON.parse(read('old.json')).schema).toBe('keruen/run@1');
  });

  it('proposes three commands that work as pasted, with what was laid over the scenario', async () => {
    const given = ['--set', 'places."Xi\'an".tracks=3'];
    const { out } = await keruen(folder, ['run', small, ...quick, ...given]);
    const commands = out.split('\n').filter((line) => line.startsWith('    npx keruen '));
    expect(commands).toHaveLength(3);
    for (const line of commands) {
      const words = [...line.trim().matchAll(/'((?:[^']|'\\'')*)'|(\S+)/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll(`'\\''`, "'") ?? bare,
      );
      expect(words.slice(0, 2)).toEqual(['npx', 'keruen']);
      const { code, err } = await keruen(folder, [...words.slice(2), ...quick]);
      expect([line, code, err]).toEqual([line, 0, '']);
      expect(words).toContain('places."Xi\'an".tracks=3');
    }
  });
});

describe('keruen init', () => {
  it('writes a file that stands alone, is the same scenario, and gives the same run hash', async () => {
    expect((await keruen(folder, ['init', 'middle-corridor-2024'])).code).toBe(0);
    const text = read('middle-corridor-2024.yaml');
    expect(text).toMatch(
      /^# yaml-language-server: \$schema=\.\/keruen\.schema\.json\n# .*keruen schema > keruen\.schema\.json.*\n# Change the id/,
    );
    expect(text).not.toMatch(/^extends/m);
    const argv = ['--replications', '1', '--days', '20', '--warm-up', '5', '--workers', '1', '--json', '-'];
    const shipped = JSON.parse((await keruen(folder, ['run', 'middle-corridor-2024', ...argv])).out);
    const own = JSON.parse((await keruen(folder, ['run', './middle-corridor-2024.yaml', ...argv])).out);
    expect(own.runHash).toBe(shipped.runHash);
    expect(own).toEqual(shipped);
  });

  it('never overwrites without --force', async () => {
    await keruen(folder, ['init', small]);
    writeFileSync(join(folder, 'small.yaml'), '# mine\n');
    const { code, err } = await keruen(folder, ['init', small]);
    expect(code).toBe(3);
    expect(err).toMatch(/^small\.yaml is there already/);
    expect(read('small.yaml')).toBe('# mine\n');
    expect((await keruen(folder, ['init', small, '--force'])).code).toBe(0);
    expect(read('small.yaml')).toContain('keruen: scenario@1');
  });

  it('keeps the sources, and what was set', async () => {
    await keruen(folder, ['init', small, '--force', '--set', 'places.Aktau.tracks=7']);
    const { out } = await keruen(folder, ['show', './small.yaml', 'Aktau', '--json', '-']);
    const { paths } = JSON.parse(out);
    const at = (path: string) => paths.find((one: { path: string }) => one.path === path);
    expect(at('places.Aktau.yard.capacity')).toMatchObject({ value: '3000 TEU', source: 'N29' });
    expect(at('places.Aktau.tracks')).toMatchObject({ value: '7', source: 'changed' });
  });
});

describe('keruen show', () => {
  it('lists paths that --set takes back with the same hash', async () => {
    const { hash } = JSON.parse((await keruen(folder, ['check', small, '--json', '-'])).out).scenario;
    const { paths } = JSON.parse((await keruen(folder, ['show', small, '--json', '-'])).out);
    const set = paths.filter((one: { value: string }) => one.value !== '');
    expect(set.length).toBeGreaterThan(80);
    const argv = set.flatMap((one: { path: string; value: string }) => ['--set', `${one.path}=${one.value}`]);
    const again = await keruen(folder, ['check', small, ...argv, '--json', '-']);
    expect(again.err).not.toContain('problem.');
    expect(JSON.parse(again.out).scenario.hash).toBe(hash);
  });

  it('shows one place with its sources and what the facts say', async () => {
    const { out } = await keruen(folder, ['show', small, 'Aktau']);
    expect(out).toMatch(/places\.Aktau\.yard\.capacity +3000 TEU +N29 +Yard: TEU slots/);
    expect(out).toMatch(/N29 {2}Aktau yard today: 6000/);
    expect(out).not.toContain('places.Alat');
  });

  it('names each entry once where there is none of that name', async () => {
    const { err } = await keruen(folder, ['show', 'middle-corridor-2024', 'Nowhere']);
    expect(err.match(/\bCaspian\b/g)).toHaveLength(1);
  });

  it('proposes a value that can be set', async () => {
    for (const named of ['Aktau', 'feeders', 'westbound', 'Caspian']) {
      const { out } = await keruen(folder, ['show', 'middle-corridor-2024', named]);
      const [, setting] = /Set one: .* --set '?(.*?)'?\n/.exec(out) ?? [];
      expect([named, setting]).toEqual([named, expect.any(String)]);
      const { code, err } = await keruen(folder, ['check', 'middle-corridor-2024', '--set', setting]);
      expect([named, code, err]).toEqual([named, 0, '']);
    }
  });

  it('shows a whole part by its name', async () => {
    const { paths } = JSON.parse(
      (await keruen(folder, ['show', 'middle-corridor-2024', 'traffic', '--json', '-'])).out,
    );
    expect(paths.length).toBeGreaterThan(5);
    for (const { path } of paths) expect(path).toMatch(/^traffic\./);
  });

  it('names the nearest place for one that is misspelt, exit 1', async () => {
    const { code, err } = await keruen(folder, ['show', small, 'Aktua']);
    expect(code).toBe(1);
    expect(err).toContain('did you mean Aktau?');
  });
});

describe('the other verbs', () => {
  it('keruen check tells the flows with their rides', async () => {
    const { code, out } = await keruen(folder, ['check', small]);
    expect(code).toBe(0);
    expect(out).toMatch(/westbound: 8,000 TEU a year from Xi'an to Poti/);
    expect(out).toMatch(/feeder +Aktau → Alat +508 km/);
    expect(out).toMatch(/small [0-9a-f]{16}: no problems\n$/);
  });

  it('keruen check names what there is beside places, lines and flows, and nothing that there is not', async () => {
    const { out: border } = await keruen(folder, ['check', 'rail-border', '--variant', 'autumn-2024']);
    expect(border).toContain('acceptance bans: Dostyk (from Aktogay: above 40, until 15)\n');
    expect(border).toContain('calendars: acceptance stopped, shut for ten days, works on the line\n');
    expect(border).toMatch(/variants: automatic-customs, [^:]*third-crossing, today\n/);
    expect(border).toMatch(/changes on a day: [^:]*bakhty-opens \(from 2024-04-01\)/);
    expect(border).not.toMatch(/e-queues|clock zero/);
    const { out: road } = await keruen(folder, ['check', 'road-border']);
    expect(road).toMatch(/e-queues: [^:]*Nur Zholy to Urumqi \(650 slots a day\)\n/);
    expect((await keruen(folder, ['check', small])).out).not.toMatch(/acceptance bans|e-queues|calendars|clock zero/);
  });

  it('keruen check notes which services carry no flow, which is no problem', async () => {
    const spare = writeSmall(folder, 'spare.json', (file) => {
      entry(file, 'services').ferry = { ...entry(file, 'services', 'feeder'), fleet: 'ferries' };
      entry(file, 'fleets').ferries = { ...entry(file, 'fleets', 'feeders'), speed: '1 km/h' };
    });
    const { code, out } = await keruen(folder, ['check', spare]);
    expect(code).toBe(0);
    expect(out).toContain('\nnote: service ferry carries no flow; flows take the quickest way\n');
    expect((await keruen(folder, ['check', small])).out).not.toContain('note:');
  });

  it('keruen scenarios and schema offer no settings in their help', async () => {
    for (const verb of ['scenarios', 'schema']) {
      const { out } = await keruen(folder, [verb, '--help']);
      expect(out).toContain('--json');
      expect(out).not.toMatch(/--set|--warm-up|--variant/);
    }
    expect((await keruen(folder, ['check', '--help'])).out).toContain('--set');
  });

  it('keruen preview sets capacity beside demand, tightest first', async () => {
    const { rows } = JSON.parse((await keruen(folder, ['preview', small, '--json', '-'])).out);
    const { out } = await keruen(folder, ['preview', small, '--full']);
    const rooms = [...out.matchAll(/([\d.]+)×/g)].map(([, room]) => Number(room));
    expect(rooms).toHaveLength(rows.length);
    expect(rooms).toEqual([...rooms].sort((a, b) => a - b));
  });

  it('keruen preview says what formulas answer, in words and as data', async () => {
    const { formulas } = JSON.parse((await keruen(folder, ['preview', small, '--json', '-'])).out);
    const { out } = await keruen(folder, ['preview', small, '--full']);
    expect(formulas.length).toBeGreaterThan(10);
    for (const { where, why } of formulas) {
      expect(out).toContain(where);
      expect(why.length).toBeGreaterThan(0);
    }
    expect(out).toContain('\nWhat the formulas of waiting lines say, busiest first\n');
    expect(out).toContain('\nWhy a run may differ\n');
  });

  it('keruen preview follows --set', async () => {
    const demand = async (...more: string[]) => {
      const { rows } = JSON.parse((await keruen(folder, ['preview', small, ...more, '--json', '-'])).out);
      return rows.find((one: { resource: string }) => one.resource === 'quay cranes').demand;
    };
    const twice = ['--set', 'flows.westbound.demand=16 kTEU/year', '--set', 'flows.eastbound.demand=8 kTEU/year'];
    expect(await demand(...twice)).toBeCloseTo(2 * (await demand()), 6);
  });

  it('keruen scenarios lists each with its question', async () => {
    const { out } = await keruen(folder, ['scenarios']);
    expect(out).toMatch(/middle-corridor-2024 {2}How long/);
  });

  it('keruen schema prints JSON Schema and nothing else', async () => {
    const { code, out, err } = await keruen(folder, ['schema']);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out).$schema).toContain('2020-12');
  });

  it('keruen validate sets the shipped scenario beside published figures and counts those inside', async () => {
    const argv = ['validate', 'middle-corridor-2024', small, '--replications', '2', '--workers', '1'];
    const { code, out } = await keruen(folder, argv);
    const { rows } = JSON.parse((await keruen(folder, [...argv, '--json', '-'])).out);
    const counted = rows.filter((row: { counted: boolean }) => row.counted);
    const inside = counted.filter((row: { inside: boolean }) => row.inside);
    expect(code).toBe(0);
    expect(out).toMatch(
      new RegExp(
        `\\n${inside.length} of ${counted.length} counted rows? inside\\.\\nNo published figures are known for small\\.\\n$`,
      ),
    );
    for (const { id } of rows) expect(out).toContain(id);
  });

  it('every verb has help with examples, exit 0', async () => {
    const { out } = await keruen(folder, ['--help']);
    const verbs = [...out.matchAll(/^ {2}([a-z]+) (?:\[|<)/gm)]
      .map(([, verb]) => verb)
      .filter((verb) => verb !== 'help');
    const decide = ['compare', 'capacity', 'prices'];
    expect(verbs).toEqual(['run', 'check', 'show', 'preview', 'scenarios', 'schema', 'init', 'validate', ...decide]);
    for (const verb of verbs) {
      const { code, out: help } = await keruen(folder, [verb, '--help']);
      expect([verb, code]).toEqual([verb, 0]);
      expect(help).toContain(`Examples:\n  keruen ${verb}`);
    }
  });
});

describe('what is typed', () => {
  it('is a file when it ends like one or has a folder in it', () => {
    for (const file of ['a.yaml', 'a.YML', 'a.json', './a', 'a/b', 'a\\b'])
      expect([file, isFile(file)]).toEqual([file, true]);
    for (const id of ['middle-corridor-2024', 'a.b', 'yaml']) expect([id, isFile(id)]).toEqual([id, false]);
  });

  it('is read as it would stand in a file', () => {
    const typed = [
      'a.count=3',
      'a.takes=30 min',
      'a."x=y".share=20 %',
      'b.gone=null',
      'c.between=[A, B]',
      'd.takes={ law: exponential, mean: 2 h }',
      'start=2024-01-01',
    ];
    expect(readSettings(typed)).toEqual({
      'a.count': 3,
      'a.takes': '30 min',
      'a."x=y".share': '20 %',
      'b.gone': null,
      'c.between': ['A', 'B'],
      'd.takes': { law: 'exponential', mean: '2 h' },
      start: '2024-01-01',
    });
  });

  it('is text where it is no YAML, so that the schema says what is wrong', () => {
    expect(readSettings(['a.b=[1, 2'])).toEqual({ 'a.b': '[1, 2' });
  });
});
