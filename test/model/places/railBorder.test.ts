// A rail border: controls side by side and by shift, hours, trains handed over a day, the acceptance ban, channels by flow.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { check } from '../../../src/model/checks/check';
import { CompiledCorridor } from '../../../src/model/compile';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import type { Later } from '../../../src/model/corridor/phases';
import { setPath } from '../../../src/model/corridor/tree/path';
import { previewOf } from '../../../src/model/places/registry';
import { Traffic } from '../../../src/model/preview/preview';
import { Clock } from '../../../src/model/time/clock';
import { readPath, writePath } from '../../../src/problem';
import { hours, pathsPerDay, percent } from '../../../src/units';
import { borderCorridor, everyDay, TO_GATE } from '../../known/corridors/borderCorridor';
import { noteLedgers, noteStages, worldOf } from '../../known/corridors/handCorridor';
import { differences, everyNumber } from '../../laws/networks/everyNumber';
import { small } from '../small';

const HOUR = 3600;
const DAY = 86_400;
type Border = Parameters<typeof borderCorridor>[0];
type More = Parameters<typeof borderCorridor>[1];

/** Trains that come to the border at these seconds, from the east unless said; what each box's time was booked to at Gate. */
function booked(border: Border, seconds: readonly number[], more: More = {}, flow = 'westbound', later: Later[] = []) {
  const data = borderCorridor(border, more);
  const world = new CompiledCorridor(data, new Clock(data.start, data.warmUp, 60), 'keruen', 0, undefined, later);
  const ledgers = noteLedgers(world);
  const stages = noteStages(world);
  for (const second of seconds) world.boxAt(flow, second - TO_GATE, '22G1');
  world.sim.run();
  expect(world.boxes.inside).toBe(0);
  world.audit();
  const ends = seconds.map((_, i) =>
    Object.fromEntries(
      Object.entries(ledgers.get(`${flow[0]}${i + 1}`) ?? {})
        .filter(([name]) => name.endsWith('@Gate'))
        .map(([name, s]) => [name.slice(0, -' @Gate'.length), s / HOUR]),
    ),
  );
  return { world, ends, stages };
}

describe('controls', () => {
  it('of one step are side by side, and the next step begins when all are over', () => {
    const controls = {
      customs: { takes: hours(1), step: 2 },
      papers: { takes: hours(2), step: 1 },
      seals: { takes: hours(5), step: 1 },
      // Without a step: last, whatever its id.
      brakes: { takes: hours(0.5) },
    };
    const { ends } = booked({ controls }, [DAY]);
    // Seals go on for three hours after papers, to which the time side by side is booked, as the first in order of ids.
    expect(ends).toEqual([{ papers: 2, seals: 3, customs: 1, brakes: 0.5 }]);
  });

  it('book a wait side by side to the first in order that is not over', () => {
    const calendars = { day: everyDay('08:00-20:00') };
    const controls = {
      papers: { takes: hours(2), step: 1, calendar: 'day' },
      seals: { takes: hours(5), step: 1, teams: 1 },
    };
    // Both at 06:00. Seals of the first are over at 11:00, of the second at 16:00; papers of both from 08:00 to 10:00.
    const { ends } = booked({ controls }, [DAY + 6 * HOUR, DAY + 6 * HOUR], { calendars });
    expect(ends).toEqual([
      { 'waiting for papers to open': 2, papers: 2, seals: 1 },
      { 'waiting for papers to open': 2, papers: 2, 'waiting for seals': 1, seals: 5 },
    ]);
  });

  it('stop at the whistle and go on at the next opening, with the team that began', () => {
    const calendars = { day: everyDay('09:00-18:00') };
    const controls = { papers: { takes: hours(8), calendar: 'day', teams: 1 } };
    const { world, ends } = booked({ controls }, [DAY + 14 * HOUR, DAY + 15 * HOUR], { calendars });
    expect(ends).toEqual([
      { papers: 8, 'waiting for papers to open': 15 },
      // 15:00–18:00 and 09:00–13:00 for the team, then 13:00–18:00 and 09:00–12:00 the next day; two nights.
      { 'waiting for papers': 7, papers: 8, 'waiting for papers to open': 30 },
    ]);
    // 16 team hours of work, in the 9 open hours of each day that the run has seen.
    const open = world.hours('day').between(0, world.sim.now) / HOUR;
    const use = world.measures().find(({ measure, of }) => measure === 'use' && of.resource === 'papers teams');
    expect(use?.value).toBeCloseTo(16 / open, 12);
  });

  it('have teams by shift; one that has begun a train finishes it', () => {
    const calendars = { day: everyDay('08:00-20:00'), always: everyDay('00:00-24:00') };
    const controls = { papers: { takes: hours(6), teams: { always: 1, day: 2 } } };
    const at = [10, 10, 10, 10].map((hour) => DAY + hour * HOUR);
    const { ends } = booked({ controls }, [...at, DAY + 18 * HOUR], { calendars });
    // Three teams at 10:00; the fourth begins at 16:00, and the fifth at 18:00: both work until after the shift, beside nobody.
    expect(ends.map((end) => end['waiting for papers'] ?? 0)).toEqual([0, 0, 0, 6, 0]);
    // By night one team: of two that come at 21:00 the second begins at 03:00.
    const night = booked({ controls }, [DAY + 21 * HOUR, DAY + 21 * HOUR], { calendars });
    expect(night.ends.map((end) => end['waiting for papers'] ?? 0)).toEqual([0, 6]);
    // And where it comes at 04:00 behind one of 03:00, the morning shift frees it at 08:00.
    const morning = booked({ controls }, [DAY + 3 * HOUR, DAY + 4 * HOUR], { calendars });
    expect(morning.ends.map((end) => end['waiting for papers'] ?? 0)).toEqual([0, 4]);
  });

  it('let empty trains pass', () => {
    // One set: it comes back empty for each box, past a control of 40 days.
    const controls = { papers: { takes: hours(960), trainsFrom: 'West' } };
    const border = { controls, handedOver: { West: pathsPerDay(1) } };
    const { world } = booked(border, [DAY, DAY, DAY, DAY], { trains: 1 });
    // Neither do they count among the trains that are handed over: three come back in one day.
    expect(world.sim.now).toBeLessThan(2 * DAY);
  });
});

