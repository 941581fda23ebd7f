// Error thrown when an event handler throws.

/** A handler threw `cause`; the other fields identify the event. */
export class SimulationError extends Error {
  /** Always `SimulationError`. */
  override readonly name = 'SimulationError';

  constructor(
    /** Simulation time. */
    readonly time: number,
    /** Name of the kind of event, as given to `on`. */
    readonly kind: string,
    /** The event's owner, as it was scheduled. */
    readonly owner: number,
    /** The event's argument, as it was scheduled. */
    readonly arg: number,
    cause: unknown,
  ) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`At ${time}, event "${kind}" (owner ${owner}, arg ${arg}): ${reason}`, { cause });
  }
}
