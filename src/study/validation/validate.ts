// Setting a run beside published figures: the simulated interval, what was published, and whether the one fits the other.
import { type Estimate, estimate, relativeHalfWidth } from '../../experiment';
import type { Corridor } from '../../model/change/define';
import type { FlowRoute } from '../../model/corridor/routes/routes';
import type { Outcome } from '../../model/replicate';
import { Clock, dayNumber } from '../../model/time/clock';
import { scenarios } from '../../scenarios';
import { type Computed, type StopEvent, type ValidationRow, validationRows } from '../../scenarios/validation';
import type { RunResult, ValidateResult, ValidationResult } from '../results/result';
import { version } from '../results/version';
import { type StudyOptions, withDefaults } from '../running/options';
import { study } from '../running/run';

/** Where one number is published, this share of it either way. */
const TOLERANCE = 0.15;
/** An interval whose half is a tenth of its mean or more says too little to count as inside. */
const NARROW = 0.1;

const secondsOf = { d: 86_400, h: 3600 } as const;

/**
 * Runs each corridor in the variants that its published figures are of and sets the run beside them (contract
 * keruen/validate@1). A corridor for which none is known gives no rows. Options as for `runStudy`.
 *
 * Inside: the simulated mean lies within low to high, or within 15 % of the one number published, and the half-width is
 * below 10 % of the mean. A figure is counted when the window of a variant holds its date and nothing else speaks
 * against it; one that is not counted is computed all the same, in the scenario as it stands.
 */
