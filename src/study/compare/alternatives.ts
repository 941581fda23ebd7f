// The alternatives of a comparison: each a change, several, or one that the scenario has by name; never the same twice.
import type { Change, Corridor } from '../../model/change/define';
import { nearest } from '../../problem';

/** What one alternative changes: a change, the id of a change or variant of the scenario, or several of them in their order. */
export type Alternative = Change | string | readonly (Change | string)[];

/** An alternative as it is run. */
export interface Named {
  /** The names of its changes. */
  readonly name: string;
  readonly corridor: Corridor;
  /** What its changes cost together [MUSD]; null where one of them does not say. */
  readonly cost: number | null;
}

/**
 * The corridors of all alternatives. @throws RangeError for none, or for one that is the scenario itself or another one again,
 * ProblemError for a change that cannot be made
 */
export function alternativesOf(corridor: Corridor, asked: readonly Alternative[]): Named[] {
  if (asked.length === 0)
    throw new RangeError(
      'There is nothing to compare with: name one or more alternatives, as in --with places.Aktau.tracks=4 or --with the id of a change of the scenario.',
    );
  const named = asked.map((one) => namedOf(corridor, one));
  const seen = new Map([[corridor.hash, 'the scenario as it stands']]);
  for (const { name, corridor: changed } of named) {
    const same = seen.get(changed.hash);
    if (same !== undefined)
      throw new RangeError(
        `The alternative ${name} is the same as ${same}: nothing could tell them apart. Leave it out.`,
      );
    seen.set(changed.hash, name);
  }
  return named;
}

function namedOf(corridor: Corridor, asked: Alternative): Named {
  const all = Array.isArray(asked) ? (asked as readonly (Change | string)[]) : [asked as Change | string];
  if (all.length === 0) throw new RangeError('An alternative changes nothing: give it a change, or leave it out.');
  const changed = all.reduce<Corridor>(withOne, corridor);
  const name = changed.changes.slice(corridor.changes.length).join(', ');
  const costs = all.flatMap((one) => costsOf(corridor, one));
  const known = costs.filter((cost) => cost !== undefined);
  return { name, corridor: changed, cost: known.length === costs.length ? known.reduce((a, b) => a + b, 0) : null };
}

function withOne(corridor: Corridor, change: Change | string): Corridor {
  if (typeof change !== 'string') return corridor.with(change);
  const { changes = {}, variants = {} } = corridor.data;
  const id = change.normalize('NFC');
  if (Object.hasOwn(changes, id)) return corridor.with(id);
  if (Object.hasOwn(variants, id)) return corridor.variant(id);
  const known = [...Object.keys(changes), ...Object.keys(variants)];
  const near = nearest(id, known);
  const ask =
    near.length > 0
      ? `did you mean ${near.join(' or ')}?`
      : known.length > 0
        ? `there is ${known.join(', ')}.`
        : 'the scenario has none.';
  throw new RangeError(`There is no change or variant "${id}" to compare with; ${ask} A setting has an equals sign.`);
}

function costsOf({ data: { changes = {}, variants = {} } }: Corridor, change: Change | string): (number | undefined)[] {
  if (typeof change !== 'string') return [change.cost];
  return Object.hasOwn(changes, change)
    ? [changes[change].cost]
    : (variants[change] ?? []).map((id) => changes[id].cost);
}
