// A run that is stopped and copied: how far it goes, where its copy may be put back, and where not.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { build } from 'tsup';
import { describe, expect, it } from 'vitest';
import { Snapshot } from '../../../src/kernel';
import { corridor } from '../../../src/model/change/define';
import { Run, replicate } from '../../../src/model/replicate';
import { DAY } from '../../../src/model/time/clock';
import { middleCorridor2024 } from '../../../src/scenarios/middleCorridor2024';
import { small } from '../small';

const { data } = corridor(small);
const options = { seed: 'keruen', replication: 0, days: 60 };

/** The program of the other process, built beside the worker's: Node 20 runs no TypeScript. */
const otherProcess = (async (): Promise<string> => {
  const path = (name: string) => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
  const outDir = path('node_modules/.cache/keruen');
  await build({
    config: false,
    silent: true,
    entry: { goOn: path('test/model/goOn.ts') },
    outDir,
    outExtension: () => ({ js: '.mjs' }),
    format: 'esm',
    platform: 'node',
    target: 'node20',
    noExternal: ['mathjs'],
  });
  return `${outDir}/goOn.mjs`;
})();

describe('a run in pieces', () => {
  it('is the same run, wherever it is stopped', () => {
    const whole = replicate(data, options);
    const run = new Run(data, options);
    const { windowStart, windowEnd, last } = run.world.clock;
    // The very seconds at which parts of a run meet, twice too, and some between.
    const stops = [0, 1, 9 * DAY, windowStart - 1, windowStart, windowStart, windowEnd, windowEnd + 1, last, last];
    for (const second of stops) if (second >= run.world.sim.now) run.until(second);
    expect(run.finish()).toEqual(whole);
    expect(run.finish()).toEqual(whole);
  });

  it('goes to the midnight of a day that is named, and no further', () => {
    const run = new Run(data, options);
    run.until('2024-01-11');
    // The window begins with 2024.
    expect(run.world.sim.now).toBe(run.world.clock.windowStart + 10 * DAY);
  });

  it('only goes forward, to a second or a day', () => {
    const run = new Run(data, options);
    run.until(DAY);
    expect(() => run.until(DAY - 1)).toThrow(`${DAY - 1} is second ${DAY - 1}, the clock is at ${DAY}`);
    expect(() => run.until(Number.NaN)).toThrow('a run only goes forward');
    expect(() => run.until('2023-12-02')).toThrow('2023-12-02 is second 0, the clock is at 86400');
    expect(() => run.until('2024-02-30')).toThrow('"2024-02-30" is no day; write it as 2024-07-01');
    expect(run.world.sim.now).toBe(DAY);
  });
});

describe('a copy of a run', () => {
  const run = new Run(data, options);
  run.until(run.world.clock.windowStart);
  const copy = run.save();

  it('is refused by a run of another corridor, window, seed or replication, and the sentence says which', () => {
    const berth = corridor(small).with({ set: { places: { Aktau: { berths: { container: { count: 3 } } } } } }).data;
    for (const [other, sentence] of [
      [
        new Run(berth, options),
        /made with the corridor "small" \((\w+)\), .* but here is the corridor "small" \((?!\1)/,
      ],
      [new Run(data, { ...options, seed: 'other' }), /made with .*, seed "keruen",.*but here is .*, seed "other",/],
      [new Run(data, { ...options, replication: 1 }), /made with .*, replication 0,.*but here is .*, replication 1,/],
      [new Run(data, { ...options, days: 61 }), /window 2024-01-01 to 2024-02-29,.*window 2024-01-01 to 2024-03-01,/],
    ] as const) {
      expect(() => other.restore(copy)).toThrow(sentence);
      expect(other.world.sim.now).toBe(0);
    }
  });

  it('may be put back where only titles are others', () => {
    const titled = new Run({ ...data, title: 'Another title' }, options);
    titled.restore(copy);
    expect(titled.finish().hash).toBe(replicate(data, options).hash);
  });

  it.each([
    ['the small corridor', data],
    ['the Middle Corridor', middleCorridor2024.data],
  ])('is gone on with in another process, bit for bit: %s', async (_, which) => {
    const here = new Run(which, options);
    here.until('2024-01-20');
    const bytes = here.save().toBytes();
    const input = serialize({ data: which, options, bytes });
    const { stdout, stderr } = spawnSync(process.execPath, [await otherProcess], { input, encoding: 'utf8' });
    expect(stderr).toBe('');
    const { pid, ...there } = JSON.parse(stdout);
    const { hash, events, inside } = replicate(which, options);
    expect(there).toEqual({ hash, events, inside });
    expect(pid).not.toBe(process.pid);
    // Here, the way by bytes leads to the same place as well.
    here.restore(Snapshot.fromBytes(bytes));
    expect(here.finish().hash).toBe(hash);
  });
});
