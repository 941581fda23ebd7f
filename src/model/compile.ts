// A corridor compiled for one replication: names become integers, laws samplers, and all moving objects table rows.
// Long, because the parts of a corridor reach each other through it.
import { version } from '../../package.json';
import { type EventKind, type Handler, Simulation } from '../kernel';
import { flowKey, type KeyedDraws, keyed, STREAM_STATE, type Stream, stream } from '../stochastic';
import { type CorridorData, type Size, teuOfSize } from './corridor/corridor';
import { mostInside } from './corridor/figures/flowBoxes';
import type { Measured } from './corridor/measures/measured';
import type { Later, Phase } from './corridor/phases';
import { sharersOf } from './corridor/routes/fleetHops';
import { callsOf } from './corridor/routes/route';
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
import { Rotation } from './traffic/rotation';
import { RouteChoice } from './traffic/routeChoice';
import { Sailing } from './traffic/sailing';
import { Service } from './traffic/service';
import { SharedService } from './traffic/sharedService';

/** Without any movement for this time, the run is checked for a deadlock. */
const STANDSTILL = 60 * DAY;

/** Priority of events that come first in their second. */
const FIRST = 0;

/** Permanent standstill of the corridor; the message lists who waits for what. */
export class Deadlock extends Error {}

/** A corridor compiled for the run of one replication: all its parts, by number, and their connections. */
export class CompiledCorridor implements World {
  /** Its clock and events. */
  readonly sim = new Simulation();
  /** The hash of all events so far. */
  readonly hash = new RunHash();
  /** The boxes inside, and the trucks. */
  readonly boxes: Boxes;
  /** How their time was spent. */
  readonly ledger: Ledger;
  /** The trains and ships. */
  readonly units: UnitRows;
  /** Their arrival times at each stop. */
  readonly journeys: Journeys;
  /** Requested spans between two events; undefined if none were requested. */
  readonly askedSpans: AskedSpans | undefined;
  /** The routes of all flows, by number. */
  readonly routes: readonly FlowRoute[];
  /** Rail sections and sea lanes, in order of ids. */
  readonly lines: Line[] = [];
  /** Roads, in order of ids. */
  readonly roads: Road[] = [];
  /** Services, in order of ids. */
  readonly services: (Service | Rotation)[] = [];
  /** Places, in order of ids. */
  readonly places: Place[] = [];
  /** Pools of cranes, in the order in which places were built. */
  readonly cranes: Cranes[] = [];
  /** Sets of tracks or berths, in the same order. */
  readonly fronts: Front[] = [];
  /** Sources of boxes, in order of the flows' ids. */
  readonly flows: Demand[] = [];
  /** Acceptance bans of borders. */
  readonly bans: Ban[] = [];
  /** Other trains. */
  readonly otherTrains: OtherTrains;
  /** Locomotives of lines; undefined where all trains bring their own. */
  readonly locomotives: Locomotives | undefined;
  /** The kinds of event that the corridor itself has. */
  readonly kinds: Kinds;
  /** TEU that came in, left and are inside, by place. */
  readonly accounts: Accounts;
  /** The ids of places, by number. */
  readonly placeIds: readonly string[];
  private readonly placeIndex = new Map<string, number>();
  private readonly placeHash: Int32Array;
  private readonly flowHash: Int32Array;
  /** By flow: its key for keyed draws. */
  readonly flowKey: Int32Array;
  private readonly storms = new Map<string, StormCalendar>();
  private readonly calendars = new Map<string, OpenHours>();
  private readonly choices: RouteChoice[] = [];
  private readonly followers: (() => void)[] = [];
  /** The corridor at clock zero and from each later day on; every part is compiled for all of them. */
  readonly phases: readonly Phase[];
  /** The current phase. */
  phase = 0;
  /** When a box or unit last moved, for the deadlock check. */
  private lastMoved = 0;
  /** Start of a long standstill, and the last event pending when it was detected. */
  private stillSince = Number.NEGATIVE_INFINITY;
  private lastChance = Number.POSITIVE_INFINITY;
  /** Boxes of the cohort still inside. */
  cohortInside = 0;

