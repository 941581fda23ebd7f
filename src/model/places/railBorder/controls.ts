// Controls of whole trains at a border: one after another, in the order of their ids, each for trains from where it says.
import { type Sampler, type Stream, sampler } from '../../../stochastic';
import { NONE } from '../../boxes';
import type { Unit } from '../../kind';
import { lawOf } from '../../law';
import type { Cell } from '../../ledger';
import type { World } from '../../world';
import type { RailBorderSpec } from './spec';

interface ControlStep {
  /** Only trains that come from this place; NONE: all. */
  readonly from: number;
  readonly takes: Sampler;
  readonly luck: Stream;
  readonly cell: Cell;
}

export class Controls {
  private readonly steps: readonly ControlStep[];

  constructor(
    private readonly world: World,
    border: string,
    spec: RailBorderSpec['controls'],
  ) {
    this.steps = Object.keys(spec)
      .sort()
      .map((control) => {
        const { takes, trainsFrom } = spec[control];
        return {
          from: trainsFrom === undefined ? NONE : world.placeNumber(trainsFrom),
          takes: sampler(lawOf(takes)),
          luck: world.stream(`${border}/${control}`),
          cell: world.ledger.cell(control, border),
        };
      });
  }

  /** The next control, from `done` on, that concerns a train; NONE when it is through. */
  next(unit: Unit, done: number): number {
    const came = this.cameFrom(unit);
    for (let i = done; i < this.steps.length; i++) {
      const { from } = this.steps[i];
      if (from === NONE || from === came) return i;
    }
    return NONE;
  }

  /** A control begins: the time of all aboard is booked to it. Returns how many seconds it takes. */
  begin(unit: Unit, control: number): number {
    const { takes, luck, cell } = this.steps[control];
    this.world.units.turn(unit, cell);
    return Math.round(takes.draw(luck));
  }

  /** The place on the train's way from which it came here. */
  private cameFrom(unit: Unit): number {
    const { units, services } = this.world;
    const service = services[units.service[unit]];
    const before = units.passed[unit] - 1;
    return service.stops[units.end[unit] === 1 ? before : service.lines.length - before];
  }
}
