// What happens at a rail border: controls hold the train, customs holds single boxes, cranes change the gauge.
import type { EventKind } from '../../../kernel';
import { type Sampler, type Stream, sampler } from '../../../stochastic';
import { NONE } from '../../boxes';
import type { Box, Measured, Place, Unit } from '../../kind';
import { lawOf } from '../../law';
import type { Cell } from '../../ledger';
import { Cranes } from '../../parts/cranes';
import { Front, type Host } from '../../parts/front';
import { Yard } from '../../parts/yard';
import { stage } from '../../runHash';
import type { World } from '../../world';
import type { GaugeChange, RailBorderSpec } from './spec';

export interface BorderEvents {
  readonly controlled: EventKind;
  readonly released: EventKind;
  readonly cleared: EventKind;
}

/** One control of whole trains: from which neighbour they come, how long it takes, what their boxes' time is booked to. */
interface ControlStep {
  readonly from: number;
  readonly takes: Sampler;
  readonly luck: Stream;
  readonly cell: Cell;
}

interface ChannelStep {
  readonly upTo: number;
  readonly takes: Sampler;
  readonly luck: Stream;
  readonly cell: Cell;
}

export class RailBorder implements Place, Host {
  private readonly controls: readonly ControlStep[];
  private readonly channels: readonly ChannelStep[];
  private readonly choice: Stream;
  private readonly change: Change | undefined;
  /** Boxes that a crane could have taken, had there been room: nobody else would wake it. */
  private readonly stuck: Box[] = [];
  /** When customs clears the first of those that it holds aboard. */
  private wakes = 0;
  /** Boxes that customs holds in the buffer. */
  private held = 0;
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
    this.controls = Object.keys(spec.controls)
      .sort()
      .map((control) => ({
        from:
          spec.controls[control].trainsFrom === undefined ? NONE : world.placeNumber(spec.controls[control].trainsFrom),
        takes: sampler(lawOf(spec.controls[control].takes)),
        luck: world.stream(`${id}/${control}`),
        cell: world.ledger.cell(control, id),
      }));
    let upTo = 0;
    this.channels = Object.keys(spec.channels ?? {})
      .sort()
      .map((channel) => {
        const { share, takes } = (spec.channels ?? {})[channel];
        upTo += share;
        return {
          upTo,
          takes: sampler(lawOf(takes)),
          luck: world.stream(`${id}/customs ${channel}`),
          cell: world.ledger.cell(`customs ${channel}`, id),
        };
      });
    this.choice = world.stream(`${id}/customs channel`);
    this.change = spec.gaugeChange === undefined ? undefined : new Change(world, this, spec.gaugeChange);
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
    const leg = world.routes[boxes.flow[box]].legs[boxes.leg[box] + 1];
    const service = world.services[leg.service];
    const target = service.open[leg.end];
    // A box goes straight across when customs has released it and a unit of the other gauge stands opposite with room.
    if (target !== NONE && boxes.clear[box] <= world.sim.now && this.mustChange().isLoading(target)) {
      if (boxes.teu[box] <= service.roomAtOnce(leg.end)) {
        boxes.target[box] = target;
        world.units.promised[target] += boxes.teu[box];
        boxes.waits[box] = world.sim.now;
        return true;
      }
    }
    if (this.mustChange().takeSlot(box, unit)) return true;
    this.stuck.push(box);
    return false;
  }

  setDown(box: Box): void {
    const { world } = this;
    const { boxes, units } = world;
    const target = boxes.target[box];
    world.stage(box, stage.unloaded, this.number);
    boxes.leg[box]++;
    this.over += boxes.teu[box];
    const leg = world.legOf(box);
    world.services[leg.service].announce(leg.end, -boxes.teu[box]);
    if (target === NONE) {
      this.buffered++;
      this.toBuffer(box);
      return;
    }
    this.direct++;
    boxes.target[box] = NONE;
    units.promised[target] -= boxes.teu[box];
    boxes.append(units.aboard, target, box);
    world.ledger.turn(box, units.cell[target]);
    world.stage(box, stage.loaded, this.number);
    world.services[leg.service].filled(leg.end);
    this.mustChange().look(target);
  }

  pickedUp(box: Box): void {
    const leg = this.world.legOf(box);
    const service = this.world.services[leg.service];
    this.mustChange().freeSlot(box, service.gauge === 1435 ? 1520 : 1435);
    service.filled(leg.end);
  }

  /** Customs lets a box go that it held in the buffer. */
  released(box: Box): void {
    this.held--;
    this.world.stage(box, stage.released, this.number);
    this.world.goesOn(box);
    this.lookForWork();
  }

  lookForWork(): void {
    this.change?.cranes.work();
    for (const box of this.stuck.splice(0)) this.unstick(box);
  }

  isShut(): boolean {
    return false;
  }

  boxesHeld(): number {
    return this.held;
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

  private control(unit: Unit, from: number): void {
    const { world, controls } = this;
    const came = this.cameFrom(unit);
    for (let i = from; i < controls.length; i++) {
      const { takes, luck, cell } = controls[i];
      if (controls[i].from !== NONE && controls[i].from !== came) continue;
      world.units.turn(unit, cell);
      world.sim.in(Math.round(takes.draw(luck)), this.events.controlled, this.number, unit * 64 + i + 1);
      return;
    }
    this.afterControls(unit);
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
    for (let box = units.aboard.first[unit]; box !== NONE; box = boxes.next[box]) this.declare(box);
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
    const leg = routes[boxes.flow[box]].legs[boxes.leg[box] + 1];
    services[leg.service].makeRoom(leg.end, boxes.teu[box]);
  }

  /** A loaded train is here: the services that its boxes go on with are told. */
  private announce(unit: Unit): void {
    const { boxes, routes, services, units } = this.world;
    for (let box = units.aboard.first[unit]; box !== NONE; box = boxes.next[box]) {
      const leg = routes[boxes.flow[box]].legs[boxes.leg[box] + 1];
      services[leg.service].announce(leg.end, boxes.teu[box]);
    }
  }

  /** A box is given to a customs channel, which holds it from now on. Empty boxes go free. */
  private declare(box: Box): void {
    const { boxes, sim } = this.world;
    boxes.clear[box] = sim.now;
    if (this.channels.length === 0 || boxes.empty[box] === 1) return;
    const drawn = this.choice.unit();
    let i = 0;
    while (i < this.channels.length - 1 && drawn >= this.channels[i].upTo) i++;
    boxes.clear[box] = sim.now + Math.round(this.channels[i].takes.draw(this.channels[i].luck));
    boxes.channel[box] = i;
  }

  private toBuffer(box: Box): void {
    const { world } = this;
    const { boxes, sim } = world;
    if (boxes.clear[box] <= sim.now) {
      world.goesOn(box);
      return;
    }
    this.held++;
    world.ledger.turn(box, this.channels[boxes.channel[box]].cell);
    sim.at(boxes.clear[box], this.events.released, this.number, box);
  }

  private cameFrom(unit: Unit): number {
    const { units, services } = this.world;
    const service = services[units.service[unit]];
    const line = units.end[unit] === 1 ? units.passed[unit] - 1 : service.lines.length - units.passed[unit] + 1;
    return service.stops[line];
  }

  private mustChange(): Change {
    if (this.change === undefined) throw new Error(`${this.id} has no gauge change: no train ends its way there`);
    return this.change;
  }
}

