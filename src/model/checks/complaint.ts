// How a check says what does not hold: where, what came, what is allowed, and a sentence with what to do.
import { nearest } from '../../problem';
import type { Complaint } from '../corridor/tree/complaint';

export type { Complaint };

export function complaint(path: Complaint['path'], got: unknown, allowed: string, say: string): Complaint {
  return { path, got, allowed, say };
}

/** What stands still with a count or rate of 0: a fault only where it never opens in the run. */
export const closure = (path: Complaint['path'], got: unknown, allowed: string, say: string): Complaint => ({
  ...complaint(path, got, allowed, say),
  closes: true,
});

/** `Aktau, Alat, Poti`, cut short where there are many. */
export function listed(names: readonly string[]): string {
  if (names.length === 0) return 'none';
  return names.length <= 8 ? names.join(', ') : `${names.slice(0, 8).join(', ')} and ${names.length - 8} more`;
}

/** A name that stands for nothing: says which there are, and which of them come close. */
export function unknownName(path: Complaint['path'], name: string, what: string, known: readonly string[]): Complaint {
  const near = nearest(name, known);
  const ask = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there is ${listed(known)}.`;
  return complaint(path, name, listed(known), `There is no ${what} "${name}"; ${ask}`);
}
