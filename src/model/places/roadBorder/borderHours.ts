// When a road border is open, by the calendar that holds now; without one it is always open.

import type { World } from '../../run/world';
import type { OpenHours } from '../../time/openHours';

export class BorderHours {
  private readonly byPhase: readonly (OpenHours | undefined)[];

  constructor(
    private readonly world: World,
    /** By phase: the id of a calendar. */
    calendars: readonly (string | undefined)[],
  ) {
    this.byPhase = calendars.map((calendar) => (calendar === undefined ? undefined : world.hours(calendar)));
  }

  isOpen(second: number, phase = this.world.phase): boolean {
    return this.byPhase[phase]?.isOpen(second) ?? true;
  }

  nextOpen(second: number, phase = this.world.phase): number {
    return this.byPhase[phase]?.nextOpen(second) ?? second;
  }

  /** When work that is begun at a second is done: it stops at the whistle and goes on at the next opening. */
  finish(second: number, work: number, phase = this.world.phase): number {
    return this.byPhase[phase]?.finish(second, work) ?? second + work;
  }

  /** Open seconds from one second to another. */
  between(from: number, to: number, phase = this.world.phase): number {
    return this.byPhase[phase]?.between(from, to) ?? to - from;
  }
}
