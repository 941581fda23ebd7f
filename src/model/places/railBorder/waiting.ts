// Trains that wait before a border, by the neighbour from which they come: for the figures, the ban, and whoever chooses a way.
import { TimeWeighted } from '../../../kernel';
import type { Measured } from '../../corridor/measures/measured';
import { NONE } from '../../run/boxes';
import type { Cell } from '../../run/ledger';
import type { Unit } from '../../run/place';
import type { World } from '../../run/world';
import type { Ban } from '../../traffic/ban';

export class Waiting {
  /** Places to which a railway leads from here, in order of ids. */
  readonly neighbours: readonly string[];
  /** By neighbour: trains with boxes aboard that wait for anything here, up to a track. */
  readonly trains: readonly TimeWeighted[];
  /** By neighbour; undefined where none is ever put. */
  readonly bans: (Ban | undefined)[];
  /** By place: which neighbour it is; NONE. */
  private readonly neighbourAt: Int32Array;
  /** By unit: 1 + the neighbour under which it is counted; 0: it does not wait here. */
  declare private readonly counted: Int32Array;

  constructor(
    private readonly world: World,
    private readonly border: string,
  ) {
    const { data, placeIds, sim, units } = world;
    const ends = Object.values(data.lines).filter(({ mode, between }) => mode === 'rail' && between.includes(border));
    const others = ends.map(({ between: [a, b] }) => (a === border ? b : a));
    this.neighbours = [...new Set(others)].sort();
    this.neighbourAt = Int32Array.from(placeIds, (id) => this.neighbours.indexOf(id));
    this.trains = this.neighbours.map(() => new TimeWeighted(sim));
    this.bans = this.neighbours.map(() => undefined);
    sim.state.int32(this, 'counted', units.count);
  }

  /** The neighbour from which a train came here. */
  from(unit: Unit): number {
    return this.neighbourAt[this.cameFrom(unit)];
  }

  /** The place from which a train came here. */
  cameFrom(unit: Unit): number {
    const { units, services } = this.world;
    return services[units.service[unit]].wayOf(unit)[units.passed[unit] - 1];
  }

  /** Which neighbour a place is. */
  neighbourOf(place: number): number {
    return this.neighbourAt[place];
  }

  /** How many trains from a place wait. */
  countFrom(place: number): number {
    const neighbour = this.neighbourAt[place];
    return neighbour === NONE ? 0 : this.trains[neighbour].value;
  }

  /** The time of all aboard a train is booked to a cell, which is a wait or is none. */
  book(unit: Unit, cell: Cell, waits: boolean): void {
    this.world.units.turn(unit, cell);
    this.set(unit, waits);
  }

  /** From now on a train waits, or waits no more. */
  set(unit: Unit, waits: boolean): void {
    const { counted } = this;
    if (counted[unit] > 0 === waits) return;
    const neighbour = waits ? this.from(unit) : counted[unit] - 1;
    counted[unit] = waits ? neighbour + 1 : 0;
    this.trains[neighbour].add(waits ? 1 : -1);
    this.bans[neighbour]?.waits(this.trains[neighbour].value);
  }

  /** An event of the neighbour's ban. */
  decide(neighbour: number): void {
    this.bans[neighbour]?.decide(this.trains[neighbour].value);
  }

  /** The limits of the bans have changed. */
  look(): void {
    for (let i = 0; i < this.bans.length; i++) this.bans[i]?.waits(this.trains[i].value);
  }

  startMeasuring(): void {
    for (const trains of this.trains) trains.restart();
    for (const ban of this.bans) ban?.startMeasuring();
  }

  measures(): Measured[] {
    return this.neighbours.flatMap((neighbour, i): Measured[] => {
      const of = { place: this.border, resource: `from ${neighbour}` };
      const trains = this.trains[i];
      return [
        { measure: 'trains waiting', statistic: 'mean', of, unit: 'trains', value: trains.mean() },
        { measure: 'trains waiting', statistic: 'max', of, unit: 'trains', value: trains.max() },
        ...(this.bans[i]?.measures() ?? []),
      ];
    });
  }
}
