// Memory follows the boxes inside and how much their times differ, not how many boxes ever moved.
import { describe, expect, it } from 'vitest';
import { Run } from '../../../src/model/replicate';
import { teuPerYear } from '../../../src/units';
import { small } from '../small';

const demand = teuPerYear(2000);
const calm = {
  ...small,
  flows: { westbound: { ...small.flows.westbound, demand }, eastbound: { ...small.flows.eastbound, demand } },
};

/** Boxes that have finished after so many years, and the bytes of a copy of the run. */
function movedIn(years: number): { boxes: number; bytes: number } {
  const run = new Run(calm, { seed: 'memory', replication: 0, days: 365 * years });
  const { journeys } = run.finish();
  return { boxes: journeys.reduce((sum, flow) => sum + flow.boxes, 0), bytes: run.save().size };
}

describe('the memory of a run', () => {
  it('grows by less than half from one year to ten, while ten times as many boxes move', () => {
    const [one, ten] = [movedIn(1), movedIn(10)];
    expect(ten.boxes).toBeGreaterThan(9 * one.boxes);
    // One row a box, as was kept once, would be ten times as much; bins fill up, and the rest is what the boxes inside need.
    expect(ten.bytes).toBeLessThan(1.5 * one.bytes);
  });
});
