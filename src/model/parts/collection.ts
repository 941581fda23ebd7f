// Boxes at their destination stay in the yard until a truck collects them; without such a law trucks collect from the crane.
import type { EventKind } from '../../kernel';
import { type KeyedDraws, type Sampler, sampler } from '../../stochastic';
import type { Takes } from '../corridor/data/takes';
import { lawOf } from '../corridor/figures/law';
import { NONE } from '../run/boxes';
import type { Cell } from '../run/ledger';
import type { Box } from '../run/place';
import type { World } from '../run/world';

export class Collection {
  /** Whether boxes stay in the yard; else they leave from the crane. */
  readonly stands: boolean;
  private readonly laws: readonly (Sampler | undefined)[];
  /** Stream: keyed by box, so that its truck's arrival does not depend on other boxes. */
  private readonly trucks: KeyedDraws;
  private readonly waitTruck: Cell;

  /** @param collected by phase: the time until a box's truck arrives */
  constructor(
    private readonly world: World,
    id: string,
    private readonly place: number,
    collected: readonly (Takes | undefined)[],
    private readonly fetched: EventKind,
  ) {
    this.laws = collected.map((takes) => (takes === undefined ? undefined : sampler(lawOf(takes))));
    this.stands = this.laws.some((law) => law !== undefined);
    this.trucks = world.keyed(`${id}/trucks`);
    this.waitTruck = this.stands ? world.ledger.cell('waiting for a truck', id) : NONE;
  }

  /** A box was set down at its destination: it leaves from the crane, or waits for its truck. */
  awaits(box: Box): void {
    const { boxes, sim, flowKey, ledger, phase } = this.world;
    if (!this.stands) {
      this.world.leaves(box, this.place);
      return;
    }
    ledger.turn(box, this.waitTruck);
    boxes.heldAt[box] = this.place;
    boxes.apart++;
    const seconds = this.laws[phase]?.drawFor(this.trucks, flowKey[boxes.flow[box]], boxes.number[box], 0) ?? 0;
    sim.in(Math.round(seconds), this.fetched, this.place, box);
  }

  /** The truck has arrived: the box leaves; the caller frees its slot before that. */
  isFetched(box: Box, freeSlot: (box: Box) => void): void {
    const { boxes } = this.world;
    boxes.heldAt[box] = NONE;
    boxes.apart--;
    freeSlot(box);
    this.world.leaves(box, this.place);
  }

  /** Boxes waiting here for a truck. */
  *boxesHeld(): Iterable<Box> {
    const { heldAt, alive, capacity } = this.world.boxes;
    for (let box = 0; box < capacity; box++) if (alive[box] === 1 && heldAt[box] === this.place) yield box;
  }
}
