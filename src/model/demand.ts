// Demand: the boxes of one flow come one by one, at random, so many TEU in each calendar year in expectation.
import type { Stream } from '../stochastic';
import { type FlowSpec, type Size, teuOfSize } from './corridor';
import type { World } from './world';

export class Demand {
  private readonly arrivals: Stream;
  private readonly sizes: Stream;
  private readonly loads: Stream;
  private readonly teu: readonly number[];
  /** Shares added up, by size in order of ids. */
  private readonly upTo: readonly number[];
  private readonly meanTeu: number;
  private readonly empty: number;
  private readonly origin: number;
  /** Calendar years from clock zero on, and the one of the next arrival. */
  private readonly years: readonly { readonly seconds: number; readonly end: number }[];
  private year = 0;
  /** The next arrival before it is rounded to a whole second. */
  private next = 0;
  private count = 0;

  constructor(
    private readonly world: World,
    private readonly index: number,
    readonly id: string,
    private readonly spec: FlowSpec,
  ) {
    // Stream: when boxes come, how long they are and whether they are full are three purposes; none moves the others.
    this.arrivals = world.stream(`${id}/arrivals`);
    this.sizes = world.stream(`${id}/sizes`);
    this.loads = world.stream(`${id}/empty or laden`);
    const shares = (Object.entries(spec.boxes) as [Size, number][]).sort(([a], [b]) => (a < b ? -1 : 1));
    this.teu = shares.map(([size]) => teuOfSize[size]);
    let sum = 0;
    this.upTo = shares.map(([, share]) => {
      sum += share;
      return sum;
    });
    this.meanTeu = shares.reduce((mean, [size, share]) => mean + share * teuOfSize[size], 0);
    this.origin = world.placeNumber(spec.from);
    this.empty = spec.empty ?? 0;
    this.years = world.clock.years();
    world.sim.state.numbers(this, 'year', 'next', 'count');
  }

  begin(): void {
    this.schedule();
  }

  /** The next box by chance. */
  boxComes(): void {
    const drawn = this.sizes.unit();
    let size = 0;
    while (size < this.upTo.length - 1 && drawn >= this.upTo[size]) size++;
    this.world.watch();
    this.enter(this.teu[size], this.loads.unit() < this.empty);
    this.schedule();
  }

  /** A laden box of so many TEU, beside those that come by chance. */
  extraBox(teu: number): void {
    this.enter(teu, false);
  }

  private enter(teu: number, empty: boolean): void {
    const { world } = this;
    const { boxes, sim, clock } = world;
    const box = boxes.add(this.index, this.count++, teu, sim.now);
    boxes.empty[box] = empty ? 1 : 0;
    boxes.cohort[box] = sim.now >= clock.windowStart && sim.now < clock.windowEnd ? 1 : 0;
    world.enters(box, this.origin);
  }

  /** A Poisson process whose rate is that of the calendar year: one unit exponential, used up year by year. */
  private schedule(): void {
    const { world } = this;
    let left = -Math.log(1 - this.arrivals.unit());
    for (;;) {
      const { seconds, end } = this.years[this.year];
      const rate = this.spec.demand / this.meanTeu / seconds;
      if (left <= (end - this.next) * rate) {
        this.next += left / rate;
        break;
      }
      // The last year ends after the run does, so no box comes after it.
      if (end > world.clock.last) return;
      left -= (end - this.next) * rate;
      this.next = end;
      this.year++;
    }
    world.sim.at(Math.floor(this.next), world.kinds.boxComes, this.index, 0);
  }
}
