// A service gathers boxes at its two ends into loads, matches them with its ships or trains, and sends these on their way.
// Long, because loads, units and both ends must agree after every change.
import { TimeWeighted } from '../kernel';
import type { Sampler } from '../stochastic';
import { BoxLists, NONE } from './boxes';
import type { CorridorData, LeavesWhen } from './corridor';
import { departuresFrom, isTimed } from './departures';
import { Filling } from './filling';
import type { Gathering } from './gathering';
import type { Box, Measured, Unit } from './kind';
import type { Cell } from './ledger';
import { Loads } from './loads';
import { Roll } from './roll';
import { roomOf } from './room';
import { serviceEnds } from './route';
import { shareOf } from './share';
import type { Phase, World } from './world';

export class Service {
  readonly ends: readonly [string, string];
  readonly endNumbers: readonly [number, number];
  /** Places on the way from the first end to the second, both included, and the lines between them, by number. */
  readonly stops: readonly number[];
  readonly lines: readonly number[];
  /** By phase: seconds on each of the lines. */
  readonly times: readonly (readonly Sampler[])[];
  /** Who gets a path first: 0 before 1, 2 and 3. */
  readonly priority: number;
  readonly fleet: string;
  /** Ships, and the kind of berth they need; else trains. */
  readonly bySea: boolean;
  /** Track gauge in mm, as of its first line; 0 at sea. */
  readonly gauge: number;
  readonly berth: string;
  /** Boxes that wait at each end, first come first; the last load of them may not be full yet. */
  readonly waiting: BoxLists;
  /** How many units are on their way to an end, or busy there, and will be ready. */
  declare readonly coming: Int32Array;
  /** By phase: TEU that one unit may carry, how many units run, and the least time between two rounds of one. */
  private readonly rooms: readonly number[];
  private readonly counts: readonly number[];
  private readonly rounds: readonly number[];
  /** By end: when trains set out by the clock; empty where they do not. And which of these comes next. */
  private readonly timetable: readonly [Float64Array, Float64Array];
  declare private readonly nextDeparture: Int32Array;
  declare private readonly skipped: Float64Array;
  private readonly isTimedAt: readonly [boolean, boolean];
  /** Units that no longer run, and how many are still to stop. */
  private readonly laidUp: Roll;
  private toLayUp = 0;
  private readonly running: TimeWeighted;
  private readonly at: readonly [Gathering, Gathering];
  declare private readonly readyCount: Int32Array;
  declare private readonly firstReady: Int32Array;
  declare private readonly lastReady: Int32Array;
  private readonly noUnit: readonly [Cell, Cell];
  private readonly idle: TimeWeighted;
  /** Units that are away beyond an end. */
  private beyond = 0;
  declare private readonly departures: Float64Array;
  declare private readonly carried: Float64Array;

  constructor(
    private readonly world: World,
    private readonly index: number,
    readonly id: string,
    data: CorridorData,
    readonly firstUnit: Unit,
    readonly size: number,
    /** At which ends units stand and are filled as boxes come, instead of waiting for a full load. */
    fillsAtOnce: readonly [boolean, boolean],
    smallest: number,
  ) {
    const spec = data.services[id];
    const { ends, way } = serviceEnds(data, id);
    this.ends = ends;
    this.endNumbers = [world.placeNumber(ends[0]), world.placeNumber(ends[1])];
    this.stops = [ends[0], ...way.map((passage) => passage.to)].map((place) => world.placeNumber(place));
    this.lines = way.map((passage) => world.lineIndex(passage.line));
    this.times = world.phases.map((_, phase) => this.lines.map((line) => world.lines[line].time(spec.fleet, phase)));
    this.priority = spec.priority ?? 1;
    this.fleet = spec.fleet;
    this.rooms = world.phases.map((phase) => roomOf(phase.data, id).teu);
    this.counts = world.phases.map((phase) => phase.data.fleets[spec.fleet].count);
    this.rounds = world.phases.map((phase) => phase.data.fleets[spec.fleet].shortestRound ?? 0);
    this.gauge = data.lines[way[0].line].gauge ?? 0;
    this.bySea = spec.sails !== undefined;
    this.berth = spec.berth ?? 'container';
    const { ledger, sim } = world;
    const [toFill, unit] = spec.sails
      ? ['ship to fill', 'waiting for a vessel']
      : ['train to fill', 'waiting for platforms'];
    this.noUnit = [ledger.cell(unit, ends[0]), ledger.cell(unit, ends[1])];
    this.waiting = new BoxLists(sim.state, 2);
    for (const field of ['coming', 'readyCount', 'firstReady', 'lastReady']) sim.state.int32(this, field, 2);
    for (const field of ['departures', 'carried', 'skipped']) sim.state.float64(this, field, 2);
    sim.state.int32(this, 'nextDeparture', 2);
    this.laidUp = new Roll(sim.state);
    const whenOf = (phase: Phase): LeavesWhen => {
      const { sails, leaves } = phase.data.services[id];
      return sails ?? leaves ?? { full: true };
    };
    const whens = world.phases.map(whenOf);
    this.isTimedAt = [whens.some((when) => isTimed(when, ends[0])), whens.some((when) => isTimed(when, ends[1]))];
    this.timetable = [departuresFrom(world, ends[0], whenOf), departuresFrom(world, ends[1], whenOf)];
    this.firstReady.fill(NONE);
    this.lastReady.fill(NONE);
    const gathering = (end: 0 | 1): Gathering => {
      const timedIn = whens.map((when) => isTimed(when, ends[end]));
      const { rooms } = this;
      const at = {
        world,
        service: this.index,
        end,
        placeNumber: this.endNumbers[end],
        get when() {
          return whens[world.phase];
        },
        get room() {
          return rooms[world.phase];
        },
        get timed() {
          return timedIn[world.phase];
        },
        smallest,
        waiting: this.waiting,
        filling: ledger.cell(toFill, ends[end]),
        toDepart: this.isTimedAt[end] ? ledger.cell('waiting for its departure', ends[end]) : this.noUnit[end],
        noUnit: this.noUnit[end],
      };
      if (!fillsAtOnce[end]) return new Loads(at);
      return new Filling(at, () => {
        this.coming[1 - end]++;
      });
    };
    this.at = [gathering(0), gathering(1)];
    this.idle = new TimeWeighted(sim, 0);
    this.running = new TimeWeighted(sim, this.counts[0]);
    sim.state.numbers(this, 'beyond', 'toLayUp');
  }

