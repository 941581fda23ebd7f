// A corridor compiled for one replication: names have become integers, laws samplers, and everything that moves is a row.
// Long, because every part of a corridor reaches every other through it.
import { version } from '../../package.json';
import { type EventKind, type Handler, Simulation } from '../kernel';
import { flowKey, type KeyedDraws, keyed, STREAM_STATE, type Stream, stream } from '../stochastic';
import { type CorridorData, type Size, teuOfSize } from './corridor/corridor';
import { mostInside } from './corridor/figures/flowBoxes';
import type { Measured } from './corridor/measures/measured';
import type { Later, Phase } from './corridor/phases';
import { sharersOf } from './corridor/routes/fleetHops';
import { type FlowRoute, fillsAtOnce, flowRoutes, type Leg, roadIds, smallestTeu } from './corridor/routes/routes';
import { contentHash } from './corridor/tree/contentHash';
import { hashText } from './corridor/tree/mixingHash';
import type { Cranes } from './parts/cranes';
import type { Front } from './parts/front';
import { StormCalendar } from './parts/weather';
import { buildersOf, type PlaceKinds, placeKinds } from './places/registry';
import { Accounts } from './run/accounts';
import type { SpanAsked } from './run/asked';
import { AskedSpans } from './run/askedSpans';
import { anyStuck, audit, standstill } from './run/audit';
import { Boxes, NONE } from './run/boxes';
import { Journeys } from './run/journeys';
import { Ledger } from './run/ledger';
import type { Box, Place, Unit } from './run/place';
import { RunHash, type Stage, stage } from './run/runHash';
import { UnitRows } from './run/unitRows';
import type { Kinds, World } from './run/world';
import { type Clock, DAY, writeDate } from './time/clock';
import { type OpenHours, openHours } from './time/openHours';
import type { Ban } from './traffic/ban';
import { Demand } from './traffic/demand';
import { InitialState } from './traffic/initial';
import { Line } from './traffic/line';
import { Locomotives } from './traffic/locomotives';
import { OtherTrains } from './traffic/otherTrains';
import { Pool } from './traffic/pool';
import { Road } from './traffic/road';
import { rowsOf } from './traffic/roster';
import { RouteChoice } from './traffic/routeChoice';
import { Sailing } from './traffic/sailing';
import { Service } from './traffic/service';
import { SharedService } from './traffic/sharedService';

/** After so long without any box getting anywhere it is asked whether anything will move again. */
const STANDSTILL = 60 * DAY;

/** Events that come first in their second. */
const FIRST = 0;

/** The corridor stands still for good: the message names who waits for what. */
export class Deadlock extends Error {}

/**
 * A corridor of which one replication runs, or is about to: every part of it, by number, and how they reach each other.
 */
export class CompiledCorridor implements World {
  /** Its clock and events. */
  readonly sim = new Simulation();
  /** The hash of all that has happened so far. */
  readonly hash = new RunHash();
  /** The boxes inside, and the trucks. */
  readonly boxes: Boxes;
  /** On what their time was spent. */
  readonly ledger: Ledger;
  /** The trains and ships. */
  readonly units: UnitRows;
  /** When they came to each stop. */
  readonly journeys: Journeys;
  /** Spans between two events that somebody asked for; undefined: nobody did. */
  readonly askedSpans: AskedSpans | undefined;
  /** The routes of all flows, by number. */
  readonly routes: readonly FlowRoute[];
  /** Rail sections and sea lanes, in order of ids. */
  readonly lines: Line[] = [];
  /** Roads, in order of ids. */
  readonly roads: Road[] = [];
  /** Services, in order of ids. */
  readonly services: Service[] = [];
  /** Places, in order of ids. */
  readonly places: Place[] = [];
  /** Pools of cranes, in the order in which places were built. */
  readonly cranes: Cranes[] = [];
  /** Lines of tracks or berths, likewise. */
  readonly fronts: Front[] = [];
  /** What brings boxes, in order of the flows' ids. */
  readonly flows: Demand[] = [];
  /** Acceptance bans of borders. */
  readonly bans: Ban[] = [];
  /** Trains of others. */
  readonly otherTrains: OtherTrains;
  /** Locomotives of lines; undefined where all trains bring their own. */
  readonly locomotives: Locomotives | undefined;
  /** The kinds of event that the corridor itself has. */
  readonly kinds: Kinds;
  /** TEU that came, went and are inside, by place. */
  readonly accounts: Accounts;
  /** The ids of places, by number. */
  readonly placeIds: readonly string[];
  private readonly placeIndex = new Map<string, number>();
  private readonly placeHash: Int32Array;
  private readonly flowHash: Int32Array;
  /** By flow: what keyed draws know it by. */
  readonly flowKey: Int32Array;
  private readonly storms = new Map<string, StormCalendar>();
  private readonly calendars = new Map<string, OpenHours>();
  private readonly choices: RouteChoice[] = [];
  private readonly followers: (() => void)[] = [];
  /** The corridor at clock zero and from each later day on; every part is compiled for all of them. */
  readonly phases: readonly Phase[];
  /** Which of them holds now. */
  phase = 0;
  /** When a box or unit last got anywhere, for the watch over standstill. */
  private lastMoved = 0;
  /** When nothing had moved for long: since when, and the last event that was pending then. */
  private stillSince = Number.NEGATIVE_INFINITY;
  private lastChance = Number.POSITIVE_INFINITY;
  /** Boxes of the cohort that have not left yet. */
  cohortInside = 0;

