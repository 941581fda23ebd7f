// The e-queue of one direction: a truck books the first free slot that it can be in time for, and sets out when that has come.
import { type EventKind, type Handle, TimeWeighted } from '../../../kernel';
import type { Measured } from '../../corridor/measures/measured';
import { NONE } from '../../run/boxes';
import type { Cell } from '../../run/ledger';
import type { Box } from '../../run/place';
import type { World } from '../../run/world';
import type { BorderHours } from './borderHours';
import { Chain } from './chain';
import type { LocalDays } from './localDays';
import type { Luck } from './luck';
import { NO_SLOT, Slots } from './slots';
import type { EQueue as EQueueSpec } from './spec';

export interface EQueueEvents {
  readonly setsOut: EventKind;
  readonly misses: EventKind;
  readonly slotComes: EventKind;
  readonly early: EventKind;
  readonly slotOpens: EventKind;
}

const NOTHING = 0 as Handle;

export class EQueue {
  private readonly slots: Slots;
  private readonly waiting: Cell;
  /** By phase and route: seconds from its origin to this border, where that is the first road border of the route. */
  private readonly drive: readonly Int32Array[];
  /** Trucks that found no slot, in the order in which they came. */
  private readonly line: Chain;
  /** The event at which the next slot can be booked, while trucks wait for that. */
  private opening = NOTHING;
  /** Trucks that wait to book or for their slot to come. */
  private readonly length: TimeWeighted;
  private lost = 0;
  /** Trucks that got through the e-queue, and the seconds that they were in it. */
  private through = 0;
  private waited = 0;

  constructor(
    private readonly world: World,
    private readonly border: { readonly id: string; readonly number: number; readonly luck: Luck },
    private readonly to: string,
    /** By phase; undefined: there is none. */
    private readonly specs: readonly (EQueueSpec | undefined)[],
    days: LocalDays,
    hours: BorderHours,
    private readonly events: EQueueEvents,
    /** The number of the direction, which its events carry. */
    private readonly owner: number,
    /** A truck at the border has its slot. */
    private readonly comesIn: (box: Box) => void,
  ) {
    const { sim, ledger } = world;
    const horizon = Math.max(0, ...specs.map((spec) => spec?.horizon ?? 0));
    this.slots = new Slots(sim.state, days, hours, (day) => specs[days.phase[day]]?.slots ?? 0, horizon);
    this.waiting = ledger.cell('waiting for a slot in the e-queue', border.id);
    this.drive = drivesTo(world, border.number, to);
    this.line = new Chain(world);
    this.length = new TimeWeighted(sim);
    sim.state.numbers(this, 'opening', 'lost', 'through', 'waited');
  }

  /** A truck at its origin. False: it sets out without a slot, as from beyond the horizon, and books when it has come. */
  books(box: Box): boolean {
    const { boxes, routes } = this.world;
    if (!this.canBookFrom(this.driveOf(box))) return false;
    boxes.heldAt[box] = routes[boxes.route[box]].stops[0].index;
    boxes.apart++;
    this.joins(box);
    return true;
  }

  /** A truck has come to the border. True: it may go in now; otherwise it waits before it until its slot comes. */
  letsIn(box: Box): boolean {
    const { boxes, sim, ledger } = this.world;
    if (boxes.slots[box] === 0) {
      if (this.spec === undefined) return true;
      this.joins(box);
      return false;
    }
    if (boxes.clear[box] <= sim.now) return true;
    ledger.turn(box, this.waiting);
    this.length.add(1);
    sim.at(boxes.clear[box], this.events.early, this.owner, box);
    return false;
  }

  /** A truck at its origin has to go now, to be there at its slot. */
  setsOut(box: Box): void {
    const { world } = this;
    this.leaves(box);
    world.boxes.heldAt[box] = NONE;
    world.boxes.apart--;
    world.drives(box);
  }

  /** A truck did not come to its slot; it books anew. */
  misses(box: Box): void {
    this.lost++;
    if (!this.canBookFrom(this.driveOf(box))) this.goesWithout(box);
    else this.findsSlot(box);
  }

  /** The slot of a truck that came before its time has come; it got through the e-queue when it set out. */
  wasEarly(box: Box): void {
    this.length.add(-1);
    this.waited += this.world.sim.now - this.world.ledger.since[box];
    this.comesIn(box);
  }

  /** The slot of a truck that booked at the border has come. */
  slotComes(box: Box): void {
    this.leaves(box);
    this.comesIn(box);
  }

  /** A slot has come within the horizon. */
  slotOpens(): void {
    this.opening = NOTHING;
    this.serve();
  }

  /** Another phase: another horizon, or no e-queue any more. */
  becomes(): void {
    if (this.opening !== NOTHING) this.world.sim.cancel(this.opening);
    this.opening = NOTHING;
    this.serve();
  }

  /** Seconds to wait for a slot, for a truck that sets out now by a route; Infinity: it never gets one. */
  expected(route: number | undefined): number {
    const { spec, slots, line } = this;
    if (spec === undefined) return 0;
    const { noShows = 0, horizon } = spec;
    if (!(spec.slots > 0 && noShows < 1)) return Number.POSITIVE_INFINITY;
    const { now } = this.world.sim;
    const drive = route === undefined ? 0 : this.drive[this.world.phase][route];
    slots.openUpTo(now, now + horizon);
    const first = slots.from(now + drive);
    const free = slots.free(first);
    // Whoever waits already books first, and more than once where some do not come.
    const slot = free !== NO_SLOT ? free : Math.max(first, slots.opened + Math.ceil(line.count / (1 - noShows)));
    return slots.second(slot) - now - drive;
  }

