// M/M/1, nine tenths busy: arrivals, one server, one line; the number inside over time is what comes out.
import { exponentials, TABLE } from './exponentials.mjs';
import { PlainSimulation } from './plainHeap.mjs';
import { measure } from './rounds.mjs';

const ARRIVAL = 1 / 0.9;
const SERVICE = 1;

/** The same queue for both; what differs is the clock, the server and the account of time that are handed in. */
function queue(sim, server, arrivals, services) {
  let arrival = 0;
  let service = 0;
  let customer = 0;
  const leave = sim.on('leave', () => {
    server.give(1);
    const who = server.serve();
    if (who >= 0) begin(who);
  });
  const begin = (who) => {
    service = (service + 1) & (TABLE - 1);
    sim.in(services[service], leave, who, 0);
  };
  const arrive = sim.on('arrive', () => {
    arrival = (arrival + 1) & (TABLE - 1);
    sim.in(arrivals[arrival], arrive, 0, 0);
    customer = (customer + 1) & 0xfffff;
    if (server.take(customer, 1)) begin(customer);
  });
  sim.in(0, arrive, 0, 0);
  return (events) => {
    sim.run({ events });
    return server.line.area() + server.busy.area();
  };
}

class PlainArea {
  value = 0;
  sum = 0;
  changed = 0;
  highest = 0;
  constructor(sim) {
    this.sim = sim;
  }
  set(value) {
    this.sum += this.value * (this.sim.now - this.changed);
    this.changed = this.sim.now;
    this.value = value;
    if (value > this.highest) this.highest = value;
  }
  area() {
    return this.sum + this.value * (this.sim.now - this.changed);
  }
}

/** One server, and an array of objects in front of it. */
class PlainServer {
  inUse = 0;
  waiting = [];
  constructor(sim) {
    this.busy = new PlainArea(sim);
    this.line = new PlainArea(sim);
  }
  take(who, amount) {
    if (this.inUse + amount <= 1 && this.waiting.length === 0) {
      this.inUse += amount;
      this.busy.set(this.inUse);
      return true;
    }
    this.waiting.push({ who, amount });
    this.line.set(this.waiting.length);
    return false;
  }
  give(amount) {
    this.inUse -= amount;
    this.busy.set(this.inUse);
  }
  serve() {
    if (this.waiting.length === 0 || this.inUse + this.waiting[0].amount > 1) return -1;
    const { who, amount } = this.waiting.shift();
    this.inUse += amount;
    this.busy.set(this.inUse);
    this.line.set(this.waiting.length);
    return who;
  }
}

/** Rows of M/M/1; `kernel` is the built kernel module. */
export default function rows(kernel, { quick = false } = {}) {
  const arrivals = exponentials('bench/mm1/arrivals', ARRIVAL);
  const services = exponentials('bench/mm1/services', SERVICE);
  return measure({
    model: 'M/M/1',
    size: 'rho 0.9',
    events: quick ? 50_000 : 1_000_000,
    rounds: quick ? 3 : 12,
    systems: {
      keruen: () => {
        const sim = new kernel.Simulation();
        return queue(sim, new kernel.Server(sim, 1), arrivals, services);
      },
      'plain heap': () => {
        const sim = new PlainSimulation();
        return queue(sim, new PlainServer(sim), arrivals, services);
      },
    },
  });
}
