// A pool of like cranes shared by the trains or ships under it: one event a lift, whatever is aboard.
import { TimeWeighted } from '../../kernel';
import { type KeyedDraws, type Sampler, sampler } from '../../stochastic';
import { NONE } from '../boxes';
import type { Box, Measured, Unit } from '../kind';
import { Roll } from '../roll';
import { shareOf } from '../share';
import type { World } from '../world';
import type { Front } from './front';

export interface CraneFigures {
  readonly count: number;
  /** Moves an hour of each. */
  readonly rate: number;
  readonly variation?: number;
  readonly each?: number;
}

export class Cranes {
  private readonly index: number;
  /** By phase: the time of a move, how many there are, and how many may work on one unit. */
  private readonly seconds: readonly Sampler[];
  private readonly counts: readonly number[];
  private readonly eachs: readonly number[];
  /** Stream: keyed by box; its first draw here is for setting it down, its second for picking it up. */
  private readonly luck: KeyedDraws;
  /** By crane: the unit it works on and the box on its hook. */
  declare private readonly unitOf: Int32Array;
  declare private readonly boxOf: Int32Array;
  /** Units at work and their tracks or berths, in the order in which they came. */
  private readonly unitAt: Roll;
  private readonly frontAt: Roll;
  private readonly busy: TimeWeighted;
  private lifts = 0;
  /** How many there are, over time. */
  private readonly open: TimeWeighted;

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
    this.seconds = figures.map(({ rate, variation = 0 }) => {
      const mean = 3600 / rate;
      return sampler(variation > 0 ? { law: 'lognormal', mean, sd: mean * variation } : { law: 'fixed', value: mean });
    });
    this.luck = world.keyed(`${place}/cranes/${name}`);
    const { state } = world.sim;
    const most = Math.max(...this.counts);
    state.int32(this, 'unitOf', most).fill(NONE);
    state.int32(this, 'boxOf', most).fill(NONE);
    state.numbers(this, 'lifts');
    this.unitAt = new Roll(state);
    this.frontAt = new Roll(state);
    this.busy = new TimeWeighted(world.sim);
    this.open = new TimeWeighted(world.sim, this.counts[0]);
  }

  get count(): number {
    return this.counts[this.world.phase];
  }

  /** Cranes that may work on one unit, unless its track or berth says less. */
  get each(): number {
    return this.eachs[this.world.phase];
  }

  /** A dated change: a crane that is taken away finishes its lift. */
  becomes(): void {
    this.open.set(this.count);
    this.work();
  }

  /** A unit stands under the cranes with boxes to set down or pick up. */
  join(unit: Unit, front: Front): void {
    this.unitAt.add(unit);
    this.frontAt.add(front.index);
  }

  /** The unit of a front that has been setting boxes down longest; NONE when none is. */
  firstAt(front: Front): Unit {
    const { unitAt, frontAt } = this;
    for (let i = 0; i < unitAt.count; i++)
      if (frontAt.who[i] === front.index && front.isSettingDown(unitAt.who[i])) return unitAt.who[i];
    return NONE;
  }

  leave(unit: Unit): void {
    const i = this.unitAt.find(unit);
    if (i < 0) return;
    this.unitAt.remove(i);
    this.frontAt.remove(i);
  }

  /** Puts free cranes to work. Order: the unit that came first gets as many as it may have, then the next. */
  work(): void {
    const halted = this.stopped();
    if (!halted) {
      // A lift for one unit may make room for another that came before it: until a round gives out no crane.
      while (this.giveOut());
    }
    // What is missing is known only when every crane has been given out.
    const noCrane = this.freeCrane(0) === NONE;
    for (let i = 0; i < this.unitAt.count; i++) this.front(i).book(this.unitAt.who[i], halted, noCrane);
  }

  /** One round over all units; true when a crane was given out and another is free. */
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
    sim.in(Math.max(1, Math.round(seconds)), kinds.liftDone, this.index, crane);
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

  /** The boxes on the hooks: they are in no list. */
  onHooks(): Box[] {
    return [...this.boxOf].filter((box) => box !== NONE);
  }

  startMeasuring(): void {
    this.busy.restart();
    this.open.restart();
    this.lifts = 0;
  }

  measures(): Measured[] {
    const of = { place: this.place, resource: `${this.name} cranes` };
    return [
      { measure: 'use', statistic: 'share', of, unit: 'share', value: shareOf(this.busy.mean(), this.open.mean()) },
      { measure: 'throughput', statistic: 'total', of, unit: 'moves', value: this.lifts },
    ];
  }

  private front(i: number): Front {
    return this.world.fronts[this.frontAt.who[i]];
  }

  private freeCrane(from: number): number {
    // Some may still be at work that are more than there are now.
    if (this.busy.value >= this.count) return NONE;
    for (let crane = from; crane < this.count; crane++) if (this.unitOf[crane] === NONE) return crane;
    return NONE;
  }
}
