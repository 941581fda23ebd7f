// A judgement about a scenario with mistakes: what rests on a part that has a problem of its own is not judged.
import type { Complaint } from '../corridor/tree/complaint';

/** Thrown where a part of a scenario is read that has a problem of its own. */
export class Invalid extends Error {
  constructor() {
    super('This part of the scenario has a problem of its own.');
    this.name = 'Unsound';
  }
}

/** What is read, or the other value where it rests on an unsound part. */
export function whereValid<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Invalid) return otherwise;
    throw error;
  }
}

/** What several judgements find, each for itself; one that reads an unsound part finds nothing. */
export function judged(...judgements: readonly (() => Complaint[])[]): Complaint[] {
  return judgements.flatMap((judge) => whereValid(judge, []));
}

/** The same of every entry of a map; an entry may itself be unsound. */
export function judgedEach<T>(
  map: () => { readonly [id: string]: T } | undefined,
  judge: (id: string, entry: T) => Complaint[],
): Complaint[] {
  const entries = whereValid(map, undefined) ?? {};
  return Object.keys(entries).flatMap((id) => judged(() => judge(id, entries[id])));
}
