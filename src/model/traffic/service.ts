// A service gathers boxes at its two ends into loads, matches them with its ships or trains, and sends these on their way.
// Long, because loads, units and both ends must agree after every change.
import type { Sampler } from '../../stochastic';
import { capacityOf } from '../corridor/capacity/unitCapacity';
import type { CorridorData, LeavesWhen } from '../corridor/corridor';
import { isTimed } from '../corridor/figures/leavesWhen';
import type { Measured } from '../corridor/measures/measured';
import type { Phase } from '../corridor/phases';
import { boardingShares } from '../corridor/routes/fleetHops';
import { serviceEnds } from '../corridor/routes/route';
import type { FillsAtOnce } from '../corridor/routes/routes';
import { BoxLists, NONE } from '../run/boxes';
import type { Cell } from '../run/ledger';
import type { Box, Unit } from '../run/place';
import type { OpenLoad, World } from '../run/world';
import { BlockLoads } from './blockLoads';
import { Cycle, fleetFigures } from './cycle';
import { departuresFrom } from './departures';
import { Filling } from './filling';
import type { End, Gathering } from './gathering';
import { Loads } from './loads';
import { Pace } from './pace';
import { Roster } from './roster';
import { Stay } from './stay';

/** An end whose rules another phase, and whose room another ship, makes other ones. */
type MadeEnd = { -readonly [field in keyof End]: End[field] };

export class Service {
  readonly ends: readonly [string, string];
  readonly endNumbers: readonly [number, number];
  /** Places on the way from the first end to the second, both included, and back; and the lines between them, by number. */
  private readonly there: readonly number[];
  private readonly back: readonly number[];
  readonly lines: readonly number[];
  /** By phase and class: seconds on each of the lines. */
  private readonly times: readonly (readonly (readonly Sampler[])[])[];
  /** Who gets a path first: 0 before 1, 2 and 3. */
  readonly priority: number;
  readonly fleet: string;
  /** Ships, and the kind of berth they need; else trains. */
  readonly bySea: boolean;
  /** Track gauge in mm, as of its first line; 0 at sea. */
  readonly gauge: number;
  readonly staysTogether: boolean;
  readonly berth: string;
  /** Boxes that wait at each end, first come first; the last load of them may not be full yet. */
  readonly waiting: BoxLists;
  /** How many units are on their way to an end, or busy there, and will be ready. */
  declare readonly coming: Int32Array;
  /** By phase and class: TEU that one unit may carry. Whether classes differ in it at any time. */
  private readonly capacities: readonly (readonly number[])[];
  private readonly differ: boolean;
  /** By end: the room of the unit that loads next, for which loads are made up. */
  declare private readonly capacityAt: Float64Array;
  /** By end: what is at hand there of what holds now. */
  private readonly made: MadeEnd[] = [];
  /** By phase: the least time between two rounds of a unit. */
  private readonly rounds: readonly number[];
  /** By end: when trains set out by the clock; empty where they do not. And which of these comes next. */
  private readonly timetable: readonly [Float64Array, Float64Array];
  declare private readonly nextDeparture: Int32Array;
  declare private readonly skipped: Float64Array;
  private readonly isTimedAt: readonly [boolean, boolean];
  /** By end and phase: whether ships keep to a rotation there, and sail by the clock only. */
  private readonly byClock: readonly [readonly boolean[], readonly boolean[]];
  /** By phase: whether a ship sails by the clock with nothing aboard. */
  private readonly sailsEmpty: readonly boolean[];
  /** By phase: the share of its boxes' TEU that leaves from each end. */
  private readonly shares: readonly Float64Array[];
  protected started: readonly Unit[] = [];
  protected readonly cycle: Cycle;
  /** Undefined where the times over lines are independent. */
  readonly pace: Pace | undefined;
  /** Ships: how long they stay at most. */
  private readonly stay: Stay;
  protected readonly at: readonly [Gathering, Gathering];
  declare protected readonly readyCount: Int32Array;
  declare private readonly firstReady: Int32Array;
  declare private readonly lastReady: Int32Array;
  private readonly noUnit: readonly [Cell, Cell];
  /** Units that are away beyond an end. */
  protected beyond = 0;
  declare protected readonly departures: Float64Array;
  declare private readonly carried: Float64Array;

