// Fields for one plain value: a text, a position, a count, an enumeration.
import * as z from 'zod';
import { nearest, writeGot } from '../../problem';
import { type Field, isNot, noted, type Refusal } from './fieldNotes';

export function text(note: string): Field<string> {
  const error = isNot('a text of one letter or more');
  return noted(z.string({ error }).min(1, { error }), note, 'a text of one letter or more');
}

export function id(note: string): Field<string> {
  // YAML reads an unquoted name such as 700000 as a number.
  const error: Refusal = (issue) =>
    typeof issue.input === 'number'
      ? `${issue.input} is not the key of an entry; where a name is meant, write it in quotes: "${issue.input}".`
      : isNot('the key of an entry')(issue);
  return noted(z.string({ error }).min(1, { error }), note, 'the key of an entry');
}

/** A text that passes a check. */
export function checkedText(note: string, allowed: string, fault: (text: string) => string | undefined): Field<string> {
  const schema = z.string({ error: (issue) => `${writeGot(issue.input)} is not ${allowed}.` });
  return noted(
    schema.check((ctx) => {
      const message = fault(ctx.value);
      if (message !== undefined) ctx.issues.push({ code: 'custom', input: ctx.value, message });
    }),
    note,
    allowed,
  );
}

export function unlocode(note: string): Field<string> {
  const allowed = 'a UN/LOCODE: two letters of the country and three letters or digits, in capitals, such as KZAAU';
  return checkedText(note, allowed, (text) =>
    /^[A-Z]{2}[A-Z0-9]{3}$/.test(text) ? undefined : `${writeGot(text)} is not ${allowed}.`,
  );
}

export function position(note: string): Field<readonly [number, number]> {
  const allowed = 'a latitude from -90 to 90 and a longitude from -180 to 180, such as [43.60, 51.22]';
  const error: Refusal = ({ input }) => {
    const comma = Array.isArray(input) && input.length === 4 ? ' Numbers have a decimal point, not a comma.' : '';
    return `${writeGot(input)} is not allowed: a position is ${allowed}, latitude first.${comma}`;
  };
  const degrees = (most: number) => z.number({ error }).min(-most, { error }).max(most, { error });
  return noted(z.tuple([degrees(90), degrees(180)], { error }), note, allowed);
}

export function oneOf<const V extends string | number>(values: readonly V[], note: string): Field<V> {
  const allowed = values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;
  const error: Refusal = ({ input }) => {
    // A map is not converted to text: an entry named toString would make that fail.
    const meant = typeof input === 'object' ? [] : nearest(String(input), values.map(String));
    return `${writeGot(input)} is not ${allowed}.${meant.length > 0 ? ` Did you mean ${meant.join(' or ')}?` : ''}`;
  };
  return noted(z.literal([...values], { error }), note, allowed);
}

export function count(note: string): Field<number> {
  const allowed = 'a whole number from 0 to 1000000';
  const error: Refusal = ({ input }) => {
    const quoted = typeof input === 'string' && /^\d+$/.test(input);
    return `${writeGot(input)} is not ${allowed}.${quoted ? ` Write ${input} without quotes.` : ''}`;
  };
  return noted(z.int({ error }).min(0, { error }).max(1_000_000, { error }), note, allowed);
}
