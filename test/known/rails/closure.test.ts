// Known truths at a rail border: a closure and its wave (Q14), and teams before which trains wait as the closed forms say (Q2, Q3).
import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../../src/experiment';
import { CompiledCorridor } from '../../../src/model/compile';
import type { Takes } from '../../../src/model/corridor/data/takes';
import { Clock } from '../../../src/model/time/clock';
import { hours, pathsPerDay } from '../../../src/units';
import { borderCorridor, everyDay, oneTeam, TO_GATE } from '../corridors/borderCorridor';
import { noteLedgers, worldOf } from '../corridors/handCorridor';

const HOUR = 3600;
const DAY = 86_400;
/** The border is shut from the midnight with which 11 January begins, for four days. */
const SHUTS = 10 * DAY;
const shut = { open: everyDay('00:00-24:00', { '2025-01-11..2025-01-14': 'closed' }) };
/** Six trains a day come to the border, the first of those counted in the second in which it shuts. */
const CAME = 240;
const comes = (j: number) => SHUTS + j * 4 * HOUR;

function sumOf(ledgers: ReadonlyMap<string, Record<string, number>>, isWait: (cause: string) => boolean): number[] {
  return Array.from({ length: CAME }, (_, j) =>
    Object.entries(ledgers.get(`w${j + 1}`) ?? {}).reduce((sum, [cause, s]) => sum + (isWait(cause) ? s : 0), 0),
  );
}

function measured(world: CompiledCorridor, statistic: string): number {
  const found = world.measures().find((one) => one.measure === 'trains waiting' && one.statistic === statistic);
  return found?.value ?? Number.NaN;
}

function closure(border: Parameters<typeof borderCorridor>[0]) {
  const world = worldOf(borderCorridor({ calendar: 'open', ...border }, { calendars: shut }), 365);
  const ledgers = noteLedgers(world);
  for (let j = 0; j < CAME; j++) world.boxAt('westbound', comes(j) - TO_GATE, '22G1');
  world.sim.run();
  expect(world.boxes.inside).toBe(0);
  const waits = sumOf(ledgers, (cause) => cause.startsWith('waiting'));
  return { world, ledgers, waits };
}

describe('a closure of four days with six trains a day coming and eight getting through (Q14)', () => {
  it('piles up 24 trains, clears 12 days after the opening, and costs 192 train-days', () => {
    const { world, waits } = closure({ controls: { papers: oneTeam(hours(3)) } });
    /*
     * By hand: train j comes 4j hours after the closing and begins 96 + 3j hours after it, so it waits 96 − j hours, and
     * train 96, which comes 384 h after the closing, is the first that does not: 12 days after the opening at 96 h.
     */
    expect(waits).toEqual(Array.from({ length: CAME }, (_, j) => Math.max(0, 96 - j) * HOUR));
    // Source: fluid queue. λT = 24 wait at most; λT/(μ − λ) = 12 days to clear; ½ · 24 · (4 + 12) = 192 train-days.
    expect(measured(world, 'max')).toBe(24);
    expect(comes(96)).toBe(SHUTS + 4 * DAY + (24 / (8 - 6)) * DAY);
    const trainDays = waits.reduce((a, b) => a + b) / DAY;
    // The fluid comes evenly between two trains, so of the 96 each waits half an hour less in it, as the wait falls by an hour.
    expect(Math.abs(trainDays - 192)).toBe((96 * 0.5) / 24);
    expect(measured(world, 'mean') * world.sim.now).toBeCloseTo(trainDays * DAY, 2);
  });

  it('books the time till the opening to the border, the rest to the control', () => {
    const { ledgers } = closure({ controls: { papers: oneTeam(hours(3)) } });
    const toOpen = sumOf(ledgers, (cause) => cause === 'waiting for the border to open @Gate');
    const forTeam = sumOf(ledgers, (cause) => cause === 'waiting for papers @Gate');
    for (let j = 0; j < CAME; j++) {
      expect([j, toOpen[j]]).toEqual([j, Math.max(0, 96 - 4 * j) * HOUR]);
      expect([j, forTeam[j]]).toEqual([j, (j < 24 ? 3 * j : Math.max(0, 96 - j)) * HOUR]);
    }
  });

  it('comes in as a wave of eight a day where the neighbour hands over so many', () => {
    const { world, waits } = closure({ handedOver: { East: pathsPerDay(8) } });
    // By hand: eight a calendar day, first come first, from the day of the opening on; who waits goes at midnight.
    const free = Array.from({ length: 400 }, (_, day) => (day >= 14 ? 8 : 0));
    const expected = Array.from({ length: CAME }, (_, j) => {
      let day = Math.floor(comes(j) / DAY);
      while (free[day] === 0 || day < 14) day++;
      free[day]--;
      return Math.max(0, day * DAY - comes(j));
    });
    expect(waits).toEqual(expected);
    // At the midnight of the opening eight of the 24 go, with the train that comes in that second behind them.
    expect(measured(world, 'max')).toBe(24);
  });
});

