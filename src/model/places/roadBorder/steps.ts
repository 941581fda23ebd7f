// What happens at a road border: trucks come from one neighbour and go over to another, each direction by itself.
import { type EventKind, TimeWeighted } from '../../../kernel';
import type { Measured } from '../../corridor/measures/measured';
import type { Box, Place } from '../../run/place';
import type { World } from '../../run/world';
import { BorderHours } from './borderHours';
import { type Border, Direction, type DirectionEvents } from './direction';
import { LocalDays } from './localDays';
import type { Luck } from './luck';
import type { RoadBorderSpec } from './spec';
import type { Works } from './works';

export interface BorderEvents extends DirectionEvents {
  readonly opens: EventKind;
}

export class RoadBorder implements Place, Border {
  readonly days: LocalDays;
  readonly hours: BorderHours;
  readonly waiting: TimeWeighted;
  /** By the number of the neighbour to which trucks go. */
  private readonly toward: (Direction | undefined)[] = [];
  private readonly directions: Direction[] = [];
  /** The next opening for which anybody waits. */
  private opensAt = -1;

  constructor(
    private readonly world: World,
    readonly id: string,
    readonly number: number,
    readonly luck: Luck,
    readonly events: BorderEvents,
    readonly works: Works[],
    /** Directions of all borders: events name them by number. */
    all: Direction[],
  ) {
    const specs = world.phases.map(({ data }) => data.places[id] as RoadBorderSpec);
    this.hours = new BorderHours(
      world,
      specs.map(({ calendar }) => calendar),
    );
    const directions = specs.flatMap(({ toward }) => Object.entries(toward));
    const ahead = Math.max(0, ...directions.map(([, { eQueue }]) => eQueue?.horizon ?? 0));
    this.days = new LocalDays(world, specs[0].timeZone ?? world.data.timeZone, ahead);
    this.waiting = new TimeWeighted(world.sim);
    // Order: directions are numbered in order of their neighbours' ids.
    for (const to of [...new Set(directions.map(([neighbour]) => neighbour))].sort()) {
      const byPhase = specs.map(({ toward }) => toward[to]);
      const direction = new Direction(world, this, to, byPhase, all.length);
      all.push(direction);
      this.directions.push(direction);
      this.toward[world.placeNumber(to)] = direction;
    }
    world.sim.state.numbers(this, 'opensAt');
  }

  boxEnters(): void {
    throw new Error(`${this.id} is a border: trucks come to it by road, from a hinterland`);
  }

  unitArrives(): void {
    throw new Error(`${this.id} is a road border: no train comes to it`);
  }

  unitPasses(): void {
    this.unitArrives();
  }

  unitLoads(): void {
    this.unitArrives();
  }

  books(box: Box, to: number): boolean {
    return this.mustLead(to).eQueue.books(box);
  }

  boxComesBy(box: Box, _from: number, to: number): void {
    this.mustLead(to).comes(box);
  }

  expectedWait(_from: number, to: number, route?: number): number {
    return this.mustLead(to).expected(route);
  }

  waitsForOpening(): void {
    const { sim } = this.world;
    const at = this.hours.nextOpen(sim.now);
    if (at === this.opensAt) return;
    this.opensAt = at;
    sim.at(at, this.events.opens, this.number, 0);
  }

  opens(): void {
    for (const direction of this.directions) direction.opens();
  }

  becomes(): void {
    for (const direction of this.directions) direction.becomes();
  }

  *boxesHeld(): Generator<Box> {
    const { heldAt, alive, capacity } = this.world.boxes;
    for (let box = 0; box < capacity; box++) if (alive[box] === 1 && heldAt[box] === this.number) yield box;
  }

  startMeasuring(): void {
    this.waiting.restart();
    for (const direction of this.directions) direction.startMeasuring();
  }

  measures(): Measured[] {
    const of = { place: this.id };
    const over = this.directions.reduce((sum, direction) => sum + direction.overAll, 0);
    return [
      { measure: 'throughput', statistic: 'total', of, unit: 'trucks', value: over },
      { measure: 'trucks waiting', statistic: 'mean', of, unit: 'trucks', value: this.waiting.mean() },
      { measure: 'trucks waiting', statistic: 'max', of, unit: 'trucks', value: this.waiting.max() },
      ...this.directions.flatMap((direction) => direction.measures()),
    ];
  }

  private mustLead(to: number): Direction {
    const direction = this.toward[to];
    if (direction !== undefined) return direction;
    throw new Error(`${this.id} says nothing of trucks to ${this.world.placeIds[to]}`);
  }
}
