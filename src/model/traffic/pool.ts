// A fleet that several services share: who gets the next set, and where an empty one goes.
//
// A set that stands ready is kept by the service on which it came; another that ends at the same place may take it. Order: places
// in the order in which the services, by ids, name their ends; services by ids.
import type { Measured } from '../corridor/measures/measured';
import { type Hops, hopsOf } from '../corridor/routes/fleetHops';
import { NONE } from '../run/boxes';
import type { Unit } from '../run/place';
import type { World } from '../run/world';
import { type Cycle, fleetFigures } from './cycle';
import { Roster } from './roster';

/** A service as the pool of its fleet sees it; ends are 0 and 1. */
export interface Member {
  /** Its number among all services. */
  readonly number: number;
  readonly endNumbers: readonly [number, number];
  readonly round: Cycle;
  /** Departures from both ends. */
  readonly trips: number;
  /** Units that are away beyond an end. */
  readonly away: number;
  /** Units that stand ready at an end, and those that are on their way to it or busy there. */
  readyAt(end: number): number;
  comingTo(end: number): number;
  /** How many units it has boxes for, and whether one is to be sent here and now. */
  loadsAt(end: number): number;
  wantsAt(end: number): boolean;
  /** Since when its oldest box has waited; Infinity: none waits yet. */
  oldestAt(end: number): number;
  /** The first of its units that stand ready at an end; there is one. */
  hands(end: number): Unit;
  /** A unit that stands free at an end is its own from now on, is given what it is to take, and is sent. */
  takes(unit: Unit, end: number): void;
  /** Its units that run at clock zero. */
  starts(units: readonly Unit[]): void;
  /** One that is shared out to an end at clock zero, before any is ready. */
  stands(unit: Unit, end: number, isThere: boolean): void;
  ready(unit: Unit, end: number): void;
  /** The first departures that go by the clock are scheduled. */
  startsClocks(): void;
}

export class Pool {
  readonly roster: Roster;
  private readonly members: Member[] = [];
  /** A slot is one end of a member: its place among them · 2 + the end. A node is a place where some of them end. */
  private readonly hops: Hops;
  /** By service: its place among the members. */
  private readonly memberOf: number[] = [];
  /** By node: units that are sent to it over other nodes, less those that only pass. */
  declare private readonly onward: Int32Array;
  /** By unit, counted from the first: the node to which it is sent over others; NONE: no farther than its service goes. */
  declare private readonly goalOf: Int32Array;
  /** The node for which `nextToSend` found a unit. */
  private goal = NONE;
  private readonly underWay: (readonly number[])[] = [];

  constructor(
    private readonly world: World,
    readonly fleet: string,
    readonly firstUnit: Unit,
    size: number,
  ) {
    this.hops = hopsOf(
      world.phases.map(({ data }) => data),
      fleet,
    );
    this.roster = new Roster(world, fleet, firstUnit);
    world.sim.state.int32(this, 'onward', this.hops.nodes.length);
    world.sim.state.int32(this, 'goalOf', size).fill(NONE);
    world.sim.state.numbers(this, 'goal');
  }

  /** One more service runs its units. Services join in order of ids. True: it is the first, and answers for the fleet. */
  joins(member: Member): boolean {
    this.memberOf[member.number] = this.members.length;
    return this.members.push(member) === 1;
  }

  /**
   * Each service names the ends to which units of its run at clock zero. Once all have, those that remain stand shared between
   * the nodes, the first at the first.
   */
  begins(underWay: readonly number[]): void {
    const { members, hops, world } = this;
    this.underWay.push(underWay);
    if (this.underWay.length < members.length) return;
    const running = this.roster.begin();
    let first = 0;
    for (const [i, ends] of this.underWay.entries()) {
      const own = running.slice(first, first + ends.length);
      for (const [k, unit] of own.entries()) members[i].stands(unit, ends[k], false);
      members[i].starts(own);
      first += ends.length;
    }
    const used = hops.used[world.phase];
    const slots = running.slice(first).map((_, i) => hops.slotsAt[used[i % used.length]][0]);
    for (const [i, slot] of slots.entries()) members[slot >> 1].stands(running[first + i], slot & 1, true);
    for (const [i, slot] of slots.entries()) members[slot >> 1].ready(running[first + i], slot & 1);
    for (const member of members) member.startsClocks();
  }

