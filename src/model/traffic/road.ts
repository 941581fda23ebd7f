// A road takes trucks from one end to the other, each by itself: nobody waits for another on it.
import { type KeyedDraws, type Sampler, sampler } from '../../stochastic';
import type { Measured } from '../corridor/measures/measured';
import { NONE } from '../run/boxes';
import type { Cell } from '../run/ledger';
import type { Box } from '../run/place';
import type { World } from '../run/world';

export class Road {
  private readonly moving: Cell;
  /** By phase: seconds from end to end. */
  private readonly times: readonly Sampler[];
  /** Stream: keyed by truck, so that it is as quick on this road whatever else it passes. */
  private readonly luck: KeyedDraws;
  private trips = 0;

  constructor(
    private readonly world: World,
    private readonly index: number,
    readonly id: string,
  ) {
    this.moving = world.ledger.cell('moving', id);
    this.luck = world.keyed(`${id}/time`);
    this.times = world.phases.map(({ data }) => {
      const { length, speed = 0, variation = 0 } = data.lines[id];
      const mean = (length / speed) * 3600;
      return sampler(variation > 0 ? { law: 'lognormal', mean, sd: mean * variation } : { law: 'fixed', value: mean });
    });
    world.sim.state.numbers(this, 'trips');
  }

  /** A truck sets out from a place at one end. */
  sets(box: Box): void {
    const { world } = this;
    const { boxes, sim } = world;
    world.ledger.turn(box, this.moving);
    boxes.onRoad[box] = this.index;
    boxes.apart++;
    this.trips++;
    const seconds = this.times[world.phase].drawFor(this.luck, world.flowKey[boxes.flow[box]], boxes.number[box], 0);
    sim.in(Math.round(seconds), world.kinds.roadEnds, this.index, box);
  }

  endReached(box: Box): void {
    const { boxes } = this.world;
    boxes.onRoad[box] = NONE;
    boxes.apart--;
    this.world.comesBy(box);
  }

  startMeasuring(): void {
    this.trips = 0;
  }

  measures(): Measured[] {
    return [{ measure: 'departures', statistic: 'total', of: { line: this.id }, unit: 'trips', value: this.trips }];
  }
}
