// A service gathers boxes at its two ends into loads, matches them with its ships or trains, and sends these on their way.
import { type Handle, TimeWeighted } from '../kernel';
import type { Sampler } from '../stochastic';
import { BoxLists, NONE } from './boxes';
import type { CorridorData, LeavesWhen } from './corridor';
import type { Box, Measured, Place, Unit } from './kind';
import type { Cell } from './ledger';
import { serviceEnds } from './route';
import type { World } from './world';

export class Service {
  readonly ends: readonly [string, string];
  readonly endNumbers: readonly [number, number];
  /** Places on the way from the first end to the second, both included, and the lines between them, by number. */
  readonly stops: readonly number[];
  readonly lines: readonly number[];
  /** Seconds on each of the lines. */
  readonly times: readonly Sampler[];
  readonly fleet: string;
  /** TEU that one unit may carry. */
  readonly room: number;
  /** Ships, and the kind of berth they need; else trains. */
  readonly bySea: boolean;
  /** Track gauge in mm, as of its first line; 0 at sea. */
  readonly gauge: number;
  readonly berth: string;
  /** Boxes that wait at each end, first come first; the last load of them may not be full yet. */
  readonly waiting: BoxLists;
  /** At an end where units stand and are filled as boxes come (a gauge change): the one that is being filled. */
  readonly open = new Int32Array(2).fill(NONE);
  private readonly openSince = new Float64Array(2).fill(Number.POSITIVE_INFINITY);
  /** How many units are on their way to an end, or busy there, and will be ready. */
  readonly coming = new Int32Array(2);
  private readonly when: LeavesWhen;
  private readonly least: number;
  private readonly smallest: number;
  private readonly shortestRound: number;
  /** Full loads that wait for a unit, and the first box and TEU of the load that is still growing. */
  private readonly full = new Int32Array(2);
  private readonly growing = new Int32Array(2).fill(NONE);
  private readonly growingTeu = new Float64Array(2);
  private readonly due = new Int32Array(2);
  private readonly timer = new Float64Array(2);
  private readonly readyCount = new Int32Array(2);
  private readonly firstReady = new Int32Array(2).fill(NONE);
  private readonly lastReady = new Int32Array(2).fill(NONE);
  /** TEU that stand on trains at an end where units are filled as boxes come: they will want a unit soon. */
  private readonly announced = new Float64Array(2);
  private readonly filling: readonly [Cell, Cell];
  private readonly noUnit: readonly [Cell, Cell];
  private readonly idle: TimeWeighted;
  private readonly departures = new Float64Array(2);
  private readonly carried = new Float64Array(2);

  constructor(
    private readonly world: World,
    private readonly index: number,
    readonly id: string,
    data: CorridorData,
    readonly firstUnit: Unit,
    readonly size: number,
    /** At which ends units stand and are filled as boxes come, instead of waiting for a full load. */
    private readonly fillsAtOnce: readonly [boolean, boolean],
    smallest: number,
  ) {
    const spec = data.services[id];
    const { ends, way } = serviceEnds(data, id);
    const fleet = data.fleets[spec.fleet];
    this.ends = ends;
    this.endNumbers = [world.placeNumber(ends[0]), world.placeNumber(ends[1])];
    this.stops = [ends[0], ...way.map((passage) => passage.to)].map((place) => world.placeNumber(place));
    this.lines = way.map((passage) => world.lineIndex(passage.line));
    this.times = this.lines.map((line) => world.lines[line].time(spec.fleet));
    this.fleet = spec.fleet;
    this.room = fleet.carries * (fleet.load ?? 1);
    this.gauge = data.lines[way[0].line].gauge ?? 0;
    this.bySea = spec.sails !== undefined;
    this.berth = spec.berth ?? 'container';
    this.when = spec.sails ?? spec.leaves ?? { full: true };
    this.least = this.when.least ?? 0;
    this.smallest = smallest;
    this.shortestRound = fleet.shortestRound ?? 0;
    const { ledger, sim } = world;
    const kind = spec.sails ? 'ship' : 'train';
    this.filling = [ledger.cell(`${kind} to fill`, ends[0]), ledger.cell(`${kind} to fill`, ends[1])];
    const unit = spec.sails ? 'waiting for a vessel' : 'waiting for platforms';
    this.noUnit = [ledger.cell(unit, ends[0]), ledger.cell(unit, ends[1])];
    this.waiting = new BoxLists(sim.state, 2);
    this.idle = new TimeWeighted(sim, 0);
  }