  constructor(
    /** The corridor as data, as it is at clock zero. */
    readonly data: CorridorData,
    /** Which second is which day. */
    readonly clock: Clock,
    private readonly seed: string,
    private readonly replication: number,
    /** What the places are built with: the shipped kinds, or a script's own, with or without them. */
    kinds: PlaceKinds = placeKinds,
    private readonly later: readonly Later[] = [],
    asked: readonly SpanAsked[] = [],
  ) {
    const { sim } = this;
    this.phases = [
      { second: 0, data },
      ...later.map((one) => ({ second: clock.secondOfDate(one.from), data: one.data })),
    ];
    this.keepState(asked);
    this.boxes = new Boxes(sim.state, 1024, (capacity) => {
      this.ledger.grow(capacity);
      this.journeys.grow(capacity);
    });
    this.ledger = new Ledger(sim, this.boxes);
    this.kinds = {
      boxComes: this.on('a box enters', (flow) => this.flows[flow].boxComes()),
      // Quarters, because an event carries integers and the shortest step between sizes is a quarter of a TEU.
      extraBox: this.on('a chosen box enters', (flow, quarters) => this.flows[flow].extraBox(quarters / 4)),
      becomes: this.on('the corridor changes', (phase) => this.becomes(phase)),
      roadEnds: this.on('the end of a road', (road, box) => this.roads[road].endReached(box)),
      pathFree: this.on('a path is free', (line, direction) => this.lines[line].look(direction)),
      lineEnds: this.on('the end of a line', (line, unit) => this.lines[line].endReached(unit)),
      stoodBefore: this.on('a unit of the initial state comes', (_, unit) => this.cameOver(unit)),
      timeIsUp: this.on('the longest wait is over', (service, end) => this.services[service].timeIsUp(end)),
      departure: this.on('a train is to set out', (service, end) => this.services[service].departureDue(end)),
      rested: this.on('a unit may go round again', (service, unit) => this.services[service].rested(unit)),
      shipsChange: this.on('ships join or leave', (service, shipClass) =>
        this.services[service].shipsChange(shipClass),
      ),
      liftDone: this.on('a lift is done', (cranes, crane) => this.cranes[cranes].liftDone(crane)),
      craneTurns: this.on('a crane breaks down or is repaired', (cranes, crane) => this.cranes[cranes].turns(crane)),
      shiftTurns: this.on('a shift of cranes begins or ends', (cranes) => this.cranes[cranes].shiftTurns()),
      otherTrainComes: this.on('a train of others comes', (way, turn) => this.otherTrains.comes(way, turn)),
      otherLineEnds: this.on('a train of others is at the end of a line', (row) => this.otherTrains.cameOver(row)),
      unitMoved: this.on('a unit was shunted or tied up', (front, unit) => this.fronts[front].moved(unit)),
    };
    // Order: the compiler numbers everything in order of ids, never of declaration.
    this.placeIds = Object.keys(data.places).sort();
    for (const [i, id] of this.placeIds.entries()) this.placeIndex.set(id, i);
    this.placeHash = Int32Array.from(this.placeIds, hashText);
    const flowIds = Object.keys(data.flows).sort();
    this.flowHash = Int32Array.from(flowIds, hashText);
    this.flowKey = Int32Array.from(flowIds, flowKey);
    const roads = roadIds(data);
    for (const id of Object.keys(data.lines).sort())
      if (!roads.includes(id)) this.lines.push(new Line(this, this.lines.length, id));
    for (const [i, id] of roads.entries()) this.roads.push(new Road(this, i, id));
    this.routes = flowRoutes(data, this.placeIndex);
    // Order: rows of a shared fleet stand where the first of its services has them.
    const sharers = (id: string) => sharersOf(data, data.services[id].fleet);
    const sizes = Object.keys(data.services)
      .sort()
      .map((id) =>
        sharers(id)[0] === id ? rowsOf(this.phases.map((phase) => phase.data.fleets[data.services[id].fleet])) : [],
      )
      .map((rows) => rows.reduce((sum, count) => sum + count, 0));
    this.units = new UnitRows(
      sim.state,
      sizes.reduce((sum, size) => sum + size, 0),
      this.boxes,
      this.ledger,
    );
    let firstUnit = 0;
    const pools = new Map<string, Pool>();
    for (const [i, id] of Object.keys(data.services).sort().entries()) {
      const atOnce = fillsAtOnce(data, id);
      const smallest = smallestTeu(data, this.routes, i);
      const { fleet } = data.services[id];
      if (sharers(id).length > 1) {
        const pool = pools.get(fleet) ?? new Pool(this, fleet, firstUnit, sizes[i]);
        pools.set(fleet, pool);
        this.services.push(new SharedService(this, i, id, data, sizes[i], atOnce, smallest, pool));
      } else this.services.push(new Service(this, i, id, data, firstUnit, sizes[i], atOnce, smallest));
      firstUnit += sizes[i];
    }
    this.otherTrains = new OtherTrains(this);
    if (Object.keys(data.locomotives ?? {}).length > 0) this.locomotives = new Locomotives(this, this.units.count);
    const build = buildersOf(this, kinds);
    for (const [i, id] of this.placeIds.entries()) this.places[i] = build(id, data.places[id], i);
    for (const [i, id] of flowIds.entries()) {
      this.choices.push(new RouteChoice(this, i, id));
      this.flows.push(new Demand(this, i, id));
    }
    this.ledger.begin();
    this.journeys = new Journeys(sim.state, this.boxes, this.routes, this.ledger.width);
    if (asked.length > 0)
      this.askedSpans = new AskedSpans(sim.state, asked, this.routes, this.ledger.cells, data.lines);
    this.accounts = new Accounts(sim, this.placeIds);
    const initial = new InitialState(this);
    for (const [i, service] of this.services.entries()) service.begin(initial.underWay[i]);
    initial.begin();
    for (const flow of this.flows) flow.begin();
    this.otherTrains.begin();
    // Order: what changes on a day has changed before anything else happens on it.
    for (const [i, { second }] of this.phases.entries()) if (i > 0) sim.at(second, this.kinds.becomes, i, 0, FIRST);
  }

