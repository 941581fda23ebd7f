// Locomotives of the corridor's lines: a train that sets out on lines of a class waits for one, and has it until it leaves them.
import { TimeWeighted } from '../../kernel';
import { type Sampler, type Stream, sampler } from '../../stochastic';
import { seconds } from '../../units';
import type { CorridorData } from '../corridor/corridor';
import type { LocomotiveSpec } from '../corridor/data/locomotiveSpec';
import { lawOf } from '../corridor/figures/law';
import { linesHauled } from '../corridor/figures/locomotives';
import type { Measured } from '../corridor/measures/measured';
import { NONE } from '../run/boxes';
import type { Cell } from '../run/ledger';
import { OrderedSet } from '../run/orderedSet';
import type { Unit } from '../run/place';
import { shareOf } from '../run/share';
import type { World } from '../run/world';

const PRIORITIES = 4;

/** One class: how many are with trains or in their turn-round, and who waits. */
class LocomotiveFleet {
  /** By phase. */
  readonly counts: readonly number[];
  readonly turnRounds: readonly Sampler[];
  readonly luck: Stream;
  /** By priority: trains that wait, in the order in which they asked. */
  readonly waiting: readonly OrderedSet[];
  waits = 0;
  readonly busy: TimeWeighted;
  readonly running: TimeWeighted;
  /** Trains that got one, and the seconds for which they waited. */
  served = 0;
  waited = 0;

  constructor(
    world: World,
    readonly id: string,
  ) {
    const { sim } = world;
    const specs = world.phases.map(({ data }) => specOf(data, id));
    this.counts = specs.map(({ count }) => count);
    this.turnRounds = specs.map(({ turnRound = seconds(0) }) => sampler(lawOf(turnRound)));
    // Stream: one a class, drawn once a haul.
    this.luck = world.stream(`locomotives/${id}/turn-round`);
    this.waiting = Array.from({ length: PRIORITIES }, () => new OrderedSet(sim.state));
    sim.state.numbers(this, 'waits', 'served', 'waited');
    this.busy = new TimeWeighted(sim);
    this.running = new TimeWeighted(sim, this.counts[0]);
  }

  /** Takes the first who waits off the list, by priority; someone does. */
  takeNext(): Unit {
    for (const set of this.waiting) {
      if (set.count === 0) continue;
      const unit = set.who[0];
      set.remove(0);
      this.waits--;
      return unit;
    }
    return NONE;
  }
}

const specOf = (data: CorridorData, id: string): LocomotiveSpec => data.locomotives?.[id] ?? { count: 0, on: [] };

export class Locomotives {
  private readonly fleets: readonly LocomotiveFleet[];
  /** By line: its class, NONE where trains bring their own; and what the time of those that wait there is booked to. */
  private readonly classOf: Int32Array;
  private readonly cells: Cell[] = [];
  /** By unit: the class of the locomotive that it has; and when it asked for one. */
  declare private readonly has: Int32Array;
  declare private readonly asked: Float64Array;
  private readonly isFree: ReturnType<World['on']>;

  constructor(
    private readonly world: World,
    units: number,
  ) {
    const { data, sim, lines, ledger } = world;
    const ids = Object.keys(data.locomotives ?? {}).sort();
    this.fleets = ids.map((id) => new LocomotiveFleet(world, id));
    const hauled = ids.map((id) => linesHauled(specOf(data, id)));
    this.classOf = Int32Array.from(lines, ({ id }) => hauled.findIndex((on) => on.includes(id)));
    for (const [i, { id }] of lines.entries())
      this.cells[i] = this.classOf[i] === NONE ? 0 : ledger.cell('waiting for a locomotive', id);
    sim.state.int32(this, 'has', units).fill(NONE);
    sim.state.float64(this, 'asked', units);
    this.isFree = world.on('a locomotive is free', (fleet) => {
      this.fleets[fleet].busy.add(-1);
      this.serve(fleet);
    });
  }

  /** Whether a train that wants to set out on a line may ask for a path there; else it waits for a locomotive, and is let go later. */
  hauls(unit: Unit, line: number): boolean {
    const fleet = this.classOf[line];
    if (fleet === NONE || this.has[unit] === fleet) return true;
    const one = this.fleets[fleet];
    const { units, services, sim } = this.world;
    this.asked[unit] = sim.now;
    if (one.waits === 0 && this.isAny(one)) {
      this.takes(unit, fleet);
      return true;
    }
    // Order: locomotives go to trains by priority, then in the order in which they ask.
    one.waiting[services[units.service[unit]].priority].add(unit);
    one.waits++;
    units.turn(unit, this.cells[line]);
    return false;
  }

  /** A train is at the end of a line, and goes on over the next; NONE: its way ends here. */
  cameOver(unit: Unit, next: number): void {
    const fleet = this.has[unit];
    if (fleet === NONE || (next !== NONE && this.classOf[next] === fleet)) return;
    this.has[unit] = NONE;
    const { turnRounds, luck } = this.fleets[fleet];
    const { sim, phase } = this.world;
    sim.in(Math.round(turnRounds[phase].draw(luck)), this.isFree, fleet, 0);
  }

  /** A train runs on a line at clock zero: it has a locomotive, even where there are not so many. */
  isUnderWay(unit: Unit, line: number): void {
    const fleet = this.classOf[line];
    if (fleet === NONE) return;
    this.has[unit] = fleet;
    this.fleets[fleet].busy.add(1);
  }

  /** A dated change: there may be more. */
  becomes(): void {
    for (const [fleet, { running, counts }] of this.fleets.entries()) {
      running.set(counts[this.world.phase]);
      this.serve(fleet);
    }
  }

  startMeasuring(): void {
    for (const one of this.fleets) {
      one.busy.restart();
      one.running.restart();
      one.served = 0;
      one.waited = 0;
    }
  }

  measures(): Measured[] {
    return this.fleets.flatMap(({ id, busy, running, served, waited }): Measured[] => {
      const of = { resource: id };
      return [
        { measure: 'use', statistic: 'share', of, unit: 'share', value: shareOf(busy.mean(), running.mean()) },
        { measure: 'wait', statistic: 'mean', of, unit: 'h', value: served > 0 ? waited / served / 3600 : null },
      ];
    });
  }

  private isAny({ busy, counts }: LocomotiveFleet): boolean {
    return busy.value < counts[this.world.phase];
  }

  private takes(unit: Unit, fleet: number): void {
    const one = this.fleets[fleet];
    this.has[unit] = fleet;
    one.busy.add(1);
    one.served++;
    one.waited += this.world.sim.now - this.asked[unit];
  }

  private serve(fleet: number): void {
    const one = this.fleets[fleet];
    const { units, services, lines } = this.world;
    while (one.waits > 0 && this.isAny(one)) {
      const unit = one.takeNext();
      this.takes(unit, fleet);
      const service = services[units.service[unit]];
      lines[service.lines[service.next(unit)]].depart(unit, service.stopOf(unit));
    }
  }
}