  constructor(
    protected readonly world: World,
    protected readonly index: number,
    readonly id: string,
    data: CorridorData,
    readonly firstUnit: Unit,
    /** So many rows, of all classes. */
    readonly size: number,
    /** At which ends units stand and are filled as boxes come, instead of waiting for a full load. */
    fillsAtOnce: readonly [FillsAtOnce, FillsAtOnce],
    smallest: number,
    /** How many units of each class run. */
    protected readonly roster: Roster = new Roster(world, data.services[id].fleet, firstUnit),
  ) {
    const spec = data.services[id];
    const { ends, way } = serviceEnds(data, id);
    this.ends = ends;
    this.endNumbers = [world.placeNumber(ends[0]), world.placeNumber(ends[1])];
    this.there = [ends[0], ...way.map((passage) => passage.to)].map((place) => world.placeNumber(place));
    this.back = [...this.there].reverse();
    this.lines = way.map((passage) => world.lineIndex(passage.line));
    const { classes } = roster;
    this.times = classes.map((all, phase) =>
      all.map((one) => this.lines.map((line) => world.lines[line].time(one, phase))),
    );
    this.priority = spec.priority ?? 1;
    this.fleet = spec.fleet;
    this.capacities = classes.map((all, phase) =>
      all.map((one) => capacityOf(world.phases[phase].data, id, one.id).teu),
    );
    this.differ = this.capacities.some((capacities) =>
      capacities.some((unitCapacity) => unitCapacity !== capacities[0]),
    );
    this.rounds = world.phases.map((phase) => phase.data.fleets[spec.fleet].shortestRound ?? 0);
    this.gauge = data.lines[way[0].line].gauge ?? 0;
    this.staysTogether = spec.staysTogether ?? false;
    this.bySea = spec.sails !== undefined;
    this.shares = world.phases.map((phase) => boardingShares(phase.data, [id], ends));
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
    sim.state.float64(this, 'capacityAt', 2);
    const whenOf = (phase: Phase): LeavesWhen => {
      const { sails, leaves } = phase.data.services[id];
      return sails ?? leaves ?? { full: true };
    };
    const whens = world.phases.map(whenOf);
    this.isTimedAt = [whens.some((when) => isTimed(when, ends[0])), whens.some((when) => isTimed(when, ends[1]))];
    const byClock = (end: 0 | 1) => whens.map((when) => this.bySea && isTimed(when, ends[end]));
    this.byClock = [byClock(0), byClock(1)];
    const longest = whens.map(({ longestStay = Number.POSITIVE_INFINITY }) => longestStay);
    this.stay = new Stay(world, index, firstUnit, size, longest);
    this.sailsEmpty = whens.map(({ least = 0 }) => least === 0);
    this.timetable = [departuresFrom(world, ends[0], whenOf), departuresFrom(world, ends[1], whenOf)];
    this.firstReady.fill(NONE);
    this.lastReady.fill(NONE);
    const gathering = (end: 0 | 1): Gathering => {
      const timedIn = whens.map((when) => isTimed(when, ends[end]));
      const { capacityAt } = this;
      const at: MadeEnd = {
        world,
        service: this.index,
        end,
        placeNumber: this.endNumbers[end],
        when: whens[0],
        unitCapacity: 0,
        timed: timedIn[0],
        smallest,
        waiting: this.waiting,
        filling: ledger.cell(toFill, ends[end]),
        toDepart: this.isTimedAt[end] ? ledger.cell('waiting for its departure', ends[end]) : this.noUnit[end],
        noUnit: this.noUnit[end],
      };
      // Speed: looked up once a phase; getters cost rail-border 4 %.
      world.onPhase(() => {
        at.when = whens[world.phase];
        at.unitCapacity = capacityAt[end];
        at.timed = timedIn[world.phase];
      });
      this.made[end] = at;
      if (!fillsAtOnce[end]) return new Loads(at);
      const closes = () => {
        this.coming[1 - end]++;
      };
      return fillsAtOnce[end] === 'together' ? new BlockLoads(at, closes) : new Filling(at, closes);
    };
    this.at = [gathering(0), gathering(1)];
    this.cycle = new Cycle(sim, this.roster.total);
    const { pace } = data.fleets[spec.fleet];
    this.pace = pace === undefined ? undefined : new Pace(world, id, pace);
    sim.state.numbers(this, 'beyond');
    this.capacityAt.fill(this.unitCapacity);
    for (const one of this.made) one.unitCapacity = this.unitCapacity;
  }