  /** What of this run changes here, and what must be the same where a copy of it is put back. */
  private keepState(asked: readonly SpanAsked[]): void {
    const { data, clock, seed, replication } = this;
    const { state } = this.sim;
    state.numbers(this, 'lastMoved', 'stillSince', 'lastChance', 'cohortInside', 'phase');
    state.numbers(this.hash, 'a', 'b');
    const window = `${writeDate(clock.startDay)} to ${writeDate(clock.endDay - 1)}`;
    const run = `the corridor "${data.id}" (${contentHash(data, this.later)}), window ${window}, seed "${seed}", replication ${replication}, keruen ${version}`;
    // A copy of a run that kept other spans has other tables.
    const kept = asked.length > 0 ? `, asked for ${JSON.stringify(asked)}` : '';
    state.fact(() => run + kept);
  }

  /** A kind of event of the corridor. After each such event every box must be somewhere: a run that loses one stops there. */
  on(name: string, handler: Handler): EventKind {
    return this.sim.on(name, (owner, arg) => {
      handler(owner, arg);
      const { inside, inLists, apart } = this.boxes;
      if (inside !== inLists + apart)
        throw new Error(
          `${inside} boxes are inside the corridor, but ${inLists + apart} are at its places and on its ways`,
        );
    });
  }

