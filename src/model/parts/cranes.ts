// A pool of identical cranes shared by the trains or ships under it: one event a lift, whatever the number of boxes aboard.
// Long, because assigning cranes requires the reason why each of them is idle.
import { TimeWeighted } from '../../kernel';
import { type KeyedDraws, type Sampler, sampler } from '../../stochastic';
import type { Measured } from '../corridor/measures/measured';
import { NONE } from '../run/boxes';
import { OrderedSet } from '../run/orderedSet';
import type { Box, Unit } from '../run/place';
import { shareOf } from '../run/share';
import type { World } from '../run/world';
import type { OpenHours } from '../time/openHours';
import { CraneFailures, type FailureFigures } from './craneFailures';
import type { Front } from './front';
import { Level, split } from './level';
import { type RampFigures, RampUp } from './rampUp';

export interface CraneFigures {
  readonly count: number;
  /** Moves an hour of each. */
  readonly rate: number;
  readonly variation?: number;
  readonly each?: number;
  /** Share of the rate that is achieved. */
  readonly efficiency?: number;
  readonly failures?: FailureFigures;
  /** Shifts. */
  readonly calendar?: string;
  readonly rampUp?: RampFigures;
}

/** What a unit waits for when no crane lifts its boxes: room for them, a crane, or the repair of a crane. */
export const NO_ROOM = 0;
export const A_CRANE = 1;
export const REPAIR = 2;

/** Why no lift starts: no halt, weather, or off shift. */
export const WORKING = 0;
export const WEATHER = 1;
export const OFF_SHIFT = 2;

export class Cranes {
  private readonly index: number;
  /** By phase: move time, number of cranes, and most cranes on one unit. */
  private readonly seconds: readonly Sampler[];
  private readonly counts: readonly number[];
  private readonly eachs: readonly number[];
  /** Stream: keyed by box; the first draw here is for setting it down, the second for picking it up. */
  private readonly luck: KeyedDraws;
  /** By crane: its unit and the box on its hook. */
  declare private readonly unitOf: Int32Array;
  declare private readonly boxOf: Int32Array;
  /** Units being served and their tracks or berths, in order of arrival. */
  private readonly unitAt: OrderedSet;
  private readonly frontAt: OrderedSet;
  private readonly busy: TimeWeighted;
  private lifts = 0;
  /** Number of cranes over time; of these under repair, halted by weather or shift, and without room for their boxes. */
  private readonly open: TimeWeighted;
  private readonly down: Level;
  private readonly closed: Level;
  private readonly blocked: Level;
  /** By phase. */
  private readonly hours: readonly (OpenHours | undefined)[];
  private readonly ramps: readonly (RampUp | undefined)[];
  private readonly failures: CraneFailures | undefined;
  /** Next start or end of a shift, if known; −1: not scheduled. */
  private nextShift = -1;

  constructor(
    private readonly world: World,
    readonly place: string,
    private readonly name: string,
    /** By phase. */
    figures: readonly CraneFigures[],
    /** Whether a storm stops the cranes now. */
    private readonly stopped: () => boolean = () => false,
  ) {
    this.index = world.cranes.push(this) - 1;
    this.counts = figures.map(({ count }) => count);
    this.eachs = figures.map(({ each, count }) => each ?? count);
    this.seconds = figures.map(({ rate, efficiency = 1, variation = 0 }) => {
      const mean = 3600 / (rate * efficiency);
      return sampler(variation > 0 ? { law: 'lognormal', mean, sd: mean * variation } : { law: 'fixed', value: mean });
    });
    this.luck = world.keyed(`${place}/cranes/${name}`);
    const { state } = world.sim;
    const most = Math.max(...this.counts);
    state.int32(this, 'unitOf', most).fill(NONE);
    state.int32(this, 'boxOf', most).fill(NONE);
    state.numbers(this, 'lifts');
    this.unitAt = new OrderedSet(state);
    this.frontAt = new OrderedSet(state);
    this.busy = new TimeWeighted(world.sim);
    this.open = new TimeWeighted(world.sim, this.counts[0]);
    this.down = new Level(world.sim);
    this.closed = new Level(world.sim);
    this.blocked = new Level(world.sim);
    this.hours = figures.map(({ calendar }) => (calendar === undefined ? undefined : world.hours(calendar)));
    this.ramps = figures.map(({ rampUp }) => rampUp && new RampUp(rampUp, world.clock));
    const breakdowns = figures.map((one) => one.failures);
    if (breakdowns.some((one) => one !== undefined))
      this.failures = new CraneFailures(world, this.index, `${place}/cranes/${name}`, most, breakdowns);
    state.numbers(this, 'nextShift');
    this.awaitShift();
  }

