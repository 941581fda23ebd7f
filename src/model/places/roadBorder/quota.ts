// The neighbour's quota: so many trucks a day by the border's clocks, first come, first served.
import type { EventKind } from '../../../kernel';
import type { Cell } from '../../run/ledger';
import type { Box } from '../../run/place';
import type { World } from '../../run/world';
import type { BorderHours } from './borderHours';
import { Chain } from './chain';
import type { LocalDays } from './localDays';

/** On a day without a quota. */
const ANY = 2 ** 30;

export class Quota {
  private readonly line: Chain;
  /** By day: how many were accepted before it; and whether there is a quota at all. */
  private readonly before: Int32Array;
  /** The day that is counted, and how many went over on it. */
  private day = -1;
  private over = 0;

  constructor(
    private readonly world: World,
    private readonly days: LocalDays,
    private readonly hours: BorderHours,
    /** By phase; undefined: there is none. */
    private readonly perDay: readonly (number | undefined)[],
    private readonly waiting: Cell,
    private readonly nextDay: EventKind,
    /** The number of the direction, which its events carry. */
    private readonly owner: number,
    private readonly goesOver: (box: Box) => void,
  ) {
    this.line = new Chain(world);
    this.before = days.addUp((day) => perDay[days.phase[day]] ?? 0);
    world.sim.state.numbers(this, 'day', 'over');
  }

  /** True: the truck may go over now; otherwise it waits for a day with room. */
  accepts(box: Box): boolean {
    this.begin();
    if (this.line.count === 0 && this.over < this.allowed(this.day)) {
      this.over++;
      return true;
    }
    this.world.ledger.turn(box, this.waiting);
    if (this.line.count === 0) this.awaitDay();
    this.line.add(box);
    return false;
  }

  /** Another day, and the border is open. */
  dayBegins(): void {
    this.begin();
    const { line } = this;
    while (line.count > 0 && this.over < this.allowed(this.day)) {
      this.over++;
      this.goesOver(line.takeFirst());
    }
    if (line.count > 0) this.awaitDay();
  }

  /** Seconds until whoever waits now is over; Infinity: nobody is. */
  queueSeconds(): number {
    const perDay = this.perDay[this.world.phase];
    if (perDay === undefined) return 0;
    return perDay > 0 ? (this.line.count / perDay) * 86_400 : Number.POSITIVE_INFINITY;
  }

  private begin(): void {
    const today = this.days.of(this.world.sim.now);
    if (today === this.day) return;
    this.day = today;
    this.over = 0;
  }

  private allowed(day: number): number {
    const isLimited = this.perDay[this.days.phase[day]] !== undefined;
    return isLimited ? this.before[day + 1] - this.before[day] : ANY;
  }

  /** The first opening on the next day on which anybody is accepted. */
  private awaitDay(): void {
    const { days, hours, world } = this;
    let day = this.day + 1;
    while (day < days.count && this.allowed(day) === 0) day++;
    // After the run: it never comes.
    if (day >= days.count) return;
    world.sim.at(hours.nextOpen(days.begins[day]), this.nextDay, this.owner, 0);
  }
}
