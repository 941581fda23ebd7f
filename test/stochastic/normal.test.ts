import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/stochastic';

describe('the normal quantile', () => {
  // Source: 50-digit arithmetic at the double nearest to p, rounded to 16 digits; the first three are the check values of
  // Wichura (1988). Two or more in each of the three ranges of the algorithm.
  it.each([
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.26234008979841],
    [0.9, 1.2815515655446006],
    [0.975, 1.959963984540054],
    [0.9999, 3.719016485455708],
    [0.075, -1.439531470938456],
    [1e-11, -6.706023155495136],
    [1e-300, -37.0470962993612],
  ])('of %s is %s to 15 digits', (p, z) => {
    expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(1e-15);
  });

  it('is 0 in the middle and has no bounds at the ends', () => {
    expect([0, 0.5, 1].map(normalQuantile)).toEqual([-Infinity, 0, Infinity]);
  });

  it('is the same on both sides', () => {
    for (let i = 1; i < 512; i++) expect(normalQuantile(1 - i / 1024)).toBe(-normalQuantile(i / 1024));
  });

  it.each([-0.1, 1.1, Number.NaN])('refuses %s', (p) => {
    expect(() => normalQuantile(p)).toThrow(/must be a share from 0 to 1/);
  });
});
