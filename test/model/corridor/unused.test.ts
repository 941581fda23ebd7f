// What can have no effect is named, and has none: without it the run is the same.
import { describe, expect, it } from 'vitest';
import type { Corridor } from '../../../src/model/change/define';
import { unusedEntries } from '../../../src/model/corridor/routes/unused';
import { setPath } from '../../../src/model/corridor/tree/path';
import { readScenario } from '../../../src/model/file/file';
import { replicate } from '../../../src/model/replicate';
import { writePath } from '../../../src/problem';
import { scenarios } from '../../../src/scenarios';

const text = `
keruen: scenario@1
id: idle
title: Much that does nothing
start: 2025-01-01
warmUp: 0 d
places:
  A: { kind: hinterland, at: [43, 77] }
  B: { kind: hinterland, at: [50, 57] }
  C: { kind: hinterland, at: [51, 57] }
lines:
  way: { between: [A, B], mode: rail, length: 480 km, speed: 40 km/h, longest: 700 m, heaviest: 2000 t }
  idle: { between: [A, C], mode: rail, length: 480 km, speed: 40 km/h }
  lane: { between: [A, B], mode: road, length: 400 km, speed: 60 km/h }
services: { train: { on: way, fleet: sets, leaves: { full: true, longestWait: 1 d } } }
fleets: { sets: { count: 4, carries: 100 TEU } }
flows: { out: { from: A, to: B, demand: 9 kTEU/year, boxes: { 22G1: 100 % }, lot: 0 TEU } }
calendars: { day: { timeZone: UTC, hours: { daily: "08:00-20:00" } } }
`;
const read = (more = '') => {
  const { corridor, problems } = readScenario(text + more, 'idle.yaml', { base: () => undefined });
  expect(problems).toEqual([]);
  return (corridor as Corridor).data;
};
const paths = (data: ReturnType<typeof read>) => unusedEntries(data).map(({ path }) => writePath(path));

describe('entries that can have no effect', () => {
  it('are named, and a run is the same without any of them', () => {
    const data = read();
    expect(paths(data)).toEqual([
      'lines.idle',
      'lines.lane',
      'lines.way.longest',
      'lines.way.heaviest',
      'flows.out.lot',
      'calendars.day',
    ]);
    const options = { seed: 'idle', replication: 0, days: 30 };
    const { hash } = replicate(data, options);
    for (const { path } of unusedEntries(data)) {
      const without = setPath(data, path, null) as typeof data;
      expect({ path, hash: replicate(without, options).hash }).toEqual({ path, hash });
    }
  });

  it('are not named where a change that is offered gives them one', () => {
    const change = 'changes: { weigh: { set: { flows.out.tonnes: 12 t, places.A.calendar: day } } }\n';
    const named = paths(read(change.replace(', places.A.calendar: day', '')));
    expect(named).not.toContain('lines.way.heaviest');
    expect(named).toContain('lines.way.longest');
  });

  it.each(scenarios.map(({ id, corridor }) => ({ id, corridor })))('are none by mistake in $id', ({ corridor }) => {
    const options = { seed: 'idle', replication: 0, days: 3 };
    const data = { ...corridor.data, warmUp: 0 as typeof corridor.data.warmUp };
    const { hash } = replicate(data, options);
    for (const { path } of unusedEntries(data))
      expect(replicate(setPath(data, path, null) as typeof data, options).hash).toBe(hash);
  });
});
