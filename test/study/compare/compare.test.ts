// Alternatives beside a scenario: what each changes, which is best, and what is refused.
import { describe, expect, it } from 'vitest';
import { sampler, stream } from '../../../src/stochastic';
import { differenceWords } from '../../../src/study/compare/answer';
import { compare, rowsOf } from '../../../src/study/compare/compare';
import type { TrialAnswer } from '../../../src/study/trials/trial';
import { twoTerminals } from '../twoTerminals';

const quick = { days: 30, workers: 1 } as const;
const more = (count: number) => ({ set: { 'fleets.sets.count': count } });

/** Trials of a corridor that gave these numbers of one measure. */
const trials = (values: readonly number[], state: TrialAnswer['numbers'][number]['state'] = 'seen'): TrialAnswer[] =>
  values.map((value, replication) => ({
    ...{ replication, hash: '', events: 1, uses: [], waits: [] },
    numbers: [{ measure: 'dwell', statistic: 'mean', of: { place: 'West' }, unit: 'h', state, value }],
  }));

describe('compare', () => {
  it('says what an alternative changes, of each headline, in a sentence and in numbers', async () => {
    const result = await compare(twoTerminals, {
      ...quick,
      replications: 6,
      with: [more(8), { id: 'slow', set: { 'places.West.shunting': '6 h' } }],
    });
    expect(result.rows.map(({ measure }) => measure)).toEqual(['transit time', 'throughput']);
    expect(result.alternatives.map(({ name }) => name)).toEqual(['fleets.sets.count=8', 'slow']);
    const [, slow] = result.rows[0].alternatives;
    // Five and a half hours more at West before boxes are unloaded, and trains come back later.
    expect(slow.difference?.state).toBe('told apart');
    expect(slow.difference?.low ?? 0).toBeGreaterThan(5.4 / 24);
    expect(result.answer).toMatch(/slow changes mean transit time of westbound by \+5\.\d+ ± \d\S* h/);
    expect(result.rows[0].candidates).not.toContain(2);
    expect(result).toMatchObject({ replications: 6, trials: 18 });
  });

  it('says of what changes nothing that it does', async () => {
    const result = await compare(twoTerminals, {
      ...quick,
      replications: 3,
      with: [{ id: 'more-yard', set: { 'places.West.yard.capacity': '3000 TEU' } }],
    });
    expect(result.answer).toContain(
      'more-yard changes nothing in mean transit time of westbound and total throughput at West.',
    );
    expect(result.rows[0].best).toBeNull();
  });

  it('goes on until the differences are as narrow as was asked', async () => {
    const busier = { set: { 'flows.westbound.demand': '10 kTEU/year' } };
    const asked = { ...quick, with: [busier], measures: ['mean transit time of westbound'] };
    const few = await compare(twoTerminals, { ...asked, replications: 4 });
    const result = await compare(twoTerminals, { ...asked, replications: 4, precision: 0.01, maxReplications: 60 });
    expect(result.precision?.reached).toBe(true);
    expect(result.replications).toBeGreaterThan(few.replications);
    const { base, alternatives } = result.rows[0];
    const { low, high } = alternatives[0].difference ?? { low: null, high: null };
    expect(((high ?? 9) - (low ?? 0)) / 2).toBeLessThanOrEqual(0.01 * (base.estimate ?? 0));
  });

  it('says in a sentence that there is nothing to compare of what nobody observed, and takes no precision for reached', async () => {
    // A box in a hundred years: there is none in any of these windows.
    const still = twoTerminals.with({ set: { 'flows.eastbound.demand': '0.01 TEU/year' } });
    const { answer, precision } = await compare(still, {
      ...{ ...quick, replications: 3, precision: 0.05, maxReplications: 40 },
      ...{ with: [more(5), more(6)], measures: ['mean transit time of eastbound'] },
    });
    expect(answer).toBe(
      'Nothing was observed of mean transit time of eastbound, neither in the scenario as it stands nor with any alternative: there is nothing to compare.',
    );
    expect(precision).toEqual({ asked: 0.05, reached: false, worst: null });
  });

  it('gives no difference where one of the two has no value', async () => {
    const crowded = { id: 'crowded', set: { 'flows.westbound.demand': '400 kTEU/year' } };
    const result = await compare(twoTerminals, { ...quick, replications: 3, with: [crowded] });
    expect(result.rows[0].alternatives[0]).toMatchObject({ difference: null, result: { state: 'did not finish' } });
    expect(result.answer).toContain('no value (did not finish)');
    expect(result.rows[0].candidates).toEqual([]);
  });

  it('tells what was known when it was interrupted, whole replications only', async () => {
    const abort = new AbortController();
    const result = await compare(twoTerminals, {
      ...quick,
      ...{ replications: 500, with: [more(8)], signal: abort.signal },
      onProgress: ({ done }) => done === 9 && abort.abort(),
    });
    expect(result).toMatchObject({ interrupted: true, replications: 4, trials: 8 });
    expect(result.endedEarly).toContain('interrupted after 4 replications');
  });

  it.each<[string, Parameters<typeof compare>[1]['with'], string]>([
    ['no alternative', [], 'There is nothing to compare with'],
    [
      'the same twice',
      [more(5), { id: 'five', set: { fleets: { sets: { count: 5 } } } }],
      'The alternative five is the same as fleets.sets.count=5',
    ],
    ['the scenario itself', [more(4)], 'The alternative fleets.sets.count=4 is the same as the scenario as it stands'],
    [
      'an id that is not there',
      ['more-sets'],
      'There is no change or variant "more-sets" to compare with; the scenario has none.',
    ],
  ])('refuses %s', async (_, alternatives, say) => {
    await expect(compare(twoTerminals, { ...quick, with: alternatives })).rejects.toThrow(say);
  });

  it('refuses a measure that a run does not have, and names the nearest', async () => {
    const asked = { ...quick, replications: 1, with: [more(5)], measures: ['p90 dwel at West'] };
    await expect(compare(twoTerminals, asked)).rejects.toThrow('Did you mean p90 dwell at West');
  });
});

