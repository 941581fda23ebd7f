// Known truth: block trains over a gauge change, worked out by hand to the second, beside trains that are made up anew.
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/model/checks/check';
import type { CorridorData, ServiceSpec } from '../../../src/model/corridor/corridor';
import { unusedNotes } from '../../../src/model/corridor/routes/unused';
import type { RailBorderSpec } from '../../../src/model/places/railBorder/spec';
import { writePath } from '../../../src/problem';
import { days, hours, km, kmPerHour, movesPerHour, percent, seconds, teu, teuPerYear } from '../../../src/units';
import { noteStages, worldOf } from '../corridors/handCorridor';

const HOUR = 3600;

/**
 * East – plain (1435) – Gate – steppe (1520) – West, 900 s each. Trains of plain bring four boxes of 1 TEU. A lift takes 300 s,
 * shunting 600 s; two tracks of each gauge, one crane.
 */
function corridorOf(
  room: number,
  service: Partial<ServiceSpec> = {},
  border: Partial<RailBorderSpec> = {},
): CorridorData {
  const line = { mode: 'rail', length: km(10), speed: kmPerHour(40) } as const;
  const gaugeChange = {
    tracks: { 1435: 2, 1520: 2 },
    cranes: 1,
    rate: movesPerHour(12),
    buffer: teu(20),
    shunting: seconds(600),
  };
  const leaves = { full: true, longestWait: days(2) };
  const boxes = { '22G1': percent(100) };
  return {
    keruen: 'scenario@1',
    id: 'block-trains',
    title: 'Block trains over a gauge change',
    start: '2025-01-01',
    timeZone: 'UTC',
    warmUp: days(0),
    places: {
      East: { kind: 'hinterland', at: [45, 83] },
      Gate: { kind: 'rail border', at: [45, 82], controls: {}, gaugeChange, ...border },
      West: { kind: 'hinterland', at: [45, 81] },
    },
    lines: {
      plain: { ...line, gauge: 1435, between: ['East', 'Gate'] },
      steppe: { ...line, gauge: 1520, between: ['Gate', 'West'] },
    },
    services: {
      block: { on: 'plain', fleet: 'blocks', leaves, ...service },
      long: { on: 'steppe', fleet: 'longs', leaves },
    },
    fleets: { blocks: { count: 8, carries: teu(4) }, longs: { count: 16, carries: teu(room) } },
    flows: {
      plain: { from: 'East', to: 'West', demand: teuPerYear(1), boxes },
      red: { from: 'East', to: 'West', demand: teuPerYear(1), boxes },
    },
  };
}

const together = { staysTogether: true };

/** When boxes leave Gate, by box: four come with each train, at these seconds; of the first train so many are of flow `red`. */
function leaveGate(data: CorridorData, trains: readonly number[], red = 0): Record<string, number> {
  const world = worldOf(data, 60);
  const stages = noteStages(world);
  for (const [i, second] of trains.entries())
    for (let n = 0; n < 4; n++) world.boxAt(i === 0 && n < red ? 'red' : 'plain', second, '22G1');
  const named = /^departs Gate (\d+)$/;
  const left: Record<string, number> = {};
  for (let day = 1; day <= 10; day++) {
    world.sim.run({ until: day * 24 * HOUR });
    world.audit();
  }
  for (const [box, all] of stages) {
    const found = all.map((stage) => named.exec(stage)?.[1]).find((second) => second !== undefined);
    if (found !== undefined && Number(box.slice(1)) <= 4 * trains.length) left[box] = Number(found);
  }
  return left;
}

const numbered = (from: number, to: number, second: number) =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, i) => [`p${from + i}`, second]));

