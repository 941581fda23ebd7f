// Crane failures and repairs, in calendar time, whether cranes work or are idle.
import { type Sampler, type Stream, sampler } from '../../stochastic';
import type { Takes } from '../corridor/data/takes';
import { lawOf } from '../corridor/figures/law';
import type { World } from '../run/world';

export interface FailureFigures {
  /** Mean time between failures of one crane [s]. */
  readonly every: number;
  readonly repair: Takes;
}

interface Laws {
  readonly every: Sampler;
  readonly repair: Sampler;
}

export class CraneFailures {
  /** By crane: 1 during a repair. */
  declare readonly isDown: Uint8Array;
  /** By crane: 1 while its next failure or end of repair is scheduled. */
  declare private readonly awaited: Uint8Array;
  /** By phase; undefined if cranes never fail. */
  private readonly laws: readonly (Laws | undefined)[];
  /** Stream: one a crane, so that adding a crane does not change the failures of the others. */
  private readonly luck: readonly Stream[];

  constructor(
    private readonly world: World,
    /** The number of the pool. */
    private readonly pool: number,
    purpose: string,
    most: number,
    figures: readonly (FailureFigures | undefined)[],
  ) {
    this.laws = figures.map(
      (one) => one && { every: sampler({ law: 'exponential', mean: one.every }), repair: sampler(lawOf(one.repair)) },
    );
    this.luck = Array.from({ length: most }, (_, crane) => world.stream(`${purpose}/breakdowns/${crane}`));
    world.sim.state.uint8(this, 'isDown', most);
    world.sim.state.uint8(this, 'awaited', most);
    this.becomes();
  }

  /** Number of the first `count` cranes under repair. */
  down(count: number): number {
    let down = 0;
    for (let crane = 0; crane < count; crane++) down += this.isDown[crane];
    return down;
  }

  /** A dated change: cranes without failures may have them from now on. */
  becomes(): void {
    for (let crane = 0; crane < this.luck.length; crane++) this.awaits(crane);
  }

  /** A crane fails, or its repair ends. */
  turns(crane: number): void {
    this.awaited[crane] = 0;
    this.isDown[crane] = 1 - this.isDown[crane];
    this.awaits(crane);
  }

  private awaits(crane: number): void {
    const { sim, kinds, phase } = this.world;
    const laws = this.laws[phase];
    if (this.awaited[crane] === 1) return;
    if (laws === undefined) {
      this.isDown[crane] = 0;
      return;
    }
    this.awaited[crane] = 1;
    const law = this.isDown[crane] === 1 ? laws.repair : laws.every;
    sim.in(Math.max(1, Math.round(law.draw(this.luck[crane]))), kinds.craneTurns, this.pool, crane);
  }
}
