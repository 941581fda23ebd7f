// Outcomes written by hand, for the corridor of two terminals: every box waits for its train, rides, and is set down.
import { State } from '../../src/kernel/snapshots/state';
import type { Measured } from '../../src/model/corridor/measures/measured';
import type { FlowRoute } from '../../src/model/corridor/routes/routes';
import type { Outcome } from '../../src/model/replicate';
import type { SpanAsked } from '../../src/model/run/asked';
import { AskedSpans, type SpanFigures } from '../../src/model/run/askedSpans';
import { Boxes } from '../../src/model/run/boxes';
import { type FlowJourneys, Journeys } from '../../src/model/run/journeys';
import { km } from '../../src/units';

/** Seconds that one box waits, rides and is set down. */
export type Times = readonly [number, number, number];

export interface ByHand {
  readonly westbound?: readonly Times[];
  readonly eastbound?: readonly Times[];
  /** Boxes of westbound that never left. */
  readonly censored?: number;
  readonly inside?: readonly [number, number];
  readonly measures?: readonly Measured[];
  readonly endedEarly?: string;
  /** Spans that were asked for, and what was seen of backlogs. */
  readonly spans?: readonly SpanAsked[];
  readonly backlogs?: readonly number[];
}

const cells = [
  { cause: 'train to fill', where: 'East' },
  { cause: 'train to fill', where: 'West' },
  { cause: 'moving', where: 'rail' },
  { cause: 'unloading a train', where: 'West' },
  { cause: 'unloading a train', where: 'East' },
];

const stop = (place: string, index: number, km: number) => ({ place, index, km });
const route = (flow: string, flowIndex: number, stops: FlowRoute['stops']): FlowRoute => ({
  flow,
  flowIndex,
  seconds: 0,
  roads: [],
  legs: [],
  stops,
});
const routes = [
  route('eastbound', 0, [stop('West', 1, 0), stop('East', 0, 600)]),
  route('westbound', 1, [stop('East', 0, 0), stop('West', 1, 600)]),
];

/** What the boxes of both routes tell; `used` are the cells of waiting, riding and being set down. */
function journeysOf(
  given: readonly (readonly Times[])[],
  used: readonly number[][],
  censored: number,
  spans: readonly SpanAsked[],
): { journeys: FlowJourneys[]; spans: SpanFigures[] } {
  const state = new State();
  const boxes = new Boxes(state, 16, (capacity) => journeys.grow(capacity));
  const journeys = new Journeys(state, boxes, routes, cells.length);
  const asked = new AskedSpans(state, spans, routes, cells, {
    lines: { rail: { between: ['East', 'West'], mode: 'rail', length: km(600) } },
    places: {},
  });
  for (const [i, all] of given.entries()) {
    for (const [number, [wait, ride, down]] of all.entries()) {
      const box = boxes.add(i, number, 1, 0);
      boxes.route[box] = i;
      journeys.begins(box, 0);
      journeys.departs(box, wait);
      journeys.arrives(box, wait + ride);
      journeys.departs(box, wait + ride + down);
      const parts = new Int32Array(cells.length);
      for (const [part, cell] of used[i].entries()) parts[cell] = [wait, ride, down][part];
      journeys.finish(box, wait + ride + down, parts, 0);
      asked.finish(i, 0, journeys.times, box * journeys.width, parts, 0);
    }
  }
  return { journeys: journeys.all([0, censored]), spans: asked.all() };
}

export function outcome(replication: number, given: ByHand): Outcome {
  const { journeys, spans } = journeysOf(
    [given.eastbound ?? [], given.westbound ?? []],
    [
      [1, 2, 4],
      [0, 2, 3],
    ],
    given.censored ?? 0,
    given.spans ?? [],
  );
  return {
    replication,
    hash: `hash of ${replication}`,
    events: 1000 + replication,
    measures: given.measures ?? [{ measure: 'throughput', statistic: 'total', of: {}, unit: 'TEU', value: 7 }],
    journeys,
    asked: { spans, backlogs: given.backlogs ?? [] },
    cells,
    routes,
    inside: given.inside ?? [0, 0],
    endedEarly: given.endedEarly,
  };
}
