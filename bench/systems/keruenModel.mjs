// The benchmark's corridor on the model: its boxes, ledger and draws, in whole seconds, and a kind of place of the bench's own.
import {
  CRANES,
  EVENTS_A_BOX,
  PARTS_OF_TRANSIT,
  PLACES,
  transitWithinChance,
  VEHICLES,
  withinChance,
  YARD,
} from '../corridor.mjs';
import { hauledPlaces } from './corridorPlace.mjs';

const HOUR = 3_600;
const exponential = (hours) => ({ law: 'exponential', mean: hours * HOUR });

const PLACE = {
  kind: 'hauled',
  slots: YARD,
  cranes: CRANES,
  vehicles: VEHICLES,
  lift: exponential(1),
  dwell: exponential(2_880),
  way: 200 * HOUR,
  delay: exponential(100),
};

/** A corridor of such places and nothing else, read by the kind's own schema. */
function corridorOf({ fields }, kind) {
  const schema = kind.schema(fields('typed'));
  const ids = Array.from({ length: PLACES }, (_, i) => `place ${String(i + 1).padStart(2, '0')}`);
  return {
    keruen: 'scenario@1',
    id: 'twenty-places',
    title: 'Twenty places in a row',
    start: '2024-01-01',
    timeZone: 'UTC',
    warmUp: 0,
    places: Object.fromEntries(ids.map((id) => [id, schema.parse(PLACE)])),
    lines: {},
    services: {},
    fleets: {},
    flows: {},
  };
}

/** One run: boxes come at random until there were so many, and are accounted for when they leave. */
class Run {
  constructor(model, boxes) {
    const { Clock, CompiledCorridor, sampler } = model;
    const kind = hauledPlaces(model, (box) => this.boxLeaves(box));
    const data = corridorOf(model, kind);
    const world = new CompiledCorridor(data, new Clock(data.start, data.warmUp), 'bench', 0, { hauled: kind });
    this.world = world;
    this.boxes = boxes;
    this.gap = sampler(exponential(1 / 1.2));
    this.arrivals = world.stream('arrivals');
    this.starts = world.stream('starts');
    this.comes = world.on('a box comes', () => this.boxComes());
    /** The next arrival before it is cut to a whole second. */
    this.next = 0;
    this.created = 0;
    this.total = 0;
    const { state } = world.sim;
    state.numbers(this, 'next', 'created', 'total');
    this.seconds = state.float64(this, 'seconds', world.ledger.cells.length);
    this.makesRoom();
    this.schedule();
  }

  /** For all boxes at once, before the clock starts, as the program without the model has it: rows are made and given back. */
  makesRoom() {
    const { boxes } = this.world;
    for (let box = 0; box < this.boxes; box++) boxes.add(0, box, 1, 0);
    for (let box = this.boxes - 1; box >= 0; box--) boxes.remove(box);
  }

  schedule() {
    this.next += this.gap.draw(this.arrivals);
    this.world.sim.at(Math.floor(this.next), this.comes, 0, 0);
  }

  boxComes() {
    const { boxes, places, sim } = this.world;
    const start = Math.floor(8 * this.starts.unit());
    const box = boxes.add(start, this.created, 1, sim.now);
    boxes.apart++;
    if (++this.created < this.boxes) this.schedule();
    places[start].boxEnters(box);
  }

  boxLeaves(box) {
    const { boxes, ledger } = this.world;
    this.total += ledger.close(box);
    const row = ledger.row(box);
    for (let cell = 0; cell < row.length; cell++) this.seconds[cell] += row[cell];
    boxes.apart--;
    boxes.remove(box);
  }

  /** Mean transit [h]; throws where an account does not close to the second, or a part of it is not what it must be. */
  meanTransit() {
    const { boxes, ledger, places, sim } = this.world;
    same('events', sim.handled, EVENTS_A_BOX * this.boxes);
    same('boxes inside at the end', boxes.inside, 0);
    let booked = 0;
    const byCause = {};
    for (const [cell, { cause, where }] of ledger.cells.entries()) {
      const seconds = this.seconds[cell];
      booked += seconds;
      byCause[cause] = (byCause[cause] ?? 0) + seconds;
      const overTime = places[this.world.placeNumber(where)].secondsByCause()[cause] ?? seconds;
      same(`seconds of ${cause} at ${where}`, seconds, overTime);
    }
    same('seconds booked', booked, this.total);
    const mean = (seconds) => seconds / this.boxes / HOUR;
    for (const [cause, truth] of Object.entries(PARTS_OF_TRANSIT))
      withinChance(cause, mean(byCause[cause]), this.boxes, truth);
    return transitWithinChance(mean(this.total), this.boxes);
  }
}

function same(what, one, other) {
  if (one !== other) throw new Error(`corridor on keruen/model: ${what}: ${one}, but ${other} by another account`);
}

/** A run's program. */
export function keruenModel({ model }, _model, boxes) {
  return () => {
    const run = new Run(model, boxes);
    const begin = process.hrtime.bigint();
    run.world.sim.run();
    const elapsed = Number(process.hrtime.bigint() - begin);
    return { nanoseconds: elapsed / (EVENTS_A_BOX * boxes), check: run.meanTransit() };
  };
}
