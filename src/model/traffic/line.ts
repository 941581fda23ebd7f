// A line takes trains or ships from one end to the other; on rails each waits for a path, one behind the other.
import { type Sampler, type Stream, sampler } from '../../stochastic';
import { type Paths, pathsOf } from '../corridor/figures/linePaths';
import { isTravelled } from '../corridor/figures/otherTraffic';
import { runningSpeed, stopSeconds, type UnitClass } from '../corridor/figures/shipClasses';
import type { Measured } from '../corridor/measures/measured';
import type { Cell } from '../run/ledger';
import { OrderedSet } from '../run/orderedSet';
import type { Unit } from '../run/place';
import type { SailingSpeed, World } from '../run/world';
import type { OpenHours } from '../time/openHours';

const PRIORITIES = 4;
const NEVER = Number.POSITIVE_INFINITY;

export class Line {
  private readonly moving: Cell;
  private readonly stopping: Cell;
  /** By phase: seconds of stops under way, booked to a cell of their own. */
  private readonly stops: readonly number[];
  private readonly noPath: Cell;
  /** The same behind trains of others: one of them has the path, or stands before it in line. */
  private readonly behindOthers: Cell;
  private readonly works: Cell;
  /** By phase: how its paths are spaced, and when trains may set out. */
  private readonly paths: readonly Paths[];
  private readonly hours: readonly (OpenHours | undefined)[];
  /** By direction (0: from the lesser id): the earliest start of the next path; on single track the same for both. */
  declare private readonly nextPath: Float64Array;
  /** Whether trains of others run here. */
  private readonly isShared: boolean;
  /** By direction: 1: the path that is taken was taken by a train of others. */
  declare private readonly heldByOthers: Int32Array;
  /** By direction: trains of others that set out, and the part of `taken` that they took. */
  declare private readonly otherDepartures: Float64Array;
  declare private readonly takenByOthers: Float64Array;
  /** By priority: trains that wait, as unit · 2 + direction (trains of others: as units beyond the last), in the order in which they asked. */
  private readonly waiting: readonly OrderedSet[];
  private waits = 0;
  private readonly sailing: SailingSpeed | undefined;
  /** By direction: the second at which to look next whether somebody may set out. */
  declare private readonly lookAt: Float64Array;
  private readonly luck: readonly [Stream, Stream];
  private readonly ends: readonly [string, string];
  private readonly endNumbers: readonly [number, number];
  declare private readonly departures: Float64Array;
  /** By direction: when the last path that a train took is over, and seconds of paths taken, with what lies ahead of now. */
  declare private readonly takenUntil: Float64Array;
  declare private readonly taken: Float64Array;
  private since = 0;

  constructor(
    private readonly world: World,
    private readonly index: number,
    readonly id: string,
  ) {
    const { state } = world.sim;
    for (const field of ['nextPath', 'departures', 'takenUntil', 'taken', 'otherDepartures', 'takenByOthers'])
      state.float64(this, field, 2);
    state.int32(this, 'heldByOthers', 2);
    this.isShared = isTravelled(world.data, id);
    this.waiting = Array.from({ length: PRIORITIES }, () => new OrderedSet(state));
    state.float64(this, 'lookAt', 2).fill(NEVER);
    state.numbers(this, 'since', 'waits');
    const specs = world.phases.map(({ data }) => data.lines[id]);
    this.hours = specs.map(({ calendar }) => (calendar === undefined ? undefined : world.hours(calendar)));
    const { last } = world.clock;
    this.paths = specs.map((spec, phase) => pathsOf(spec, (this.hours[phase]?.between(0, last) ?? last) / last));
    const { weather } = specs[0];
    this.sailing = weather === undefined ? undefined : world.sailingOf(weather);
    this.moving = world.ledger.cell('moving', id);
    this.stops = specs.map((spec) => Math.round(stopSeconds(spec)));
    this.stopping = this.stops.some((seconds) => seconds > 0) ? world.ledger.cell('stops on the way', id) : this.moving;
    const spaced = this.paths.some(({ hold }) => hold > 0);
    this.noPath = spaced ? world.ledger.cell('waiting for a path', id) : this.moving;
    this.behindOthers =
      spaced && this.isShared ? world.ledger.cell('waiting for a path, behind other traffic', id) : this.noPath;
    const closes = this.hours.some((hours) => hours !== undefined);
    this.works = closes ? world.ledger.cell('waiting for works on the line', id) : this.moving;
    const [a, b] = specs[0].between;
    this.ends = a < b ? [a, b] : [b, a];
    // Stream: one a direction, so that a train more in one leaves the other's luck alone.
    this.luck = [world.stream(`${id}/time/${this.ends[1]}`), world.stream(`${id}/time/${this.ends[0]}`)];
    this.endNumbers = [world.placeNumber(this.ends[0]), world.placeNumber(this.ends[1])];
  }

