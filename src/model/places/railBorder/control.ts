// One control at a border: a train has it while a team is on duty for it and it is open; until then trains stand in line.
import { TimeWeighted } from '../../../kernel';
import type { Stream } from '../../../stochastic';
import { causesOf } from '../../corridor/figures/borderSides';
import type { Measured } from '../../corridor/measures/measured';
import { NONE } from '../../run/boxes';
import type { Cell } from '../../run/ledger';
import { OrderedSet } from '../../run/orderedSet';
import type { Unit } from '../../run/place';
import type { World } from '../../run/world';
import { changeAfter, isOpen, type Rules, rulesOf, teamSeconds, teamsOnDuty } from './controlRules';
import type { Control as ControlSpec } from './spec';

export class Control {
  /** Trains that have not begun, and those that have, in the order in which they came to it. */
  readonly line: OrderedSet;
  readonly atWork: OrderedSet;
  /** By phase; undefined: there is no such control then. */
  private readonly rules: readonly (Rules | undefined)[];
  /** By unit: the phase in which its control began, whose hours it keeps. */
  declare private readonly begun: Int32Array;
  private readonly luck: Stream;
  private readonly works: Cell;
  private readonly noTeam: Cell;
  private readonly shut: Cell;
  /** Whether trains may ever have to wait for it, and whether it has teams. */
  readonly mayWait: boolean;
  private readonly hasTeams: boolean;
  private readonly busy: TimeWeighted;
  private since = 0;

  constructor(
    private readonly world: World,
    private readonly border: string,
    readonly id: string,
    specs: readonly (ControlSpec | undefined)[],
  ) {
    const { ledger, sim, units } = world;
    this.rules = specs.map((spec) => (spec === undefined ? undefined : rulesOf(world, spec)));
    this.luck = world.stream(`${border}/${id}`);
    this.hasTeams = specs.some((spec) => spec?.teams !== undefined);
    const hasHours = specs.some((spec) => spec?.calendar !== undefined);
    this.mayWait = this.hasTeams || hasHours;
    const [works, noTeam, shut] = causesOf(id);
    this.works = ledger.cell(works, border);
    this.noTeam = this.hasTeams ? ledger.cell(noTeam, border) : this.works;
    this.shut = hasHours ? ledger.cell(shut, border) : this.works;
    this.line = new OrderedSet(sim.state);
    this.atWork = new OrderedSet(sim.state);
    this.busy = new TimeWeighted(sim);
    sim.state.int32(this, 'begun', units.count);
    sim.state.numbers(this, 'since');
  }

  /** Whether it concerns trains that come from a place. */
  concerns(from: number): boolean {
    const rules = this.rules[this.world.phase];
    return rules !== undefined && (rules.from === NONE || rules.from === from);
  }

  /** Whether there is no such control now. */
  isGone(): boolean {
    return this.rules[this.world.phase] === undefined;
  }

  /** The first in line, when it can begin now; NONE. */
  next(): Unit {
    const rules = this.rules[this.world.phase];
    if (this.line.count === 0 || rules === undefined || !isOpen(rules.hours, this.world.sim.now)) return NONE;
    return this.atWork.count < teamsOnDuty(rules, this.world.sim.now) ? this.line.who[0] : NONE;
  }

  /** The first in line begins. Returns the second at which it is over: work stops at the whistle and goes on at the next opening. */
  begin(): number {
    const { world, line, atWork } = this;
    const { now } = world.sim;
    const rules = this.rules[world.phase] as Rules;
    const unit = line.who[0];
    line.remove(0);
    atWork.add(unit);
    this.begun[unit] = world.phase;
    this.count();
    const seconds = Math.round(rules.takes.draw(this.luck));
    return rules.hours === undefined ? now + seconds : rules.hours.finish(now, seconds);
  }

  /** The control of a train is over: its team is free. */
  end(unit: Unit): void {
    this.atWork.remove(this.atWork.find(unit));
    this.count();
  }

  /** What the time of a train is booked to that stands in line or is at work. Order: the control that is shut, then a team. */
  cellOf(unit: Unit, isAtWork: boolean): Cell {
    const rules = this.rules[isAtWork ? this.begun[unit] : this.world.phase];
    if (!isOpen(rules?.hours, this.world.sim.now)) return this.shut;
    return isAtWork ? this.works : this.noTeam;
  }

  /** Whether a cell is a wait for this control. */
  isWait(cell: Cell): boolean {
    return cell !== this.works;
  }

  /** The next second at which it opens or closes, or a shift begins or ends, for the trains that are here. */
  nextChange(): number {
    const { line, atWork, begun, world } = this;
    const { now } = world.sim;
    let next = Number.POSITIVE_INFINITY;
    for (let i = 0; i < atWork.count; i++)
      next = Math.min(next, changeAfter(this.rules[begun[atWork.who[i]]]?.hours, now));
    const rules = this.rules[world.phase];
    if (line.count === 0 || rules === undefined) return next;
    for (const { hours } of rules.shifts) next = Math.min(next, changeAfter(hours, now));
    return Math.min(next, changeAfter(rules.hours, now));
  }

  /** Notes how many teams are at work: none while the control is shut. */
  count(): void {
    this.busy.set(isOpen(this.rules[this.world.phase]?.hours, this.world.sim.now) ? this.atWork.count : 0);
  }

  startMeasuring(): void {
    this.busy.restart();
    this.since = this.world.sim.now;
  }

  /** Teams at work, of those on duty; above 100 % where teams finish trains after their shift. */
  measures(): Measured[] {
    if (!this.hasTeams) return [];
    const of = { place: this.border, resource: `${this.id} teams` };
    const duty = this.duty();
    const value = Number.isFinite(duty) && duty > 0 ? this.busy.area() / duty : null;
    return [{ measure: 'use', statistic: 'share', of, unit: 'share', value }];
  }

  /** Team seconds on duty since measuring began. */
  private duty(): number {
    const { world, since } = this;
    const { now } = world.sim;
    let sum = 0;
    for (const [i, rules] of this.rules.entries()) {
      const from = Math.max(since, world.phases[i].second);
      const to = Math.min(now, world.phases[i + 1]?.second ?? now);
      if (rules === undefined || from >= to) continue;
      sum += teamSeconds(rules, from, to);
    }
    return sum;
  }
}
