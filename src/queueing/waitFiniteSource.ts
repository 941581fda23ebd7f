// M/M/c//N queue (finite source): a fleet of trucks, wagon sets or machines, each either away or at the servers.
import { checkCount, checkPositive } from './check';
import { SERVERS_MAX } from './erlang';
import { figures, type QueueFigures } from './figures';

/** A closed fleet and its servers. */
export interface FiniteSource {
  /** Fleet size. */
  readonly sources: number;
  /** Number of servers; a whole number from 1 to 100,000. */
  readonly servers: number;
  /** Mean time away, from the end of a service to the next arrival. */
  readonly away: number;
  /** Mean service time. */
  readonly service: number;
}

/** Steady-state results and arrival rate. */
export interface FiniteSourceFigures extends QueueFigures {
  /** Long-run arrival rate. */
  readonly arrivals: number;
}

/** Probabilities of 0 … N at the servers. Terms are scaled to stay below 1e200; only ratios matter. */
function chances({ sources, servers, away, service }: FiniteSource): Float64Array {
  const chance = new Float64Array(sources + 1);
  let term = 1;
  let sum = 1;
  chance[0] = 1;
  for (let here = 1; here <= sources; here++) {
    term *= ((sources - here + 1) * service) / (Math.min(here, servers) * away);
    chance[here] = term;
    sum += term;
    if (term > 1e200) {
      for (let at = 0; at <= here; at++) chance[at] /= term;
      sum /= term;
      term = 1;
    }
  }
  return chance.map((one) => one / sum);
}

/**
 * Finite-source queue: exponential times away and in service. It is always stable, so any load is allowed.
 *
 * @returns the usual results, and `arrivals`: the long-run arrival rate
 * @throws RangeError when a number is out of range
 *
 * Source: C. Palm (1947); L. Kleinrock, Queueing Systems 1 (1975), sections 3.8 to 3.10. An arrival sees the
 * fleet without itself: S. S. Lavenberg and M. Reiser, Journal of Applied Probability 17 (1980).
 */
export function waitFiniteSource(fleet: FiniteSource): FiniteSourceFigures {
  const { sources, servers, away, service } = fleet;
  checkCount('Wait of a closed fleet', 'sources', sources, SERVERS_MAX);
  checkCount('Wait of a closed fleet', 'servers', servers, SERVERS_MAX);
  checkPositive('Wait of a closed fleet', 'away', away);
  checkPositive('Wait of a closed fleet', 'service', service);
  let waiting = 0;
  let absent = 0;
  for (const [here, chance] of chances(fleet).entries()) {
    if (here > servers) waiting += chance * (here - servers);
    absent += chance * (sources - here);
  }
  let waits = 0;
  for (const [here, chance] of chances({ ...fleet, sources: sources - 1 }).entries())
    if (here >= servers) waits += chance;
  const arrivals = absent / away;
  return { ...figures({ servers, arrivals, service }, waiting / arrivals, waits), arrivals };
}
