// Ek/El/n queue, exact: waits for a berth with Erlang interarrival and service times.
import { checkCount, checkPositive, checkSteady } from './check';
import { type ErlangQueue, erlangLevels } from './erlangLevels';
import { figures, type QueueFigures } from './figures';
import { diagonal, invertM, type Matrix, power, rowTimes, timesColumn } from './matrix';
import { countWays } from './servicePhases';

/** Largest matrix: 4 service phases at 10 servers give 286. */
const WAYS_MAX = 300;
/** Maximum multiplications of one pass over all levels: 10 servers with 4 phases of both give 164 million. */
const WORK_MAX = 2e8;
/** Maximum number of servers, and of arrival phases. */
const COUNT_MAX = 1000;

/** Number of servers, load and shapes. */
export type ErlangDemand = {
  /** Number of servers; a whole number from 1. */
  readonly servers: number;
  /** Phases of the interarrival time: 1 exponential, 2 the usual choice for ships, many nearly a timetable. */
  readonly arrivalShape: number;
  /** Phases of the service time: 1 exponential, many nearly constant. Standard deviation is mean / √shape. */
  readonly serviceShape: number;
} & (
  | {
      /** Arrival rate, above 0. */
      readonly arrivals: number;
      /** Mean service time in that unit, above 0. */
      readonly service: number;
      /** Follows from the two. */
      readonly utilisation?: undefined;
    }
  | {
      /** Utilisation per server, above 0 and below 1. */
      readonly utilisation: number;
      /** Mean service time; 1 when it is left out. */
      readonly service?: number;
      /** Follows from the two. */
      readonly arrivals?: undefined;
    }
);

function read(demand: ErlangDemand): { queue: ErlangQueue; service: number } {
  const where = 'Wait Ek/El/n';
  const { servers, arrivalShape, serviceShape, arrivals, service = 1 } = demand;
  checkCount(where, 'servers', servers, COUNT_MAX);
  checkCount(where, 'arrivalShape', arrivalShape, COUNT_MAX);
  checkCount(where, 'serviceShape', serviceShape, WAYS_MAX);
  if ((arrivals === undefined) === (demand.utilisation === undefined)) {
    throw new TypeError(`${where}: give either arrivals and service, or utilisation; not both, and not neither.`);
  }
  if (arrivals !== undefined && demand.service === undefined) {
    throw new TypeError(
      `${where}: arrivals came without service; give the mean service time in the same unit of time.`,
    );
  }
  checkPositive(where, 'service', service);
  if (arrivals !== undefined) checkPositive(where, 'arrivals', arrivals);
  const utilisation = demand.utilisation ?? ((arrivals ?? 0) * service) / servers;
  checkPositive(where, 'utilisation', utilisation);
  checkSteady(where, utilisation);
  const queue = { servers, utilisation, arrivalShape, serviceShape };
  checkSize(queue);
  return { queue, service };
}

function checkSize({ servers, arrivalShape, serviceShape }: ErlangQueue): void {
  const ways = countWays(servers, serviceShape);
  let work = 0;
  if (ways <= WAYS_MAX) for (let busy = 0; busy <= servers; busy++) work += countWays(busy, serviceShape) ** 3;
  if (ways <= WAYS_MAX && work * arrivalShape <= WORK_MAX) return;
  throw new RangeError(
    `Wait Ek/El/n: ${servers} servers with ${serviceShape} phases of service and ${arrivalShape} of arrival are too ` +
      `much to solve exactly: the servers can spread over their phases in ${ways} ways. About 10 servers with 4 phases ` +
      'each of both (286 ways) are the most. Use fewer servers or phases, or simulate it.',
  );
}

const sum = (row: Float64Array): number => row.reduce((total, one) => total + one, 0);
const dot = (row: Float64Array, column: Float64Array): number =>
  row.reduce((total, one, at) => total + one * column[at], 0);

/** Mean number in queue and probability of waiting. */
function solve(queue: ErlangQueue): { waiting: number; waits: number } {
  const { servers, arrivalShape } = queue;
  const { line, rise, empty } = erlangLevels(queue);
  // Unnormalized probabilities, from the empty system upwards: at any time, and seen by an arrival (in the last arrival
  // phase).
  let chances: Float64Array = Float64Array.of(1);
  let mass = 1;
  for (const factor of empty) {
    chances = chances.map((one) => one * factor);
    mass += chances[0];
  }
  let seen = chances[0];
  for (let busy = 1; busy < servers; busy++) {
    const below = chances;
    for (const matrix of rise[busy]) {
      chances = rowTimes(below, matrix);
      mass += sum(chances);
    }
    seen += sum(chances);
    // Scaled against overflow; only ratios matter.
    const scale = 1 / mass;
    chances = chances.map((one) => one * scale);
    seen *= scale;
    mass = 1;
  }
  const line0 = rowTimes(chances, rise[servers][0]);
  // From here p(level) = line0 · R^(level): geometric series.
  const round = power(line, arrivalShape);
  const series = geometric(round);
  const ones = new Float64Array(line.rows).fill(1);
  let column: Float64Array = ones;
  const phases = ones.slice();
  for (let phase = 1; phase < arrivalShape; phase++) {
    column = timesColumn(line, column);
    for (const [at, one] of column.entries()) phases[at] += one;
  }
  const times = rowTimes(line0, series);
  const allBusy = dot(times, phases);
  const found = dot(times, column);
  const waiting = dot(rowTimes(rowTimes(times, round), series), phases);
  return { waiting: waiting / (mass + allBusy), waits: found / (seen + found) };
}

/** 1 + K + K² + … of a non-negative matrix with spectral radius below 1. */
function geometric(round: Matrix): Matrix {
  const made = diagonal(round.rows, 1);
  for (let e = 0; e < made.at.length; e++) made.at[e] -= round.at[e];
  invertM(made);
  return made;
}

/**
 * Ek/El/n queue, first come, first served: exact, by a matrix-geometric method. Two phases each take about a millisecond
 * up to ten servers; the largest allowed problem takes some seconds. The relative error of the wait is about 1e-14 and
 * grows like 1 / (1 − utilisation)².
 *
 * It replaces the tables of waiting factors of port planning. Two used by planning tools have wrong entries: E2/E2/4 at
 * 0.5 is 0.0257, not 0.0532; M/E2/1 at 0.85 is 4.25, not 4.50; E2/E2/n at 0.9 is up to a tenth too low.
 * test/queueing/copiedTable.test.ts gives the source and more entries.
 *
 * @param demand `servers`, `arrivalShape` k, `serviceShape` l, and either the arrival rate `arrivals` with the mean
 * `service` time, or `utilisation` (`service` then defaults to 1)
 * @returns `waitOverService` is the waiting factor of port planning; times in the unit of `service`
 * @throws RangeError when a number is out of range, utilisation is not below 1, or there are too many states; TypeError
 * when both or neither of arrivals and utilisation are given
 *
 * Source: M. F. Neuts, Matrix-Geometric Solutions in Stochastic Models (1981), chapters 1 and 4; G. Latouche and
 * V. Ramaswami, Introduction to Matrix Analytic Methods in Stochastic Modeling (1999), chapters 8 and 12.
 */
export function waitErlang(demand: ErlangDemand): QueueFigures {
  const { queue, service } = read(demand);
  const { waiting, waits } = solve(queue);
  const arrivals = (queue.servers * queue.utilisation) / service;
  return figures({ servers: queue.servers, arrivals, service }, waiting / arrivals, waits);
}
