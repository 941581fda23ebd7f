// A fleet that comes back: trucks, wagon sets or machines, each either away or at the servers (M/M/c//N).
import { checkCount, checkPositive } from './check';
import { SERVERS_MAX } from './erlang';
import { figures, type QueueFigures } from './figures';

/** A closed fleet and who serves it. */
export interface FiniteSource {
  /** How many there are in all. */
  readonly sources: number;
  /** How many serve at once; a whole number from 1 to 100,000. */
  readonly servers: number;
  /** Mean time away, from the end of a service to the next coming. */
  readonly away: number;
  /** Mean service time. */
  readonly service: number;
}

/** The usual figures, and how often one of the fleet comes. */
export interface FiniteSourceFigures extends QueueFigures {
  /** How many come a unit of time in the long run. */
  readonly arrivals: number;
}

/** Chances of 0 … N at the servers. Terms are kept below 1e200 by scaling: only their ratios count. */
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
 * Waiting line of a closed fleet: exponential times away and in service. It cannot grow without end, so any load is
 * allowed.
 *
 * @returns the usual figures, and `arrivals`: how many come a unit of time in the long run
 * @throws RangeError when a number is out of range
 *
 * Source: C. Palm (1947); L. Kleinrock, Queueing Systems 1 (1975), sections 3.8 to 3.10. Who comes sees the fleet
 * without himself: S. S. Lavenberg and M. Reiser, Journal of Applied Probability 17 (1980).
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
