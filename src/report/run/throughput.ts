// Throughput of each place in the window, in TEU or trucks, and what is counted there.
import type { CorridorData } from '../../model/corridor/corridor';
import type { MeasureResult } from '../../study/results/result';
import { columns, cut } from '../words/columns';
import { say } from '../words/states';

const corridorCounts = 'delivered, each box once';
const otherwise = 'passed';

/** The TEU counted, by kind of place. */
const counts: { readonly [kind: string]: string | undefined } = {
  terminal: 'in plus out by rail',
  seaport: 'over the quay, loaded plus discharged',
  'rail border': 'carried over',
};

/** @param way places in display order; others follow by name */
export function throughputTable(
  measures: readonly MeasureResult[],
  data: CorridorData,
  way: readonly string[],
  unit: 'TEU' | 'trucks' = 'TEU',
): string[] {
  const rank = (place: string) => (way.includes(place) ? way.indexOf(place) : way.length);
  const found = measures.filter(
    ({ measure, statistic, of, unit: its }) =>
      its === unit &&
      measure === 'throughput' &&
      statistic === 'total' &&
      of.resource === undefined &&
      of.flow === undefined,
  );
  const places = found
    .filter(({ of }) => of.place !== undefined)
    .sort((a, b) => rank(placeOf(a)) - rank(placeOf(b)) || (placeOf(a) < placeOf(b) ? -1 : 1));
  const whole = found.filter(({ of }) => of.place === undefined && of.line === undefined);
  const row = (one: MeasureResult, name: string, counted: string) => {
    const { estimate, halfWidth: others } = say(one);
    return [cut(name, 24), estimate, others, counted];
  };
  return columns(
    [
      ...places.map((one) => row(one, placeOf(one), counts[data.places[placeOf(one)]?.kind] ?? otherwise)),
      ...whole.map((one) => row(one, 'corridor', corridorCounts)),
    ],
    'lrll',
  );
}

const placeOf = ({ of }: MeasureResult): string => of.place ?? '';