describe('the hours of a border', () => {
  it('are those of its own clocks, and nobody comes in while it is shut, the empty neither', () => {
    const calendars = { china: { timeZone: 'Asia/Shanghai', hours: { daily: '09:00-18:00' } } };
    // Open from 01:00 to 10:00 by the scenario's clocks.
    const { ends } = booked({ calendar: 'china' }, [DAY, DAY + HOUR, DAY + 10 * HOUR - 1, DAY + 10 * HOUR], {
      calendars,
    });
    expect(ends.map((end) => end['waiting for the border to open'] ?? 0)).toEqual([1, 0, 0, 15]);
    // One set: it gets through at 09:59, comes back empty at 10:29 when the border is shut, and stands there until 01:00.
    const last = DAY + 10 * HOUR - 60;
    const { stages } = booked({ calendar: 'china' }, [last, last], { calendars, trains: 1 });
    expect(stages.get('w2')?.[1]).toBe(`loaded East ${2 * DAY + HOUR + TO_GATE}`);
  });
});

describe('the clock of a border', () => {
  it('is looked at for the first of all that somebody waits for, whoever came first', () => {
    const calendars = { day: everyDay('08:00-20:00') };
    const controls = { papers: { takes: hours(1), calendar: 'day', trainsFrom: 'West' } };
    const data = borderCorridor({ controls, handedOver: { East: pathsPerDay(1) } }, { calendars });
    const world = worldOf(data, 60);
    const ledgers = noteLedgers(world);
    // The second from the east waits for midnight when one from the west comes, whose control opens at 08:00.
    for (const flow of ['westbound', 'westbound', 'eastbound'])
      world.boxAt(flow, DAY + (flow === 'westbound' ? 1 : 2) * HOUR - TO_GATE, '22G1');
    world.sim.run();
    expect(ledgers.get('e1')).toMatchObject({ 'waiting for papers to open @Gate': 6 * HOUR, 'papers @Gate': HOUR });
    expect(ledgers.get('w2')).toMatchObject({ 'waiting to be handed over @Gate': 23 * HOUR });
  });
});

