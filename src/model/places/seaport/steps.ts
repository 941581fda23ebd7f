// What happens at a seaport: ships at berths, trains on tracks, one yard between them, and storms that shut the quay.
// Long, because ships, trains, trucks and storms meet in one yard.

import type { EventKind } from '../../../kernel';
import { canLie, kindsFor } from '../../corridor/capacity/draft';
import { capacityOf } from '../../corridor/capacity/unitCapacity';
import type { CorridorData } from '../../corridor/corridor';
import { othersAt } from '../../corridor/figures/otherTraffic';
import { manned } from '../../corridor/figures/shipClasses';
import type { Measured } from '../../corridor/measures/measured';
import { Anchorage } from '../../parts/anchorage';
import { Collection } from '../../parts/collection';
import { Cranes } from '../../parts/cranes';
import { Delivery } from '../../parts/delivery';
import { Front, type Host } from '../../parts/front';
import { OtherShips } from '../../parts/otherShips';
import { ringAt } from '../../parts/ring';
import { Yard, type YardFigures } from '../../parts/yard';
import type { Box, Place, Unit } from '../../run/place';
import { stage } from '../../run/runHash';
import type { Storms, World } from '../../run/world';
import { DAY } from '../../time/clock';
import { tracksOf } from '../terminal/steps';
import type { PortYard, SeaportSpec } from './spec';

/** Storm events come first in their second: a ship that arrives as the port shuts finds it shut. */
const FIRST = 0;

export interface PortEvents {
  readonly shuts: EventKind;
  readonly opens: EventKind;
  readonly fetched: EventKind;
  readonly due: EventKind;
  readonly otherComes: EventKind;
  readonly otherDone: EventKind;
}

export class Seaport implements Place {
  readonly yard: Yard;
  readonly railCranes: Cranes;
  readonly quayCranes: Cranes;
  readonly tracks: Front;
  readonly berths: Front[] = [];
  readonly anchorage: Anchorage;
  /** By phase and unit: the kinds of berth where it may lie, by number, the one that it prefers first; none for trains. */
  private readonly kindsOf: readonly (readonly (readonly number[])[])[];
  /** By phase: how long a box that ends here stands until a truck fetches it; undefined: none stands. */
  private readonly collection: Collection;
  private readonly delivery: Delivery;
  private readonly freeSlot = (box: Box): void => this.yard.freeSlot(box);
  /** By service that ends here: ships and trains that set out again, and seconds that they had been here. */
  declare private readonly turned: Float64Array;
  declare private readonly turnSeconds: Float64Array;
  private trains = 0;
  private shipCalls = 0;
  private readonly storms: Storms | undefined;
  private storm = 0;
  /** TEU over the quay, loaded and discharged. */
  private overQuay = 0;
  private shutSeconds = 0;
  private shutSince = 0;
  /** Whether a storm has begun and not ended, as of the events so far: one that begins in this very second is still to come. */
  private inStorm = false;
  private measuredFrom = 0;
  /** Ships of others; undefined where none call. By kind of berth: those that a storm keeps in. */
  private readonly others: OtherShips | undefined;
  declare private readonly heldIn: Int32Array;

  constructor(
    private readonly world: World,
    readonly id: string,
    spec: SeaportSpec,
    readonly number: number,
    private readonly events: PortEvents,
  ) {
    const counted = ['storm', 'overQuay', 'shutSeconds', 'shutSince', 'inStorm', 'measuredFrom', 'trains', 'shipCalls'];
    world.sim.state.numbers(this, ...counted);
    this.storms = spec.weather === undefined ? undefined : world.stormsOf(spec.weather);
    const specs = world.phases.map(({ data }) => data.places[id] as SeaportSpec);
    world.sim.state.float64(this, 'turned', world.services.length);
    world.sim.state.float64(this, 'turnSeconds', world.services.length);
    this.yard = new Yard(
      world,
      id,
      specs.map(({ yard }) => this.yardOf(yard)),
      'yard',
      true,
    );
    this.collection = new Collection(
      world,
      id,
      number,
      specs.map(({ yard }) => yard.collected),
      events.fetched,
    );
    this.delivery = new Delivery(
      world,
      id,
      number,
      specs.map(({ yard }) => yard.brought),
      events.due,
    );
    const pool = (of: 'rail' | 'quay') => specs.map(({ cranes }) => cranes[of]);
    this.railCranes = new Cranes(world, id, 'rail', pool('rail'));
    this.quayCranes = new Cranes(world, id, 'quay', pool('quay'), () => this.isShut());
    const tracks = { name: 'track', resource: 'tracks', byPhase: specs.map(tracksOf) };
    this.tracks = new Front(
      world,
      this.host(() => false, 0),
      this.railCranes,
      tracks,
      'a yard slot',
    );
    const kinds = Object.keys(spec.berths).sort();
    const isShared = othersAt(world.data, id).length > 0;
    const serving = kinds.map((kind) => ({ id: kind, serves: [spec.berths[kind].serves ?? []].flat() }));
    this.others = isShared ? new OtherShips(world, number, serving, events.otherComes) : undefined;
    const others =
      this.others === undefined
        ? undefined
        : {
            entries: this.others.entries,
            mayEnter: () => !this.isShut(),
            takes: (entry: number, kind: number) => this.otherTakes(entry, kind),
          };
    this.anchorage = new Anchorage(world, id, (unit) => this.kindsOf[world.phase][unit], others);
    world.sim.state.int32(this, 'heldIn', kinds.length);
    const quayside = this.host(() => this.isShut(), 1);
    for (const kind of kinds) {
      const byPhase = specs.map(({ berths }) => {
        const { count, cranes, tieUp, berthing = 0 } = berths[kind];
        return { stands: count, each: cranes, secondsIn: berthing, secondsOut: berthing, tieUp };
      });
      const figures = { name: 'berth', resource: `${kind} berths`, byPhase, isShared, anchorage: this.anchorage };
      const berth = new Front(world, quayside, this.quayCranes, figures, 'a yard slot');
      this.berths.push(berth);
      this.anchorage.has(berth);
    }
    this.kindsOf = world.phases.map(({ data }) => this.kindsIn(data, kinds));
    this.scheduleStorm();
  }

