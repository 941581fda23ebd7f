// A model of usual shape on the built kernel, for quiet.test.ts: node --trace-gc --trace-deopt quiet.mjs
// Says where the quiet stretch begins and ends, and how much the heap grew in it; V8 says the rest.
import { Simulation } from '../../dist/kernel.js';

const DRAWS = 65_536;
/** Delays with mean 1, no two alike: a fixed table, for what is looked at here is not the drawing. */
const delays = Float64Array.from({ length: DRAWS }, (_, i) => -Math.log(((i * 40_503) % DRAWS) / DRAWS + 1e-5));

/** Vehicles that load and drive by turns. Some are called meanwhile; mostly they are back before and the call is cancelled. */
class Fleet {
  constructor(vehicles) {
    this.sim = new Simulation();
    this.draws = 0;
    this.trips = new Int32Array(vehicles);
    this.calls = new Float64Array(vehicles);
    this.late = 0;
    this.waited = 0;
    this.arrives = this.sim.on('arrives', (vehicle, place) => this.arrive(vehicle, place));
    this.loaded = this.sim.on('is loaded', (vehicle, place) => this.leave(vehicle, place));
    this.asked = this.sim.on('is asked for', (vehicle, place) => this.drive(vehicle, place));
    this.called = this.sim.on('is called', (vehicle) => this.call(vehicle));
    this.closes = this.sim.on('the day ends', () => this.sim.stop());
    for (let vehicle = 0; vehicle < vehicles; vehicle++) this.sim.in(this.delay(), this.arrives, vehicle, vehicle % 7);
  }

  delay() {
    this.draws = (this.draws + 1) & (DRAWS - 1);
    return delays[this.draws];
  }

  arrive(vehicle, place) {
    const { sim, calls } = this;
    sim.in(this.delay(), this.loaded, vehicle, place, place & 3);
    if (place >= 3) return;
    if (sim.cancel(calls[vehicle])) this.waited++;
    calls[vehicle] = sim.in(2 * this.delay(), this.called, vehicle, 0);
  }

  leave(vehicle, place) {
    this.trips[vehicle]++;
    // At now, or at a time instead of after a delay.
    if (place === 6) this.sim.in(0, this.asked, vehicle, place);
    else this.sim.at(this.sim.now + this.delay(), this.arrives, vehicle, place + 1);
  }

  drive(vehicle) {
    this.sim.in(this.delay(), this.arrives, vehicle, 0);
  }

  call(vehicle) {
    this.late++;
    this.calls[vehicle] = 0;
  }

  /** Runs without a count, until a handler stops it: half of the time so, half to a given end. */
  runFor(time) {
    const half = this.sim.now + time / 2;
    this.sim.at(half, this.closes, 0, 0);
    this.sim.run();
    this.sim.run({ until: half + time / 2 });
  }
}

const WARM = 2_000_000;
const QUIET = 5_000_000;
/** Some 1.3 events a vehicle and unit of time. */
const DAY = 500;
const used = () => process.memoryUsage().heapUsed;
used();
const fleets = [new Fleet(1_000), new Fleet(10_000)];
for (const fleet of fleets) {
  fleet.sim.run({ events: WARM });
  for (let day = 0; day < 10; day++) fleet.runFor(DAY / 10);
}
const handledSoFar = () => fleets.reduce((total, { sim }) => total + sim.handled, 0);
console.log('QUIET');
const before = used();
const began = handledSoFar();
for (const { sim } of fleets) sim.run({ events: QUIET });
const handled = handledSoFar() - began;
for (const fleet of fleets) fleet.runFor(DAY);
const uncounted = handledSoFar() - began - handled;
const grown = used() - before;
const sum = (of) => fleets.reduce((total, fleet) => total + of(fleet), 0);
const [late, waited] = [sum((fleet) => fleet.late), sum((fleet) => fleet.waited)];
console.log(`LOUD ${JSON.stringify({ grown, handled, uncounted, late, waited })}`);