  startMeasuring(): void {
    this.length.restart();
    this.lost = 0;
    this.through = 0;
    this.waited = 0;
  }

  measures(): Measured[] {
    const of = { place: this.border.id, resource: `e-queue to ${this.to}` };
    const wait = this.through > 0 ? this.waited / this.through / 3600 : null;
    return [
      { measure: 'trucks waiting', statistic: 'mean', of, unit: 'trucks', value: this.length.mean() },
      { measure: 'trucks waiting', statistic: 'max', of, unit: 'trucks', value: this.length.max() },
      { measure: 'wait', statistic: 'mean', of, unit: 'h', value: wait },
      { measure: 'slots lost', statistic: 'total', of, unit: 'slots', value: this.lost },
    ];
  }

  private get spec(): EQueueSpec | undefined {
    return this.specs[this.world.phase];
  }

  /** Whether a truck that drives so long could be in time for a slot within the horizon. */
  private canBookFrom(drive: number): boolean {
    return this.spec !== undefined && drive < this.spec.horizon;
  }

  /** Seconds that a truck drives to the border before it is there: none once it is. */
  private driveOf(box: Box): number {
    const { boxes, phase } = this.world;
    return boxes.stop[box] > 0 ? 0 : this.drive[phase][boxes.route[box]];
  }

  private joins(box: Box): void {
    this.world.ledger.turn(box, this.waiting);
    this.length.add(1);
    this.findsSlot(box);
  }

  private findsSlot(box: Box): void {
    // Order: a slot that has come within the horizon this very second belongs to who waits for it.
    if (this.line.count > 0) this.serve();
    if (this.tries(box)) return;
    this.line.add(box);
    this.awaitOpening();
  }

  /** Order: first come, first served. A truck from nearby may find a slot that is too soon for all who wait. */
  private serve(): void {
    const { line } = this;
    while (line.count > 0) {
      const box = line.first;
      if (!this.canBookFrom(this.driveOf(box))) {
        line.takeFirst();
        this.goesWithout(box);
      } else if (this.tries(box)) line.takeFirst();
      else break;
    }
    this.awaitOpening();
  }

  /** Books the first free slot within the horizon that a truck can be in time for, if there is one. */
  private tries(box: Box): boolean {
    const { slots, world, events, owner, spec } = this;
    const { sim, boxes, flowKey } = world;
    if (spec === undefined) return false;
    const drive = this.driveOf(box);
    slots.openUpTo(sim.now, sim.now + spec.horizon);
    const slot = slots.free(slots.from(sim.now + drive));
    if (slot === NO_SLOT) return false;
    slots.take(slot);
    const second = slots.second(slot);
    // Stream: keyed by truck and attempt, so that a truck which does not come here would not come elsewhere.
    const attempt = boxes.slots[box]++;
    boxes.clear[box] = second;
    if (boxes.stop[box] > 0) sim.at(second, events.slotComes, owner, box);
    else if (this.border.luck.noShow.unit(flowKey[boxes.flow[box]], boxes.number[box], attempt) < (spec.noShows ?? 0))
      sim.at(second, events.misses, owner, box);
    else sim.at(second - drive, events.setsOut, owner, box);
    return true;
  }

  /** There is no e-queue any more, or none that could be booked from here: the truck sets out, or goes in. */
  private goesWithout(box: Box): void {
    const { boxes } = this.world;
    boxes.slots[box] = 0;
    if (boxes.stop[box] === 0) this.setsOut(box);
    else this.slotComes(box);
  }

  private awaitOpening(): void {
    const { slots, world, spec } = this;
    if (this.line.count === 0 || this.opening !== NOTHING || spec === undefined) return;
    const second = slots.second(slots.opened);
    // After the run: it never comes.
    if (second === Number.POSITIVE_INFINITY) return;
    const { sim } = world;
    this.opening = sim.at(Math.max(sim.now, second - spec.horizon), this.events.slotOpens, this.owner, 0);
  }

  private leaves(box: Box): void {
    const { sim, ledger } = this.world;
    this.length.add(-1);
    this.through++;
    this.waited += sim.now - ledger.since[box];
  }
}

/** By phase and route: seconds under way from its origin to a border on the way to a neighbour, if it is the first one. */
function drivesTo(world: World, border: number, to: string): Int32Array[] {
  return world.phases.map(({ data }) =>
    Int32Array.from(world.routes, ({ roads, stops }) => {
      const at = stops.findIndex(({ place }) => data.places[place].kind === 'road border');
      if (at < 0 || stops[at].index !== border || stops[at + 1]?.place !== to) return 0;
      const seconds = roads.slice(0, at).map((road) => {
        const { length, speed = 0 } = data.lines[world.roads[road].id];
        return Math.round((length / speed) * 3600);
      });
      return seconds.reduce((sum, one) => sum + one, 0);
    }),
  );
}
