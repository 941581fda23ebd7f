// How much may be spent on a price list: trials, or time.

/** `{ trials: 200 }` or `{ seconds: 120 }`. */
export type Budget = { readonly trials: number } | { readonly seconds: number };

const seconds: { readonly [unit: string]: number } = { s: 1, min: 60, h: 3600 };

/** `200 trials`, `2min`, `90 s`. @throws RangeError */
export function readBudget(text: string): Budget {
  const [, digits, unit] = /^\s*([+-]?\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(text) ?? [];
  const fail = (why: string) =>
    new RangeError(
      `A budget of ${JSON.stringify(text)} ${why}; write a time or a number of trials, as 2min, 90s or 200 trials.`,
    );
  if (digits === undefined) throw fail('cannot be read');
  const amount = Number(digits);
  if (!(amount > 0)) throw fail('is nothing to spend');
  if (/^trials?$/.test(unit)) {
    if (!Number.isSafeInteger(amount)) throw fail('is no whole number of trials');
    return { trials: amount };
  }
  if (seconds[unit] === undefined)
    throw fail(unit === '' ? 'has no unit' : `has the unit "${unit}", which is none of a budget`);
  return { seconds: amount * seconds[unit] };
}
