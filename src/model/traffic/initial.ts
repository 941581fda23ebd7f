// The initial state: the boxes, trains, ships and trucks that stand somewhere at clock zero, or are under way.
//
// They entered before the window, however it opens: none of their boxes is of the cohort, and their accounts count from clock
// zero. Order: entries in order of their ids; of an entry's units the first arrives first.
import type { InitialSpec } from '../corridor/corridor';
import { largestTeu, routeOfInitial, type Step, stepsOf } from '../corridor/routes/initialSteps';
import type { Box, Unit } from '../run/place';
import type { World } from '../run/world';

/** An entry with its route, found again in the compiled corridor. */
interface Entry {
  readonly spec: InitialSpec;
  readonly flow: number;
  readonly route: number;
  /** The step on which its units are, or after which its boxes stand; −1: at the origin. */
  readonly at: number;
  readonly steps: readonly Step[];
}

export class InitialState {
  private readonly entries: readonly Entry[];
  /** By service: the ends to which its first units run, in the order in which they are taken. */
  readonly underWay: readonly number[][];

  constructor(private readonly world: World) {
    const { data, routes, services } = world;
    const initial = data.initial ?? {};
    this.entries = Object.keys(initial)
      .sort()
      .map((id) => {
        const spec = initial[id];
        const way = routeOfInitial(data, spec);
        const steps = stepsOf(data, spec.flow, way);
        const route = routes.findIndex((one) => one.flow === spec.flow && one.id === way);
        const at = steps.findIndex(({ line, to }) => (spec.on === undefined ? to === spec.at : line === spec.on));
        return { spec, flow: routes[route].flowIndex, route, at, steps };
      });
    this.underWay = services.map(() => []);
    for (const { spec, route, at, steps } of this.entries) {
      for (let i = 0; i < (spec.trains ?? 0); i++) {
        const { service, end } = routes[route].legs[steps[at].ride];
        this.underWay[service].push(1 - end);
      }
    }
  }

  /** After every service has shared out its other units. */
  begin(): void {
    const taken = this.world.services.map(() => 0);
    for (const entry of this.entries) {
      const { teu, trains, trucks } = entry.spec;
      if (teu !== undefined) this.boxesStand(entry, teu);
      for (let i = 0; i < (trains ?? 0); i++) {
        const { service } = this.world.routes[entry.route].legs[entry.steps[entry.at].ride];
        this.unitRuns(entry, this.world.services[service].unitAtStart(taken[service]++), i);
      }
      for (let i = 0; i < (trucks ?? 0); i++) this.truckStands(entry);
    }
  }

  /** Boxes in the yard of a place, set down there by the ride that brought them. */
  private boxesStand(entry: Entry, teu: number): void {
    const { world } = this;
    const { steps, at } = entry;
    const place = world.placeNumber(entry.spec.at as string);
    for (const box of this.boxesOf(entry, teu)) {
      world.boxes.leg[box] = at < 0 ? 0 : steps[at].ride + 1;
      world.journeys.stands(box, at + 1);
      world.accounts.enters(place, world.boxes.teu[box]);
      const here = world.places[place];
      if (here.boxStands === undefined) here.boxEnters(box);
      else here.boxStands(box);
    }
  }

  /** A loaded unit: before a place it comes in at second 0; on a line the i-th of n has (i + ½)/n of it before it. */
  private unitRuns(entry: Entry, unit: Unit, i: number): void {
    const { world } = this;
    const { units, boxes, accounts, ledger } = world;
    const { line, from, ride, passed } = entry.steps[entry.at];
    const service = world.services[units.service[unit]];
    const moving = ledger.cell('moving', line);
    units.arrived[unit] = 1;
    units.closed[unit] = 1;
    units.passed[unit] = passed;
    units.cell[unit] = moving;
    // It left its first end before clock zero, nobody knows when: the round counts from there.
    if (units.end[unit] === 1) units.roundBegan[unit] = 0;
    for (const box of this.boxesOf(entry, service.capacityOf(unit))) {
      boxes.leg[box] = ride;
      world.journeys.stands(box, entry.at);
      ledger.open(box, moving);
      boxes.append(units.aboard, unit, box);
      // Between places: it is inside the corridor, and at none of them.
      accounts.inside.add(boxes.teu[box]);
    }
    service.isUnderWay(unit);
    world.locomotives?.isUnderWay(unit, service.lines[service.next(unit)]);
    const seconds = world.lines[service.lines[service.next(unit)]].slowed(service.timeOf(unit).mean);
    const { on, trains = 1 } = entry.spec;
    const left = on === undefined ? 0 : Math.round((seconds * (i + 0.5)) / trains);
    world.sim.at(left, world.kinds.stoodBefore, world.placeNumber(from), unit);
  }

  /** A truck before a border: it comes by at second 0. */
  private truckStands(entry: Entry): void {
    const { world } = this;
    const { boxes, routes, roads, ledger, kinds } = world;
    const road = routes[entry.route].roads[entry.at];
    const box = this.boxOf(entry);
    world.journeys.stands(box, entry.at);
    ledger.open(box, ledger.cell('moving', roads[road].id));
    boxes.onRoad[box] = road;
    boxes.apart++;
    world.sim.at(0, kinds.roadEnds, road, box);
  }

  /** Boxes of an entry's flow as long as every one of its sizes would fit: nothing that was drawn is thrown away. */
  private *boxesOf(entry: Entry, unitCapacity: number): Generator<Box> {
    const largest = largestTeu(this.world.data, entry.spec.flow);
    for (let teu = 0; teu + largest <= unitCapacity; ) {
      const box = this.boxOf(entry);
      teu += this.world.boxes.teu[box];
      yield box;
    }
  }

  private boxOf({ flow, route }: Entry): Box {
    const box = this.world.flows[flow].initialBox(route);
    this.world.boxes.cohort[box] = 0;
    return box;
  }
}
