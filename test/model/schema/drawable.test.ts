// Whatever a sampler refuses, the check refuses first, with the path: one rule for every law in every field.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lawOf } from '../../../src/model/corridor/figures/law';
import { readScenario } from '../../../src/model/file/file';
import { fields } from '../../../src/model/schema/fields';
import { sampler } from '../../../src/stochastic';

const port = (repair: string, rate = '15 moves/h', length = '500 km') => `
keruen: scenario@1
id: port
title: A port
start: 2025-01-01
timeZone: UTC
places:
  A: &port
    kind: seaport
    at: [43, 51]
    berths: { container: { count: 1, cranes: 1, tieUp: 1 h } }
    cranes: { quay: { count: 2, rate: ${rate}, failures: { every: 20 d, repair: ${repair} } }, rail: { count: 1, rate: 12 moves/h } }
    yard: { capacity: 3000 TEU }
    tracks: 1
    shunting: 1 h
  B: { kind: seaport, at: [40, 49], berths: { container: { count: 1, cranes: 1, tieUp: 1 h } }, cranes: { quay: { count: 2, rate: 15 moves/h }, rail: { count: 1, rate: 12 moves/h } }, yard: { capacity: 3000 TEU }, tracks: 1, shunting: 1 h }
lines: { sea: { between: [A, B], mode: sea, length: ${length}, variation: 20 % } }
services: { feeder: { on: sea, fleet: feeders, sails: { full: true, longestWait: 2 d } } }
fleets: { feeders: { count: 1, carries: 200 TEU, speed: 12 kn } }
flows: { out: { from: A, to: B, demand: 5 kTEU/year, boxes: { 45G1: 100 % } } }
`;
const problemsOf = (text: string) => readScenario(text, 'port.yaml', { base: () => undefined }).problems;

describe('a law that cannot be drawn from', () => {
  it.each([
    ['{ law: lognormal, mean: 0 h, sd: 8 h }', /mean is 0/],
    ['{ law: exponential, mean: 0 h }', /above 0\. For a time that never varies, write it alone, without a law\.$/],
    ['{ law: triangular, least: 3 h, mode: 6 h, most: 0 h }', /must not descend/],
    ['{ law: triangular, least: 3 h, mode: 6 h, most: 1e-300 h }', /must not descend/],
    ['{ law: empirical, observed: [] }', /at least one/],
  ])('is refused by the check, with its path: %s', (repair, say) => {
    const problems = problemsOf(port(repair));
    expect(problems).toHaveLength(1);
    expect(problems[0].path).toBe('places.A.cranes.quay.failures.repair');
    expect(problems[0].line).toBeGreaterThan(1);
    expect(problems[0].say).toMatch(say);
  });

  it('is refused by the same rule in both forms, whatever its numbers', () => {
    const takes = fields('typed').takes('');
    const seconds = fc.constantFrom(0, 1, 3_600, 86_400, 300_000_000);
    const law = fc.oneof(
      fc.record({ law: fc.constant('exponential'), mean: seconds }),
      fc.record({ law: fc.constant('triangular'), least: seconds, mode: seconds, most: seconds }),
      fc.record({ law: fc.constant('lognormal'), mean: seconds, sd: seconds }),
      fc.record({ law: fc.constant('empirical'), observed: fc.array(seconds, { maxLength: 3 }) }),
    );
    fc.assert(
      fc.property(law, (one) => {
        const passes = takes.safeParse(one).success;
        let draws = true;
        try {
          sampler(lawOf(one as never));
        } catch {
          draws = false;
        }
        expect(passes).toBe(draws);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

it('refuses a crane rate of 0 and a length of 0 beside a variation, each with its path', () => {
  expect(problemsOf(port('8 h', '0 moves/h')).map(({ path }) => path)).toEqual(['places.A.cranes.quay.rate']);
  expect(problemsOf(port('8 h', '15 moves/h', '0 km')).map(({ path }) => path)).toEqual(['lines.sea.length']);
  expect(problemsOf(port('8 h'))).toEqual([]);
});
