// Twenty places in a row, on keruen's kernel: yard slots, cranes and vehicles, and boxes that pass twelve of the places.
import { CRANES, DISTANCES, EVENTS_A_BOX, PLACES, transitWithinChance, VEHICLES, YARD } from '../corridor.mjs';
import { corridorTables, TABLE_LENGTH } from '../tables.mjs';

const MASK = TABLE_LENGTH - 1;

/** One run. A released unit goes to the first in line, who acts at once, before the releaser goes on. */
class Corridor {
  constructor({ Simulation, Server }, draws, boxes) {
    const sim = new Simulation();
    const servers = (capacity) => Array.from({ length: PLACES }, () => new Server(sim, capacity));
    this.sim = sim;
    this.draws = draws;
    this.boxes = boxes;
    this.yards = servers(YARD);
    this.cranes = servers(CRANES);
    this.vehicles = servers(VEHICLES);
    this.entered = new Float64Array(boxes);
    this.waitsSince = new Float64Array(boxes);
    this.place = new Uint8Array(boxes);
    this.hop = new Uint8Array(boxes);
    /** 1 while the box is to be loaded or is being loaded. */
    this.leaving = new Uint8Array(boxes);
    this.nextFree = Int32Array.from({ length: boxes }, (_, row) => row + 1);
    this.free = 0;
    this.created = 0;
    this.total = 0;
    this.waited = 0;
    this.arrival = sim.on('box arrives', () => this.boxArrives());
    this.unloaded = sim.on('unloaded', (box) => this.isUnloaded(box));
    this.dwelt = sim.on('dwell is over', (box) => this.wantsVehicle(box));
    this.loaded = sim.on('loaded', (box) => this.isLoaded(box));
    this.travelled = sim.on('reached the next place', (box) => this.reachesPlace(box));
    sim.in(draws.interarrival(), this.arrival, 0, 0);
  }

  boxArrives() {
    const box = this.free;
    this.free = this.nextFree[box];
    this.entered[box] = this.sim.now;
    this.place[box] = this.draws.start();
    this.hop[box] = 0;
    if (++this.created < this.boxes) this.sim.in(this.draws.interarrival(), this.arrival, 0, 0);
    this.wantsYard(box);
  }

  wantsYard(box) {
    this.leaving[box] = 0;
    if (this.takes(this.yards[this.place[box]], box)) this.wantsCrane(box);
  }

  wantsCrane(box) {
    if (this.takes(this.cranes[this.place[box]], box)) this.handles(box);
  }

  handles(box) {
    this.sim.in(this.draws.handle(), this.leaving[box] === 0 ? this.unloaded : this.loaded, box, 0);
  }

  isUnloaded(box) {
    this.givesCrane(this.place[box]);
    this.sim.in(this.draws.dwell(), this.dwelt, box, 0);
  }

  wantsVehicle(box) {
    this.leaving[box] = 1;
    if (this.takes(this.vehicles[this.place[box]], box)) this.wantsCrane(box);
  }

  isLoaded(box) {
    const place = this.place[box];
    this.givesCrane(place);
    const next = this.gives(this.yards[place]);
    if (next >= 0) this.wantsCrane(next);
    this.sim.in(this.draws.travel(), this.travelled, box, 0);
  }

  reachesPlace(box) {
    const next = this.gives(this.vehicles[this.place[box]]);
    if (next >= 0) this.wantsCrane(next);
    this.place[box]++;
    if (++this.hop[box] < DISTANCES) return this.wantsYard(box);
    this.total += this.sim.now - this.entered[box];
    this.nextFree[box] = this.free;
    this.free = box;
  }

  givesCrane(place) {
    const next = this.gives(this.cranes[place]);
    if (next >= 0) this.handles(next);
  }

  takes(server, box) {
    if (server.take(box)) return true;
    this.waitsSince[box] = this.sim.now;
    return false;
  }

  gives(server) {
    const next = server.pass();
    if (next >= 0) this.waited += this.sim.now - this.waitsSince[next];
    return next;
  }

  /** Mean transit; throws where the lines' lengths over time and the boxes' own waits are not the same total. */
  meanTransit() {
    let area = 0;
    for (const servers of [this.yards, this.cranes, this.vehicles])
      for (const server of servers) area += server.line.area();
    if (!(Math.abs(area - this.waited) <= 1e-9 * this.waited + 1e-9 && this.cranes[9].busy.area() > 0))
      throw new Error(`corridor: lines over time add up to ${area}, the boxes' waits to ${this.waited}`);
    return this.total / this.boxes;
  }
}

/** Draws read from the tables that every language reads. */
class TableDraws {
  constructor(tables) {
    Object.assign(this, tables);
    this.arrived = 0;
    this.started = 0;
    this.handled = 0;
    this.dwelt = 0;
    this.travelled = 0;
  }
  interarrival() {
    return this.interarrivals[this.arrived++ & MASK];
  }
  start() {
    return this.starts[this.started++ & MASK];
  }
  handle() {
    return this.handles[this.handled++ & MASK];
  }
  dwell() {
    return this.dwells[this.dwelt++ & MASK];
  }
  travel() {
    return this.travels[this.travelled++ & MASK];
  }
}

/** The library's own streams and laws, one stream a purpose. */
class StreamDraws {
  constructor({ stream, sampler }) {
    const named = (purpose) => stream('bench', 0, purpose);
    this.streams = ['arrivals', 'starts', 'handling', 'dwell', 'travel'].map(named);
    this.laws = [1 / 1.2, 1, 2_880, 100].map((mean) => sampler({ law: 'exponential', mean }));
  }
  interarrival() {
    return this.laws[0].draw(this.streams[0]);
  }
  start() {
    return Math.floor(8 * this.streams[1].unit());
  }
  handle() {
    return this.laws[1].draw(this.streams[2]);
  }
  dwell() {
    return this.laws[2].draw(this.streams[3]);
  }
  travel() {
    return 200 + this.laws[3].draw(this.streams[4]);
  }
}

function program(kernel, draws, boxes, checked = (mean) => mean) {
  return () => {
    const corridor = new Corridor(kernel, draws(), boxes);
    const begin = process.hrtime.bigint();
    corridor.sim.run();
    const elapsed = Number(process.hrtime.bigint() - begin);
    return { nanoseconds: elapsed / (EVENTS_A_BOX * boxes), check: checked(corridor.meanTransit()) };
  };
}

/** A run's program on the tables. */
export function keruenCorridor({ kernel }, _model, boxes) {
  const tables = corridorTables();
  return program(kernel, () => new TableDraws(tables), boxes);
}

/** The same program on the library's own draws: luck of its own, so the mean is held against the truth. */
export function keruenCorridorDraws({ kernel, stochastic }, _model, boxes) {
  return program(
    kernel,
    () => new StreamDraws(stochastic),
    boxes,
    (mean) => transitWithinChance(mean, boxes),
  );
}
