import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../src/experiment';

const P = [0.95, 0.975, 0.995, 0.9995];

describe("the quantile of Student's t", () => {
  // Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, and every table since Fisher and Yates (1938).
  it.each([
    [1, '6.314', '12.706', '63.657', '636.619'],
    [2, '2.920', '4.303', '9.925', '31.599'],
    [3, '2.353', '3.182', '5.841', '12.924'],
    [4, '2.132', '2.776', '4.604', '8.610'],
    [5, '2.015', '2.571', '4.032', '6.869'],
    [9, '1.833', '2.262', '3.250', '4.781'],
    [10, '1.812', '2.228', '3.169', '4.587'],
    [19, '1.729', '2.093', '2.861', '3.883'],
    [30, '1.697', '2.042', '2.750', '3.646'],
  ])('with %i degrees of freedom is what the tables print', (degrees, ...table) => {
    expect(P.map((p) => studentQuantile(p, degrees).toFixed(3))).toEqual(table);
  });

  // Source: 50-digit arithmetic with the regularised incomplete beta function, at the double nearest to p.
  it.each([
    [1, 0.999999999, 318309895.1862093],
    [3, 0.975, 3.182446305283708],
    [4, 0.6, 0.270722294707597],
    [9, 0.975, 2.262157162798205],
    [9, 0.999999999, 23.72991989503043],
    [29, 0.05, -1.699127026533498],
    [99, 0.9995, 3.391528833363684],
    [999, 0.6, 0.2534145833303673],
    [2.5, 0.9995, 18.27789352813146],
  ])('with %d degrees of freedom at %d is %d to 13 digits', (degrees, p, t) => {
    expect(Math.abs(studentQuantile(p, degrees) / t - 1)).toBeLessThan(1e-13);
  });

  it('still has 11 digits with a million degrees of freedom', () => {
    expect(Math.abs(studentQuantile(0.975, 1e6) / 1.959966356814107 - 1)).toBeLessThan(1e-11);
    expect(Math.abs(studentQuantile(0.999999999, 1e6) / 5.997862460304971 - 1)).toBeLessThan(1e-11);
  });

  it('has the closed forms for 1, 2 and 4 degrees of freedom', () => {
    for (let i = 1; i < 64; i++) {
      const p = i / 64;
      const u = 4 * p * (1 - p);
      // Source: W. T. Shaw (2006), Sampling Student's T distribution, Journal of Computational Finance 9(4), 37–73.
      const four = 2 * Math.sqrt(Math.cos(Math.acos(Math.sqrt(u)) / 3) / Math.sqrt(u) - 1);
      expect(studentQuantile(p, 1)).toBeCloseTo(-1 / Math.tan(Math.PI * p), 12);
      expect(studentQuantile(p, 2)).toBeCloseTo((2 * p - 1) * Math.sqrt(2 / u), 12);
      expect(studentQuantile(p, 4)).toBeCloseTo(Math.sign(p - 0.5) * four, 7);
    }
  });

  it.each([
    [0, 5],
    [1, 5],
    [Number.NaN, 5],
    [0.9, 0],
    [0.9, Number.NaN],
    [0.9, Infinity],
  ])('refuses p %d with %d degrees of freedom', (p, degrees) => {
    expect(() => studentQuantile(p, degrees)).toThrow(/Student's t: .* must be/);
  });
});
