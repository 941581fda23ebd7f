// The delay ledger books every second of a box to one cause, from the second of its entry to that of its leaving.
import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../src/kernel';
import { Boxes } from '../../../src/model/run/boxes';
import { Ledger } from '../../../src/model/run/ledger';

function account() {
  const sim = new Simulation();
  const boxes = new Boxes(sim.state, 4);
  const ledger = new Ledger(sim, boxes);
  const [fill, move] = [ledger.cell('train to fill', 'Xi’an'), ledger.cell('moving', 'China')];
  ledger.begin();
  return { sim, boxes, ledger, fill, move };
}

describe('the ledger', () => {
  it('books every second to its cause, none twice and none left out', () => {
    const { sim, boxes, ledger, fill, move } = account();
    sim.run({ until: 100 });
    const box = boxes.add(0, 0, 2, sim.now);
    ledger.open(box, fill);
    sim.run({ until: 107 });
    ledger.turn(box, move);
    sim.run({ until: 110 });
    ledger.turn(box, fill);
    ledger.turn(box, move);
    sim.run({ until: 111 });
    expect(ledger.close(box)).toBe(11);
    // 100–107 to fill, 107–110 moving, 110–110 to fill, 110–111 moving.
    expect([...ledger.row(box)]).toEqual([7, 4]);
  });

  it('begins from nothing for the next box in the same row', () => {
    const { sim, boxes, ledger, fill, move } = account();
    const first = boxes.add(0, 0, 2, sim.now);
    ledger.open(first, fill);
    sim.run({ until: 50 });
    ledger.close(first);
    boxes.remove(first);
    const second = boxes.add(0, 1, 2, sim.now);
    expect(second).toBe(first);
    ledger.open(second, move);
    sim.run({ until: 51 });
    expect(ledger.close(second)).toBe(1);
    expect([...ledger.row(second)]).toEqual([0, 1]);
  });

  it('refuses an account that is off by a second, and names the box', () => {
    for (const second of [-1, 1]) {
      const { sim, boxes, ledger, fill } = account();
      const box = boxes.add(3, 17, 2, sim.now);
      ledger.open(box, fill);
      sim.run({ until: 20 });
      ledger.since[box] += second;
      expect(() => ledger.close(box)).toThrow(
        `the ledger of box 17 of flow 3 adds up to ${20 - second} s, its transit is 20 s`,
      );
    }
  });
});
