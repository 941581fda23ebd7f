// With 100,000 waiting, no call looks at more than a few of them: reads of the lines' memory are counted, not time.
import { describe, expect, it } from 'vitest';
import { Server, Simulation, Store, Together } from '../../../src/kernel';
import { Lines } from '../../../src/kernel/resources/lines';

const WAITING = 100_000;

/** Puts a counter between an object and its typed arrays; returns how many numbers were read since last asked. */
function countReads(owner: object, ...fields: string[]): () => number {
  let reads = 0;
  for (const field of fields) {
    const array = Reflect.get(owner, field);
    const counter: ProxyHandler<Int32Array> = {
      get(target, key) {
        if (key !== 'length') reads++;
        return Reflect.get(target, key);
      },
      set: (target, key, value) => Reflect.set(target, key, value),
    };
    Reflect.set(owner, field, new Proxy(array, counter));
  }
  return () => {
    const before = reads;
    reads = 0;
    return before;
  };
}

/** The most reads that any of the calls needs, over a thousand of those who wait, from all over the line. */
function mostReads(asked: () => number, call: (who: number) => unknown): number {
  let most = 0;
  for (let i = 0; i < 1_000; i++) {
    asked();
    call((i * 7_919) % WAITING);
    most = Math.max(most, asked());
  }
  return most;
}

// A row of the index: 100,000 thrown into 131,072 rows or more; the chance that any holds 12 is below
// 131,072 · 0.763¹² ÷ 12! ≈ 1.1·10⁻⁵. Five reads a place of the row, once each for finding, leaving and joining, and
// 40 for the rest.
const FEW = 3 * 5 * 12 + 40;

describe('with 100,000 waiting', () => {
  it('nobody is looked at but who it is about: leave, promote, take, serve and pass', () => {
    const sim = new Simulation();
    const crane = new Server(sim, 1, { figures: false });
    for (let who = 0; who <= WAITING; who++) crane.take(who, 1, who % 4);
    crane.leave(WAITING);
    const asked = countReads(Lines.of(sim), 'words', 'index');
    expect(mostReads(asked, (who) => crane.promote(who, (who + 1) % 4))).toBeLessThan(FEW);
    expect(mostReads(asked, (who) => crane.leave(who))).toBeLessThan(FEW);
    expect(mostReads(asked, (who) => crane.take(who, 1, who % 4))).toBeLessThan(FEW);
    expect(mostReads(asked, () => crane.pass())).toBeLessThan(FEW);
    const most = mostReads(asked, () => {
      crane.give();
      crane.serve();
    });
    expect([most < FEW, most > 5, crane.waiting]).toEqual([true, true, WAITING - 2_000]);
  });

  it('the same holds for several servers together', () => {
    const sim = new Simulation();
    const servers = [new Server(sim, 1), new Server(sim, 1)];
    const together = new Together(sim, servers, { figures: false });
    for (let who = 0; who <= WAITING; who++) together.take(who, [1, 1], who % 4);
    together.leave(WAITING);
    const asked = countReads(Lines.of(sim), 'words', 'index');
    countReads(together, 'amounts');
    expect(mostReads(asked, (who) => together.promote(who, (who + 1) % 4))).toBeLessThan(FEW);
    expect(mostReads(asked, (who) => together.leave(who))).toBeLessThan(FEW);
    const most = mostReads(asked, () => {
      together.give([1, 1]);
      together.serve();
    });
    expect([most < FEW, most > 5]).toEqual([true, true]);
  });

  it('a patience that ends takes out one place', () => {
    const sim = new Simulation();
    const crane = new Server(sim, 1, { figures: false });
    const leaves = sim.on('leaves', () => {});
    for (let who = 0; who <= WAITING; who++) crane.takeWithin(who, 1 + ((who * 7_919) % WAITING), leaves, 0);
    const asked = countReads(Lines.of(sim), 'words', 'index');
    expect(mostReads(asked, () => sim.step() && sim.step())).toBeLessThan(FEW);
    expect(crane.waiting).toBe(WAITING - 1_000);
  });

  it('a level wakes and forgets in as many moves as its heap is deep', () => {
    const sim = new Simulation();
    const yard = new Store(sim, WAITING);
    const wakes = sim.on('wakes', () => {});
    const tickets = Array.from({ length: WAITING }, (_, i) => yard.atLeast(1 + ((i * 7_919) % WAITING), wakes, 0, i));
    const fields = ['threshold', 'since', 'used', 'kind', 'owner', 'arg', 'place', 'heap'];
    const asked = countReads(Reflect.get(yard, 'rising'), ...fields);
    // 17 levels; on each at most 2 comparisons of 4 reads, and 4 reads of the heap; 20 for the rest.
    const depth = Math.ceil(Math.log2(WAITING));
    const few = depth * (2 * 4 + 4) + 20;
    expect(mostReads(asked, (who) => yard.cancel(tickets[who]))).toBeLessThan(few);
    expect(mostReads(asked, (who) => yard.atLeast(2_000 + (who % 1_000), wakes, 0, 0))).toBeLessThan(few);
    const woken = mostReads(asked, () => yard.put(1));
    expect([woken < 2 * few, woken > depth, sim.pending > 900]).toEqual([true, true, true]);
  });
});
