// Servers: who is served now, who waits, who is next.
import { describe, expect, it } from 'vitest';
import { Server, Simulation } from '../../../src/kernel';

const drain = (server: Server) => {
  const served: number[] = [];
  for (let who = server.serve(); who >= 0; who = server.serve()) served.push(who);
  return served;
};

describe('Server', () => {
  it('serves as many at once as it has capacity, and puts the rest in line', () => {
    const cranes = new Server(new Simulation(), 2);
    expect([cranes.take(10), cranes.take(11), cranes.take(12)]).toEqual([true, true, false]);
    expect([cranes.inUse, cranes.waiting, cranes.capacity]).toEqual([2, 1, 2]);
  });

  it('serves first come, first served; and nobody while nothing is free', () => {
    const crane = new Server(new Simulation(), 1);
    for (const who of [5, 0, 2147483647]) crane.take(who);
    expect(crane.serve()).toBe(-1);
    crane.give();
    expect([crane.serve(), crane.serve()]).toEqual([0, -1]);
    crane.give();
    expect([crane.serve(), crane.waiting, crane.inUse]).toEqual([2147483647, 0, 1]);
  });

  it('serves better priorities first, and within a priority who came first', () => {
    const crane = new Server(new Simulation(), 1);
    crane.take(0);
    crane.take(1, 1, 3);
    crane.take(2);
    crane.take(3, 1, 0);
    crane.take(4, 1, 2);
    crane.take(5, 1, 1);
    crane.take(6, 1, 0);
    const order: number[] = [];
    while (crane.waiting > 0) {
      crane.give();
      order.push(...drain(crane));
    }
    expect(order).toEqual([3, 6, 2, 5, 4, 1]);
  });

  it('lets nobody overtake: a small request waits behind a large one of the same priority though it would fit', () => {
    const tracks = new Server(new Simulation(), 3);
    tracks.take(1, 2);
    expect(tracks.take(2, 2)).toBe(false);
    expect(tracks.take(3, 1)).toBe(false);
    expect(tracks.take(4, 1, 2)).toBe(false);
    expect(tracks.serve()).toBe(-1);
    tracks.give(2);
    expect(drain(tracks)).toEqual([2, 3]);
    expect([tracks.inUse, tracks.waiting]).toEqual([3, 1]);
  });

  it('lets a newcomer of better priority than all who wait take what is free', () => {
    const tracks = new Server(new Simulation(), 3);
    tracks.take(1, 2);
    tracks.take(2, 2, 2);
    expect(tracks.take(3, 1, 1)).toBe(true);
    expect(tracks.take(4, 1, 2)).toBe(false);
  });

  it('lets who waits leave, from anywhere in the line, and only once', () => {
    const crane = new Server(new Simulation(), 1);
    for (const who of [1, 2, 3, 4]) crane.take(who);
    crane.take(5, 1, 3);
    expect([crane.leave(3), crane.leave(3), crane.leave(1), crane.leave(5)]).toEqual([true, false, false, true]);
    expect(crane.waiting).toBe(2);
    crane.give();
    expect(crane.serve()).toBe(2);
    crane.give();
    expect([crane.serve(), crane.waiting]).toEqual([4, 0]);
  });

  it('gives way to those behind when a large request at the front leaves', () => {
    const tracks = new Server(new Simulation(), 2);
    tracks.take(1);
    tracks.take(2, 2);
    tracks.take(3);
    tracks.leave(2);
    expect(drain(tracks)).toEqual([3]);
  });

  it('lowered below what is in use lets that finish, and serves nobody until there is room', () => {
    const cranes = new Server(new Simulation(), 3);
    for (const who of [1, 2, 3, 4]) cranes.take(who);
    cranes.capacity = 1;
    expect([cranes.inUse, cranes.capacity]).toEqual([3, 1]);
    cranes.give();
    cranes.give();
    expect(cranes.serve()).toBe(-1);
    cranes.give();
    expect(cranes.serve()).toBe(4);
    cranes.capacity = 2;
    expect(cranes.take(5)).toBe(true);
  });

  it('closed for a while (capacity 0) lets requests wait that it can serve when it opens', () => {
    const berths = new Server(new Simulation(), 2);
    berths.capacity = 0;
    expect([berths.take(1, 2), berths.serve()]).toEqual([false, -1]);
    berths.capacity = 2;
    expect(drain(berths)).toEqual([1]);
  });

  it('keeps a line of ten thousand in order', () => {
    const crane = new Server(new Simulation(), 1);
    for (let who = 0; who <= 10_000; who++) crane.take(who);
    let inOrder = 0;
    for (let who = 1; who <= 10_000; who++) {
      crane.give();
      if (crane.serve() === who) inOrder++;
    }
    expect([inOrder, crane.waiting]).toEqual([10_000, 0]);
  });

  it('accounts for use and line over time', () => {
    const sim = new Simulation();
    const cranes = new Server(sim, 2);
    cranes.take(1, 2);
    cranes.take(2);
    sim.run({ until: 4 });
    cranes.give(2);
    cranes.serve();
    sim.run({ until: 10 });
    cranes.give();
    sim.run({ until: 12 });
    // In use 2 for 4 and 1 for 6; one waiting for 4.
    expect([cranes.busy.area(), cranes.line.area(), cranes.busy.max(), cranes.line.max()]).toEqual([14, 4, 2, 1]);
    cranes.take(3);
    cranes.take(4, 2);
    cranes.leave(4);
    expect([cranes.busy.value, cranes.line.value]).toEqual([1, 0]);
  });

  it('refuses more than it ever had, and what is no amount, no one and no priority', () => {
    const cranes = new Server(new Simulation(), 2);
    expect(() => cranes.take(7, 3)).toThrow('7 asks for 3, capacity 2');
    expect(() => cranes.take(7, 3)).toThrow('call expect(most) before');
    expect(() => new Server(new Simulation(), 0).take(0)).toThrow(
      '0 asks for 1, but the capacity is 0 and was never more; where it comes later, call expect(most) before',
    );
    for (const amount of [0, -1, 0.5, Number.NaN])
      expect(() => cranes.take(7, amount)).toThrow(`7 asks for ${amount}, capacity 2`);
    for (const who of [-1, 0.5, 2 ** 31, Number.NaN]) expect(() => cranes.take(who)).toThrow(`who is ${who}`);
    for (const priority of [-1, 4, 1.5, Number.NaN])
      expect(() => cranes.take(7, 1, priority)).toThrow(`priority ${priority}`);
    expect([cranes.inUse, cranes.waiting]).toEqual([0, 0]);
  });

  it('refuses to get back more than was taken, and a capacity that is none', () => {
    const sim = new Simulation();
    const cranes = new Server(sim, 3);
    cranes.take(1, 2);
    for (const amount of [3, 0, -1, 0.5, Number.NaN])
      expect(() => cranes.give(amount)).toThrow(`${amount} comes back, 2 in use`);
    expect(cranes.inUse).toBe(2);
    for (const capacity of [-4, 1.5, Number.NaN, Infinity]) {
      expect(() => new Server(sim, capacity)).toThrow(`capacity ${capacity}`);
      expect(() => {
        cranes.capacity = capacity;
      }).toThrow('must be a whole number');
    }
    expect(cranes.capacity).toBe(3);
  });

  it('passes what comes back to who is next, in one call, and never uses more or less in between', () => {
    const sim = new Simulation();
    const cranes = new Server(sim, 2);
    for (const who of [1, 2, 3]) cranes.take(who);
    cranes.take(4, 2);
    sim.run({ until: 5 });
    expect([cranes.pass(), cranes.inUse, cranes.waiting]).toEqual([3, 2, 1]);
    expect([cranes.pass(), cranes.inUse, cranes.pass(), cranes.inUse]).toEqual([-1, 1, 4, 2]);
    expect([cranes.pass(2), cranes.inUse, cranes.busy.area(), cranes.busy.max()]).toEqual([-1, 0, 10, 2]);
    expect(() => cranes.pass()).toThrow('Server.pass: 1 comes back, 0 in use');
  });

  it('lets who waits change its priority: behind all who wait with the new one, and in its place with the old', () => {
    const crane = new Server(new Simulation(), 1);
    for (const who of [0, 1, 2, 3]) crane.take(who);
    crane.take(4, 1, 0);
    expect([crane.promote(3, 0), crane.promote(1, 1), crane.promote(4, 2), crane.promote(9, 0)]).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect([1, 2, 3, 4].map(() => crane.pass())).toEqual([3, 1, 2, 4]);
    for (const priority of [-1, 4, 1.5, Number.NaN])
      expect(() => crane.promote(1, priority)).toThrow(`priority ${priority}`);
  });

  it('breaks down in part: what is in service finishes, and nobody is served where nothing works', () => {
    const sim = new Simulation();
    const cranes = new Server(sim, 3);
    for (const who of [1, 2, 3, 4]) cranes.take(who);
    cranes.fail(2);
    expect([cranes.inUse, cranes.capacity, cranes.broken, cranes.pass()]).toEqual([3, 3, 2, -1]);
    sim.run({ until: 10 });
    expect([cranes.pass(), cranes.inUse]).toEqual([-1, 1]);
    cranes.repair();
    expect([cranes.serve(), cranes.inUse, cranes.couldTake()]).toEqual([4, 2, false]);
    // Closed by calendar and broken at once: what is broken stays so, and does not count twice.
    cranes.capacity = 0;
    cranes.give(2);
    cranes.capacity = 1;
    expect([cranes.couldTake(), cranes.take(5)]).toEqual([false, false]);
    cranes.repair();
    expect([cranes.serve(), cranes.broken, cranes.down.area(), cranes.open.area()]).toEqual([5, 0, 20, 30]);
    expect(() => cranes.repair()).toThrow('1 come back, 0 are down');
    for (const units of [4, 0, -1, 0.5, Number.NaN]) {
      expect(() => cranes.fail(units)).toThrow(`${units} break down, 0 of 3 are down`);
      expect(() => cranes.repair(units)).toThrow(`${units} come back`);
    }
  });

  it('fails and is repaired in calendar time by two events of the caller, whether it works or not', () => {
    const sim = new Simulation();
    const cranes = new Server(sim, 2);
    const fails = sim.on('fails', (unit) => {
      cranes.fail();
      sim.in(2, repaired, unit, 0);
    });
    const repaired = sim.on('repaired', (unit) => {
      cranes.repair();
      sim.in(8, fails, unit, 0);
    });
    for (const unit of [0, 1]) sim.in(8 - 5 * unit, fails, unit, 0);
    sim.run({ until: 1_000 });
    // Each is down for 2 in 10.
    expect([cranes.down.mean() / cranes.most, cranes.broken]).toEqual([0.2, 1]);
  });

  it('keeps no figures where none are wanted, and says so', () => {
    const crane = new Server(new Simulation(), 1, { figures: false });
    expect([crane.take(1), crane.take(2), crane.pass(), crane.inUse]).toEqual([true, false, 2, 1]);
    for (const figure of ['busy', 'line', 'open', 'down'] as const)
      expect(() => crane[figure]).toThrow('keeps no figures over time');
  });
});