/**
 * Replications are independent and their means nearly normal, each over 15,000 trains: Student with n − 1 degrees of freedom.
 * A difference of t(0.9995) standard errors comes by chance once in 1,000 tests: once in 330 choices of seed for the 3 here.
 */
const REPLICATIONS = 30;
const FIRST = 2000;
const COUNTED = 15_000;

/** Mean wait for a team, in mean times of the control (1 h). Trains come as a Poisson stream, in whole seconds. */
function meanWait(teams: number, load: number, takes: Takes, replication: number): number {
  const perYear = load * teams * 8760;
  const data = borderCorridor({ controls: { papers: { takes, teams } } }, { perYear });
  // Years of 365 days, 2025 to 2027: one rate. Long enough for 18,000 trains on average, 7 standard deviations more than counted.
  const length = Math.ceil(18_000 / (load * teams * 24));
  expect(length).toBeLessThan(3 * 365);
  const world = new CompiledCorridor(data, new Clock(data.start, 0, length), 'teams', replication);
  const cell = world.ledger.cells.findIndex(({ cause }) => cause === 'waiting for papers');
  let sum = 0;
  let counted = 0;
  const close = world.ledger.close.bind(world.ledger);
  world.ledger.close = (box) => {
    const transit = close(box);
    const number = world.boxes.number[box];
    if (number < FIRST || number >= FIRST + COUNTED) return transit;
    sum += world.ledger.row(box)[cell];
    counted++;
    return transit;
  };
  world.sim.run({ until: length * DAY });
  expect(counted).toBe(COUNTED);
  return sum / COUNTED / HOUR;
}

const exponential: Takes = { law: 'exponential', mean: hours(1) };

describe('teams of a control', () => {
  // Source: Erlang 1917; Pollaczek 1930, Khinchine 1932; as in queues.test.ts.
  it.each([
    [3, 0.7, exponential, 0.54705],
    [3, 0.8, exponential, 1.0787],
    [1, 0.7, hours(1), 1.16667],
  ] as const)(
    'are a queue: %i at load %d, trains wait as long as the closed form says',
    (teams, load, takes, truth) => {
      // The queue begins empty and forgets that like exp(−t/T), T = 1/(√c − √(cρ))² services, 30 where c = 3 and ρ = .8,
      // 38 where c = 1 and ρ = .7: 2000 trains come in 833 and 2857 services, at least 27 T.
      const waits = Array.from({ length: REPLICATIONS }, (_, i) => meanWait(teams, load, takes, i));
      const mean = waits.reduce((a, b) => a + b) / REPLICATIONS;
      const variance = waits.reduce((sum, wait) => sum + (wait - mean) ** 2, 0) / (REPLICATIONS - 1);
      const limit = studentQuantile(0.9995, REPLICATIONS - 1) * Math.sqrt(variance / REPLICATIONS);
      // A limit so wide that any answer passes would be no test. Whole seconds move a wait by less than 1/3600.
      expect(limit).toBeLessThan(0.1 * truth);
      expect(Math.abs(mean - truth)).toBeLessThan(limit);
    },
  );
});
