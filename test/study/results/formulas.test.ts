import { expect, it } from 'vitest';
import { formulas } from '../../../src/study/results/formulas';
import { runStudy } from '../../../src/study/running/run';
import { twoTerminals } from '../twoTerminals';

it('a run has the formulas of its corridor, each with the measure that it stands beside', async () => {
  const result = await runStudy(twoTerminals, { replications: 2, days: 30, workers: 1 });
  expect(result.formulas.map(({ simulated, ...row }) => row)).toEqual(formulas(twoTerminals));
  expect(result.formulas).toHaveLength(4);
  for (const { measure, simulated } of result.formulas) {
    const found = result.measures.filter(
      (one) =>
        one.measure === measure?.measure &&
        one.of.place === measure.of.place &&
        one.of.resource === measure.of.resource &&
        one.statistic === measure.statistic,
    );
    expect(found).toHaveLength(1);
    const { estimate, low, high, state } = found[0];
    expect(simulated).toEqual({ estimate, low, high, state });
    expect(estimate).not.toBeNull();
  }
});
