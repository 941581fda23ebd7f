// Boxes that begin at a place are brought some time before their departure, and stand in its yard until it is time to load them.
import type { EventKind } from '../../kernel';
import { type KeyedDraws, type Sampler, sampler } from '../../stochastic';
import type { Takes } from '../corridor/data/takes';
import { lawOf } from '../corridor/figures/law';
import { NONE } from '../run/boxes';
import type { Cell } from '../run/ledger';
import type { Box } from '../run/place';
import type { World } from '../run/world';

export class Delivery {
  private readonly laws: readonly (Sampler | undefined)[];
  /** Stream: keyed by box, so that it is brought as early whatever else stands here. */
  private readonly early: KeyedDraws | undefined;
  private readonly ahead: Cell;

  /** @param brought by phase: how long before its departure a box is brought */
  constructor(
    private readonly world: World,
    id: string,
    private readonly place: number,
    brought: readonly (Takes | undefined)[],
    private readonly due: EventKind,
  ) {
    this.laws = brought.map((takes) => (takes === undefined ? undefined : sampler(lawOf(takes))));
    const exists = this.laws.some((law) => law !== undefined);
    this.early = exists ? world.keyed(`${id}/brought`) : undefined;
    this.ahead = exists ? world.ledger.cell('brought before its departure', id) : NONE;
  }

  /** A box from the gate has its slot: it waits for its service at once, or stands until it is due. */
  awaits(box: Box): void {
    const { boxes, sim, flowKey, ledger, phase } = this.world;
    const law = this.laws[phase];
    if (this.early === undefined || law === undefined) {
      this.world.goesOn(box);
      return;
    }
    ledger.turn(box, this.ahead);
    boxes.heldAt[box] = this.place;
    boxes.apart++;
    const seconds = law.drawFor(this.early, flowKey[boxes.flow[box]], boxes.number[box], 0);
    sim.in(Math.round(seconds), this.due, this.place, box);
  }

  /** It is to be loaded next. */
  isDue(box: Box): void {
    const { boxes } = this.world;
    boxes.heldAt[box] = NONE;
    boxes.apart--;
    this.world.goesOn(box);
  }
}
