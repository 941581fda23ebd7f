// What happens at a rail terminal: boxes come in by the gate and leave by train, or come by train and are set down.

import type { EventKind } from '../../../kernel';
import type { Measured } from '../../corridor/measures/measured';
import { Collection } from '../../parts/collection';
import { Cranes } from '../../parts/cranes';
import { Delivery } from '../../parts/delivery';
import { Front, type Host } from '../../parts/front';
import { ringAt } from '../../parts/ring';
import { Yard } from '../../parts/yard';
import type { Box, Place, Unit } from '../../run/place';
import { stage } from '../../run/runHash';
import type { World } from '../../run/world';
import type { TerminalSpec } from './spec';

/** The tracks of a terminal, or behind a port. */
export function tracksOf({ tracks, shunting, cranes }: Pick<TerminalSpec, 'tracks' | 'shunting' | 'cranes'>) {
  const { count, each = count } = cranes.rail;
  return { stands: tracks, each, secondsIn: shunting, secondsOut: shunting };
}

export interface TerminalEvents {
  /** A truck comes for a box. */
  readonly fetched: EventKind;
  /** A box that was brought before its departure is due. */
  readonly due: EventKind;
}

export class Terminal implements Place, Host {
  private readonly yard: Yard;
  private readonly cranes: Cranes;
  private readonly tracks: Front;
  private readonly collection: Collection;
  private readonly delivery: Delivery;
  private readonly freeSlot = (box: Box): void => this.yard.freeSlot(box);
  /** TEU that came or went by rail. */
  private byRail = 0;

  constructor(
    private readonly world: World,
    readonly id: string,
    readonly number: number,
    events: TerminalEvents,
  ) {
    world.sim.state.numbers(this, 'byRail');
    const specs = world.phases.map(({ data }) => data.places[id] as TerminalSpec);
    this.collection = new Collection(
      world,
      id,
      number,
      specs.map(({ yard }) => yard.collected),
      events.fetched,
    );
    this.delivery = new Delivery(
      world,
      id,
      number,
      specs.map(({ yard }) => yard.brought),
      events.due,
    );
    this.yard = new Yard(
      world,
      id,
      specs.map(({ yard }) => yard),
    );
    this.cranes = new Cranes(
      world,
      id,
      'rail',
      specs.map(({ cranes }) => cranes.rail),
    );
    this.tracks = new Front(
      world,
      this,
      this.cranes,
      {
        name: 'track',
        resource: 'tracks',
        byPhase: specs.map(tracksOf),
      },
      'a yard slot',
    );
  }

  becomes(): void {
    this.yard.becomes();
    this.tracks.becomes();
    this.cranes.becomes();
    this.lookForWork();
  }

  boxEnters(box: Box): void {
    if (this.yard.comesIn(box)) this.delivery.awaits(box);
  }

  unitArrives(unit: Unit): void {
    const { units, services } = this.world;
    if (units.aboard.count[unit] === 0) services[units.service[unit]].ready(unit, units.end[unit]);
    else this.tracks.comes(unit);
    this.lookForWork();
  }

  unitPasses(unit: Unit): void {
    this.world.proceed(unit);
  }

  unitLoads(unit: Unit): void {
    this.tracks.comes(unit);
    this.cranes.work();
  }

  takeRoom(box: Box): boolean {
    return (this.world.endsWithThisRide(box) && !this.collection.stands) || this.yard.takeSlot(box);
  }

  setDown(box: Box): void {
    const { world } = this;
    world.stage(box, stage.unloaded, this.number);
    world.boxes.leg[box]++;
    this.byRail += world.boxes.teu[box];
    if (world.isAtEnd(box)) this.collection.awaits(box);
    else world.goesOn(box);
  }

  pickedUp(box: Box): void {
    this.byRail += this.world.boxes.teu[box];
    this.yard.freeSlot(box);
  }

  lookForWork(): void {
    this.cranes.work();
    for (let box = this.yard.nextIn(); box >= 0; box = this.yard.nextIn()) this.delivery.awaits(box);
  }

  isShut(): boolean {
    return false;
  }

  /** A truck fetches a box whose way ended here. */
  isFetched(box: Box): void {
    this.collection.isFetched(box, this.freeSlot);
    this.lookForWork();
  }

  /** A box that was brought before its departure is to be loaded next. */
  isDue(box: Box): void {
    this.delivery.isDue(box);
    this.lookForWork();
  }

  *boxesHeld(): Iterable<Box> {
    yield* this.yard.atGate();
    yield* this.collection.boxesHeld();
  }

  ring(): string | undefined {
    const { id, yard, tracks, cranes } = this;
    return ringAt({ id, yard, tracks, railCranes: cranes });
  }

  startMeasuring(): void {
    this.byRail = 0;
    for (const part of [this.yard, this.cranes, this.tracks]) part.startMeasuring();
  }

  measures(): Measured[] {
    return [
      // Terminal throughput is in plus out by rail.
      { measure: 'throughput', statistic: 'total', of: { place: this.id }, unit: 'TEU', value: this.byRail },
      ...[this.yard, this.cranes, this.tracks].flatMap((part) => part.measures()),
    ];
  }
}