  constructor(
    /** The corridor as data, at clock zero. */
    readonly data: CorridorData,
    /** Maps seconds to days. */
    readonly clock: Clock,
    private readonly seed: string,
    private readonly replication: number,
    /** The kinds of place: the shipped ones, or a script's own, with or without them. */
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
      // Quarters: events carry integers, and box sizes are multiples of a quarter TEU.
      extraBox: this.on('a chosen box enters', (flow, quarters) => this.flows[flow].extraBox(quarters / 4)),
      becomes: this.on('the corridor changes', (phase) => this.becomes(phase)),
      roadEnds: this.on('the end of a road', (road, box) => this.roads[road].endReached(box)),
      pathFree: this.on('a path is free', (line, direction) => this.lines[line].look(direction)),
      lineEnds: this.on('the end of a line', (line, unit) => this.lines[line].endReached(unit)),
      stoodBefore: this.on('a unit of the initial state comes', (_, unit) => this.cameOver(unit)),
      timeIsUp: this.on('the longest wait is over', (service, end) => this.services[service].timeIsUp(end)),
      departure: this.on('a train is to set out', (service, end) => this.services[service].departureDue(end)),
      rested: this.on('a unit may go round again', (service, unit) => this.services[service].rested(unit)),
      stayIsOver: this.on('a ship has been in port longest', (service, unit) =>
        this.services[service].stayIsOver(unit),
      ),
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
    // Order: numbered in order of ids, never of declaration.
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
      const smallest = smallestTeu(data, this.routes, i);
      const calls = callsOf(data, id);
      const { fleet } = data.services[id];
      if (sharers(id).length > 1) {
        const pool = pools.get(fleet) ?? new Pool(this, fleet, firstUnit, sizes[i]);
        pools.set(fleet, pool);
        this.services.push(new SharedService(this, i, id, data, sizes[i], fillsAtOnce(data, id), smallest, pool));
      } else if (calls === undefined)
        this.services.push(new Service(this, i, id, data, firstUnit, sizes[i], fillsAtOnce(data, id), smallest));
      else this.services.push(new Rotation(this, i, id, data, calls, firstUnit, sizes[i], smallest));
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
    if (asked.length > 0) this.askedSpans = new AskedSpans(sim.state, asked, this.routes, this.ledger.cells, data);
    this.accounts = new Accounts(sim, this.placeIds);
    const initial = new InitialState(this);
    for (const [i, service] of this.services.entries()) service.begin(initial.underWay[i]);
    initial.begin();
    for (const flow of this.flows) flow.begin();
    this.otherTrains.begin();
    // Order: a dated change comes before all other events of its day.
    for (const [i, { second }] of this.phases.entries()) if (i > 0) sim.at(second, this.kinds.becomes, i, 0, FIRST);
  }

  /** Registers the state of this run, and what must match when a copy is restored. */
  private keepState(asked: readonly SpanAsked[]): void {
    const { data, clock, seed, replication } = this;
    const { state } = this.sim;
    state.numbers(this, 'lastMoved', 'stillSince', 'lastChance', 'cohortInside', 'phase');
    state.numbers(this.hash, 'a', 'b');
    const window = `${writeDate(clock.startDay)} to ${writeDate(clock.endDay - 1)}`;
    const run = `the corridor "${data.id}" (${contentHash(data, this.later)}), window ${window}, seed "${seed}", replication ${replication}, keruen ${version}`;
    // A copy of a run with other spans has other tables.
    const kept = asked.length > 0 ? `, asked for ${JSON.stringify(asked)}` : '';
    state.fact(() => run + kept);
  }

  /** A kind of event of the corridor. After each one, all boxes must be accounted for: a run that loses one stops there. */
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

  /** Registers a handler for the start of a phase, before anything else, to update cached values. */
  onPhase(follow: () => void): void {
    this.followers.push(follow);
    this.sim.state.restored(follow);
  }

  /** A dated change: every part switches to its compiled form for this phase. */
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

  /** The route, as an index among all, of the next box or lot of a flow. */
  chooses(flow: number): number {
    return this.choices[flow].next();
  }

  /** The keyed draws of a purpose in this replication: a box has the same draws on any route. */
  keyed(purpose: string): KeyedDraws {
    return keyed(this.seed, this.replication, purpose);
  }

  /** The storm calendar of a sea: shared by all its ports, and the same in every scenario that names it. */
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

  /** Monthly ship speeds of a weather; undefined if not given. One a line: each queries in its own order. */
  sailingOf(weather: string): Sailing | undefined {
    const spec = this.data.weather?.[weather];
    if (spec === undefined) throw new Error(`There is no weather "${weather}".`);
    if (spec.sailing === undefined) return undefined;
    const sailing = new Sailing(spec.sailing, this.clock);
    this.sim.state.numbers(sailing, 'i');
    return sailing;
  }

  /**
   * Adds one laden box of a flow at a given second, beside the random arrivals: for corridors computed by hand.
   * Boxes of one second enter in the order of the calls.
   */
  boxAt(flow: string, second: number, size: Size): void {
    const index = this.flows.findIndex(({ id }) => id === flow);
    this.sim.at(second, this.kinds.extraBox, index, 4 * teuOfSize[size]);
  }

  /** The number of a place, while the corridor is compiled. */
  placeNumber(id: string): number {
    return this.placeIndex.get(id) as number;
  }

  /** Throws a Deadlock if boxes are inside and none will ever move. */
  watch(): void {
    if (this.isStill) throw new Deadlock(this.whyEarly());
  }

