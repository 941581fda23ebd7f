// M/G/1 queue: Poisson arrivals, one server, general service times.
import { checkNotNegative, checkPositive, checkSteady } from './check';
import { figures, type QueueFigures } from './figures';

/** Arrival rate, mean service time and its coefficient of variation. */
export interface VaryingDemand {
  /** Arrival rate, above 0. */
  readonly arrivals: number;
  /** Mean service time in that unit, above 0. */
  readonly service: number;
  /** Coefficient of variation of the service time: 0 constant, 1 exponential, 1/√l Erlang. */
  readonly variation: number;
}

/** ½ λ E[S²]: mean residual work in service seen by an arrival. */
export const workInService = ({ arrivals, service, variation }: VaryingDemand): number =>
  (arrivals * service * service * (1 + variation * variation)) / 2;

export function checkVarying(where: string, { arrivals, service, variation }: VaryingDemand, of = ''): void {
  checkPositive(where, `arrivals${of}`, arrivals);
  checkPositive(where, `service${of}`, service);
  checkNotNegative(where, `variation${of}`, variation);
}

/**
 * M/G/1: Poisson arrivals, one server, general service times.
 *
 * @throws RangeError when a number is out of range or utilisation is not below 1
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
