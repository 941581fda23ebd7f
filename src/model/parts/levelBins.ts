// TEU over time by bin: how full a yard was for 95 % of the time, told as finely as what it held, however large it is.
import type { Simulation } from '../../kernel';

/** Levels are kept in quarters of a TEU: a box of 45 feet is 2.25. */
const STEPS = 4;
/** So many bins, one step wide up to 1,024 TEU; above, no wider than a 2,048th of the highest level seen. */
const BINS = 4096;
/** More steps than any level has; a small integer, as fields of levels are. */
const HIGHEST = 2 ** 30;

/** Seconds at each level. Bins begin one step wide; where a level lies above them all, neighbours become one bin, twice as wide. */
export class LevelBins {
  declare private readonly seconds: Float64Array;
  /** The width of a bin is 2 ** `doubled` steps. */
  private doubled = 0;
  /** The level now, and the least and the highest that held for some time [steps]. */
  private level = 0;
  private least = 0;
  private most = 0;
  // Speed: begins as NaN so that the compiler takes it for a double from the first.
  private since = Number.NaN;

  constructor(private readonly sim: Simulation) {
    sim.state.float64(this, 'seconds', BINS);
    this.since = sim.now;
    sim.state.numbers(this, 'doubled', 'level', 'least', 'most', 'since');
    this.restart();
  }

  /** From now on the level is so many TEU, 0 or more. */
  set(teu: number): void {
    this.count();
    this.level = Math.round(teu * STEPS);
  }

  /** Forgets the past, keeps the level. */
  restart(): void {
    this.seconds.fill(0);
    this.doubled = 0;
    this.least = HIGHEST;
    this.most = 0;
    this.since = this.sim.now;
  }

  /**
   * The TEU at or below which it was for a share `p` of the time up to now, in proportion within the bin: exact up to 1,024 TEU,
   * above that off by less than a bin. null before any time has passed.
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

  /** The time since the last change goes to the level that held. */
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
