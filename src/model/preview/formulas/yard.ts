// A port's yard sized as planners do: ground slots for the yearly TEU, with assumed dwell time and peak factor.
import { groundSlots } from '../../../queueing';
import type { PortYard } from '../../places/seaport/spec';
import type { Traffic } from '../preview';
import { assumed, type FormulaRow, sentences } from './row';

/**
 * Ground slots of a yard, and the TEU on them at the peak.
 *
 * Source: P2, see `groundSlots` of `keruen/queueing`.
 */
export function yardFormulas(place: string, yard: PortYard, traffic: Traffic): FormulaRow[] {
  const teu = traffic.leaving(place) + (yard.collected === undefined ? 0 : traffic.ending(place));
  if (!(teu > 0)) return [];
  const { peak, dwellDays, height, stackRatio, occupancy } = assumed.yard;
  const stay = `dwell ${dwellDays} d, peak factor ${peak}`;
  const reasons = [
    `dwell and peak factor are assumed: of a run they are results (measures "dwell" and "peak factor" of its yard)`,
    'boxes leave by trainload and shipload, and stand longer when a storm or a shortage further on keeps trains and ships away',
  ];
  const row = { where: place, resource: 'yard', why: sentences(reasons) };
  return [
    {
      ...row,
      what: 'TEU',
      formula: 'P2 before stacking',
      value: groundSlots({ teu, peak, dwellDays, height: 1, stackRatio: 1, occupancy: 1 }),
      unit: 'TEU',
      assumed: stay,
      measure: { measure: 'busiest days', statistic: 'mean', of: { place, resource: 'yard' } },
    },
    {
      ...row,
      what: 'slots',
      formula: 'P2',
      value: groundSlots({ teu, ...assumed.yard }),
      unit: 'ground slots',
      assumed: `${stay}, ${height} boxes high, stacks ${stackRatio * 100} % full on average, ${occupancy * 100} % of slots taken`,
    },
  ];
}
