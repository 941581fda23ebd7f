// Quantiles of a level over time out of bins, held against a plain list of every second.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Simulation, Snapshot } from '../../../src/kernel';
import { LevelBins } from '../../../src/model/parts/levelBins';

type Step = readonly [teu: number, seconds: number];
const SHARES = [0, 0.05, 0.5, 0.9, 0.95, 1];

function told(steps: readonly Step[]): LevelBins {
  const sim = new Simulation();
  const level = new LevelBins(sim);
  for (const step of steps) hold(sim, level, step);
  return level;
}

function hold(sim: Simulation, level: LevelBins, [teu, seconds]: Step): void {
  level.set(teu);
  sim.run({ until: sim.now + seconds });
}

/** The lowest level at or below which it was for the share, second by second. */
function exact(steps: readonly Step[], p: number): number | null {
  const all = steps.flatMap(([teu, seconds]) => Array<number>(seconds).fill(teu)).sort((a, b) => a - b);
  return all.length === 0 ? null : all[Math.max(0, Math.ceil(p * all.length) - 1)];
}

const stepsUpTo = (most: number) =>
  fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 4 * most }).map((quarters) => quarters / 4),
      fc.nat({ max: 30 }),
    ),
    {
      maxLength: 40,
    },
  );

describe('a level by bins', () => {
  it('tells quantiles exactly up to 1,024 TEU, in quarters of a TEU', () => {
    fc.assert(
      fc.property(stepsUpTo(1023), (steps) => {
        const level = told(steps);
        for (const p of SHARES) expect(level.quantile(p)).toBe(exact(steps, p));
      }),
      { seed: 23, numRuns: 200 },
    );
  });

  it('tells them above that to a two-thousandth of the highest, never outside of what it saw', () => {
    fc.assert(
      fc.property(fc.constantFrom(1_100, 5_000, 300_000), fc.infiniteStream(fc.nat()), (most, luck) => {
        const next = (below: number) => (luck.next().value ?? 0) % below;
        const steps = Array.from({ length: 30 }, (): Step => [next(4 * most) / 4, 1 + next(30)]);
        const level = told(steps);
        const levels = steps.map(([teu]) => teu);
        for (const p of SHARES) {
          const found = level.quantile(p) as number;
          expect(Math.abs(found - (exact(steps, p) as number))).toBeLessThan(
            Math.max(0.25, Math.max(...levels) / 2000),
          );
          expect(found).toBeGreaterThanOrEqual(Math.min(...levels));
          expect(found).toBeLessThanOrEqual(Math.max(...levels));
        }
      }),
      { seed: 29, numRuns: 100 },
    );
  });

  it('goes on from a copy, made before or after its bins became wider, and forgets at a restart', () => {
    const build = () => {
      const sim = new Simulation();
      return { sim, level: new LevelBins(sim) };
    };
    const { sim, level } = build();
    hold(sim, level, [40, 100]);
    const narrow = sim.save();
    hold(sim, level, [90_000, 100]);
    hold(sim, level, [70_000.25, 100]);
    const later = SHARES.map((p) => level.quantile(p));
    const wide = sim.save();
    sim.restore(narrow);
    expect(level.quantile(0.95)).toBe(40);
    const other = build();
    other.sim.restore(Snapshot.fromBytes(wide.toBytes()));
    expect(SHARES.map((p) => other.level.quantile(p))).toEqual(later);
    other.level.restart();
    expect(other.level.quantile(0.5)).toBeNull();
    hold(other.sim, other.level, [3, 10]);
    expect([0, 0.5, 1].map((p) => other.level.quantile(p))).toEqual([3, 3, 3]);
  });
});
