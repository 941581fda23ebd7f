// How much of what a border has is in use, of the time that it is open.
import type { World } from '../../run/world';
import type { BorderHours } from './borderHours';

export class OpenUse {
  private inUse = 0;
  /** Since when, and in which phase. */
  private since = 0;
  private phase = 0;
  /** Open seconds in use, and open seconds in all, of all lanes or bays together. */
  private used = 0;
  private there = 0;

  constructor(
    private readonly world: World,
    private readonly hours: BorderHours,
    /** By phase. */
    private readonly counts: readonly number[],
  ) {
    world.sim.state.numbers(this, 'inUse', 'since', 'phase', 'used', 'there');
  }

  /** From now on so many are in use; to be told too when another phase begins. */
  set(inUse: number): void {
    const open = this.openSince();
    this.used += open * this.inUse;
    this.there += open * this.counts[this.phase];
    this.inUse = inUse;
    this.since = this.world.sim.now;
    this.phase = this.world.phase;
  }

  restart(): void {
    this.set(this.inUse);
    this.used = 0;
    this.there = 0;
  }

  /** Share of the open time, or null where it was never open. */
  share(): number | null {
    const open = this.openSince();
    const there = this.there + open * this.counts[this.phase];
    return there > 0 ? (this.used + open * this.inUse) / there : null;
  }

  private openSince(): number {
    return this.hours.between(this.since, this.world.sim.now, this.phase);
  }
}
