// Controls of whole trains at a border, step by step: those of one step side by side, the next step when all of it are over.

import type { EventKind } from '../../../kernel';
import { namesOfSides } from '../../corridor/figures/borderSides';
import type { Measured } from '../../corridor/measures/measured';
import type { Unit } from '../../run/place';
import type { World } from '../../run/world';
import { MOST_CONTROLS } from './check';
import { Control } from './control';
import type { RailBorderSpec } from './spec';
import type { Waiting } from './waiting';

/** Where a train is with one of the controls. */
const NOT_YET = 0;
const IN_LINE = 1;
const AT_WORK = 2;
const OVER = 3;

/**
 * Order: trains begin a control in the order in which they come to it. The time of a train is booked to the first control,
 * in order of ids, of those of its step that are not over. After a dated change a train goes on with what it has not been
 * through, in the new order; what has begun is finished as it began.
 */
export class Controls {
  private readonly controls: readonly Control[];
  /** By phase: the steps in order, each as the places of its controls in order of ids. */
  private readonly steps: readonly (readonly (readonly number[])[])[];
  /** By unit and control. */
  declare private readonly at: Uint8Array;
  /** By phase and control: on which of the two sides it is; −1 where the border has none. */
  private readonly sideOf: readonly Int8Array[];
  /** By neighbour: its side; and by unit, the side on which it is now. */
  private readonly sideOfNeighbour: Int8Array;
  declare private readonly onSide: Int32Array;
  /** Whether trains may ever have to wait for one. */
  readonly mayWait: boolean;

  constructor(
    private readonly world: World,
    border: string,
    private readonly number: number,
    specs: readonly RailBorderSpec[],
    private readonly waiting: Waiting,
    private readonly isOver: EventKind,
  ) {
    const ids = [...new Set(specs.flatMap(({ controls }) => Object.keys(controls)))].sort();
    this.controls = ids.map(
      (id) =>
        new Control(
          world,
          border,
          id,
          specs.map(({ controls }) => controls[id]),
        ),
    );
    this.steps = specs.map(({ controls }) => stepsOf(controls).map((step) => step.map((id) => ids.indexOf(id))));
    this.mayWait = this.controls.some((control) => control.mayWait);
    const { sides = {} } = specs[0];
    const names = namesOfSides(sides);
    this.sideOf = specs.map(({ controls }) => Int8Array.from(ids, (id) => names.indexOf(controls[id]?.side ?? '')));
    this.sideOfNeighbour = Int8Array.from(waiting.neighbours, (neighbour) => names.indexOf(sides[neighbour] ?? ''));
    world.sim.state.uint8(this, 'at', world.units.count * ids.length);
    world.sim.state.int32(this, 'onSide', world.units.count);
  }

  /** A train comes to the controls, of the side that it leaves where there are two. True: it is through at once. */
  comes(unit: Unit): boolean {
    const first = unit * this.controls.length;
    this.at.fill(NOT_YET, first, first + this.controls.length);
    this.onSide[unit] = this.sideOfNeighbour[this.waiting.from(unit)];
    return this.goesOn(unit);
  }

  /** A train that was handed over comes to the controls of the side that it enters. True: it is through at once. */
  crosses(unit: Unit): boolean {
    this.onSide[unit] = 1 - this.sideOfNeighbour[this.waiting.from(unit)];
    return this.goesOn(unit);
  }

  /** Whether a train at the controls is on the side that it leaves. */
  isLeaving(unit: Unit): boolean {
    return this.onSide[unit] === this.sideOfNeighbour[this.waiting.from(unit)];
  }

  /** A control of a train is over. True: it was the last, of its side where there are two. */
  ends(unit: Unit, control: number): boolean {
    this.at[unit * this.controls.length + control] = OVER;
    this.controls[control].end(unit);
    const through = this.goesOn(unit);
    if (!through) this.book(unit);
    this.begin(control);
    return through;
  }

  /** The clock has come to a second at which something opens or closes, or a shift changes. */
  look(): void {
    for (let i = 0; i < this.controls.length; i++) {
      const { line, atWork } = this.controls[i];
      this.controls[i].count();
      this.begin(i);
      for (let k = 0; k < line.count; k++) this.book(line.who[k]);
      for (let k = 0; k < atWork.count; k++) this.book(atWork.who[k]);
    }
  }

  /** After a dated change: whoever stands before a control that is no more. The train goes on; true: it is through. */
  leavesGone(through: (unit: Unit) => void): void {
    for (const [i, control] of this.controls.entries()) {
      if (!control.isGone()) continue;
      for (const unit of control.line.takeAll()) {
        this.at[unit * this.controls.length + i] = OVER;
        if (this.goesOn(unit)) through(unit);
        else this.book(unit);
      }
    }
  }

  nextChange(): number {
    let next = Number.POSITIVE_INFINITY;
    for (const control of this.controls) next = Math.min(next, control.nextChange());
    return next;
  }

  startMeasuring(): void {
    for (const control of this.controls) control.startMeasuring();
  }

  measures(): Measured[] {
    return this.controls.flatMap((control) => control.measures());
  }

  /** The next step of a train, if nothing of this one is left. True: there is none. */
  private goesOn(unit: Unit): boolean {
    const { at, controls, waiting } = this;
    const first = unit * controls.length;
    for (let i = 0; i < controls.length; i++) if (at[first + i] === IN_LINE || at[first + i] === AT_WORK) return false;
    const from = waiting.cameFrom(unit);
    const sideOf = this.sideOf[this.world.phase];
    const side = this.onSide[unit];
    for (const step of this.steps[this.world.phase]) {
      let joined = false;
      for (const i of step) {
        if (at[first + i] !== NOT_YET || sideOf[i] !== side || !controls[i].concerns(from)) continue;
        at[first + i] = IN_LINE;
        controls[i].line.add(unit);
        joined = true;
      }
      if (!joined) continue;
      for (const i of step) this.begin(i);
      this.book(unit);
      return false;
    }
    return true;
  }

  /** Whoever is first in line begins, as long as there are teams. */
  private begin(i: number): void {
    const { world, at, controls } = this;
    for (let unit = controls[i].next(); unit >= 0; unit = controls[i].next()) {
      at[unit * controls.length + i] = AT_WORK;
      world.sim.at(controls[i].begin(), this.isOver, this.number, unit * MOST_CONTROLS + i);
      this.book(unit);
    }
  }

  private book(unit: Unit): void {
    const { at, controls } = this;
    const first = unit * controls.length;
    for (let i = 0; i < controls.length; i++) {
      const state = at[first + i];
      if (state !== IN_LINE && state !== AT_WORK) continue;
      const cell = controls[i].cellOf(unit, state === AT_WORK);
      this.waiting.book(unit, cell, controls[i].isWait(cell));
      return;
    }
  }
}

/** Ids of the controls, step by step: by number, then those without one, each a step of its own in order of ids. */
export function stepsOf(controls: RailBorderSpec['controls']): string[][] {
  const ids = Object.keys(controls).sort();
  const numbers = [...new Set(ids.map((id) => controls[id].step))].filter((step) => step !== undefined);
  const numbered = numbers.sort((a, b) => a - b).map((step) => ids.filter((id) => controls[id].step === step));
  return [...numbered, ...ids.filter((id) => controls[id].step === undefined).map((id) => [id])];
}
