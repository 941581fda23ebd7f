// Setting runs beside published figures, each in the variant whose window holds what the figure is of.
import type { Corridor } from '../../model/change/define';
import type { Outcome } from '../../model/replicate';
import { scenarios } from '../../scenarios';
import { type ValidationRow, validationRows } from '../../scenarios/validation';
import type { RunResult, ValidateResult, ValidationResult } from '../results/result';
import { version } from '../results/version';
import { type StudyOptions, withDefaults } from '../running/options';
import { study } from '../running/run';
import { askFor, compareRow, type Place } from './compare';
import { holds } from './period';

/** A row, and the variant that it is set beside; null: the scenario as it stands. */
interface Placed {
  readonly row: ValidationRow;
  readonly variant: string | null;
  /** Whether the window of that run holds its period. */
  readonly inWindow: boolean;
}

/**
 * Runs each corridor in the variants that its published figures are of and sets the run beside them (contract
 * keruen/validate@1). A corridor for which none is known gives no rows. Options as for `runStudy`.
 *
 * Inside, by rule: M, the simulated mean lies within low to high, or within 15 % of the one number published, and its
 * half-width is below 10 % of it. S, of all boxes 50 to 98 % make it within the published time. N, the simulated maximum
 * within the period lies within low to high, or within 30 %. P is never counted. Nor is a figure whose period no variant's
 * window holds; it is computed all the same, in the scenario as it stands.
 */
export async function validate(corridors: readonly Corridor[], options: StudyOptions = {}): Promise<ValidateResult> {
  const { seed, days } = withDefaults(options);
  const rows: ValidationResult[] = [];
  let count = 0;
  for (const corridor of corridors) {
    const known = validationRows.filter((row) => row.scenario === corridor.data.id);
    const placed = known.map((row) => placeOf(corridor, row, days));
    // A variant without changes is the scenario as it stands: they are one run.
    const runOf = (variant: string | null) => (changes(corridor, variant) ? variant : null);
    for (const variant of new Set(placed.map((one) => runOf(one.variant)))) {
      const its = placed.filter((one) => runOf(one.variant) === variant);
      const run = variant === null ? corridor : corridor.variant(variant);
      const { asked, places } = askFor(run.data, its, days);
      const { result, outcomes } = await study(run, options, asked);
      count = Math.max(count, outcomes.length);
      rows.push(...its.map((one, i) => rowOf(one, places[i], result, outcomes)));
    }
  }
  const order = validationRows.map(({ id }) => id);
  rows.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return { schema: 'keruen/validate@1', keruen: version, seed, replications: count, rows };
}

/**
 * One run, and the published figures beside it, without running anything twice. `validation` is left out where no figure
 * is known, or where the corridor is not the shipped one: a file of one's own may have kept the shipped id.
 */
export async function runAndValidate(
  corridor: Corridor,
  options: StudyOptions = {},
): Promise<{ readonly run: RunResult; readonly validation?: ValidateResult }> {
  const known = validationRows.filter((row) => row.scenario === corridor.data.id);
  if (known.length === 0 || corridor.changes.length > 0 || !isShipped(corridor))
    return { run: (await study(corridor, options)).result };
  const placed = known.map((row): Placed => {
    const variant = variantAsItStands(corridor, row, options.days);
    return { row, variant, inWindow: variant !== null };
  });
  const { asked, places } = askFor(corridor.data, placed, options.days);
  const { result: run, outcomes } = await study(corridor, options, asked);
  const rows = placed.map((one, i) => rowOf(one, places[i], run, outcomes));
  const { keruen, seed, replications } = run;
  return { run, validation: { schema: 'keruen/validate@1', keruen, seed, replications, rows } };
}

function rowOf(
  { row, variant, inWindow }: Placed,
  place: Place,
  result: RunResult,
  outcomes: readonly Outcome[],
): ValidationResult {
  const date = inWindow
    ? undefined
    : row.variant === undefined
      ? `The figure is of ${inWords(row.period)}, outside every window.`
      : `The figure is of ${inWords(row.period)}, as in the variant ${row.variant}; validate runs it.`;
  return compareRow(row, variant, date, place, result, outcomes);
}

const inWords = (period: string): string => period.replace('/', ' to ');

function isShipped({ data, hash }: Corridor): boolean {
  return scenarios.some(({ id, corridor }) => id === data.id && corridor.hash === hash);
}

/** Order: the variant that changes least, then by id. */
function variantsOf({ data }: Corridor): string[] {
  const variants = data.variants ?? {};
  return Object.keys(variants).sort((a, b) => variants[a].length - variants[b].length || (a < b ? -1 : 1));
}

function changes({ data }: Corridor, variant: string | null): boolean {
  return variant !== null && (data.variants?.[variant] ?? []).length > 0;
}

/** A row in the variant whose window holds its period; in the scenario as it stands where none does. */
function placeOf(corridor: Corridor, row: ValidationRow, days: number | undefined): Placed {
  const ids = variantsOf(corridor).filter((id) => row.variant === undefined || id === row.variant);
  const variant = ids.find((id) => holds(corridor.variant(id).data, row.period, days)) ?? null;
  return { row, variant, inWindow: variant !== null };
}

function variantAsItStands(corridor: Corridor, row: ValidationRow, days: number | undefined): string | null {
  if (row.variant !== undefined) return null;
  const same = variantsOf(corridor).find((id) => !changes(corridor, id));
  return same !== undefined && holds(corridor.data, row.period, days) ? same : null;
}