  /** Units begin shared between the ends, the first at the first end. */
  begin(): void {
    for (let i = 0; i < this.size; i++) {
      this.world.units.service[this.firstUnit + i] = this.index;
      this.world.units.place[this.firstUnit + i] = this.endNumbers[i % 2];
      this.coming[i % 2]++;
    }
    for (let i = 0; i < this.size; i++) this.ready(this.firstUnit + i, i % 2);
  }

  /** The end (0 or 1) that a place is. */
  endOf(place: number): number {
    return this.endNumbers[0] === place ? 0 : 1;
  }

  private placeOf(end: number): Place {
    return this.world.places[this.endNumbers[end]];
  }

  /** A box waits at an end for a unit. */
  boxWaits(box: Box, end: number): void {
    const { boxes, sim } = this.world;
    boxes.waits[box] = sim.now;
    if (this.fillsAtOnce[end]) this.joinOpenUnit(box, end);
    else this.joinLoad(box, end);
    this.settle();
  }

  /**
   * At an end where units are filled as boxes come: so many TEU stand there on trains (or, negative, have been set down),
   * so that a unit can stand opposite before the first of them is lifted.
   */
  announce(end: number, teu: number): void {
    this.announced[end] += teu;
    if (teu > 0) this.settle();
  }

  /** A box of so many TEU finds no unit that it fits on: one that is nearly full goes, and the next is asked for. */
  makeRoom(end: number, teu: number): void {
    if (this.open[end] !== NONE && teu > this.roomAtOnce(end)) this.close(end);
    this.settle();
  }

  /** TEU that would still fit on the unit that is being filled at an end; 0 when there is none. */
  roomAtOnce(end: number): number {
    const unit = this.open[end];
    return unit === NONE ? 0 : this.room - this.world.units.teu(unit);
  }

  /** A unit at a place has nothing more to set down. True: it was given a load at once and stays where it stands. */
  offer(unit: Unit, end: number): boolean {
    if (this.mustRest(unit, end) || !(this.wants(end) || this.calls(1 - end))) return false;
    this.coming[end]--;
    this.send(unit, end);
    // It was one of those that were coming: whoever counted on it may have to call another.
    this.settle();
    return true;
  }

  /** A unit stands free and empty at an end. It may have to rest before its next round. */
  ready(unit: Unit, end: number): void {
    const { sim, units, kinds } = this.world;
    units.end[unit] = end;
    if (this.mustRest(unit, end)) {
      sim.at(units.roundBegan[unit] + this.shortestRound, kinds.rested, this.index, unit);
      return;
    }
    this.coming[end]--;
    if (this.lastReady[end] === NONE) this.firstReady[end] = unit;
    else units.nextReady[this.lastReady[end]] = unit;
    this.lastReady[end] = unit;
    units.nextReady[unit] = NONE;
    this.readyCount[end]++;
    this.idle.add(1);
    this.settle();
    this.share(end);
  }

  rested(unit: Unit): void {
    this.ready(unit, this.world.units.end[unit]);
  }

  /** The oldest box of the growing load, or of the unit being filled, has waited longest. */
  timeIsUp(end: number): void {
    this.timer[end] = 0;
    if (this.fillsAtOnce[end]) this.closeIfLate(end);
    else if (this.late(end)) this.isDue(end);
    this.settle();
  }

  /** The unit that is being filled at this end has one more box aboard, or promised: is it full? */
  filled(end: number): void {
    this.beginTimer(end);
    this.closeIfFull(end);
    this.closeIfLate(end);
    this.settle();
  }

  /** A unit leaves its end with what is aboard. */
  departs(unit: Unit): void {
    const { sim, units } = this.world;
    const end = units.end[unit];
    if (end === 0) units.roundBegan[unit] = sim.now;
    this.departures[end]++;
    this.carried[end] += units.aboard.teu[unit];
    units.passed[unit] = 0;
    units.end[unit] = 1 - end;
    units.arrived[unit] = 1;
  }

