// What chance decides of a truck at a road border, keyed by the truck alone: it has the same luck whichever border it takes.
import type { KeyedDraws } from '../../../stochastic';
import type { Box } from '../../run/place';
import type { World } from '../../run/world';

export class Luck {
  readonly noShow: KeyedDraws;
  readonly lane: KeyedDraws;
  readonly channel: KeyedDraws;
  readonly customs: KeyedDraws;
  readonly transloading: KeyedDraws;
  readonly transloadingTime: KeyedDraws;
  /** By route and stop: how many road borders come before it. */
  private readonly before: readonly Int32Array[];

  constructor(private readonly world: World) {
    // Stream: no place is named, and each border on a truck's way has draws of its own, by `visit`.
    const draws = (purpose: string) => world.keyed(`road border/${purpose}`);
    this.noShow = draws('no-show');
    this.lane = draws('lane');
    this.channel = draws('customs channel');
    this.customs = draws('customs time');
    this.transloading = draws('transloading');
    this.transloadingTime = draws('transloading time');
    this.before = world.routes.map(({ stops }) => {
      let count = 0;
      return Int32Array.from(stops, ({ place }) => (world.data.places[place].kind === 'road border' ? count++ : count));
    });
  }

  /** Which of the road borders on its way a truck is at: 0, 1, … */
  visit(box: Box): number {
    const { route, stop } = this.world.boxes;
    return this.before[route[box]][stop[box]];
  }

  /** Where a truck falls among shares, from 0 to 1. */
  share(of: KeyedDraws, box: Box): number {
    const { boxes, flowKey } = this.world;
    return of.unit(flowKey[boxes.flow[box]], boxes.number[box], this.visit(box));
  }
}