  /** Whether they ever fail. */
  get hasFailures(): boolean {
    return this.failures !== undefined;
  }

  /** Whether they ever work in shifts. */
  get hasShifts(): boolean {
    return this.hours.some((hours) => hours !== undefined);
  }

  /** A crane fails, or works again. */
  turns(crane: number): void {
    this.failures?.turns(crane);
    this.work();
  }

  /** A shift starts or ends. */
  shiftTurns(): void {
    if (this.world.sim.now < this.nextShift) return;
    this.nextShift = -1;
    this.awaitShift();
    this.work();
  }

  private awaitShift(): void {
    const { sim, kinds, phase } = this.world;
    const hours = this.hours[phase];
    if (hours === undefined) return;
    const next = hours.isOpen(sim.now) ? hours.nextClose(sim.now) : hours.nextOpen(sim.now);
    if (!(next < Number.POSITIVE_INFINITY) || next === this.nextShift) return;
    this.nextShift = next;
    sim.at(next, kinds.shiftTurns, this.index, 0);
  }

  get count(): number {
    return this.counts[this.world.phase];
  }

  /** Cranes that may work on one unit, unless its track or berth has a lower limit. */
  get each(): number {
    return this.eachs[this.world.phase];
  }

  /** A dated change: a removed crane finishes its lift. */
  becomes(): void {
    this.open.set(this.count);
    this.failures?.becomes();
    this.awaitShift();
    this.work();
  }

  /** A unit under the cranes has boxes to set down or pick up. */
  join(unit: Unit, front: Front): void {
    this.unitAt.add(unit);
    this.frontAt.add(front.index);
  }

  /** The unit of a front that has been unloading longest; NONE if there is none. */
  firstAt(front: Front): Unit {
    const { unitAt, frontAt } = this;
    for (let i = 0; i < unitAt.count; i++)
      if (frontAt.who[i] === front.index && front.isSettingDown(unitAt.who[i])) return unitAt.who[i];
    return NONE;
  }

  /** Units of a front with boxes to set down and no crane. */
  heldUpAt(front: Front): number {
    const { unitAt, frontAt } = this;
    let held = 0;
    for (let i = 0; i < unitAt.count; i++) {
      const unit = unitAt.who[i];
      if (frontAt.who[i] === front.index && front.hasToSetDown(unit) && this.world.units.cranes[unit] === 0) held++;
    }
    return held;
  }

  leave(unit: Unit): void {
    const i = this.unitAt.find(unit);
    if (i < 0) return;
    this.unitAt.remove(i);
    this.frontAt.remove(i);
  }

  /** Assigns free cranes. Order: the unit that came first gets as many as allowed, then the next; repeated after every lift. */
  work(): void {
    const halt = this.halt();
    if (halt === WORKING) {
      // A lift for one unit may make room for an earlier one: repeat until a round assigns no crane.
      while (this.giveOut());
    }
    // What is missing is known only after all cranes are assigned.
    const down = this.failures?.down(this.count) ?? 0;
    const missing = this.freeCrane(0) !== NONE ? NO_ROOM : down > 0 ? REPAIR : A_CRANE;
    for (let i = 0; i < this.unitAt.count; i++) {
      const front = this.front(i);
      front.book(this.unitAt.who[i], halt, Math.min(this.each, front.each) > 0 ? missing : A_CRANE);
    }
    this.tally(halt, down);
  }

  private halt(): number {
    if (this.stopped()) return WEATHER;
    return this.hours[this.world.phase]?.isOpen(this.world.sim.now) === false ? OFF_SHIFT : WORKING;
  }

