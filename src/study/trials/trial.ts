// One trial: a corridor, a seed and a replication in, the few numbers that a question needs out.
import type { CorridorData } from '../../model/corridor/corridor';
import { type Outcome, Run, type RunOptions } from '../../model/replicate';
import { nearest } from '../../problem';
import { isWait } from '../bottleneck/bottleneck';
import { ledgerOf } from '../results/ledger';
import { measuresNamed, wordsOf } from '../results/measureOf';
import { demandInWindow, grows, measuresOf } from '../results/measures';
import type { LedgerResult, MeasureName, MeasureResult } from '../results/result';

/** What a question needs of each trial. */
export interface TrialAsked {
  /** The measures, in the words of headlines. */
  readonly measures: readonly string[];
  /** Also how busy everything is, and for what boxes wait. */
  readonly loads?: boolean;
  /** A trial of which the numbers that are asked for grow without end need not be run to its end. */
  readonly cutsShort?: boolean;
}

/** One trial, as it crosses to another thread. */
export interface TrialTask {
  readonly data: CorridorData;
  readonly options: RunOptions;
  readonly asked: TrialAsked;
}

/** One number of a trial: `seen`, or why it is none. What grows has a number that says little. */
export interface TrialNumber extends MeasureName {
  readonly state: 'seen' | 'still growing' | 'did not finish' | 'nothing observed';
  readonly value: number | null;
}

/** For what the finished boxes of a flow waited. */
export interface TrialWaits {
  readonly flow: string;
  readonly boxes: number;
  readonly seconds: number;
  readonly parts: readonly { readonly cause: string; readonly where: string; readonly seconds: number }[];
}

/** What a trial has to tell: a few hundred bytes instead of all boxes' times. */
export interface TrialAnswer {
  readonly replication: number;
  /** The hash of the run; empty where it was cut short. */
  readonly hash: string;
  readonly events: number;
  readonly numbers: readonly TrialNumber[];
  readonly uses: readonly TrialNumber[];
  readonly waits: readonly TrialWaits[];
  /** What was asked for and is no measure of the run, each with the nearest that are. */
  readonly unmeasured?: readonly { readonly words: string; readonly near: readonly string[] }[];
  /** Why the run ended before its time, where it did. */
  readonly endedEarly?: string;
  /** It was seen before its end that it grows without end. */
  readonly cutShort?: true;
}

/** So much of a run [s] is done before others may have their turn. */
const PIECE = 21_600;

/**
 * A trial in pieces, so that whoever runs it can let others have their turn. However it is cut, it is the same trial.
 *
 * Cut short: at the end of the window the TEU inside have grown by more than a tenth of what was demanded, by which the levels
 * and times of a replication are `still growing`; the time in which the last boxes leave would change nothing. In the middle
 * of the window it is enough that half of the whole window's demand has piled up.
 */
export function* trialInPieces({ data, options, asked }: TrialTask): Generator<void, TrialAnswer> {
  const run = new Run(data, options);
  const { clock, accounts, sim } = run.world;
  const demand = asked.cutsShort === true ? demandInWindow(data, options.days, options.later) : 0;
  let insideAtStart = 0;
  for (let second = PIECE; second < clock.last; second += PIECE) {
    for (const mark of [clock.windowStart, clock.windowEnd]) {
      if (!(sim.now < mark && mark <= second)) continue;
      run.until(mark);
      if (mark === clock.windowStart) insideAtStart = accounts.inside.value;
      else if (demand > 0 && grows(accounts.inside.value - insideAtStart, demand)) return cut(run, options);
    }
    run.until(second);
    if (demand > 0 && sim.now > clock.windowStart && accounts.inside.value - insideAtStart > 0.5 * demand)
      return cut(run, options);
    yield;
  }
  return answerOf(data, options, run.finish(), asked);
}

/** A trial that was not run to its end: its levels and times grow, and nothing else is known. */
function cut(run: Run, { replication }: RunOptions): TrialAnswer {
  const { handled } = run.world.sim;
  return { replication, hash: '', events: handled, numbers: [], uses: [], waits: [], cutShort: true };
}

function answerOf(
  data: CorridorData,
  { days, later = [] }: RunOptions,
  outcome: Outcome,
  asked: TrialAsked,
): TrialAnswer {
  const all = measuresOf({ data, dated: later }, days, [outcome]);
  const numbers = asked.measures.flatMap((words) => measuresNamed(all, words)).map(numberOf);
  const loads = asked.loads === true;
  const unmeasured = asked.measures
    .filter((words) => measuresNamed(all, words).length === 0)
    .map((words) => ({ words, near: nearestOf(words, all) }));
  return {
    replication: outcome.replication,
    hash: outcome.hash,
    events: outcome.events,
    numbers,
    uses: loads ? all.filter(({ measure }) => measure === 'use').map(numberOf) : [],
    waits: loads ? ledgerOf([outcome]).flatMap(waitsOf) : [],
    ...(unmeasured.length === 0 ? {} : { unmeasured }),
    ...(outcome.endedEarly === undefined ? {} : { endedEarly: outcome.endedEarly }),
  };
}

/** The nearest words that name a measure; else those of the same measure. */
function nearestOf(words: string, all: readonly MeasureResult[]): string[] {
  const known = all.map(wordsOf);
  const near = nearest(words.replaceAll('"', ''), known);
  if (near.length > 0) return near;
  const alike = all.filter(({ measure }) => words.includes(` ${measure}`)).map(wordsOf);
  const there = alike.filter((one) => one.endsWith(words.slice(words.lastIndexOf(' '))));
  return (there.length > 0 ? there : alike).slice(0, 5);
}

const stateOf = (state: MeasureResult['state']): TrialNumber['state'] =>
  state === 'estimated' || state === 'too few replications' ? 'seen' : state;

const numberOf = ({ measure, statistic, of, unit, state, estimate }: MeasureResult): TrialNumber => ({
  measure,
  statistic,
  of,
  unit,
  state: stateOf(state),
  value: estimate,
});

function waitsOf({ flow, band, boxes, seconds, parts }: LedgerResult): TrialWaits[] {
  if (band !== 'all') return [];
  const kept = parts
    .filter(({ cause }) => isWait(cause))
    .map(({ cause, where, seconds }) => ({ cause, where, seconds }));
  return [{ flow, boxes, seconds, parts: kept }];
}

/** A trial to its end, in one stretch. */
export function trial(task: TrialTask): TrialAnswer {
  const pieces = trialInPieces(task);
  for (;;) {
    const next = pieces.next();
    if (next.done === true) return next.value;
  }
}