describe('trains handed over', () => {
  it('are counted by the days of the border, by neighbour, first come first', () => {
    const calendars = { china: { timeZone: 'Asia/Shanghai', hours: { daily: '00:00-24:00' } } };
    const border = { calendar: 'china', handedOver: { East: pathsPerDay(2) } };
    const at = [0, 1, 2, 3, 4].map((hour) => DAY + hour * HOUR);
    const { ends } = booked(border, at, { calendars });
    // Midnight in China is 16:00 by the scenario's clocks.
    expect(ends.map((end) => end['waiting to be handed over'] ?? 0)).toEqual([0, 0, 14, 13, 36]);
    expect(booked(border, at, { calendars }, 'eastbound').ends).toEqual([{}, {}, {}, {}, {}]);
  });

  it('are two and three in turn where it is two and a half a day', () => {
    const border = { handedOver: { East: pathsPerDay(2.5) } };
    const { ends } = booked(
      border,
      Array.from({ length: 11 }, () => DAY),
    );
    const days = ends.map((end) => (end['waiting to be handed over'] ?? 0) / 24);
    // Days are counted from the one before clock zero.
    expect(days).toEqual([0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4]);
  });

  it('change with the corridor: from a day on more are taken over, and controls are quicker', () => {
    const before = { handedOver: { East: pathsPerDay(1) }, controls: { papers: { takes: hours(3), teams: 1 } } };
    const after = { handedOver: { East: pathsPerDay(4) }, controls: { papers: { takes: hours(1), teams: 2 } } };
    const later = [{ from: '2025-01-04', data: borderCorridor(after) }];
    const { ends } = booked(before, [DAY, DAY, DAY, DAY, DAY, DAY], {}, 'westbound', later);
    expect(ends).toEqual([
      { papers: 3 },
      { papers: 3, 'waiting to be handed over': 24 },
      { papers: 1, 'waiting to be handed over': 48 },
      { papers: 1, 'waiting to be handed over': 48 },
      { papers: 1, 'waiting to be handed over': 48, 'waiting for papers': 1 },
      { papers: 1, 'waiting to be handed over': 48, 'waiting for papers': 1 },
    ]);
  });
});

describe('a dated change', () => {
  it('opens a border that was shut, and who waits comes in at once', () => {
    const calendars = { never: everyDay('closed'), always: everyDay('00:00-24:00') };
    const later = [{ from: '2025-01-03', data: borderCorridor({ calendar: 'always' }, { calendars }) }];
    const { ends } = booked({ calendar: 'never' }, [DAY + 6 * HOUR], { calendars }, 'westbound', later);
    expect(ends).toEqual([{ 'waiting for the border to open': 18 }]);
  });

  it('ends a control: who is at it is done, who stands in line before it goes on to the next', () => {
    const seals = { takes: hours(1) };
    const later = [{ from: '2025-01-03', data: borderCorridor({ controls: { seals } }) }];
    const before = { controls: { papers: { takes: hours(10), teams: 1 }, seals } };
    const at = [DAY + 20 * HOUR, DAY + 21 * HOUR];
    expect(booked(before, at, {}, 'westbound', later).ends).toEqual([
      { papers: 10, seals: 1 },
      { 'waiting for papers': 3, seals: 1 },
    ]);
  });

  it('leaves a train that has begun with the hours, and the team, with which it began', () => {
    const calendars = { day: everyDay('08:00-20:00'), night: everyDay('20:00-08:00') };
    const control = (calendar: string) => ({ controls: { papers: { takes: hours(20), calendar } } });
    const later = [{ from: '2025-01-03', data: borderCorridor(control('night'), { calendars }) }];
    const at = [DAY + 10 * HOUR, 2 * DAY + 10 * HOUR];
    const { ends } = booked(control('day'), at, { calendars }, 'westbound', later);
    // 10:00–20:00 and 08:00–18:00; then 20:00–08:00 and 20:00–04:00.
    expect(ends).toEqual([
      { papers: 20, 'waiting for papers to open': 12 },
      { papers: 20, 'waiting for papers to open': 22 },
    ]);
  });
});

describe('the expected wait', () => {
  it('is that of the trains there, by what is handed over a day, and infinite while the border is shut', () => {
    const calendars = { day: everyDay('08:00-20:00') };
    const data = borderCorridor({ calendar: 'day', handedOver: { East: pathsPerDay(4) } }, { calendars });
    const world = worldOf(data, 60);
    for (let i = 0; i < 7; i++) world.boxAt('westbound', 10 * HOUR - TO_GATE, '22G1');
    const [east, gate, west] = ['East', 'Gate', 'West'].map((id) => world.placeNumber(id));
    const wait = (from: number, to: number) => world.places[gate].expectedWait?.(from, to);
    expect(wait(east, west)).toBe(Number.POSITIVE_INFINITY);
    world.sim.run({ until: 9 * HOUR });
    expect(wait(east, west)).toBe(0);
    world.sim.run({ until: 11 * HOUR });
    expect(wait(east, west)).toBe((3 * DAY) / 4);
    expect(wait(west, east)).toBe(0);
  });
});

