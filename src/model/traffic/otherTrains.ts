// Trains of others: they come at random, take a path on every line of their way, are handed over at borders, and are gone.
import { minusLog, type Sampler, type Stream, sampler } from '../../stochastic';
import type { CorridorData } from '../corridor/corridor';
import type { TrafficSpec } from '../corridor/data/trafficSpec';
import { isTrains, type OtherPassage, otherWays } from '../corridor/figures/otherTraffic';
import { runningSpeed } from '../corridor/figures/shipClasses';
import type { World } from '../run/world';

const DAY = 86_400;

/** One way of one entry of `traffic`: its lines and places by number. */
interface Way {
  readonly lines: readonly number[];
  readonly stops: readonly number[];
  readonly directions: readonly number[];
  readonly priority: number;
  /** By phase: trains a second, and the time on each line. */
  readonly rates: readonly number[];
  readonly times: readonly (readonly Sampler[])[];
  /** Stream: when they come, and how long they take, are two purposes; neither moves the luck of boxes. */
  readonly arrivals: Stream;
  readonly luck: Stream;
}

export class OtherTrains {
  private readonly ways: readonly Way[];
  /** By way: the next arrival before it is rounded, and how often its rate was changed. */
  declare private readonly next: Float64Array;
  declare private readonly turns: Int32Array;
  /** By row: the way of a train, and how many lines lie behind it; −1: the row is free. */
  private readonly rows: { wayOf: Int32Array; passed: Int32Array };
  private free = 0;

  constructor(private readonly world: World) {
    const { state } = world.sim;
    const traffic = world.data.traffic ?? {};
    const used = new Map<string, number>();
    this.ways = byWay(world.data).flatMap((id) =>
      otherWays(world.data, traffic[id]).map((way) => {
        // Stream: by the way and not by the name, so that another name leaves the luck as it was.
        const purpose = `traffic/${way.map(({ line }) => line).join(', ')}/from ${way[0].from}`;
        const before = used.get(purpose) ?? 0;
        used.set(purpose, before + 1);
        return this.wayOf(id, way, before === 0 ? purpose : `${purpose}/${before}`);
      }),
    );
    state.float64(this, 'next', this.ways.length);
    state.int32(this, 'turns', this.ways.length);
    this.rows = { wayOf: new Int32Array(0), passed: new Int32Array(0) };
    for (const field of ['wayOf', 'passed'] as const) state.int32(this.rows, field, 64).fill(-1);
    state.numbers(this, 'free');
  }

  private wayOf(id: string, way: readonly OtherPassage[], purpose: string): Way {
    const { world } = this;
    const from = way[0].from;
    const specOf = (data: CorridorData): TrafficSpec => data.traffic?.[id] ?? {};
    return {
      lines: way.map(({ line }) => world.lineIndex(line)),
      stops: [from, ...way.map(({ to }) => to)].map((place) => world.placeNumber(place)),
      directions: way.map((passage) => (passage.from < passage.to ? 0 : 1)),
      priority: specOf(world.data).priority ?? 1,
      rates: world.phases.map(({ data }) => (specOf(data).trains ?? 0) / DAY),
      times: world.phases.map(({ data }) => way.map(({ line }) => timeOn(data, line, specOf(data)))),
      arrivals: world.stream(`${purpose}/arrivals`),
      luck: world.stream(`${purpose}/time`),
    };
  }

  begin(): void {
    for (let way = 0; way < this.ways.length; way++) this.schedule(way, this.world.sim.now);
  }

  /** A dated change: from now on they come at another rate. A random arrival has no memory, so the next is drawn anew. */
  becomes(): void {
    for (let way = 0; way < this.ways.length; way++) {
      this.turns[way]++;
      this.schedule(way, this.world.sim.now);
    }
  }

  /** A train comes; one that was to come before the rate was changed does not. */
  comes(way: number, turn: number): void {
    if (turn !== this.turns[way]) return;
    this.schedule(way, this.next[way]);
    const row = this.takeRow();
    this.rows.wayOf[row] = way;
    this.rows.passed[row] = 0;
    this.setsOut(row);
  }

