// At a gauge change a unit stands opposite and is filled as boxes come, until it is full or its first box has waited longest.
import { NONE } from '../run/boxes';
import type { Box, Unit } from '../run/place';
import type { OpenLoad } from '../run/world';
import { type End, fillFrom, type Gathering, isLate, placeOf, WaitTimer } from './gathering';

export class Filling implements Gathering, OpenLoad {
  /** The unit that is being filled; NONE when there is none. */
  unit: Unit = NONE;
  /** Since when the first box that it was given has waited. */
  private since = Number.POSITIVE_INFINITY;
  /** TEU that stand here on trains, or that customs holds: they will want a unit soon. */
  private announced = 0;
  private readonly timer: WaitTimer;

  constructor(
    private readonly end: End,
    /** A unit that was being filled takes no more and will leave for the other end. */
    private readonly closes: () => void,
  ) {
    this.timer = new WaitTimer(end);
    end.world.sim.state.numbers(this, 'unit', 'since', 'announced');
  }

  add(box: Box): void {
    const { world, waiting, end, noUnit } = this.end;
    const { boxes, ledger, units } = world;
    if (boxes.teu[box] <= this.roomLeft()) {
      units.give(this.unit, box);
      placeOf(this.end).boxesJoin?.(this.unit);
      this.filled();
      return;
    }
    boxes.append(waiting, end, box);
    ledger.turn(box, noUnit);
    if (this.unit !== NONE && !this.end.timed) this.close();
  }

  wants(): boolean {
    return this.unit === NONE && this.teu() > 0;
  }

  loads(): number {
    return Math.ceil(Math.max(0, this.teu() - this.roomLeft()) / this.end.unitCapacity);
  }

  handTo(unit: Unit): boolean {
    const opens = this.wants();
    if (!opens && this.end.timed) return false;
    fillFrom(this.end, unit, () => {});
    if (opens) this.unit = unit;
    return opens;
  }

  handed(): void {
    this.filled();
  }

  timeIsUp(): void {
    this.closeIfDone();
  }

  unitFor(_: Box): Unit {
    return this.unit;
  }

  roomFor(_: Box): number {
    return this.roomLeft();
  }

  announce(box: Box): void {
    this.announced += this.end.world.boxes.teu[box];
  }

  promise(box: Box): void {
    const { boxes, units } = this.end.world;
    this.announced -= boxes.teu[box];
    units.promised[this.unit] += boxes.teu[box];
  }

  comesDown(box: Box): void {
    this.announced -= this.end.world.boxes.teu[box];
  }

  announceTogether(box: Box, _: Unit): void {
    this.announce(box);
  }

  stands(_: Unit): void {}

  /** TEU that would still fit on the unit that is being filled; 0 when there is none. */
  private roomLeft(): number {
    return this.unit === NONE ? 0 : this.end.unitCapacity - this.end.world.units.teu(this.unit);
  }

  makeRoom(box: Box): void {
    const teu = this.end.world.boxes.teu[box];
    if (this.unit !== NONE && teu > this.roomLeft() && !this.end.timed) this.close();
  }

  /** The unit has one more box aboard, or promised. */
  filled(): void {
    const { units, boxes } = this.end.world;
    if (this.unit !== NONE && this.since === Number.POSITIVE_INFINITY) {
      // The longest wait counts from the wait of the first box that the unit was given.
      const first = units.load.first[this.unit];
      const box = first !== NONE ? first : units.aboard.first[this.unit];
      if (box !== NONE) {
        this.since = boxes.waits[box];
        if (!this.end.timed) this.timer.set(this.since);
      }
    }
    this.closeIfDone();
  }

  departure(): boolean {
    if (this.unit === NONE) return this.end.waiting.first[this.end.end] !== NONE;
    const teu = this.end.world.units.teu(this.unit);
    if (teu === 0 || teu < (this.end.when.least ?? 0)) return false;
    this.close();
    return true;
  }

  /** What waits is not made up into loads here. */
  regroup(): void {}

  private teu(): number {
    return this.end.waiting.teu[this.end.end] + this.announced;
  }

  private closeIfDone(): void {
    if (this.unit === NONE || this.end.timed) return;
    const { when, smallest, world } = this.end;
    const isFull = when.full && this.roomLeft() < smallest;
    if (isFull || (isLate(this.end, this.since) && world.units.teu(this.unit) >= (when.least ?? 0))) this.close();
  }

  private close(): void {
    const { unit } = this;
    this.unit = NONE;
    this.since = Number.POSITIVE_INFINITY;
    this.timer.stop();
    this.end.world.units.closed[unit] = 1;
    this.closes();
    placeOf(this.end).boxesJoin?.(unit);
  }
}