/** Two trains a day get through; the ban begins when a fourth waits and ends when only one does. */
const banned = (): CorridorData =>
  borderCorridor({ handedOver: { East: pathsPerDay(2) }, ban: { East: { above: 3, until: 2 } } });

describe('the acceptance ban', () => {
  it('holds boxes at their origin from the train too many until few enough wait; then they go on in their order', () => {
    const world = worldOf(banned(), 60);
    const ledgers = noteLedgers(world);
    const stages = noteStages(world);
    // Six at once: two get through, four wait: a ban. Two boxes that come later in the day are held, one the other way is not.
    for (let i = 0; i < 6; i++) world.boxAt('westbound', DAY, '22G1');
    for (const hour of [2, 3]) world.boxAt('westbound', DAY + hour * HOUR, '22G1');
    world.boxAt('eastbound', DAY + 2 * HOUR, '22G1');
    world.sim.run({ until: DAY + 12 * HOUR });
    expect(world.bans[0].held.count[0]).toBe(2);
    expect(world.accounts.insideAt[world.placeNumber('East')].value).toBe(2);
    world.audit();
    // At midnight two of the four go: two wait, and the ban goes on. At the next midnight none waits.
    world.sim.run({ until: 3 * DAY - 1 });
    expect(world.bans[0].held.count[0]).toBe(2);
    world.sim.run();
    expect(world.boxes.inside).toBe(0);
    for (const [box, hour] of [
      ['w7', 2],
      ['w8', 3],
    ] as const) {
      expect(ledgers.get(box)).toMatchObject({ 'acceptance ban @Gate': (48 - hour) * HOUR });
      expect(stages.get(box)?.[1]).toBe(`loaded East ${3 * DAY}`);
    }
    expect(ledgers.get('w6')).not.toHaveProperty('acceptance ban @Gate');
    expect(ledgers.get('e1')).not.toHaveProperty('acceptance ban @Gate');
    const share = world.measures().find(({ measure }) => measure === 'acceptance ban');
    expect(share?.of).toEqual({ place: 'Gate', resource: 'from East' });
    expect(share?.value).toBeCloseTo((2 * DAY - TO_GATE) / world.sim.now, 12);
  });

  it('is not begun by trains that get through, nor by as many as may wait', () => {
    const world = worldOf(banned(), 60);
    const ledgers = noteLedgers(world);
    for (let i = 0; i < 5; i++) world.boxAt('westbound', DAY, '22G1');
    world.boxAt('westbound', DAY + HOUR, '22G1');
    world.boxAt('westbound', DAY + 2 * HOUR, '22G1');
    world.sim.run();
    // The sixth box is on its way before it makes the fourth train that waits; the seventh is held.
    expect(ledgers.get('w6')).not.toHaveProperty('acceptance ban @Gate');
    expect(ledgers.get('w7')).toHaveProperty('acceptance ban @Gate');
  });

  it('ends with the day on which it is lifted for good', () => {
    // The border's own day begins at 16:00, so that nothing else happens at that midnight.
    const calendars = { china: { timeZone: 'Asia/Shanghai', hours: { daily: '00:00-24:00' } } };
    const border = { calendar: 'china', handedOver: { East: pathsPerDay(2) } };
    const data = borderCorridor({ ...border, ban: { East: { above: 3, until: 2 } } }, { calendars });
    const later = [{ from: '2025-01-02', data: borderCorridor(border, { calendars }) }];
    const world = new CompiledCorridor(data, new Clock(data.start, 0, 60), 'keruen', 0, undefined, later);
    const ledgers = noteLedgers(world);
    for (let i = 0; i < 12; i++) world.boxAt('westbound', 0, '22G1');
    world.boxAt('westbound', 6 * HOUR, '22G1');
    world.sim.run();
    expect(ledgers.get('w13')).toMatchObject({ 'acceptance ban @Gate': 18 * HOUR });
  });
});

/** The small corridor with other figures, also such as its check would refuse in a file. */
function changed(figures: { readonly [path: string]: unknown }): CorridorData {
  const data = Object.entries(figures).reduce<unknown>(
    (map, [path, value]) => setPath(map, readPath(path), value),
    corridor(small).data,
  );
  return data as CorridorData;
}

