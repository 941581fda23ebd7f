// The hold models and M/M/1 on simjs: an entity a slot or customer, timers with a callback.
import { holdProgram, VALUES } from '../holdModel.mjs';
import { exponentials, MM1_TABLE_LENGTH } from '../tables.mjs';

// The package is built for browsers: all that it offers, it hangs on the window.
globalThis.window = {};
await import('simjs');
const { Sim, Entity, Facility } = globalThis.window.Sim;
delete globalThis.window;

class Slot extends Entity {
  start(hold, owner, cancels) {
    this.hold = hold;
    this.owner = owner;
    this.arg = hold.size - owner;
    this.value = VALUES[owner % 4];
    this.turn = cancels ? this.turnAndCancel : this.turnAgain;
    this.setTimer(hold.first(owner)).done(this.turn);
  }

  turnAgain() {
    this.hold.note(this.value(this.owner, this.arg));
    this.setTimer(this.hold.delay(this.time())).done(this.turn);
  }

  /** Cancelled requests stay in its queue until their time comes. */
  turnAndCancel() {
    this.hold.note(this.value(this.owner, this.arg));
    const delay = this.hold.delay(this.time());
    this.setTimer(delay).done(this.turn);
    this.second?.cancel();
    this.second = this.setTimer(2 * delay).done(this.tooLate);
  }

  tooLate() {
    throw new Error('a second event happened: it ought to have been cancelled');
  }
}

/** A run's program. */
export function simjsHold(_modules, model, size, events) {
  return holdProgram(model === 'cancel' ? 'hold' : model, size, events, (hold) => {
    const sim = new Sim();
    for (let owner = 0; owner < size; owner++) sim.addEntity(Slot, `slot ${owner}`, hold, owner, model === 'cancel');
    return {
      run: (events) => {
        for (let left = events; left > 0; left--) sim.step();
      },
      now: () => sim.time(),
    };
  });
}

class Customer extends Entity {
  start(queue) {
    this.queue = queue;
    this.arrived = this.time();
    this.useFacility(queue.server, queue.services[queue.served++]).done(this.leave);
  }

  leave() {
    this.queue.total += this.time() - this.arrived;
  }
}

class Source extends Entity {
  start(queue) {
    this.queue = queue;
    this.setTimer(queue.interarrivals[queue.arrivals]).done(this.arrive);
  }

  arrive() {
    const { queue } = this;
    // Not by addEntity, which would keep every customer who ever came.
    new Customer(this.sim).start(queue);
    if (++queue.arrivals < queue.customers) this.setTimer(queue.interarrivals[queue.arrivals]).done(this.arrive);
  }
}

/** A run's program; first come, first served, so services drawn on arrival are those drawn when service begins. */
export function simjsMm1(_modules, _model, customers) {
  if (customers > MM1_TABLE_LENGTH) throw new Error(`mm1 on simjs: ${customers} customers; at most a table's length`);
  const interarrivals = exponentials(12_345, 1 / 0.9, customers);
  const services = exponentials(777, 1, customers);
  return () => {
    const sim = new Sim();
    const queue = {
      interarrivals,
      services,
      customers,
      arrivals: 0,
      served: 0,
      total: 0,
      server: new Facility('server'),
    };
    sim.addEntity(Source, 'source', queue);
    const begin = process.hrtime.bigint();
    while (sim.step());
    const elapsed = Number(process.hrtime.bigint() - begin);
    return { nanoseconds: elapsed / (2 * customers), check: queue.total / customers };
  };
}
