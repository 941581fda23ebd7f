// Boxes gather into loads: each of them goes when it is full, or when its oldest box has waited longest.
import { NONE } from './boxes';
import { type End, fillFrom, type Gathering, isLate, WaitTimer } from './gathering';
import type { Box, Unit } from './kind';

export class Loads implements Gathering {
  /** Loads that are full and wait for a unit. */
  private full = 0;
  /** The first box of the load that still grows, its TEU, and whether it goes with the next unit as it is. */
  private growing: Box = NONE;
  private teu = 0;
  private due = false;
  private readonly timer: WaitTimer;

  constructor(private readonly end: End) {
    this.timer = new WaitTimer(end);
    end.world.sim.state.numbers(this, 'full', 'growing', 'teu', 'due');
  }

  add(box: Box): void {
    const { world, waiting, end, room, when, smallest, filling, noUnit } = this.end;
    const { boxes, ledger } = world;
    const teu = boxes.teu[box];
    if (this.growing !== NONE && this.teu + teu > room) this.isFull();
    boxes.append(waiting, end, box);
    ledger.turn(box, this.due ? noUnit : filling);
    if (this.growing === NONE) {
      this.growing = box;
      this.timer.set(boxes.waits[box]);
    }
    this.teu += teu;
    if (when.full && this.teu + smallest > room) this.isFull();
    else this.dueIfLate();
  }

  wants(): boolean {
    return this.full > 0 || this.due;
  }

  loads(): number {
    return this.full + (this.due ? 1 : 0);
  }

  handTo(unit: Unit): boolean {
    fillFrom(this.end, unit, (box) => {
      if (box === this.growing) this.endGrowing();
    });
    if (this.full > 0) this.full--;
    return false;
  }

  handed(): void {}

  timeIsUp(): void {
    this.dueIfLate();
  }

  private isFull(): void {
    this.full++;
    // The growing load is the tail of the list, so the chain from its first box is just that load.
    this.end.world.ledger.turnAll(this.growing, this.end.noUnit);
    this.endGrowing();
  }

  private endGrowing(): void {
    this.growing = NONE;
    this.teu = 0;
    this.due = false;
    this.timer.stop();
  }

  private dueIfLate(): void {
    const { world, when, noUnit } = this.end;
    if (this.due || this.growing === NONE || this.teu < (when.least ?? 0)) return;
    if (!isLate(this.end, world.boxes.waits[this.growing])) return;
    this.due = true;
    world.ledger.turnAll(this.growing, noUnit);
  }
}