export async function validate(corridors: readonly Corridor[], options: StudyOptions = {}): Promise<ValidateResult> {
  const { seed, days } = withDefaults(options);
  const rows: ValidationResult[] = [];
  let count = 0;
  for (const corridor of corridors) {
    const known = validationRows.filter((row) => row.scenario === corridor.data.id);
    const placed = known.map((row) => ({ row, variant: variantOf(corridor, row, days) }));
    // A variant without changes is the scenario as it stands: they are one run.
    const runOf = (variant: string | null) => (changes(corridor, variant) ? variant : null);
    for (const variant of new Set(placed.map((one) => runOf(one.variant)))) {
      const { result, outcomes } = await study(variant === null ? corridor : corridor.variant(variant), options);
      count = Math.max(count, outcomes.length);
      for (const { row, variant: its } of placed) {
        if (runOf(its) === variant) rows.push(compareRow(row, its, result, outcomes));
      }
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
  const { result: run, outcomes } = await study(corridor, options);
  const known = validationRows.filter((row) => row.scenario === corridor.data.id);
  if (known.length === 0 || corridor.changes.length > 0 || !isShipped(corridor)) return { run };
  const rows = known.map((row) => compareRow(row, variantAsItStands(corridor, row, options.days), run, outcomes));
  const { keruen, seed, replications } = run;
  return { run, validation: { schema: 'keruen/validate@1', keruen, seed, replications, rows } };
}

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

/** The variant whose window holds the figure's date; null, the scenario as it stands, where none does. */
function variantOf(corridor: Corridor, row: ValidationRow, days: number | undefined): string | null {
  const fits = (id: string) => holds(corridor.variant(id), row, days);
  if (row.variant !== undefined) return fits(row.variant) ? row.variant : null;
  return variantsOf(corridor).find(fits) ?? null;
}

function variantAsItStands(corridor: Corridor, row: ValidationRow, days: number | undefined): string | null {
  if (row.variant !== undefined) return null;
  const same = variantsOf(corridor).find((id) => !changes(corridor, id));
  return same !== undefined && holds(corridor, row, days) ? same : null;
}

/** Whether the window holds the whole of the year, month or day that a figure is of. */
function holds({ data }: Corridor, { published }: ValidationRow, days: number | undefined): boolean {
  const [year, month, day] = published.date.split('-').map(Number);
  const first = dayNumber(year, month ?? 1, day ?? 1);
  const after =
    day !== undefined ? first + 1 : month !== undefined ? dayNumber(year, month + 1, 1) : dayNumber(year + 1, 1, 1);
  const clock = new Clock(data.start, data.warmUp, days, data.timeZone);
  return clock.startDay <= first && after <= clock.endDay;
}

/** One published figure beside a run; `variant` is the one whose window holds its date, null where none does. */
export function compareRow(
  row: ValidationRow,
  variant: string | null,
  result: RunResult,
  outcomes: readonly Outcome[],
): ValidationResult {
  const { value, low, high, unit, year } = row.published;
  const found = row.computed && computed(row.computed, row.published.unit, result, outcomes);
  const [of, missing] = typeof found === 'string' ? [undefined, found] : [found, undefined];
  const date =
    variant === null
      ? row.variant === undefined
        ? `The figure is of ${row.published.date}, outside every window.`
        : `The figure is of ${row.published.date}, as in the variant ${row.variant}; validate runs it.`
      : undefined;
  const notCounted = row.notCounted ?? missing ?? date;
  const inside = of === undefined ? null : isInside(of, row);
  return {
    id: row.id,
    scenario: row.scenario,
    variant,
    measure: row.measure,
    estimate: of?.estimate ?? null,
    low: of?.low ?? null,
    high: of?.high ?? null,
    n: of?.n ?? 0,
    published: { value, low, high, unit, year },
    counted: notCounted === undefined,
    why: notCounted ?? (of === undefined || inside ? null : whyOutside(of, row)),
    inside,
  };
}

function rangeOf({ published: { value, low, high } }: ValidationRow): [number, number] {
  return low !== null && high !== null ? [low, high] : [value * (1 - TOLERANCE), value * (1 + TOLERANCE)];
}

function isInside(of: Estimate, row: ValidationRow): boolean {
  const [low, high] = rangeOf(row);
  const half = relativeHalfWidth(of);
  return of.estimate !== null && low <= of.estimate && of.estimate <= high && half !== null && half < NARROW;
}

function whyOutside(of: Estimate, row: ValidationRow): string {
  const [low, high] = rangeOf(row);
  if (of.estimate === null) return 'The run has no answer: boxes were still inside at its end, or none was observed.';
  if (of.estimate < low) return row.ifBelow;
  if (of.estimate > high) return row.ifAbove;
  return 'The mean lies inside, but its half-width is a tenth of it or more; run more replications.';
}

/** The simulated figure: a mean over the boxes of each replication, then over replications; or why there is none. */
function computed(
  how: Computed,
  unit: ValidationRow['published']['unit'],
  result: RunResult,
  outcomes: readonly Outcome[],
): Estimate | string {
  if ('measure' in how) {
    const { measure, statistic, place, resource } = how;
    const found = result.measures.find(
      (one) =>
        one.measure === measure &&
        one.statistic === statistic &&
        one.unit === unit &&
        one.of.place === place &&
        one.of.resource === resource,
    );
    return found ?? `The run has no ${statistic} ${measure} at ${place} in ${unit}.`;
  }
  if (routesBy(outcomes[0], how).length === 0)
    return `No box of ${how.flow} comes by ${how.from.place} and ${how.to.place}.`;
  const seconds = unit === 'd' || unit === 'h' ? secondsOf[unit] : 1;
  const spans = outcomes.map((outcome) => spanOf(outcome, how));
  const state = spans.some(({ censored }) => censored > 0) ? 'did not finish' : undefined;
  return estimate(
    spans.map(({ mean }) => (mean === null ? null : mean / seconds)),
    { state },
  );
}

/** At which stop of a route a place is; below 0 where no box of it comes by. */
const stopOf = ({ stops }: FlowRoute, place: string): number => stops.findIndex((stop) => stop.place === place);

/** The routes of a flow that lead by both places, by their numbers. */
function routesBy({ routes }: Outcome, { flow, from, to }: Extract<Computed, { flow: string }>): number[] {
  return [...routes.keys()].filter(
    (i) => routes[i].flow === flow && [from, to].every(({ place }) => stopOf(routes[i], place) >= 0),
  );
}

/** Mean seconds between two moments of a flow's finished boxes, and how many boxes have not finished. */
function spanOf(outcome: Outcome, how: Extract<Computed, { flow: string }>) {
  let finished = 0;
  let unfinished = 0;
  let seconds = 0;
  for (const i of routesBy(outcome, how)) {
    const { boxes, stops, censored } = outcome.journeys[i];
    // All seconds until each moment are known exactly, and with them their difference.
    const until = ({ place, event }: StopEvent) => stops[stopOf(outcome.routes[i], place)][event].seconds;
    seconds += until(how.to) - until(how.from);
    finished += boxes;
    unfinished += censored;
  }
  return { mean: finished > 0 ? seconds / finished : null, censored: unfinished };
}
