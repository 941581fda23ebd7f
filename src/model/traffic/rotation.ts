// A service that calls on the way: at each call its units set down what ends or changes there, take what waits, and go on.
// Long, because calls, units and the boxes that stay aboard must agree after every change.
import type { Sampler } from '../../stochastic';
import { capacityOf } from '../corridor/capacity/unitCapacity';
import type { CorridorData, LeavesWhen } from '../corridor/corridor';
import type { Measured } from '../corridor/measures/measured';
import type { Phase } from '../corridor/phases';
import type { Rotation as Calls } from '../corridor/routes/rotation';
import { BoxLists, NONE } from '../run/boxes';
import type { Cell } from '../run/ledger';
import type { Box, Unit } from '../run/place';
import type { OpenLoad, RunningService, World } from '../run/world';
import { Cycle, fleetFigures } from './cycle';
import { departuresFrom } from './departures';
import { Pace } from './pace';
import { Roster } from './roster';
import { Stay } from './stay';

export class Rotation implements RunningService {
  /** By call: its place. */
  readonly ends: readonly string[];
  readonly endNumbers: readonly number[];
  /** The lines of a whole round; by call: the first of them that leads on from it, how many do, and the places on the way. */
  readonly lines: readonly number[];
  private readonly firstLine: readonly number[];
  private readonly linesTo: readonly number[];
  private readonly ways: readonly (readonly number[])[];
  private readonly times: readonly (readonly (readonly Sampler[])[])[];
  readonly priority: number;
  readonly fleet: string;
  readonly bySea: boolean;
  readonly gauge: number;
  readonly berth: string;
  /** Gauges change at no call. */
  readonly staysTogether = false;
  /** Undefined if the times over lines are independent; a trip is from call to call. */
  readonly pace: Pace | undefined;
  /** By call: boxes that wait there, first come first. */
  readonly waiting: BoxLists;
  private readonly capacities: readonly (readonly number[])[];
  private readonly rounds: readonly number[];
  private readonly whens: readonly LeavesWhen[];
  /** By phase and call: whether units go on by the clock. */
  private readonly timed: readonly (readonly boolean[])[];
  private readonly timetable: readonly Float64Array[];
  declare private readonly nextDeparture: Int32Array;
  /** By call: 1: a departure found no unit, and the next that stands ready makes up for it. */
  declare private readonly late: Int32Array;
  private readonly roster: Roster;
  private readonly cycle: Cycle;
  private readonly stay: Stay;
  private started: readonly Unit[] = [];
  declare private readonly readyCount: Int32Array;
  declare private readonly firstReady: Int32Array;
  declare private readonly lastReady: Int32Array;
  /** By call: what boxes wait for: a unit; room on one, after one left without them; that it fills, or that it is time. */
  private readonly noUnit: readonly Cell[];
  private readonly noRoom: readonly Cell[];
  private readonly toFill: readonly Cell[];
  private readonly toDepart: readonly Cell[];
  declare private readonly departures: Float64Array;
  declare private readonly carried: Float64Array;