  /**
   * Units begin shared between the ends, the first at the first end.
   * @param underWay the ends to which units run at clock zero: so many of them, the first, are not ready anywhere
   */
  begin(underWay: readonly number[] = []): void {
    const { units } = this.world;
    const away = underWay.length;
    for (let i = 0; i < this.size; i++) units.service[this.firstUnit + i] = this.index;
    this.started = this.roster.begin();
    for (const [i, unit] of this.started.entries()) {
      const end = i < away ? underWay[i] : (i - away) % 2;
      units.end[unit] = end;
      units.place[unit] = i < away ? NONE : this.endNumbers[end];
      this.coming[end]++;
    }
    for (const [i, unit] of this.started.entries()) if (i >= away) this.ready(unit, (i - away) % 2);
    for (const end of [0, 1]) this.schedule(end);
    this.roster.schedule(this.index);
  }

  /** The units that run at clock zero, in the order in which they begin. */
  unitAtStart(i: number): Unit {
    return this.started[i];
  }

  /** TEU that the largest unit that runs now may carry; where none runs, the largest of all. */
  get unitCapacity(): number {
    const capacities = this.capacities[this.world.phase];
    if (!this.differ) return capacities[0];
    let most = 0;
    for (let one = 0; one < capacities.length; one++)
      if (this.roster.total === 0 || this.roster.hasAny(one)) most = Math.max(most, capacities[one]);
    return most;
  }

  /** TEU that a unit may carry now. */
  capacityOf(unit: Unit): number {
    return this.capacities[this.world.phase][this.world.units.shipClass[unit]];
  }

  /** The name or class of a unit; undefined for a plain one. */
  classOf(unit: Unit): string | undefined {
    return this.roster.classes[0][this.world.units.shipClass[unit]].id;
  }

  /** Seconds on the line that a unit takes next, as a law. */
  timeOf(unit: Unit): Sampler {
    return this.times[this.world.phase][this.world.units.shipClass[unit]][this.next(unit)];
  }

  /** A box waits at an end for a unit. */
  boxWaits(box: Box, end: number): void {
    const { boxes, sim } = this.world;
    boxes.waits[box] = sim.now;
    this.at[end].add(box);
    this.dispatch();
  }

  /** The unit that is being filled at an end as boxes come; NONE when there is none. */
  open(end: number): Unit {
    const at = this.at[end];
    return at instanceof Filling ? at.unit : NONE;
  }

  /** The end at which units stand and are filled as boxes come, which it must be. */
  filling(end: number): OpenLoad {
    const at = this.at[end];
    if (at instanceof Loads) throw new Error(`${this.id}: no unit is filled as boxes come at ${this.ends[end]}`);
    return at as Filling | BlockLoads;
  }

