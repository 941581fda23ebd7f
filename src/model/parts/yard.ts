// A yard with a capacity in TEU, and the gate in front of it: a box without a slot waits outside, first come first served.
import { Store, TimeWeighted } from '../../kernel';
import type { Measured } from '../corridor/measures/measured';
import { BoxLists, NONE } from '../run/boxes';
import type { Cell } from '../run/ledger';
import type { Box } from '../run/place';
import { shareOf } from '../run/share';
import { countOf, meanOf, quantileOf } from '../run/spanFigures';
import { type Spans, SpanTable } from '../run/spans';
import type { World } from '../run/world';
import { DailyMeans } from './dailyMeans';
import { LevelBins } from './levelBins';

const BY_RAIL = 0;
const BY_SEA = 1;
const BY_TRUCK = 2;

/** The kinds of box in a port's yard. */
export const boxKinds = ['laden', 'empty', 'transit'] as const;
const LADEN = 0;
const EMPTY = 1;
const TRANSIT = 2;

export interface YardFigures {
  readonly capacity: number;
  /** Capacity for boxes that leave by rail, and by sea [TEU]; without it, common to both. */
  readonly byWay?: readonly [number, number];
  /** Capacity for laden, empty and transit boxes [TEU]. */
  readonly byKind?: readonly [number, number, number];
  /** Seconds after which a box stands longer than it may for nothing. */
  readonly freeDays?: number | undefined;
}

export class Yard {
  readonly store: Store;
  private readonly gate: BoxLists;
  /** TEU inside by mode of departure, and by kind of box. */
  declare private readonly byWay: Float64Array;
  declare private readonly byKind: Float64Array;
  private readonly noSlot: Cell;
  /** Its capacity, over time. */
  private readonly open: TimeWeighted;
  private readonly placeNumber: number;
  private readonly tellsWays: boolean;
  /** Of a yard, not of a buffer: quantiles of the level, and daily means. */
  private readonly level: LevelBins | undefined;
  private readonly days: DailyMeans | undefined;
  /** Of a port's yard: dwell times of boxes [s], a column a kind. */
  private readonly stays: SpanTable | undefined;
  /** Boxes that left it, and of these those that stood beyond the free days. */
  private readonly hasFreeDays: boolean;
  private left = 0;
  private leftLate = 0;

  constructor(
    private readonly world: World,
    private readonly place: string,
    /** By phase. */
    private readonly figures: readonly YardFigures[],
    private readonly name: 'yard' | 'buffer' = 'yard',
    /** Whether laden, empty and transit boxes are distinguished. */
    private readonly tellsKinds = false,
  ) {
    const { sim } = world;
    this.placeNumber = tellsKinds ? world.placeNumber(place) : NONE;
    this.tellsWays = figures.some(({ byWay }) => byWay !== undefined);
    sim.state.float64(this, 'byWay', 3);
    sim.state.float64(this, 'byKind', 3);
    this.store = new Store(sim, Number.POSITIVE_INFINITY);
    this.open = new TimeWeighted(sim, figures[0].capacity);
    this.gate = new BoxLists(sim.state, 1);
    this.noSlot = world.ledger.cell(`waiting for a ${name} slot`, place);
    this.hasFreeDays = figures.some(({ freeDays }) => freeDays !== undefined);
    sim.state.numbers(this, 'left', 'leftLate');
    this.stays = tellsKinds ? new SpanTable(sim.state, boxKinds.length) : undefined;
    if (name === 'buffer') return;
    this.level = new LevelBins(sim);
    this.days = new DailyMeans(sim, world.clock);
  }

  get capacity(): number {
    return this.figures[this.world.phase].capacity;
  }

  /** A dated change. */
  becomes(): void {
    this.open.set(this.capacity);
  }

  /** A box at the gate. True: it has a slot; false: it waits outside. Order: no overtaking at the gate. */
  comesIn(box: Box): boolean {
    const { boxes, ledger } = this.world;
    ledger.open(box, this.noSlot);
    if (this.gate.first[0] === NONE && this.put(box, boxes.leg[box])) return true;
    boxes.append(this.gate, 0, box);
    return false;
  }

  /** The next box from the gate that has a slot now; NONE if there is none. */
  nextIn(): Box {
    const box = this.gate.first[0];
    if (box === NONE || !this.put(box, this.world.boxes.leg[box])) return NONE;
    return this.world.boxes.takeFirst(this.gate, 0);
  }

  /** A slot for a box that is set down. False: the yard is full. Order: boxes at the gate do not block a train. */
  takeSlot(box: Box): boolean {
    return this.put(box, this.world.boxes.leg[box] + 1);
  }

  freeSlot(box: Box): void {
    const { boxes, sim, phase } = this.world;
    const teu = boxes.teu[box];
    const way = this.wayOn(box, boxes.leg[box]);
    this.byWay[way] -= teu;
    if (!(this.store.get(teu) && this.byWay[way] >= 0))
      throw new Error(`${this.place}: more TEU left the ${this.name} than were in it`);
    this.changed();
    if (this.hasFreeDays) {
      this.left++;
      if (sim.now - boxes.stacked[box] > (this.figures[phase].freeDays ?? Number.POSITIVE_INFINITY)) this.leftLate++;
    }
    if (this.stays === undefined) return;
    const kind = this.kindOf(box);
    this.byKind[kind] -= teu;
    this.stays.add(kind, sim.now - boxes.stacked[box]);
  }

