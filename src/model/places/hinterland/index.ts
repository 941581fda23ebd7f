// The kind "hinterland": trains are loaded and unloaded there in no time, whoever comes.
import type { EventKind } from '../../../kernel';
import { type Sampler, type Stream, sampler } from '../../../stochastic';
import { lawOf } from '../../corridor/figures/law';
import type { Measured } from '../../corridor/measures/measured';
import { NONE } from '../../run/boxes';
import type { Box, Place, Unit } from '../../run/place';
import { stage } from '../../run/runHash';
import type { World } from '../../run/world';
import type { PlaceKind } from '../kind';
import { hinterlandSchema } from './fields';
import type { HinterlandSpec } from './spec';

export const hinterland: PlaceKind<HinterlandSpec> = {
  schema: hinterlandSchema,
  build: (world) => {
    const back = world.on('a set is back', (_, unit) => world.services[world.units.service[unit]].comesBack(unit));
    return (id, _, number) => new Hinterland(world, id, number, back);
  },
  preview: () => [],
};

class Hinterland implements Place {
  /** By phase. */
  private readonly away: readonly (Sampler | undefined)[];
  private readonly luck: Stream;
  /** TEU that came or went by rail. */
  private byRail = 0;

  constructor(
    private readonly world: World,
    readonly id: string,
    readonly number: number,
    private readonly back: EventKind,
  ) {
    world.sim.state.numbers(this, 'byRail');
    this.away = world.phases.map(({ data }) => {
      const spec = data.places[id];
      return spec.kind === 'hinterland' && spec.away !== undefined ? sampler(lawOf(spec.away)) : undefined;
    });
    this.luck = world.stream(`${id}/away`);
  }

  boxEnters(box: Box): void {
    const { world } = this;
    world.ledger.open(box, 0);
    if (world.routes[world.boxes.route[box]].roads.length > 0) world.setsOut(box);
    else world.goesOn(box);
  }

  unitArrives(unit: Unit): void {
    const { world } = this;
    const { units, boxes, services, sim } = world;
    const away = units.aboard.count[unit] > 0 ? this.away[world.phase] : undefined;
    while (units.aboard.first[unit] !== NONE) {
      const box = boxes.takeFirst(units.aboard, unit);
      world.stage(box, stage.unloaded, this.number);
      this.byRail += boxes.teu[box];
      boxes.leg[box]++;
      if (world.isAtEnd(box)) world.leaves(box, this.number);
      else world.goesOn(box);
    }
    units.arrived[unit] = 0;
    if (away === undefined) {
      services[units.service[unit]].ready(unit, units.end[unit]);
      return;
    }
    sim.in(Math.round(away.draw(this.luck)), this.back, this.number, unit);
    services[units.service[unit]].goesBeyond(unit);
  }

  unitPasses(unit: Unit): void {
    this.world.proceed(unit);
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

  /** Trucks that wait here for their slot at a border. */
  *boxesHeld(): Generator<Box> {
    const { heldAt, alive, capacity } = this.world.boxes;
    for (let box = 0; box < capacity; box++) if (alive[box] === 1 && heldAt[box] === this.number) yield box;
  }

  startMeasuring(): void {
    this.byRail = 0;
  }

  measures(): Measured[] {
    return [{ measure: 'throughput', statistic: 'total', of: { place: this.id }, unit: 'TEU', value: this.byRail }];
  }
}
