// The kind "hinterland": trains are loaded and unloaded there in no time, whoever comes.
import { NONE } from '../../boxes';
import type { Box, Measured, Place, PlaceKind, Unit } from '../../kind';
import { stage } from '../../runHash';
import type { World } from '../../world';
import { type HinterlandSpec, hinterlandSchema } from './spec';

export const hinterland: PlaceKind<HinterlandSpec> = {
  schema: hinterlandSchema,
  build: (world) => (id, _, number) => new Hinterland(world, id, number),
  preview: () => [],
};

class Hinterland implements Place {
  /** TEU that came or went by rail. */
  private byRail = 0;

  constructor(
    private readonly world: World,
    readonly id: string,
    readonly number: number,
  ) {
    world.sim.state.numbers(this, 'byRail');
  }

  boxEnters(box: Box): void {
    const { world } = this;
    world.ledger.open(box, 0);
    if (world.routes[world.boxes.route[box]].roads.length > 0) world.drives(box);
    else world.goesOn(box);
  }

  unitArrives(unit: Unit): void {
    const { world } = this;
    const { units, boxes, services } = world;
    while (units.aboard.first[unit] !== NONE) {
      const box = boxes.takeFirst(units.aboard, unit);
      world.stage(box, stage.unloaded, this.number);
      this.byRail += boxes.teu[box];
      boxes.leg[box]++;
      if (world.isAtEnd(box)) world.leaves(box, this.number);
      else world.goesOn(box);
    }
    units.arrived[unit] = 0;
    services[units.service[unit]].ready(unit, units.end[unit]);
  }

  unitPasses(unit: Unit): void {
    this.world.goOn(unit);
  }

  unitLoads(unit: Unit): void {
    const { world } = this;
    const { units, boxes } = world;
    while (units.load.first[unit] !== NONE) {
      const box = boxes.takeFirst(units.load, unit);
      boxes.append(units.aboard, unit, box);
      this.byRail += boxes.teu[box];
      world.stage(box, stage.loaded, this.number);
    }
    world.departs(unit);
  }

  boxComesBy(box: Box): void {
    this.world.drives(box);
  }

  boxesHeld(): Iterable<Box> {
    return [];
  }

  startMeasuring(): void {
    this.byRail = 0;
  }

  measures(): Measured[] {
    return [{ measure: 'throughput', statistic: 'total', of: { place: this.id }, unit: 'TEU', value: this.byRail }];
  }
}
