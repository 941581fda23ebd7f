// How long ships stay in port: one that has been there longest sails with what waits for it, empty if need be.
import type { Unit } from '../run/place';
import type { World } from '../run/world';

export class Stay {
  /** By unit, from the first of the service on: since when its stay counts [s]. */
  declare private readonly since: Float64Array;

  constructor(
    private readonly world: World,
    private readonly service: number,
    private readonly firstUnit: Unit,
    size: number,
    /** By phase: the longest stay; Infinity where none is said. */
    private readonly longest: readonly number[],
  ) {
    world.sim.state.float64(this, 'since', size);
  }

  /**
   * A ship stands ready, with nothing more to set down. Its stay counts from when it came alongside; from now on where it
   * came empty, joins or has rested.
   */
  begins(unit: Unit): void {
    const { units, sim } = this.world;
    const cameAlongside = units.tookStand[unit] >= units.cameAt[unit];
    this.since[unit - this.firstUnit] = cameAlongside ? units.tookStand[unit] : sim.now;
    this.awaits(unit);
  }

  /** A ship that stands ready is looked at when its stay is over, by what holds now. */
  awaits(unit: Unit): void {
    const { sim, kinds } = this.world;
    const until = this.until(unit);
    if (until < Number.POSITIVE_INFINITY) sim.at(Math.max(until, sim.now), kinds.stayIsOver, this.service, unit);
  }

  /** Whether the stay of a ship that stands ready is over. */
  isOver(unit: Unit): boolean {
    return this.world.sim.now >= this.until(unit);
  }

  private until(unit: Unit): number {
    return this.since[unit - this.firstUnit] + this.longest[this.world.phase];
  }
}
