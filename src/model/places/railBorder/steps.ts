// What happens at a rail border: controls hold the train, customs holds single boxes, cranes change the gauge.
// Long, because a box's way over the border is one chain.
import type { EventKind } from '../../../kernel';
import type { Measured } from '../../corridor/measures/measured';
import type { Host } from '../../parts/front';
import { NONE } from '../../run/boxes';
import { OrderedSet } from '../../run/orderedSet';
import type { Box, Place, Unit } from '../../run/place';
import { stage } from '../../run/runHash';
import type { RunningService, World } from '../../run/world';
import { Ban } from '../../traffic/ban';
import { Controls } from './controls';
import { Customs } from './customs';
import { Entrance } from './entrance';
import { secondsATrain } from './expected';
import { GaugeTracks } from './gaugeTracks';
import { HandOver } from './handOver';
import type { GaugeChange, RailBorderSpec } from './spec';
import { Waiting } from './waiting';

export interface BorderEvents {
  readonly controlled: EventKind;
  readonly released: EventKind;
  readonly cleared: EventKind;
  readonly across: EventKind;
  readonly clock: EventKind;
  readonly banLooks: EventKind;
}

/** Order: what the clock brings comes last in its second, so that whatever ends with it has ended. */
const LAST = 3;

export class RailBorder implements Place, Host {
  private readonly waiting: Waiting;
  private readonly entrance: Entrance;
  private readonly controls: Controls;
  private readonly handOver: HandOver;
  private readonly customs: Customs;
  private readonly change: GaugeTracks | undefined;
  /** Boxes that a crane could have taken, had there been room: nobody else would wake it. */
  private readonly stuck: OrderedSet;
  /** When customs clears the first of those that it holds aboard. */
  private wakes = 0;
  /** When the clock is looked at next, for whoever waits for an hour or a shift. */
  private looks = 0;
  /** A train that has just asked for a track; NONE. */
  private asking: Unit = NONE;
  /** Whether trains may have to wait here for anything but a track. */
  private readonly mayWait: boolean;
  /** By phase and neighbour: seconds from one train to the next at the gauge change, at best; 0 where nobody asks. */
  private readonly seconds: readonly (readonly number[])[];
  /** TEU that came over the border, by train or from gauge to gauge. */
  private over = 0;
  private direct = 0;
  private buffered = 0;

  constructor(
    private readonly world: World,
    readonly id: string,
    spec: RailBorderSpec,
    readonly number: number,
    private readonly events: BorderEvents,
  ) {
    this.stuck = new OrderedSet(world.sim.state);
    world.sim.state.numbers(this, 'wakes', 'looks', 'asking', 'over', 'direct', 'buffered');
    const specs = world.phases.map(({ data }) => {
      const later = data.places[id];
      return later?.kind === 'rail border' ? later : spec;
    });
    this.waiting = new Waiting(world, id);
    this.entrance = new Entrance(world, id, specs, this.waiting);
    this.controls = new Controls(world, id, number, specs, this.waiting, events.controlled);
    this.handOver = new HandOver(world, id, number, specs, this.waiting, events.across);
    this.mayWait = this.entrance.exists || this.controls.mayWait;
    this.customs = new Customs(world, id, specs);
    for (const [i, neighbour] of this.waiting.neighbours.entries()) {
      const limits = specs.map(({ ban }) => ban?.[neighbour]);
      if (limits.every((one) => one === undefined)) continue;
      this.waiting.bans[i] = new Ban(world, id, neighbour, limits, events.banLooks, number, i);
    }
    this.seconds = secondsATrain(world, id, specs, this.waiting.neighbours);
    const changes = world.phases.map(({ data }) => (data.places[id] as RailBorderSpec).gaugeChange ?? spec.gaugeChange);
    this.change =
      spec.gaugeChange === undefined ? undefined : new GaugeTracks(world, this, changes as readonly GaugeChange[]);
  }

  boxEnters(): void {
    throw new Error(`${this.id} is a border: boxes come to it by train only`);
  }

  /** In the buffer, and cleared: customs had it before clock zero. */
  boxStands(box: Box): void {
    const { ledger } = this.world;
    ledger.open(box, ledger.cell('waiting for a buffer slot', this.id));
    this.mustChange().stands(box);
    this.world.goesOn(box);
  }

