// The middle of a few figures.

/** The median; of an even number, the mean of the two in the middle. */
export function median(figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}