  /** The line that a unit under way takes next: its place among `lines`. */
  next(unit: Unit): number {
    const { end, passed } = this.world.units;
    return end[unit] === 1 ? passed[unit] : this.lines.length - 1 - passed[unit];
  }

  /** The place that a unit under way has come to. */
  stopOf(unit: Unit): number {
    const { end, passed } = this.world.units;
    return this.stops[end[unit] === 1 ? passed[unit] : this.lines.length - passed[unit]];
  }

  startMeasuring(): void {
    this.idle.restart();
    this.departures.fill(0);
    this.carried.fill(0);
  }

  measures(): Measured[] {
    const out: Measured[] = [
      {
        measure: 'use',
        statistic: 'share',
        of: { resource: this.fleet },
        unit: 'share',
        value: 1 - this.idle.mean() / this.size,
      },
    ];
    for (const end of [0, 1]) {
      const of = { place: this.ends[end], resource: this.id };
      const trips = this.departures[end];
      out.push({ measure: 'departures', statistic: 'total', of, unit: 'trips', value: trips });
      out.push({
        measure: 'load',
        statistic: 'mean',
        of,
        unit: 'TEU',
        value: trips > 0 ? this.carried[end] / trips : null,
      });
    }
    return out;
  }

  private joinLoad(box: Box, end: number): void {
    const { boxes, ledger } = this.world;
    const teu = boxes.teu[box];
    if (this.growing[end] !== NONE && this.growingTeu[end] + teu > this.room) this.loadIsFull(end);
    boxes.append(this.waiting, end, box);
    ledger.turn(box, this.due[end] === 1 ? this.noUnit[end] : this.filling[end]);
    if (this.growing[end] === NONE) {
      this.growing[end] = box;
      this.growingTeu[end] = 0;
      this.setTimer(end, boxes.waits[box]);
    }
    this.growingTeu[end] += teu;
    if (this.when.full && this.growingTeu[end] + this.smallest > this.room) this.loadIsFull(end);
    else if (this.late(end)) this.isDue(end);
  }

  private joinOpenUnit(box: Box, end: number): void {
    const { boxes, ledger, units } = this.world;
    const unit = this.open[end];
    if (unit !== NONE && units.teu(unit) + boxes.teu[box] <= this.room) {
      units.give(unit, box);
      this.placeOf(end).boxesJoin?.(unit);
      this.filled(end);
      return;
    }
    boxes.append(this.waiting, end, box);
    ledger.turn(box, this.noUnit[end]);
    if (unit !== NONE) this.close(end);
  }

  private wants(end: number): boolean {
    return this.fillsAtOnce[end]
      ? this.open[end] === NONE && this.waiting.teu[end] + this.announced[end] > 0
      : this.full[end] > 0 || this.due[end] === 1;
  }

  /** Whether an end has more to send than units that are there or will come. */
  private calls(end: number): boolean {
    if (!this.wants(end)) return false;
    const loads = this.fillsAtOnce[end]
      ? Math.ceil((this.waiting.teu[end] + this.announced[end]) / this.room)
      : this.full[end] + this.due[end];
    return this.firstReady[end] === NONE && loads > this.coming[end];
  }

  private mustRest(unit: Unit, end: number): boolean {
    return end === 0 && this.world.sim.now < this.world.units.roundBegan[unit] + this.shortestRound;
  }

  /** Gives loads to units that stand ready; calls units from the other end, with what waits there, where none will come. */
  private settle(): void {
    for (let end = 0; end < 2; end++) {
      while (this.firstReady[end] !== NONE && this.wants(end)) this.send(this.takeReady(end), end);
    }
    for (let end = 0; end < 2; end++) {
      while (this.firstReady[1 - end] !== NONE && this.calls(end)) this.send(this.takeReady(1 - end), 1 - end);
    }
  }

  /** Order: no end is left with less than a quarter of the units, ready or coming: the other sends one, with what waits. */
  private share(end: number): void {
    const other = 1 - end;
    const quarter = this.size / 4;
    const stock = (at: number) => this.readyCount[at] + this.coming[at];
    if (this.readyCount[end] > 0 && stock(other) < quarter && stock(end) - 1 >= quarter)
      this.send(this.takeReady(end), end);
  }

