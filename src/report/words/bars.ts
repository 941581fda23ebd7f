// Text bars: each step of a waterfall begins where the previous one ended.

/** The bar from one amount to another of a total that is `width` columns wide; a thin line if it is too short. */
export function waterfallBar(from: number, to: number, whole: number, width: number): string {
  if (!(whole > 0)) return '';
  const column = (amount: number) => Math.round((Math.min(Math.max(amount, 0), whole) / whole) * width);
  const begin = column(from);
  const length = column(to) - begin;
  return ' '.repeat(Math.min(begin, width - 1)) + (length > 0 ? '█'.repeat(length) : '▏');
}
