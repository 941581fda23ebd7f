// Waiting factors that port planning tools copy from each other, where they are wrong.
import { expect, it } from 'vitest';
import { waitErlang, waitMG1 } from '../../src/queueing';

/*
 * Both tables stand in TUDelft-CITG/OpenTISim, opentisim/core/core.py, and TUDelft-CITG/OpenQTSim,
 * openqtsim/lookup-tables.py and openqtsim/queue.py, function occupancy_to_waitingfactor, which name Groenveld (2007),
 * tables IV and V, and PIANC (2014), tables 6.1 and 6.2. Read there, not in print: which of them slipped is not known.
 * Rows of E2/E2/n at 0.8 and 0.9 have two decimals from two servers on, all others of it four; M/E2/n has two.
 *
 * E2/E2/n: of 90 entries 31 are off by more than half a unit of their last decimal, 22 by a unit or more.
 * M/E2/n: of 238 entries 47 and 28.
 */

/** Phases of arrival, utilisation, servers, what the table says, decimals of the row. Some of those off by a unit or more. */
const wrong = [
  [2, 0.5, 4, 0.0532, 4],
  [2, 0.6, 3, 0.1103, 4],
  [2, 0.6, 10, 0.0069, 4],
  [2, 0.7, 10, 0.0258, 4],
  [2, 0.8, 3, 0.46, 2],
  [2, 0.9, 2, 2.0, 2],
  [2, 0.9, 3, 1.2, 2],
  [2, 0.9, 5, 0.65, 2],
  [2, 0.9, 7, 0.44, 2],
  [2, 0.9, 9, 0.32, 2],
  [1, 0.65, 5, 0.12, 2],
  [1, 0.75, 1, 2.22, 2],
  [1, 0.85, 1, 4.5, 2],
  [1, 0.85, 3, 1.34, 2],
  [1, 0.85, 10, 0.3, 2],
  [1, 0.9, 2, 3.14, 2],
] as const;

it.each(wrong)('E%i/E2/n at %f with %i berths is not %f', (arrivalShape, utilisation, servers, says, decimals) => {
  const exact = waitErlang({ servers, arrivalShape, serviceShape: 2, utilisation }).waitOverService;
  expect(Math.abs(exact - says)).toBeGreaterThan(10 ** -decimals);
});

it('the entry of E2/E2/4 at 0.5 is twice the exact 0.025744, and more than that of three berths', () => {
  const [three, four] = [3, 4].map(
    (servers) => waitErlang({ servers, arrivalShape: 2, serviceShape: 2, utilisation: 0.5 }).waitOverService,
  );
  expect(four).toBeCloseTo(0.025744, 6);
  expect(0.0532 / four).toBeGreaterThan(2);
  // Its value is right elsewhere: seven berths at 0.7.
  expect(waitErlang({ servers: 7, arrivalShape: 2, serviceShape: 2, utilisation: 0.7 }).waitOverService).toBeCloseTo(
    0.0532,
    4,
  );
  expect(0.0532).toBeGreaterThan(three);
});

it('the entry of M/E2/1 at 0.85 is 4.5 where Pollaczek and Khinchine say 4.25', () => {
  expect(waitMG1({ arrivals: 0.85, service: 1, variation: Math.SQRT1_2 }).wait).toBeCloseTo(4.25, 12);
});
