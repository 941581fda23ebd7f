// The kinds of place, in one list. A new kind is a folder of its own and one line here; a script may bring kinds of its own.

import type { PlaceSpec } from '../corridor/data/placeSpec';
import type { FormulaRow } from '../preview/formulas/row';
import type { PreviewRow, Traffic } from '../preview/preview';
import type { Place } from '../run/place';
import type { World } from '../run/world';
import { hinterland } from './hinterland';
import { junction } from './junction';
import type { PlaceKind } from './kind';
import { railBorder } from './railBorder';
import { roadBorder } from './roadBorder';
import { seaport } from './seaport';
import { terminal } from './terminal';

/**
 * The shipped kinds of place, by the `kind` in their data: for `Run` and `replicate`, with kinds of a script's own
 * beside them.
 */
export const placeKinds: { readonly [K in PlaceSpec['kind']]: PlaceKind<Extract<PlaceSpec, { kind: K }>> } = {
  terminal,
  'rail border': railBorder,
  seaport,
  junction,
  hinterland,
  'road border': roadBorder,
};

/** What a world builds places with, by the `kind` in their data: any `PlaceKind` fits. */
export type PlaceKinds = { readonly [kind: string]: Pick<PlaceKind<never>, 'build'> };

type AnyKind = PlaceKind<PlaceSpec>;

/** The kind of a place's data. The one cast: `kind` in the data says which of the kinds it fits. */
export function kindOf(spec: PlaceSpec): AnyKind {
  return placeKinds[spec.kind] as unknown as AnyKind;
}

/**
 * Registers the events of every kind, in the order of the list, and returns what builds a place of any kind. That throws
 * where the data are of a kind that is not among them.
 */
export function buildersOf(world: World, kinds: PlaceKinds): (id: string, spec: PlaceSpec, number: number) => Place {
  const builders = new Map<string, ReturnType<AnyKind['build']>>();
  for (const [name, kind] of Object.entries(kinds))
    builders.set(name, kind.build(world) as ReturnType<AnyKind['build']>);
  return (id, spec, number) => {
    const build = builders.get(spec.kind);
    if (build === undefined)
      throw new Error(
        `The place "${id}" is of kind "${spec.kind}"; this world builds ${[...builders.keys()].join(', ')}. ` +
          'Give it that kind, or correct the data.',
      );
    return build(id, spec, number);
  };
}

/** What the formula says of each resource of a place. */
export function previewOf(id: string, spec: PlaceSpec, traffic: Traffic): PreviewRow[] {
  return kindOf(spec).preview(id, spec, traffic);
}

/** What formulas say of a place before any run. */
export function formulasOf(id: string, spec: PlaceSpec, traffic: Traffic): FormulaRow[] {
  return kindOf(spec).formulas?.(id, spec, traffic) ?? [];
}