  constructor(
    private readonly world: World,
    private readonly index: number,
    readonly id: string,
    data: CorridorData,
    { calls }: Calls,
    readonly firstUnit: Unit,
    readonly size: number,
    private readonly smallest: number,
  ) {
    const spec = data.services[id];
    const { ledger, sim, phases } = world;
    this.ends = calls.map(({ place }) => place);
    this.endNumbers = this.ends.map((place) => world.placeNumber(place));
    this.lines = calls.flatMap(({ way }) => way.map(({ line }) => world.lineIndex(line)));
    this.linesTo = calls.map(({ way }) => way.length);
    this.firstLine = calls.map((_, i) => this.linesTo.slice(0, i).reduce((sum, count) => sum + count, 0));
    this.ways = calls.map(({ place, way }) => [place, ...way.map(({ to }) => to)].map((one) => world.placeNumber(one)));
    this.roster = new Roster(world, spec.fleet, firstUnit);
    const { classes } = this.roster;
    this.times = classes.map((all, phase) =>
      all.map((one) => this.lines.map((line) => world.lines[line].time(one, phase))),
    );
    this.capacities = classes.map((all, phase) => all.map((one) => capacityOf(phases[phase].data, id, one.id).teu));
    this.priority = spec.priority ?? 1;
    this.fleet = spec.fleet;
    this.bySea = spec.sails !== undefined;
    this.gauge = data.lines[calls[0].way[0].line].gauge ?? 0;
    this.berth = spec.berth ?? 'container';
    const { pace } = data.fleets[spec.fleet];
    this.pace = pace === undefined ? undefined : new Pace(world, id, pace);
    this.rounds = phases.map((phase) => phase.data.fleets[spec.fleet].shortestRound ?? 0);
    const count = calls.length;
    this.waiting = new BoxLists(sim.state, count);
    for (const field of ['readyCount', 'firstReady', 'lastReady', 'nextDeparture', 'late'])
      sim.state.int32(this, field, count);
    for (const field of ['departures', 'carried']) sim.state.float64(this, field, count);
    this.firstReady.fill(NONE);
    this.lastReady.fill(NONE);
    const whenOf = ({ data: { services } }: Phase): LeavesWhen =>
      services[id].sails ?? services[id].leaves ?? { full: false };
    this.whens = phases.map(whenOf);
    // Only from the first call do units go on once in so long: from the others as they come.
    const whenAt = (call: number) => (phase: Phase) => ({
      ...whenOf(phase),
      ...(call === 0 ? {} : { every: undefined }),
    });
    this.timed = this.whens.map(({ every, timetable }) =>
      this.ends.map((place, call) => timetable?.[place] !== undefined || (call === 0 && every !== undefined)),
    );
    this.timetable = this.ends.map((place, call) => departuresFrom(world, place, whenAt(call)));
    const [unit, fill] = this.bySea
      ? ['waiting for a vessel', 'ship to fill']
      : ['waiting for platforms', 'train to fill'];
    this.noUnit = this.ends.map((place) => ledger.cell(unit, place));
    this.noRoom = this.ends.map((place) => ledger.cell('waiting for room aboard', place));
    this.toFill = this.ends.map((place) => ledger.cell(fill, place));
    const byClock = this.ends.map((_, call) => this.timed.some((timed) => timed[call]));
    this.toDepart = this.ends.map((place, call) =>
      byClock[call] ? ledger.cell('waiting for its departure', place) : this.noUnit[call],
    );
    this.cycle = new Cycle(sim, this.roster.total);
    const longest = this.whens.map(({ longestStay = Number.POSITIVE_INFINITY }) => longestStay);
    this.stay = new Stay(world, index, firstUnit, size, longest);
  }

  /** Units begin shared between the calls, the first at the first, and go on from there as one that comes empty does. */
  begin(): void {
    const { units, sim, kinds } = this.world;
    for (let i = 0; i < this.size; i++) units.service[this.firstUnit + i] = this.index;
    this.started = this.roster.begin();
    for (const [i, unit] of this.started.entries()) {
      const call = i % this.ends.length;
      units.end[unit] = call;
      units.place[unit] = this.endNumbers[call];
      sim.at(0, kinds.rested, this.index, unit);
    }
    for (const call of this.ends.keys()) this.schedule(call);
    this.roster.schedule(this.index);
  }

  /** The units that run at clock zero, in the order in which they begin. */
  unitAtStart(i: number): Unit {
    return this.started[i];
  }

  /** TEU that the largest unit that runs now may carry; where none runs, the largest of all. */
  get unitCapacity(): number {
    const capacities = this.capacities[this.world.phase];
    let most = 0;
    for (let one = 0; one < capacities.length; one++)
      if (this.roster.total === 0 || this.roster.hasAny(one)) most = Math.max(most, capacities[one]);
    return most;
  }

  capacityOf(unit: Unit): number {
    return this.capacities[this.world.phase][this.world.units.shipClass[unit]];
  }

  classOf(unit: Unit): string | undefined {
    return this.roster.classes[0][this.world.units.shipClass[unit]].id;
  }

