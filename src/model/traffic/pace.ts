// The pace of a unit: part of its luck under way holds over its whole trip, and part is shared by all who set out in a week.
import type { KeyedDraws, Sampler, Stream } from '../../stochastic';
import { normalDraw } from '../../stochastic';
import type { PaceSpec } from '../corridor/data/fleetSpec';
import type { Unit } from '../run/place';
import type { World } from '../run/world';

const WEEK = 604_800;

/**
 * Running times of one service's units that are not independent from line to line. The logarithm of each time is the sum of
 * three normal parts: of the unit on this trip, of the week, and of the line, whose variances add up to the line's own. So the
 * law of the time over one line is what it is without a pace; over several lines it spreads more.
 */
export class Pace {
  /** By unit: the part of its trip, in standard deviations. A fleet may run on other services too. */
  declare private readonly ofTrip: Float64Array;
  private readonly trips: Stream;
  private readonly weeks: KeyedDraws;
  private readonly unitWeight: number;
  private readonly weekWeight: number;
  private readonly lineWeight: number;

  constructor(
    private readonly world: World,
    service: string,
    spec: PaceSpec,
  ) {
    const unit: number = spec.unit ?? 0;
    const week: number = spec.week ?? 0;
    world.sim.state.float64(this, 'ofTrip', Math.max(world.units.count, 1));
    this.trips = world.stream(`${service}/pace`);
    // Stream: one for the corridor, so that a bad week is bad for all.
    this.weeks = world.keyed('pace of the week');
    this.unitWeight = Math.sqrt(unit);
    this.weekWeight = Math.sqrt(week);
    this.lineWeight = Math.sqrt(Math.max(0, 1 - unit - week));
  }

  /** A unit sets out on a trip: its part is drawn. */
  begins(unit: Unit): void {
    this.ofTrip[unit] = normalDraw(this.trips.unit());
  }

  /** Seconds on the next line, by the line's law and luck. */
  seconds(unit: Unit, law: Sampler, luck: Stream): number {
    const week = Math.floor(this.world.sim.now / WEEK);
    return law.atDeviation(
      this.unitWeight * this.ofTrip[unit] +
        this.weekWeight * normalDraw(this.weeks.unit(0, week, 0)) +
        this.lineWeight * normalDraw(luck.unit()),
    );
  }
}
