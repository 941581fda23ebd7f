// D/M/1 queue: evenly spaced arrivals (appointment slots), one exponential server.
import { checkPositive, checkSteady } from './check';
import { figures, type QueueFigures } from './figures';

/** Arrival rate and mean service time. */
export interface SlotDemand {
  /** Arrival rate, above 0. */
  readonly arrivals: number;
  /** Mean service time in that unit, above 0. */
  readonly service: number;
}

/**
 * The root between 0 and 1 of σ = exp(−(1 − σ) / ρ), as u = 1 − σ.
 *
 * u − 1 + exp(−u / ρ) is convex in u, 0 at u = 0, decreasing there, and positive at u = 1, so Newton's method from 1
 * decreases monotonically to the root. It stops when it no longer decreases.
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
 * D/M/1: evenly spaced arrivals (slots without no-shows) and one server with exponential service time.
 *
 * @throws RangeError when a number is out of range or utilisation is not below 1
 *
 * Source: L. Kleinrock, Queueing Systems 1 (1975), chapter 6: Wq = S σ / (1 − σ), σ = A*((1 − σ) / S).
 */
export function waitDM1({ arrivals, service }: SlotDemand): QueueFigures {
  checkPositive('Wait D/M/1', 'arrivals', arrivals);
  checkPositive('Wait D/M/1', 'service', service);
  const utilisation = arrivals * service;
  checkSteady('Wait D/M/1', utilisation);
  const u = idleAtArrival(utilisation);
  // 1 − u loses digits when σ is small: there σ is computed from the equation.
  const waits = Math.exp(-u / utilisation);
  return figures({ servers: 1, arrivals, service }, (service * waits) / u, waits);
}
