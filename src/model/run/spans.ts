// Whole seconds of many boxes in bins a thousandth wide: memory follows how much they differ, not how many boxes there are.
import type { State } from '../../kernel';

/**
 * Whole seconds of many boxes, bin by bin, shortest first. A bin is one second wide below 2,048 s and above it no wider than
 * 1/1,024 of its seconds; of each bin that holds boxes there are how many, the least and the most.
 */
export interface Spans {
  readonly counts: Int32Array;
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** All boxes' seconds together, exact. */
  readonly seconds: number;
}

/** Bins are numbered from 0 to below this. */
export const BINS = 22_528;

/** The bin of a whole number of seconds from 0 to below 2³¹. */
export function binOf(seconds: number): number {
  // Below 2048 nothing is cut off; above, all but the leading 11 bits.
  const cut = Math.max(0, 21 - Math.clz32(seconds));
  return (cut << 10) + (seconds >>> cut);
}

/** Bins are kept in pages of so many neighbours, an eighth of the time from one power of two to the next. */
export const PAGE = 128;
const PAGES = BINS / PAGE;

/** What is kept of a bin. */
enum Word {
  Count = 0,
  Least = 1,
  Most = 2,
  Words = 3,
}

/**
 * The bins of many columns. Pages are made when a box first falls into them; what is told is in order of columns and bins,
 * and does not depend on the order in which boxes came.
 * Speed: a page is found by its number; with one table of all bins and open addressing road-border took a quarter longer.
 */
export class SpanTable {
  /** By column and page: which of the pages made it is, from 1; 0: there is none yet. */
  declare private readonly pages: Int32Array;
  declare private readonly entries: Int32Array;
  /** By column: all seconds. */
  declare private readonly sums: Float64Array;
  private made = 0;

  constructor(
    private readonly state: State,
    columns: number,
    /** Called when there is room for more entries, with how many. */
    private readonly grown: (entries: number) => void = () => {},
  ) {
    state.int32(this, 'pages', columns * PAGES);
    state.int32(this, 'entries', PAGE * Word.Words);
    state.float64(this, 'sums', columns);
    state.numbers(this, 'made');
  }

  /** Adds a box's seconds to a column. Returns the number of the entry that it fell into, which stays the bin's. */
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

  /** Forgets everything that was added. */
  clear(): void {
    this.pages.fill(0);
    this.entries.fill(0);
    this.sums.fill(0);
    this.made = 0;
  }

  /** The bins of a column in their order. */
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

  /** The numbers of a column's entries, in order of bins. */
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
