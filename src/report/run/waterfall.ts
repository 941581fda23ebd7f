// Waterfall of a box's time: moving, handling and waiting, which add up to its mean transit time.

import { isWait } from '../../study/bottleneck/bottleneck';
import type { LedgerResult } from '../../study/results/result';
import { waterfallBar } from '../words/bars';
import { columns, cut } from '../words/columns';
import { countOf, roundedParts, writeNumber, writeShare } from '../words/numbers';

type Part = LedgerResult['parts'][number];

/** Rounding step of the figures: a hundredth of a day [s]. */
const STEP = 864;
/** Parts below this share of the total are combined. */
const SMALL = 0.03;
/** The same in the full report. */
const SMALL_IN_FULL = 0;
const BAR = 36;

export const groups = ['moving', 'handled', 'waiting'] as const;
export type Group = (typeof groups)[number];

/** The category of a cause: each of the three is reduced by different measures. */
export function groupOf(cause: string): Group {
  if (cause === 'moving') return 'moving';
  return isWait(cause) ? 'waiting' : 'handled';
}

/** `path behind others` for `waiting for a path, behind other traffic`, which is too long for a table. */
const shortened = (cause: string): string =>
  cause.replace(/^waiting (?:for (?:an? )?|to be )(.*), behind other traffic$/, '$1 behind others');

/** `waiting for weather, Aktau`; movements are named by their line only. */
export const nameOf = ({ cause, where }: Pick<Part, 'cause' | 'where'>): string =>
  cause === 'moving' ? where : `${shortened(cause)}, ${where}`;

interface Row {
  readonly name: string;
  readonly seconds: number;
}

/** The parts of a group, largest first, the small ones combined in a last row. */
function rowsOf(parts: readonly Part[], whole: number, least: number): Row[] {
  const sorted = [...parts].filter(({ seconds }) => seconds > 0).sort((a, b) => b.seconds - a.seconds);
  const isSmall = ({ seconds }: Part) => seconds < least * whole;
  // The largest is always named: a group with only "other" is uninformative.
  const small = sorted.slice(1).filter(isSmall);
  // A single small part is named instead of "other (1 cause)".
  if (small.length <= 1) return sorted.map((part) => ({ name: nameOf(part), seconds: part.seconds }));
  const rest = small.reduce((sum, { seconds }) => sum + seconds, 0);
  return [
    ...sorted.filter((part) => !small.includes(part)).map((part) => ({ name: nameOf(part), seconds: part.seconds })),
    { name: `other (${countOf(small.length, 'cause')})`, seconds: rest },
  ];
}

/** The waterfall of a flow's finished boxes: days a box, share, bar. The rounded days add up. */
export function waterfall(ledger: LedgerResult, full = false): string[] {
  if (!(ledger.boxes > 0)) return [];
  const grouped = groups
    .map((group) => ({
      group,
      rows: rowsOf(
        ledger.parts.filter(({ cause }) => groupOf(cause) === group),
        ledger.seconds,
        full ? SMALL_IN_FULL : SMALL,
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
  const flat = grouped.flatMap(({ rows }) => rows);
  const steps = roundedParts(
    flat.map(({ seconds }) => seconds / ledger.boxes),
    STEP,
  );
  const whole = steps.reduce((sum, step) => sum + step, 0);
  const cells = (name: string, step: number, seconds: number, bar: string) => [
    name,
    writeNumber(step / 100, 2),
    writeShare(seconds / ledger.seconds),
    bar,
  ];
  const lines: string[][] = [];
  let before = 0;
  let i = 0;
  for (const { group, rows } of grouped) {
    const own = steps.slice(i, i + rows.length);
    const sum = own.reduce((total, step) => total + step, 0);
    lines.push(
      cells(
        group,
        sum,
        rows.reduce((total, { seconds }) => total + seconds, 0),
        '',
      ),
    );
    for (const [k, { name, seconds }] of rows.entries()) {
      const bar = waterfallBar(before, before + own[k], whole, BAR);
      lines.push(cells(`  ${cut(name, 40)}`, own[k], seconds, bar));
      before += own[k];
    }
    i += rows.length;
  }
  lines.push(
    cells(
      ledger.censored > 0 ? 'mean of those that left' : 'all: mean transit time',
      whole,
      ledger.seconds,
      waterfallBar(0, whole, whole, BAR),
    ),
  );
  return columns(lines, 'lrrl');
}

/** The parts that differ most between the slowest tenth of the boxes and the others, in days a box. */
export function slowTenth(slow: LedgerResult, others: LedgerResult, count = 3): string[] {
  if (!(slow.boxes > 0 && others.boxes > 0)) return [];
  const days = (seconds: number, boxes: number) => seconds / boxes / 86_400;
  const key = ({ cause, where }: Part) => JSON.stringify([cause, where]);
  const usual = new Map(others.parts.map((part) => [key(part), days(part.seconds, others.boxes)]));
  const more = slow.parts
    .map((part) => ({ part, slow: days(part.seconds, slow.boxes), usual: usual.get(key(part)) ?? 0 }))
    .map((one) => ({ ...one, more: one.slow - one.usual }))
    .filter((one) => one.more >= 0.05)
    .sort((a, b) => b.more - a.more)
    .slice(0, count);
  return columns(
    more.map((one) => [
      cut(nameOf(one.part), 44),
      `+${writeNumber(one.more, 1)} d`,
      `${writeNumber(one.slow, 1)} d against ${writeNumber(one.usual, 1)} d of the others`,
    ]),
    'lrl',
  );
}