  /** The stream of a purpose in this replication. */
  stream(purpose: string): Stream {
    const made = stream(this.seed, this.replication, purpose);
    this.sim.state.numbers(made, ...STREAM_STATE);
    return made;
  }

  /** The open hours of a calendar. */
  hours(calendar: string): OpenHours {
    let hours = this.calendars.get(calendar);
    if (hours === undefined) {
      const spec = this.data.calendars?.[calendar];
      if (spec === undefined) throw new Error(`There is no calendar "${calendar}".`);
      hours = openHours(spec, this.clock, this.data.timeZone);
      this.sim.state.numbers(hours, 'found');
      this.calendars.set(calendar, hours);
    }
    return hours;
  }

  /** Called when another phase begins, before anything else, for what a part keeps at hand of what holds now. */
  onPhase(follow: () => void): void {
    this.followers.push(follow);
    this.sim.state.restored(follow);
  }

  /** A dated change: every part goes over to what it was compiled to for this phase. */
  private becomes(phase: number): void {
    this.phase = phase;
    for (const follow of this.followers) follow();
    for (const service of this.services) service.capacitiesChange();
    for (const line of this.lines) line.becomes();
    this.locomotives?.becomes();
    for (const place of this.places) place.becomes?.(phase);
    for (const service of this.services) service.becomes();
    this.otherTrains.becomes();
  }

  /** The route, among all, that the next box or lot of a flow takes. */
  chooses(flow: number): number {
    return this.choices[flow].next();
  }

  /** The keyed draws of a purpose in this replication: a box keeps its luck whatever way it takes. */
  keyed(purpose: string): KeyedDraws {
    return keyed(this.seed, this.replication, purpose);
  }

  /** The storm calendar of a sea: one for all its ports, and the same in every scenario that names it. */
  stormsOf(sea: string): StormCalendar {
    let calendar = this.storms.get(sea);
    if (calendar === undefined) {
      const spec = this.data.weather?.[sea];
      if (spec === undefined) throw new Error(`There is no weather "${sea}".`);
      calendar = new StormCalendar(spec, this.clock, this.stream(`weather/${sea}`));
      this.sim.state.numbers(calendar, 'i');
      this.storms.set(sea, calendar);
    }
    return calendar;
  }

  /** How fast ships sail in each month of a weather; undefined where it does not say. One a line: each asks in its own order. */
  sailingOf(weather: string): Sailing | undefined {
    const spec = this.data.weather?.[weather];
    if (spec === undefined) throw new Error(`There is no weather "${weather}".`);
    if (spec.sailing === undefined) return undefined;
    const sailing = new Sailing(spec.sailing, this.clock);
    this.sim.state.numbers(sailing, 'i');
    return sailing;
  }

  /**
   * Lets one laden box of a flow enter at a second of the caller's choice, beside those that come at random: for corridors
   * that are worked out by hand. Boxes of one second enter in the order of the calls.
   */
  boxAt(flow: string, second: number, size: Size): void {
    const index = this.flows.findIndex(({ id }) => id === flow);
    this.sim.at(second, this.kinds.extraBox, index, 4 * teuOfSize[size]);
  }

  /** The number of a place, while the corridor is compiled. */
  placeNumber(id: string): number {
    return this.placeIndex.get(id) as number;
  }

  /** Throws when boxes are inside and none has moved for so long that none ever will: everybody waits for everybody. */
  watch(): void {
    if (this.isStill) throw new Deadlock(this.whyEarly());
  }

  /**
   * Whether boxes wait for something else than more boxes, and nothing to come can move any: none has moved for long, and none
   * by any event that was pending when that was seen first, be it the end of a closure, a departure or a ship that joins.
   */
  get isStill(): boolean {
    const { sim, lastMoved } = this;
    if (!(sim.now > lastMoved + STANDSTILL) || !anyStuck(this)) return false;
    if (this.stillSince !== lastMoved) {
      this.stillSince = lastMoved;
      this.lastChance = sim.lastPending();
    }
    return sim.now > this.lastChance;
  }

