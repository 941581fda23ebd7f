// A front: a set of tracks or berths under cranes. A unit enters, is unloaded, is loaded, and leaves.
// Long, because the steps of a unit at a track or berth are one chain.
import { Server } from '../../kernel';
import { type Sampler, type Stream, sampler } from '../../stochastic';
import type { Takes } from '../corridor/data/takes';
import { lawOf } from '../corridor/figures/law';
import type { Measured } from '../corridor/measures/measured';
import { NONE } from '../run/boxes';
import type { Cell } from '../run/ledger';
import { OrderedSet } from '../run/orderedSet';
import type { Box, Unit } from '../run/place';
import { stage } from '../run/runHash';
import { shareOf } from '../run/share';
import type { World } from '../run/world';
import type { Anchorage } from './anchorage';
import { A_CRANE, type Cranes, OFF_SHIFT, REPAIR, WEATHER } from './cranes';
import { Level, split } from './level';

/** The steps of a unit at a front. */
const AWAY = 0;
const IN_LINE = 1;
const OUTSIDE = 2;
const COMING_IN = 3;
const SETTING_DOWN = 4;
const LOADING = 5;
const HELD = 6;
const GOING_OUT = 7;

/** The state of an occupied track or berth. */
const FREE = 0;
const BUSY = 1;
const BLOCKED = 2;
const CLOSED = 3;

/** The interface of a front to its place. */
export interface Host {
  readonly id: string;
  /** The number of the place. */
  readonly number: number;
  /** Reserves room for the box at its target. False: no room, the box stays aboard. */
  takeRoom(box: Box, unit: Unit): boolean;
  /** The box was set down: the place decides what happens next. */
  setDown(box: Box, unit: Unit): void;
  /** The box was picked up from the yard. */
  pickedUp(box: Box): void;
  /** State has changed: all parts of the place look for work. */
  lookForWork(): void;
  /** A storm closes the place: no unit enters or leaves. */
  isShut(): boolean;
  /** A unit has a track or berth. */
  comesIn?(unit: Unit): void;
}

export interface FrontFigures {
  /** `track` or `berth`. */
  readonly name: string;
  readonly resource: string;
  /** By phase: number of stands, most cranes on one unit, seconds to move a unit in and out. */
  readonly byPhase: readonly {
    readonly stands: number;
    readonly each: number;
    readonly secondsIn: number;
    readonly secondsOut: number;
    /** Berths: time added to moving a ship in. */
    readonly tieUp?: Takes;
  }[];
  /** Stands that loaded units leave free for units to be loaded. Default 0. */
  readonly keptFree?: number;
  /** Berths: whether other ships call here. */
  readonly isShared?: boolean;
  /** Berths: the anchorage where ships wait for this or another kind. */
  readonly anchorage?: Anchorage;
}

export class Front {
  readonly stands: Server;
  /** Admits units with boxes aboard so that some stands stay free: prevents a deadlock of full trains of both gauges. */
  private readonly loaded: Server;
  /** Its index among the fronts of the world. */
  readonly index: number;
  private readonly waitStand: Cell;
  /** The same behind other traffic: at the berth, or ahead in the queue. */
  private readonly behindOthers: Cell;
  /** Berths held by other ships. */
  heldByOthers = 0;
  private readonly moving: Cell;
  private readonly waitCrane: Cell;
  private readonly waitRoom: Cell;
  private readonly settingDown: Cell;
  private readonly loading: Cell;
  private readonly toFill: Cell;
  private readonly storm: Cell;
  private readonly offShift: Cell;
  private readonly repair: Cell;
  private readonly tieUps: readonly (Sampler | undefined)[];
  /** Stream: one a kind of berth, in order of berthing. */
  private readonly luck: Stream | undefined;
  /** Units that hold a berth but are outside, or are done but may not leave, because the place is closed. */
  private readonly shutOut: OrderedSet;
  /** Number of units that took a stand, and their total wait [s]; of those that left, their number and total time on it [s]. */
  private calls = 0;
  private waited = 0;
  private left = 0;
  private stood = 0;
  private lifts = 0;
  /** Stands at work, blocked, and closed; of the closed, those with a unit. */
  private readonly busy: Level;
  private readonly blocked: Level;
  private readonly closed: Level;
  private readonly down: Level;
  private shutWithUnit = 0;