  /** Seconds of a unit of a class from end to end without its stops, as a law. */
  time(ships: UnitClass, phase: number): Sampler {
    const { data } = this.world.phases[phase];
    const { length, variation = 0 } = data.lines[this.id];
    const mean = (length / (runningSpeed(data, this.id, ships) ?? 0)) * 3600;
    return sampler(variation > 0 ? { law: 'lognormal', mean, sd: mean * variation } : { law: 'fixed', value: mean });
  }

  /** Seconds on this line of who sets out now, where the weather of the month slows ships down. */
  slowed(seconds: number): number {
    return this.sailing === undefined ? seconds : seconds / this.sailing.shareAt(this.world.sim.now);
  }

  /** A unit wants to leave `from`. Order: paths go to trains by priority, then in the order in which they ask. */
  depart(unit: Unit, from: number): void {
    const direction = from === this.endNumbers[0] ? 0 : 1;
    if (this.waits === 0 && this.mayGo(direction)) {
      this.go(unit, direction);
      return;
    }
    const { units, services } = this.world;
    this.waiting[services[units.service[unit]].priority].add(unit * 2 + direction);
    this.waits++;
    this.book();
    this.plan();
  }

  /** A train of others wants to set out, in a direction. */
  otherDeparts(row: number, direction: number): void {
    const n = this.world.units.count + row;
    if (this.waits === 0 && this.mayGo(direction)) {
      this.go(n, direction);
      return;
    }
    this.waiting[this.world.otherTrains.priorityOf(row)].add(n * 2 + direction);
    this.waits++;
    // It may stand before others in line.
    this.book();
    this.plan();
  }

  /** A path may be free, or the line has opened or closed: whoever may go does, the others wait for what they wait for now. */
  look(direction: number): void {
    const { now } = this.world.sim;
    if (now >= this.lookAt[direction]) this.lookAt[direction] = NEVER;
    for (let next = this.takeNext(); next >= 0; next = this.takeNext()) this.go(next >> 1, next & 1);
    if (this.waits === 0) return;
    this.book();
    this.plan();
  }

  /** A dated change: paths are spaced anew from the next train on. */
  becomes(): void {
    if (this.now().single) this.nextPath.fill(Math.max(this.nextPath[0], this.nextPath[1]));
    this.look(0);
  }

  /** Whether a unit, or a train of others as one beyond the last, waits to set out. */
  holds(n: number): boolean {
    for (const set of this.waiting) for (let i = 0; i < set.count; i++) if (set.who[i] >> 1 === n) return true;
    return false;
  }

  endReached(unit: Unit): void {
    const stopped = this.stops[this.world.phase];
    if (stopped > 0) this.world.units.spent(unit, this.stopping, stopped);
    this.world.cameOver(unit);
  }

  startMeasuring(): void {
    this.departures.fill(0);
    this.otherDepartures.fill(0);
    this.takenByOthers.fill(0);
    this.since = this.world.sim.now;
    for (const direction of [0, 1]) this.taken[direction] = this.ahead(direction);
  }

  measures(): Measured[] {
    const of = { line: this.id };
    const out: Measured[] = [
      { measure: 'departures', statistic: 'total', of, unit: 'trips', value: this.departures[0] + this.departures[1] },
    ];
    if (this.isShared) {
      const value = this.otherDepartures[0] + this.otherDepartures[1];
      out.push({
        measure: 'departures',
        statistic: 'total',
        of: { ...of, resource: 'other trains' },
        unit: 'trips',
        value,
      });
    }
    const seconds = this.world.sim.now - this.since;
    const used = (direction: number) => (this.taken[direction] - this.ahead(direction)) / seconds;
    const use = (resource: string, value: number): void => {
      out.push({ measure: 'use', statistic: 'share', of: { ...of, resource }, unit: 'share', value });
    };
    // Where a line is doubled or undone by a later change, both are told for what they were.
    if (this.paths.some(({ single, hold }) => !single && hold > 0)) {
      use(`paths to ${this.ends[1]}`, used(0));
      use(`paths to ${this.ends[0]}`, used(1));
    } else if (this.paths.some(({ single }) => single)) use('single track', used(0) + used(1));
    return out;
  }

