// Histogram of TEU over time, for quantiles such as p95 of a yard; bin widths adapt to the level.
import type { Simulation } from '../../kernel';

/** Levels are counted in quarters of a TEU: a 45-foot box is 2.25. */
const STEPS = 4;
/** Number of bins, one step wide up to 1,024 TEU; above, at most 1/2,048 of the highest level seen. */
const BINS = 4096;
/** Above any level [steps]; a small integer, as fields of levels are. */
const HIGHEST = 2 ** 30;

/** Seconds at each level. Bins start one step wide; if a level exceeds them all, adjacent bins are merged in pairs. */
export class LevelBins {
  declare private readonly seconds: Float64Array;
  /** The width of a bin is 2 ** `doubled` steps. */
  private doubled = 0;
  /** The current level, and the lowest and highest with a positive duration [steps]. */
  private level = 0;
  private least = 0;
  private most = 0;
  // Speed: NaN so that the compiler treats it as a double from the start.
  private since = Number.NaN;

  constructor(private readonly sim: Simulation) {
    sim.state.float64(this, 'seconds', BINS);
    this.since = sim.now;
    sim.state.numbers(this, 'doubled', 'level', 'least', 'most', 'since');
    this.restart();
  }

  /** Sets the level [TEU], 0 or more. */
  set(teu: number): void {
    this.count();
    this.level = Math.round(teu * STEPS);
  }

  /** Discards the history, keeps the level. */
  restart(): void {
    this.seconds.fill(0);
    this.doubled = 0;
    this.least = HIGHEST;
    this.most = 0;
    this.since = this.sim.now;
  }

  /**
   * The p-quantile of the level up to now [TEU], interpolated within the bin: exact up to 1,024 TEU, above that within one bin.
   * null before any time has passed.
   */
  quantile(p: number): number | null {
    this.count();
    const { seconds, doubled, least, most } = this;
    let all = 0;
    for (let bin = 0; bin < BINS; bin++) all += seconds[bin];
    if (all === 0) return null;
    let before = 0;
    let bin = 0;
    while (seconds[bin] === 0 || before + seconds[bin] < p * all) before += seconds[bin++];
    const low = Math.max(bin << doubled, least);
    const high = Math.min(((bin + 1) << doubled) - 1, most);
    return (low + (high - low) * Math.max(0, (p * all - before) / seconds[bin])) / STEPS;
  }

  /** Adds the time since the last change to the previous level. */
  private count(): void {
    const { now } = this.sim;
    const { level, since } = this;
    if (!(now > since)) return;
    while (level >> this.doubled >= BINS) this.widen();
    this.seconds[level >> this.doubled] += now - since;
    if (level < this.least) this.least = level;
    if (level > this.most) this.most = level;
    this.since = now;
  }

  private widen(): void {
    const { seconds } = this;
    for (let bin = 0; bin < BINS / 2; bin++) seconds[bin] = seconds[2 * bin] + seconds[2 * bin + 1];
    seconds.fill(0, BINS / 2);
    this.doubled++;
  }
}
