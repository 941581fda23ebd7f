// Where the gauge changes: tracks of both gauges under one crane pool, with a finite buffer between them.

import type { Measured } from '../../corridor/measures/measured';
import { Cranes } from '../../parts/cranes';
import { Front, type Host } from '../../parts/front';
import { Yard } from '../../parts/yard';
import { NONE } from '../../run/boxes';
import type { Box, Unit } from '../../run/place';
import type { World } from '../../run/world';
import type { GaugeChange } from './spec';

/** Tracks of two gauges under one crane pool, with a buffer between them. */
export class GaugeTracks {
  readonly buffer: Yard;
  readonly cranes: Cranes;
  private readonly fronts: readonly [Front, Front];
  /** By side (0: 1435 mm, 1: 1520 mm): TEU in the buffer that came on it, and the train that sets boxes down there now. */
  declare private readonly teuOf: Float64Array;
  declare private readonly begun: Int32Array;

  constructor(
    private readonly world: World,
    border: Host,
    /** By phase. */
    specs: readonly GaugeChange[],
  ) {
    const { state } = world.sim;
    state.float64(this, 'teuOf', 2);
    state.int32(this, 'begun', 2).fill(NONE);
    const buffers = specs.map(({ buffer }) => ({ capacity: buffer }));
    this.buffer = new Yard(world, border.id, buffers, 'buffer');
    const pools = specs.map(({ cranes: count, rate, variation, each }) => ({ count, rate, variation, each }));
    this.cranes = new Cranes(world, border.id, 'gauge change', pools);
    const front = (gauge: 1435 | 1520) =>
      new Front(
        world,
        border,
        this.cranes,
        {
          name: 'track',
          resource: `${gauge} tracks`,
          byPhase: specs.map(({ tracks, shunting, cranes, each }) => ({
            stands: tracks[gauge],
            each: each ?? cranes,
            secondsIn: shunting,
            secondsOut: shunting,
          })),
          keptFree: 1,
        },
        'a buffer slot',
      );
    this.fronts = [front(1435), front(1520)];
  }

  /** A dated change. */
  becomes(): void {
    this.buffer.becomes();
    for (const front of this.fronts) front.becomes();
    this.cranes.becomes();
  }

  comes(unit: Unit): void {
    this.frontOf(unit).comes(unit);
  }

  isLoading(unit: Unit): boolean {
    return this.frontOf(unit).isLoading(unit);
  }

  /**
   * A slot in the buffer for a box of a train. Order: of each gauge's trains only the one that came first sets boxes down in
   * the buffer, and it begins once all that is aboard fits: so it is emptied, and its set takes boxes of the other way along.
   * Each way may fill half of the buffer; the one that has less there may have all the rest. Without such rules trains of
   * both gauges soon stand half-empty and wait for each other.
   */
  takeSlot(box: Box, unit: Unit): boolean {
    const side = this.sideOf(unit);
    if (!this.begins(unit, side) || !this.buffer.takeSlot(box)) return false;
    this.teuOf[side] += this.world.boxes.teu[box];
    return true;
  }

  /** A box of the initial state stands in the buffer. */
  stands(box: Box): void {
    if (!this.buffer.takeSlot(box)) throw new Error('at clock zero more boxes stand in the buffer than it holds');
    this.teuOf[this.sideOfBox(box)] += this.world.boxes.teu[box];
  }

  /** A box is picked up from the buffer by a unit. */
  freeSlot(box: Box): void {
    this.buffer.freeSlot(box);
    this.teuOf[this.sideOfBox(box)] -= this.world.boxes.teu[box];
  }

  /** The side on which a box in the buffer came. */
  private sideOfBox(box: Box): 0 | 1 {
    const { boxes, routes } = this.world;
    return this.sideOfService(routes[boxes.route[box]].legs[boxes.leg[box] - 1].service);
  }

  /** Whether a train may set boxes down in the buffer, or has begun to. A load larger than the buffer needs it empty. */
  private begins(unit: Unit, side: number): boolean {
    if (this.begun[side] === unit) return true;
    if (this.cranes.firstAt(this.fronts[side]) !== unit) return false;
    const { aboard } = this.world.units;
    const own = this.teuOf[side];
    const across = this.begun[1 - side];
    const other = this.teuOf[1 - side] + (across === NONE ? 0 : aboard.teu[across]);
    const { capacity } = this.buffer;
    const within = (limit: number) => own + aboard.teu[unit] <= limit;
    if (
      !(
        own + other === 0 ||
        within(Math.min(capacity / 2, capacity - other)) ||
        (own <= other && within(capacity - other))
      )
    )
      return false;
    this.begun[side] = unit;
    return true;
  }

  /** A train is empty: when it comes again it begins anew. */
  emptied(unit: Unit): void {
    const side = this.sideOf(unit);
    if (this.begun[side] === unit) this.begun[side] = NONE;
  }

  /** The load of a unit that stands here has changed. */
  look(unit: Unit): void {
    this.frontOf(unit).finishIfDone(unit);
  }

  startMeasuring(): void {
    for (const part of this.parts()) part.startMeasuring();
  }

  measures(): Measured[] {
    return this.parts().flatMap((part) => part.measures());
  }

  private parts() {
    return [this.buffer, this.cranes, ...this.fronts];
  }

  private frontOf(unit: Unit): Front {
    return this.fronts[this.sideOf(unit)];
  }

  private sideOf(unit: Unit): 0 | 1 {
    return this.sideOfService(this.world.units.service[unit]);
  }

  private sideOfService(service: number): 0 | 1 {
    return this.world.services[service].gauge === 1435 ? 0 : 1;
  }
}
