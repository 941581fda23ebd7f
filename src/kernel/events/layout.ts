// How pending events lie in memory, and from which number on they are kept otherwise.

/** Priorities are 0 … 3; at equal times the lower number goes first. */
export const PRIORITIES = 4;

// Speed: enums, for bundlers put their numbers into the code; a const becomes a variable that every step loads and tests.

/** Fewer than this, or as many as this, is few. */
export enum Few {
  /** So many pending come back from buckets to a tree, from a tree to a sorted list. */
  Tree = 48,
  Sorted = 1,
  /** So many events are wanted in a bucket. */
  Bucket = 4,
  /** So many of a bucket are put in order at once. */
  AtOnce = 6,
  /** So many cells of buckets stand behind the last, for `touch` to read. */
  Ahead = 24,
}

/** The most of something, beyond which it is done otherwise. */
export enum Most {
  Slots = 2 ** 24,
  /** A slot is used so often, then never again; with this, handles stay below 2⁵³ whatever the number of slots. */
  Uses = 2 ** 28 - 1,
  /** Few pending are a sorted list, more than so many a tree, more than so many buckets. */
  Sorted = 3,
  Tree = 128,
  /** More events than this, of one bucket or of one time, are put in order otherwise than by insertion. */
  Inserted = 48,
  /** Times from which the width of buckets is found. */
  Sample = 255,
  /** Of up to so many slots it is likely that they are in the cache. */
  Cached = 2 ** 14,
  /** Up to so many slots, chains are linked both ways. Speed: with a million, the second link is a cache miss, 119 → 167 ns. */
  Doubly = 2 ** 18,
  /** Beyond, so many of a chain are walked past to take an event out of it. */
  Walked = 16,
}

/**
 * The kind of a slot whose event has happened or was cancelled; and the slot that stands for none and ends every chain: it is
 * at Infinity and its own next, so that reading beyond an end needs no branch.
 */
export enum No {
  Event = -1,
  Slot = 0,
}

/** Priority and order of scheduling are one number of 31 bits; when the order runs out, what is pending is numbered anew. */
export enum Rank {
  Bits = 29,
  Orders = 2 ** 29,
}

/**
 * The active part is a sorted list, latest first, from index 1, with Infinity at 0; or a
 * tournament tree: leaves from a power of two on, at each place below the earlier of 2 i and 2 i + 1, the earliest at 1.
 * Vacant leaves are at Infinity and chained by their ids. Hole: the root has been taken, and nothing put on its leaf yet.
 * Speed: a heap is shorter, but where a sift ends is a toss-up that stalls the processor; the way up a tree is always the same
 * (`hold` at 10, 42 → 38.5 ns; at 500, 65 → 55).
 */
export enum Shape {
  Sorted,
  Tree,
  Hole,
}

/**
 * A slot is 32 bytes, half a line of the processor's cache: its time, and as 32-bit words the next free slot, the
 * next of its ring or its leaf in the tree, its rank, kind, owner and argument, and how often it was used.
 * Speed: an event that was far away costs one cache miss when its turn comes; separate arrays cost one each.
 */
export enum Word {
  Next = 2,
  Rank = 3,
  Kind = 4,
  Owner = 5,
  Arg = 6,
  Use = 7,
}
