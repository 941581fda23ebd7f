// Notes of a field's schema: a note for the planner, the allowed values, the unit.
import * as z from 'zod';
import { writeGot } from '../../problem';

/** The schema of one value, which decodes to T. */
export type Field<T> = z.ZodType<T>;

/** The note of a single value's schema: a value with this note is set and shown as a whole. */
export interface FieldNote {
  readonly note: string;
  /** The allowed values, in words. */
  readonly allowed: string;
  /** The unit, if the field has one. */
  readonly unit: string;
}
export const fieldNotes = z.registry<FieldNote>();

export type Refusal = (issue: { readonly input?: unknown }) => string;

/** Registers the note of a single value, and the hint that editors show. */
export function noted<T, I>(plain: z.ZodType<T, I>, note: string, allowed: string, unit = ''): z.ZodType<T, I> {
  const schema: z.ZodType<T, I> = note === '' ? plain : plain.meta({ description: note });
  const said: z.ZodType = schema;
  fieldNotes.add(said, { note, allowed, unit });
  return schema;
}

export const isNot =
  (allowed: string): Refusal =>
  (issue) =>
    `${writeGot(issue.input)} is not ${allowed}.`;
