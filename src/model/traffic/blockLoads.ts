// At a gauge change the load of a block train stays together: a unit takes the boxes of one train, and goes when it has them all.
import { NONE } from '../run/boxes';
import { OrderedSet } from '../run/orderedSet';
import type { Box, Unit } from '../run/place';
import type { OpenLoad } from '../run/world';
import { type End, fillFrom, type Gathering, isLate, placeOf, WaitTimer } from './gathering';

/** So many loads at a time to begin with. */
const SOME = 16;

/**
 * Order: units are given to loads in the order in which their trains had a track; what of a load has no room on its unit asks
 * for another behind those that wait for their first. A box that customs keeps for long is left behind: it goes with the next load that leaves room for it, with
 * others that make a full load, or when it has waited longest.
 */
export class BlockLoads implements Gathering, OpenLoad {
  /** By load: boxes that are not on a unit or about to be, and their TEU; its unit. */
  private readonly loadsOf = {
    count: new Int32Array(0),
    teu: new Float64Array(0),
    unit: new Int32Array(0),
    /** 1: more of it waits than its unit takes. */
    tooMuch: new Int32Array(0),
    /** The next load that is not used. */
    next: new Int32Array(0),
  };
  /** By train: its load before it has a track. */
  declare private readonly ofTrain: Int32Array;
  /** Loads that want a unit, and loads that have one, in their order. */
  private readonly wanting: OrderedSet;
  private readonly open: OrderedSet;
  private used = 0;
  private unused = NONE;
  /** TEU of loads whose trains have no track so far. */
  private expected = 0;
  private readonly timer: WaitTimer;

  constructor(
    private readonly end: End,
    /** A unit that was being filled takes no more and will leave for the other end. */
    private readonly closes: () => void,
  ) {
    const { state } = end.world.sim;
    state.int32(this.loadsOf, 'count', SOME);
    state.float64(this.loadsOf, 'teu', SOME);
    state.int32(this.loadsOf, 'unit', SOME);
    state.int32(this.loadsOf, 'tooMuch', SOME);
    state.int32(this.loadsOf, 'next', SOME);
    state.int32(this, 'ofTrain', end.world.units.count).fill(NONE);
    this.wanting = new OrderedSet(state);
    this.open = new OrderedSet(state);
    this.timer = new WaitTimer(end);
    state.numbers(this, 'used', 'unused', 'expected');
  }

  /** A box waits: one of a load that has a unit is given to it, one that was left behind where a unit has room to spare. */
  add(box: Box): void {
    const { world, waiting, end, noUnit } = this.end;
    const { boxes, ledger, units } = world;
    const load = boxes.group[box];
    const unit = load === NONE ? this.unitWithRoomToSpare(boxes.teu[box]) : this.loadsOf.unit[load];
    if (unit !== NONE && boxes.teu[box] <= this.roomOf(unit)) {
      this.leavesLoad(box);
      units.give(unit, box);
      placeOf(this.end).boxesJoin?.(unit);
      this.filled();
      return;
    }
    boxes.append(waiting, end, box);
    ledger.turn(box, noUnit);
    if (load !== NONE) this.makeRoom(box);
    else if (waiting.first[end] === box) this.timer.set(boxes.waits[box]);
  }

  wants(): boolean {
    return this.wanting.count > 0 || this.leftBehindGo();
  }

  loads(): number {
    const { unitCapacity } = this.end;
    let count = Math.ceil(this.expected / unitCapacity) + (this.leftBehindGo() ? 1 : 0);
    for (let i = 0; i < this.wanting.count; i++)
      count += Math.ceil(this.loadsOf.teu[this.wanting.who[i]] / unitCapacity);
    return count;
  }

  handTo(unit: Unit): boolean {
    const { wanting, loadsOf } = this;
    if (wanting.count === 0) {
      fillFrom(this.end, unit, () => {});
      this.timeLeftBehind();
      return false;
    }
    const load = wanting.who[0];
    wanting.remove(0);
    loadsOf.unit[load] = unit;
    this.open.add(load);
    this.takeWaiting(unit, load);
    return true;
  }

  handed(): void {
    this.filled();
  }

  timeIsUp(): void {}

  departure(): boolean {
    return false;
  }

  regroup(): void {}

  unitFor(box: Box): Unit {
    const load = this.end.world.boxes.group[box];
    return load === NONE ? NONE : this.loadsOf.unit[load];
  }

  roomFor(box: Box): number {
    const unit = this.unitFor(box);
    return unit === NONE ? 0 : this.roomOf(unit);
  }

  /** Left behind: no unit is called for it. */
  announce(_: Box): void {}

  announceTogether(box: Box, train: Unit): void {
    const { boxes } = this.end.world;
    if (this.ofTrain[train] === NONE) this.ofTrain[train] = this.newLoad();
    const load = this.ofTrain[train];
    boxes.group[box] = load;
    this.loadsOf.count[load]++;
    this.loadsOf.teu[load] += boxes.teu[box];
    this.expected += boxes.teu[box];
  }

