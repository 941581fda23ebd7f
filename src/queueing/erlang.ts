// How often a caller finds every server busy: Erlang's two formulas.
import { checkCount, checkNotNegative, checkSteady } from './check';

/** Servers beyond this are refused: the recurrence would take its time, and nobody plans them one by one. */
export const SERVERS_MAX = 1e5;

/** How many serve, and the load in Erlang: arrivals a unit of time times mean service time. */
export interface Offered {
  /** How many serve at once; a whole number from 1 to 100,000. */
  readonly servers: number;
  /** The load in Erlang, 0 or more. */
  readonly load: number;
}

/** The chance of loss, by recurrence over the servers: no power and no factorial, so nothing overflows. */
export function loss({ servers, load }: Offered): number {
  let lost = 1;
  for (let server = 1; server <= servers; server++) lost = (load * lost) / (server + load * lost);
  return lost;
}

/**
 * Chance that somebody who comes finds all servers busy and goes away (Erlang B). It depends on the mean service time
 * only, not on its law. The load may exceed the servers: what is lost does not wait.
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
 * Chance that somebody who comes has to wait (Erlang C): random arrivals, exponential service, nobody goes away.
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