  unitArrives(unit: Unit): void {
    this.comes(unit);
  }

  unitPasses(unit: Unit): void {
    this.comes(unit);
  }

  /** Trains of others are handed over among those of the corridor; controls and tracks they have elsewhere. */
  otherPasses(row: number): void {
    const { world, entrance } = this;
    if (!entrance.exists) {
      world.otherTrains.goesOn(row);
      return;
    }
    entrance.outside.add(world.units.count + row);
    this.admit();
    this.planLook();
  }

  /** A control of a train is over. */
  controlled(unit: Unit, control: number): void {
    if (this.controls.ends(unit, control)) this.isThrough(unit);
    this.planLook();
  }

  /** A train that was handed over stands on the other side. */
  across(unit: Unit): void {
    this.entersSide(unit);
    this.planLook();
  }

  /** The clock has come to an hour for which somebody may wait. */
  looksAtClock(): void {
    this.admit();
    this.controls.look();
    this.planLook();
  }

  /** The ban on a neighbour's side may begin or end. */
  banLooks(neighbour: number): void {
    this.waiting.decide(neighbour);
  }

  becomes(): void {
    this.change?.becomes();
    this.controls.leavesGone((unit) => this.isThrough(unit));
    this.waiting.look();
    if (this.mayWait) this.looksAtClock();
  }

  /**
   * Seconds to expect here on the way from one neighbour to another: Infinity while the border is closed, or has nothing to
   * take trains over with; else as long as
   * those that wait on that side take, by the trains that it hands over a day, or by its tracks where the gauge changes.
   */
  expectedWait(from: number): number {
    if (!this.entrance.isOpen()) return Number.POSITIVE_INFINITY;
    const id = this.world.placeIds[from];
    const quota = this.entrance.quotaFrom(id);
    const seconds = this.seconds[this.world.phase][this.waiting.neighbours.indexOf(id)];
    if (quota === 0 || seconds === Number.POSITIVE_INFINITY) return Number.POSITIVE_INFINITY;
    const trains = this.waiting.countFrom(from);
    if (trains === 0) return 0;
    return quota < Number.POSITIVE_INFINITY ? (trains * 86_400) / quota : trains * seconds;
  }

  unitLoads(unit: Unit): void {
    this.mustChange().comes(unit);
    this.lookForWork();
  }

  boxesJoin(unit: Unit): void {
    this.mustChange().look(unit);
  }

  takeRoom(box: Box, unit: Unit): boolean {
    const { world } = this;
    const { boxes } = world;
    const leg = world.routes[boxes.route[box]].legs[boxes.leg[box] + 1];
    const filling = world.services[leg.service].filling(leg.end);
    const target = filling.unitFor(box);
    // A box goes straight across when customs has released it and a unit of the other gauge stands opposite with room.
    if (target !== NONE && this.customs.isReleased(box) && this.mustChange().isLoading(target)) {
      if (boxes.teu[box] <= filling.roomFor(box)) {
        boxes.target[box] = target;
        filling.promise(box);
        boxes.waits[box] = world.sim.now;
        return true;
      }
    }
    if (this.mustChange().takeSlot(box, unit)) return true;
    this.stuck.add(box);
    return false;
  }

  setDown(box: Box, unit: Unit): void {
    const { world } = this;
    const { boxes, units } = world;
    if (units.aboard.first[unit] === NONE) this.mustChange().emptied(unit);
    const target = boxes.target[box];
    world.stage(box, stage.unloaded, this.number);
    boxes.leg[box]++;
    this.over += boxes.teu[box];
    if (target === NONE) {
      this.buffered++;
      this.toBuffer(box);
      return;
    }
    const leg = world.legOf(box);
    const service = world.services[leg.service];
    const filling = service.filling(leg.end);
    this.direct++;
    boxes.target[box] = NONE;
    units.promised[target] -= boxes.teu[box];
    boxes.append(units.aboard, target, box);
    world.ledger.turn(box, units.cell[target]);
    world.stage(box, stage.loaded, this.number);
    filling.filled();
    service.dispatch();
    this.mustChange().look(target);
  }

  pickedUp(box: Box): void {
    const leg = this.world.legOf(box);
    const service = this.world.services[leg.service];
    this.mustChange().freeSlot(box);
    service.filling(leg.end).filled();
    service.dispatch();
  }

