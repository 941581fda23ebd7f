// Table of the normal quantile for fast draws, with an error below 1e-10.
import { normalQuantile } from './normal';

/** 64 cubic cells per halving of the smaller tail; below 2⁻²⁰, once in half a million draws, the exact function. */
const CELLS = 64;
const HALVINGS = 20;

/** Quantile ÷ distance from the middle: even and continuous, so that both tails share cells. */
function slope(tail: number): number {
  return tail >= 0.5 ? 2.5066282746310002 : normalQuantile(tail) / (tail - 0.5); // √2π in the middle
}

const cubics = new Float64Array((HALVINGS + 1) * CELLS * 4);
const scale = new Float64Array(HALVINGS + 1);
for (let zeros = 0; zeros <= HALVINGS; zeros++) {
  scale[zeros] = zeros === 0 ? 2 * CELLS : 2 * scale[zeros - 1];
  for (let cell = 0; cell < CELLS; cell++) {
    // Through the cell's ends, for continuity, and two inner points.
    const at = (thirds: number) => slope((CELLS + cell + thirds / 3) / scale[zeros]);
    const [f0, f1, f2, f3] = [at(0), at(1), at(2), at(3)];
    const [d1, d2, d3] = [f1 - f0, f2 - 2 * f1 + f0, f3 - 3 * f2 + 3 * f1 - f0];
    // Newton's form in thirds, expanded to powers per cell.
    cubics.set([f0, 3 * d1 - 1.5 * d2 + d3, 4.5 * (d2 - d3), 4.5 * d3], (zeros * CELLS + cell) * 4);
  }
}

/** Beyond the quantile of any number except 0 and 1: that of the smallest positive double is −38.5. */
const FAR = 40;

function inTheTail(u: number): number {
  return Math.max(-FAR, Math.min(normalQuantile(u), FAR));
}

/** Normal quantile of u in 0…1 within 1e-10; exact in tails below 2⁻²⁰, −40 at 0 and 40 at 1. */
// Speed: 3 ns; rational functions, a logarithm and a root take 40.
export function normalDraw(u: number): number {
  const q = u - 0.5;
  const tail = 0.5 - Math.abs(q);
  const bits = (tail * 4294967296) >>> 0;
  const zeros = Math.clz32(bits);
  if (zeros >= HALVINGS) return inTheTail(u);
  const cell = (bits << zeros) >>> 25;
  const t = tail * scale[zeros] - cell;
  const at = (zeros * CELLS + cell - CELLS) * 4;
  return q * (cubics[at] + cubics[at + 1] * t + t * t * (cubics[at + 2] + cubics[at + 3] * t));
}
