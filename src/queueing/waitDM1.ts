// Everybody comes at a slot, evenly spaced, and one server takes a random time (D/M/1): what slots can do at best.
import { checkPositive, checkSteady } from './check';
import { figures, type QueueFigures } from './figures';

/** Arrivals a unit of time, mean service time. */
export interface SlotDemand {
  /** Arrivals a unit of time, above 0. */
  readonly arrivals: number;
  /** Mean service time in that unit, above 0. */
  readonly service: number;
}

/**
 * The root between 0 and 1 of σ = exp(−(1 − σ) / ρ), as u = 1 − σ.
 *
 * u − 1 + exp(−u / ρ) is convex in u, 0 at u = 0, falls first, and is above 0 at u = 1: Newton's steps from 1 come down
 * to the root and never pass it. They end when they no longer come down.
 */
function idleAtArrival(utilisation: number): number {
  let u = 1;
  for (;;) {
    const next = u - (u + Math.expm1(-u / utilisation)) / (1 - Math.exp(-u / utilisation) / utilisation);
    if (!(next < u)) return u;
    u = next;
  }
}

/**
 * Waiting line with evenly spaced arrivals (slots, nobody fails to come) and one server of exponential service time.
 *
 * @throws RangeError when a number is out of range or the server cannot follow
 *
 * Source: L. Kleinrock, Queueing Systems 1 (1975), chapter 6: Wq = S σ / (1 − σ), σ = A*((1 − σ) / S).
 */
export function waitDM1({ arrivals, service }: SlotDemand): QueueFigures {
  checkPositive('Wait D/M/1', 'arrivals', arrivals);
  checkPositive('Wait D/M/1', 'service', service);
  const utilisation = arrivals * service;
  checkSteady('Wait D/M/1', utilisation);
  const u = idleAtArrival(utilisation);
  // 1 − u loses digits where hardly anybody waits: there the equation itself gives σ.
  const waits = Math.exp(-u / utilisation);
  return figures({ servers: 1, arrivals, service }, (service * waits) / u, waits);
}