describe('a block train', () => {
  it('goes on once its four boxes are over, where a train that is made up waits for two more', () => {
    // Gate 900; both trains in 1500; boxes over 1800, 2100, 2400, 2700; out 3300. The second three hours later.
    const trains = [0, 3 * HOUR];
    expect(leaveGate(corridorOf(6, together), trains)).toEqual({
      ...numbered(1, 4, 3300),
      ...numbered(5, 8, 3300 + 3 * HOUR),
    });
    // Room for six: of the second train two come over 12,600 and 12,900; out 13,500. Its others wait for two days from when
    // they would be over: to the buffer 13,200 and 13,500, since the next set comes in 600 s after 12,900.
    const madeUp = leaveGate(corridorOf(6), trains);
    expect(madeUp).toMatchObject({ ...numbered(1, 6, 13_500) });
    expect(madeUp.p7).toBeGreaterThan(2 * 24 * HOUR);
  });

  it('and another at the same time have a set each', () => {
    // One crane: it works on the train that came first, then on the other. 1500 + 4 · 300 = 2700, and 3900.
    const data = corridorOf(6, together);
    const { gaugeChange, ...gate } = data.places.Gate as RailBorderSpec;
    // Three tracks, since trains with boxes leave one free.
    const three = { ...gaugeChange, tracks: { 1435: 3, 1520: 3 } } as RailBorderSpec['gaugeChange'];
    const places = { ...data.places, Gate: { ...gate, gaugeChange: three } } as CorridorData['places'];
    expect(leaveGate({ ...data, places }, [0, 0])).toEqual({ ...numbered(1, 4, 3300), ...numbered(5, 8, 4500) });
  });

  it('that is longer than a set goes on in two', () => {
    // Three boxes over 1800, 2100, 2400: full, out 3000. Another set is called 2400 and in 3000; the fourth box is in the buffer
    // 2700, on the set 3300, out 3900.
    expect(leaveGate(corridorOf(3, together), [0])).toEqual({ ...numbered(1, 3, 3000), p4: 3900 });
  });

  const channels = (more: object) => ({
    channels: {
      green: { share: percent(100), takes: seconds(0), shareOf: { red: percent(0) } },
      red: { share: percent(0), takes: hours(5), shareOf: { red: percent(100) }, ...more },
    },
  });

  it('waits for a box of its own that customs holds', () => {
    // r1 to the buffer 1800; the others over 2100, 2400, 2700. Released 900 + 18,000 = 18,900; on 19,200; out 19,800.
    expect(leaveGate(corridorOf(6, together, channels({})), [0], 1)).toEqual({ r1: 19_800, ...numbered(1, 3, 19_800) });
  });

  it('leaves behind what customs takes off, which goes with the next that has room', () => {
    const border = channels({ leftBehind: true });
    // The first is out as above. r1 waits from 18,900 on. The second train 36,900; both in 37,500; the set has r1 to load from
    // the buffer, and the crane works first on the train that came first to it.
    const left = leaveGate(corridorOf(6, together, border), [0, 10 * HOUR], 1);
    expect(left).toMatchObject(numbered(1, 3, 3300));
    expect(left.r1).toBe(left.p4);
    expect(numbered(4, 7, left.p4)).toMatchObject({ p5: left.p5, p6: left.p6, p7: left.p7 });
    // Five lifts of 300 s from 37,500 on, then out.
    expect(left.p4).toBe(37_500 + 5 * 300 + 600);
    // Where the next has no room, when it has waited longest: 2 d after 18,900 the set is called, in 192,300, on 192,600.
    const full = leaveGate(corridorOf(4, together, border), [0, 10 * HOUR], 1);
    expect(full.p4).toBe(37_500 + 4 * 300 + 600);
    expect(full.r1).toBe(18_900 + 2 * 24 * HOUR + 600 + 300 + 600);
  });
});

describe('loads that stay together', () => {
  const found = (services: CorridorData['services']) =>
    check({ ...corridorOf(6), services })
      .map(({ path, allowed, say }) => `${writePath(path)} | ${allowed} | ${say}`)
      .join('\n');
  const { block, long } = corridorOf(6, together).services;

  it('are taken where a gauge change parts them', () => {
    expect(found({ block, long })).toBe('');
  });

  it('are refused where nothing could part them', () => {
    expect(found({ block: { ...block, staysTogether: false }, long: { ...long, staysTogether: true } })).toMatch(
      /^services.long.staysTogether \| nothing, without a gauge change on the way \| No box/,
    );
  });

  it('are refused where the next leaves by the clock', () => {
    const every = { ...long, leaves: { full: true, every: hours(12) } };
    expect(found({ block, long: every })).toMatch(
      /^services.block.staysTogether \| nothing, where "long" leaves by the clock/,
    );
  });

  it('are refused where the next takes boxes of other trains that do not', () => {
    const data = corridorOf(6, together);
    const other: CorridorData = {
      ...data,
      places: { ...data.places, North: { kind: 'hinterland', at: [46, 83] } },
      lines: { ...data.lines, hills: { ...data.lines.plain, between: ['North', 'Gate'] } },
      services: { ...data.services, mixed: { ...block, on: 'hills', fleet: 'more', staysTogether: false } },
      fleets: { ...data.fleets, more: data.fleets.blocks },
      flows: { ...data.flows, north: { ...data.flows.plain, from: 'North' } },
    };
    expect(check(other).map(({ path, allowed }) => `${writePath(path)} | ${allowed}`)).toEqual([
      'services.block.staysTogether | the same as of "mixed"',
    ]);
  });
});

describe('boxes left behind', () => {
  it('are noted where no load stays together', () => {
    const channels = { red: { share: percent(100), takes: seconds(60), leftBehind: true } };
    expect(unusedNotes(corridorOf(4, {}, { channels }))).toEqual([
      'places.Gate.channels.red.leftBehind: leftBehind of channel red at Gate does nothing: no service says that its loads stay together (staysTogether)',
    ]);
    expect(unusedNotes(corridorOf(4, { staysTogether: true }, { channels }))).toEqual([]);
  });
});

describe('a load that stays together', () => {
  it('is not blamed where boxes find no way at all', () => {
    const data = corridorOf(4, { staysTogether: true });
    const flows = Object.entries(data.flows).map(([id, flow]) => [id, { ...flow, demand: teuPerYear(100) }]);
    const broken = { ...data, flows: Object.fromEntries(flows), services: { block: data.services.block } };
    const paths = check(broken).map(({ path }) => path.join('.'));
    expect(paths.some((path) => path.startsWith('flows.'))).toBe(true);
    expect(paths.filter((path) => path.includes('staysTogether'))).toEqual([]);
  });
});
