// The way into a border: while it is closed no train comes in, and of each neighbour's trains so many a day are taken over.

import { beforeHandOver } from '../../corridor/figures/borderSides';
import { isPassedByOthers } from '../../corridor/figures/otherTraffic';
import type { Cell } from '../../run/ledger';
import { OrderedSet } from '../../run/orderedSet';
import type { World } from '../../run/world';
import { DAY } from '../../time/clock';
import type { OpenHours } from '../../time/openHours';
import { secondOfLocal } from '../../time/timeZones';
import { changeAfter } from './controlRules';
import type { RailBorderSpec } from './spec';
import type { Waiting } from './waiting';

/** A day's trains are counted in whole ones; what the sum of days leaves over by rounding is none. */
const SLIP = 1e-9;

/**
 * Order: trains come in in the order in which they came, each neighbour's for itself. Only trains with boxes aboard are
 * taken over and counted; an empty one waits only while the border is closed.
 */
export class Entrance {
  /** Whether it ever holds a train up, in any phase. */
  readonly exists: boolean;
  /** Trains that wait outside, in the order in which they came. */
  readonly outside: OrderedSet;
  /** By phase. */
  private readonly hours: readonly (OpenHours | undefined)[];
  /** By phase and neighbour: trains a day; Infinity: as many as come. */
  private readonly quotas: readonly (readonly number[])[];
  /** Seconds at which the border's days begin. */
  private readonly midnights: Float64Array;
  /** Today, and by neighbour how many trains were taken over since midnight. */
  private day = 0;
  declare private readonly taken: Int32Array;
  private readonly closed: Cell;
  private readonly notHandedOver: Cell;
  /** The same behind trains of others: before it in line, or among those taken over today. */
  private readonly behindOthers: Cell;
  /** By neighbour: trains of others taken over since midnight. */
  declare private readonly takenOfOthers: Int32Array;

  constructor(
    private readonly world: World,
    border: string,
    specs: readonly RailBorderSpec[],
    private readonly waiting: Waiting,
  ) {
    const { ledger, sim } = world;
    const { neighbours } = waiting;
    this.hours = specs.map(({ calendar }) => (calendar === undefined ? undefined : world.hours(calendar)));
    this.quotas = specs.map(({ handedOver }) =>
      neighbours.map((neighbour) => handedOver?.[neighbour] ?? Number.POSITIVE_INFINITY),
    );
    const hasHours = this.hours.some((hours) => hours !== undefined);
    const hasQuotas = this.quotas.flat().some(Number.isFinite);
    this.exists = hasHours || hasQuotas;
    this.midnights = hasQuotas ? midnightsOf(world, specs) : new Float64Array(0);
    // A border without such limits has no such waits: the ledger of a box is as wide as it has causes.
    this.closed = hasHours ? ledger.cell(beforeHandOver.closed, border) : 0;
    this.notHandedOver = hasQuotas ? ledger.cell(beforeHandOver.notHandedOver, border) : 0;
    const isShared = hasQuotas && isPassedByOthers(world.data, border);
    this.behindOthers = isShared ? ledger.cell(beforeHandOver.behindOthers, border) : this.notHandedOver;
    sim.state.int32(this, 'takenOfOthers', neighbours.length);
    this.outside = new OrderedSet(sim.state);
    sim.state.int32(this, 'taken', neighbours.length);
    sim.state.numbers(this, 'day');
  }

  isOpen(): boolean {
    return this.hours[this.world.phase]?.isOpen(this.world.sim.now) ?? true;
  }

  /** Trains a day that are taken over from a place; Infinity: as many as come. */
  quotaFrom(place: string): number {
    return this.quotas[this.world.phase][this.waiting.neighbours.indexOf(place)] ?? Number.POSITIVE_INFINITY;
  }

  /**
   * Whether a train comes in now; then it is counted. Of those before it in line each was asked already.
   * @param n a unit, or a train of others as one beyond the last
   */
  admits(n: number): boolean {
    const { units, otherTrains, phase } = this.world;
    if (!this.isOpen()) return false;
    const isOther = n >= units.count;
    if (!isOther && units.aboard.count[n] === 0) return true;
    const neighbour = isOther ? this.waiting.neighbourOf(otherTrains.cameFrom(n - units.count)) : this.waiting.from(n);
    if (this.quotas[phase][neighbour] === Number.POSITIVE_INFINITY) return true;
    this.turnDay();
    if (this.taken[neighbour] >= this.quotaOfToday(neighbour)) return false;
    this.taken[neighbour]++;
    if (isOther) this.takenOfOthers[neighbour]++;
    return true;
  }

  /** Books the time of all outside. Order: the border that is closed, then its turn among those handed over. */
  book(): void {
    const { outside, waiting, world } = this;
    const { units, otherTrains } = world;
    const isOpen = this.isOpen();
    // By neighbour, as bits: who comes from there stands behind others.
    let behind = 0;
    for (let i = 0; i < this.takenOfOthers.length; i++) if (this.takenOfOthers[i] > 0) behind |= 1 << i;
    for (let i = 0; i < outside.count; i++) {
      const n = outside.who[i];
      if (n >= units.count) behind |= 1 << waiting.neighbourOf(otherTrains.cameFrom(n - units.count));
      else if (units.aboard.count[n] > 0) {
        const isBehind = ((behind >> waiting.from(n)) & 1) === 1;
        waiting.book(n, !isOpen ? this.closed : isBehind ? this.behindOthers : this.notHandedOver, true);
      }
    }
  }

  /** The next second at which somebody outside may come in, or wait for something else; Infinity when nobody is there. */
  nextChange(): number {
    if (this.outside.count === 0) return Number.POSITIVE_INFINITY;
    const { now } = this.world.sim;
    const change = changeAfter(this.hours[this.world.phase], now);
    if (this.midnights.length === 0) return change;
    this.turnDay();
    return Math.min(change, this.midnights[this.day + 1] ?? Number.POSITIVE_INFINITY);
  }

  /** How many trains from a neighbour are taken over today: of 12.5 a day 12 and 13 in turn. */
  private quotaOfToday(neighbour: number): number {
    const quota = this.quotas[this.world.phase][neighbour];
    return Math.floor((this.day + 1) * quota + SLIP) - Math.floor(this.day * quota + SLIP);
  }

  private turnDay(): void {
    const { midnights, taken } = this;
    const { now } = this.world.sim;
    while (midnights[this.day + 1] <= now) {
      this.day++;
      taken.fill(0);
      this.takenOfOthers.fill(0);
    }
  }
}

/** The midnights of a border, by the clocks of its first calendar; by the scenario's where it has none. */
function midnightsOf({ data, clock }: World, specs: readonly RailBorderSpec[]): Float64Array {
  const calendar = specs.find((spec) => spec.calendar !== undefined)?.calendar;
  const zone = calendar === undefined ? data.timeZone : (data.calendars?.[calendar].timeZone ?? data.timeZone);
  const zero = secondOfLocal(data.timeZone, clock.zero * DAY);
  const first = Math.floor(clock.zero) - 1;
  const days = Math.ceil(clock.last / DAY) + 4;
  return Float64Array.from({ length: days }, (_, i) => secondOfLocal(zone, (first + i) * DAY) - zero);
}