  /** Customs lets a box go that it held in the buffer. */
  released(box: Box): void {
    this.world.boxes.heldAt[box] = NONE;
    this.world.boxes.apart--;
    this.world.stage(box, stage.released, this.number);
    this.goesOn(box);
    this.lookForWork();
  }

  lookForWork(): void {
    this.change?.cranes.work();
    // Speed: this runs after every lift, and mostly nobody is stuck.
    if (this.stuck.count === 0) return;
    for (const box of this.stuck.takeAll()) this.unstick(box);
  }

  isShut(): boolean {
    return false;
  }

  comesIn(unit: Unit): void {
    if (unit === this.asking) this.asking = NONE;
    else this.waiting.set(unit, false);
    if (this.serviceOf(unit).staysTogether && this.world.units.aboard.count[unit] > 0) this.callsUnits(unit);
  }

  holds(n: number): boolean {
    return this.entrance.outside.find(n) >= 0;
  }

  *boxesHeld(): Generator<Box> {
    const { heldAt, alive, capacity } = this.world.boxes;
    for (let box = 0; box < capacity; box++) if (alive[box] === 1 && heldAt[box] === this.number) yield box;
  }

  startMeasuring(): void {
    this.over = 0;
    this.direct = 0;
    this.buffered = 0;
    this.waiting.startMeasuring();
    this.controls.startMeasuring();
    this.change?.startMeasuring();
  }

  measures(): Measured[] {
    const of = { place: this.id };
    const out: Measured[] = [{ measure: 'throughput', statistic: 'total', of, unit: 'TEU', value: this.over }];
    if (this.mayWait || this.waiting.bans.some((ban) => ban !== undefined)) out.push(...this.waiting.measures());
    out.push(...this.controls.measures());
    if (this.change === undefined) return out;
    const lifted = this.direct + this.buffered;
    const value = lifted > 0 ? this.direct / lifted : null;
    out.push({ measure: 'straight across', statistic: 'share', of, unit: 'share', value });
    return [...out, ...this.change.measures()];
  }

  /**
   * A train comes to the border. Order: the border that is closed, then being handed over, controls, a track. With two sides
   * the controls of the side that it leaves come before all that.
   */
  private comes(unit: Unit): void {
    const { handOver, controls } = this;
    if (!handOver.exists || this.world.units.aboard.count[unit] === 0 || controls.comes(unit)) this.asksToEnter(unit);
    this.planLook();
  }

  /** A train is through the controls of one side. */
  private isThrough(unit: Unit): void {
    if (this.handOver.exists && this.controls.isLeaving(unit)) this.asksToEnter(unit);
    else this.afterControls(unit);
  }

  private asksToEnter(unit: Unit): void {
    if (!this.entrance.exists) {
      this.enters(unit);
      return;
    }
    const { outside } = this.entrance;
    outside.add(unit);
    this.admit();
    if (outside.find(unit) >= 0) this.serviceOf(unit).isHeldUp(unit);
  }

  /** Lets in whoever may come in, and books the time of the others. */
  private admit(): void {
    const { entrance } = this;
    const { outside } = entrance;
    const { units, otherTrains } = this.world;
    let i = 0;
    while (i < outside.count) {
      const n = outside.who[i];
      if (!entrance.admits(n)) {
        i++;
        continue;
      }
      outside.remove(i);
      if (n >= units.count) otherTrains.goesOn(n - units.count);
      else {
        if (units.heldUp[n] === 1) this.serviceOf(n).isLetGo(n);
        this.enters(n);
      }
    }
    entrance.book();
  }

  private serviceOf(unit: Unit): RunningService {
    return this.world.services[this.world.units.service[unit]];
  }

  /** A train is in, or on the side that it enters; an empty one goes free. */
  private enters(unit: Unit): void {
    if (this.handOver.exists) {
      if (this.handOver.begins(unit)) this.entersSide(unit);
      return;
    }
    if (this.world.units.aboard.count[unit] === 0 || this.controls.comes(unit)) this.afterControls(unit);
  }

  /** A train stands on the side that it enters. */
  private entersSide(unit: Unit): void {
    this.handOver.ends(unit);
    if (this.world.units.aboard.count[unit] === 0 || this.controls.crosses(unit)) this.afterControls(unit);
  }