  /**
   * Whether boxes wait for something other than more boxes, and no future event can move any: none has moved for long, not
   * even by an event pending at the first detection, such as the end of a closure, a departure or a ship that joins.
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

  /** Why the run ends early: the length of the standstill, or the limit of boxes inside; and who waits for what. */
  whyEarly(): string {
    if (this.boxes.isFull) return `more than ${mostInside} are inside, and a run holds no more: ${standstill(this)}`;
    const days = Math.round((this.sim.now - this.lastMoved) / DAY);
    return `nothing has moved for ${days} days: ${standstill(this)}`;
  }

  /** The number of a line other than a road; −1 if there is none with that id. */
  lineIndex(id: string): number {
    return this.lines.findIndex((line) => line.id === id);
  }

  /** Records progress of a box: in the run hash, and for the deadlock check. */
  stage(box: Box, what: Stage, place: number): void {
    const { boxes, sim } = this;
    this.hash.box(sim.now, this.flowHash[boxes.flow[box]], boxes.number[box], what, this.placeHash[place]);
    if (what !== stage.enters) this.moves();
  }

  /** Records a movement for the deadlock check. */
  moves(): void {
    this.lastMoved = this.sim.now;
  }

  /** A box enters the corridor at its origin. */
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

  /** Whether a box that was set down here has reached its destination. */
  isAtEnd(box: Box): boolean {
    return this.boxes.leg[box] === this.routes[this.boxes.route[box]].legs.length;
  }

  /**
   * Whether a box leaves the corridor once it is set down from its unit. It then needs no slot in the yard: trucks collect
   * it from the crane; otherwise a yard full of boxes waiting for this unit would block its unloading.
   */
  endsWithThisRide(box: Box): boolean {
    return this.boxes.leg[box] + 1 === this.routes[this.boxes.route[box]].legs.length;
  }

  /** A box that was set down joins its next service, or, at its origin, waits while a ban holds it. */
  goesOn(box: Box): void {
    if (this.bans.length > 0 && this.boxes.leg[box] === 0 && this.isBanned(box)) return;
    const leg = this.routes[this.boxes.route[box]].legs[this.boxes.leg[box]];
    this.services[leg.service].boxWaits(box, leg.end);
  }

  private isBanned(box: Box): boolean {
    for (const ban of this.bans) if (ban.holds(box)) return true;
    return false;
  }

  /** The leg that a box waits for after it was set down. */
  legOf(box: Box): Leg {
    return this.routes[this.boxes.route[box]].legs[this.boxes.leg[box]];
  }

  /** A truck enters the corridor: it sets out, or waits for its slot at the first road border of its route. */
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

  /** A truck sets out on the next road of its route. */
  drives(box: Box): void {
    const { roads, stops } = this.routes[this.boxes.route[box]];
    const stop = this.boxes.stop[box];
    const place = stops[stop].index;
    this.stage(box, stage.departs, place);
    this.journeys.departs(box, this.sim.now);
    this.accounts.goes(place, this.boxes.teu[box]);
    this.roads[roads[stop]].sets(box);
  }

  /** A truck reaches the end of a road. */
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

  /** A unit is loaded and out of its place: it departs. */
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

  /** A unit that stopped on its route continues. */
  proceed(unit: Unit): void {
    const service = this.services[this.units.service[unit]];
    this.takesLine(unit, service.lines[service.next(unit)], service.stopOf(unit));
  }

  /** A unit leaves a place over a line, with all boxes aboard. */
  leavesPlace(unit: Unit, place: number): void {
    const { aboard } = this.units;
    for (let box = aboard.first[unit]; box !== NONE; box = this.boxes.next[box]) {
      this.stage(box, stage.departs, place);
      this.journeys.departs(box, this.sim.now);
    }
    this.accounts.goes(place, aboard.teu[unit]);
    this.units.place[unit] = NONE;
  }

  /** A unit reaches the end of a line. */
  cameOver(unit: Unit): void {
    const { units, boxes } = this;
    const service = this.services[units.service[unit]];
    units.passed[unit]++;
    const isThere = service.isThere(unit);
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

  /** The end of the warm-up: resets all measures, and nothing else. */
  startMeasuring(): void {
    for (const part of [this.accounts, ...this.lines, ...this.roads, ...this.services, ...this.places])
      part.startMeasuring();
    this.locomotives?.startMeasuring();
  }

  /** The measures of the window, at its end. */
  measures(): Measured[] {
    const parts = [this.accounts, ...this.places, ...this.lines, ...this.roads, ...this.services];
    return [...parts.flatMap((part) => part.measures()), ...(this.locomotives?.measures() ?? [])];
  }

  /** Throws unless every box is accounted for, and every place's account balances. */
  audit(): void {
    audit(this);
  }

  /** By route: boxes of the cohort still inside. */
  censored(): number[] {
    const count = this.routes.map(() => 0);
    const { boxes } = this;
    for (let box = 0; box < boxes.capacity; box++)
      if (boxes.alive[box] === 1 && boxes.cohort[box] === 1) count[boxes.route[box]]++;
    return count;
  }
}
