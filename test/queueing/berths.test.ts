// Berths and yard by the formulas of port planning, with the numbers worked out by hand.
import { expect, it } from 'vitest';
import { berthCapacity, berthTime, berthUtilisation, groundSlots } from '../../src/queueing';

/** 600 TEU are 375 moves; two cranes of 22 moves an hour at 0.8 make 35.2 an hour. */
const call = { movesPerCall: 375, cranes: 2, movesPerHour: 22, efficiency: 0.8, hoursTiedUp: 3 };

it('a call of 375 moves takes 10.653 hours and ties the berth up for 13.653', () => {
  const { handling, atBerth } = berthTime(call);
  expect(handling.toFixed(3)).toBe('10.653');
  expect(atBerth.toFixed(3)).toBe('13.653');
});

it('500 such calls in 8400 hours keep one berth busy 0.8127 of the time and two 0.4064', () => {
  const year = { ...call, calls: 500, hours: 8400 };
  expect(berthUtilisation({ ...year, berths: 1 }).toFixed(4)).toBe('0.8127');
  expect(berthUtilisation({ ...year, berths: 2 }).toFixed(4)).toBe('0.4064');
});

it('berths as busy as 500 calls make them carry 500 × 600 TEU', () => {
  const year = { ...call, hours: 8400, berths: 2 };
  const utilisation = berthUtilisation({ ...year, calls: 500 });
  expect(berthCapacity({ ...year, utilisation, teuPerMove: 1.6 })).toBeCloseTo(300_000, 6);
  // The formula in its own words: berths × utilisation × hours × TEU an hour × handling over berth time.
  const byFormula = 2 * 0.6 * 8400 * (2 * 22 * 0.8 * 1.6) * (10.653409090909 / 13.653409090909);
  expect(berthCapacity({ ...year, utilisation: 0.6, teuPerMove: 1.6 })).toBeCloseTo(byFormula, 4);
});

it('300,000 TEU of 7 days, stacked four high at 0.7 and 0.8, need 3082 ground slots', () => {
  const yard = { teu: 300_000, peak: 1.2, dwellDays: 7, height: 4, stackRatio: 0.7, occupancy: 0.8 };
  expect(groundSlots(yard)).toBeCloseTo(2_520_000 / 817.6, 8);
  expect(Math.round(groundSlots(yard))).toBe(3082);
});