  private now(): Paths {
    return this.paths[this.world.phase];
  }

  private isOpen(): boolean {
    return this.hours[this.world.phase]?.isOpen(this.world.sim.now) ?? true;
  }

  private mayGo(direction: number): boolean {
    return this.world.sim.now >= this.nextPath[direction] && this.now().hold < NEVER && this.isOpen();
  }

  /** Takes the first who may go off the list of those that wait; −1: nobody may. */
  private takeNext(): number {
    if (this.waits === 0 || !this.isOpen()) return -1;
    for (const set of this.waiting) {
      for (let i = 0; i < set.count; i++) {
        const next = set.who[i];
        if (!this.mayGo(next & 1)) continue;
        set.remove(i);
        this.waits--;
        return next;
      }
    }
    return -1;
  }

  /**
   * Books the time of all that wait. Order: the line is open, then a path. Behind others is who waits for a path that one of
   * them has, or for which one of them stands before it in line.
   */
  private book(): void {
    const { units } = this.world;
    const isOpen = this.isOpen();
    const { single } = this.now();
    let behind0 = this.heldByOthers[0] === 1;
    let behind1 = this.heldByOthers[1] === 1;
    for (const set of this.waiting) {
      for (let i = 0; i < set.count; i++) {
        const n = set.who[i] >> 1;
        const direction = set.who[i] & 1;
        if (n < units.count) {
          const behind = direction === 0 ? behind0 : behind1;
          units.turn(n, !isOpen ? this.works : behind ? this.behindOthers : this.noPath);
          continue;
        }
        if (single || direction === 0) behind0 = true;
        if (single || direction === 1) behind1 = true;
      }
    }
  }

  /** Looks again at the next path that somebody waits for, or when the line closes before that, or opens. */
  private plan(): void {
    const { sim, kinds, phase } = this.world;
    const hours = this.hours[phase];
    for (let direction = 0; direction < 2; direction++) {
      if (!this.isAwaited(direction)) continue;
      // Without any path a dated change is awaited.
      let at = this.now().hold === NEVER ? NEVER : Math.max(this.nextPath[direction], sim.now);
      if (hours !== undefined) at = this.isOpen() ? Math.min(at, hours.nextClose(sim.now)) : hours.nextOpen(sim.now);
      if (at >= this.lookAt[direction]) continue;
      this.lookAt[direction] = at;
      sim.at(at, kinds.pathFree, this.index, direction);
    }
  }

  private isAwaited(direction: number): boolean {
    for (const set of this.waiting) for (let i = 0; i < set.count; i++) if ((set.who[i] & 1) === direction) return true;
    return false;
  }

  private go(unit: Unit, direction: number): void {
    const { sim, units, services } = this.world;
    const { hold, single } = this.now();
    const isOther = unit >= units.count;
    this.nextPath[direction] = sim.now + hold;
    this.heldByOthers[direction] = isOther ? 1 : 0;
    if (single) {
      this.nextPath[1 - direction] = sim.now + hold;
      this.heldByOthers[1 - direction] = this.heldByOthers[direction];
    }
    if (isOther) {
      this.otherGoes(unit - units.count, direction, hold);
      return;
    }
    this.world.leavesPlace(unit, this.endNumbers[direction]);
    units.turn(unit, this.moving);
    this.departures[direction]++;
    this.taken[direction] += hold;
    this.takenUntil[direction] = sim.now + hold;
    const service = services[units.service[unit]];
    const law = service.timeOf(unit);
    const { pace } = service;
    if (pace !== undefined && units.passed[unit] === 0) pace.begins(unit);
    const luck = this.luck[direction];
    const drawn = pace === undefined ? law.draw(luck) : pace.seconds(unit, law, luck);
    const seconds = this.slowed(drawn) + this.stops[this.world.phase];
    sim.in(Math.round(seconds), this.world.kinds.lineEnds, this.index, unit);
  }

  private otherGoes(row: number, direction: number, hold: number): void {
    const { sim, kinds, otherTrains } = this.world;
    this.otherDepartures[direction]++;
    this.taken[direction] += hold;
    this.takenByOthers[direction] += hold;
    this.takenUntil[direction] = sim.now + hold;
    const seconds = otherTrains.seconds(row) + this.stops[this.world.phase];
    sim.in(Math.round(seconds), kinds.otherLineEnds, row, 0);
  }

  /** Seconds of the last path taken that lie ahead of now. */
  private ahead(direction: number): number {
    return Math.max(0, this.takenUntil[direction] - this.world.sim.now);
  }
}