  timeOf(unit: Unit): Sampler {
    return this.times[this.world.phase][this.world.units.shipClass[unit]][this.next(unit)];
  }

  /** A box waits at a call for a unit. */
  boxWaits(box: Box, call: number): void {
    const { boxes, sim, ledger } = this.world;
    boxes.waits[box] = sim.now;
    boxes.append(this.waiting, call, box);
    ledger.turn(box, this.readyCount[call] > 0 ? this.readyCell(call) : this.noUnit[call]);
    this.look(call);
  }

  /** No gauge changes at a call: no unit is filled there as boxes come. */
  filling(call: number): OpenLoad {
    throw new Error(`${this.id}: no unit is filled as boxes come at ${this.ends[call]}`);
  }

  open(): Unit {
    return NONE;
  }

  /** A unit at a place has nothing more to set down. True: it was given a load at once and stays where it stands. */
  offer(unit: Unit, call: number): boolean {
    if (this.mustRest(unit, call) || this.roster.isLeaving(unit) || this.readyCount[call] > 0) return false;
    if (!this.hasBoxFor(unit, call) || !this.mayGoOn(unit, call)) return false;
    this.send(unit, call);
    return true;
  }

  /** A unit stands free at a call, with nothing more to set down: it may have to wait there, or runs no longer. */
  ready(unit: Unit, call: number): void {
    const { sim, units, kinds } = this.world;
    units.end[unit] = call;
    const isEmpty = units.through.count[unit] === 0;
    if (isEmpty && this.roster.toStop > 0 && this.roster.stops(unit)) return;
    if (this.mustRest(unit, call)) {
      units.turn(unit, this.noUnit[call]);
      sim.at(units.roundBegan[unit] + this.rounds[this.world.phase], kinds.rested, this.index, unit);
      return;
    }
    if (this.lastReady[call] === NONE) this.firstReady[call] = unit;
    else units.nextReady[this.lastReady[call]] = unit;
    this.lastReady[call] = unit;
    units.nextReady[unit] = NONE;
    this.readyCount[call]++;
    this.cycle.isReady(0);
    units.turn(unit, this.readyCell(call));
    if (this.readyCount[call] === 1) this.world.ledger.turnAll(this.waiting.first[call], this.readyCell(call));
    if (!this.isTimed(call)) this.stay.begins(unit);
    this.look(call);
  }

  rested(unit: Unit): void {
    // What it did meanwhile is no stay: that counts from now on.
    this.world.units.tookStand[unit] = Number.NEGATIVE_INFINITY;
    this.ready(unit, this.world.units.end[unit]);
  }

  /** A unit may have been at its call longest: where it still stands ready, it goes on with what waits. */
  stayIsOver(unit: Unit): void {
    const call = this.world.units.end[unit];
    if (this.isTimed(call) || !this.stay.isOver(unit) || !this.takeOut(unit, call)) return;
    this.send(unit, call);
    this.look(call);
  }

  isHeldUp(unit: Unit): void {
    this.world.units.heldUp[unit] = 1;
  }

  isLetGo(unit: Unit): void {
    this.world.units.heldUp[unit] = 0;
  }

  /** Nothing lies beyond a call. */
  goesBeyond(): void {}

  comesBack(unit: Unit): void {
    this.ready(unit, this.world.units.end[unit]);
  }

  /** The clock says that a unit is to go on from a call: one that stands ready, or the next that does. */
  departureDue(call: number): void {
    this.nextDeparture[call]++;
    this.schedule(call);
    this.late[call] = 1;
    this.look(call);
  }

  /** No box lets a unit go on because it has waited long. */
  timeIsUp(): void {}

  /** Loads are made up as units take them: another room makes none other. */
  capacitiesChange(): void {}

  /** A dated change: other rules, and units that join at the first call, or stop as soon as they stand free and empty. */
  becomes(): void {
    for (let one = 0; one < this.roster.classes[0].length; one++) this.strengthens(one);
    const { nextReady } = this.world.units;
    for (let call = 0; call < this.ends.length; call++) {
      if (!this.isTimed(call))
        for (let unit = this.firstReady[call]; unit !== NONE; unit = nextReady[unit]) this.stay.awaits(unit);
      this.look(call);
    }
  }