  constructor(
    private readonly world: World,
    private readonly host: Host,
    private readonly cranes: Cranes,
    private readonly figures: FrontFigures,
    room: string,
  ) {
    this.index = world.fronts.push(this) - 1;
    const { byPhase } = figures;
    this.stands = new Server(world.sim, byPhase[0].stands);
    this.loaded = new Server(world.sim, this.mostLoaded(byPhase[0].stands));
    for (const { stands } of byPhase) {
      this.stands.expect(stands);
      this.loaded.expect(this.mostLoaded(stands));
    }
    this.shutOut = new OrderedSet(world.sim.state);
    this.tieUps = byPhase.map(({ tieUp }) => (tieUp === undefined ? undefined : sampler(lawOf(tieUp))));
    const varies = this.tieUps.some((law) => law !== undefined && law.uniforms > 0);
    this.luck = varies ? world.stream(`${host.id}/${figures.resource}/tying up`) : undefined;
    world.sim.state.numbers(this, 'calls', 'waited', 'left', 'stood', 'lifts', 'shutWithUnit', 'heldByOthers');
    this.busy = new Level(world.sim);
    this.blocked = new Level(world.sim);
    this.closed = new Level(world.sim);
    this.down = new Level(world.sim);
    const { ledger } = world;
    const train = figures.name === 'track';
    this.waitStand = ledger.cell(`waiting for a ${figures.name}`, host.id);
    this.behindOthers =
      figures.isShared === true
        ? ledger.cell(`waiting for a ${figures.name}, behind other traffic`, host.id)
        : this.waitStand;
    this.moving = ledger.cell(train ? 'shunting' : 'tying up', host.id);
    this.waitCrane = ledger.cell('waiting for a crane', host.id);
    this.waitRoom = ledger.cell(`waiting for ${room}`, host.id);
    this.settingDown = ledger.cell(train ? 'unloading a train' : 'unloading a ship', host.id);
    this.loading = ledger.cell(train ? 'loading a train' : 'loading a ship', host.id);
    this.toFill = ledger.cell(train ? 'train to fill' : 'ship to fill', host.id);
    this.storm = ledger.cell('waiting for weather', host.id);
    this.offShift = cranes.hasShifts ? ledger.cell('waiting for a shift', host.id) : this.waitCrane;
    this.repair = cranes.hasFailures ? ledger.cell('waiting for a repair', host.id) : this.waitCrane;
  }

  /** Cranes that may work on one unit. */
  get each(): number {
    return this.now().each;
  }

  /** A dated change: an occupied track or berth is removed when its unit leaves. */
  becomes(): void {
    const { stands } = this.now();
    this.stands.capacity = stands;
    this.loaded.capacity = this.mostLoaded(stands);
    this.tally();
    if (this.figures.anchorage !== undefined) return;
    for (let unit = this.loaded.serve(); unit !== NONE; unit = this.loaded.serve()) this.take(unit);
    for (let unit = this.stands.serve(); unit !== NONE; unit = this.stands.serve()) this.enter(unit);
  }

  private now(): FrontFigures['byPhase'][number] {
    return this.figures.byPhase[this.world.phase];
  }

  /** Most stands for units with boxes aboard. */
  private mostLoaded(stands: number): number {
    return Math.max(1, stands - (this.figures.keptFree ?? 0));
  }

  /** A unit requests a stand: with boxes to set down, or to pick up a load. */
  comes(unit: Unit): void {
    const { units, sim } = this.world;
    if (units.step[unit] === SETTING_DOWN) {
      this.begin(unit);
      return;
    }
    if (units.arrived[unit] === 0 && units.closed[unit] === 1 && units.load.first[unit] === NONE) {
      // Sent empty to the other end: it departs from outside.
      this.world.departs(unit);
      return;
    }
    units.asked[unit] = sim.now;
    if (units.arrived[unit] === 0 || this.loaded.take(unit)) this.take(unit);
    else this.wait(unit);
  }

  private take(unit: Unit): void {
    if (this.stands.take(unit)) this.enter(unit);
    else this.wait(unit);
  }

  /** Units waiting for a stand. */
  get inLine(): number {
    return this.stands.waiting + this.loaded.waiting;
  }

  /** Whether a stand is free. */
  get isFree(): boolean {
    return this.stands.couldTake();
  }

  /** A ship at anchor takes a free berth. */
  admit(unit: Unit): void {
    this.stands.take(unit);
    this.enter(unit);
  }

  /** Another ship takes a free berth. */
  admitOther(): void {
    // The berth is free, so it is granted at once; the unit number is not used.
    this.stands.take(this.world.units.count);
    this.heldByOthers++;
    this.busy.add(1);
    this.tally();
  }

  /** Another ship leaves its berth. */
  otherLeaves(): void {
    this.heldByOthers--;
    this.stands.give(1);
    this.busy.add(-1);
    this.tally();
  }

  /** A ship at anchor waits for a berth, behind other ships or not; a wait for weather continues. */
  waitsBehind(unit: Unit, isBehind: boolean): void {
    const { units } = this.world;
    if (units.cell[unit] !== this.storm) units.turn(unit, isBehind ? this.behindOthers : this.waitStand);
  }

