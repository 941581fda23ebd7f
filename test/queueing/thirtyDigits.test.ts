// The exact solver against the same queues worked out to 30 digits by another method.
import { describe, expect, it } from 'vitest';
import { waitErlang } from '../../src/queueing';
import values from './thirtyDigits.json';

/*
 * thirtyDigits.json is what thirtyDigits.mjs beside it prints: `node test/queueing/thirtyDigits.mjs >
 * …/thirtyDigits.json`. It solves the balance equations of a queue cut off far out, in whole numbers of 120 digits; the
 * solver here works with a matrix that never cuts off, in the 16 digits of a float64. They share neither method nor
 * code.
 */
describe('the exact solver of Ek/El/n', () => {
  const name = (k: number, l: number, n: number, u: number) => `E${k}/E${l}/${n} at ${u}`;
  it.each(
    values.map((one) => ({ ...one, name: name(one.arrivalShape, one.serviceShape, one.servers, one.utilisation) })),
  )(
    'has the wait and the chance of waiting of $name to 12 digits',
    ({ name: _, waitOverService, probabilityOfWaiting, ...queue }) => {
      const found = waitErlang(queue);
      // At a utilisation of 0.95 rounding is amplified by 1 / 0.05², to some 1e-13; waits go down to 1e-12 of a
      // service.
      expect(Math.abs(found.waitOverService / Number(waitOverService) - 1)).toBeLessThan(1e-12);
      expect(Math.abs(found.probabilityOfWaiting / Number(probabilityOfWaiting) - 1)).toBeLessThan(1e-12);
    },
  );

  it('is compared at fifty queues, from one server to ten', () => {
    expect(values.length).toBe(50);
    expect(new Set(values.map(({ servers }) => servers)).size).toBe(10);
    expect(values.every(({ waitOverService }) => /^\d\.\d{29}e-?\d+$/.test(waitOverService))).toBe(true);
  });
});
