// One server, nine tenths busy, on keruen's kernel: arrivals, one line, mean time in the system over all customers.
import { exponentials, MM1_TABLE_LENGTH } from '../tables.mjs';

const MASK = MM1_TABLE_LENGTH - 1;

class Queue {
  constructor({ Simulation, Server }, interarrivals, services, customers) {
    this.sim = new Simulation();
    this.server = new Server(this.sim, 1, { figures: false });
    this.interarrivals = interarrivals;
    this.services = services;
    this.customers = customers;
    this.arrived = new Float64Array(customers);
    // Rows of customers who have left are used again: memory follows who is inside.
    this.nextFree = Int32Array.from({ length: customers }, (_, row) => row + 1);
    this.free = 0;
    this.arrivals = 0;
    this.served = 0;
    this.total = 0;
    this.arrive = this.sim.on('arrive', () => this.arrives());
    this.leave = this.sim.on('leave', (customer) => this.leaves(customer));
    this.sim.in(interarrivals[0], this.arrive, 0, 0);
  }

  arrives() {
    const customer = this.free;
    this.free = this.nextFree[customer];
    this.arrived[customer] = this.sim.now;
    if (this.server.take(customer)) this.begins(customer);
    if (++this.arrivals < this.customers) this.sim.in(this.interarrivals[this.arrivals & MASK], this.arrive, 0, 0);
  }

  begins(customer) {
    this.sim.in(this.services[this.served++ & MASK], this.leave, customer, 0);
  }

  leaves(customer) {
    this.total += this.sim.now - this.arrived[customer];
    this.nextFree[customer] = this.free;
    this.free = customer;
    const next = this.server.pass();
    if (next >= 0) this.begins(next);
  }
}

/** A run's program. */
export function keruenMm1({ kernel }, _model, customers) {
  const interarrivals = exponentials(12_345, 1 / 0.9, MM1_TABLE_LENGTH);
  const services = exponentials(777, 1, MM1_TABLE_LENGTH);
  return () => {
    const queue = new Queue(kernel, interarrivals, services, customers);
    const begin = process.hrtime.bigint();
    queue.sim.run();
    const elapsed = Number(process.hrtime.bigint() - begin);
    return { nanoseconds: elapsed / (2 * customers), check: queue.total / customers };
  };
}
