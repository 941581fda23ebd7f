// Steady-state results common to all queues: wait, number in queue, utilisation.

/** Steady-state results of a queue. Times are in the unit of `service`. */
export interface QueueFigures {
  /** Utilisation per server, 0 to 1. */
  readonly utilisation: number;
  /** Probability that an arrival has to wait. */
  readonly probabilityOfWaiting: number;
  /** Mean wait before service, over all arrivals, including those that do not wait. */
  readonly wait: number;
  /** Mean wait ÷ mean service time: the waiting factor of port planning. */
  readonly waitOverService: number;
  /** Mean time in system. */
  readonly timeInSystem: number;
  /** Mean number in queue, without those in service. */
  readonly waiting: number;
  /** Mean number in system. */
  readonly inSystem: number;
}

/** Arrival rate, mean service time and number of servers. */
export interface Demand {
  /** Number of servers. */
  readonly servers: number;
  /** Arrival rate, above 0. */
  readonly arrivals: number;
  /** Mean service time in that unit, above 0. */
  readonly service: number;
}

/**
 * All results from the mean wait, by Little's law.
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
