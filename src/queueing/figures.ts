// What every waiting line is asked: how long, how many, how busy.

/** Figures of a waiting line in the long run. Times are in the unit of the `service` that was given. */
export interface QueueFigures {
  /** Share of the time that a server is busy, 0 to 1. */
  readonly utilisation: number;
  /** Chance that somebody who comes has to wait. */
  readonly probabilityOfWaiting: number;
  /** Mean wait before service begins, over all who come, also those who need not wait. */
  readonly wait: number;
  /** The same in mean service times: what port planners call the waiting factor. */
  readonly waitOverService: number;
  /** Mean wait and service together. */
  readonly timeInSystem: number;
  /** Mean number in line, without those in service. */
  readonly waiting: number;
  /** Mean number in line and in service. */
  readonly inSystem: number;
}

/** Arrivals a unit of time, mean service time, and how many serve. */
export interface Demand {
  /** How many serve at once. */
  readonly servers: number;
  /** Arrivals a unit of time, above 0. */
  readonly arrivals: number;
  /** Mean service time in that unit, above 0. */
  readonly service: number;
}

/**
 * All figures from the mean wait.
 *
 * Source: J. D. C. Little, A proof for the queuing formula L = λW, Operations Research 9 (1961).
 */
export function figures(demand: Demand, wait: number, probabilityOfWaiting: number): QueueFigures {
  const { servers, arrivals, service } = demand;
  return {
    utilisation: (arrivals * service) / servers,
    probabilityOfWaiting,
    wait,
    waitOverService: wait / service,
    timeInSystem: wait + service,
    waiting: arrivals * wait,
    inSystem: arrivals * (wait + service),
  };
}