  /** Sees to it that the clock is looked at when something opens, closes or begins anew for those that are here. */
  private planLook(): void {
    if (!this.mayWait) return;
    const { sim } = this.world;
    const next = Math.min(this.entrance.nextChange(), this.controls.nextChange());
    if (!(next < Number.POSITIVE_INFINITY) || (this.looks > sim.now && this.looks <= next)) return;
    this.looks = next;
    sim.at(next, this.events.clock, this.number, 0, LAST);
  }

  private afterControls(unit: Unit): void {
    const { world } = this;
    const { units, services, boxes } = world;
    const service = services[units.service[unit]];
    if (!service.isThere(unit)) {
      this.waiting.set(unit, false);
      for (let box = units.aboard.first[unit]; box !== NONE; box = boxes.next[box]) this.over += boxes.teu[box];
      world.proceed(unit);
      return;
    }
    if (units.aboard.count[unit] === 0) {
      service.ready(unit, units.end[unit]);
      return;
    }
    for (let box = units.aboard.first[unit]; box !== NONE; box = boxes.next[box]) this.customs.declare(box);
    if (service.staysTogether) this.announceTogether(unit);
    this.asking = unit;
    this.mustChange().comes(unit);
    this.waiting.set(unit, this.asking === unit);
    this.asking = NONE;
    if (!service.staysTogether) this.announce(unit);
    this.lookForWork();
  }

  /** The buffer is full and a box still aboard: it is woken when customs clears it, or a unit with room is asked for. */
  private unstick(box: Box): void {
    const { boxes, sim, routes, services } = this.world;
    const clear = boxes.clear[box];
    if (clear > sim.now) {
      if (this.wakes > sim.now && this.wakes <= clear) return;
      this.wakes = clear;
      sim.at(clear, this.events.cleared, this.number, 0);
      return;
    }
    const leg = routes[boxes.route[box]].legs[boxes.leg[box] + 1];
    services[leg.service].filling(leg.end).makeRoom(box);
    services[leg.service].dispatch();
  }

  /** A loaded train is here: the services that its boxes go on with are told. */
  private announce(unit: Unit): void {
    const { boxes, routes, services, units } = this.world;
    for (let box = units.aboard.first[unit]; box !== NONE; box = boxes.next[box]) {
      const leg = routes[boxes.route[box]].legs[boxes.leg[box] + 1];
      services[leg.service].filling(leg.end).announce(box);
      services[leg.service].dispatch();
    }
  }

  /** A block train is here: its boxes go on together, but those that customs keeps for long. */
  private announceTogether(unit: Unit): void {
    const { boxes, routes, services, units } = this.world;
    for (let box = units.aboard.first[unit]; box !== NONE; box = boxes.next[box]) {
      const leg = routes[boxes.route[box]].legs[boxes.leg[box] + 1];
      const filling = services[leg.service].filling(leg.end);
      if (this.customs.isLeftBehind(box)) filling.announce(box);
      else filling.announceTogether(box, unit);
    }
  }

  /** A block train has its track: units are called for its load, or loads. */
  private callsUnits(unit: Unit): void {
    const { boxes, routes, services, units } = this.world;
    for (let box = units.aboard.first[unit]; box !== NONE; box = boxes.next[box]) {
      const leg = routes[boxes.route[box]].legs[boxes.leg[box] + 1];
      services[leg.service].filling(leg.end).stands(unit);
      services[leg.service].dispatch();
    }
  }

  private toBuffer(box: Box): void {
    const { world } = this;
    const { boxes, sim } = world;
    if (this.customs.isReleased(box)) {
      this.goesOn(box);
      return;
    }
    boxes.heldAt[box] = this.number;
    boxes.apart++;
    world.ledger.turn(box, this.customs.cellOf(box));
    sim.at(boxes.clear[box], this.events.released, this.number, box);
  }

  /** A box in the buffer waits for a unit: until now it was announced, or held by customs. */
  private goesOn(box: Box): void {
    const { world } = this;
    const leg = world.legOf(box);
    world.services[leg.service].filling(leg.end).comesDown(box);
    world.goesOn(box);
  }

  private mustChange(): GaugeTracks {
    if (this.change === undefined) throw new Error(`${this.id} has no gauge change: no train ends its way there`);
    return this.change;
  }
}