  /** A unit waits for a stand, or for weather. */
  wait(unit: Unit): void {
    const { units } = this.world;
    units.step[unit] = IN_LINE;
    units.turn(unit, this.host.isShut() ? this.storm : this.waitStand);
  }

  /** The unit has moved in or out. */
  moved(unit: Unit): void {
    const { units } = this.world;
    if (units.step[unit] === COMING_IN) {
      this.begin(unit);
      this.host.lookForWork();
      return;
    }
    units.step[unit] = AWAY;
    this.left++;
    this.stood += this.world.sim.now - units.tookStand[unit];
    this.stands.give(1);
    this.stand(unit, FREE);
    const { anchorage } = this.figures;
    if (anchorage === undefined) {
      const next = this.stands.serve();
      if (next !== NONE) this.enter(next);
    } else anchorage.left(unit);
    if (units.closed[unit] === 1) this.world.departs(unit);
    else this.world.services[units.service[unit]].ready(unit, units.end[unit]);
  }

  /** The next box of this unit for a crane, with room reserved; NONE if there is none. */
  nextLift(unit: Unit): Box {
    const { units, boxes } = this.world;
    if (units.step[unit] === SETTING_DOWN) {
      const box = units.aboard.first[unit];
      if (box === NONE || !this.host.takeRoom(box, unit)) return NONE;
      return this.onHook(boxes.takeFirst(units.aboard, unit), this.settingDown);
    }
    const box = units.load.first[unit];
    if (box === NONE) return NONE;
    units.promised[unit] += boxes.teu[box];
    return this.onHook(boxes.takeFirst(units.load, unit), this.loading);
  }

  /** A box on the hook is in no list of its unit, so its lift is booked here. */
  private onHook(box: Box, cell: Cell): Box {
    this.world.ledger.turn(box, cell);
    return box;
  }

  /** Books the time of a unit's boxes. Order: weather, shift, crane repair, crane, then room in the yard. */
  book(unit: Unit, halt: number, missing: number): void {
    const { units } = this.world;
    const down = units.step[unit] === SETTING_DOWN;
    if (units.cranes[unit] > 0) this.turn(unit, down ? this.settingDown : this.loading, BUSY);
    else if ((down ? units.aboard : units.load).first[unit] === NONE) this.turn(unit, this.toFill, BLOCKED);
    else if (halt === WEATHER) this.turn(unit, this.storm, CLOSED);
    else if (halt === OFF_SHIFT) this.turn(unit, this.offShift, CLOSED);
    else if (missing === REPAIR) this.turn(unit, this.repair, BLOCKED);
    else if (missing === A_CRANE) this.turn(unit, this.waitCrane, BLOCKED);
    else this.turn(unit, this.waitRoom, BLOCKED);
  }

  /** Whether boxes to set down here are aboard and not on a hook. */
  hasToSetDown(unit: Unit): boolean {
    const { units } = this.world;
    return units.step[unit] === SETTING_DOWN && units.aboard.first[unit] !== NONE;
  }

  private turn(unit: Unit, cell: Cell, does: number): void {
    this.world.units.turn(unit, cell);
    this.stand(unit, does);
  }

  /** Sets the state of a unit's stand. */
  private stand(unit: Unit, does: number): void {
    const { standing } = this.world.units;
    const did = standing[unit];
    if (did === does) return;
    standing[unit] = does;
    this.counts(did, -1);
    this.counts(does, 1);
    this.tally();
  }

  private counts(does: number, change: number): void {
    if (does === BUSY) this.busy.add(change);
    else if (does === BLOCKED) this.blocked.add(change);
    else if (does === CLOSED) this.shutWithUnit += change;
  }

  /** Free stands are closed while their place is. */
  private tally(): void {
    const { stands } = this;
    const free = this.host.isShut() ? Math.max(0, stands.capacity - stands.inUse) : 0;
    this.closed.set(this.shutWithUnit + free);
  }

  /** A crane has moved a box off or onto the unit. */
  lifted(unit: Unit, box: Box): void {
    const { units, boxes } = this.world;
    this.lifts++;
    if (units.step[unit] === SETTING_DOWN) this.host.setDown(box, unit);
    else {
      units.promised[unit] -= boxes.teu[box];
      boxes.append(units.aboard, unit, box);
      this.world.stage(box, stage.loaded, this.host.number);
      this.host.pickedUp(box);
    }
    this.finishIfDone(unit);
    this.host.lookForWork();
  }

  /** If a unit has no more to do here: offers it a load, lets it leave, or holds it until full. */
  finishIfDone(unit: Unit): void {
    const { units, services } = this.world;
    if (units.cranes[unit] > 0) return;
    if (units.step[unit] === SETTING_DOWN && units.aboard.first[unit] === NONE) {
      this.emptied(unit);
      if (!services[units.service[unit]].offer(unit, units.end[unit])) {
        units.closed[unit] = 0;
        this.goOut(unit);
      }
    } else if (units.step[unit] === LOADING && units.load.first[unit] === NONE && units.promised[unit] === 0) {
      if (units.closed[unit] === 1) this.goOut(unit);
    }
  }