  /** Why the run ends early: for how long nothing has moved, or that no more boxes may be inside; and who waits for what. */
  whyEarly(): string {
    if (this.boxes.isFull) return `more than ${mostInside} are inside, and a run holds no more: ${standstill(this)}`;
    const days = Math.round((this.sim.now - this.lastMoved) / DAY);
    return `nothing has moved for ${days} days: ${standstill(this)}`;
  }

  /** The number of a line that is no road; −1 where there is none of that id. */
  lineIndex(id: string): number {
    return this.lines.findIndex((line) => line.id === id);
  }

  /** Notes that a box has got somewhere: into the run hash, and for the watch over standstill. */
  stage(box: Box, what: Stage, place: number): void {
    const { boxes, sim } = this;
    this.hash.box(sim.now, this.flowHash[boxes.flow[box]], boxes.number[box], what, this.placeHash[place]);
    if (what !== stage.enters) this.moves();
  }

  /** Something has got anywhere: no standstill. */
  moves(): void {
    this.lastMoved = this.sim.now;
  }

  /** A box comes into the corridor at its origin. */
  enters(box: Box, place: number): void {
    const teu = this.boxes.teu[box];
    this.accounts.enters(place, teu);
    if (this.boxes.cohort[box] === 1) this.cohortInside++;
    this.journeys.begins(box, this.sim.now);
    this.stage(box, stage.enters, place);
    this.places[place].boxEnters(box);
  }

  /** A box was set down at the end of its journey. */
  leaves(box: Box, place: number): void {
    const { boxes } = this;
    const teu = boxes.teu[box];
    this.stage(box, stage.leaves, place);
    this.journeys.departs(box, this.sim.now);
    const transit = this.ledger.close(box);
    const { now } = this.sim;
    this.accounts.leaves(place, teu, now >= this.clock.windowStart && now < this.clock.windowEnd);
    if (boxes.cohort[box] === 1) {
      this.cohortInside--;
      const { parts } = this.ledger.rows;
      const row = box * this.ledger.width;
      this.journeys.finish(box, transit, parts, row);
      const { times, width } = this.journeys;
      this.askedSpans?.finish(boxes.route[box], boxes.entered[box], times, box * width, parts, row);
      if (this.cohortInside === 0 && this.sim.now >= this.clock.windowEnd) this.sim.stop();
    }
    boxes.remove(box);
  }

  /** Whether a box that was set down here has reached the end of its journey. */
  isAtEnd(box: Box): boolean {
    return this.boxes.leg[box] === this.routes[this.boxes.route[box]].legs.length;
  }

  /**
   * Whether a box leaves the corridor once it is set down from the unit that it is on. It then needs no slot in the yard:
   * trucks fetch it from the crane, and a yard full of boxes that wait for this very unit would never let it be emptied.
   */
  endsWithThisRide(box: Box): boolean {
    return this.boxes.leg[box] + 1 === this.routes[this.boxes.route[box]].legs.length;
  }

  /** A box that was set down goes on with its next service, or, at its origin, waits there while a ban holds it. */
  goesOn(box: Box): void {
    if (this.bans.length > 0 && this.boxes.leg[box] === 0 && this.isBanned(box)) return;
    const leg = this.routes[this.boxes.route[box]].legs[this.boxes.leg[box]];
    this.services[leg.service].boxWaits(box, leg.end);
  }

  private isBanned(box: Box): boolean {
    for (const ban of this.bans) if (ban.holds(box)) return true;
    return false;
  }

  /** The leg that a box waits for, once it was set down. */
  legOf(box: Box): Leg {
    return this.routes[this.boxes.route[box]].legs[this.boxes.leg[box]];
  }

  /** A truck comes into the corridor: it sets out, or the first road border of its way keeps it until its slot comes. */
  setsOut(box: Box): void {
    const { stops } = this.routes[this.boxes.route[box]];
    for (let i = 1; i < stops.length - 1; i++) {
      const place = this.places[stops[i].index];
      if (place.books === undefined) continue;
      if (place.books(box, stops[i + 1].index)) return;
      break;
    }
    this.drives(box);
  }

