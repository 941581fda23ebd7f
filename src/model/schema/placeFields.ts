// The fields of each kind of place, and the relations among them. A new kind adds one line.
import type { ZodType } from 'zod';
import type { CorridorData } from '../corridor/corridor';
import type { PlaceSpec } from '../corridor/data/placeSpec';
import type { Complaint } from '../corridor/tree/complaint';
import { hinterlandSchema } from '../places/hinterland/fields';
import { junctionSchema } from '../places/junction/fields';
import { checkRailBorder } from '../places/railBorder/check';
import { railBorderSchema } from '../places/railBorder/fields';
import { roadBorderSchema } from '../places/roadBorder/fields';
import { seaportSchema } from '../places/seaport/fields';
import { terminalSchema } from '../places/terminal/fields';
import type { Fields } from './fields';

interface PlaceFields<Spec> {
  schema(fields: Fields): ZodType<Spec>;
  /** Relations beyond the shape of the data. Paths are relative to the place. */
  check?(id: string, spec: Spec, corridor: CorridorData): Complaint[];
}

// Order: as in messages and in the schema of files.
const placeFields: { readonly [K in PlaceSpec['kind']]: PlaceFields<Extract<PlaceSpec, { kind: K }>> } = {
  terminal: { schema: terminalSchema },
  'rail border': { schema: railBorderSchema, check: checkRailBorder },
  seaport: { schema: seaportSchema },
  junction: { schema: junctionSchema },
  hinterland: { schema: hinterlandSchema },
  'road border': { schema: roadBorderSchema },
};

/** The schema of each kind of place, in one list. */
export const placeSchemas = (f: Fields): ZodType<PlaceSpec>[] =>
  Object.values(placeFields).map((kind) => kind.schema(f));

/** Checks the relations of a place. The one cast: `kind` in the data determines the type. */
export function checkPlaceData(id: string, place: PlaceSpec, corridor: CorridorData): Complaint[] {
  const kind = placeFields[place.kind] as unknown as PlaceFields<PlaceSpec>;
  return kind.check?.(id, place, corridor) ?? [];
}
