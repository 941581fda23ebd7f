// The anchorage: one queue for all kinds of berth; each ship takes the first free berth that may serve it.
import { TimeWeighted } from '../../kernel';
import type { Measured } from '../corridor/measures/measured';
import { NONE } from '../run/boxes';
import { OrderedSet } from '../run/orderedSet';
import type { Unit } from '../run/place';
import type { World } from '../run/world';
import type { Front } from './front';

const PRIORITIES = 4;

export class Anchorage {
  /** By priority: ships at anchor, in order of arrival. */
  private readonly waiting: readonly OrderedSet[];
  private readonly ships: TimeWeighted;
  /** By unit: the number of the kind of its berth; NONE at anchor or at sea. */
  declare private readonly berthOf: Int32Array;
  /** By number; in order of their ids. */
  private readonly kinds: Front[] = [];

  constructor(
    private readonly world: World,
    private readonly place: string,
    /** The kinds of berth that may serve a ship now, by number, in order of preference. */
    private readonly kindsFor: (unit: Unit) => readonly number[],
    /** Other ships that call here, and the handler for one that takes a berth of a kind; undefined if there are none. */
    private readonly others?: {
      readonly entries: readonly { readonly berths: readonly number[]; readonly priority: number }[];
      /** Whether they may enter now. */
      readonly mayEnter: () => boolean;
      readonly takes: (entry: number, kind: number) => void;
    },
  ) {
    const { state } = world.sim;
    this.waiting = Array.from({ length: PRIORITIES }, () => new OrderedSet(state));
    this.ships = new TimeWeighted(world.sim);
    state.int32(this, 'berthOf', world.units.count).fill(NONE);
  }

  /** Adds a kind of berth: in order of ids, before the run. */
  has(front: Front): void {
    this.kinds.push(front);
  }

  /** A ship requests a berth: with boxes to set down, or to pick up a load. */
  comes(unit: Unit): void {
    const { units, services, sim } = this.world;
    if (this.berthOf[unit] !== NONE) {
      this.kinds[this.berthOf[unit]].comes(unit);
      return;
    }
    if (units.arrived[unit] === 0 && units.closed[unit] === 1 && units.load.first[unit] === NONE) {
      // Sent empty to the other end: it departs from the anchorage.
      this.world.departs(unit);
      return;
    }
    units.asked[unit] = sim.now;
    this.kinds[0].wait(unit);
    this.waiting[services[units.service[unit]].priority].add(unit);
    this.ships.add(1);
    this.look();
  }

  /** Another ship arrives. */
  otherComes(entry: number): void {
    if (this.others === undefined) return;
    this.waiting[this.others.entries[entry].priority].add(this.world.units.count + entry);
    this.look();
  }

  /** A ship has left its berth. */
  left(unit: Unit): void {
    this.berthOf[unit] = NONE;
    this.look();
  }

  /** Assigns free berths. Order: by priority, then by arrival; a ship that no free berth may serve is skipped. */
  look(): void {
    const { count } = this.world.units;
    for (const set of this.waiting) {
      for (let i = 0; i < set.count; ) {
        const unit = set.who[i];
        const kind = unit < count ? this.freeFor(unit) : this.freeForOther(unit - count);
        if (kind === NONE) {
          i++;
          continue;
        }
        set.remove(i);
        if (unit >= count) {
          this.kinds[kind].admitOther();
          this.others?.takes(unit - count, kind);
          continue;
        }
        this.ships.add(-1);
        this.berthOf[unit] = kind;
        this.kinds[kind].admit(unit);
      }
    }
    if (this.others !== undefined) this.book();
  }

  /** Books the wait of ships behind other ships: one is at a suitable berth, or ahead in the queue for one. */
  private book(): void {
    const { count } = this.world.units;
    // Bit mask: kinds of berth for which another ship waits further ahead.
    let ahead = 0;
    for (const set of this.waiting) {
      for (let i = 0; i < set.count; i++) {
        const unit = set.who[i];
        if (unit >= count) {
          for (const kind of this.others?.entries[unit - count].berths ?? []) ahead |= 1 << kind;
          continue;
        }
        let isBehind = false;
        for (const kind of this.kindsFor(unit))
          if (((ahead >> kind) & 1) === 1 || this.kinds[kind].heldByOthers > 0) isBehind = true;
        this.kinds[0].waitsBehind(unit, isBehind);
      }
    }
  }

  /** Ships at anchor: to load, and to unload. */
  inLine(): { toLoad: number; toUnload: number } {
    const { arrived } = this.world.units;
    const own = this.world.units.count;
    const ships = this.waiting.flatMap(({ who, count }) => [...who.subarray(0, count)]).filter((unit) => unit < own);
    const toUnload = ships.filter((unit) => arrived[unit] === 1).length;
    return { toLoad: ships.length - toUnload, toUnload };
  }

  private freeFor(unit: Unit): number {
    for (const kind of this.kindsFor(unit)) if (this.kinds[kind].isFree) return kind;
    return NONE;
  }

  private freeForOther(entry: number): number {
    if (this.others?.mayEnter() !== true) return NONE;
    for (const kind of this.others.entries[entry].berths) if (this.kinds[kind].isFree) return kind;
    return NONE;
  }

  startMeasuring(): void {
    this.ships.restart();
  }

  measures(): Measured[] {
    const of = { place: this.place };
    return [
      { measure: 'ships waiting', statistic: 'mean', of, unit: 'ships', value: this.ships.mean() },
      { measure: 'ships waiting', statistic: 'max', of, unit: 'ships', value: this.ships.max() },
    ];
  }
}
