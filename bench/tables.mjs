// The increments that every language reads instead of drawing: the same bits as in limit/limit.cpp and limit/limit.py.

/** A power of two: indices go round by `& (TABLE_LENGTH - 1)`. */
export const TABLE_LENGTH = 65_536;
/** Longer, because with 65,536 the same busy periods of a queue come again and again. */
export const MM1_TABLE_LENGTH = 1_048_576;
const MODULUS = 2 ** 32;

/** xoshiro128++, seeded by mixing a counter; returns a function that gives the next 32 bits. */
function generator(seed) {
  let counter = seed;
  const word = () => {
    counter = (counter + 0x9e3779b9) | 0;
    let x = counter;
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return x ^ (x >>> 15);
  };
  const rotated = (x, by) => (x << by) | (x >>> (32 - by));
  let a = word();
  let b = word();
  let c = word();
  let d = word();
  return () => {
    const result = (rotated((a + d) | 0, 7) + a) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
}

const unit = (x) => (x + 0.5) / MODULUS;

/** Exp(1) by comparisons only, since no two languages promise the same last bit of a logarithm. Source: von Neumann (1951). */
function exponential(next) {
  for (let whole = 0; ; whole++) {
    const first = next();
    let last = first;
    let length = 1;
    for (let value = next(); value < last; value = next()) {
      last = value;
      length++;
    }
    if (length % 2 === 1) return whole + (first + unit(next())) / MODULUS;
  }
}

/** So many exponential increments of this mean. */
export function exponentials(seed, mean, length = TABLE_LENGTH) {
  const next = generator(seed);
  return Float64Array.from({ length }, () => exponential(next) * mean);
}

/** The same, scaled so that the table's own mean is exact: an error of 0.3 % there would move a transit by a hundred. */
function exponentialsOfExactMean(seed, mean) {
  const table = exponentials(seed, 1);
  let sum = 0;
  for (const value of table) sum += value;
  const scale = mean / (sum / TABLE_LENGTH);
  return table.map((value) => value * scale);
}

/** Increments of a hold model; a negative one says: round the time up to a whole hour. */
export function holdIncrements(model) {
  const next = generator(54_321);
  return exponentials(12_345, 1).map((value) => {
    const usual = unit(next()) < 0.9;
    if (model === 'hold-bimodal') return value * (usual ? 0.1 : 10);
    if (model === 'hold-ties' && !usual) return -value;
    return model === 'hold-equal' ? 1 : value;
  });
}

/** The five tables of the corridor. */
export function corridorTables() {
  const next = generator(5);
  return {
    interarrivals: exponentialsOfExactMean(1, 1 / 1.2),
    handles: exponentialsOfExactMean(2, 1),
    dwells: exponentialsOfExactMean(3, 2_880),
    travels: exponentialsOfExactMean(4, 100).map((extra) => 200 + extra),
    starts: Uint8Array.from({ length: TABLE_LENGTH }, () => next() >>> 29),
  };
}
