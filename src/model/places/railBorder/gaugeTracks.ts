// Where the gauge changes: tracks of both gauges under one crane pool, with a finite buffer between them.
import type { Box, Measured, Unit } from '../../kind';
import { Cranes } from '../../parts/cranes';
import { Front, type Host } from '../../parts/front';
import { Yard } from '../../parts/yard';
import type { World } from '../../world';
import type { GaugeChange } from './spec';

/** Tracks of two gauges under one crane pool, with a buffer between them. */
export class GaugeTracks {
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
    border: Host,
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
