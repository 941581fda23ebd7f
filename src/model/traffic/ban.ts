// The acceptance ban, the railway's own valve: while too many trains wait before a border, loading for it stops at the origins.
import { type EventKind, TimeWeighted } from '../../kernel';
import type { Measured } from '../corridor/measures/measured';
import { BoxLists, NONE } from '../run/boxes';
import type { Cell } from '../run/ledger';
import type { Box } from '../run/place';
import type { World } from '../run/world';

/** Above so many trains waiting it begins; when fewer than `until` wait it ends. */
export interface BanLimits {
  readonly above: number;
  readonly until: number;
}

/** Events that come last in their second. */
const LAST = 3;

/**
 * A ban on loading for one border, of boxes that come to it from one neighbour. Boxes that were handed to a service before
 * it began go on; those that come later are held at their origins, in one line over all of them, and go on in that order.
 * Order: it begins and ends after all else of its second, so that what happens together is counted together. Where two
 * bans concern a box, the one that was compiled first (by border, then by neighbour) holds it, and then the other.
 */
export class Ban {
  readonly held: BoxLists;
  private inForce = false;
  /** An event is under way that will look whether it begins or ends. */
  private asked = false;
  /** By route: 1 where it comes to the border from that neighbour. */
  private readonly concerns: Uint8Array;
  private readonly cell: Cell;
  private readonly time: TimeWeighted;

  constructor(
    private readonly world: World,
    readonly border: string,
    readonly neighbour: string,
    /** By phase; undefined: there is no ban, and one in force ends. */
    private readonly limits: readonly (BanLimits | undefined)[],
    /** The event that looks, and what comes with it. */
    private readonly looks: EventKind,
    private readonly owner: number,
    private readonly arg: number,
  ) {
    const at = world.placeNumber(border);
    const from = world.placeNumber(neighbour);
    this.concerns = Uint8Array.from(world.routes, ({ stops }) =>
      stops.some(({ index }, i) => i > 0 && index === at && stops[i - 1].index === from) ? 1 : 0,
    );
    this.cell = world.ledger.cell('acceptance ban', border);
    this.held = new BoxLists(world.sim.state, 1);
    this.time = new TimeWeighted(world.sim);
    world.sim.state.numbers(this, 'inForce', 'asked');
    world.bans.push(this);
  }

  /** So many trains from the neighbour wait now. */
  waits(trains: number): void {
    if (this.asked || !this.turns(trains)) return;
    this.asked = true;
    this.world.sim.in(0, this.looks, this.owner, this.arg, LAST);
  }

  /** At the end of such a second: the ban begins, ends, or stays as it is. */
  decide(trains: number): void {
    this.asked = false;
    if (!this.turns(trains)) return;
    this.inForce = !this.inForce;
    this.time.set(this.inForce ? 1 : 0);
    if (!this.inForce) this.release();
  }

  /** A box at its origin is about to be handed to its first service. True: it is held here instead. */
  holds(box: Box): boolean {
    const { boxes, ledger } = this.world;
    if (!this.inForce || this.concerns[boxes.route[box]] === 0) return false;
    boxes.append(this.held, 0, box);
    ledger.turn(box, this.cell);
    return true;
  }

  startMeasuring(): void {
    this.time.restart();
  }

  measures(): Measured[] {
    const of = { place: this.border, resource: `from ${this.neighbour}` };
    return [{ measure: 'acceptance ban', statistic: 'share', of, unit: 'share', value: this.time.mean() }];
  }

  private turns(trains: number): boolean {
    const limits = this.limits[this.world.phase];
    if (limits === undefined) return this.inForce;
    return this.inForce ? trains < limits.until : trains > limits.above;
  }

  private release(): void {
    const { held, world } = this;
    while (held.first[0] !== NONE) {
      world.moves();
      world.goesOn(world.boxes.takeFirst(held, 0));
    }
  }
}