  stands(train: Unit): void {
    const load = this.ofTrain[train];
    if (load === NONE) return;
    this.ofTrain[train] = NONE;
    this.expected -= this.loadsOf.teu[load];
    this.wanting.add(load);
  }

  promise(box: Box): void {
    const { boxes, units } = this.end.world;
    units.promised[this.unitFor(box)] += boxes.teu[box];
    this.leavesLoad(box);
  }

  comesDown(_: Box): void {}

  /** The unit of a load has no room for the next of its boxes: it goes, and another is wanted. */
  makeRoom(box: Box): void {
    const load = this.end.world.boxes.group[box];
    const unit = this.unitFor(box);
    if (unit !== NONE && this.end.world.boxes.teu[box] > this.roomOf(unit)) this.wantsAnother(load);
  }

  /** Units that have all boxes of their loads go, and those that are full. */
  filled(): void {
    const { open, loadsOf } = this;
    for (let i = open.count - 1; i >= 0; i--) {
      const load = open.who[i];
      const unit = loadsOf.unit[load];
      if (loadsOf.count[load] > 0) {
        if (loadsOf.tooMuch[load] === 1 || this.roomOf(unit) < this.end.smallest) this.wantsAnother(load);
        continue;
      }
      open.remove(i);
      loadsOf.unit[load] = NONE;
      loadsOf.next[load] = this.unused;
      this.unused = load;
      this.close(unit);
    }
  }

  private wantsAnother(load: number): void {
    const unit = this.loadsOf.unit[load];
    this.open.remove(this.open.find(load));
    this.loadsOf.unit[load] = NONE;
    this.loadsOf.tooMuch[load] = 0;
    this.wanting.add(load);
    this.close(unit);
  }

  /** A box is on its unit, or about to be. */
  private leavesLoad(box: Box): void {
    const { boxes } = this.end.world;
    const load = boxes.group[box];
    if (load === NONE) return;
    boxes.group[box] = NONE;
    this.loadsOf.count[load]--;
    this.loadsOf.teu[load] -= boxes.teu[box];
  }

  /** Gives a unit what waits of a load, and in the room that the rest of it leaves what was left behind before; in order. */
  private takeWaiting(unit: Unit, load: number): void {
    const { world, waiting, end, noUnit } = this.end;
    const { boxes, units, ledger } = world;
    for (let n = waiting.count[end]; n > 0; n--) {
      const box = boxes.takeFirst(waiting, end);
      const isOwn = boxes.group[box] === load;
      const room = this.roomOf(unit) - (isOwn ? 0 : this.loadsOf.teu[load]);
      if ((isOwn || boxes.group[box] === NONE) && boxes.teu[box] <= room) {
        this.leavesLoad(box);
        boxes.append(units.load, unit, box);
        ledger.turn(box, noUnit);
      } else {
        boxes.append(waiting, end, box);
        if (isOwn) this.loadsOf.tooMuch[load] = 1;
      }
    }
    this.timeLeftBehind();
  }

  /** A unit whose load leaves room for a box of so many TEU; NONE. */
  private unitWithRoomToSpare(teu: number): Unit {
    const { open, loadsOf } = this;
    for (let i = 0; i < open.count; i++) {
      const load = open.who[i];
      if (loadsOf.teu[load] + teu <= this.roomOf(loadsOf.unit[load])) return loadsOf.unit[load];
    }
    return NONE;
  }

  /** Whether boxes that were left behind make a load of their own: a full one, or one whose first has waited longest. */
  private leftBehindGo(): boolean {
    const { world, waiting, end, unitCapacity, smallest, when } = this.end;
    // A load that has a unit, or wants one, takes its own boxes: of those that wait for none the first may be another's.
    if (waiting.count[end] === 0 || this.wanting.count > 0) return false;
    const first = waiting.first[end];
    if (when.full && waiting.teu[end] + smallest > unitCapacity) return true;
    return isLate(this.end, world.boxes.waits[first]) && waiting.teu[end] >= (when.least ?? 0);
  }

  private timeLeftBehind(): void {
    const { world, waiting, end } = this.end;
    const first = waiting.first[end];
    if (first === NONE) this.timer.stop();
    else this.timer.set(world.boxes.waits[first]);
  }

  private roomOf(unit: Unit): number {
    return this.end.unitCapacity - this.end.world.units.teu(unit);
  }

  private newLoad(): number {
    const { loadsOf, end } = this;
    let load = this.unused;
    if (load !== NONE) this.unused = loadsOf.next[load];
    else {
      if (this.used === loadsOf.count.length) end.world.sim.state.grow(loadsOf, 2 * this.used);
      load = this.used++;
    }
    loadsOf.count[load] = 0;
    loadsOf.teu[load] = 0;
    loadsOf.unit[load] = NONE;
    loadsOf.tooMuch[load] = 0;
    return load;
  }

  private close(unit: Unit): void {
    this.end.world.units.closed[unit] = 1;
    this.closes();
    placeOf(this.end).boxesJoin?.(unit);
  }
}