  /** A unit at a place has nothing more to set down. True: it was given a load at once and stays where it stands. */
  offer(unit: Unit, end: number): boolean {
    if (this.mustRest(unit, end) || this.roster.isLeaving(unit)) return false;
    if (this.differ) this.makesUp(end, this.capacityOf(unit), false);
    if (!this.at[end].wants() && !(this.letsGo(end) && this.calls(1 - end) && this.spare(end) + 1 > 0)) {
      if (this.differ) this.fits(end);
      return false;
    }
    this.coming[end]--;
    this.send(unit, end);
    // It was one of those that were coming: whoever counted on it may have to call another.
    this.dispatch();
    return true;
  }

  /** A unit stands free and empty at an end. It may have to rest before its next round, or runs no longer. */
  ready(unit: Unit, end: number): void {
    const { sim, units, kinds } = this.world;
    units.end[unit] = end;
    if (this.roster.toStop > 0 && this.roster.stops(unit)) {
      this.coming[end]--;
      this.dispatch();
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
    this.cycle.isReady(end);
    if (this.differ) this.fits(end);
    if (this.letsGo(end)) this.stay.begins(unit);
    this.dispatch();
  }

  /** A ship may have been in port longest: where it still stands ready, it sails with what waits. */
  stayIsOver(unit: Unit): void {
    const end = this.world.units.end[unit];
    if (!this.letsGo(end) || !this.stay.isOver(unit) || !this.takeOut(unit, end)) return;
    if (this.differ) this.makesUp(end, this.capacityOf(unit), false);
    this.send(unit, end, false);
    this.dispatch();
  }

  /** A unit that runs to an end is held up on its way, nobody knows for how long: other units are called in its place. */
  isHeldUp(unit: Unit): void {
    const { units } = this.world;
    units.heldUp[unit] = 1;
    this.coming[units.end[unit]]--;
    this.dispatch();
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
    this.cycle.goesBeyond();
    this.dispatch();
  }

  /** It is back, and stands free and empty. */
  comesBack(unit: Unit): void {
    const { end } = this.world.units;
    this.coming[end[unit]]++;
    this.beyond--;
    this.cycle.comesBack();
    this.ready(unit, end[unit]);
  }

  rested(unit: Unit): void {
    // What it did meanwhile is no stay: that counts from now on.
    this.world.units.tookStand[unit] = Number.NEGATIVE_INFINITY;
    this.ready(unit, this.world.units.end[unit]);
  }

  /** The clock says that a train or ship is to set out from an end. */
  departureDue(end: number): void {
    this.nextDeparture[end]++;
    this.schedule(end);
    if (!this.at[end].departure() && !this.keepsRotation(end)) this.skipped[end]++;
    this.dispatch();
  }

  /** With nothing to take along, or too little, a ship that stands ready sails empty, so that it is where it is due next. */
  private keepsRotation(end: number): boolean {
    if (!this.bySea || this.readyCount[end] === 0) return false;
    if (!this.sailsEmpty[this.world.phase] && !this.calls(1 - end)) return false;
    this.send(this.takeReady(end), end, false);
    return true;
  }

  /** Whether units may be called away from an end to the other: ships that keep to a rotation stay until it is time. */
  private letsGo(end: number): boolean {
    return !this.byClock[end][this.world.phase];
  }

  protected schedule(end: number): void {
    const { sim, kinds } = this.world;
    const next = this.nextDeparture[end];
    if (next < this.timetable[end].length) sim.at(this.timetable[end][next], kinds.departure, this.index, end);
  }

  /** A dated change: loads are made up for the room that units have from now on, before anything else happens. */
  capacitiesChange(): void {
    this.fits(0);
    this.fits(1);
  }

  /** A dated change: units join at the first end, or stop as soon as they stand free. */
  becomes(): void {
    for (let one = 0; one < this.roster.classes[0].length; one++) this.strengthens(one);
    const { nextReady } = this.world.units;
    for (let end = 0; end < 2; end++)
      for (let unit = this.firstReady[end]; unit !== NONE && this.letsGo(end); unit = nextReady[unit])
        this.stay.awaits(unit);
    this.dispatch();
  }

  /** The day on which ships of a class join, or leave. */
  shipsChange(shipClass: number): void {
    this.strengthens(shipClass);
    this.dispatch();
  }

  private strengthens(shipClass: number): void {
    const { units } = this.world;
    const { roster } = this;
    let more = roster.turns(shipClass);
    if (more !== 0) this.capacitiesChange();
    for (; more > 0 && roster.goesOn(shipClass); more--);
    for (; more > 0; more--) {
      const unit = roster.calledOut(shipClass);
      units.service[unit] = this.index;
      units.place[unit] = this.endNumbers[0];
      units.roundBegan[unit] = Number.NEGATIVE_INFINITY;
      units.tookStand[unit] = Number.NEGATIVE_INFINITY;
      this.coming[0]++;
      this.ready(unit, 0);
    }
    for (; more < 0; more++) roster.lessOne(shipClass, this.takeFree(shipClass));
    this.cycle.runs(roster.total);
  }

  /** Boxes of an end have waited longest. */
  timeIsUp(end: number): void {
    this.at[end].timeIsUp();
    this.dispatch();
  }

  /** A unit leaves its end with what is aboard. */
  departs(unit: Unit): void {
    const { sim, units } = this.world;
    const end = units.end[unit];
    if (end === 0) units.roundBegan[unit] = sim.now;
    this.departures[end]++;
    this.carried[end] += units.aboard.teu[unit];
    this.cycle.departs(units.aboard.count[unit]);
    units.passed[unit] = 0;
    units.end[unit] = 1 - end;
    units.arrived[unit] = 1;
  }

  /** A unit that runs at clock zero is under way. */
  isUnderWay(unit: Unit): void {
    this.cycle.goes(this.world.units.aboard.count[unit]);
  }

  /** A unit comes to its end with what is aboard. */
  arrives(unit: Unit): void {
    this.cycle.arrives(this.world.units.aboard.count[unit]);
  }

  /** The line that a unit under way takes next: its place among `lines`. */
  next(unit: Unit): number {
    const { end, passed } = this.world.units;
    return end[unit] === 1 ? passed[unit] : this.lines.length - 1 - passed[unit];
  }

  /** The place that a unit under way has come to. */
  stopOf(unit: Unit): number {
    return this.wayOf(unit)[this.world.units.passed[unit]];
  }

  /** The places on the way of a unit, to the end to which it runs. */
  wayOf(unit: Unit): readonly number[] {
    return this.world.units.end[unit] === 1 ? this.there : this.back;
  }

  /** Whether a unit has come to its end. */
  isThere(unit: Unit): boolean {
    return this.world.units.passed[unit] === this.lines.length;
  }

  startMeasuring(): void {
    this.cycle.startMeasuring();
    this.skipped.fill(0);
    this.departures.fill(0);
    this.carried.fill(0);
  }

  measures(): Measured[] {
    const out = [...this.fleetMeasures(), ...this.cycle.readyAt(this.id, this.ends)];
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

  /** Of its fleet: how much it is in use, and its round. */
  protected fleetMeasures(): Measured[] {
    return fleetFigures(this.fleet, [this.cycle], this.departures[0] + this.departures[1]);
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
   * what waits, to the other end where more loads wait than units will come, or where less than half of the end's share are.
   */
  dispatch(): void {
    for (let end = this.nextToSend(); end !== NONE; end = this.nextToSend()) this.send(this.takeReady(end), end);
  }

  /** The end from which a unit that stands ready is to be sent now; NONE when all is settled. */
  private nextToSend(): number {
    // Speed: asked several times an event; mostly nobody stands ready.
    if (this.readyCount[0] === 0 && this.readyCount[1] === 0) return NONE;
    for (let end = 0; end < 2; end++) if (this.readyCount[end] > 0 && this.at[end].wants()) return end;
    for (let end = 0; end < 2; end++)
      if (
        this.readyCount[end] > 0 &&
        (this.calls(1 - end) || this.isShort(1 - end)) &&
        this.spare(end) > 0 &&
        this.letsGo(end)
      )
        return end;
    return NONE;
  }

  /**
   * Whether an end has less than half of its share of the units that are not away beyond, ready or coming, and the other would
   * keep half of its own if it gave one. Shares are as the TEU a year that leave from the ends.
   */
  private isShort(end: number): boolean {
    const half = (this.roster.total - this.beyond) / 2;
    const shares = this.shares[this.world.phase];
    const here = this.readyCount[end] + this.coming[end];
    const there = this.readyCount[1 - end] + this.coming[1 - end];
    return here < half * shares[end] && there - 1 >= half * shares[1 - end];
  }

  protected takeReady(end: number): Unit {
    const { units } = this.world;
    const unit = this.firstReady[end];
    this.firstReady[end] = units.nextReady[unit];
    if (this.firstReady[end] === NONE) this.lastReady[end] = NONE;
    this.readyCount[end]--;
    this.cycle.isTaken(end);
    return unit;
  }

  /** Takes a unit of a class that stands ready, the first where more do; NONE where none does. */
  protected takeFree(shipClass: number): Unit {
    const end = this.readyCount[0] >= this.readyCount[1] ? 0 : 1;
    const unit = this.takeReadyOf(shipClass, end);
    return unit !== NONE ? unit : this.takeReadyOf(shipClass, 1 - end);
  }

  protected takeReadyOf(shipClass: number, end: number): Unit {
    const { nextReady, shipClass: classes } = this.world.units;
    let unit = this.firstReady[end];
    while (unit !== NONE && classes[unit] !== shipClass) unit = nextReady[unit];
    return unit !== NONE && this.takeOut(unit, end) ? unit : NONE;
  }

  /** Takes a unit out of the line of those that stand ready at an end; false where it does not. */
  private takeOut(unit: Unit, end: number): boolean {
    const { nextReady } = this.world.units;
    let before = NONE;
    let one = this.firstReady[end];
    for (; one !== NONE && one !== unit; one = nextReady[one]) before = one;
    if (one === NONE) return false;
    if (before === NONE) this.firstReady[end] = nextReady[unit];
    else nextReady[before] = nextReady[unit];
    if (this.lastReady[end] === unit) this.lastReady[end] = before;
    this.readyCount[end]--;
    this.cycle.isTaken(end);
    if (this.differ) this.fits(end);
    return true;
  }

  /** Makes up the loads of an end for the unit that stands first ready there, or, where none does, for the largest that runs. */
  private fits(end: number): void {
    const first = this.firstReady[end];
    this.makesUp(end, first === NONE ? this.unitCapacity : this.capacityOf(first), true);
  }

  /** Makes up the loads of an end for units of another room: for a unit that is offered just now, or to last. */
  private makesUp(end: number, unitCapacity: number, lasts: boolean): void {
    if (this.capacityAt[end] === unitCapacity) return;
    this.capacityAt[end] = unitCapacity;
    this.made[end].unitCapacity = unitCapacity;
    this.at[end].regroup(lasts);
  }

  /**
   * Hands boxes that wait to a unit and lets the place load it.
   * @param isWanted false: it goes in any case; with nothing aboard that helps nobody out of a standstill
   */
  protected send(unit: Unit, end: number, isWanted = true): void {
    const { units, places } = this.world;
    units.arrived[unit] = 0;
    units.cell[unit] = this.noUnit[end];
    this.cycle.loads();
    const staysOpen = this.at[end].handTo(unit);
    if (isWanted || units.load.first[unit] !== NONE) this.world.moves();
    if (this.differ) this.fits(end);
    units.closed[unit] = staysOpen ? 0 : 1;
    if (!staysOpen) this.coming[1 - end]++;
    places[this.endNumbers[end]].unitLoads(unit);
    if (staysOpen) this.at[end].handed();
  }
}
