// What must hold of a rail border by itself.
import type { Complaint } from '../../corridor/tree/complaint';
import type { RailBorderSpec } from './spec';

/** An event carries a control in this many numbers. */
export const MOST_CONTROLS = 64;

export function checkRailBorder(_: string, { controls }: RailBorderSpec): Complaint[] {
  const count = Object.keys(controls).length;
  if (count < MOST_CONTROLS) return [];
  const allowed = `at most ${MOST_CONTROLS - 1} controls`;
  return [{ path: ['controls'], got: count, allowed, say: `${count} controls at one border are too many.` }];
}
