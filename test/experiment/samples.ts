// Replications whose truth is known: laws with a tail, and a day of a queue that begins empty.
import { type Law, sampler, stream } from '../../src/stochastic';

/** One number from a stream of its own for each repeat and replication. */
export interface Known {
  readonly truth: number;
  readonly draw: (repeat: number, replication: number) => number;
}

const ofLaw = (law: Law, truth: number): Known => {
  const made = sampler(law);
  return { truth, draw: (repeat, replication) => made.draw(stream(`repeat ${repeat}`, replication, 'known')) };
};

/** A standard deviation of its mean. */
export const lognormal = ofLaw({ law: 'lognormal', mean: 1, sd: 1 }, 1);
export const exponential = ofLaw({ law: 'exponential', mean: 1 }, 1);

const [ARRIVALS, SERVICES, HOURS] = [8, 10, 24];

/** Mean number in an M/M/1 over a day that begins empty: 8 arrivals and 10 services an hour. */
export const mm1: Known = {
  truth: mm1Truth(ARRIVALS, SERVICES, HOURS),
  draw: (repeat, replication) => {
    const from = stream(`repeat ${repeat}`, replication, 'M/M/1');
    let [now, inside, area] = [0, 0, 0];
    for (;;) {
      const rate = ARRIVALS + (inside > 0 ? SERVICES : 0);
      const step = -Math.log(1 - from.unit()) / rate;
      if (now + step >= HOURS) return (area + inside * (HOURS - now)) / HOURS;
      area += inside * step;
      now += step;
      inside += from.unit() * rate < ARRIVALS ? 1 : -1;
    }
  },
};

/**
 * Mean number in an M/M/1 over so many hours that begin empty, by uniformisation: of a chain that moves at most r times an hour,
 * ∫ E[L] dt is Σ P(more than k moves by then) · E[L after k] / r.
 * Source: A. Jensen (1953), Markoff chains as an aid in the study of Markoff processes, Skandinavisk Aktuarietidskrift 36, 87–91.
 */
export function mm1Truth(arrivals: number, services: number, hours: number): number {
  const rate = arrivals + services;
  const moves = rate * hours;
  const most = Math.ceil(moves + 8 * Math.sqrt(moves) + 20);
  let state = new Float64Array(most + 1);
  state[0] = 1;
  let logChance = -moves;
  let upTo = 0;
  let sum = 0;
  for (let k = 0; k < most; k++) {
    upTo += Math.exp(logChance);
    let inside = 0;
    for (let i = 0; i <= k; i++) inside += state[i] * i;
    sum += (1 - upTo) * inside;
    logChance += Math.log(moves) - Math.log(k + 1);
    const next = new Float64Array(most + 1);
    for (let i = 0; i <= k; i++) {
      next[i + 1] += (arrivals / rate) * state[i];
      next[Math.max(0, i - 1)] += (services / rate) * state[i];
    }
    state = next;
  }
  return sum / moves;
}
