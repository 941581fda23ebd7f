// Erlang B (loss) and Erlang C (delay).
import { checkCount, checkNotNegative, checkSteady } from './check';

/** Maximum number of servers, to limit the time of the recurrence. */
export const SERVERS_MAX = 1e5;

/** Number of servers and offered load. */
export interface Offered {
  /** Number of servers; a whole number from 1 to 100,000. */
  readonly servers: number;
  /** Offered load in Erlang: arrival rate × mean service time, 0 or more. */
  readonly load: number;
}

/** Probability of loss, by recurrence over the servers, which cannot overflow. */
export function loss({ servers, load }: Offered): number {
  let lost = 1;
  for (let server = 1; server <= servers; server++) lost = (load * lost) / (server + load * lost);
  return lost;
}

/**
 * Probability that an arrival finds all servers busy and is lost (Erlang B). It depends only on the mean of the service
 * time distribution. The load may exceed the number of servers.
 *
 * @throws RangeError unless servers are 1 to 100,000 and the load is 0 or more
 *
 * Source: A. K. Erlang, Solution of some problems in the theory of probabilities of significance in automatic telephone
 * exchanges (1917); L. Kleinrock, Queueing Systems 1 (1975), section 3.6.
 */
export function erlangB({ servers, load }: Offered): number {
  checkCount('Erlang B', 'servers', servers, SERVERS_MAX);
  checkNotNegative('Erlang B', 'load', load);
  return loss({ servers, load });
}

/**
 * Probability that an arrival has to wait (Erlang C): Poisson arrivals, exponential service, no reneging.
 *
 * @throws RangeError unless servers are 1 to 100,000 and the load is 0 or more and below the servers
 *
 * Source: L. Kleinrock, Queueing Systems 1 (1975), eq. 3.40.
 */
export function erlangC({ servers, load }: Offered): number {
  checkCount('Erlang C', 'servers', servers, SERVERS_MAX);
  checkNotNegative('Erlang C', 'load', load);
  const utilisation = load / servers;
  checkSteady('Erlang C', utilisation);
  const lost = loss({ servers, load });
  return lost / (1 - utilisation * (1 - lost));
}
