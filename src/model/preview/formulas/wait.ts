// The exact mean wait for a resource: which formula fits its arrivals and its services, and what it says.
import { waitErlang, waitMG1, waitMMc } from '../../../queueing';

/** A resource as the formulas see it. */
export interface Line {
  readonly servers: number;
  /** Share of their time in which they are taken: at 1 or more the line grows without end. */
  readonly utilisation: number;
  /** Hours of one service. */
  readonly hours: number;
  /** Standard deviation of a service over its mean. */
  readonly variation: number;
  /** Phases of the time between arrivals: 1 at random. */
  readonly arrivalShape: number;
}

export interface Wait {
  /** `E2/E20/1, exact`, `M/D/1, exact`. */
  readonly formula: string;
  /** Mean, over all who come [h]; null: it grows without end. */
  readonly hours: number | null;
  /** Where the formula's services vary more or less than the resource's own: in words. */
  readonly differs?: string;
}

/** More ways than this for the servers to spread over the phases of their services take longer than a preview should. */
const WAYS_MOST = 36;
/** Beyond so many phases a service varies by less than a quarter of its mean: the wait hardly changes. */
const PHASES_MOST = 20;
/** More servers wait even less at the same utilisation: so many are solved in their stead. */
const SERVERS_MOST = 1000;

/** The most phases of service that are solved at once for so many servers. */
function mostPhases(servers: number): number {
  let phases = 1;
  let ways = 1;
  // One phase more multiplies the ways by (servers + phases) ÷ phases.
  while (phases < PHASES_MOST && (ways * (servers + phases)) / phases <= WAYS_MOST) {
    ways = (ways * (servers + phases)) / phases;
    phases++;
  }
  return phases;
}

/** Phases whose services vary as said, as far as they are solved. */
export function serviceShape(servers: number, variation: number): number {
  const wanted = variation > 0 ? Math.max(1, Math.round(1 / (variation * variation))) : Number.POSITIVE_INFINITY;
  return Math.min(wanted, mostPhases(servers));
}

/** Three minutes [h]. */
const HARDLY = 0.05;
/** A load that is 1 but for rounding is 1. */
const ROUNDING = 1e-9;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** What is said where a law of service is not one of the formula's. */
function differs(variation: number, shape: number): string | undefined {
  const formula = 1 / Math.sqrt(shape);
  if (Math.abs(formula - variation) < 0.1) return undefined;
  return `the formula lets the time of service vary by ${percent(formula)} of its mean, the run by ${percent(variation)}`;
}

const named = (shape: number, markov: string): string => (shape === 1 ? markov : `E${shape}`);

/** The exact mean wait of a line, by the formula that fits it. */
export function exactWait({ servers: all, utilisation, hours, variation, arrivalShape }: Line): Wait {
  const servers = Math.min(all, SERVERS_MOST);
  const isAlone = servers === 1 && arrivalShape === 1;
  const shape = serviceShape(servers, variation);
  const law = isAlone && variation === 0 ? 'D' : isAlone && variation !== 1 ? 'G' : named(shape, 'M');
  const formula = `${named(arrivalShape, 'M')}/${law}/${servers}, exact`;
  const said = isAlone ? undefined : differs(variation, shape);
  const words = said === undefined ? {} : { differs: said };
  if (!(utilisation < 1 - ROUNDING)) return { formula, hours: null, ...words };
  const wait = solved();
  // Where hardly anybody waits, it does not matter.
  return { formula, hours: wait, ...(wait < HARDLY ? {} : words) };

  function solved(): number {
    const arrivals = (utilisation * servers) / hours;
    if (isAlone) return waitMG1({ arrivals, service: hours, variation }).wait;
    if (arrivalShape === 1 && shape === 1) return waitMMc({ servers, arrivals, service: hours }).wait;
    return waitErlang({ servers, arrivals, service: hours, arrivalShape, serviceShape: shape }).wait;
  }
}

/** What was solved once: the same scenario is asked again and again while it is run. */
const known = new Map<string, number>();

/**
 * The utilisation at which the wait is so large a part of the service, for lines of such a kind.
 * Source: regula falsi as in M. Dowell and P. Jarratt, BIT 11 (1971) 168–174 (Illinois), on wait ÷ (wait + asked), which is
 * nearly straight between 0 and 1: a few steps leave a hundred-thousandth of the wait.
 */
export function utilisationAt(
  waitOverService: number,
  line: Pick<Line, 'servers' | 'variation' | 'arrivalShape'>,
): number {
  const key = [waitOverService, line.servers, line.variation, line.arrivalShape].join(' ');
  const found = known.get(key);
  if (found !== undefined) return found;
  const beyond = (utilisation: number) => {
    const { hours } = exactWait({ ...line, utilisation, hours: 1 });
    return hours === null ? 0.5 : hours / (hours + waitOverService) - 0.5;
  };
  let [low, high] = [0, 1];
  let [below, above] = [-0.5, 0.5];
  let side = 0;
  let at = 0;
  for (let i = 0; i < 12 && high - low > 1e-6; i++) {
    at = (low * above - high * below) / (above - below);
    const value = beyond(at);
    if (Math.abs(value) < 1e-5) break;
    if (value < 0) {
      [low, below] = [at, value];
      if (side < 0) above /= 2;
      side = -1;
    } else {
      [high, above] = [at, value];
      if (side > 0) below /= 2;
      side = 1;
    }
  }
  known.set(key, at);
  return at;
}
