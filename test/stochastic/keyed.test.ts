import { describe, expect, it } from 'vitest';
import { flowKey, KeyedDraws, keyed, sampler, stream } from '../../src/stochastic';

const KAZ = flowKey('Khorgos → Poti');

describe('keyed draws', () => {
  // Source: kat_vectors of Random123, threefry2x32 with 13 rounds: counter, key, result. A draw keeps 21 bits of the second.
  it.each([
    [0, 0, 0, 0, 0x9d1c5ec6, 0x8bd50731],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xfd36d048, 0x2d17272c],
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xba3e4725, 0xf27d669e],
  ])('are the published Threefry-2×32-13: %s %s %s %s', (box, n, k0, k1, first, second) => {
    const u = new KeyedDraws(k0, k1, 'published').unit(0, box, n);
    expect(u * 2 ** 53).toBe(first * 2 ** 21 + (second >>> 11));
  });

  it('are a pure function of seed, replication, purpose, flow, box and count: nothing asked before moves them', () => {
    const dwell = (box: number, n: number) => keyed('keruen', 3, 'Aktau/dwell').unit(KAZ, box, n);
    const direct = [dwell(5, 0), dwell(5, 1), dwell(6, 0)];
    const one = keyed('keruen', 3, 'Aktau/dwell');
    // Another route: other boxes first, the same box elsewhere between, its own draws in another order.
    for (let box = 0; box < 100; box++) one.unit(KAZ, box, 9);
    keyed('keruen', 3, 'Poti/dwell').unit(KAZ, 5, 0);
    const last = one.unit(KAZ, 6, 0);
    const second = one.unit(KAZ, 5, 1);
    expect([one.unit(KAZ, 5, 0), second, last]).toEqual(direct);
    expect(one.purpose).toBe('Aktau/dwell');
  });

  it('keep their numbers from version to version', () => {
    // Unchanged, not validated: a saved seed must give the same run after an update.
    const dwell = keyed('keruen', 0, 'Altynkol/customs');
    expect([flowKey('Khorgos → Poti'), flowKey('')]).toEqual([1890119382, -1659085114]);
    expect([dwell.unit(KAZ, 0, 0), dwell.unit(KAZ, 1, 0), dwell.unit(KAZ, 0, 1)]).toEqual([
      0.7337678372884154, 0.6165920469315752, 0.6196658319882267,
    ]);
  });

  it('differ as soon as one part of the key does, and in any part of a text', () => {
    const keys: [string, number, string, string, number, number][] = [
      ['a', 1, '1b', 'f', 0, 0],
      ['a', 11, 'b', 'f', 0, 0],
      ['a1', 1, 'b', 'f', 0, 0],
      ['a",1,"', 1, 'b', 'f', 0, 0],
      ['', 0, '', '', 0, 0],
      ['', 0, '\0', '', 0, 0],
      ['', 0, '\0\0\0\0', '', 0, 0],
      ['', 0, '', '\0', 0, 0],
      ['', 0, '', '\0\0\0\0', 0, 0],
      ['a', 0, 'Aqtaý', 'f', 0, 0],
      ['a', 0, 'Aqtay', 'f', 0, 0],
      ['a', 0, 'Aqtay', 'f', 1, 0],
      ['a', 0, 'Aqtay', 'f', 0, 1],
      ['a', 0, 'Aqtay', 'f', 2 ** 31, 0],
      ['a', 0, 'Aqtay', 'f', 2 ** 32 - 1, 0],
      ['a', 0, 'Aqtay', 'g', 0, 0],
    ];
    const drawn = keys.map(([seed, replication, purpose, flow, box, n]) =>
      keyed(seed, replication, purpose).unit(flowKey(flow), box, n),
    );
    expect(new Set(drawn).size).toBe(keys.length);
  });

  it('have nothing to do with the stream of the same name', () => {
    expect(keyed('s', 0, 'Aktau').unit(0, 0, 0)).not.toBe(stream('s', 0, 'Aktau').unit());
  });

  it('are numbers in [0, 1) with 53 bits', () => {
    const bits = keyed('bits', 0, 'any');
    const numbers = Array.from({ length: 10_000 }, (_, box) => bits.unit(KAZ, box, 0));
    expect(numbers.every((u) => u >= 0 && u < 1 && Number.isInteger(u * 2 ** 53))).toBe(true);
    // One in 2,097,152 of them is a multiple of 2⁻³².
    expect(numbers.filter((u) => Number.isInteger(u * 2 ** 32)).length).toBeLessThan(3);
  });

  it('feed a law by the same quantile as a stream does', () => {
    const dwell = keyed('s', 0, 'dwell');
    const made = sampler({ law: 'lognormal', mean: 30, sd: 12 });
    for (let box = 0; box < 100; box++) {
      expect(made.drawFor(dwell, KAZ, box, 2)).toBe(made.quantile(dwell.unit(KAZ, box, 2)));
    }
    expect(sampler({ law: 'fixed', value: 4 }).drawFor(dwell, KAZ, 0, 0)).toBe(4);
  });

  it.each([-1, 0.5, Number.NaN, Infinity])('refuse replication %s', (replication) => {
    expect(() => keyed('s', replication, 'Aktau/dwell')).toThrow(/"Aktau\/dwell".*must be a whole number from 0/);
  });
});
