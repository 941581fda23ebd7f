// Waiting lines: who joined first stands in front, whoever leaves is gone, the others keep their order.
import { describe, expect, it } from 'vitest';
import { Lines } from '../../src/kernel/lines';
import { State } from '../../src/kernel/state';

const standing = (lines: Lines, line: number) => {
  const slots: number[] = [];
  for (let slot = lines.front(line); slot >= 0 && slots.length < 10; slot = lines.behind(slot)) slots.push(slot);
  return slots;
};

describe('Lines', () => {
  it('are empty at first, and an empty line has nobody in front', () => {
    const lines = new Lines(new State(), 2, 4);
    expect([lines.front(0), lines.front(1), lines.best(2)]).toEqual([-1, -1, -1]);
  });

  it('keep the order of joining, whoever leaves from the front, the middle or the end', () => {
    const lines = new Lines(new State(), 2, 6);
    for (const slot of [3, 0, 5, 1, 4]) lines.join(1, slot);
    lines.leave(5);
    expect(standing(lines, 1)).toEqual([3, 0, 1, 4]);
    lines.leave(3);
    lines.leave(4);
    expect(standing(lines, 1)).toEqual([0, 1]);
    lines.join(1, 3);
    lines.join(0, 5);
    expect(standing(lines, 1)).toEqual([0, 1, 3]);
    expect(standing(lines, 0)).toEqual([5]);
  });

  it('name the front of the first line that is not empty, among those asked about', () => {
    const lines = new Lines(new State(), 3, 4);
    lines.join(2, 0);
    lines.join(1, 3);
    expect([lines.best(3), lines.best(2), lines.best(1)]).toEqual([3, 3, -1]);
  });

  it('grow, and nobody loses their place', () => {
    const lines = new Lines(new State(), 2, 2);
    lines.join(0, 1);
    lines.join(0, 0);
    lines.grow(4);
    lines.join(0, 3);
    expect(standing(lines, 0)).toEqual([1, 0, 3]);
    expect(standing(lines, 1)).toEqual([]);
  });
});
