// Bins of whole seconds of several routes or replications as one.
import { BINS, binOf, type Spans } from '../../model/run/spans';

/** The bins of all, of several routes or replications, as if their boxes had been put into one. */
export function together(many: readonly Spans[]): Spans {
  if (many.length === 1) return many[0];
  const count = new Int32Array(BINS);
  const least = new Int32Array(BINS);
  const most = new Int32Array(BINS);
  let seconds = 0;
  for (const one of many) {
    seconds += one.seconds;
    for (let i = 0; i < one.counts.length; i++) {
      const bin = binOf(one.least[i]);
      least[bin] = count[bin] === 0 ? one.least[i] : Math.min(least[bin], one.least[i]);
      most[bin] = Math.max(most[bin], one.most[i]);
      count[bin] += one.counts[i];
    }
  }
  const some = (_: number, bin: number) => count[bin] > 0;
  return { counts: count.filter(some), least: least.filter(some), most: most.filter(some), seconds };
}