  /** The day on which ships of a class join, or leave. */
  shipsChange(shipClass: number): void {
    this.strengthens(shipClass);
  }

  private strengthens(shipClass: number): void {
    const { units } = this.world;
    const { roster } = this;
    let more = roster.turns(shipClass);
    for (; more > 0 && roster.goesOn(shipClass); more--);
    for (; more > 0; more--) {
      const unit = roster.calledOut(shipClass);
      units.place[unit] = this.endNumbers[0];
      units.roundBegan[unit] = Number.NEGATIVE_INFINITY;
      units.tookStand[unit] = Number.NEGATIVE_INFINITY;
      this.ready(unit, 0);
    }
    for (; more < 0; more++) roster.lessOne(shipClass, this.takeFree(shipClass));
    this.cycle.runs(roster.total);
  }

  /** A unit leaves a call, with what it loaded and what stayed aboard. */
  departs(unit: Unit): void {
    const { sim, units, boxes } = this.world;
    const { aboard, through } = units;
    const call = units.end[unit];
    if (call === 0) units.roundBegan[unit] = sim.now;
    while (through.first[unit] !== NONE) boxes.append(aboard, unit, boxes.takeFirst(through, unit));
    this.departures[call]++;
    this.carried[call] += aboard.teu[unit];
    this.cycle.departs(aboard.count[unit]);
    units.passed[unit] = 0;
    units.end[unit] = (call + 1) % this.ends.length;
    units.arrived[unit] = 1;
  }

  isUnderWay(unit: Unit): void {
    this.cycle.goes(this.world.units.aboard.count[unit]);
  }

  /** A unit comes to a call: what does not get off there stays aboard. */
  arrives(unit: Unit): void {
    const { units, boxes, routes } = this.world;
    const { aboard, through } = units;
    this.cycle.arrives(aboard.count[unit]);
    const call = units.end[unit];
    for (let left = aboard.count[unit]; left > 0; left--) {
      const box = boxes.takeFirst(aboard, unit);
      const { to } = routes[boxes.route[box]].legs[boxes.leg[box]];
      boxes.append(to === call ? aboard : through, unit, box);
    }
  }

  next(unit: Unit): number {
    return this.firstLine[this.before(unit)] + this.world.units.passed[unit];
  }

  stopOf(unit: Unit): number {
    return this.wayOf(unit)[this.world.units.passed[unit]];
  }

  wayOf(unit: Unit): readonly number[] {
    return this.ways[this.before(unit)];
  }

  isThere(unit: Unit): boolean {
    return this.world.units.passed[unit] === this.linesTo[this.before(unit)];
  }

  dispatch(): void {
    for (let call = 0; call < this.ends.length; call++) this.look(call);
  }

  startMeasuring(): void {
    this.cycle.startMeasuring();
    this.departures.fill(0);
    this.carried.fill(0);
  }

  measures(): Measured[] {
    const { fleet, id, ends, departures, carried } = this;
    const places = [...new Set(ends)];
    return [
      // A round has one departure from the first call; a fleet between two ends has two a round.
      ...fleetFigures(fleet, [this.cycle], 2 * departures[0]),
      ...places.flatMap((place): Measured[] => {
        const of = { place, resource: id };
        const sum = (all: Float64Array) => ends.reduce((teu, end, call) => teu + (end === place ? all[call] : 0), 0);
        const trips = sum(departures);
        const load = trips > 0 ? sum(carried) / trips : null;
        return [
          { measure: 'departures', statistic: 'total', of, unit: 'trips', value: trips },
          { measure: 'load', statistic: 'mean', of, unit: 'TEU', value: load },
        ];
      }),
    ];
  }

  /** The call from which a unit under way has come. */
  private before(unit: Unit): number {
    const call = this.world.units.end[unit];
    return call === 0 ? this.ends.length - 1 : call - 1;
  }

  private isTimed(call: number): boolean {
    return this.timed[this.world.phase][call];
  }

