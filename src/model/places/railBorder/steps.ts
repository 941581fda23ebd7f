// What happens at a rail border: controls hold the train, customs holds single boxes, cranes change the gauge.
// Long, because a box's way over the border is one chain.
import type { EventKind } from '../../../kernel';
import { NONE } from '../../boxes';
import type { Box, Measured, Place, Unit } from '../../kind';
import type { Host } from '../../parts/front';
import { Roll } from '../../roll';
import { stage } from '../../runHash';
import type { World } from '../../world';
import { Controls } from './controls';
import { Customs } from './customs';
import { GaugeTracks } from './gaugeTracks';
import type { RailBorderSpec } from './spec';

/** An event carries a train and how many controls it has passed in one integer: so many controls a border at most. */
export const MOST_CONTROLS = 64;

export interface BorderEvents {
  readonly controlled: EventKind;
  readonly released: EventKind;
  readonly cleared: EventKind;
}

export class RailBorder implements Place, Host {
  private readonly controls: Controls;
  private readonly customs: Customs;
  private readonly change: GaugeTracks | undefined;
  /** Boxes that a crane could have taken, had there been room: nobody else would wake it. */
  private readonly stuck: Roll;
  /** When customs clears the first of those that it holds aboard. */
  private wakes = 0;
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
    this.stuck = new Roll(world.sim.state);
    world.sim.state.numbers(this, 'wakes', 'over', 'direct', 'buffered');
    this.controls = new Controls(world, id, spec.controls);
    this.customs = new Customs(world, id, spec.channels ?? {});
    this.change = spec.gaugeChange === undefined ? undefined : new GaugeTracks(world, this, spec.gaugeChange);
  }

  boxEnters(): void {
    throw new Error(`${this.id} is a border: boxes come to it by train only`);
  }

  unitArrives(unit: Unit): void {
    if (this.world.units.aboard.count[unit] === 0) this.afterControls(unit);
    else this.control(unit, 0);
  }

  unitPasses(unit: Unit): void {
    if (this.world.units.aboard.count[unit] === 0) this.world.goOn(unit);
    else this.control(unit, 0);
  }

  /** Control `done − 1` is over. */
  controlled(unit: Unit, done: number): void {
    this.control(unit, done);
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
    const target = filling.unit;
    // A box goes straight across when customs has released it and a unit of the other gauge stands opposite with room.
    if (target !== NONE && this.customs.isReleased(box) && this.mustChange().isLoading(target)) {
      if (boxes.teu[box] <= filling.roomLeft()) {
        boxes.target[box] = target;
        filling.announce(-boxes.teu[box]);
        world.units.promised[target] += boxes.teu[box];
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
    service.settle();
    this.mustChange().look(target);
  }

  pickedUp(box: Box): void {
    const leg = this.world.legOf(box);
    const service = this.world.services[leg.service];
    this.mustChange().freeSlot(box);
    service.filling(leg.end).filled();
    service.settle();
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

  *boxesHeld(): Generator<Box> {
    const { heldAt, alive, capacity } = this.world.boxes;
    for (let box = 0; box < capacity; box++) if (alive[box] === 1 && heldAt[box] === this.number) yield box;
  }

  startMeasuring(): void {
    this.over = 0;
    this.direct = 0;
    this.buffered = 0;
    this.change?.startMeasuring();
  }

  measures(): Measured[] {
    const of = { place: this.id };
    const out: Measured[] = [{ measure: 'throughput', statistic: 'total', of, unit: 'TEU', value: this.over }];
    if (this.change === undefined) return out;
    const lifted = this.direct + this.buffered;
    const value = lifted > 0 ? this.direct / lifted : null;
    out.push({ measure: 'straight across', statistic: 'share', of, unit: 'share', value });
    return [...out, ...this.change.measures()];
  }

  private control(unit: Unit, done: number): void {
    const next = this.controls.next(unit, done);
    if (next === NONE) {
      this.afterControls(unit);
      return;
    }
    const seconds = this.controls.begin(unit, next);
    this.world.sim.in(seconds, this.events.controlled, this.number, unit * MOST_CONTROLS + next + 1);
  }

  private afterControls(unit: Unit): void {
    const { world } = this;
    const { units, services, boxes } = world;
    const service = services[units.service[unit]];
    if (units.passed[unit] < service.lines.length) {
      for (let box = units.aboard.first[unit]; box !== NONE; box = boxes.next[box]) this.over += boxes.teu[box];
      world.goOn(unit);
      return;
    }
    if (units.aboard.count[unit] === 0) {
      service.ready(unit, units.end[unit]);
      return;
    }
    for (let box = units.aboard.first[unit]; box !== NONE; box = boxes.next[box]) this.customs.declare(box);
    this.mustChange().comes(unit);
    this.announce(unit);
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
    services[leg.service].filling(leg.end).makeRoom(boxes.teu[box]);
    services[leg.service].settle();
  }

  /** A loaded train is here: the services that its boxes go on with are told. */
  private announce(unit: Unit): void {
    const { boxes, routes, services, units } = this.world;
    for (let box = units.aboard.first[unit]; box !== NONE; box = boxes.next[box]) {
      const leg = routes[boxes.route[box]].legs[boxes.leg[box] + 1];
      services[leg.service].filling(leg.end).announce(boxes.teu[box]);
      services[leg.service].settle();
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
    world.services[leg.service].filling(leg.end).announce(-world.boxes.teu[box]);
    world.goesOn(box);
  }

  private mustChange(): GaugeTracks {
    if (this.change === undefined) throw new Error(`${this.id} has no gauge change: no train ends its way there`);
    return this.change;
  }
}
