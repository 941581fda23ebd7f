// M/M/c queue: Poisson arrivals, exponential service, several servers, one queue.
import { checkCount, checkPositive, checkSteady } from './check';
import { erlangC, SERVERS_MAX } from './erlang';
import { type Demand, figures, type QueueFigures } from './figures';

function check(where: string, { servers, arrivals, service }: Demand): void {
  checkCount(where, 'servers', servers, SERVERS_MAX);
  checkPositive(where, 'arrivals', arrivals);
  checkPositive(where, 'service', service);
  checkSteady(where, (arrivals * service) / servers);
}

/** Mean wait of an arrival that has to wait: S / (c − a). */
const spare = ({ servers, arrivals, service }: Demand): number => service / (servers - arrivals * service);

/**
 * M/M/c: Poisson arrivals and exponential service.
 *
 * @param demand servers, arrival rate, mean service time
 * @throws RangeError when a number is out of range or utilisation is not below 1
 *
 * Source: L. Kleinrock, Queueing Systems 1 (1975), section 3.5: Wq = C(c, a) · S / (c − a).
 */
export function waitMMc(demand: Demand): QueueFigures {
  check('Wait M/M/c', demand);
  const waits = erlangC({ servers: demand.servers, load: demand.arrivals * demand.service });
  return figures(demand, waits * spare(demand), waits);
}

/**
 * Quantile of the wait, first come, first served: with `{ share: 0.95 }`, the wait that 5 in 100 arrivals exceed. It is
 * 0 when at least that share does not wait.
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
