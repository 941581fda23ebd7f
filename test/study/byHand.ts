// Outcomes written by hand, for the corridor of two terminals: every box waits for its train, rides, and is set down.
import type { FlowJourneys } from '../../src/model/journeys';
import type { Measured } from '../../src/model/kind';
import type { Outcome } from '../../src/model/run';

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
}

const cells = [
  { cause: 'train to fill', where: 'East' },
  { cause: 'train to fill', where: 'West' },
  { cause: 'moving', where: 'rail' },
  { cause: 'unloading a train', where: 'West' },
  { cause: 'unloading a train', where: 'East' },
];

function journeys(flow: string, boxes: readonly Times[], used: readonly number[], censored: number): FlowJourneys {
  return {
    flow,
    boxes: boxes.length,
    censored,
    transit: Int32Array.from(boxes, ([wait, ride, down]) => wait + ride + down),
    stops: Int32Array.from(boxes.flatMap(([wait, ride, down]) => [0, wait, wait + ride, wait + ride + down])),
    cells: used,
    parts: Int32Array.from(boxes.flat()),
  };
}

export function outcome(replication: number, given: ByHand): Outcome {
  const stop = (place: string, index: number, km: number) => ({ place, index, km });
  return {
    replication,
    hash: `hash of ${replication}`,
    events: 1000 + replication,
    measures: given.measures ?? [{ measure: 'throughput', statistic: 'total', of: {}, unit: 'TEU', value: 7 }],
    journeys: [
      journeys('eastbound', given.eastbound ?? [], [1, 2, 4], 0),
      journeys('westbound', given.westbound ?? [], [0, 2, 3], given.censored ?? 0),
    ],
    cells,
    routes: [
      {
        flow: 'eastbound',
        flowIndex: 0,
        seconds: 0,
        roads: [],
        legs: [],
        stops: [stop('West', 1, 0), stop('East', 0, 600)],
      },
      {
        flow: 'westbound',
        flowIndex: 1,
        seconds: 0,
        roads: [],
        legs: [],
        stops: [stop('East', 0, 0), stop('West', 1, 600)],
      },
    ],
    inside: given.inside ?? [0, 0],
    endedEarly: given.endedEarly,
  };
}
