// Capacity of a server by shift plan, such as two cranes by day, one by night, none on Sunday.
import { type Own, OwnEvents } from '../events/ownEvents';
import type { EventKind, Simulation } from '../events/simulation';
import type { Server } from './server';

/** From `times[i]` the capacity is `capacities[i]`. */
export interface ShiftPlan {
  /** Increasing. Without `period`: simulation times. With it: 0 to below `period`, relative to multiples of `period`. */
  readonly times: ArrayLike<number>;
  /** Whole numbers ≥ 0, one per time. */
  readonly capacities: ArrayLike<number>;
  /** The plan repeats after this time (a week). Before its first time, the last capacity holds. */
  readonly period?: number;
}

/**
 * Sets a server's capacity by plan. At each change the capacity is set, then an event of the given kind occurs with this
 * owner and `arg` = the new capacity; its handler calls `serve`.
 *
 * Order: a change and its event have priority 0, so that events of other priorities at that time see the new capacity.
 * Service in progress finishes; broken units stay broken. A capacity set by hand holds until the next change.
 */
export class Shifts implements Own {
  private readonly times: Float64Array;
  private readonly capacities: Int32Array;
  private readonly period: number;
  private readonly own: OwnEvents;
  private readonly number: number;
  /** Index of the next change, and the number of periods completed before it. */
  private next = 0;
  private round = 0;

  /** Sets the current capacity, without an event; a plan without period leaves it unchanged before its first time. */
  constructor(
    private readonly sim: Simulation,
    private readonly server: Server,
    plan: ShiftPlan,
    private readonly kind: EventKind,
    private readonly owner: number,
  ) {
    this.period = plan.period ?? Number.POSITIVE_INFINITY;
    check(plan.times, plan.capacities, this.period);
    this.times = Float64Array.from(plan.times);
    this.capacities = Int32Array.from(plan.capacities);
    for (const capacity of this.capacities) server.expect(capacity);
    this.begin();
    this.own = OwnEvents.of(sim);
    this.number = this.own.enrol(this);
    sim.state.numbers(this, 'next', 'round');
    this.plan();
  }

  /** Executes a change. */
  happens(): void {
    const capacity = this.capacities[this.next];
    this.server.capacity = capacity;
    this.step();
    this.plan();
    this.sim.at(this.sim.now, this.kind, this.owner, capacity, 0);
  }

  private begin(): void {
    const { times, capacities, period, sim } = this;
    this.round = period < Number.POSITIVE_INFINITY ? Math.floor(sim.now / period) : 0;
    while (this.next < times.length && this.time() <= sim.now) this.next++;
    if (this.next > 0) this.server.capacity = capacities[this.next - 1];
    else if (period < Number.POSITIVE_INFINITY) this.server.capacity = capacities[times.length - 1];
    if (this.next === times.length) this.turn();
  }

  private step(): void {
    if (++this.next === this.times.length) this.turn();
  }

  private turn(): void {
    if (!(this.period < Number.POSITIVE_INFINITY)) return;
    this.next = 0;
    this.round++;
  }

  private plan(): void {
    if (this.next < this.times.length) this.own.at(this.time(), this.number, 0, 0);
  }

  private time(): number {
    // Exact for whole seconds: counted from the start, not from the change before.
    return this.round === 0 ? this.times[this.next] : this.round * this.period + this.times[this.next];
  }
}

function check(times: ArrayLike<number>, capacities: ArrayLike<number>, period: number): void {
  if (!(times.length > 0 && times.length === capacities.length))
    throw new RangeError(
      `Shifts: ${times.length} times and ${capacities.length} capacities; give one capacity a time, at least one.`,
    );
  if (!(period > 0)) throw new RangeError(`Shifts: period ${period}; it must be more than 0.`);
  for (let i = 0; i < times.length; i++) {
    const before = i === 0 ? 0 : times[i - 1];
    if (!((i === 0 ? times[i] >= 0 : times[i] > before) && times[i] < period && times[i] < Number.POSITIVE_INFINITY))
      throw new RangeError(`Shifts: times.${i} is ${times[i]}; times must rise, from 0 on, and lie within the period.`);
    if (!(Number.isInteger(capacities[i]) && capacities[i] >= 0 && capacities[i] < 2 ** 30))
      throw new RangeError(`Shifts: capacities.${i} is ${capacities[i]}; it must be a whole number, 0 or more.`);
  }
}
