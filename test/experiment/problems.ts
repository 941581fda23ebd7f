// Roots that are known: how much a response takes before it meets a limit, under noise that grows with it.
import { type Law, sampler, stream } from '../../src/stochastic';
import { mm1Truth } from './samples';

/** A response to an input, in one replication of one repeat. */
export interface Problem {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly limit: number;
  /** Input at which the mean meets the limit. */
  readonly root: number;
  /** Input at which nine of ten replications meet it; null where that has no closed form. */
  readonly nineOfTen: number | null;
  readonly response: (repeat: number, x: number, replication: number) => number | null;
}

const factor = (law: Law) => {
  const made = sampler(law);
  return (repeat: number, replication: number) => made.draw(stream(`repeat ${repeat}`, replication, 'root'));
};

const years = factor({ law: 'lognormal', mean: 1, sd: 0.3 });
/** The 0.9 quantile of a lognormal law of mean 1 and a standard deviation of 0.3: exp(1.2815515655 σ − σ²/2), σ² = ln 1.09. */
const NINE = Math.exp(1.2815515655446004 * Math.sqrt(Math.log(1.09)) - Math.log(1.09) / 2);

/** What waits in line goes with 1 ÷ (capacity − demand); a year is better or worse by three tenths. */
export const line: Problem = {
  name: 'a line, 1 / (1 − x), by a lognormal factor (cv 0.3)',
  low: 0.05,
  high: 1.5,
  limit: 5,
  root: 0.8,
  nineOfTen: 1 - NINE / 5,
  response: (repeat, x, replication) => (x >= 1 ? null : years(repeat, replication) / (1 - x)),
};

const heavy = factor({ law: 'lognormal', mean: 1, sd: 1 });

export const straight: Problem = {
  name: 'a straight line and lognormal noise (cv 1)',
  low: 0,
  high: 20,
  limit: 8,
  root: 7,
  nineOfTen: 8 - Math.exp(1.2815515655446004 * Math.sqrt(Math.LN2) - Math.LN2 / 2),
  response: (repeat, x, replication) => x + heavy(repeat, replication),
};

const HOURS = 24;

/** Mean number in an M/M/1 over a day that begins empty, by arrivals an hour, with 10 services an hour. */
export const queue: Problem = {
  name: 'a day of M/M/1: arrivals at which 4 are inside',
  low: 1,
  high: 16,
  limit: 4,
  root: rootOf((arrivals) => mm1Truth(arrivals, 10, HOURS) - 4, 1, 16),
  nineOfTen: null,
  response: (repeat, x, replication) => {
    const arrivals = stream(`repeat ${repeat}`, replication, 'arrivals');
    const services = stream(`repeat ${repeat}`, replication, 'services');
    let [arrival, end, area] = [0, 0, 0];
    for (;;) {
      arrival -= Math.log(1 - arrivals.unit()) / x;
      if (arrival >= HOURS) return area / HOURS;
      end = Math.max(end, arrival) - Math.log(1 - services.unit()) / 10;
      area += Math.min(end, HOURS) - arrival;
    }
  },
};

/** The root of a rising function, by bisection. */
function rootOf(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let i = 0; i < 40; i++) {
    const middle = (a + b) / 2;
    if (f(middle) > 0) b = middle;
    else a = middle;
  }
  return (a + b) / 2;
}

/** The batch of a repeat: what `findRoot` calls. */
export const batchOf =
  ({ response }: Problem, repeat: number) =>
  async (asks: readonly { x: number; replication: number }[]) =>
    asks.map(({ x, replication }) => response(repeat, x, replication));