  becomes(): void {
    this.yard.becomes();
    this.tracks.becomes();
    for (const front of this.berths) front.becomes();
    this.others?.becomes();
    this.anchorage.look();
    this.quayCranes.becomes();
    this.railCranes.becomes();
    this.lookForWork();
  }

  boxEnters(box: Box): void {
    if (this.yard.comesIn(box)) this.delivery.awaits(box);
  }

  unitArrives(unit: Unit): void {
    const { units, services, sim } = this.world;
    units.cameAt[unit] = sim.now;
    if (units.aboard.count[unit] === 0) services[units.service[unit]].ready(unit, units.end[unit]);
    else this.comesIn(unit);
    this.lookForWork();
  }

  unitDeparts(unit: Unit): void {
    const { units, services, sim } = this.world;
    const service = units.service[unit];
    if (services[service].bySea) this.shipCalls++;
    else this.trains++;
    // Who was here at clock zero never came.
    if (Number.isNaN(units.cameAt[unit])) return;
    this.turned[service]++;
    this.turnSeconds[service] += sim.now - units.cameAt[unit];
    units.cameAt[unit] = Number.NaN;
  }

  unitPasses(unit: Unit): void {
    this.world.proceed(unit);
  }

  unitLoads(unit: Unit): void {
    this.comesIn(unit);
    this.quayCranes.work();
    this.railCranes.work();
  }

  /** A truck fetches a box whose way ended here. */
  isFetched(box: Box): void {
    this.collection.isFetched(box, this.freeSlot);
    this.lookForWork();
  }

  /** A box that was brought before its departure is to be loaded next. */
  isDue(box: Box): void {
    this.delivery.isDue(box);
    this.lookForWork();
  }

  *boxesHeld(): Iterable<Box> {
    yield* this.yard.atGate();
    yield* this.collection.boxesHeld();
  }

  shuts(): void {
    this.shutSince = this.world.sim.now;
    this.inStorm = true;
    for (const front of this.berths) front.shuts();
    this.quayCranes.work();
  }

  opens(): void {
    this.shutSeconds += this.world.sim.now - this.shutSince;
    this.inStorm = false;
    this.storm++;
    this.scheduleStorm();
    for (const front of this.berths) front.opens();
    if (this.others !== undefined) {
      for (const [kind, held] of this.heldIn.entries()) for (let i = 0; i < held; i++) this.berths[kind].otherLeaves();
      this.heldIn.fill(0);
      this.anchorage.look();
    }
    this.lookForWork();
  }

  /** A ship of others comes. */
  otherComes(arg: number): void {
    const entry = this.others?.comes(arg) ?? -1;
    if (entry >= 0) this.anchorage.otherComes(entry);
  }

  /** A ship of others is done; while a storm keeps it in, it keeps its berth. */
  otherIsDone(kind: number): void {
    if (this.isShut()) {
      this.heldIn[kind]++;
      return;
    }
    this.berths[kind].otherLeaves();
    this.anchorage.look();
  }

  private otherTakes(entry: number, kind: number): void {
    const { world, events, number } = this;
    world.sim.in(this.others?.stay(entry) ?? 0, events.otherDone, number, kind);
  }

  ring(): string | undefined {
    return ringAt(this);
  }

  startMeasuring(): void {
    this.overQuay = 0;
    this.shutSeconds = 0;
    this.turned.fill(0);
    this.turnSeconds.fill(0);
    this.trains = 0;
    this.shipCalls = 0;
    this.measuredFrom = this.world.sim.now;
    this.shutSince = this.world.sim.now;
    for (const part of this.parts()) part.startMeasuring();
  }

  measures(): Measured[] {
    const { now } = this.world.sim;
    const place = this.id;
    const out: Measured[] = [
      // Port throughput is TEU over the quay, loaded plus discharged.
      { measure: 'throughput', statistic: 'total', of: { place }, unit: 'TEU', value: this.overQuay },
      ...this.parts().flatMap((part) => part.measures()),
      ...this.traffic(now),
    ];
    if (this.storms !== undefined) {
      const shut = this.shutSeconds + (this.inStorm ? now - this.shutSince : 0);
      const value = shut / (now - this.measuredFrom);
      out.push({ measure: 'closed', statistic: 'share', of: { place, resource: 'weather' }, unit: 'share', value });
    }
    return out;
  }