  /** Order, for an idle crane: under repair, halted, no room for its box, nothing to do. */
  private tally(halt: number, down: number): void {
    const { count } = this;
    const free = Math.max(0, count - down - this.busy.value);
    this.down.set(Math.min(down, count - Math.min(count, this.busy.value)));
    this.closed.set(halt === WORKING ? 0 : free);
    this.blocked.set(halt === WORKING && free > 0 ? Math.min(free, this.inVain()) : 0);
  }

  /** Cranes that the units would use if there were room for their boxes. */
  private inVain(): number {
    let cranes = 0;
    for (let i = 0; i < this.unitAt.count; i++) {
      const unit = this.unitAt.who[i];
      const front = this.front(i);
      if (front.hasToSetDown(unit)) cranes += Math.min(this.each, front.each) - this.world.units.cranes[unit];
    }
    return cranes;
  }

  /** One round over all units; true if a crane was assigned and another is free. */
  private giveOut(): boolean {
    const { units } = this.world;
    let crane = this.freeCrane(0);
    let given = false;
    for (let i = 0; i < this.unitAt.count && crane !== NONE; i++) {
      const unit = this.unitAt.who[i];
      const front = this.front(i);
      const most = Math.min(this.each, front.each);
      while (crane !== NONE && units.cranes[unit] < most) {
        const box = front.nextLift(unit);
        if (box === NONE) break;
        this.lift(crane, unit, box);
        given = true;
        crane = this.freeCrane(crane + 1);
      }
    }
    return given && crane !== NONE;
  }

  private lift(crane: number, unit: Unit, box: Box): void {
    const { units, boxes, sim, kinds } = this.world;
    this.unitOf[crane] = unit;
    this.boxOf[crane] = box;
    units.cranes[unit]++;
    boxes.apart++;
    this.busy.add(1);
    this.lifts++;
    const nth = units.arrived[unit] === 1 ? 0 : 1;
    const seconds = this.seconds[this.world.phase].drawFor(
      this.luck,
      this.world.flowKey[boxes.flow[box]],
      boxes.number[box],
      nth,
    );
    const ramp = this.ramps[this.world.phase];
    const takes = ramp === undefined ? seconds : seconds / ramp.share(sim.now);
    sim.in(Math.max(1, Math.round(takes)), kinds.liftDone, this.index, crane);
  }

  liftDone(crane: number): void {
    const unit = this.unitOf[crane];
    const box = this.boxOf[crane];
    this.unitOf[crane] = NONE;
    this.boxOf[crane] = NONE;
    this.world.units.cranes[unit]--;
    this.world.boxes.apart--;
    this.busy.add(-1);
    this.front(this.unitAt.find(unit)).lifted(unit, box);
  }

  /** The boxes on hooks, which are in no list. */
  onHooks(): Box[] {
    return [...this.boxOf].filter((box) => box !== NONE);
  }

  startMeasuring(): void {
    for (const level of [this.busy, this.open, this.down, this.closed, this.blocked]) level.restart();
    this.lifts = 0;
  }

  measures(): Measured[] {
    const of = { place: this.place, resource: `${this.name} cranes` };
    const hours = this.busy.area() / 3600;
    return [
      { measure: 'use', statistic: 'share', of, unit: 'share', value: shareOf(this.busy.mean(), this.open.mean()) },
      ...split(of, this.open.mean(), this.busy.mean(), [this.down, this.closed, this.blocked]),
      { measure: 'throughput', statistic: 'total', of, unit: 'moves', value: this.lifts },
      // Per assigned crane.
      {
        measure: 'moves an hour',
        statistic: 'mean',
        of,
        unit: 'moves/h',
        value: hours > 0 ? this.lifts / hours : null,
      },
    ];
  }

  private front(i: number): Front {
    // Only fronts are in this list.
    return this.world.fronts[this.frontAt.who[i]] as Front;
  }

  private freeCrane(from: number): number {
    // After a reduction, more cranes may be at work than are available now.
    if (this.busy.value >= this.count) return NONE;
    for (let crane = from; crane < this.count; crane++)
      if (this.unitOf[crane] === NONE && this.failures?.isDown[crane] !== 1) return crane;
    return NONE;
  }
}
