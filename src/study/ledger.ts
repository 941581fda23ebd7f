// Where the boxes' time went, to the second: for all of a flow, for the quicker nine tenths, and for the slow tail.
import type { FlowJourneys } from '../model/journeys';
import type { Outcome } from '../model/run';
import { flowsOf } from './cohort';
import type { LedgerResult } from './result';

/** Seconds by cell of a band of boxes; whole numbers below 2^53, so sums are exact. */
class Band {
  boxes = 0;
  seconds = 0;
  readonly byCell: Float64Array;

  constructor(cells: number) {
    this.byCell = new Float64Array(cells);
  }

  add({ transit, cells, parts }: FlowJourneys, box: number): void {
    this.boxes++;
    this.seconds += transit[box];
    const row = box * cells.length;
    for (let i = 0; i < cells.length; i++) this.byCell[cells[i]] += parts[row + i];
  }
}

/**
 * The delay ledger of every flow, by bands of transit time. All replications' finished boxes are one list in order of
 * transit time, then replication, then route and finishing; the first nine tenths of it, rounded up, are the band p0-p90.
 * @throws when parts do not add up to their whole, or the two bands to all
 */
export function ledgerOf(outcomes: readonly Outcome[]): LedgerResult[] {
  return flowsOf(outcomes[0]).flatMap((flow) => {
    const rows = outcomes.flatMap(({ journeys }) => journeys.filter((one) => one.flow === flow));
    const censored = rows.reduce((sum, one) => sum + one.censored, 0);
    const cells = outcomes[0].cells;
    const [quick, slow] = bandsOf(rows, cells.length);
    const all = allOf(rows, cells.length);
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

function allOf(rows: readonly FlowJourneys[], cells: number): Band {
  const all = new Band(cells);
  for (const row of rows) for (let box = 0; box < row.boxes; box++) all.add(row, box);
  return all;
}

function bandsOf(rows: readonly FlowJourneys[], cells: number): [Band, Band] {
  const n = rows.reduce((sum, { boxes }) => sum + boxes, 0);
  // Speed: transit time and position in one number sort ten times as fast as by a comparison; with a transit below 2^27 s,
  // four years, it is exact.
  const room = 2 ** 26;
  if (n > room) throw new RangeError(`The ledger's bands are of at most ${room} boxes a flow; there are ${n}.`);
  const keys = new Float64Array(n);
  let at = 0;
  for (const { transit } of rows) for (const seconds of transit) keys[at] = seconds * room + at++;
  keys.sort();
  const replication = new Int32Array(n);
  const first = new Int32Array(rows.length);
  at = 0;
  for (const [r, { boxes }] of rows.entries()) {
    first[r] = at;
    replication.fill(r, at, at + boxes);
    at += boxes;
  }
  const bands: [Band, Band] = [new Band(cells), new Band(cells)];
  // In whole numbers: 0.9 · n may come out a hair above a whole number.
  const quick = Math.ceil((9 * n) / 10);
  for (let i = 0; i < n; i++) {
    const position = keys[i] % room;
    const r = replication[position];
    bands[i < quick ? 0 : 1].add(rows[r], position - first[r]);
  }
  return bands;
}

/** Parts by seconds, most first, then by cause and place. */
function partsOf(band: Band, cells: Outcome['cells'], where: string): LedgerResult['parts'] {
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
