// Stand-in until the statistics are merged.
import { type Estimate, estimate } from './estimate';
import { studentQuantile } from './student';

export interface Difference { readonly estimate: number; readonly low: number | null; readonly high: number | null; readonly level: number; readonly n: number; readonly pairing: number | null; readonly wouldTell: number | null; readonly state: 'told apart' | 'not told apart' | 'too few replications' | 'nothing observed' }
const mean = (v: readonly number[]) => v.reduce((a, b) => a + b, 0) / v.length;
const variance = (v: readonly number[]) => { const m = mean(v); return v.reduce((a, b) => a + (b - m) ** 2, 0) / (v.length - 1); };
export function differences(base: readonly (number | null)[], alternatives: readonly (readonly (number | null)[])[], options: { level?: number } = {}): Difference[] {
  const level = options.level ?? 0.95;
  return alternatives.map((values) => {
    const pairs = values.flatMap((v, i) => { const b = base[i] ?? null; return v === null || b === null ? [] : [[b, v] as const]; });
    const d = pairs.map(([b, v]) => v - b);
    const n = d.length;
    if (n === 0) return { estimate: 0, low: null, high: null, level, n, pairing: null, wouldTell: null, state: 'nothing observed' };
    if (n < 3) return { estimate: mean(d), low: null, high: null, level, n, pairing: null, wouldTell: null, state: 'too few replications' };
    const sd = Math.sqrt(variance(d));
    const half = studentQuantile(1 - (1 - level) / 2 / alternatives.length, n - 1) * sd / Math.sqrt(n);
    const e = mean(d);
    const un = Math.sqrt(variance(pairs.map(([b]) => b)) + variance(pairs.map(([, v]) => v)));
    const told = Math.abs(e) > half;
    return { estimate: e, low: e - half, high: e + half, level, n, pairing: sd > 0 ? un / sd : null, wouldTell: told || e === 0 ? null : Math.ceil(n * (half / e) ** 2), state: told ? 'told apart' : 'not told apart' };
  });
}
export function best(values: readonly (readonly (number | null)[])[], options: { better: 'less' | 'more'; level?: number }): { best: number | null; candidates: number[] } {
  const sign = options.better === 'less' ? 1 : -1;
  const candidates = values.map((_, i) => i).filter((i) => differences(values[i], values.filter((_, j) => j !== i)).every((d) => !(d.state === 'told apart' && sign * d.estimate < 0)));
  return { best: candidates.length === 1 ? candidates[0] : null, candidates };
}
export interface RootAsked { low: number; high: number; limit: number; response: 'rising' | 'falling'; level?: number; relative?: number; maxTrials: number; integer?: boolean; quantile?: number; step?: number }
export interface RootPoint { x: number; values: (number | null)[] }
export interface Root { state: 'found' | 'kept everywhere' | 'broken everywhere' | 'not narrowed'; estimate: number | null; low: number | null; high: number | null; level: number; points: RootPoint[]; trials: number }
export async function findRoot(asked: RootAsked, batch: (asks: readonly { x: number; replication: number }[]) => Promise<(number | null)[]>): Promise<Root> {
  const { limit, level = 0.95, relative = 0.02, maxTrials, quantile } = asked;
  const points: RootPoint[] = [];
  const n = quantile === undefined ? 5 : 10;
  let trials = 0;
  const keeps = async (x: number) => {
    const values = await batch(Array.from({ length: n }, (_, replication) => ({ x, replication })));
    trials += n;
    points.push({ x, values });
    if (quantile !== undefined) return values.filter((v) => v !== null && v <= limit).length >= quantile * n;
    return values.every((v) => v !== null) && mean(values as number[]) <= limit;
  };
  const end = (state: Root['state'], low: number | null, high: number | null): Root => ({ state, estimate: low === null || high === null ? null : (low + high) / 2, low, high, level, points, trials });
  let [low, high] = [asked.low, asked.high];
  if (!(await keeps(low))) return end('broken everywhere', null, null);
  if (await keeps(high)) return end('kept everywhere', null, null);
  while (high - low > relative * (high + low) / 2 && trials + n <= maxTrials) {
    const x = (low + high) / 2;
    if (await keeps(x)) low = x; else high = x;
  }
  return end('found', low, high);
}
export function quantileEstimate(values: readonly (number | null)[], p: number, options: { level?: number } = {}): Estimate {
  const sorted = values.filter((v) => v !== null).sort((a, b) => a - b);
  const one = estimate(sorted, options);
  if (one.state !== 'estimated') return one;
  const at = (q: number) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))];
  return { ...one, estimate: at(p), low: at(p - 0.2), high: at(p + 0.2) };
}
export function spendNext(rows: readonly { differences: readonly number[] }[], count: number): number[] {
  const given = rows.map(() => 0);
  for (let i = 0; i < count; i++) {
    const of = rows.map(({ differences: d }, r) => (d.length > 1 ? variance(d) : 1) / (d.length + given[r]) ** 2);
    given[of.indexOf(Math.max(...of))]++;
  }
  return given;
}