  /**
   * Units begin shared between the ends, the first at the first end.
   * @param underWay the ends to which units run at clock zero: so many of them, the first, are not ready anywhere
   */
  begin(underWay: readonly number[] = []): void {
    const { units } = this.world;
    const away = underWay.length;
    for (let i = 0; i < this.size; i++) units.service[this.firstUnit + i] = this.index;
    for (let i = this.counts[0]; i < this.size; i++) this.laidUp.add(this.firstUnit + i);
    for (let i = 0; i < this.counts[0]; i++) {
      const end = i < away ? underWay[i] : (i - away) % 2;
      units.end[this.firstUnit + i] = end;
      units.place[this.firstUnit + i] = i < away ? NONE : this.endNumbers[end];
      this.coming[end]++;
    }
    for (let i = away; i < this.counts[0]; i++) this.ready(this.firstUnit + i, (i - away) % 2);
    for (const end of [0, 1]) this.schedule(end);
  }

  /** TEU that one unit may carry now. */
  get room(): number {
    return this.rooms[this.world.phase];
  }

  /** A box waits at an end for a unit. */
  boxWaits(box: Box, end: number): void {
    const { boxes, sim } = this.world;
    boxes.waits[box] = sim.now;
    this.at[end].add(box);
    this.settle();
  }

  /** The unit that is being filled at an end as boxes come; NONE when there is none. */
  open(end: number): Unit {
    const at = this.at[end];
    return at instanceof Filling ? at.unit : NONE;
  }

  /** The end at which units stand and are filled as boxes come, which it must be. */
  filling(end: number): Filling {
    const at = this.at[end];
    if (!(at instanceof Filling)) throw new Error(`${this.id}: no unit is filled as boxes come at ${this.ends[end]}`);
    return at;
  }

  /** A unit at a place has nothing more to set down. True: it was given a load at once and stays where it stands. */
  offer(unit: Unit, end: number): boolean {
    if (this.mustRest(unit, end)) return false;
    if (!this.at[end].wants() && !(this.calls(1 - end) && this.spare(end) + 1 > 0)) return false;
    this.coming[end]--;
    this.send(unit, end);
    // It was one of those that were coming: whoever counted on it may have to call another.
    this.settle();
    return true;
  }

