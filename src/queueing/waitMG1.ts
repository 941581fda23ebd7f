// Random arrivals, one server, any law of service (M/G/1).
import { checkNotNegative, checkPositive, checkSteady } from './check';
import { figures, type QueueFigures } from './figures';

/** Arrivals a unit of time, mean service time, and how much services vary. */
export interface VaryingDemand {
  /** Arrivals a unit of time, above 0. */
  readonly arrivals: number;
  /** Mean service time in that unit, above 0. */
  readonly service: number;
  /** Standard deviation of the service time over its mean: 0 always the same, 1 exponential, 1/√l Erlang. */
  readonly variation: number;
}

/** Half of arrivals times mean square of the service: the work that somebody who comes finds in service. */
export const workInService = ({ arrivals, service, variation }: VaryingDemand): number =>
  (arrivals * service * service * (1 + variation * variation)) / 2;

export function checkVarying(where: string, { arrivals, service, variation }: VaryingDemand, of = ''): void {
  checkPositive(where, `arrivals${of}`, arrivals);
  checkPositive(where, `service${of}`, service);
  checkNotNegative(where, `variation${of}`, variation);
}

/**
 * Waiting line with random arrivals and one server whose service times follow any law.
 *
 * @throws RangeError when a number is out of range or the server cannot follow
 *
 * Source: F. Pollaczek (1930), A. Y. Khinchine (1932); L. Kleinrock, Queueing Systems 1 (1975), chapter 5:
 * Wq = λ E[S²] / 2(1 − ρ).
 */
export function waitMG1(demand: VaryingDemand): QueueFigures {
  checkVarying('Wait M/G/1', demand);
  const { arrivals, service } = demand;
  const utilisation = arrivals * service;
  checkSteady('Wait M/G/1', utilisation);
  return figures({ servers: 1, arrivals, service }, workInService(demand) / (1 - utilisation), utilisation);
}
