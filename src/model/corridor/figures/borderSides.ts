// The two sides of a rail border: which one a box leaves and which it enters, and to which its waits belong.
import type { Control, RailBorderSpec } from '../../places/railBorder/spec';
import type { PlaceSpec } from '../data/placeSpec';

/** The names of the sides, in order. */
export const namesOfSides = (sides: RailBorderSpec['sides'] = {}): string[] =>
  [...new Set(Object.values(sides))].sort();

/** The side that a box leaves at a border, and the one that it enters. */
export interface Crossing {
  readonly left: string;
  readonly entered: string;
}

/** What the time at a border with two sides belongs to, in the order in which a box sees it. */
export type BorderPart = 'left' | 'crossing' | 'entered';

/** How a box crosses a place that it comes to from a neighbour; undefined where the place has no sides. */
export function crossingAt(spec: PlaceSpec, cameFrom: string | undefined): Crossing | undefined {
  if (spec.kind !== 'rail border' || spec.sides === undefined || cameFrom === undefined) return undefined;
  const left = spec.sides[cameFrom];
  const entered = namesOfSides(spec.sides).find((name) => name !== left);
  return left === undefined || entered === undefined ? undefined : { left, entered };
}

/** The names of the causes at a border that lie before the hand-over whatever its controls are. */
export const beforeHandOver = {
  closed: 'waiting for the border to open',
  notHandedOver: 'waiting to be handed over',
  behindOthers: 'waiting to be handed over, behind other traffic',
} as const;
export const CROSSING = 'crossing the border';

/** The causes of a control: at work, without a team, and closed. */
export const causesOf = (control: string) =>
  [control, `waiting for ${control}`, `waiting for ${control} to open`] as const;

/** To which part of the way over a border a cause of the ledger belongs. Whatever follows the controls is on the side entered. */
export function partOf(controls: { readonly [id: string]: Control }, { left }: Crossing, cause: string): BorderPart {
  if (cause === CROSSING) return 'crossing';
  if (Object.values(beforeHandOver).some((one) => one === cause)) return 'left';
  const id = Object.keys(controls).find((control) => causesOf(control).some((one) => one === cause));
  return id !== undefined && controls[id].side === left ? 'left' : 'entered';
}