  /** A unit stands free and empty at an end. It may have to rest before its next round, or runs no longer. */
  ready(unit: Unit, end: number): void {
    const { sim, units, kinds } = this.world;
    units.end[unit] = end;
    if (this.toLayUp > 0) {
      this.toLayUp--;
      this.coming[end]--;
      this.laidUp.add(unit);
      return;
    }
    if (this.mustRest(unit, end)) {
      sim.at(units.roundBegan[unit] + this.rounds[this.world.phase], kinds.rested, this.index, unit);
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
  }

  /** A unit that runs to an end is held up on its way, nobody knows for how long: other units are called in its place. */
  isHeldUp(unit: Unit): void {
    const { units } = this.world;
    units.heldUp[unit] = 1;
    this.coming[units.end[unit]]--;
    this.settle();
  }

  /** It goes on. */
  isLetGo(unit: Unit): void {
    const { units } = this.world;
    units.heldUp[unit] = 0;
    this.coming[units.end[unit]]++;
  }

  /** A unit that has come to an end goes on beyond it for a while: nobody counts on it until it is back. */
  goesBeyond(unit: Unit): void {
    this.coming[this.world.units.end[unit]]--;
    this.beyond++;
    this.settle();
  }

  /** It is back, and stands free and empty. */
  comesBack(unit: Unit): void {
    const { end } = this.world.units;
    this.coming[end[unit]]++;
    this.beyond--;
    this.ready(unit, end[unit]);
  }

  rested(unit: Unit): void {
    this.ready(unit, this.world.units.end[unit]);
  }

  /** The clock says that a train is to set out from an end. */
  departureDue(end: number): void {
    this.nextDeparture[end]++;
    this.schedule(end);
    if (!this.at[end].departure()) this.skipped[end]++;
    this.settle();
  }

  private schedule(end: number): void {
    const { sim, kinds } = this.world;
    const next = this.nextDeparture[end];
    if (next < this.timetable[end].length) sim.at(this.timetable[end][next], kinds.departure, this.index, end);
  }

  /** A dated change: units join at the first end, or stop as soon as they stand free. */
  becomes(phase: number): void {
    const { units } = this.world;
    let more = this.counts[phase] - this.counts[phase - 1];
    for (; more > 0 && this.toLayUp > 0; more--) this.toLayUp--;
    for (; more > 0; more--) {
      const unit = this.laidUp.who[this.laidUp.count - 1];
      this.laidUp.remove(this.laidUp.count - 1);
      units.place[unit] = this.endNumbers[0];
      units.roundBegan[unit] = Number.NEGATIVE_INFINITY;
      this.coming[0]++;
      this.ready(unit, 0);
    }
    for (; more < 0; more++) {
      const end = this.readyCount[0] >= this.readyCount[1] ? 0 : 1;
      if (this.readyCount[end] > 0) this.laidUp.add(this.takeReady(end));
      else this.toLayUp++;
    }
    this.running.set(this.counts[phase]);
    this.settle();
  }

  /** Boxes of an end have waited longest. */
  timeIsUp(end: number): void {
    this.at[end].timeIsUp();
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
    this.running.restart();
    this.skipped.fill(0);
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
        value: shareOf(this.running.mean() - this.idle.mean(), this.running.mean()),
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
      if (!this.isTimedAt[end]) continue;
      out.push({ measure: 'departures skipped', statistic: 'total', of, unit: 'trips', value: this.skipped[end] });
    }
    return out;
  }

  /** Whether an end has more to send than units that are there or will come. */
  private calls(end: number): boolean {
    return this.at[end].loads() > this.readyCount[end] + this.coming[end];
  }

  /** Units that stand ready at an end beyond those that its own boxes will need. */
  private spare(end: number): number {
    return this.readyCount[end] - this.at[end].loads();
  }

  private mustRest(unit: Unit, end: number): boolean {
    return end === 0 && this.world.sim.now < this.world.units.roundBegan[unit] + this.rounds[this.world.phase];
  }

  /**
   * Gives loads to units that stand ready. Order: an end's own loads first; then a unit that is not needed here goes, with
   * what waits, to the other end where more loads wait than units will come, or where less than a quarter of all units are.
   */
  settle(): void {
    for (let end = this.nextToSend(); end !== NONE; end = this.nextToSend()) this.send(this.takeReady(end), end);
  }

  /** The end from which a unit that stands ready is to be sent now; NONE when all is settled. */
  private nextToSend(): number {
    for (let end = 0; end < 2; end++) if (this.readyCount[end] > 0 && this.at[end].wants()) return end;
    for (let end = 0; end < 2; end++)
      if (this.spare(end) > 0 && (this.calls(1 - end) || this.isShort(1 - end))) return end;
    return NONE;
  }

  /** Whether an end has less than a quarter of the units that are not away beyond, ready or coming, and the other would not have if it gave one. */
  private isShort(end: number): boolean {
    const quarter = (this.counts[this.world.phase] - this.beyond) / 4;
    const here = this.readyCount[end] + this.coming[end];
    const there = this.readyCount[1 - end] + this.coming[1 - end];
    return here < quarter && there - 1 >= quarter;
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

  /** Hands boxes that wait to a unit and lets the place load it. */
  private send(unit: Unit, end: number): void {
    const { units, places } = this.world;
    units.arrived[unit] = 0;
    units.cell[unit] = this.noUnit[end];
    this.world.moves();
    const staysOpen = this.at[end].handTo(unit);
    units.closed[unit] = staysOpen ? 0 : 1;
    if (!staysOpen) this.coming[1 - end]++;
    places[this.endNumbers[end]].unitLoads(unit);
    if (staysOpen) this.at[end].handed();
  }
}
