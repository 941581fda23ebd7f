// A kind of place: its own checks, its steps in a run, its static answer.
import type { ZodType } from 'zod';
import type { CorridorData } from '../corridor/corridor';
import type { Complaint } from '../corridor/tree/complaint';
import type { FormulaRow } from '../preview/formulas/row';
import type { PreviewRow, Traffic } from '../preview/preview';
import type { Place } from '../run/place';
import type { World } from '../run/world';
import type { Fields } from '../schema/fields';

/**
 * What a kind of place is made of: the form of its data, its rules, its steps in a run, and its answers before any run.
 */
export interface PlaceKind<Spec> {
  /** The data of such a place, as a file or as a typed value. */
  schema(fields: Fields): ZodType<Spec>;
  /** What must hold beyond the shape of the data. Paths are relative to the place. */
  check?(id: string, spec: Spec, corridor: CorridorData): Complaint[];
  /** Registers the kind's events in the world, once; the function it returns builds one place. */
  build(world: World): (id: string, spec: Spec, number: number) => Place;
  /** Each resource's capacity against what a year of the flows asks of it. */
  preview(id: string, spec: Spec, traffic: Traffic): PreviewRow[];
  /** What formulas of waiting lines and of port planning say of it. */
  formulas?(id: string, spec: Spec, traffic: Traffic): FormulaRow[];
}
