// What happens at a seaport: ships at berths, trains on tracks, one yard between them, and storms that shut the quay.

import type { EventKind } from '../../../kernel';
import type { Box, Measured, Place, Unit } from '../../kind';
import { Cranes } from '../../parts/cranes';
import { Front, type Host } from '../../parts/front';
import { Yard } from '../../parts/yard';
import { stage } from '../../runHash';
import type { StormCalendar } from '../../weather';
import type { World } from '../../world';
import { tracksOf } from '../terminal/steps';
import type { SeaportSpec } from './spec';

/** Storm events come first in their second: a ship that arrives as the port shuts finds it shut. */
const FIRST = 0;

export interface StormEvents {
  readonly shuts: EventKind;
  readonly opens: EventKind;
}

export class Seaport implements Place {
  private readonly yard: Yard;
  private readonly railCranes: Cranes;
  private readonly quayCranes: Cranes;
  private readonly tracks: Front;
  private readonly berths = new Map<string, Front>();
  private readonly storms: StormCalendar | undefined;
  private storm = 0;
  /** TEU over the quay, loaded and discharged. */
  private overQuay = 0;
  private shutSeconds = 0;
  private shutSince = 0;
  /** Whether a storm has begun and not ended, as of the events so far: one that begins in this very second is still to come. */
  private inStorm = false;
  private measuredFrom = 0;

  constructor(
    private readonly world: World,
    readonly id: string,
    spec: SeaportSpec,
    readonly number: number,
    private readonly events: StormEvents,
  ) {
    const counted = ['storm', 'overQuay', 'shutSeconds', 'shutSince', 'inStorm', 'measuredFrom'];
    world.sim.state.numbers(this, ...counted);
    this.storms = spec.weather === undefined ? undefined : world.stormsOf(spec.weather);
    const specs = world.phases.map(({ data }) => data.places[id] as SeaportSpec);
    const yards = specs.map(({ yard }) => yard.capacity);
    this.yard = new Yard(
      world,
      id,
      yards,
      'yard',
      yards.map((capacity) => this.shares(capacity)),
    );
    const pool = (of: 'rail' | 'quay') => specs.map(({ cranes }) => cranes[of]);
    this.railCranes = new Cranes(world, id, 'rail', pool('rail'));
    this.quayCranes = new Cranes(world, id, 'quay', pool('quay'), () => this.isShut());
    const railside = this.host(() => false, 0);
    this.tracks = new Front(
      world,
      railside,
      this.railCranes,
      {
        name: 'track',
        resource: 'tracks',
        byPhase: specs.map(tracksOf),
      },
      'a yard slot',
    );
    const quayside = this.host(() => this.isShut(), 1);
    for (const kind of Object.keys(spec.berths).sort()) {
      const byPhase = specs.map(({ berths }) => {
        const { count, cranes, tieUp } = berths[kind];
        return { stands: count, each: cranes, secondsIn: tieUp, secondsOut: 0 };
      });
      const figures = { name: 'berth', resource: `${kind} berths`, byPhase };
      this.berths.set(kind, new Front(world, quayside, this.quayCranes, figures, 'a yard slot'));
    }
    this.scheduleStorm();
  }

  becomes(): void {
    this.yard.becomes();
    this.tracks.becomes();
    for (const front of this.berths.values()) front.becomes();
    this.railCranes.becomes();
    this.lookForWork();
  }

  boxEnters(box: Box): void {
    if (this.yard.comesIn(box)) this.world.goesOn(box);
  }

  unitArrives(unit: Unit): void {
    const { units, services } = this.world;
    if (units.aboard.count[unit] === 0) services[units.service[unit]].ready(unit, units.end[unit]);
    else this.frontOf(unit).comes(unit);
    this.lookForWork();
  }

  unitPasses(unit: Unit): void {
    this.world.goOn(unit);
  }

  unitLoads(unit: Unit): void {
    this.frontOf(unit).comes(unit);
    this.quayCranes.work();
    this.railCranes.work();
  }

  boxesHeld(): Iterable<Box> {
    return this.yard.atGate();
  }

  shuts(): void {
    this.shutSince = this.world.sim.now;
    this.inStorm = true;
    for (const front of this.berths.values()) front.shuts();
    this.quayCranes.work();
  }

  opens(): void {
    this.shutSeconds += this.world.sim.now - this.shutSince;
    this.inStorm = false;
    this.storm++;
    this.scheduleStorm();
    for (const front of this.berths.values()) front.opens();
    this.lookForWork();
  }

  startMeasuring(): void {
    this.overQuay = 0;
    this.shutSeconds = 0;
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
    ];
    if (this.storms !== undefined) {
      const shut = this.shutSeconds + (this.inStorm ? now - this.shutSince : 0);
      const value = shut / (now - this.measuredFrom);
      out.push({ measure: 'closed', statistic: 'share', of: { place, resource: 'weather' }, unit: 'share', value });
    }
    return out;
  }

  private parts() {
    return [this.yard, this.quayCranes, this.railCranes, this.tracks, ...this.berths.values()];
  }

  private isShut(): boolean {
    return this.storms?.isClosed(this.world.sim.now) ?? false;
  }

  private frontOf(unit: Unit): Front {
    const service = this.world.services[this.world.units.service[unit]];
    if (!service.bySea) return this.tracks;
    return this.berths.get(service.berth) as Front;
  }

  private lookForWork(): void {
    this.quayCranes.work();
    this.railCranes.work();
    for (let box = this.yard.nextIn(); box >= 0; box = this.yard.nextIn()) this.world.goesOn(box);
  }

  /**
   * Order: boxes that go on by rail and boxes that go on by sea fill at most half of the yard each, or as much as one unit
   * takes away. Else those for ships could fill all of it, no ship could be emptied to take them, and nothing would move again.
   */
  private shares(capacity: number): [number, number] {
    const here = this.world.services.filter((service) => service.endNumbers.includes(this.number));
    const load = (bySea: boolean) =>
      Math.max(0, ...here.filter((service) => service.bySea === bySea).map((service) => service.room));
    return [Math.max(capacity / 2, load(false)), Math.max(capacity / 2, load(true))];
  }

  /** What tracks and berths ask of the port; over the quay, every TEU counts as throughput. */
  private host(isShut: () => boolean, quay: 0 | 1): Host {
    const { world, yard } = this;
    return {
      id: this.id,
      number: this.number,
      isShut,
      lookForWork: () => this.lookForWork(),
      takeRoom: (box) => world.endsWithThisRide(box) || yard.takeSlot(box),
      setDown: (box) => {
        world.stage(box, stage.unloaded, this.number);
        world.boxes.leg[box]++;
        this.overQuay += quay * world.boxes.teu[box];
        if (world.isAtEnd(box)) world.leaves(box, this.number);
        else world.goesOn(box);
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
