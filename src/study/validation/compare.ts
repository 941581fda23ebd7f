// One published outcome beside a run: what of the run answers it, and whether that fits by the outcome's rule.
import { type Estimate, relativeHalfWidth } from '../../experiment';
import type { CorridorData } from '../../model/corridor/corridor';
import { isPassedByOthers } from '../../model/corridor/trafficSpec';
import type { Outcome } from '../../model/replicate';
import type { Asked, BacklogAsked, SpanAsked } from '../../model/run/asked';
import type { SpanFigures } from '../../model/run/askedSpans';
import { countOf, quantileOf } from '../../model/run/spanFigures';
import type { SpanOfFlow, ValidationRow } from '../../scenarios/validation';
import { boundedEstimate } from '../results/bounds';
import type { RunResult, ValidationResult } from '../results/result';
import { together } from '../results/spans';
import { isShort, secondsOf } from './period';

/** Rule M: where one number is published, this share of it either way; and a half-width below this share of the mean. */
const TOLERANCE = 0.15;
const NARROW = 0.1;
/** Rule N: where one number is published, this share of it either way. */
const TOLERANCE_OF_BACKLOG = 0.3;
/** Rule S: a term that is kept by fewer is none, and one that all keep would have been set shorter. */
const KEPT = [0.5, 0.98] as const;
/** So many of the largest parts of a time are told. */
const PARTS = 3;

const secondsIn = { d: 86_400, h: 3600, TEU: 1, trains: 1 } as const;

/** Where in the answers of a run the figures of a row stand. */
export interface Place {
  readonly spans: readonly number[];
  readonly backlog?: number;
  /** Why the run cannot answer. */
  readonly missing?: string;
}

/** What a run is asked for that several rows are set beside, and where each finds its own. */
export function askFor(
  data: CorridorData,
  rows: readonly { readonly row: ValidationRow; readonly inWindow: boolean }[],
  days: number | undefined,
): { readonly asked: Asked; readonly places: readonly Place[] } {
  const spans: SpanAsked[] = [];
  const backlogs: BacklogAsked[] = [];
  const places = rows.map(({ row, inWindow }): Place => {
    const { computed, period, published, rule } = row;
    if (computed === undefined || 'measure' in computed) return { spans: [] };
    const during = inWindow ? secondsOf(data, period, days) : undefined;
    if ('heldTowards' in computed) {
      if (during === undefined) return { spans: [], missing: 'A backlog is of its period, and no window holds it.' };
      const { heldTowards: place, from, others } = computed;
      if (others && !isPassedByOthers(data, place))
        return { spans: [], missing: `Trains of every kind count, and the scenario has no others at ${place}.` };
      return { spans: [], backlog: backlogs.push({ place, from, others, during }) - 1 };
    }
    const limit = rule === 'S' ? { limit: published.value * secondsIn[published.unit] } : {};
    const within = during !== undefined && isShort(period) ? { during } : {};
    return { spans: computed.spans.map((span) => spans.push({ ...span, ...limit, ...within }) - 1) };
  });
  return { asked: { spans, backlogs }, places };
}

/** What of the run answers a row. */
interface Answer {
  readonly of: Estimate;
  readonly share?: Estimate;
  readonly p10?: number | null;
  readonly p90?: number | null;
  readonly parts?: ValidationResult['parts'];
}

/**
 * One published figure beside a run.
 * @param variant the one whose window holds its period; null, the scenario as it stands, where none does
 * @param date why its period speaks against counting it; undefined where it does not
 */
export function compareRow(
  row: ValidationRow,
  variant: string | null,
  date: string | undefined,
  place: Place,
  result: RunResult,
  outcomes: readonly Outcome[],
): ValidationResult {
  const answer = answerOf(row, place, result, outcomes);
  const [found, missing] = typeof answer === 'string' ? [undefined, answer] : [answer, undefined];
  // A reason that holds for every run comes before what this one lacks.
  const notCounted = row.notCounted ?? date ?? missing;
  const inside = found === undefined ? null : isInside(found, row);
  const { id, scenario, measure, from, to, over, rule, period, published } = row;
  const { share } = found ?? {};
  return {
    ...{ id, scenario, variant, measure, from, to, over, rule, period },
    estimate: found?.of.estimate ?? null,
    low: found?.of.low ?? null,
    high: found?.of.high ?? null,
    n: found?.of.n ?? 0,
    p10: found?.p10 ?? null,
    p90: found?.p90 ?? null,
    share:
      share === undefined || share.estimate === null
        ? null
        : { estimate: share.estimate, low: share.low, high: share.high },
    parts: found?.parts ?? [],
    published,
    counted: notCounted === undefined,
    why: notCounted ?? (found === undefined || inside ? null : whyOutside(found, row)),
    remark: row.remark === '' ? null : row.remark,
    inside,
  };
}

function rangeOf({ published: { value, low, high }, rule }: ValidationRow): [number, number] {
  if (low !== null && high !== null) return [low, high];
  const tolerance = rule === 'N' ? TOLERANCE_OF_BACKLOG : TOLERANCE;
  return [value * (1 - tolerance), value * (1 + tolerance)];
}