describe('which is best', () => {
  /**
   * Three alternatives and the scenario itself, all equal: "best" is decided in at most one comparison of twenty. Of 1,000
   * comparisons more than 71 come by chance once in 1,000 (binomial, normal approximation: 50 + 3.09 · 6.9).
   */
  it('is decided for equal alternatives no more often than promised', () => {
    const draws = stream('equal', 0, 'equal');
    const law = sampler({ law: 'lognormal', mean: 10, sd: 5 });
    let decided = 0;
    for (let repeat = 0; repeat < 1000; repeat++) {
      const [row] = rowsOf([0, 1, 2, 3].map(() => trials(Array.from({ length: 10 }, () => law.draw(draws)))));
      if (row.best !== null) decided++;
    }
    expect(decided).toBeLessThanOrEqual(71);
  });

  it('is decided where one is far better than all, and counts alternatives from 1', () => {
    const far = [3, 2, 1].map((times) => trials(Array.from({ length: 12 }, (_, i) => 10 * times + (i % 3))));
    const [row] = rowsOf(far);
    expect(row).toMatchObject({ better: 'less', best: 2, candidates: [2] });
  });

  it('is not asked where one of them grows', () => {
    const [row] = rowsOf([trials([1, 2, 3]), trials([9, 9, 9], 'still growing')]);
    expect(row).toMatchObject({ best: null, candidates: [] });
    expect(row.alternatives[0].result.state).toBe('still growing');
  });
});

describe('a difference in words', () => {
  it.each([
    [{ estimate: -196, low: -236, high: -156 }, 'h', '−8.2 ± 1.7 d'],
    // Half of the interval is more than the estimate, and yet 0 is not in it; and the other way round.
    [{ estimate: -31, low: -84, high: -18 }, 'h', '−31 h (−84 to −18)'],
    [{ estimate: -18, low: -19, high: 2 }, 'h', '−18 h (−19 to +2)'],
  ])('of %j is as even as its interval', (difference, unit, words) => {
    expect(differenceWords(difference, unit)).toBe(words);
  });
});
