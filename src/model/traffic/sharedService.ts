// A service whose fleet runs on others too: its own are the boxes and the trains under way, who goes where is for the pool to say.
import type { CorridorData } from '../corridor/corridor';
import type { Measured } from '../corridor/measures/measured';
import type { FillsAtOnce } from '../corridor/routes/routes';
import { NONE } from '../run/boxes';
import type { Unit } from '../run/place';
import type { World } from '../run/world';
import type { Cycle } from './cycle';
import type { Member, Pool } from './pool';
import { Service } from './service';

export class SharedService extends Service implements Member {
  /** Whether it counts the units that run, and answers for the fleet. */
  private readonly isFirst: boolean;

  constructor(
    world: World,
    readonly number: number,
    id: string,
    data: CorridorData,
    size: number,
    fillsAtOnce: readonly [FillsAtOnce, FillsAtOnce],
    smallest: number,
    private readonly pool: Pool,
  ) {
    super(world, number, id, data, pool.firstUnit, size, fillsAtOnce, smallest, pool.roster);
    this.isFirst = pool.joins(this);
    if (!this.isFirst) this.cycle.runs(0);
  }

  override begin(underWay: readonly number[] = []): void {
    this.pool.begins(underWay);
  }

  startsClocks(): void {
    for (const end of [0, 1]) this.schedule(end);
  }

  override dispatch(): void {
    this.pool.dispatch();
  }

  override offer(unit: Unit, end: number): boolean {
    this.pool.isThere(unit);
    const slot = this.pool.offers(this.number, end);
    if (slot === NONE) return false;
    this.coming[end]--;
    this.pool.sends(unit, slot);
    this.pool.dispatch();
    return true;
  }

  override ready(unit: Unit, end: number): void {
    this.pool.isThere(unit);
    super.ready(unit, end);
  }

  override isHeldUp(unit: Unit): void {
    this.pool.isThere(unit);
    super.isHeldUp(unit);
  }

  override goesBeyond(unit: Unit): void {
    this.pool.isThere(unit);
    super.goesBeyond(unit);
  }

  /** A dated change of the fleet is made once, by the first of its services. */
  override becomes(): void {
    if (this.isFirst) super.becomes();
    else this.dispatch();
  }

  readyAt(end: number): number {
    return this.readyCount[end];
  }

  comingTo(end: number): number {
    return this.coming[end];
  }

  loadsAt(end: number): number {
    return this.at[end].loads();
  }

  wantsAt(end: number): boolean {
    return this.at[end].wants();
  }

  oldestAt(end: number): number {
    const first = this.waiting.first[end];
    return first === NONE ? Number.POSITIVE_INFINITY : this.world.boxes.waits[first];
  }

  hands(end: number): Unit {
    return this.takeReady(end);
  }

  takes(unit: Unit, end: number): void {
    const { units } = this.world;
    units.service[unit] = this.number;
    units.end[unit] = end;
    this.send(unit, end);
  }

  starts(units: readonly Unit[]): void {
    this.started = units;
  }

  stands(unit: Unit, end: number, isThere: boolean): void {
    const { units } = this.world;
    units.service[unit] = this.number;
    units.end[unit] = end;
    units.place[unit] = isThere ? this.endNumbers[end] : NONE;
    this.coming[end]++;
  }

  get round(): Cycle {
    return this.cycle;
  }

  get trips(): number {
    return this.departures[0] + this.departures[1];
  }

  get away(): number {
    return this.beyond;
  }

  protected override takeFree(): Unit {
    return this.pool.takeFree();
  }

  protected override fleetMeasures(): Measured[] {
    return this.isFirst ? this.pool.measures() : [];
  }
}