  private takeReady(end: number): Unit {
    const { units } = this.world;
    const unit = this.firstReady[end];
    this.firstReady[end] = units.nextReady[unit];
    if (this.firstReady[end] === NONE) this.lastReady[end] = NONE;
    this.readyCount[end]--;
    this.idle.add(-1);
    return unit;
  }

  /** Hands the first load to a unit (or opens the unit, where units are filled as boxes come) and lets the place load it. */
  private send(unit: Unit, end: number): void {
    const { boxes, ledger, units } = this.world;
    const opens = this.fillsAtOnce[end] && this.wants(end);
    const cell = this.noUnit[end];
    units.arrived[unit] = 0;
    units.cell[unit] = cell;
    this.world.moves();
    // Order: first come first; a load ends where the next box does not fit.
    while (this.waiting.first[end] !== NONE) {
      const box = this.waiting.first[end];
      if (units.load.teu[unit] + boxes.teu[box] > this.room) break;
      if (box === this.growing[end]) this.endGrowing(end);
      boxes.takeFirst(this.waiting, end);
      boxes.append(units.load, unit, box);
      ledger.turn(box, cell);
    }
    if (this.full[end] > 0) this.full[end]--;
    units.closed[unit] = opens ? 0 : 1;
    if (opens) {
      this.open[end] = unit;
    } else this.coming[1 - end]++;
    this.placeOf(end).unitLoads(unit);
    if (!opens) return;
    this.beginTimer(end);
    this.closeIfFull(end);
    this.closeIfLate(end);
  }

  private loadIsFull(end: number): void {
    this.full[end]++;
    // The growing load is the tail of the list, so the chain from its first box is just that load.
    this.world.ledger.turnAll(this.growing[end], this.noUnit[end]);
    this.endGrowing(end);
  }

  private endGrowing(end: number): void {
    this.growing[end] = NONE;
    this.growingTeu[end] = 0;
    this.due[end] = 0;
    this.stopTimer(end);
  }

  private late(end: number): boolean {
    const box = this.growing[end];
    return box !== NONE && this.growingTeu[end] >= this.least && this.isLate(this.world.boxes.waits[box]);
  }

  private isDue(end: number): void {
    if (this.due[end] === 1) return;
    this.due[end] = 1;
    this.world.ledger.turnAll(this.growing[end], this.noUnit[end]);
  }

  private isLate(since: number): boolean {
    const { longestWait } = this.when;
    return longestWait !== undefined && this.world.sim.now >= since + longestWait;
  }

  private closeIfFull(end: number): void {
    if (this.open[end] !== NONE && this.when.full && this.roomAtOnce(end) < this.smallest) this.close(end);
  }

  private closeIfLate(end: number): void {
    const unit = this.open[end];
    if (unit === NONE || !this.isLate(this.openSince[end])) return;
    if (this.world.units.teu(unit) >= this.least) this.close(end);
  }

  /** The unit being filled takes no more boxes; its place lets it go once the last one is aboard. */
  private close(end: number): void {
    const unit = this.open[end];
    this.open[end] = NONE;
    this.openSince[end] = Number.POSITIVE_INFINITY;
    this.stopTimer(end);
    this.world.units.closed[unit] = 1;
    this.coming[1 - end]++;
    this.placeOf(end).boxesJoin?.(unit);
  }

  /** The longest wait of a unit being filled counts from the wait of the first box that it was given. */
  private beginTimer(end: number): void {
    const unit = this.open[end];
    if (unit === NONE || this.openSince[end] < Number.POSITIVE_INFINITY) return;
    const { aboard, load } = this.world.units;
    const box = load.first[unit] !== NONE ? load.first[unit] : aboard.first[unit];
    if (box === NONE) return;
    this.openSince[end] = this.world.boxes.waits[box];
    this.setTimer(end, this.openSince[end]);
  }

  private setTimer(end: number, from: number): void {
    const { sim, kinds } = this.world;
    if (this.when.longestWait === undefined) return;
    const time = from + this.when.longestWait;
    if (time > sim.now) this.timer[end] = sim.at(time, kinds.timeIsUp, this.index, end);
  }

  private stopTimer(end: number): void {
    if (this.timer[end] !== 0) this.world.sim.cancel(this.timer[end] as Handle);
    this.timer[end] = 0;
  }
}
