// The largest demand that keeps a promise: in expectation over years, and in nine years of ten.
import { findRoot, type Root } from '../../experiment';
import type { Corridor } from '../../model/change/define';
import { version } from '../results/version';
import { type StudyOptions, withDefaults } from '../running/options';
import { TrialPool, type TrialProgress } from '../trials/pool';
import { isAbort, scenarioOf, windowOf } from '../trials/told';
import { capacityAnswer } from './answer';
import { curveOf, givesWayOf } from './curve';
import { type DemandAsked, demandFor } from './demand';
import { fullAt, whyDiffers } from './formula';
import { readPromise, type Term } from './promise';
import type { CapacityEstimate, CapacityResult } from './result';
import { type Ask, SeenTrials } from './seen';

/** What may be asked of a capacity. */
export interface CapacityOptions extends DemandAsked, Pick<StudyOptions, 'seed' | 'days' | 'workers' | 'signal'> {
  /** As `p90 dwell at Aktau <= 5 d`; several joined by `and`. */
  readonly promise: string;
  /** Half-width of the expectation's answer as a share of it. Default 0.04. */
  readonly precision?: number;
  /** No more trials than so many. Default 300. */
  readonly trials?: number;
  /** Called as trials end. */
  readonly onProgress?: (progress: TrialProgress) => void;
}

/** First a few replications at these shares of the demand at which, by the formula, the way is full. */
const SCAN = [0.05, 0.2, 0.4, 0.55, 0.7, 0.8, 0.9, 1, 1.25];
const SCANNED = 4;
/** So many are enough where both break the promise by far. */
const LOOKED = 2;
/** Beyond the demand of today where no formula says where the way is full. */
const FAR = 8;
/** Of the trials that the scan leaves, so much is for the expectation; the rest, and what it does not use, for nine of ten. */
const FOR_EXPECTED = 0.7;
const NINE = 0.9;
/** Confidence of the intervals. */
const LEVEL = 0.95;

/**
 * The largest demand at which a promise is kept, mix and direction as in the scenario or as `vary` says. It is looked for from a
 * few replications at a few demands on, up to somewhat more than what by the formula fills the way.
 *
 * @throws RangeError for a promise, a demand or an option that cannot be, AbortError when `signal` ended it before anything
 * was known, and an Error that names the trial when one failed
 */
export async function capacity(corridor: Corridor, options: CapacityOptions): Promise<CapacityResult> {
  const { precision = 0.04, trials = 300, signal, onProgress } = options;
  const { seed, days, workers } = withDefaults({ ...options, precision, replications: undefined });
  if (!(Number.isSafeInteger(trials) && trials >= 50))
    throw new RangeError(`A capacity was asked for with ${trials} trials; it must be a whole number from 50.`);
  const terms = readPromise(options.promise, corridor.data);
  const demand = demandFor(corridor, options);
  const full = fullAt(corridor.data, demand, days);
  const grid = gridOf(full[0]?.demand, demand.now);
  const pool = new TrialPool({ seed, days, workers, signal, onProgress });
  const seen = new SeenTrials(pool, demand, terms, corridor.data.id);
  const searched = { low: grid[0], high: grid[grid.length - 1] };
  const tell = (
    expected: CapacityEstimate,
    nineOfTen: CapacityEstimate,
    more: Partial<CapacityResult> = {},
  ): CapacityResult => {
    const told = {
      schema: 'keruen/capacity@1' as const,
      keruen: version,
      scenario: scenarioOf(corridor),
      seed,
      window: windowOf(corridor.data, days),
      promise: options.promise,
      terms: terms.map(({ statistic, measure, of }, i) => {
        const known = seen.known[i];
        return { statistic, measure, of, unit: known?.name.unit ?? null, limit: known?.limit ?? null };
      }),
      demand: { unit: demand.unit, words: demand.words, at: demand.at, now: demand.now, mix: demand.mix },
      searched,
    };
    const [first] = full;
    const formula =
      first === undefined
        ? null
        : {
            demand: first.demand,
            where: first.where,
            resource: first.resource,
            what: first.what,
            why: whyDiffers(full),
          };
    const rest = {
      expected,
      nineOfTen,
      curve: curveOf(seen),
      givesWay: givesWayOf(seen, corridor.data),
      formula,
      trials: [...seen.points.values()].reduce((sum, of) => sum + Object.keys(of).length, 0),
      cutShort: [...seen.points.values()].flat().filter((one) => one?.cutShort === true).length,
      ...more,
    };
    return { ...told, answer: capacityAnswer({ ...told, ...rest }), ...rest };
  };
  let expected = unknown(seen, grid);
  try {
    const scanned = `${terms[0].words} from little demand to more than the way carries`;
    await seen.have(asksOf(grid, 0, LOOKED), scanned, trials);
    // Those at which all that was promised is far off cost most, and would only say so again.
    const open = grid.filter((x) => !seen.isHopeless(x));
    await seen.have(asksOf(open, LOOKED, SCANNED), scanned, trials);
    seen.refuseUnobserved();
    const search = (quantile: number | undefined, most: number) =>
      searchAll({ seen, terms, grid, quantile, most, precision, planned: trials, words: demand.words });
    const left = trials - pool.done;
    expected = await search(undefined, Math.max(20, Math.floor(FOR_EXPECTED * left)));
    const used = pool.done;
    const nineOfTen = await search(NINE, Math.max(20, trials - used));
    return tell(expected, boundedOnBothSides(nineOfTen));
  } catch (error) {
    if (!isAbort(error) || curveOf(seen).length === 0) throw error;
    const isKnown = expected.estimate !== null;
    return tell(isKnown ? expected : unknown(seen, grid), unknown(seen, grid), {
      endedEarly: `interrupted after ${pool.done} trials`,
      interrupted: true,
    });
  } finally {
    await pool.close();
  }
}