const busyFlows = { 'flows.westbound.demand': 14_000, 'flows.eastbound.demand': 9000 };
const { gaugeChange } = small.places.Khorgos;

/** A border with everything that may hold a train up, and more to carry than it takes; from March on it is a little quicker. */
function crowded(): CompiledCorridor {
  const border = (mean: number, handedOver: number) => ({
    ...small.places.Khorgos,
    controls: {
      papers: { takes: hours(2), trainsFrom: "Xi'an", step: 1, teams: { day: 1 } },
      seals: { takes: { law: 'exponential', mean: hours(mean) }, step: 1, teams: 1, calendar: 'week' },
    },
    calendar: 'week',
    handedOver: { "Xi'an": pathsPerDay(handedOver) },
    ban: { "Xi'an": { above: 4, until: 3 }, Saryagash: { above: 2, until: 2 } },
  });
  const calendars = {
    day: everyDay('08:00-20:00'),
    week: { timeZone: 'Asia/Almaty', hours: { daily: '06:00-22:00', sun: 'closed' } },
  };
  const data = changed({ 'places.Khorgos': border(9, 0.4), calendars, ...busyFlows });
  const later = [{ from: '2024-03-01', data: changed({ 'places.Khorgos': border(8, 0.45), calendars, ...busyFlows }) }];
  return new CompiledCorridor(data, new Clock(data.start, data.warmUp), 'keruen', 0, undefined, later);
}

/** A border whose cranes are slow, so that trains stand in line for its tracks. */
function slow(): CompiledCorridor {
  const ban = { "Xi'an": { above: 2, until: 2 }, Saryagash: { above: 2, until: 2 } };
  const slowly = { ...gaugeChange, cranes: 1, rate: 1.8 };
  const data = changed({
    'places.Khorgos.gaugeChange': slowly,
    'places.Khorgos.ban': ban,
    // Two ways that are one: somebody has to ask for the expected wait.
    'flows.westbound.routes': { one: { via: 'Khorgos', share: 1 }, other: { via: 'Aktau', share: 0 } },
    ...busyFlows,
  });
  return new CompiledCorridor(data, new Clock(data.start, data.warmUp), 'keruen', 0);
}

/** Trains with boxes aboard whose time is booked to a wait of the border before its cranes, by the place they came from. */
function trainsThatWait(world: CompiledCorridor): { [from: string]: number } {
  const { units, ledger, services, placeIds } = world;
  const gate = world.placeNumber('Khorgos');
  const waits = /^waiting (for the border to open|to be handed over|for (papers|seals)( to open)?|for a track)$/;
  const found: { [from: string]: number } = { "Xi'an": 0, Saryagash: 0 };
  for (let unit = 0; unit < units.count; unit++) {
    if (units.place[unit] !== gate || units.aboard.count[unit] === 0 || units.arrived[unit] === 0) continue;
    const { cause, where } = ledger.cells[units.cell[unit]];
    if (where !== 'Khorgos' || !waits.test(cause)) continue;
    found[placeIds[services[units.service[unit]].wayOf(unit)[units.passed[unit] - 1]]]++;
  }
  return found;
}

/** The same, as the border counts them: figures that begin anew begin with what is there. */
function trainsCounted(world: CompiledCorridor): { [from: string]: number | null } {
  world.startMeasuring();
  const all = world.places[world.placeNumber('Khorgos')].measures();
  const means = all.filter(({ measure, statistic }) => measure === 'trains waiting' && statistic === 'mean');
  return Object.fromEntries(means.map(({ of, value }) => [of.resource?.slice('from '.length), value]));
}

const isHeld = (world: CompiledCorridor) => world.bans.some(({ held }) => held.count[0] > 0);