  /** A unit is where its service took it, or nobody knows when it will be: what was meant for it beyond is forgotten. */
  isThere(unit: Unit): void {
    const goal = this.goalOf[unit - this.firstUnit];
    if (goal === NONE) return;
    const { end, service } = this.world.units;
    this.goalOf[unit - this.firstUnit] = NONE;
    this.onward[goal]--;
    this.onward[this.hops.nodeOf[this.memberOf[service[unit]] * 2 + end[unit]]]++;
  }

  /**
   * A unit that is about to be free at an end of a service goes on at once where something at its place wants it, or boxes at
   * another call it.
   * @returns the slot over which it goes; NONE: it is to stand ready first
   */
  offers(service: number, end: number): number {
    const node = this.hops.nodeOf[this.memberOf[service] * 2 + end];
    const wanting = this.wanting(node);
    if (wanting !== NONE) return wanting;
    return this.spare(node) + 1 > 0 ? this.towards(node, this.calling(node)) : NONE;
  }

  /** Sends a unit that stands free over a slot that was found for it just now. */
  sends(unit: Unit, slot: number): void {
    const { members, hops, goal } = this;
    const far = hops.nodeOf[slot ^ 1];
    if (goal !== far) {
      this.goalOf[unit - this.firstUnit] = goal;
      this.onward[goal]++;
      this.onward[far]--;
    }
    members[slot >> 1].takes(unit, slot & 1);
  }

  /**
   * Gives loads to units that stand ready. Order: what waits where units stand goes first, of several services the one whose
   * oldest box has waited longest; then the nearest unit that is not needed where it is goes, with what waits on its way, to the
   * place where loads lack most units, or to the one that lacks most of half its share of them: as TEU leave from there.
   */
  dispatch(): void {
    for (let slot = this.nextToSend(); slot !== NONE; slot = this.nextToSend()) this.sends(this.takeAt(slot), slot);
  }

  /** Takes a unit that stands ready, where most do; NONE where none does. */
  takeFree(): Unit {
    let most = 0;
    let from = NONE;
    for (let slot = 0; slot < this.hops.nodeOf.length; slot++) {
      const ready = this.members[slot >> 1].readyAt(slot & 1);
      if (ready <= most) continue;
      most = ready;
      from = slot;
    }
    return from === NONE ? NONE : this.members[from >> 1].hands(from & 1);
  }

  measures(): Measured[] {
    const trips = this.members.reduce((sum, member) => sum + member.trips, 0);
    return fleetFigures(
      this.fleet,
      this.members.map(({ round }) => round),
      trips,
    );
  }

  private nextToSend(): number {
    const count = this.hops.nodes.length;
    let anywhere = 0;
    for (let node = 0; node < count; node++) {
      const ready = this.readyAt(node);
      anywhere += ready;
      if (ready === 0) continue;
      const slot = this.wanting(node);
      if (slot !== NONE) return slot;
    }
    if (anywhere === 0) return NONE;
    const calling = this.calling(NONE);
    if (calling !== NONE) return this.towards(this.giver(calling, 0), calling);
    const half = this.halfOfAll();
    const short = this.short(half);
    return short === NONE ? NONE : this.towards(this.giver(short, half), short);
  }

