// How many ships or sets of platforms of each class run, by their own days and by dated changes; who does not run is laid up.

import type { FleetSpec } from '../corridor/data/fleetSpec';
import { classesOf, classOf, type UnitClass } from '../corridor/figures/shipClasses';
import { NONE } from '../run/boxes';
import { OrderedSet } from '../run/orderedSet';
import type { Unit } from '../run/place';
import type { World } from '../run/world';

/** Order: what changes on a day has changed before anything else happens on it. */
const FIRST = 0;

/** The classes of which a fleet has any in one phase or another: the plain units, then the named by id. */
export function classIds(fleets: readonly FleetSpec[]): (string | undefined)[] {
  const [first] = fleets;
  const ids = classesOf(first).map(({ id }) => id);
  const plain = fleets.some(({ count }) => count > 0);
  return plain && ids[0] !== undefined ? [undefined, ...ids] : ids;
}

/** Rows that the units of a fleet need: of each class as many as there are at most. */
export function rowsOf(fleets: readonly FleetSpec[]): number[] {
  return classIds(fleets).map((id) => Math.max(...fleets.map((fleet) => classOf(fleet, id).count)));
}

export class Roster {
  /** By phase and class. */
  readonly classes: readonly (readonly UnitClass[])[];
  /** By class: how many rows it has, and the first of them, counted from the first unit of the service. */
  private readonly sizes: readonly number[];
  private readonly firsts: readonly number[];
  /** By class: from when on its ships run, and from when on no longer [s]. */
  private readonly joins: readonly number[];
  private readonly leaves: readonly number[];
  /** By class: how many are to run now, and how many that do are still to stop. */
  declare private readonly runs: Int32Array;
  declare private readonly stopping: Int32Array;
  private readonly laidUp: readonly OrderedSet[];
  /** All that are to run now, and all that are still to stop. */
  total = 0;
  toStop = 0;

  constructor(
    private readonly world: World,
    fleet: string,
    firstUnit: Unit,
  ) {
    const { state } = world.sim;
    const { clock } = world;
    const fleets = world.phases.map(({ data }) => data.fleets[fleet]);
    const ids = classIds(fleets);
    this.classes = fleets.map((spec) => ids.map((id) => classOf(spec, id)));
    this.sizes = rowsOf(fleets);
    this.firsts = this.sizes.map((_, i) => firstUnit + this.sizes.slice(0, i).reduce((sum, size) => sum + size, 0));
    const second = (day: string | undefined, otherwise: number) =>
      day === undefined ? otherwise : clock.secondOfDate(day);
    this.joins = this.classes[0].map(({ joins }) => second(joins, Number.NEGATIVE_INFINITY));
    this.leaves = this.classes[0].map(({ leaves }) => second(leaves, Number.POSITIVE_INFINITY));
    state.int32(this, 'runs', ids.length);
    state.int32(this, 'stopping', ids.length);
    this.laidUp = ids.map(() => new OrderedSet(state));
    for (let one = 0; one < ids.length; one++) this.turns(one);
    state.numbers(this, 'total', 'toStop');
  }

  /** How many are to run of a class now: none before they join, or from the day on which they are to leave. */
  private target(shipClass: number): number {
    const { now } = this.world.sim;
    if (!(now >= this.joins[shipClass] && now < this.leaves[shipClass])) return 0;
    return this.classes[this.world.phase][shipClass].count;
  }

  /** Goes over to what holds now; returns how many more of the class are to run than before. */
  turns(shipClass: number): number {
    const more = this.target(shipClass) - this.runs[shipClass];
    this.runs[shipClass] += more;
    this.total += more;
    return more;
  }

  /** Whether any of a class are to run now. */
  hasAny(shipClass: number): boolean {
    return this.runs[shipClass] > 0;
  }

  /** The rows that run at clock zero, in their order; the others are laid up. */
  begin(): Unit[] {
    const running: Unit[] = [];
    for (const [one, size] of this.sizes.entries())
      for (let i = 0; i < size; i++) {
        const unit = this.firsts[one] + i;
        this.world.units.shipClass[unit] = one;
        if (i < this.runs[one]) running.push(unit);
        else this.laidUp[one].add(unit);
      }
    return running;
  }

  /** Schedules the days on which ships join and leave, by the number of their service. */
  schedule(service: number): void {
    const { sim, kinds, clock } = this.world;
    for (const days of [this.joins, this.leaves])
      for (const [one, second] of days.entries())
        if (second > 0 && second <= clock.last) sim.at(second, kinds.shipsChange, service, one, FIRST);
  }

  /** One more is to run: one that was still to stop goes on. */
  goesOn(shipClass: number): boolean {
    if (this.stopping[shipClass] === 0) return false;
    this.stopping[shipClass]--;
    this.toStop--;
    return true;
  }

  /** One that was laid up, and runs from now on. */
  calledOut(shipClass: number): Unit {
    const set = this.laidUp[shipClass];
    const unit = set.who[set.count - 1];
    set.remove(set.count - 1);
    return unit;
  }

  /** One less is to run: this one, which stands free, or, NONE, the next that does. */
  lessOne(shipClass: number, unit: Unit): void {
    if (unit !== NONE) {
      this.laidUp[shipClass].add(unit);
      return;
    }
    this.stopping[shipClass]++;
    this.toStop++;
  }

  /** A unit stands free and empty. True: it was still to stop, and is laid up. */
  stops(unit: Unit): boolean {
    const shipClass = this.world.units.shipClass[unit];
    if (!this.goesOn(shipClass)) return false;
    this.laidUp[shipClass].add(unit);
    return true;
  }

  /** Whether a unit is to leave for good, and takes no load any more. */
  isLeaving(unit: Unit): boolean {
    return this.toStop > 0 && this.world.sim.now >= this.leaves[this.world.units.shipClass[unit]];
  }
}