  /** Ships and trains that set out a week, and how long they had been here. */
  private traffic(now: number): Measured[] {
    const { world, trains, shipCalls, turned, turnSeconds } = this;
    const weeks = (now - this.measuredFrom) / (7 * DAY);
    const aWeek = (count: number) => (weeks > 0 ? count / weeks : null);
    const of = { place: this.id };
    return [
      { measure: 'calls a week', statistic: 'mean', of, unit: 'calls/week', value: aWeek(shipCalls) },
      { measure: 'trains a week', statistic: 'mean', of, unit: 'trains/week', value: aWeek(trains) },
      ...world.services.flatMap((service, i): Measured[] => {
        if (!service.endNumbers.includes(this.number)) return [];
        const value = turned[i] > 0 ? turnSeconds[i] / turned[i] / 3600 : null;
        return [{ measure: 'turn-round', statistic: 'mean', of: { ...of, resource: service.id }, unit: 'h', value }];
      }),
    ];
  }

  private parts() {
    return [this.yard, this.quayCranes, this.railCranes, this.tracks, this.anchorage, ...this.berths];
  }

  private isShut(): boolean {
    return this.storms?.isClosed(this.world.sim.now) ?? false;
  }

  /** A train wants a track, a ship a berth. */
  private comesIn(unit: Unit): void {
    const { units, services } = this.world;
    if (services[units.service[unit]].bySea) this.anchorage.comes(unit);
    else this.tracks.comes(unit);
  }

  private lookForWork(): void {
    this.quayCranes.work();
    this.railCranes.work();
    for (let box = this.yard.nextIn(); box >= 0; box = this.yard.nextIn()) this.delivery.awaits(box);
  }

  /**
   * Order: boxes that go on by rail and boxes that go on by sea fill at most half of the yard each, or as much as one unit
   * takes away. Else those for ships could fill all of it, no ship could be emptied to take them, and nothing would move again.
   */
  private yardOf({ capacity, laden, empty, transit, freeDays }: PortYard): YardFigures {
    const here = this.world.services.filter((service) => service.endNumbers.includes(this.number));
    // Of all who ever run here: larger ships may join later, and the water may rise.
    const most = (service: string) =>
      this.world.phases.flatMap(({ data }) =>
        manned(data.fleets[data.services[service].fleet]).map(({ id }) => capacityOf(data, service, id).teu),
      );
    const load = (bySea: boolean) =>
      Math.max(0, ...here.filter((service) => service.bySea === bySea).flatMap(({ id }) => most(id)));
    const byWay = [Math.max(capacity / 2, load(false)), Math.max(capacity / 2, load(true))] as const;
    const limits = [laden, empty, transit];
    if (limits.every((limit) => limit === undefined)) return { capacity, byWay, freeDays };
    const [a, b, c] = limits.map((limit) => limit ?? Number.POSITIVE_INFINITY);
    return { capacity, byWay, byKind: [a, b, c], freeDays };
  }

  private kindsIn(data: CorridorData, kinds: readonly string[]): number[][] {
    const of: number[][] = Array.from({ length: this.world.units.count }, () => []);
    for (const service of this.world.services) {
      const serving = kindsFor(data, this.id, service.id);
      for (let unit = service.firstUnit; unit < service.firstUnit + service.size; unit++)
        of[unit] = serving
          .filter((kind) => canLie(data, this.id, kind, service.id, service.classOf(unit)))
          .map((kind) => kinds.indexOf(kind));
    }
    return of;
  }

  /** What tracks and berths ask of the port; over the quay, every TEU counts as throughput. */
  private host(isShut: () => boolean, quay: 0 | 1): Host {
    const { world, yard } = this;
    return {
      id: this.id,
      number: this.number,
      isShut,
      lookForWork: () => this.lookForWork(),
      takeRoom: (box) => {
        if (world.endsWithThisRide(box) && !this.collection.stands) return true;
        return yard.takeSlot(box);
      },
      setDown: (box) => {
        world.stage(box, stage.unloaded, this.number);
        world.boxes.leg[box]++;
        this.overQuay += quay * world.boxes.teu[box];
        if (!world.isAtEnd(box)) world.goesOn(box);
        else this.collection.awaits(box);
      },
      pickedUp: (box) => {
        this.overQuay += quay * world.boxes.teu[box];
        yard.freeSlot(box);
      },
    };
  }

  private scheduleStorm(): void {
    const { storms, storm, world } = this;
    if (storms === undefined || storm >= storms.begins.length) return;
    const { sim } = world;
    sim.at(storms.begins[storm], this.events.shuts, this.number, 0, FIRST);
    if (storms.ends[storm] < Number.POSITIVE_INFINITY)
      sim.at(storms.ends[storm], this.events.opens, this.number, 0, FIRST);
  }
}