  /** A train is at the end of a line: it goes on, is kept at a border, or is gone. */
  cameOver(row: number): void {
    const { wayOf, passed } = this.rows;
    const { lines, stops } = this.ways[wayOf[row]];
    passed[row]++;
    const place = this.world.places[stops[passed[row]]];
    const from = stops[passed[row] - 1];
    if (place.otherPasses !== undefined) place.otherPasses(row, from);
    else if (passed[row] < lines.length) this.setsOut(row);
    else this.freeRow(row);
  }

  /** A train that was kept goes on. */
  goesOn(row: number): void {
    const { wayOf, passed } = this.rows;
    if (passed[row] < this.ways[wayOf[row]].lines.length) this.setsOut(row);
    else this.freeRow(row);
  }

  priorityOf(row: number): number {
    return this.ways[this.rows.wayOf[row]].priority;
  }

  /** The place from which a train came to where it is. */
  cameFrom(row: number): number {
    return this.ways[this.rows.wayOf[row]].stops[this.rows.passed[row] - 1];
  }

  /** Trains on their way to a place from a neighbour of it, or there. */
  towards(place: number, neighbour: number): number[] {
    const { wayOf, passed } = this.rows;
    const rows = [...wayOf.keys()].filter((row) => wayOf[row] >= 0);
    return rows.filter((row) => {
      const { stops } = this.ways[wayOf[row]];
      const next = stops.findIndex((stop, i) => i > 0 && stop === place && stops[i - 1] === neighbour);
      return next >= 0 && passed[row] <= next;
    });
  }

  /** Seconds on the line that a train sets out on. */
  seconds(row: number): number {
    const { wayOf, passed } = this.rows;
    const { times, luck } = this.ways[wayOf[row]];
    return times[this.world.phase][passed[row]].draw(luck);
  }

  private setsOut(row: number): void {
    const { wayOf, passed } = this.rows;
    const { lines, directions } = this.ways[wayOf[row]];
    this.world.lines[lines[passed[row]]].otherDeparts(row, directions[passed[row]]);
  }

  private schedule(way: number, after: number): void {
    const { arrivals, rates } = this.ways[way];
    const { sim, kinds, phase, clock } = this.world;
    const rate = rates[phase];
    if (rate === 0) return;
    this.next[way] = after + minusLog(1 - arrivals.unit()) / rate;
    if (this.next[way] > clock.last) return;
    sim.at(Math.max(sim.now, Math.floor(this.next[way])), kinds.otherTrainComes, way, this.turns[way]);
  }

  /** A row that no train has. Free rows are looked for from where the last was found. */
  private takeRow(): number {
    const { rows } = this;
    const size = rows.wayOf.length;
    for (let i = 0; i < size; i++) {
      const row = (this.free + i) % size;
      if (rows.wayOf[row] >= 0) continue;
      this.free = (row + 1) % size;
      return row;
    }
    this.world.sim.state.grow(rows, 2 * size);
    rows.wayOf.fill(-1, size);
    this.free = size + 1;
    return size;
  }

  private freeRow(row: number): void {
    this.rows.wayOf[row] = -1;
  }
}

/** Entries that are trains, in an order that their names do not make: those of one way by what they are. */
function byWay({ traffic = {} }: CorridorData): string[] {
  const text = (id: string) => {
    const { on, from = '', priority = 1, speed = 0, trains = 0 } = traffic[id];
    return JSON.stringify([on, from, priority, speed, trains]);
  };
  return Object.keys(traffic)
    .filter((id) => isTrains(traffic[id]))
    .sort((a, b) => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : a < b ? -1 : 1));
}

/** Seconds of a train of others on a line, as a law: at its own speed, or the line's where that is lower. */
function timeOn(data: CorridorData, line: string, spec: TrafficSpec): Sampler {
  const { length, variation = 0 } = data.lines[line];
  const mean = (length / (runningSpeed(data, line, spec) ?? 0)) * 3600;
  return sampler(variation > 0 ? { law: 'lognormal', mean, sd: mean * variation } : { law: 'fixed', value: mean });
}
