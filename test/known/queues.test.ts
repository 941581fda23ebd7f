// Known truths Q2 and Q3: queues built on the kernel's server and named streams wait as long as the closed forms say.
import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../src/experiment';
import { Server, Simulation } from '../../src/kernel';
import { type Law, sampler, stream } from '../../src/stochastic';

interface Queue {
  readonly servers: number;
  /** Share of the time that a server is busy; service takes 1 on average. */
  readonly load: number;
  /** A service is the sum of one draw of each. */
  readonly service: readonly Law[];
}

/** Mean wait without service of `counted` customers, after `first` that are not counted. */
function meanWait(queue: Queue, replication: number, first: number, counted: number): number {
  const sim = new Simulation();
  const server = new Server(sim, queue.servers);
  const between = sampler({ law: 'exponential', mean: 1 / (queue.load * queue.servers) });
  const laws = queue.service.map(sampler);
  const [arrivals, services] = ['arrivals', 'services'].map((purpose) => stream('queues', replication, purpose));
  const came = new Float64Array(first + counted);
  let customers = 0;
  let sum = 0;
  const begin = (who: number) => {
    if (who >= first) sum += sim.now - came[who];
    let takes = 0;
    for (const law of laws) takes += law.draw(services);
    sim.in(takes, done, 0, who);
  };
  const done = sim.on('a service ends', () => {
    server.give();
    const next = server.serve();
    if (next >= 0) begin(next);
  });
  const arrives = sim.on('a customer comes', () => {
    const who = customers++;
    came[who] = sim.now;
    if (customers < came.length) sim.in(between.draw(arrivals), arrives, 0, 0);
    if (server.take(who)) begin(who);
  });
  sim.in(between.draw(arrivals), arrives, 0, 0);
  sim.run();
  return sum / counted;
}

/**
 * Replications are independent and their means nearly normal, each over some 20,000 customers: Student with n − 1 degrees of
 * freedom. A difference of t(0.9995) standard errors comes by chance once in 1,000 tests: once in 140 choices of seed for
 * the 7 of this file.
 */
const REPLICATIONS = 30;
function compare(queue: Queue, truth: number): { off: number; limit: number } {
  // The queue begins empty; it forgets that like exp(−t / T), T = 1 / (√c − √(cρ))² services for M/M/c, at most 90 here and
  // less where services vary less (Source: J. W. Cohen, The Single Server Queue, 1982, for c = 1). 3000 customers are 37 T.
  const waits = Array.from({ length: REPLICATIONS }, (_, replication) => meanWait(queue, replication, 3000, 15_000));
  const mean = waits.reduce((a, b) => a + b) / REPLICATIONS;
  const variance = waits.reduce((sum, wait) => sum + (wait - mean) ** 2, 0) / (REPLICATIONS - 1);
  const limit = studentQuantile(0.9995, REPLICATIONS - 1) * Math.sqrt(variance / REPLICATIONS);
  // A limit so wide that any answer passes would be no test.
  expect(limit).toBeLessThan(0.1 * truth);
  return { off: Math.abs(mean - truth), limit };
}

/** Chance that a customer has to wait. Source: A. K. Erlang (1917); L. Kleinrock, Queueing Systems 1 (1975), eq. 3.40. */
function erlangC(servers: number, load: number): number {
  const offered = servers * load;
  let term = 1;
  let sum = 1;
  for (let k = 1; k < servers; k++) {
    term *= offered / k;
    sum += term;
  }
  const all = (term * offered) / servers / (1 - load);
  return all / (sum + all);
}

const exponential: Law = { law: 'exponential', mean: 1 };

describe('exponential services, several servers (M/M/c)', () => {
  it.each([
    [3, 0.7, 0.54705],
    [3, 0.8, 1.0787],
    [1, 0.8, 4],
  ])('with %i servers at load %d customers wait %d services', (servers, load, published) => {
    const truth = erlangC(servers, load) / (servers * (1 - load));
    expect(truth).toBeCloseTo(published, 4);
    const { off, limit } = compare({ servers, load, service: [exponential] }, truth);
    expect(off).toBeLessThan(limit);
  });
});

describe('services of any law, one server (M/G/1)', () => {
  // Source: F. Pollaczek (1930), A. Khinchine (1932); L. Kleinrock, Queueing Systems 1 (1975), eq. 5.70.
  const halves: readonly Law[] = [1, 2].map(() => ({ law: 'exponential', mean: 0.5 }));
  const cases: readonly [string, number, readonly Law[], number, number][] = [
    ['fixed', 0.7, [{ law: 'fixed', value: 1 }], 0, 1.16667],
    ['Erlang 2', 0.8, halves, 0.5, 3],
    ['lognormal', 0.8, [{ law: 'lognormal', mean: 1, sd: Math.sqrt(0.5) }], 0.5, 3],
    ['triangular', 0.7, [{ law: 'triangular', least: 0.5, mode: 1, most: 1.5 }], 1 / 24, 1.21528],
  ];
  it.each(cases)(
    'with %s services at load %d customers wait as Pollaczek and Khinchine say',
    (_, load, service, variance, published) => {
      const truth = (load * (1 + variance)) / (2 * (1 - load));
      expect(truth).toBeCloseTo(published, 4);
      const { off, limit } = compare({ servers: 1, load, service }, truth);
      expect(off).toBeLessThan(limit);
    },
  );
});