describe('a wait with patience', () => {
  /** One crane, taken; what happens, in words. */
  const busyCrane = () => {
    const sim = new Simulation();
    const crane = new Server(sim, 1);
    const log: string[] = [];
    const leaves = sim.on('leaves', (owner, who) => log.push(`${who} leaves ${owner} at ${sim.now}`));
    const done = sim.on('done', () => log.push(`${crane.pass()} is served at ${sim.now}`));
    crane.take(0);
    return { sim, crane, log, leaves, done };
  };

  it('ends at its time: who waits is out of the line when the event is handed over', () => {
    const { sim, crane, log, leaves } = busyCrane();
    const ask = sim.on('asks', () => crane.takeWithin(7, 5, leaves, -3));
    sim.at(10, ask, 0, 0);
    sim.run({ until: 15 });
    expect([log, crane.waiting]).toEqual([[], 1]);
    sim.step();
    expect([log, crane.waiting, crane.line.area(), sim.pending]).toEqual([[], 0, 5, 1]);
    sim.run();
    expect([log, sim.now]).toEqual([['7 leaves -3 at 15'], 15]);
  });

  it('is not heard of when who waits was served before, or left', () => {
    const { sim, crane, log, leaves, done } = busyCrane();
    crane.takeWithin(1, 5, leaves, 0);
    crane.takeWithin(2, 6, leaves, 0);
    sim.at(3, done, 0, 0);
    sim.run({ until: 4 });
    crane.leave(2);
    expect(sim.pending).toBe(0);
    sim.run();
    expect(log).toEqual(['1 is served at 3']);
  });

  it('does not start for who is served at once', () => {
    const { sim, crane, leaves } = busyCrane();
    crane.give();
    expect([crane.takeWithin(1, 5, leaves, 0), sim.pending, crane.inUse]).toEqual([true, 0, 1]);
  });

  it('ends last of its moment: who can be served just then still is, and who follows hears of it before anything else', () => {
    const { sim, crane, log, leaves, done } = busyCrane();
    crane.takeWithin(1, 5, leaves, 0);
    crane.takeWithin(2, 5, leaves, 0);
    crane.takeWithin(3, 5, leaves, 0);
    sim.at(5, done, 0, 0, 2);
    sim.at(
      5,
      sim.on('last', () => log.push('last')),
      0,
      0,
      3,
    );
    sim.run();
    expect(log).toEqual(['1 is served at 5', '2 leaves 0 at 5', '3 leaves 0 at 5', 'last']);
  });

  it('goes on with another priority, and may end at once', () => {
    const { sim, crane, log, leaves } = busyCrane();
    crane.takeWithin(1, 5, leaves, 0);
    crane.promote(1, 0);
    crane.takeWithin(2, 0, leaves, 0);
    sim.run();
    expect(log).toEqual(['2 leaves 0 at 0', '1 leaves 0 at 5']);
  });

  it('refuses a patience that is none, and an event that is none, and nobody joins', () => {
    const { crane, leaves } = busyCrane();
    for (const patience of [-1, Number.NaN, Infinity])
      expect(() => crane.takeWithin(1, patience, leaves, 0)).toThrow(`patience of ${patience}`);
    for (const owner of [0.5, 2 ** 31, Number.NaN])
      expect(() => crane.takeWithin(1, 1, leaves, owner)).toThrow(`owner ${owner}`);
    expect(crane.waiting).toBe(0);
  });
});