describe('a crowded border', () => {
  it.each([
    ['one that hands few over', crowded],
    ['one with slow cranes', slow],
  ])('counts as waiting just the trains whose time is booked to a wait, and loses no box: %s', (_, build) => {
    const world = build();
    let most = 0;
    let banned = 0;
    for (let day = 1; day <= 360; day++) {
      world.sim.run({ until: day * DAY + 6 * HOUR });
      world.audit();
      const found = trainsThatWait(world);
      expect(trainsCounted(world)).toEqual(found);
      most = Math.max(most, found["Xi'an"]);
      if (isHeld(world)) banned++;
    }
    expect(most).toBeGreaterThan(2);
    expect(banned).toBeGreaterThan(30);
  });

  it('is expected to let one train after another over its tracks, each held for shunting and lifts', () => {
    const world = slow();
    const [from, to] = ["Xi'an", 'Saryagash'].map((id) => world.placeNumber(id));
    let day = 30;
    while (trainsThatWait(world)["Xi'an"] === 0) world.sim.run({ until: ++day * DAY });
    // 14,000 TEU a year in boxes of 1.8 and 9000 of 1 are on 140 trains: two lots of half an hour, and 2,000 s a lift.
    const lifts = (14_000 / 1.8 + 9000) / 140;
    const seconds = (2 * 1800 + lifts * 2000) / 2;
    const wait = world.places[world.placeNumber('Khorgos')].expectedWait?.(from, to);
    expect(wait).toBeCloseTo(trainsThatWait(world)["Xi'an"] * seconds, 3);
  });

  it('goes on from a copy bit for bit, with trains in line and a ban in force', () => {
    const here = crowded();
    let day = 60;
    const isBusy = () => isHeld(here) && trainsThatWait(here)["Xi'an"] > 0;
    while (!isBusy() && day < 85) here.sim.run({ until: ++day * DAY + 6 * HOUR });
    expect(isBusy()).toBe(true);
    const copy = here.sim.save();
    const then = everyNumber({ world: here });
    // Beyond the first of March, which is day 90.
    const end = 180 * DAY;
    here.sim.run({ until: end });
    const after = everyNumber({ world: here });
    const hash = here.hash.text;
    here.sim.restore(copy);
    expect(differences(then, everyNumber({ world: here }))).toEqual([]);
    here.sim.run({ until: end });
    expect(here.hash.text).toBe(hash);
    expect(differences(after, everyNumber({ world: here }))).toEqual([]);
    // And in a world built anew, which has never seen any of it.
    const other = crowded();
    other.sim.restore(copy);
    other.sim.run({ until: end });
    expect(other.hash.text).toBe(hash);
    expect(other.measures()).toEqual(here.measures());
  });
});

describe('customs channels', () => {
  it('take the shares said of a flow, else of its commodity, else of all', () => {
    const channels = {
      green: { share: percent(80), takes: hours(0), shareOf: { westbound: percent(0), metal: percent(100) } },
      red: { share: percent(20), takes: hours(24), shareOf: { westbound: percent(100), metal: percent(0) } },
    };
    const data = changed({
      'places.Khorgos.channels': channels,
      'flows.westbound.commodity': 'metal',
      'flows.eastbound.commodity': 'metal',
      'flows.eastbound.empty': 0,
    });
    expect(check(data).filter(({ path }) => path.includes('channels'))).toEqual([]);
    const world = new CompiledCorridor(data, new Clock(data.start, data.warmUp), 'keruen', 0);
    const held = { westbound: 0, eastbound: 0 };
    const red = world.ledger.cells.findIndex(({ cause }) => cause === 'customs red');
    const close = world.ledger.close.bind(world.ledger);
    let westbound = 0;
    world.ledger.close = (box) => {
      const transit = close(box);
      const { flow } = world.routes[world.boxes.route[box]];
      if (flow === 'westbound') westbound++;
      if (world.ledger.row(box)[red] > 0) held[flow as keyof typeof held]++;
      return transit;
    };
    world.sim.run({ until: 120 * DAY });
    expect(held.eastbound).toBe(0);
    expect(held.westbound).toBeGreaterThan(0.9 * westbound);
    expect(westbound).toBeGreaterThan(500);
  });
});

const calendars = {
  day: everyDay('08:00-20:00'),
  night: everyDay('20:00-08:00'),
  never: everyDay('closed'),
  // 08:00 to 12:00 in China is 00:00 to 04:00 by UTC.
  china: { timeZone: 'Asia/Shanghai', hours: { daily: '08:00-12:00' } },
};

