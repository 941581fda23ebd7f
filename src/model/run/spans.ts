// Log-linear histogram of whole seconds with bins about 0.1 % wide: memory depends on the spread, not the number of boxes.
import type { State } from '../../kernel';

/**
 * Whole seconds of boxes by bin, in increasing order. A bin is one second wide below 2,048 s, above at most 1/1,024 of its
 * value; non-empty bins have count, minimum and maximum.
 */
export interface Spans {
  readonly counts: Int32Array;
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** Exact sum of all seconds. */
  readonly seconds: number;
}

/** Bins are numbered from 0 to below this. */
export const BINS = 22_528;

/** The bin of a whole number of seconds from 0 to below 2³¹. */
export function binOf(seconds: number): number {
  // Below 2048 exact; above, only the leading 11 bits are kept.
  const cut = Math.max(0, 21 - Math.clz32(seconds));
  return (cut << 10) + (seconds >>> cut);
}

/** Bins per page, an eighth of an octave. */
export const PAGE = 128;
const PAGES = BINS / PAGE;

/** Data of a bin. */
enum Word {
  Count = 0,
  Least = 1,
  Most = 2,
  Words = 3,
}

/**
 * Bins of many columns. Pages are allocated on first use; results are in order of columns and bins, independent of the order
 * of insertion.
 * Speed: pages are indexed directly; with one hash table of all bins (open addressing) road-border took a quarter longer.
 */
export class SpanTable {
  /** By column and page: index of the allocated page, from 1; 0: none. */
  declare private readonly pages: Int32Array;
  declare private readonly entries: Int32Array;
  /** By column: sum of seconds. */
  declare private readonly sums: Float64Array;
  private made = 0;

  constructor(
    private readonly state: State,
    columns: number,
    /** Called with the new capacity when it grows. */
    private readonly grown: (entries: number) => void = () => {},
  ) {
    state.int32(this, 'pages', columns * PAGES);
    state.int32(this, 'entries', PAGE * Word.Words);
    state.float64(this, 'sums', columns);
    state.numbers(this, 'made');
  }

  /** Adds a box's seconds to a column. Returns the entry number of its bin, which is permanent. */
  add(column: number, seconds: number): number {
    if (!(seconds >= 0)) throw new RangeError(`A span is ${seconds} s long; it must be 0 s or more.`);
    this.sums[column] += seconds;
    const bin = binOf(seconds);
    const place = column * PAGES + (bin >> 7);
    if (this.pages[place] === 0) this.make(place);
    const entry = (this.pages[place] - 1) * PAGE + (bin & (PAGE - 1));
    const { entries } = this;
    const at = entry * Word.Words;
    if (entries[at + Word.Count]++ === 0 || seconds < entries[at + Word.Least]) entries[at + Word.Least] = seconds;
    if (seconds > entries[at + Word.Most]) entries[at + Word.Most] = seconds;
    return entry;
  }

  /** Clears all bins. */
  clear(): void {
    this.pages.fill(0);
    this.entries.fill(0);
    this.sums.fill(0);
    this.made = 0;
  }

  /** Bins of a column in order. */
  of(column: number): Spans {
    const used = this.entriesOf(column);
    const words = (word: Word) => used.map((entry) => this.entries[entry * Word.Words + word]);
    return {
      counts: words(Word.Count),
      least: words(Word.Least),
      most: words(Word.Most),
      seconds: this.sums[column],
    };
  }

  /** Entry numbers of a column, in order of bins. */
  entriesOf(column: number): Int32Array {
    const used: number[] = [];
    for (let page = 0; page < PAGES; page++) {
      const end = this.pages[column * PAGES + page] * PAGE;
      for (let entry = Math.max(0, end - PAGE); entry < end; entry++)
        if (this.entries[entry * Word.Words + Word.Count] > 0) used.push(entry);
    }
    return Int32Array.from(used);
  }

  private make(place: number): void {
    this.pages[place] = ++this.made;
    if (this.made * PAGE * Word.Words <= this.entries.length) return;
    this.state.growField(this, 'entries', 2 * this.entries.length);
    this.grown(this.entries.length / Word.Words);
  }
}
