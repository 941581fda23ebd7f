// The hand-over at a border with two sides: a train leaves one side, and stands on the other once it is across.
import type { EventKind } from '../../../kernel';
import { type Sampler, type Stream, sampler } from '../../../stochastic';
import { CROSSING } from '../../corridor/figures/borderSides';
import { lawOf } from '../../corridor/figures/law';
import { NONE } from '../../run/boxes';
import type { Cell } from '../../run/ledger';
import type { Unit } from '../../run/place';
import { stage } from '../../run/runHash';
import type { World } from '../../run/world';
import type { RailBorderSpec } from './spec';
import type { Waiting } from './waiting';

export class HandOver {
  /** Whether the border has two sides. */
  readonly exists: boolean;
  /** By phase: seconds from one side to the other; undefined: at once. */
  private readonly takes: readonly (Sampler | undefined)[];
  private readonly luck: Stream | undefined;
  private readonly crossing: Cell;

  constructor(
    private readonly world: World,
    border: string,
    private readonly number: number,
    specs: readonly RailBorderSpec[],
    private readonly waiting: Waiting,
    private readonly isAcross: EventKind,
  ) {
    this.exists = specs[0].sides !== undefined;
    this.takes = specs.map(({ crossing }) => (crossing === undefined ? undefined : sampler(lawOf(crossing))));
    const hasCrossing = this.takes.some((takes) => takes !== undefined);
    this.luck = hasCrossing ? world.stream(`${border}/crossing`) : undefined;
    this.crossing = hasCrossing ? world.ledger.cell(CROSSING, border) : 0;
  }

  /** A train is handed over. True: it stands on the other side at once; else `isAcross` says when. */
  begins(unit: Unit): boolean {
    const { world, number } = this;
    const { units, boxes, journeys, sim } = world;
    for (let box = units.aboard.first[unit]; box !== NONE; box = boxes.next[box]) {
      journeys.handedOver(box, sim.now);
      world.stage(box, stage.handedOver, number);
    }
    const takes = this.takes[world.phase];
    if (takes === undefined || this.luck === undefined) return true;
    this.waiting.book(unit, this.crossing, false);
    sim.at(sim.now + Math.round(takes.draw(this.luck)), this.isAcross, number, unit);
    return false;
  }

  /** A train stands on the other side. */
  ends(unit: Unit): void {
    const { units, boxes, journeys, sim } = this.world;
    for (let box = units.aboard.first[unit]; box !== NONE; box = boxes.next[box]) journeys.takenOver(box, sim.now);
  }
}