function isInside({ of, share }: Answer, row: ValidationRow): boolean {
  if (of.estimate === null) return false;
  if (row.rule === 'S') {
    const kept = share?.estimate ?? null;
    return kept !== null && KEPT[0] <= kept && kept <= KEPT[1];
  }
  const [low, high] = rangeOf(row);
  if (!(low <= of.estimate && of.estimate <= high)) return false;
  const half = relativeHalfWidth(of);
  return row.rule === 'N' || (half !== null && half < NARROW);
}

function whyOutside({ of, share }: Answer, row: ValidationRow): string | null {
  if (of.estimate === null) return 'The run has no answer: boxes were still inside at its end, or none was observed.';
  const [low, high] = rangeOf(row);
  const kept = share?.estimate ?? 0;
  const isBelow = row.rule === 'S' ? kept > KEPT[1] : of.estimate < low;
  const isAbove = row.rule === 'S' ? kept < KEPT[0] : of.estimate > high;
  if (isBelow) return row.ifBelow ?? null;
  if (isAbove) return row.ifAbove ?? null;
  const lacks = of.state === 'estimated' ? 'its half-width is a tenth of it or more' : 'it has no interval';
  return `The mean lies inside, but ${lacks}; run more replications.`;
}

/** The simulated figure, one number a replication and then over replications; or why there is none. */
function answerOf(
  row: ValidationRow,
  place: Place,
  result: RunResult,
  outcomes: readonly Outcome[],
): Answer | string | undefined {
  const { computed, published } = row;
  if (computed === undefined) return undefined;
  if ('measure' in computed) {
    const { measure, statistic, place: at } = computed;
    const of = result.measures.find(
      (one) =>
        one.measure === measure &&
        one.statistic === statistic &&
        one.unit === published.unit &&
        one.of.place === at &&
        one.of.resource === undefined,
    );
    return of === undefined ? `The run has no ${statistic} ${measure} at ${at} in ${published.unit}.` : { of };
  }
  if ('heldTowards' in computed) {
    const { backlog } = place;
    if (backlog === undefined) return place.missing;
    return {
      of: boundedEstimate(
        outcomes.map(({ asked }) => asked?.backlogs[backlog] ?? null),
        published.unit,
      ),
    };
  }
  return timeOf(row, computed.spans, place, outcomes);
}

function timeOf(
  row: ValidationRow,
  spans: readonly SpanOfFlow[],
  place: Place,
  outcomes: readonly Outcome[],
): Answer | string {
  const figuresOf = ({ asked }: Outcome): SpanFigures[] =>
    place.spans.flatMap((i) => (asked === undefined ? [] : [asked.spans[i]]));
  if (!figuresOf(outcomes[0]).some(({ routes }) => routes > 0)) {
    const names = [...new Set(spans.map(({ flow, from, to }) => `${flow} comes by ${from.place} and ${to.place}`))];
    return `No box of ${names.join(', or of ')}.`;
  }
  const unit = secondsIn[row.published.unit];
  const inUnit = (seconds: number | null) => (seconds === null ? null : seconds / unit);
  const each = outcomes.map((outcome) => together(figuresOf(outcome).map((figures) => figures.spans)));
  const state = outcomes.some((outcome) => hasUnfinished(outcome, spans)) ? ('did not finish' as const) : undefined;
  const of = boundedEstimate(
    each.map((one) => (countOf(one) > 0 ? inUnit(one.seconds / countOf(one)) : null)),
    row.published.unit,
    state,
  );
  const quantile = (p: number) => {
    const all = each.map((one) => inUnit(quantileOf(one, countOf(one), p))).filter((one) => one !== null);
    return all.length > 0 ? all.reduce((sum, one) => sum + one, 0) / all.length : null;
  };
  const parts = partsOf(outcomes, figuresOf, unit);
  if (row.rule !== 'S') return { of, p10: quantile(0.1), p90: quantile(0.9), parts };
  const share = boundedEstimate(
    outcomes.map((outcome, i) => {
      const boxes = countOf(each[i]);
      return boxes > 0 ? figuresOf(outcome).reduce((sum, { within }) => sum + within, 0) / boxes : null;
    }),
    'share',
    state,
  );
  return { of, share, p10: quantile(0.1), p90: quantile(0.9), parts };
}

/** Whether boxes of the flows were still inside at the end, on routes that lead by both places. */
function hasUnfinished({ routes, journeys }: Outcome, spans: readonly SpanOfFlow[]): boolean {
  return routes.some(
    ({ flow, stops }, i) =>
      journeys[i].censored > 0 &&
      spans.some(
        (span) =>
          span.flow === flow && [span.from, span.to].every(({ place }) => stops.some((stop) => stop.place === place)),
      ),
  );
}

/** The largest parts of the time, all replications together: means a box. */
function partsOf(
  outcomes: readonly Outcome[],
  figuresOf: (outcome: Outcome) => readonly SpanFigures[],
  unit: number,
): ValidationResult['parts'] {
  const all = outcomes.flatMap(figuresOf);
  const boxes = all.reduce((sum, { spans }) => sum + countOf(spans), 0);
  const { cells } = outcomes[0];
  return cells
    .map(({ cause, where }, i) => ({
      cause,
      where,
      mean: all.reduce((sum, { parts }) => sum + parts[i], 0) / boxes / unit,
    }))
    .filter(({ mean }) => mean > 0)
    .sort((a, b) => b.mean - a.mean)
    .slice(0, PARTS);
}
