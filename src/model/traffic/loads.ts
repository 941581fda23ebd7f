// Boxes gather into loads: each of them goes when it is full, or when its oldest box has waited longest.
import { NONE } from '../run/boxes';
import type { Box, Unit } from '../run/place';
import { type End, fillFrom, type Gathering, isLate, WaitTimer } from './gathering';

export class Loads implements Gathering {
  /** Loads that are full and wait for a unit. */
  private full = 0;
  /** The first box of the load that still grows, its TEU, and whether it goes with the next unit as it is. */
  private growing: Box = NONE;
  private teu = 0;
  private due = false;
  /** Timed: loads whose departure has come, and that wait for a unit. */
  private departing = 0;
  private readonly timer: WaitTimer;

  constructor(private readonly end: End) {
    this.timer = new WaitTimer(end);
    end.world.sim.state.numbers(this, 'full', 'growing', 'teu', 'due', 'departing');
  }

  add(box: Box): void {
    const { world, waiting, end, unitCapacity, when, smallest, filling, noUnit, timed } = this.end;
    const { boxes, ledger } = world;
    const teu = boxes.teu[box];
    if (this.growing !== NONE && this.teu + teu > unitCapacity) this.isFull();
    boxes.append(waiting, end, box);
    ledger.turn(box, this.goes() ? noUnit : filling);
    if (this.growing === NONE) {
      this.growing = box;
      if (!timed) this.timer.set(boxes.waits[box]);
    }
    this.teu += teu;
    if (when.full && this.teu + smallest > unitCapacity) this.isFull();
    else if (!timed) this.dueIfLate();
  }

  wants(): boolean {
    return this.end.timed ? this.departing > 0 : this.full > 0 || this.due;
  }

  loads(): number {
    return this.full + (this.due || (this.end.timed && this.growing !== NONE) ? 1 : 0);
  }

  handTo(unit: Unit): boolean {
    // A unit that is called to the other end takes what waits along; nothing where that is less than the least load, or where
    // trains with boxes leave by the clock.
    const { timed, waiting, end, when } = this.end;
    if (!this.wants() && (timed || waiting.teu[end] < (when.least ?? 0))) return false;
    fillFrom(this.end, unit, (box) => {
      if (box === this.growing) this.endGrowing();
    });
    if (this.full > 0) this.full--;
    if (this.departing > 0) this.departing--;
    return false;
  }

  handed(): void {}

  timeIsUp(): void {
    this.dueIfLate();
  }

  departure(): boolean {
    const { world, waiting, end, when, unitCapacity, noUnit } = this.end;
    const { boxes, ledger } = world;
    // The load that is to go stands behind those that wait for units from earlier departures.
    let box = waiting.first[end];
    for (let load = 0; load < this.departing && box !== NONE; load++) box = this.behind(box);
    let teu = 0;
    let next = box;
    for (; next !== NONE && teu + boxes.teu[next] <= unitCapacity; next = boxes.next[next]) teu += boxes.teu[next];
    // A load in which the next box finds no room will never be more, and goes with less than the least load.
    // Where a load from an earlier departure still waits for a unit, it is units that are missing, not boxes.
    if (box === NONE || (next === NONE && teu < (when.least ?? 0))) return this.departing > 0;
    this.departing++;
    for (const last = this.behind(box); box !== last; box = boxes.next[box]) ledger.turn(box, noUnit);
    return true;
  }

  regroup(lasts: boolean): void {
    const { world, waiting, end, unitCapacity, when, smallest, timed } = this.end;
    const { boxes } = world;
    const grew = this.growing;
    this.full = 0;
    this.growing = NONE;
    this.teu = 0;
    for (let box = waiting.first[end]; box !== NONE; box = boxes.next[box]) {
      const teu = boxes.teu[box];
      if (this.growing !== NONE && this.teu + teu > unitCapacity) this.closes();
      if (this.growing === NONE) this.growing = box;
      this.teu += teu;
      if (when.full && this.teu + smallest > unitCapacity) this.closes();
    }
    this.due = !timed && this.growing !== NONE && this.isDue();
    // One unit with more room may take what was to go on several departures.
    this.departing = Math.min(this.departing, this.full + (this.growing === NONE ? 0 : 1));
    if (this.growing === NONE) this.timer.stop();
    else if (this.growing !== grew && !timed) this.timer.set(boxes.waits[this.growing]);
    if (lasts) this.book();
  }

  /** The growing load takes no more; while loads are made up anew. */
  private closes(): void {
    this.full++;
    this.growing = NONE;
    this.teu = 0;
  }

  /** Books every box that waits to what its load waits for. */
  private book(): void {
    const { world, waiting, end, filling, noUnit, toDepart, timed } = this.end;
    const { boxes, ledger } = world;
    let box = waiting.first[end];
    for (let load = 0; box !== NONE; load++) {
      const goes = timed ? load < this.departing : this.due || box !== this.growing;
      const cell = goes ? noUnit : box === this.growing ? filling : toDepart;
      const behind = this.behind(box);
      // A box that is larger than the room is a load by itself.
      for (const next = behind === box ? boxes.next[box] : behind; box !== next; box = boxes.next[box])
        if (ledger.cellOf[box] !== cell) ledger.turn(box, cell);
    }
  }

  /** The first box that does not fit into a load that begins with a box; NONE when all do. */
  private behind(first: Box): Box {
    const { boxes } = this.end.world;
    let teu = 0;
    let box = first;
    for (; box !== NONE && teu + boxes.teu[box] <= this.end.unitCapacity; box = boxes.next[box]) teu += boxes.teu[box];
    return box;
  }

  /** Whether the load that grows lacks only a unit: it is due, or its departure has come. */
  private goes(): boolean {
    return this.end.timed ? this.departing > this.full : this.due;
  }

  private isFull(): void {
    const { world, timed, toDepart, noUnit } = this.end;
    // The growing load is the tail of the list, so the chain from its first box is just that load.
    world.ledger.turnAll(this.growing, timed && !this.goes() ? toDepart : noUnit);
    this.full++;
    this.endGrowing();
  }

  private endGrowing(): void {
    this.growing = NONE;
    this.teu = 0;
    this.due = false;
    this.timer.stop();
  }

  private dueIfLate(): void {
    if (this.due || this.growing === NONE || !this.isDue()) return;
    this.due = true;
    this.end.world.ledger.turnAll(this.growing, this.end.noUnit);
  }

  /** Whether the oldest box of the growing load has waited longest, and there is enough. */
  private isDue(): boolean {
    const { world, when } = this.end;
    return this.teu >= (when.least ?? 0) && isLate(this.end, world.boxes.waits[this.growing]);
  }
}
