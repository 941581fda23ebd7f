// Random arrivals, exponential service, several servers, one line (M/M/c).
import { checkCount, checkPositive, checkSteady } from './check';
import { erlangC, SERVERS_MAX } from './erlang';
import { type Demand, figures, type QueueFigures } from './figures';

function check(where: string, { servers, arrivals, service }: Demand): void {
  checkCount(where, 'servers', servers, SERVERS_MAX);
  checkPositive(where, 'arrivals', arrivals);
  checkPositive(where, 'service', service);
  checkSteady(where, (arrivals * service) / servers);
}

/** Mean time from one end of a service to the next while somebody waits, and how much of it is to spare. */
const spare = ({ servers, arrivals, service }: Demand): number => service / (servers - arrivals * service);

/**
 * Waiting line with random arrivals and exponential service.
 *
 * @param demand servers, arrivals a unit of time, mean service time
 * @throws RangeError when a number is out of range or the servers cannot follow
 *
 * Source: L. Kleinrock, Queueing Systems 1 (1975), section 3.5: Wq = C(c, a) · S / (c − a).
 */
export function waitMMc(demand: Demand): QueueFigures {
  check('Wait M/M/c', demand);
  const waits = erlangC({ servers: demand.servers, load: demand.arrivals * demand.service });
  return figures(demand, waits * spare(demand), waits);
}

/**
 * The wait that a share of all who come does not exceed, first come, first served: `{ share: 0.95 }` gives the wait
 * that 5 in 100 exceed. It is 0 when that share does not wait at all.
 *
 * @throws RangeError as for `waitMMc`, and unless the share is at least 0 and below 1
 *
 * Source: as for `waitMMc`; P(W > t) = C(c, a) · exp(−(c − a) t / S).
 */
export function waitQuantileMMc({ share, ...demand }: Demand & { readonly share: number }): number {
  check('Wait M/M/c', demand);
  if (!(0 <= share && share < 1)) {
    throw new RangeError(`Wait M/M/c: share is ${share}; it must be at least 0 and below 1. Write 95 % as 0.95.`);
  }
  const waits = erlangC({ servers: demand.servers, load: demand.arrivals * demand.service });
  return Math.max(0, Math.log(waits / (1 - share)) * spare(demand));
}
