// All trials of a capacity question, by demand and replication: each is run once, whoever asks for it.
import type { Corridor } from '../../model/change/define';
import { levels } from '../results/measures';
import type { MeasureName } from '../results/result';
import { nameKey, numberIn } from '../trials/folded';
import type { TrialPool } from '../trials/pool';
import type { TrialAnswer } from '../trials/trial';
import type { Demand } from './demand';
import { measureOfTerm, type Term } from './promise';

export interface Ask {
  readonly x: number;
  readonly replication: number;
}

/** A term once a trial has told what its measure is. */
export interface Known {
  readonly name: MeasureName;
  readonly limit: number;
}

/** A promise is broken by far at so many times its limit. */
const FAR_OFF = 5 / 3;

export class SeenTrials {
  /** By demand, by replication. */
  readonly points = new Map<number, TrialAnswer[]>();
  /** By term; undefined until a trial came to its end. */
  readonly known: (Known | undefined)[];
  private readonly corridors = new Map<number, Corridor>();
  private readonly cutsShort: boolean;

  constructor(
    private readonly pool: TrialPool,
    private readonly demand: Demand,
    readonly terms: readonly Term[],
    private readonly id: string,
  ) {
    this.known = terms.map(() => undefined);
    // One measure of the promise that grows breaks it, whatever the others are.
    this.cutsShort = terms.some(({ measure }) => levels.includes(measure));
  }

  /** The answers to some asks, run where they are not known yet. */
  async have(asks: readonly Ask[], what: string, most: number): Promise<TrialAnswer[]> {
    const missing = asks.filter(({ x, replication }) => this.points.get(x)?.[replication] === undefined);
    const keep = (i: number, answer: TrialAnswer) => this.keep(missing[i], answer);
    const measures = this.terms.map(({ words }) => words);
    await this.pool.run(
      missing.map(({ x, replication }) => ({
        corridor: this.corridorAt(x),
        replication,
        name: `The trial at ${x} ${this.demand.unit}`,
      })),
      { measures, loads: true, cutsShort: this.cutsShort },
      { what, planned: most, onAnswer: keep },
    );
    return asks.map(({ x, replication }) => this.points.get(x)?.[replication] as TrialAnswer);
  }

  corridorAt(x: number): Corridor {
    let found = this.corridors.get(x);
    if (found === undefined) {
      found = this.demand.corridorAt(x);
      this.corridors.set(x, found);
    }
    return found;
  }

  /**
   * What a trial says of a term, in the unit of its measure: null breaks the promise. What nobody observed breaks none, as long
   * as it was observed in another trial: `refuseUnobserved`.
   */
  valueOf(term: number, answer: TrialAnswer): number | null {
    const known = this.known[term];
    if (known === undefined) return null;
    const { state, value } = numberIn(answer, nameKey(known.name));
    if (state === 'nothing observed') return 0;
    return state === 'seen' ? value : null;
  }

  /** @throws RangeError where no trial that came to its end observed the measure of a term: it would look kept */
  refuseUnobserved(): void {
    const ended = [...this.points.values()].flat().filter(({ cutShort, endedEarly }) => !cutShort && !endedEarly);
    for (const [term, known] of this.known.entries()) {
      if (known === undefined) continue;
      const key = nameKey(known.name);
      if (ended.some((answer) => numberIn(answer, key).state !== 'nothing observed')) continue;
      throw new RangeError(
        `Nothing was observed of "${this.terms[term].words}" in any of ${ended.length} trials, at any demand, so a promise on it is neither kept nor broken; promise something that boxes, trains or ships of the demand come by, or ask for a longer window.`,
      );
    }
  }

  /** Whether some term was broken by far in every trial at a demand. */
  isHopeless(x: number): boolean {
    const answers = this.at(x);
    return this.terms.some((_, term) => {
      const limit = this.known[term]?.limit ?? 0;
      return answers.every((answer) => (this.valueOf(term, answer) ?? Number.POSITIVE_INFINITY) > FAR_OFF * limit);
    });
  }

  /** Whether a trial keeps all terms. */
  keeps(answer: TrialAnswer): boolean {
    return this.terms.every((_, term) => {
      const value = this.valueOf(term, answer);
      return value !== null && value <= (this.known[term]?.limit ?? 0);
    });
  }

  /** The answers at a demand, of the replications that are known without a gap. */
  at(x: number): TrialAnswer[] {
    const all = this.points.get(x) ?? [];
    let known = 0;
    while (all[known] !== undefined) known++;
    return all.slice(0, known);
  }

  private keep({ x, replication }: Ask, answer: TrialAnswer): void {
    const of = this.points.get(x) ?? [];
    of[replication] = answer;
    this.points.set(x, of);
    if (answer.cutShort === true || answer.endedEarly !== undefined) return;
    for (const [i, term] of this.terms.entries()) {
      if (this.known[i] !== undefined) continue;
      const name = measureOfTerm(term, answer, this.id);
      const { measure, statistic, of, unit } = name;
      this.known[i] = { name: { measure, statistic, of, unit }, limit: term.limitIn(unit) };
    }
  }
}