/** What is changed in a border that holds, below its path; every problem that must come of it, with its sentence. */
const rows: readonly (readonly [promise: string, border: object, problems: readonly string[]])[] = [
  [
    'a border with all of it holds',
    { calendar: 'day', handedOver: { East: 3 }, ban: { West: { above: 3, until: 3 } } },
    [],
  ],
  [
    'a border opens by a calendar that there is',
    { calendar: 'dya' },
    ['calendar: There is no calendar "dya"; did you mean day?'],
  ],
  [
    'trains are handed over by neighbours, and more than none',
    { handedOver: { Esat: 3, West: 0 } },
    [
      'handedOver.Esat: There is no line from Gate to "Esat"; did you mean East?',
      'handedOver.West: Gate takes over no train from West on any day; give more than none, or shut the border by its calendar.',
    ],
  ],
  [
    'a ban is of a neighbour, and can end',
    { ban: { Gate: { above: 3, until: 2 }, East: { above: 3, until: 4 }, West: { above: 3, until: 0 } } },
    [
      'ban.Gate: There is no line from Gate to "Gate"; there is East, West.',
      'ban.East.until: The ban begins above 3 trains and would end below 4, at once; make until at most 3.',
      'ban.West.until: Fewer than 0 trains never wait, so the ban would never end; make until 1 or more.',
    ],
  ],
  [
    'a control has teams, on duty some time, while it is open',
    {
      controls: {
        a: { takes: 1, teams: 0 },
        b: { takes: 1, teams: { day: 0, never: 2 } },
        c: { takes: 1, teams: { nihgt: 1 } },
        d: { takes: 1, teams: { night: 1 }, calendar: 'day' },
        e: { takes: 1, calendar: 'never' },
        f: { takes: 1, teams: { china: 1 }, calendar: 'night' },
      },
    },
    [
      'controls.a.teams: Without a team no train ever gets through a; give one, or leave teams out where one is always free.',
      'controls.b.teams: No team of b is ever on duty; give a calendar that opens at least one team.',
      'controls.c.teams.nihgt: There is no calendar "nihgt"; did you mean night?',
      'controls.d.teams: No team of d is on duty while "day" is open, so no train ever gets through; let their hours overlap.',
      'controls.e.calendar: "never" never opens, so no train ever gets through e; give it hours.',
    ],
  ],
  [
    'controls of one step work together in some hour; of two steps they need not',
    {
      controls: {
        a: { takes: 1, step: 1, calendar: 'day' },
        b: { takes: 1, step: 1, calendar: 'night' },
        c: { takes: 1, step: 2, calendar: 'china' },
      },
    },
    [
      'controls.b.calendar: a and b are side by side in step 1, but "day" and "night" are open together in no hour of the week; let them overlap, or make two steps of it.',
    ],
  ],
];

describe('the check of a rail border', () => {
  it.each(rows)('%s', (_, border, problems) => {
    const data = borderCorridor(border, { calendars });
    const found = check(data).filter(({ path }) => path[1] === 'Gate');
    expect(found.map(({ path, say }) => `${writePath(path.slice(2))}: ${say}`)).toEqual(problems);
  });

  it('adds up the shares of each flow and commodity over all channels', () => {
    const data = changed({
      'places.Khorgos.channels.green.shareOf': { westbound: 0.95, copper: 0.5, coper: 1 },
      'places.Khorgos.channels.red.shareOf': { copper: 0.5 },
      'flows.eastbound.commodity': 'copper',
    });
    const found = check(data).filter(({ path }) => path[2] === 'channels');
    expect(found.map(({ path, say }) => `${writePath(path.slice(3))}: ${say}`)).toEqual([
      'green.shareOf.coper: There is no flow or commodity "coper"; did you mean copper?',
      'green.shareOf.westbound: Of the flow "westbound" the channels at Khorgos take 105 %, with the general share where a channel says nothing of it; make it 100 %.',
    ]);
  });
});

describe('the preview of a rail border', () => {
  it('holds trains handed over and team hours against the trains of a year', () => {
    const border: Border = {
      handedOver: { East: pathsPerDay(8) },
      controls: {
        papers: { takes: { law: 'exponential', mean: hours(2) }, teams: { day: 2 }, trainsFrom: 'East' },
        seals: { takes: hours(1), teams: 3, calendar: 'china' },
        stamps: { takes: hours(1) },
      },
    };
    const data = borderCorridor(border, { calendars, perYear: 1000 });
    const gate = previewOf('Gate', data.places.Gate, new Traffic(data));
    expect(gate.map(({ resource, capacity, demand }) => [resource, capacity, demand])).toEqual([
      ['handed over from East', 8 * 365, 1000],
      ['papers teams', (2 * 12 * 365) / 2, 1000],
      ['seals teams', 3 * 4 * 365, 1000],
    ]);
  });
});
