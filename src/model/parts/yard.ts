// A yard in TEU with a limit, and the gate in front of it: a box that finds no slot waits outside, first come first.
import { Store, TimeWeighted } from '../../kernel';
import { BoxLists, NONE } from '../boxes';
import type { Box, Measured } from '../kind';
import type { Cell } from '../ledger';
import { shareOf } from '../share';
import type { World } from '../world';

const BY_RAIL = 0;
const BY_SEA = 1;

export class Yard {
  readonly store: Store;
  private readonly gate: BoxLists;
  /** TEU inside by the way on which they will leave. */
  declare inside: Float64Array;
  private readonly noSlot: Cell;
  /** Its capacity, over time. */
  private readonly open: TimeWeighted;

  constructor(
    private readonly world: World,
    private readonly place: string,
    /** By phase. */
    private readonly capacities: readonly number[],
    private readonly name = 'yard',
    /** By phase: TEU that it takes at most of boxes that leave by rail, and by sea; one number: however they leave. */
    private readonly mosts: readonly (readonly number[])[] = capacities.map(() => [Number.POSITIVE_INFINITY]),
  ) {
    world.sim.state.float64(this, 'inside', mosts[0].length);
    this.store = new Store(world.sim, Number.POSITIVE_INFINITY);
    this.open = new TimeWeighted(world.sim, capacities[0]);
    this.gate = new BoxLists(world.sim.state, 1);
    this.noSlot = world.ledger.cell(`waiting for a ${name} slot`, place);
  }

  get capacity(): number {
    return this.capacities[this.world.phase];
  }

  /** A dated change. */
  becomes(): void {
    this.open.set(this.capacity);
  }

  /** A box at the gate. True: it has its slot; false: it waits outside. Order: nobody overtakes at the gate. */
  comesIn(box: Box): boolean {
    const { boxes, ledger } = this.world;
    ledger.open(box, this.noSlot);
    if (this.gate.first[0] === NONE && this.put(box, boxes.leg[box])) return true;
    boxes.append(this.gate, 0, box);
    return false;
  }

  /** The next box that waited at the gate and has its slot now; NONE when there is none. */
  nextIn(): Box {
    const box = this.gate.first[0];
    if (box === NONE || !this.put(box, this.world.boxes.leg[box])) return NONE;
    return this.world.boxes.takeFirst(this.gate, 0);
  }

  /** A slot for a box that is set down. False: the yard is full. Order: boxes at the gate do not hold up a train. */
  takeSlot(box: Box): boolean {
    return this.put(box, this.world.boxes.leg[box] + 1);
  }

  freeSlot(box: Box): void {
    const { boxes } = this.world;
    const way = this.wayOn(box, boxes.leg[box]);
    this.inside[way] -= boxes.teu[box];
    if (!(this.store.get(boxes.teu[box]) && this.inside[way] >= 0))
      throw new Error(`${this.place}: more TEU left the ${this.name} than were in it`);
  }

  private put(box: Box, leg: number): boolean {
    const teu = this.world.boxes.teu[box];
    const way = this.wayOn(box, leg);
    // Where it has shrunk below what it holds, it takes nothing until enough has left.
    if (this.store.level + teu > this.capacity) return false;
    if (this.inside[way] + teu > this.mosts[this.world.phase][way]) return false;
    this.store.put(teu);
    this.inside[way] += teu;
    return true;
  }

  /** The way on which a box leaves that goes on with this leg. */
  private wayOn(box: Box, leg: number): number {
    if (this.mosts[0].length === 1) return 0;
    const { boxes, routes, services } = this.world;
    return services[routes[boxes.route[box]].legs[leg].service].bySea ? BY_SEA : BY_RAIL;
  }

  /** Boxes that wait outside. */
  *atGate(): Generator<Box> {
    for (let box = this.gate.first[0]; box !== NONE; box = this.world.boxes.next[box]) yield box;
  }

  startMeasuring(): void {
    this.store.levelOverTime.restart();
    this.open.restart();
  }

  measures(): Measured[] {
    const of = { place: this.place, resource: this.name };
    const level = this.store.levelOverTime;
    return [
      { measure: 'TEU inside', statistic: 'mean', of, unit: 'TEU', value: level.mean() },
      { measure: 'TEU inside', statistic: 'max', of, unit: 'TEU', value: level.max() },
      { measure: 'use', statistic: 'share', of, unit: 'share', value: shareOf(level.mean(), this.open.mean()) },
    ];
  }
}