/** Tracks of two gauges under one crane pool, with a buffer between them. */
class Change {
  readonly buffer: Yard;
  readonly cranes: Cranes;
  private readonly fronts: ReadonlyMap<number, Front>;
  /** TEU in the buffer that came on each gauge. */
  private readonly cameOn = new Map([
    [1435, 0],
    [1520, 0],
  ]);

  constructor(
    private readonly world: World,
    border: RailBorder,
    spec: GaugeChange,
  ) {
    this.buffer = new Yard(world, border.id, spec.buffer, 'buffer');
    const { cranes: count, rate, variation, each } = spec;
    this.cranes = new Cranes(world, border.id, 'gauge change', { count, rate, variation, each });
    const front = (gauge: 1435 | 1520) =>
      new Front(
        world,
        border,
        this.cranes,
        {
          name: 'track',
          resource: `${gauge} tracks`,
          stands: spec.tracks[gauge],
          each: this.cranes.each,
          secondsIn: spec.shunting,
          secondsOut: spec.shunting,
          keptFree: 1,
        },
        'a buffer slot',
      );
    this.fronts = new Map([
      [1435, front(1435)],
      [1520, front(1520)],
    ]);
  }

  comes(unit: Unit): void {
    this.frontOf(unit).comes(unit);
  }

  isLoading(unit: Unit): boolean {
    return this.frontOf(unit).isLoading(unit);
  }

  /**
   * A slot in the buffer for a box of a train. Order: each gauge fills at most half of the buffer, and only the train that
   * came first on it. Else two trains could each leave half their boxes there, and none be emptied to take them away.
   */
  takeSlot(box: Box, unit: Unit): boolean {
    const { boxes } = this.world;
    const front = this.frontOf(unit);
    const gauge = this.gaugeOf(unit);
    const came = (this.cameOn.get(gauge) ?? 0) + boxes.teu[box];
    if (came > this.buffer.capacity / 2 || this.cranes.firstAt(front) !== unit || !this.buffer.takeSlot(box))
      return false;
    this.cameOn.set(gauge, came);
    return true;
  }

  freeSlot(box: Box, gauge: 1435 | 1520): void {
    this.buffer.freeSlot(box);
    this.cameOn.set(gauge, (this.cameOn.get(gauge) ?? 0) - this.world.boxes.teu[box]);
  }

  /** The load of a unit that stands here has changed. */
  look(unit: Unit): void {
    this.frontOf(unit).settle(unit);
  }

  startMeasuring(): void {
    for (const part of this.parts()) part.startMeasuring();
  }

  measures(): Measured[] {
    return this.parts().flatMap((part) => part.measures());
  }

  private parts() {
    return [this.buffer, this.cranes, ...this.fronts.values()];
  }

  private frontOf(unit: Unit): Front {
    return this.fronts.get(this.gaugeOf(unit)) as Front;
  }

  private gaugeOf(unit: Unit): number {
    return this.world.services[this.world.units.service[unit]].gauge;
  }
}
