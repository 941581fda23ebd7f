// How a fleet can be short at half its use: the mean round of its units in days, its parts, and where units stand ready.
import type { CorridorData } from '../../model/corridor/corridor';
import { writeNumber } from '../results/digits';
import type { MeasureResult } from '../results/result';

/** The parts of a round, as they are read. */
const parts = [
  ['cycle under way', 'under way'],
  ['cycle loading', 'loading'],
  ['cycle unloading', 'unloading'],
  ['cycle waiting for a load', 'waiting for a load'],
  ['cycle repositioning', 'running empty'],
  ['cycle beyond its end', 'beyond its end'],
] as const;

/** Parts below so many days are left out. */
const TOLD = 0.05;

const estimateOf = (measures: readonly MeasureResult[], measure: string, of: MeasureResult['of']) =>
  measures.find(
    (one) =>
      one.measure === measure &&
      one.statistic === 'mean' &&
      one.of.resource === of.resource &&
      one.of.place === of.place &&
      one.estimate !== null,
  );

const words = (one: MeasureResult): string => writeNumber(one.estimate ?? 0, 1);

/** `a round of 25.1 days: 12.0 under way, 9.1 waiting for a load`; nothing where the fleet made no round. */
export function roundWords(measures: readonly MeasureResult[], fleet: string): string {
  const round = estimateOf(measures, 'cycle', { resource: fleet });
  if (round === undefined) return '';
  const spent = parts
    .map(([measure, name]) => ({ name, one: estimateOf(measures, measure, { resource: fleet }) }))
    .filter(({ one }) => (one?.estimate ?? 0) >= TOLD)
    .sort((a, b) => (b.one?.estimate ?? 0) - (a.one?.estimate ?? 0))
    .map(({ name, one }) => `${one === undefined ? '' : words(one)} ${name}`);
  return `a round of ${words(round)} days: ${spent.join(', ')}`;
}

/** `on average 1.9 stood ready at Altynkol, where boxes waited, and 6.1 at Aktau`. */
export function readyWords(
  data: CorridorData,
  measures: readonly MeasureResult[],
  fleet: string,
  waitedAt: string | undefined,
): string {
  const ready = Object.keys(data.services)
    .filter((id) => data.services[id].fleet === fleet)
    .flatMap((id) =>
      measures.filter(
        ({ measure, of, estimate }) => measure === 'units ready' && of.resource === id && estimate !== null,
      ),
    )
    .sort((a, b) => Number(b.of.place === waitedAt) - Number(a.of.place === waitedAt));
  if (!ready.some(({ of }) => of.place === waitedAt)) return '';
  const [first, ...others] = ready.map(
    (one) => `${words(one)} ${one.of.place === waitedAt ? 'stood ready ' : ''}at ${one.of.place}`,
  );
  return `on average ${first}, where boxes waited${others.length > 0 ? `, and ${others.join(' and ')}` : ''}`;
}
