// The time by which all that is pending has happened.
import { expect, it } from 'vitest';
import { Simulation } from '../../../src/kernel';

it.each([0, 1, 10, 700, 5_000])('is the time of the last of %i pending events, while time goes on', (size) => {
  const sim = new Simulation();
  const times: number[] = [];
  const kind = sim.on('one', () => {});
  let drawn = 1;
  const next = () => {
    drawn = (Math.imul(drawn, 1_103_515_245) + 12_345) & 0x7fffffff;
    return drawn % 100_000;
  };
  for (let i = 0; i < size; i++) {
    times.push(next());
    sim.at(times[i], kind, i, 0);
  }
  for (const now of [0, 10, 20_000, 70_000, 99_990]) {
    sim.run({ until: now });
    const left = times.filter((time) => time >= now);
    expect(sim.lastPending()).toBe(left.length === 0 ? Number.NEGATIVE_INFINITY : Math.max(...left));
  }
});

it('is never before the last that is left when others were cancelled', () => {
  const sim = new Simulation();
  const kind = sim.on('one', () => {});
  const handles = Array.from({ length: 2_000 }, (_, i) => sim.at(i, kind, i, 0));
  for (const handle of handles.slice(1_000)) sim.cancel(handle);
  expect(sim.lastPending()).toBeGreaterThanOrEqual(999);
});
