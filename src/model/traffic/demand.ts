// Demand: the boxes of one flow come by chance, one by one or a trainload at once, so many TEU in each calendar year in expectation.
import { minusLog, type Stream } from '../../stochastic';
import type { CorridorData, FlowSpec } from '../corridor/corridor';
import { boxesAYear, meanTeuOf, sizesOf } from '../corridor/figures/flowBoxes';
import type { World } from '../run/world';

export class Demand {
  private readonly arrivals: Stream;
  private readonly sizes: Stream;
  private readonly loads: Stream;
  private readonly teu: readonly number[];
  /** Shares added up, by size in order of ids. */
  private readonly upTo: readonly number[];
  private readonly empty: number;
  private readonly origin: number;
  /** Boxes that come at once. */
  private readonly lot: number;
  /** Calendar years from clock zero on, cut where the demand changes: arrivals a second until a second. */
  private readonly spells: readonly { readonly rate: number; readonly end: number }[];
  private spell = 0;
  /** The next arrival before it is rounded to a whole second. */
  private next = 0;
  private count = 0;

  constructor(
    private readonly world: World,
    private readonly index: number,
    readonly id: string,
  ) {
    const spec = world.data.flows[id];
    // Stream: when boxes come, how long they are and whether they are full are three purposes; none moves the others.
    this.arrivals = world.stream(`${id}/arrivals`);
    this.sizes = world.stream(`${id}/sizes`);
    this.loads = world.stream(`${id}/empty or laden`);
    const sizes = sizesOf(spec);
    this.teu = sizes.map(({ teu }) => teu);
    let sum = 0;
    this.upTo = sizes.map(({ share }) => {
      sum += share;
      return sum;
    });
    this.origin = world.placeNumber(spec.from);
    this.empty = spec.empty ?? 0;
    this.lot = lotOf(spec);
    this.spells = spellsOf(world, id);
    world.sim.state.numbers(this, 'spell', 'next', 'count');
  }

  begin(): void {
    this.schedule();
  }

  /** The next box by chance, or the next lot of boxes, all by one way. */
  boxComes(): void {
    this.world.watch();
    const route = this.world.chooses(this.index);
    for (let i = 0; i < this.lot; i++) this.enter(this.teu[this.size()], this.loads.unit() < this.empty, route);
    this.schedule();
  }

  /** A laden box of so many TEU, beside those that come by chance. */
  extraBox(teu: number): void {
    this.enter(teu, false, this.world.chooses(this.index));
  }

  /** A box that stands somewhere at clock zero, of the next number and by one of the flow's ways. */
  initialBox(route: number): number {
    return this.add(this.teu[this.size()], this.loads.unit() < this.empty, route);
  }

  private size(): number {
    const drawn = this.sizes.unit();
    let size = 0;
    while (size < this.upTo.length - 1 && drawn >= this.upTo[size]) size++;
    return size;
  }

  private enter(teu: number, empty: boolean, route: number): void {
    this.world.enters(this.add(teu, empty, route), this.origin);
  }

  private add(teu: number, empty: boolean, route: number): number {
    const { boxes, sim, clock } = this.world;
    const box = boxes.add(this.index, this.count++, teu, sim.now);
    boxes.empty[box] = empty ? 1 : 0;
    boxes.route[box] = route;
    boxes.cohort[box] = sim.now >= clock.windowStart && sim.now < clock.windowEnd ? 1 : 0;
    return box;
  }

  /** A Poisson process whose rate is that of the calendar year: one unit exponential, used up spell by spell. */
  private schedule(): void {
    const { world } = this;
    let left = minusLog(1 - this.arrivals.unit());
    for (;;) {
      const { rate, end } = this.spells[this.spell];
      // While the demand is 0 nothing comes.
      if (rate > 0 && left <= (end - this.next) * rate) {
        this.next += left / rate;
        break;
      }
      // The last year ends after the run does, so no box comes after it.
      if (end > world.clock.last) return;
      left -= (end - this.next) * rate;
      this.next = end;
      this.spell++;
    }
    world.sim.at(Math.floor(this.next), world.kinds.boxComes, this.index, 0);
  }
}

/** Boxes in a lot: so many that their mean size fills it best. */
function lotOf(flow: FlowSpec): number {
  return flow.lot === undefined ? 1 : Math.max(1, Math.round(flow.lot / meanTeuOf(flow)));
}

/** The years of a run with their rates of arrival, cut at the seconds from which the demand is another. */
function spellsOf(world: World, id: string): { rate: number; end: number }[] {
  const { clock, phases } = world;
  const rateOf = (data: CorridorData, seconds: number) => {
    const flow = data.flows[id];
    const boxes = boxesAYear(flow, seconds / 86_400);
    return boxes / seconds / lotOf(flow);
  };
  return clock.years().flatMap(({ seconds, end }) => {
    const begin = end - seconds;
    const cuts = phases.filter(({ second }) => second > begin && second < end);
    const before = phases.filter(({ second }) => second <= begin).at(-1) ?? phases[0];
    return [before, ...cuts].map(({ data }, i) => ({
      rate: rateOf(data, seconds),
      end: cuts[i]?.second ?? end,
    }));
  });
}