  private emptied(unit: Unit): void {
    this.world.units.arrived[unit] = 0;
    if (this.figures.anchorage !== undefined) return;
    this.loaded.give(1);
    const next = this.loaded.serve();
    if (next !== NONE) this.take(next);
  }

  isSettingDown(unit: Unit): boolean {
    return this.world.units.step[unit] === SETTING_DOWN;
  }

  /** Whether the unit is loading here, so that a box can be set down directly on it. */
  isLoading(unit: Unit): boolean {
    return this.world.units.step[unit] === LOADING;
  }

  /** The place closes: units waiting outside or to leave now wait for weather. */
  shuts(): void {
    const { units } = this.world;
    this.tally();
    for (let unit = 0; unit < units.count; unit++)
      if (
        units.step[unit] === IN_LINE &&
        (units.cell[unit] === this.waitStand || units.cell[unit] === this.behindOthers)
      )
        units.turn(unit, this.storm);
  }

  /** The place opens: waiting units enter together, in order of arrival. */
  opens(): void {
    const { units } = this.world;
    this.tally();
    for (let unit = 0; unit < units.count; unit++)
      if (units.step[unit] === IN_LINE && units.cell[unit] === this.storm) units.turn(unit, this.waitStand);
    for (const unit of this.shutOut.takeAll()) {
      if (units.step[unit] === OUTSIDE) this.enter(unit);
      else this.goOut(unit);
    }
  }

  startMeasuring(): void {
    const { busy, line, open } = this.stands;
    for (const level of [busy, line, open, this.busy, this.blocked, this.closed, this.down]) level.restart();
    this.calls = 0;
    this.waited = 0;
    this.left = 0;
    this.stood = 0;
    this.lifts = 0;
  }

  measures(): Measured[] {
    const { calls, waited, left, stood, lifts, stands } = this;
    const of = { place: this.host.id, resource: this.figures.resource };
    const open = stands.open.mean();
    const hours = stands.busy.area() / 3600;
    const wait = calls > 0 ? waited / calls : null;
    const service = left > 0 ? stood / left : null;
    const over = wait === null || service === null ? null : shareOf(wait, service);
    return [
      { measure: 'use', statistic: 'share', of, unit: 'share', value: shareOf(stands.busy.mean(), open) },
      ...split(of, open, this.busy.mean(), [this.down, this.closed, this.blocked]),
      { measure: 'wait', statistic: 'mean', of, unit: 'h', value: wait === null ? null : wait / 3600 },
      { measure: 'wait over service', statistic: 'mean', of, unit: '×', value: over },
      { measure: 'departures', statistic: 'total', of, unit: 'calls', value: calls },
      { measure: 'moves an hour', statistic: 'mean', of, unit: 'moves/h', value: hours > 0 ? lifts / hours : null },
    ];
  }

  /** The unit has a track or berth and enters, unless the place is closed. */
  private enter(unit: Unit): void {
    const { units, sim, kinds } = this.world;
    this.host.comesIn?.(unit);
    // Outside a closed port it already holds its berth.
    if (units.standing[unit] === FREE) units.tookStand[unit] = sim.now;
    if (this.host.isShut()) {
      units.step[unit] = OUTSIDE;
      this.turn(unit, this.storm, CLOSED);
      this.shutOut.add(unit);
      return;
    }
    this.calls++;
    this.waited += sim.now - units.asked[unit];
    units.step[unit] = COMING_IN;
    this.turn(unit, this.moving, BUSY);
    const tieUp = this.tieUps[this.world.phase];
    const more = tieUp === undefined ? 0 : Math.round(this.luck === undefined ? tieUp.mean : tieUp.draw(this.luck));
    sim.in(this.now().secondsIn + more, kinds.unitMoved, this.index, unit);
  }

  private begin(unit: Unit): void {
    const { units } = this.world;
    units.step[unit] = units.arrived[unit] === 1 ? SETTING_DOWN : LOADING;
    this.cranes.leave(unit);
    this.cranes.join(unit, this);
    this.finishIfDone(unit);
  }

  private goOut(unit: Unit): void {
    const { units, sim, kinds } = this.world;
    this.cranes.leave(unit);
    if (this.host.isShut()) {
      units.step[unit] = HELD;
      this.turn(unit, this.storm, CLOSED);
      this.shutOut.add(unit);
      return;
    }
    units.step[unit] = GOING_OUT;
    this.turn(unit, this.moving, BUSY);
    sim.in(this.now().secondsOut, kinds.unitMoved, this.index, unit);
  }
}
