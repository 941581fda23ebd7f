// The exact mean wait for a resource: selects the formula for its arrival and service distributions.
import { waitErlang, waitMG1, waitMMc } from '../../../queueing';

/** A resource as a queueing system. */
export interface Line {
  readonly servers: number;
  /** Utilisation of the servers: at 1 or more the queue grows without bound. */
  readonly utilisation: number;
  /** Mean service time [h]. */
  readonly hours: number;
  /** Coefficient of variation of the service time. */
  readonly variation: number;
  /** Erlang phases of the time between arrivals: 1 at random. */
  readonly arrivalShape: number;
}

export interface Wait {
  /** `E2/E20/1, exact`, `M/D/1, exact`. */
  readonly formula: string;
  /** Mean, over all arrivals [h]; null: unbounded. */
  readonly hours: number | null;
  /** If the formula's service time varies more or less than the resource's own: in words. */
  readonly differs?: string;
}

/** Most states of the servers' service phases: more take too long for a preview. */
const WAYS_MOST = 36;
/** Beyond this, the coefficient of variation is below a quarter: the wait hardly changes. */
const PHASES_MOST = 20;
/** More servers wait even less at the same utilisation: this number is solved instead. */
const SERVERS_MOST = 1000;

/** The most phases of service that can be solved for a number of servers. */
function mostPhases(servers: number): number {
  let phases = 1;
  let ways = 1;
  // One more phase multiplies the states by (servers + phases) ÷ phases.
  while (phases < PHASES_MOST && (ways * (servers + phases)) / phases <= WAYS_MOST) {
    ways = (ways * (servers + phases)) / phases;
    phases++;
  }
  return phases;
}

/** Erlang phases for a coefficient of variation, up to the solvable number. */
export function serviceShape(servers: number, variation: number): number {
  const wanted = variation > 0 ? Math.max(1, Math.round(1 / (variation * variation))) : Number.POSITIVE_INFINITY;
  return Math.min(wanted, mostPhases(servers));
}

/** Three minutes [h]. */
const HARDLY = 0.05;
/** Tolerance of a utilisation of 1. */
const ROUNDING = 1e-9;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** The note if the service distribution is not one of the formula's. */
function differs(variation: number, shape: number): string | undefined {
  const formula = 1 / Math.sqrt(shape);
  if (Math.abs(formula - variation) < 0.1) return undefined;
  return `the formula lets the time of service vary by ${percent(formula)} of its mean, the run by ${percent(variation)}`;
}

const named = (shape: number, markov: string): string => (shape === 1 ? markov : `E${shape}`);

/** The exact mean wait of a queue, by the formula that fits it. */
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
  // Irrelevant if the wait is negligible.
  return { formula, hours: wait, ...(wait < HARDLY ? {} : words) };

  function solved(): number {
    const arrivals = (utilisation * servers) / hours;
    if (isAlone) return waitMG1({ arrivals, service: hours, variation }).wait;
    if (arrivalShape === 1 && shape === 1) return waitMMc({ servers, arrivals, service: hours }).wait;
    return waitErlang({ servers, arrivals, service: hours, arrivalShape, serviceShape: shape }).wait;
  }
}

/** Cache: a run asks for the same scenario repeatedly. */
const known = new Map<string, number>();

/**
 * The utilisation at which wait over service time has a given value, for queues of the same kind.
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