/** A round step of about a two-hundredth of a demand: 1, 2 or 5 times a power of ten. */
function stepOf(demand: number): number {
  const rough = demand / 200;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([5, 2, 1].find((times) => times * power <= rough) ?? 1) * power;
}

/** The demands of the scan, in round numbers. */
function gridOf(full: number | undefined, now: number): number[] {
  const whole = full !== undefined && full > 0 ? full : FAR * now;
  const step = stepOf(whole);
  return SCAN.map((share) => Math.max(1, Math.round((share * whole) / step)) * step);
}

const asksOf = (demands: readonly number[], from: number, upTo: number): Ask[] =>
  Array.from({ length: upTo - from }, (_, i) => demands.map((x) => ({ x, replication: from + i }))).flat();

interface Searched {
  readonly seen: SeenTrials;
  readonly terms: readonly Term[];
  readonly grid: readonly number[];
  readonly quantile: number | undefined;
  readonly most: number;
  readonly precision: number;
  readonly planned: number;
  readonly words: string;
}

/** The promise holds as far as the first of its measures does. */
async function searchAll(asked: Searched): Promise<CapacityEstimate> {
  const each: CapacityEstimate[] = [];
  for (const [term] of asked.terms.entries())
    each.push(await searchOne(asked, term, Math.max(20, Math.floor(asked.most / asked.terms.length))));
  const broken = each.find(({ state }) => state === 'broken everywhere');
  if (broken !== undefined) return broken;
  const found = each.filter(({ estimate }) => estimate !== null);
  return found.reduce<CapacityEstimate>(
    (least, one) => ((one.estimate ?? 0) < (least.estimate ?? Infinity) ? one : least),
    each[0],
  );
}

async function searchOne(
  { seen, terms, grid, quantile, precision, planned, words }: Searched,
  term: number,
  most: number,
) {
  const valuesAt = (x: number) => seen.at(x).map((answer) => seen.valueOf(term, answer));
  const limit = seen.known[term]?.limit;
  const end = (state: CapacityEstimate['state']): CapacityEstimate => ({
    ...{ state, estimate: null, low: null, high: null, level: LEVEL },
    breaks: state === 'kept everywhere' ? null : terms[term].words,
  });
  // No trial came to its end, not at the least demand either.
  if (limit === undefined) return end('broken everywhere');
  const keeps = grid.map((x) => keepsLimit(valuesAt(x), limit, quantile));
  const last = keeps.lastIndexOf(true);
  if (last < 0) return end('broken everywhere');
  // A bracket one wider than what was seen, since few replications may err; below it only where that was kept too.
  const low = last > 0 && keeps[last - 1] ? grid[last - 1] : grid[last];
  const high = grid[Math.min(last + 2, grid.length - 1)];
  if (low === high) return end('kept everywhere');
  const root = await findRoot(
    {
      low,
      high,
      limit,
      response: 'rising',
      level: LEVEL,
      relative: quantile === undefined ? precision : 1.5 * precision,
      maxTrials: most,
      quantile,
      // Nine of ten begins where the expectation ended, which was looked for from the ends of the bracket on.
      known:
        quantile === undefined
          ? []
          : [...seen.points.keys()]
              .filter((x) => low <= x && x <= high && seen.at(x).length > 0)
              .sort((a, b) => a - b)
              .map((x) => ({ x, values: valuesAt(x) })),
      step: stepOf(grid[grid.length - 1] / 1.25) / 5,
    },
    async (asks) => {
      const between = seen.terms[term].words;
      const what = `${words} at which ${between} meets ${seen.terms[term].limitText}${quantile === undefined ? '' : ' in nine years of ten'}`;
      const answers = await seen.have(asks, what, planned);
      return answers.map((answer) => seen.valueOf(term, answer));
    },
  );
  return estimateOf(root, terms[term].words);
}

/** A tenth of the years needs many of them on both sides: what is bounded on one side only is not told. */
const boundedOnBothSides = (of: CapacityEstimate): CapacityEstimate =>
  of.state === 'not narrowed' && (of.low === null || of.high === null)
    ? { ...of, estimate: null, low: null, high: null }
    : of;

const estimateOf = ({ state, estimate, low, high, level }: Root, words: string): CapacityEstimate => ({
  ...{ state, estimate, low, high, level },
  breaks: state === 'kept everywhere' ? null : words,
});

/** Whether a few replications keep a limit: their mean does, or the share of them that is asked for. */
function keepsLimit(values: readonly (number | null)[], limit: number, quantile: number | undefined): boolean {
  if (values.length === 0) return false;
  const numbers = values.filter((value) => value !== null);
  if (quantile !== undefined) return numbers.filter((value) => value <= limit).length >= quantile * values.length;
  if (numbers.length < values.length) return false;
  return numbers.reduce((sum, value) => sum + value, 0) / numbers.length <= limit;
}

/** What the scan alone knows: between which two of its demands the promise breaks. */
function unknown(seen: SeenTrials, grid: readonly number[]): CapacityEstimate {
  const keeps = grid.map((x) => {
    const answers = seen.at(x);
    return answers.length > 0 && answers.every((one) => seen.keeps(one));
  });
  const last = keeps.lastIndexOf(true);
  const high = grid.find((x, i) => i > last && seen.at(x).length > 0);
  return {
    ...{ state: 'not narrowed', estimate: null, low: last < 0 ? null : grid[last], high: high ?? null, level: LEVEL },
    breaks: null,
  };
}