  /** What boxes wait for while a unit stands ready at their call. */
  private readyCell(call: number): Cell {
    return this.isTimed(call) ? this.toDepart[call] : this.toFill[call];
  }

  private mustRest(unit: Unit, call: number): boolean {
    return call === 0 && this.world.sim.now < this.world.units.roundBegan[unit] + this.rounds[this.world.phase];
  }

  /** TEU that a unit may still take at a call. */
  private roomOf(unit: Unit): number {
    const { load, through } = this.world.units;
    return this.capacityOf(unit) - through.teu[unit] - load.teu[unit];
  }

  private hasBoxFor(unit: Unit, call: number): boolean {
    const box = this.waiting.first[call];
    return box !== NONE && this.world.boxes.teu[box] <= this.roomOf(unit);
  }

  /** By its rule, before its longest stay is over: the clock, a full load, or at once. */
  private mayGoOn(unit: Unit, call: number): boolean {
    if (this.isTimed(call)) return this.late[call] === 1;
    return !this.whens[this.world.phase].full || this.waiting.teu[call] + this.smallest > this.roomOf(unit);
  }

  /** Units that stand ready at a call go on, the first first, as long as they may. */
  private look(call: number): void {
    while (this.readyCount[call] > 0 && this.mayGoOn(this.firstReady[call], call)) {
      const unit = this.firstReady[call];
      this.takeOut(unit, call);
      this.send(unit, call);
    }
  }

  /** Takes a unit out of the line of those that stand ready at a call; false where it does not. */
  private takeOut(unit: Unit, call: number): boolean {
    const { nextReady } = this.world.units;
    let before = NONE;
    let one = this.firstReady[call];
    for (; one !== NONE && one !== unit; one = nextReady[one]) before = one;
    if (one === NONE) return false;
    if (before === NONE) this.firstReady[call] = nextReady[unit];
    else nextReady[before] = nextReady[unit];
    if (this.lastReady[call] === unit) this.lastReady[call] = before;
    this.readyCount[call]--;
    this.cycle.isTaken(0);
    return true;
  }

  /** Takes an empty unit of a class that stands ready, the first of the first call that has one; NONE where none does. */
  private takeFree(shipClass: number): Unit {
    const { nextReady, shipClass: classes, through } = this.world.units;
    for (let call = 0; call < this.ends.length; call++)
      for (let unit = this.firstReady[call]; unit !== NONE; unit = nextReady[unit])
        if (classes[unit] === shipClass && through.count[unit] === 0 && this.takeOut(unit, call)) return unit;
    return NONE;
  }

  /**
   * Hands boxes that wait to a unit, and lets the place load it. Order: first come first, and no room is kept for those further
   * down the way; a load ends where the next box does not fit, which waits for the next unit.
   */
  private send(unit: Unit, call: number): void {
    const { units, boxes, ledger, places } = this.world;
    const { waiting } = this;
    if (this.isTimed(call)) this.late[call] = 0;
    units.arrived[unit] = 0;
    units.turn(unit, this.noUnit[call]);
    this.cycle.loads();
    const takes = !this.roster.isLeaving(unit);
    while (takes && this.hasBoxFor(unit, call)) {
      const box = boxes.takeFirst(waiting, call);
      boxes.append(units.load, unit, box);
      ledger.turn(box, this.noUnit[call]);
    }
    // With nothing aboard it helps nobody out of a standstill.
    if (units.load.first[unit] !== NONE || units.through.first[unit] !== NONE) this.world.moves();
    const isReady = this.readyCount[call] > 0;
    ledger.turnAll(waiting.first[call], isReady ? this.readyCell(call) : takes ? this.noRoom[call] : this.noUnit[call]);
    units.closed[unit] = 1;
    places[this.endNumbers[call]].unitLoads(unit);
  }

  private schedule(call: number): void {
    const { sim, kinds } = this.world;
    const next = this.nextDeparture[call];
    if (next < this.timetable[call].length) sim.at(this.timetable[call][next], kinds.departure, this.index, call);
  }
}