  private put(box: Box, leg: number): boolean {
    const { boxes, sim, phase } = this.world;
    const { capacity, byWay, byKind } = this.figures[phase];
    const teu = boxes.teu[box];
    const way = this.wayOn(box, leg);
    // A yard reduced below its content takes nothing until enough has left.
    if (this.store.level + teu > capacity) return false;
    if (byWay !== undefined && way !== BY_TRUCK && this.byWay[way] + teu > byWay[way]) return false;
    if (this.tellsKinds) {
      const kind = this.kindOf(box);
      if (byKind !== undefined && this.byKind[kind] + teu > byKind[kind]) return false;
      this.byKind[kind] += teu;
    }
    boxes.stacked[box] = sim.now;
    this.store.put(teu);
    this.byWay[way] += teu;
    this.changed();
    return true;
  }

  private changed(): void {
    const { level } = this.store;
    this.level?.set(level);
    this.days?.set(level);
  }

  /** The mode of departure of a box on this leg; after its last leg, truck. */
  private wayOn(box: Box, leg: number): number {
    if (!this.tellsWays) return BY_RAIL;
    const { boxes, routes, services } = this.world;
    const { legs } = routes[boxes.route[box]];
    if (leg >= legs.length) return BY_TRUCK;
    return services[legs[leg].service].bySea ? BY_SEA : BY_RAIL;
  }

  private kindOf(box: Box): number {
    const { boxes, routes } = this.world;
    if (boxes.empty[box] === 1) return EMPTY;
    const { stops } = routes[boxes.route[box]];
    const own = stops[0].index === this.placeNumber || stops[stops.length - 1].index === this.placeNumber;
    return own ? LADEN : TRANSIT;
  }

  /** Fill level in words: total, by rail, by sea, and by kind of box. */
  levels(): string[] {
    const { capacity, byWay, byKind } = this.figures[this.world.phase];
    const tell = (level: number, most: number, of: string) => `${level} of ${Math.round(most)} TEU${of}`;
    const ways = byWay?.map((most, way) => tell(this.byWay[way], most, way === BY_RAIL ? ' for trains' : ' for ships'));
    const kinds = byKind?.map((most, kind) => tell(this.byKind[kind], most, ` of ${boxKinds[kind]} boxes`));
    const limited = (kinds ?? []).filter((_, kind) => byKind?.[kind] !== Number.POSITIVE_INFINITY);
    return [tell(this.store.level, capacity, ''), ...(ways ?? []), ...limited];
  }

  /** Boxes waiting outside. */
  *atGate(): Generator<Box> {
    for (let box = this.gate.first[0]; box !== NONE; box = this.world.boxes.next[box]) yield box;
  }

  startMeasuring(): void {
    this.store.levelOverTime.restart();
    this.open.restart();
    this.level?.restart();
    this.days?.restart();
    this.stays?.clear();
    this.left = 0;
    this.leftLate = 0;
  }

  measures(): Measured[] {
    const of = { place: this.place, resource: this.name };
    const level = this.store.levelOverTime;
    const mean = level.mean();
    const out: Measured[] = [
      { measure: 'TEU inside', statistic: 'mean', of, unit: 'TEU', value: mean },
      { measure: 'TEU inside', statistic: 'max', of, unit: 'TEU', value: level.max() },
      { measure: 'use', statistic: 'share', of, unit: 'share', value: shareOf(mean, this.open.mean()) },
    ];
    if (this.level !== undefined && this.days !== undefined) {
      const p95 = this.level.quantile(0.95);
      const busiest = this.days.busiest();
      out.push(
        { measure: 'TEU inside', statistic: 'p95', of, unit: 'TEU', value: p95 },
        { measure: 'busiest days', statistic: 'mean', of, unit: 'TEU', value: busiest },
        // Planners multiply the mean by this.
        { measure: 'peak factor', statistic: 'mean', of, unit: '×', value: busiest && shareOf(busiest, mean) },
      );
    }
    if (this.hasFreeDays) {
      const value = shareOf(this.leftLate, this.left);
      out.push({ measure: 'beyond free days', statistic: 'share', of, unit: 'share', value });
    }
    const { stays } = this;
    if (stays !== undefined)
      for (const [i, kind] of boxKinds.entries())
        out.push(...staysOf(stays.of(i), { place: this.place, resource: kind }));
    return out;
  }
}

/** Dwell times of boxes of a kind [h]. */
function staysOf(stays: Spans, of: Measured['of']): Measured[] {
  const hours = (statistic: 'mean' | 'p50' | 'p90', seconds: number | null): Measured => {
    return { measure: 'dwell', statistic, of, unit: 'h', value: seconds === null ? null : seconds / 3600 };
  };
  const quantile = (p: number) => quantileOf(stays, countOf(stays), p);
  return [hours('mean', meanOf(stays)), hours('p50', quantile(0.5)), hours('p90', quantile(0.9))];
}
