// Waiting lines: who joined first stands in front, whoever leaves is gone, the others keep their order.
import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../src/kernel';
import { Lines } from '../../../src/kernel/resources/lines';

/** Takes so many out of the lines from the best place on, and says who it was. */
const drain = (lines: Lines, first: number, waiting: number) =>
  Array.from({ length: waiting }, () => {
    const place = lines.front(first);
    lines.drop(place);
    return lines.who(place);
  });

describe('Lines', () => {
  it('are one for all resources of a simulation, and others for another', () => {
    const sim = new Simulation();
    expect(Lines.of(sim)).toBe(Lines.of(sim));
    expect(Lines.of(new Simulation())).not.toBe(Lines.of(sim));
  });

  it('are empty at first: nobody is found', () => {
    const lines = Lines.of(new Simulation());
    expect(lines.find(lines.open(2), 0)).toBe(-1);
  });

  it('keep the order of joining, whoever leaves from the front, the middle or the end', () => {
    const lines = Lines.of(new Simulation());
    const [one, other] = [lines.open(1), lines.open(1)];
    const places = [3, 0, 5, 1, 4].map((who) => lines.join(one, who, 1));
    lines.drop(places[0]);
    lines.drop(places[2]);
    lines.drop(places[4]);
    lines.join(other, 7, 1);
    lines.join(one, 3, 1);
    expect([drain(lines, one, 3), drain(lines, other, 1)]).toEqual([[0, 1, 3], [7]]);
  });

  it('name the front of the first line that is not empty, from the one asked about', () => {
    const lines = Lines.of(new Simulation());
    const first = lines.open(3);
    const last = lines.join(first + 16, 8, 1);
    const middle = lines.join(first + 8, 9, 1);
    expect([lines.front(first), lines.front(first + 8), lines.front(first + 16)]).toEqual([middle, middle, last]);
    lines.drop(middle);
    expect(lines.front(first)).toBe(last);
  });

  it('find who stands in these lines and not its namesake in others: the best line first, then who came first', () => {
    const lines = Lines.of(new Simulation());
    const first = lines.open(2);
    const other = lines.open(2);
    lines.join(other, 5, 1);
    const early = lines.join(first + 8, 5, 1);
    const late = lines.join(first + 8, 5, 1);
    expect(lines.find(first, 5)).toBe(early);
    lines.move(late, first);
    expect(lines.find(first, 5)).toBe(late);
    lines.drop(late);
    expect(lines.find(first, 5)).toBe(early);
    lines.drop(early);
    expect([lines.find(first, 5), lines.find(first, 6)]).toEqual([-1, -1]);
  });

  it('grow, and nobody loses their place or cannot be found', () => {
    const lines = Lines.of(new Simulation());
    const first = lines.open(1);
    const all = Array.from({ length: 1_000 }, (_, i) => (i * 7919) % 1_000);
    for (const who of all) {
      lines.join(first, who, 1);
      if (lines.who(lines.find(first, who)) !== who) throw new Error(`${who} is not found`);
    }
    expect(all.every((who) => lines.who(lines.find(first, who)) === who)).toBe(true);
    const second = lines.open(200);
    lines.join(second + 8 * 199, 1, 1);
    expect([drain(lines, first, 1_000), drain(lines, second, 1)]).toEqual([all, [1]]);
  });
});
