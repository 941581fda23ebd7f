// Boxes that end at a place stand in its yard until a truck fetches them; without such a law trucks fetch them from the crane.
import type { EventKind } from '../../kernel';
import { type KeyedDraws, type Sampler, sampler } from '../../stochastic';
import type { Takes } from '../corridor/data/takes';
import { lawOf } from '../corridor/figures/law';
import { NONE } from '../run/boxes';
import type { Cell } from '../run/ledger';
import type { Box } from '../run/place';
import type { World } from '../run/world';

export class Collection {
  /** Whether boxes stand at all; else they leave from the crane. */
  readonly stands: boolean;
  private readonly laws: readonly (Sampler | undefined)[];
  /** Stream: keyed by box, so that its truck comes as soon whatever else stands here. */
  private readonly trucks: KeyedDraws;
  private readonly waitTruck: Cell;

  /** @param collected by phase: how long a box stands until its truck comes */
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

  /** A box whose way ends here was set down: it leaves from the crane, or stands until a truck fetches it. */
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

  /** Its truck is here: it leaves, and its slot is the caller's to free, before that. */
  isFetched(box: Box, freeSlot: (box: Box) => void): void {
    const { boxes } = this.world;
    boxes.heldAt[box] = NONE;
    boxes.apart--;
    freeSlot(box);
    this.world.leaves(box, this.place);
  }

  /** Boxes that stand here for a truck. */
  *boxesHeld(): Iterable<Box> {
    const { heldAt, alive, capacity } = this.world.boxes;
    for (let box = 0; box < capacity; box++) if (alive[box] === 1 && heldAt[box] === this.place) yield box;
  }
}
