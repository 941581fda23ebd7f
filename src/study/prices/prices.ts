// What one more of each thing is worth: paired differences of throughput and of a headline, trials where they narrow the ranking.
import { ALIKE, type Difference, differences, spendNext } from '../../experiment';
import type { Corridor } from '../../model/change/define';
import { betterOf } from '../results/better';
import { headlinesOf } from '../results/headlines';
import { measuresNamed } from '../results/measureOf';
import type { MeasureName, MeasureResult } from '../results/result';
import { version } from '../results/version';
import { type StudyOptions, withDefaults } from '../running/options';
import { folded } from '../trials/folded';
import { type TrialAsk, TrialPool, type TrialProgress } from '../trials/pool';
import { endedEarlyOf, isAbort, notMeasured, scenarioOf, type Told, windowOf } from '../trials/told';
import type { TrialAnswer } from '../trials/trial';
import { pricesAnswer } from './answer';
import { type Budget, readBudget } from './budget';
import { type Thing, thingsOf } from './things';

/** What may be asked of a price list. */
export interface PricesOptions extends Pick<StudyOptions, 'seed' | 'days' | 'workers' | 'signal'> {
  /** Paths, `calendars.<id>` or `weather.<id>`; all that is counted unless said. */
  readonly of?: readonly string[];
  /** `200 trials`, or a time such as `2min`, which is the default. What a time spends depends on the machine. */
  readonly budget?: string;
  /** Called as trials end. */
  readonly onProgress?: (progress: TrialProgress) => void;
}

/** A measure of which one more of a thing changes something. */
export interface Priced {
  /** null where one of the two has no value to be compared. */
  readonly difference: Difference | null;
  /** The difference for each MUSD; null where the cost is not given. */
  readonly perMusd: number | null;
}

/** What one more of a thing is worth. */
export interface PriceRow {
  /** The path that is set, or the calendar or weather. */
  readonly path: string;
  /** `+1`, `+1 trains/day`, `+1 h a day`, `1 day less a year`. */
  readonly step: string;
  /** The hash of the scenario with it. */
  readonly hash: string;
  /** What it costs [MUSD]; null where no change of the scenario says so. */
  readonly cost: number | null;
  /** How many it was given. */
  readonly replications: number;
  /** What it changes of the throughput. */
  readonly throughput: Priced;
  /** null where the scenario has no headline but throughput. */
  readonly headline: Priced | null;
}

/** The whole answer of `prices`. */
export interface PricesResult extends Told {
  /** The form of this answer. */
  readonly schema: 'keruen/prices@1';
  /** What the scenario has as it stands. */
  readonly throughput: MeasureResult;
  /** Likewise; null where it has no headline but throughput. */
  readonly headline: MeasureResult | null;
  /** Most worth first. */
  readonly rows: readonly PriceRow[];
  /** By which it is sorted: by throughput where the headline has no steady value. */
  readonly sortedBy: 'headline' | 'throughput';
}

/** So many replications of everything before anything is given more. */
const FIRST = 4;
/** So many trials are spent in a round; none depends on what another of its round says. */
const ROUND = 16;
const DEFAULT_BUDGET = '2min';

/**
 * What one more of each thing is worth under the same luck. With a number of trials the answer is the same on any machine; a time
 * spends as many as it allows, and the same number gives the same answer again.
 *
 * @throws RangeError for a budget or a name that cannot be, AbortError when `signal` ended it before anything was known
 */
export async function prices(corridor: Corridor, options: PricesOptions = {}): Promise<PricesResult> {
  const { signal, onProgress } = options;
  const { seed, days, workers } = withDefaults({ seed: options.seed, days: options.days, workers: options.workers });
  const budget = readBudget(options.budget ?? DEFAULT_BUDGET);
  const things = thingsOf(corridor, options.of);
  const least = FIRST * (things.length + 1);
  if ('trials' in budget && budget.trials < least)
    throw new RangeError(
      `A budget of ${budget.trials} trials is too small for ${things.length} things: ${FIRST} replications of each and of the scenario as it stands are ${least}. Give more, or name some things with of.`,
    );
  const list = new PriceList(corridor, things, new TrialPool({ seed, days, workers, signal, onProgress }), budget);
  const tell = (more: Partial<PricesResult> = {}) => list.result(seed, days, more);
  try {
    await list.spendAll();
    return tell();
  } catch (error) {
    if (!isAbort(error) || !list.isKnown) throw error;
    return tell({ endedEarly: `interrupted after ${list.trials} trials`, interrupted: true });
  } finally {
    await list.pool.close();
  }
}

