// The event loop's promises, each as a sentence.
import { describe, expect, it } from 'vitest';
import { type EventKind, type Handle, Simulation, SimulationError } from '../../../src/kernel';

/** A simulation whose events write down when they happened and to whom. */
function diary() {
  const sim = new Simulation();
  const lines: [number, number][] = [];
  const note = sim.on('note', (owner) => {
    lines.push([sim.now, owner]);
  });
  return { sim, lines, note, owners: () => lines.map(([, owner]) => owner) };
}

describe('order', () => {
  it('is by time first, then by priority, then by scheduling', () => {
    const { sim, note, lines } = diary();
    sim.at(20, note, 1, 0, 0);
    sim.at(10, note, 2, 0, 3);
    sim.at(10, note, 3, 0);
    sim.at(10, note, 4, 0, 0);
    sim.at(10, note, 5, 0, 1);
    sim.at(10, note, 6, 0, 2);
    sim.run();
    expect(lines).toEqual([
      [10, 4],
      [10, 3],
      [10, 5],
      [10, 6],
      [10, 2],
      [20, 1],
    ]);
  });

  it('of a hundred events at one time is the order in which they were scheduled', () => {
    const { sim, note, owners } = diary();
    for (let i = 0; i < 100; i++) sim.at(7, note, i, 0);
    sim.run();
    expect(owners()).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  it('puts an event scheduled at now behind those scheduled earlier for this moment, of equal priority', () => {
    const { sim, note, owners } = diary();
    const first = sim.on('first', () => void sim.in(0, note, 9, 0));
    sim.at(5, first, 0, 0);
    sim.at(5, note, 1, 0);
    sim.at(5, note, 2, 0);
    sim.run();
    expect(owners()).toEqual([1, 2, 9]);
  });

  it('puts an event scheduled at now before those of worse priority that were scheduled earlier, and behind better ones', () => {
    const { sim, note, owners } = diary();
    const first = sim.on('first', () => {
      sim.in(0, note, 9, 0, 1);
      sim.in(0, note, 8, 0, 0);
    });
    sim.at(5, first, 0, 0, 0);
    sim.at(5, note, 2, 0, 2);
    sim.at(5, note, 1, 0, 0);
    sim.run();
    expect(owners()).toEqual([1, 8, 9, 2]);
  });

  it('lets events at now that schedule events at now finish before the clock moves', () => {
    const { sim, note, lines } = diary();
    const chain: EventKind = sim.on('chain', (left) => void sim.in(0, left > 0 ? chain : note, left - 1, 0));
    sim.at(3, chain, 5, 0);
    sim.at(4, note, 44, 0);
    sim.run();
    expect(lines).toEqual([
      [3, -1],
      [4, 44],
    ]);
    expect(sim.handled).toBe(8);
  });

  it('brings owner and arg to the handler as they were given, down to the ends of 32 bits', () => {
    const sim = new Simulation();
    const seen: number[][] = [];
    const kind = sim.on('kind', (owner, arg) => void seen.push([owner, arg]));
    sim.at(0, kind, 2147483647, -2147483648);
    sim.at(0, kind, -1, 0);
    sim.run();
    expect(seen).toEqual([
      [2147483647, -2147483648],
      [-1, 0],
    ]);
  });
});

describe('run', () => {
  it('until t leaves the events at t pending, and the clock stands at t', () => {
    const { sim, note, owners } = diary();
    sim.at(9, note, 1, 0);
    sim.at(10, note, 2, 0);
    sim.run({ until: 10 });
    expect(owners()).toEqual([1]);
    expect([sim.now, sim.pending, sim.peek(), sim.handled]).toEqual([10, 1, 10, 1]);
    sim.run({ until: 10.5 });
    expect(owners()).toEqual([1, 2]);
  });

  it('until t ends at t also when nothing is pending', () => {
    const { sim } = diary();
    sim.run({ until: 100 });
    expect(sim.now).toBe(100);
    sim.run();
    expect(sim.now).toBe(100);
    expect(sim.peek()).toBe(Number.POSITIVE_INFINITY);
  });

  it('never loses an event scheduled between two runs, before whatever was next', () => {
    const { sim, note, lines } = diary();
    sim.at(50, note, 1, 0);
    sim.run({ until: 10 });
    sim.at(20, note, 2, 0);
    sim.at(10, note, 3, 0);
    sim.run({ until: 30 });
    sim.at(30, note, 4, 0);
    sim.run();
    expect(lines).toEqual([
      [10, 3],
      [20, 2],
      [30, 4],
      [50, 1],
    ]);
  });

  it('puts an event scheduled between two runs at now behind those already waiting for that moment', () => {
    const { sim, note, owners } = diary();
    sim.at(10, note, 1, 0);
    sim.at(10, note, 2, 0, 2);
    sim.run({ until: 10 });
    sim.at(10, note, 3, 0);
    sim.run();
    expect(owners()).toEqual([1, 3, 2]);
  });

  it('for n events hands over n at most, and leaves the clock at the last of them while more come before until', () => {
    const { sim, note, owners } = diary();
    for (let i = 1; i <= 5; i++) sim.at(i, note, i, 0);
    sim.run({ events: 2 });
    expect([sim.now, owners()]).toEqual([2, [1, 2]]);
    sim.run({ events: 2, until: 100 });
    expect([sim.now, owners()]).toEqual([4, [1, 2, 3, 4]]);
    sim.run({ events: 0, until: 100 });
    expect([sim.now, sim.pending]).toEqual([4, 1]);
    sim.run({ events: 1, until: 100 });
    expect([sim.now, sim.pending]).toEqual([100, 0]);
  });

  it('returns after the event whose handler called stop, the clock at that event, and can go on', () => {
    const { sim, note, owners } = diary();
    const whistle = sim.on('whistle', () => sim.stop());
    sim.at(1, note, 1, 0);
    sim.at(2, whistle, 0, 0);
    sim.at(2, note, 2, 0);
    sim.run({ until: 10 });
    expect([sim.now, owners()]).toEqual([2, [1]]);
    sim.run({ until: 10 });
    expect([sim.now, owners()]).toEqual([10, [1, 2]]);
  });

  it('does not go back, nor to NaN, nor for a number of events that is none', () => {
    const { sim } = diary();
    sim.run({ until: 10 });
    expect(() => sim.run({ until: 9 })).toThrow('until is 9, but the clock is at 10');
    expect(() => sim.run({ until: Number.NaN })).toThrow('until is NaN');
    expect(() => sim.run({ events: -1 })).toThrow('events is -1');
    expect(() => sim.run({ events: Number.NaN })).toThrow('events is NaN');
    expect(sim.now).toBe(10);
  });

  it('by step hands over one event, and says false when nothing is pending', () => {
    const { sim, note, owners } = diary();
    sim.at(3, note, 1, 0);
    sim.at(3, note, 2, 0);
    expect([sim.step(), sim.now, sim.pending]).toEqual([true, 3, 1]);
    expect([sim.step(), sim.step(), sim.step()]).toEqual([true, false, false]);
    expect(owners()).toEqual([1, 2]);
  });

  it('is refused from inside a handler, and so is step; a run after that goes on', () => {
    const sim = new Simulation();
    const said: string[] = [];
    const attempt = (call: () => void) => {
      try {
        call();
      } catch (error) {
        said.push(String(error));
      }
    };
    const again = sim.on('again', () => {
      attempt(() => sim.run());
      attempt(() => sim.step());
    });
    sim.at(1, again, 0, 0);
    sim.at(2, again, 0, 0);
    sim.run();
    expect(said.length).toBe(4);
    for (const sentence of said) expect(sentence).toContain('cannot be called from inside a handler');
    expect([sim.handled, sim.now]).toEqual([2, 2]);
  });
});

describe('cancel', () => {
  it('takes an event back, before now or at now, and says whether it did', () => {
    const { sim, note, owners } = diary();
    const later = sim.at(5, note, 1, 0);
    const now = sim.at(0, note, 2, 0);
    sim.at(0, note, 3, 0);
    expect([sim.cancel(later), sim.cancel(now), sim.pending]).toEqual([true, true, 1]);
    expect([sim.cancel(later), sim.cancel(now), sim.pending]).toEqual([false, false, 1]);
    sim.run();
    expect(owners()).toEqual([3]);
  });

  it('touches nothing when the event has happened and its slot holds another', () => {
    const { sim, note, owners } = diary();
    const first = sim.at(1, note, 1, 0);
    sim.run();
    for (let i = 0; i < 200; i++) sim.at(2, note, 2, 0);
    expect([sim.cancel(first), sim.pending]).toEqual([false, 200]);
    sim.run();
    expect(owners().length).toBe(201);
  });

  it('of the event that is being handled says false', () => {
    const sim = new Simulation();
    let handle: Handle;
    let answer: boolean | undefined;
    const self = sim.on('self', () => {
      answer = sim.cancel(handle);
    });
    handle = sim.at(1, self, 0, 0);
    sim.at(2, self, 0, 0);
    sim.run({ until: 2 });
    expect([answer, sim.pending]).toEqual([false, 1]);
  });
});

describe('what is refused', () => {
  it('a time before now, NaN or Infinity, with both times and the name of the kind', () => {
    const { sim, note } = diary();
    sim.run({ until: 10 });
    for (const time of [9.999, Number.NaN, Infinity, -Infinity]) {
      expect(() => sim.at(time, note, 0, 0)).toThrow(`"note" (owner 0, arg 0) at ${time}: the clock is at 10`);
    }
    expect(() => sim.in(-1, note, 0, 0)).toThrow('at 9 (now and -1): the clock is at 10');
    // −1e−20 is lost beside 10: the time alone would pass.
    expect(() => sim.in(-1e-20, note, 0, 0)).toThrow('(now and -1e-20): the clock is at 10');
    expect(() => sim.in(Number.NaN, note, 0, 0)).toThrow('the clock is at 10');
    expect(() => sim.in(Infinity, note, 0, 0)).toThrow('the clock is at 10');
    expect(sim.pending).toBe(0);
  });

  it('a kind that was never made, a priority other than 0 … 3, an owner or arg that 32 bits do not hold', () => {
    const { sim, note } = diary();
    for (const kind of [1, -1, 0.5, Number.NaN])
      expect(() => sim.at(0, kind as EventKind, 0, 0)).toThrow(`of kind ${kind}: there is none`);
    for (const priority of [-1, 4, 0.5, Number.NaN])
      expect(() => sim.at(0, note, 0, 0, priority)).toThrow(`priority is ${priority}; it must be 0, 1, 2 or 3`);
    for (const owner of [0.5, 2 ** 31, Number.NaN])
      expect(() => sim.at(0, note, owner, 0)).toThrow('owner and arg must be integers of 32 bits');
    expect(() => sim.at(0, note, 0, 2 ** 31)).toThrow('owner and arg must be integers of 32 bits');
    expect(sim.pending).toBe(0);
  });

  it('a name without letters, and a name twice', () => {
    const { sim } = diary();
    expect(() => sim.on('', () => {})).toThrow('needs a name');
    expect(() => sim.on('note', () => {})).toThrow('a kind of event "note" already');
  });
});

describe('a handler that throws', () => {
  it('ends the run with time, kind, owner, arg and cause; only its own event is gone, and the run goes on', () => {
    const { sim, note, owners } = diary();
    const cause = new Error('no such crane');
    const lift = sim.on('lift', () => {
      sim.in(1, note, 4, 0);
      throw cause;
    });
    sim.at(1, note, 1, 0);
    sim.at(2, lift, 17, -3);
    sim.at(2, note, 2, 0);
    sim.at(9, note, 3, 0);
    let error: unknown;
    try {
      sim.run({ until: 100 });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(SimulationError);
    expect(error).toMatchObject({ name: 'SimulationError', time: 2, kind: 'lift', owner: 17, arg: -3, cause });
    expect(String(error)).toBe('SimulationError: At 2, event "lift" (owner 17, arg -3): no such crane');
    expect([sim.now, sim.handled, sim.pending]).toEqual([2, 2, 3]);
    sim.run({ until: 100 });
    expect(owners()).toEqual([1, 2, 4, 3]);
    expect(sim.now).toBe(100);
  });

  it('is reported by step as by run, whatever it threw', () => {
    const sim = new Simulation();
    const odd = sim.on('odd', () => {
      throw 'a string';
    });
    sim.at(1, odd, 0, 0);
    expect(() => sim.step()).toThrow('event "odd" (owner 0, arg 0): a string');
    expect(sim.step()).toBe(false);
  });
});
