// A line takes trains or ships from one end to the other; on rails each waits for a path, one behind the other.
import { type Sampler, type Stream, sampler } from '../../stochastic';
import { type Paths, pathsOf } from '../corridor/figures/linePaths';
import { classSpeed, type UnitClass } from '../corridor/figures/shipClasses';
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
  private readonly noPath: Cell;
  private readonly works: Cell;
  /** By phase: how its paths are spaced, and when trains may set out. */
  private readonly paths: readonly Paths[];
  private readonly hours: readonly (OpenHours | undefined)[];
  /** By direction (0: from the lesser id): the earliest start of the next path; on single track the same for both. */
  declare private readonly nextPath: Float64Array;
  /** By priority: trains that wait, as unit · 2 + direction, in the order in which they asked. */
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
    for (const field of ['nextPath', 'departures', 'takenUntil', 'taken']) state.float64(this, field, 2);
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
    const spaced = this.paths.some(({ hold }) => hold > 0);
    this.noPath = spaced ? world.ledger.cell('waiting for a path', id) : this.moving;
    const closes = this.hours.some((hours) => hours !== undefined);
    this.works = closes ? world.ledger.cell('waiting for works on the line', id) : this.moving;
    const [a, b] = specs[0].between;
    this.ends = a < b ? [a, b] : [b, a];
    // Stream: one a direction, so that a train more in one leaves the other's luck alone.
    this.luck = [world.stream(`${id}/time/${this.ends[1]}`), world.stream(`${id}/time/${this.ends[0]}`)];
    this.endNumbers = [world.placeNumber(this.ends[0]), world.placeNumber(this.ends[1])];
  }

  /** Seconds of a unit of a class from end to end, as a law. */
  time(ships: UnitClass, phase: number): Sampler {
    const { data } = this.world.phases[phase];
    const { length, variation = 0 } = data.lines[this.id];
    const mean = (length / (classSpeed(data, this.id, ships) ?? 0)) * 3600;
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
    this.book(unit);
    this.plan();
  }

  /** A path may be free, or the line has opened or closed: whoever may go does, the others wait for what they wait for now. */
  look(direction: number): void {
    const { now } = this.world.sim;
    if (now >= this.lookAt[direction]) this.lookAt[direction] = NEVER;
    for (let next = this.takeNext(); next >= 0; next = this.takeNext()) this.go(next >> 1, next & 1);
    if (this.waits === 0) return;
    for (const set of this.waiting) for (let i = 0; i < set.count; i++) this.book(set.who[i] >> 1);
    this.plan();
  }

  /** A dated change: paths are spaced anew from the next train on. */
  becomes(): void {
    if (this.now().single) this.nextPath.fill(Math.max(this.nextPath[0], this.nextPath[1]));
    this.look(0);
  }

  endReached(unit: Unit): void {
    this.world.cameOver(unit);
  }

  startMeasuring(): void {
    this.departures.fill(0);
    this.since = this.world.sim.now;
    for (const direction of [0, 1]) this.taken[direction] = this.ahead(direction);
  }

  measures(): Measured[] {
    const of = { line: this.id };
    const out: Measured[] = [
      { measure: 'departures', statistic: 'total', of, unit: 'trips', value: this.departures[0] + this.departures[1] },
    ];
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

  /** Order: the line is open, then a path. */
  private book(unit: Unit): void {
    this.world.units.turn(unit, this.isOpen() ? this.noPath : this.works);
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
    this.nextPath[direction] = sim.now + hold;
    if (single) this.nextPath[1 - direction] = sim.now + hold;
    this.world.leavesPlace(unit, this.endNumbers[direction]);
    units.turn(unit, this.moving);
    this.departures[direction]++;
    this.taken[direction] += hold;
    this.takenUntil[direction] = sim.now + hold;
    const service = services[units.service[unit]];
    const seconds = this.slowed(service.timeOf(unit).draw(this.luck[direction]));
    sim.in(Math.round(seconds), this.world.kinds.lineEnds, this.index, unit);
  }

  /** Seconds of the last path taken that lie ahead of now. */
  private ahead(direction: number): number {
    return Math.max(0, this.takenUntil[direction] - this.world.sim.now);
  }
}
