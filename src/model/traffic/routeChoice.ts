// Which of its ways a flow's next lot of boxes takes: by share, or where it may expect to be through soonest.
import type { Stream } from '../../stochastic';
import type { World } from '../run/world';

export class RouteChoice {
  /** The flow's routes: from `first` on, so many. */
  private readonly first: number;
  private readonly count: number;
  private readonly byWait: boolean;
  /** By phase and route: shares. */
  private readonly shares: readonly (readonly number[])[];
  private readonly luck: Stream;
  /** What was found of the ways while one is chosen. */
  private readonly isShut: Uint8Array;

  constructor(
    private readonly world: World,
    flow: number,
    id: string,
  ) {
    this.first = world.routes.findIndex((route) => route.flowIndex === flow);
    this.count = world.routes.filter((route) => route.flowIndex === flow).length;
    this.byWait = world.data.flows[id].choose === 'shorter expected wait';
    const routes = world.routes.slice(this.first, this.first + this.count);
    this.shares = world.phases.map(({ data }) =>
      routes.map((route) => (route.id === undefined ? 1 : (data.flows[id].routes?.[route.id].share ?? 0))),
    );
    this.luck = world.stream(`${id}/route`);
    this.isShut = new Uint8Array(this.count);
  }

  /** Its number among all routes. Order: of equals, the route whose id comes first. */
  next(): number {
    if (this.count === 1) return this.first;
    return this.first + (this.byWait ? this.soonest() : this.byShare());
  }

  /** The way with the least expected wait at its borders plus time under way; where all are shut, the quickest. */
  private soonest(): number {
    const { routes } = this.world;
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.count; i++) {
      const seconds = routes[this.first + i].seconds + this.wait(i);
      if (seconds < least) {
        best = i;
        least = seconds;
      }
    }
    return best;
  }

  /** By the shares of the ways that are open now; where all are shut, of all. One number is drawn whatever is open. */
  private byShare(): number {
    const shares = this.shares[this.world.phase];
    let open = 0;
    for (let i = 0; i < this.count; i++) {
      this.isShut[i] = this.wait(i) < Number.POSITIVE_INFINITY ? 0 : 1;
      if (this.isShut[i] === 0) open += shares[i];
    }
    const all = open > 0;
    let left = this.luck.unit() * (all ? open : shares.reduce((sum, share) => sum + share, 0));
    let last = 0;
    for (let i = 0; i < this.count; i++) {
      if (shares[i] === 0 || (all && this.isShut[i] === 1)) continue;
      last = i;
      left -= shares[i];
      if (left < 0) return i;
    }
    return last;
  }

  /** Seconds of waiting to expect on a way; Infinity when a place on it is shut. */
  private wait(i: number): number {
    const { routes, places } = this.world;
    const { stops } = routes[this.first + i];
    let seconds = 0;
    for (let stop = 1; stop < stops.length - 1; stop++)
      seconds +=
        places[stops[stop].index].expectedWait?.(stops[stop - 1].index, stops[stop + 1].index, this.first + i) ?? 0;
    return seconds;
  }
}