class PriceList {
  private readonly began = Date.now();
  /** The scenario as it stands, then each thing; by replication. */
  private readonly answers: TrialAnswer[][];
  private readonly words: readonly string[];

  constructor(
    private readonly corridor: Corridor,
    private readonly things: readonly Thing[],
    readonly pool: TrialPool,
    private readonly budget: Budget,
  ) {
    this.answers = [corridor, ...things].map(() => []);
    const headlines = headlinesOf(corridor.data);
    const isThroughput = (text: string) => text.startsWith('total throughput');
    const throughput = headlines.find(isThroughput) ?? 'total throughput';
    const headline = headlines.find((text) => !isThroughput(text));
    this.words = headline === undefined ? [throughput] : [throughput, headline];
  }

  get trials(): number {
    return this.answers.reduce((sum, { length }) => sum + length, 0);
  }

  get isKnown(): boolean {
    return this.answers.every(({ length }) => length > 0);
  }

  async spendAll(): Promise<void> {
    for (let i = 0; i < FIRST; i++) await this.round(this.answers.map(() => 1));
    while (this.mayGoOn()) {
      const given = this.next();
      if (given.every((count) => count === 0)) return;
      const most = Math.max(...given.map((count, i) => (count === 0 ? 0 : this.answers[i + 1].length + count)));
      await this.round([Math.max(0, most - this.answers[0].length), ...given]);
    }
  }

  result(seed: string, days: number | undefined, { endedEarly, interrupted }: Partial<PricesResult>): PricesResult {
    const names = this.names();
    const [throughput, headline] = names.map((name) => ({ name, base: folded(name, this.answers[0]).result }));
    const isHeadlinePlain = headline !== undefined && isPlain(headline.base) && betterOf(headline.name) !== null;
    const by = isHeadlinePlain ? 'headline' : 'throughput';
    const [ofThroughput, ofHeadline] = names.map((name) => this.differencesOf(name));
    const rows = this.things.map(({ path, step, corridor: { hash }, cost }, i): PriceRow => {
      const priced = (difference: Difference | null): Priced => ({
        difference,
        perMusd: difference === null || cost === null || cost === 0 ? null : difference.estimate / cost,
      });
      return {
        ...{ path, step, hash, cost, replications: this.answers[i + 1].length },
        throughput: priced(ofThroughput[i]),
        headline: ofHeadline === undefined ? null : priced(ofHeadline[i]),
      };
    });
    const sorted = sortRows(rows, by, by === 'headline' && headline !== undefined ? headline.name : throughput.name);
    const early = endedEarly ?? endedEarlyOf(this.answers, ['the scenario as it stands', ...this.things.map(nameOf)]);
    const told = {
      schema: 'keruen/prices@1' as const,
      keruen: version,
      scenario: scenarioOf(this.corridor),
      seed,
      window: windowOf(this.corridor.data, days),
      trials: this.trials,
    };
    const rest = {
      throughput: throughput.base,
      headline: headline?.base ?? null,
      rows: sorted,
      sortedBy: by,
      ...(early === undefined ? {} : { endedEarly: early }),
      ...(interrupted === undefined ? {} : { interrupted }),
    } as const;
    return { ...told, answer: pricesAnswer({ ...told, ...rest }), ...rest };
  }

  /** Throughput and the headline, as the trials name them. */
  private names(): MeasureName[] {
    const [answer] = this.answers[0];
    return this.words.map((words) => {
      const [found] = measuresNamed(answer.numbers, words);
      if (found === undefined) throw notMeasured(words, answer, this.corridor.data.id);
      const { measure, statistic, of, unit } = found;
      return { measure, statistic, of, unit };
    });
  }