  /** A truck sets out on the next road of its way. */
  drives(box: Box): void {
    const { roads, stops } = this.routes[this.boxes.route[box]];
    const stop = this.boxes.stop[box];
    const place = stops[stop].index;
    this.stage(box, stage.departs, place);
    this.journeys.departs(box, this.sim.now);
    this.accounts.goes(place, this.boxes.teu[box]);
    this.roads[roads[stop]].sets(box);
  }

  /** A truck comes to the end of a road. */
  comesBy(box: Box): void {
    this.journeys.arrives(box, this.sim.now);
    const { stops } = this.routes[this.boxes.route[box]];
    const stop = this.boxes.stop[box];
    const place = stops[stop].index;
    this.stage(box, stage.arrives, place);
    this.accounts.comes(place, this.boxes.teu[box]);
    if (stop === stops.length - 1) this.leaves(box, place);
    else this.places[place].boxComesBy?.(box, stops[stop - 1].index, stops[stop + 1].index);
  }

  /** A unit is loaded and out of its place: off it goes. */
  departs(unit: Unit): void {
    const service = this.services[this.units.service[unit]];
    const from = service.endNumbers[this.units.end[unit]];
    this.places[from].unitDeparts?.(unit);
    service.departs(unit);
    this.takesLine(unit, service.lines[service.next(unit)], from);
  }

  /** A unit asks for a path on a line, once it has a locomotive where one is needed. */
  private takesLine(unit: Unit, line: number, from: number): void {
    if (this.locomotives === undefined || this.locomotives.hauls(unit, line)) this.lines[line].depart(unit, from);
  }

  /** A unit that stopped on its way goes on. */
  proceed(unit: Unit): void {
    const service = this.services[this.units.service[unit]];
    this.takesLine(unit, service.lines[service.next(unit)], service.stopOf(unit));
  }

  /** A unit leaves a place over a line, with all aboard. */
  leavesPlace(unit: Unit, place: number): void {
    const { aboard } = this.units;
    for (let box = aboard.first[unit]; box !== NONE; box = this.boxes.next[box]) {
      this.stage(box, stage.departs, place);
      this.journeys.departs(box, this.sim.now);
    }
    this.accounts.goes(place, aboard.teu[unit]);
    this.units.place[unit] = NONE;
  }

  /** A unit comes to the end of a line. */
  cameOver(unit: Unit): void {
    const { units, boxes } = this;
    const service = this.services[units.service[unit]];
    units.passed[unit]++;
    const isThere = units.passed[unit] === service.lines.length;
    this.locomotives?.cameOver(unit, isThere ? NONE : service.lines[service.next(unit)]);
    const place = service.stopOf(unit);
    for (let box = units.aboard.first[unit]; box !== NONE; box = boxes.next[box]) {
      this.journeys.arrives(box, this.sim.now);
      this.stage(box, stage.arrives, place);
    }
    this.accounts.comes(place, units.aboard.teu[unit]);
    units.place[unit] = place;
    const here = this.places[place];
    if (isThere) {
      service.arrives(unit);
      here.unitArrives(unit);
    } else here.unitPasses(unit);
  }

  /** The end of the warm-up: every figure starts again, nothing else changes. */
  startMeasuring(): void {
    for (const part of [this.accounts, ...this.lines, ...this.roads, ...this.services, ...this.places])
      part.startMeasuring();
    this.locomotives?.startMeasuring();
  }

  /** The figures of the window, at its end. */
  measures(): Measured[] {
    const parts = [this.accounts, ...this.places, ...this.lines, ...this.roads, ...this.services];
    return [...parts.flatMap((part) => part.measures()), ...(this.locomotives?.measures() ?? [])];
  }

  /** Throws unless every box is found where it should be, and every place's account closes. */
  audit(): void {
    audit(this);
  }

  /** By route: boxes of the cohort that are still inside. */
  censored(): number[] {
    const count = this.routes.map(() => 0);
    const { boxes } = this;
    for (let box = 0; box < boxes.capacity; box++)
      if (boxes.alive[box] === 1 && boxes.cohort[box] === 1) count[boxes.route[box]]++;
    return count;
  }
}
