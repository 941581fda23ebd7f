// The corridor's own kind of place: a box takes a slot, is set down by a crane, dwells, and is lifted on a vehicle onward.
import { DISTANCES } from '../corridor.mjs';

/** What a lift sets a box down on, in `boxes.target`: a vehicle, else (NONE) the yard. */
const A_VEHICLE = 0;

/** One place in a run. `kinds` are the events and the luck of all places of this kind, `at` the places themselves by number. */
class Stop {
  constructor({ Server, lawOf, sampler, NONE }, world, kinds, at, id, spec, number) {
    const { sim, ledger } = world;
    this.world = world;
    this.kinds = kinds;
    this.at = at;
    this.id = id;
    this.number = number;
    this.theYard = NONE;
    this.yard = new Server(sim, spec.slots);
    this.cranes = new Server(sim, spec.cranes);
    this.vehicles = new Server(sim, spec.vehicles);
    this.noSlot = ledger.cell('waiting for a yard slot', id);
    this.noCrane = ledger.cell('waiting for a crane', id);
    this.noVehicle = ledger.cell('waiting for a vehicle', id);
    this.handling = ledger.cell('handling', id);
    this.dwelling = ledger.cell('dwell', id);
    this.moving = ledger.cell('moving', id);
    this.lift = sampler(lawOf(spec.lift));
    this.dwell = sampler(lawOf(spec.dwell));
    this.way = spec.way;
    this.delay = sampler(lawOf(spec.delay));
    this.luck = kinds.luck;
  }

  boxEnters(box) {
    this.world.ledger.open(box, this.noSlot);
    this.wantsSlot(box);
  }

  wantsSlot(box) {
    this.world.boxes.target[box] = this.theYard;
    if (this.yard.take(box)) this.wantsCrane(box);
    else this.world.ledger.turn(box, this.noSlot);
  }

  wantsCrane(box) {
    if (this.cranes.take(box)) this.lifts(box);
    else this.world.ledger.turn(box, this.noCrane);
  }

  lifts(box) {
    const { sim, ledger } = this.world;
    ledger.turn(box, this.handling);
    sim.in(Math.round(this.lift.draw(this.luck.lifts)), this.kinds.lifted, this.number, box);
  }

  /** Order: what is given back goes to the first in line, who acts at once; only then does the giver go on. */
  lifted(box) {
    const next = this.cranes.pass();
    if (next >= 0) this.lifts(next);
    if (this.world.boxes.target[box] === A_VEHICLE) this.departs(box);
    else this.dwells(box);
  }

  dwells(box) {
    const { sim, ledger } = this.world;
    ledger.turn(box, this.dwelling);
    sim.in(Math.round(this.dwell.draw(this.luck.dwell)), this.kinds.dwelt, this.number, box);
  }

  dwelt(box) {
    const { ledger, boxes } = this.world;
    boxes.target[box] = A_VEHICLE;
    if (this.vehicles.take(box)) this.wantsCrane(box);
    else ledger.turn(box, this.noVehicle);
  }

  departs(box) {
    const { sim, ledger } = this.world;
    const next = this.yard.pass();
    if (next >= 0) this.wantsCrane(next);
    ledger.turn(box, this.moving);
    sim.in(Math.round(this.way + this.delay.draw(this.luck.ways)), this.kinds.travelled, this.number, box);
  }

  travelled(box) {
    const next = this.vehicles.pass();
    if (next >= 0) this.wantsCrane(next);
    if (++this.world.boxes.leg[box] < DISTANCES) this.at[this.number + 1].wantsSlot(box);
    else this.kinds.boxLeaves(box);
  }

  /** Box seconds by cause as slots, cranes and vehicles have them over time: the ledger must come to the same. */
  secondsByCause() {
    const { yard, cranes, vehicles } = this;
    const seconds = {
      'waiting for a yard slot': yard.line.area(),
      'waiting for a crane': cranes.line.area(),
      'waiting for a vehicle': vehicles.line.area(),
      handling: cranes.busy.area(),
    };
    // In its slot a box dwells, waits for a vehicle or for a crane, or is lifted.
    const other = seconds['waiting for a crane'] + seconds['waiting for a vehicle'] + seconds.handling;
    return { ...seconds, dwell: yard.busy.area() - other };
  }

  /** A box's flow is the number of the place at which it began. */
  *boxesHeld() {
    const { boxes } = this.world;
    for (let box = 0; box < boxes.capacity; box++)
      if (boxes.alive[box] === 1 && boxes.flow[box] + boxes.leg[box] === this.number) yield box;
  }

  unitArrives() {
    this.noUnits();
  }

  unitPasses() {
    this.noUnits();
  }

  unitLoads() {
    this.noUnits();
  }

  noUnits() {
    throw new Error(`${this.id} has vehicles of its own: no train and no ship comes here`);
  }

  startMeasuring() {
    for (const server of [this.yard, this.cranes, this.vehicles]) {
      server.busy.restart();
      server.line.restart();
    }
  }

  measures() {
    const used = { slots: this.yard, cranes: this.cranes, vehicles: this.vehicles };
    return Object.entries(used).map(([resource, { busy, capacity }]) => {
      const of = { place: this.id, resource };
      return { measure: 'use', statistic: 'share', of, unit: 'share', value: busy.mean() / capacity };
    });
  }
}

/** The kind, made of what `keruen/model` exports; `boxLeaves(box)` hears of boxes at the end of their way. */
export function hauledPlaces(model, boxLeaves) {
  return {
    schema: (f) =>
      f.object({
        kind: f.literal('hauled'),
        slots: f.count('Yard slots'),
        cranes: f.count('Cranes'),
        vehicles: f.count('Vehicles of the line onward'),
        lift: f.takes('A lift'),
        dwell: f.takes('In the yard, between the two lifts'),
        way: f.duration('To the next place, at least'),
        delay: f.takes('To the next place, beyond that'),
      }),
    build: (world) => {
      const at = [];
      const kinds = {
        lifted: world.on('a box was lifted', (place, box) => at[place].lifted(box)),
        dwelt: world.on('a dwell is over', (place, box) => at[place].dwelt(box)),
        travelled: world.on('a box reached the next place', (place, box) => at[place].travelled(box)),
        boxLeaves,
        // Stream: one a purpose, as the program without the model has them; shipped kinds have one a purpose and place.
        luck: { lifts: world.stream('handling'), dwell: world.stream('dwell'), ways: world.stream('travel') },
      };
      return (id, spec, number) => {
        at[number] = new Stop(model, world, kinds, at, id, spec, number);
        return at[number];
      };
    },
    preview: () => [],
  };
}
