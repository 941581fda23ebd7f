// Where the boxes' time went, to the second: for all of a flow, for the quicker nine tenths, and for the slow tail.
import type { Outcome } from '../../model/replicate';
import { flowsOf } from './cohort';
import { allOf, type PercentileBand, percentileBandsOf } from './percentileBands';
import type { LedgerResult } from './result';

/**
 * The delay ledger of every flow, by bands of transit time. All replications' finished boxes are taken together; the
 * quickest nine tenths of them, rounded up, are the band p0-p90. Boxes whose transit times differ by less than a thousandth
 * are not told apart: of those among which nine tenths are reached, each band has its number and its portion of their seconds.
 * @throws when parts do not add up to their whole, or the two bands to all
 */
export function ledgerOf(outcomes: readonly Outcome[]): LedgerResult[] {
  return flowsOf(outcomes[0]).flatMap((flow) => {
    const rows = outcomes.flatMap(({ journeys }) => journeys.filter((one) => one.flow === flow));
    const censored = rows.reduce((sum, one) => sum + one.censored, 0);
    const cells = outcomes[0].cells;
    const bins = rows.map(({ ledger }) => ledger);
    const [quick, slow] = percentileBandsOf(bins, cells.length);
    const all = allOf(bins, cells.length);
    if (all.seconds !== quick.seconds + slow.seconds || all.boxes !== quick.boxes + slow.boxes)
      throw new Error(`${flow}: the ledger's two bands do not add up to all boxes`);
    return (
      [
        ['all', all],
        ['p0-p90', quick],
        ['p90-p100', slow],
      ] as const
    ).map(([band, sums]) => ({
      flow,
      band,
      boxes: sums.boxes,
      censored,
      seconds: sums.seconds,
      parts: partsOf(sums, cells, `${flow}, ${band}`),
    }));
  });
}

/** Parts by seconds, most first, then by cause and place. */
function partsOf(band: PercentileBand, cells: Outcome['cells'], where: string): LedgerResult['parts'] {
  const named = cells
    .map((cell, i) => ({
      cause: cell.cause,
      where: cell.where,
      seconds: band.byCell[i],
      share: band.byCell[i] / band.seconds,
    }))
    .filter(({ seconds }) => seconds > 0);
  const sum = named.reduce((seconds, part) => seconds + part.seconds, 0);
  if (sum !== band.seconds)
    throw new Error(`${where}: the ledger's parts add up to ${sum} s, the whole is ${band.seconds} s`);
  const name = (part: { cause: string; where: string }) => `${part.cause}\u0000${part.where}`;
  return named.sort((a, b) => b.seconds - a.seconds || (name(a) < name(b) ? -1 : 1));
}