  /**
   * The node nearest to another at which units stand ready beyond its own need.
   * @param half of all units; 0 if it need keep none. It keeps its share of that half.
   */
  private giver(goal: number, half: number): number {
    const { hours, nodes } = this.hops;
    const shares = this.hops.shares[this.world.phase];
    let nearest = Number.POSITIVE_INFINITY;
    let found = NONE;
    for (let node = 0; node < nodes.length; node++) {
      const far = hours[node * nodes.length + goal];
      if (node === goal || far >= nearest || this.readyAt(node) === 0 || this.spare(node) <= 0) continue;
      if (this.readyAt(node) + this.comingTo(node) - 1 < half * shares[node]) continue;
      nearest = far;
      found = node;
    }
    return found;
  }

  /** The slot at a node that wants a unit here and now; of several, the one whose oldest box has waited longest. */
  private wanting(node: number): number {
    const { members, hops } = this;
    let found = NONE;
    let oldest = 0;
    for (const slot of hops.slotsAt[node]) {
      const member = members[slot >> 1];
      if (!member.wantsAt(slot & 1)) continue;
      const since = member.oldestAt(slot & 1);
      if (found !== NONE && since >= oldest) continue;
      found = slot;
      oldest = since;
    }
    if (found !== NONE) this.goal = hops.nodeOf[found ^ 1];
    return found;
  }

  /** Of the nodes but one that have more to send than units that are there or will come, the one that lacks most. */
  private calling(except: number): number {
    let most = 0;
    let found = NONE;
    for (let other = 0; other < this.hops.nodes.length; other++) {
      if (other === except) continue;
      const lacks = this.loadsAt(other) - this.readyAt(other) - this.comingTo(other);
      if (lacks <= most) continue;
      most = lacks;
      found = other;
    }
    return found;
  }

  /** Half of the units that are not away; times the share of a node it is what the node should have. */
  private halfOfAll(): number {
    let away = 0;
    for (const member of this.members) away += member.away;
    return (this.roster.total - away) / 2;
  }

  /** The node that lacks most units of half its share: as the TEU that leave from it. */
  private short(half: number): number {
    const shares = this.hops.shares[this.world.phase];
    let most = 0;
    let found = NONE;
    for (const node of this.hops.used[this.world.phase]) {
      const lacks = half * shares[node] - this.readyAt(node) - this.comingTo(node);
      if (lacks <= most) continue;
      most = lacks;
      found = node;
    }
    return found;
  }

  /** The slot over which a unit at a node goes to a goal; NONE without one of them. */
  private towards(node: number, goal: number): number {
    this.goal = goal;
    return node === NONE || goal === NONE ? NONE : this.hops.next[node * this.hops.nodes.length + goal];
  }

  /** Takes a unit that stands ready where a slot is, one of its own first. */
  private takeAt(slot: number): Unit {
    const { members, hops } = this;
    if (members[slot >> 1].readyAt(slot & 1) > 0) return members[slot >> 1].hands(slot & 1);
    for (const other of hops.slotsAt[hops.nodeOf[slot]])
      if (members[other >> 1].readyAt(other & 1) > 0) return members[other >> 1].hands(other & 1);
    throw new Error(`${this.fleet}: no unit stands ready at ${hops.nodes[hops.nodeOf[slot]]}`);
  }

  private readyAt(node: number): number {
    let ready = 0;
    for (const slot of this.hops.slotsAt[node]) ready += this.members[slot >> 1].readyAt(slot & 1);
    return ready;
  }

  private comingTo(node: number): number {
    let coming = this.onward[node];
    for (const slot of this.hops.slotsAt[node]) coming += this.members[slot >> 1].comingTo(slot & 1);
    return coming;
  }

  private loadsAt(node: number): number {
    let loads = 0;
    for (const slot of this.hops.slotsAt[node]) loads += this.members[slot >> 1].loadsAt(slot & 1);
    return loads;
  }

  /** Units that stand ready at a node beyond those that its own boxes will need. */
  private spare(node: number): number {
    return this.readyAt(node) - this.loadsAt(node);
  }
}
