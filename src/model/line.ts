// A line takes trains or ships from one end to the other; on rails each waits for a path, one behind the other.
import { type Sampler, type Stream, sampler } from '../stochastic';
import type { CorridorData } from './corridor';
import type { Measured, Unit } from './kind';
import type { Cell } from './ledger';
import { speedOn } from './route';
import type { World } from './world';

export class Line {
  private readonly moving: Cell;
  private readonly waiting: Cell;
  /** Seconds between two trains of one direction. 0: a path is always free. */
  private readonly headway: number;
  /** By direction (0: from the lesser id): the earliest start of the next path. */
  declare private readonly nextPath: Float64Array;
  private readonly luck: readonly [Stream, Stream];
  private readonly times = new Map<string, Sampler>();
  private readonly ends: readonly [string, string];
  private readonly endNumbers: readonly [number, number];
  declare private readonly departures: Float64Array;
  /** By direction: when the last path that a train took is over, and seconds of paths taken, with what lies ahead of now. */
  declare private readonly takenUntil: Float64Array;
  declare private readonly taken: Float64Array;
  private since = 0;

  constructor(
    private readonly world: World,
    private readonly index: number,
    readonly id: string,
    private readonly data: CorridorData,
  ) {
    const { state } = world.sim;
    for (const field of ['nextPath', 'departures', 'takenUntil', 'taken']) state.float64(this, field, 2);
    state.numbers(this, 'since');
    const spec = data.lines[id];
    this.moving = world.ledger.cell('moving', id);
    this.headway = spec.paths === undefined ? 0 : Math.round(86_400 / spec.paths);
    this.waiting = this.headway > 0 ? world.ledger.cell('waiting for a path', id) : this.moving;
    const [a, b] = spec.between;
    this.ends = a < b ? [a, b] : [b, a];
    // Stream: one a direction, so that a train more in one leaves the other's luck alone.
    this.luck = [world.stream(`${id}/time/${this.ends[1]}`), world.stream(`${id}/time/${this.ends[0]}`)];
    this.endNumbers = [world.placeNumber(this.ends[0]), world.placeNumber(this.ends[1])];
  }

  /** Seconds of a fleet's unit from end to end, as a law. */
  time(fleet: string): Sampler {
    const found = this.times.get(fleet);
    if (found !== undefined) return found;
    const { length, variation = 0 } = this.data.lines[this.id];
    const mean = (length / (speedOn(this.data, this.id, fleet) ?? 0)) * 3600;
    const made = sampler(
      variation > 0 ? { law: 'lognormal', mean, sd: mean * variation } : { law: 'fixed', value: mean },
    );
    this.times.set(fleet, made);
    return made;
  }

  /** A unit wants to leave `from`. Order: paths go to trains in the order in which they ask. */
  depart(unit: Unit, from: number): void {
    const direction = from === this.endNumbers[0] ? 0 : 1;
    const { sim, units } = this.world;
    const start = Math.max(sim.now, this.nextPath[direction]);
    this.nextPath[direction] = start + this.headway;
    if (start === sim.now) {
      this.go(unit, direction);
    } else {
      units.turn(unit, this.waiting);
      sim.at(start, this.world.kinds.pathFree, this.index, unit * 2 + direction);
    }
  }

  pathFree(arg: number): void {
    this.go(arg >> 1, arg & 1);
  }

  private go(unit: Unit, direction: number): void {
    const { sim, units, services } = this.world;
    this.world.leavesPlace(unit, this.endNumbers[direction]);
    units.turn(unit, this.moving);
    this.departures[direction]++;
    this.taken[direction] += this.headway;
    this.takenUntil[direction] = sim.now + this.headway;
    const service = services[units.service[unit]];
    const seconds = Math.round(service.times[service.next(unit)].draw(this.luck[direction]));
    sim.in(seconds, this.world.kinds.lineEnds, this.index, unit);
  }

  endReached(unit: Unit): void {
    this.world.cameOver(unit);
  }

  startMeasuring(): void {
    this.departures.fill(0);
    this.since = this.world.sim.now;
    for (const direction of [0, 1]) this.taken[direction] = this.ahead(direction);
  }

  /** Seconds of the last path taken that lie ahead of now. */
  private ahead(direction: number): number {
    return Math.max(0, this.takenUntil[direction] - this.world.sim.now);
  }

  measures(): Measured[] {
    const of = { line: this.id };
    const out: Measured[] = [
      { measure: 'departures', statistic: 'total', of, unit: 'trips', value: this.departures[0] + this.departures[1] },
    ];
    if (this.headway > 0) {
      const seconds = this.world.sim.now - this.since;
      for (const [direction, to] of [this.ends[1], this.ends[0]].entries()) {
        const resource = `paths to ${to}`;
        const value = (this.taken[direction] - this.ahead(direction)) / seconds;
        out.push({ measure: 'use', statistic: 'share', of: { ...of, resource }, unit: 'share', value });
      }
    }
    return out;
  }
}
