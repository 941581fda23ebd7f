// The numbers of several trials of one corridor as one measure, with the states that a run gives it.
import type { EstimateOptions } from '../../experiment';
import { boundedEstimate } from '../results/bounds';
import type { MeasureName, MeasureResult } from '../results/result';
import type { TrialAnswer, TrialNumber } from './trial';

/** One measure of one corridor, trial by trial. */
export interface Folded {
  readonly result: MeasureResult;
  /** By replication: null where there is no number, or one that says nothing. */
  readonly values: readonly (number | null)[];
}

/** Names a measure. */
export const nameKey = ({ measure, statistic, of, unit }: MeasureName): string =>
  JSON.stringify([measure, statistic, of.place, of.line, of.flow, of.resource, unit]);

/**
 * A measure over the trials of a corridor, by replication. As in a run: one trial in which it did not finish, or that ended
 * early, and it did not; growing in all of them, and it grows.
 */
export function folded(name: MeasureName, answers: readonly TrialAnswer[]): Folded {
  const key = nameKey(name);
  const numbers = answers.map((answer) => numberIn(answer, key));
  const did = numbers.some(({ state }) => state === 'did not finish');
  const grows = numbers.length > 0 && numbers.every(({ state }) => state === 'still growing');
  const state: EstimateOptions['state'] = did ? 'did not finish' : grows ? 'still growing' : undefined;
  const seen = numbers.map(({ state, value }) => (state === 'did not finish' ? null : value));
  const { measure, statistic, of, unit } = name;
  const { state: found, estimate, low, high, level, n, ...rest } = boundedEstimate(seen, unit, state);
  // The cast: the parts of one estimate, in the order of the contract.
  const result = {
    ...{ measure, statistic, of, unit },
    ...{ state: found, estimate, low, high, level, n, ...rest },
  } as MeasureResult;
  return { result, values: seen };
}

/** What a trial says of a measure. */
export function numberIn(
  { numbers, endedEarly, cutShort }: TrialAnswer,
  key: string,
): Pick<TrialNumber, 'state' | 'value'> {
  if (cutShort === true) return { state: 'still growing', value: null };
  const found = numbers.find((one) => nameKey(one) === key);
  if (endedEarly !== undefined) return { state: 'did not finish', value: null };
  return found ?? { state: 'nothing observed', value: null };
}