  private differencesOf(name: MeasureName): (Difference | null)[] {
    const [base, ...others] = this.answers.map((of) => folded(name, of));
    const plain = others.filter(({ result }) => isPlain(base.result) && isPlain(result));
    const found = differences(
      base.values,
      plain.map(({ values }) => values),
    );
    return others.map((one) => (plain.includes(one) ? found[plain.indexOf(one)] : null));
  }

  /** The differences by which it is judged where the next trials go: of the headline, else of throughput. */
  private judged(thing: number): number[] {
    for (const name of this.names().toReversed()) {
      const [base, other] = [this.answers[0], this.answers[thing + 1]].map((of) => folded(name, of).values);
      const found = other.flatMap((value, r) =>
        value === null || base[r] === null ? [] : [value - (base[r] as number)],
      );
      if (found.length > 1) return found;
    }
    return [];
  }

  /** How many more replications of each thing: where they narrow the ranking, else of what was the same in too few to say so. */
  private next(): number[] {
    const judged = this.things.map((_, i) => this.judged(i));
    const given = spendNext(
      judged.map((differences) => ({ differences })),
      ROUND,
    );
    if (given.some((count) => count > 0)) return given;
    return judged.map((differences) =>
      differences.some((one) => one !== 0) ? Math.max(0, ALIKE - differences.length) : 0,
    );
  }

  private mayGoOn(): boolean {
    if ('trials' in this.budget) return this.trials < this.budget.trials;
    return (Date.now() - this.began) / 1000 < this.budget.seconds;
  }

  /** So many more of the scenario as it stands and of each thing, all side by side. */
  private async round(counts: readonly number[]): Promise<void> {
    const all = [
      { corridor: this.corridor, name: 'The scenario as it stands' },
      ...this.things.map((one) => ({ corridor: one.corridor, name: nameOf(one) })),
    ];
    const from = this.answers.map(({ length }) => length);
    const asks: (TrialAsk & { readonly of: number })[] = counts.flatMap((count, of) =>
      Array.from({ length: count }, (_, i) => ({ ...all[of], of, replication: from[of] + i })),
    );
    const early = new Map<number, TrialAnswer>();
    const keep = () => {
      // Order: of the asks; what an interrupted round leaves behind a gap is not counted.
      for (let i = 0; early.has(i); i++) this.answers[asks[i].of].push(early.get(i) as TrialAnswer);
    };
    await this.pool
      .run(
        asks,
        { measures: this.words },
        { what: this.what(), planned: this.planned(asks.length), onAnswer: (i, answer) => void early.set(i, answer) },
      )
      .finally(keep);
  }

  private what = (): string => `what one more is worth of ${this.things.length} things`;

  private planned(more: number): number {
    if ('trials' in this.budget) return this.budget.trials;
    const spent = (Date.now() - this.began) / 1000;
    const byTime = spent > 0 ? Math.round((this.trials / spent) * this.budget.seconds) : 0;
    return Math.max(this.trials + more, byTime);
  }
}

export const nameOf = ({ path, step }: Pick<Thing, 'path' | 'step'>): string => `${path} ${step}`;

const isPlain = ({ state }: MeasureResult): boolean => state === 'estimated' || state === 'too few replications';

/** Most worth first; per MUSD first where all have a cost; of equals in the order of their paths. */
function sortRows(rows: readonly PriceRow[], by: 'headline' | 'throughput', name: MeasureName): PriceRow[] {
  const sign = betterOf(name) === 'less' ? -1 : 1;
  const isPriced = rows.every(({ cost }) => cost !== null && cost > 0);
  const worth = (row: PriceRow) => {
    const of = row[by];
    if (of?.difference == null) return Number.NEGATIVE_INFINITY;
    return sign * (isPriced && of.perMusd !== null ? of.perMusd : of.difference.estimate);
  };
  return [...rows].sort((a, b) => compareNumbers(worth(b), worth(a)) || (a.path < b.path ? -1 : 1));
}

const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
