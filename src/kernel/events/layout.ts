// Memory layout of pending events, and the thresholds between their structures.

/** Priorities are 0 … 3; at equal times the lower number goes first. */
export const PRIORITIES = 4;

// Speed: enums, whose values bundlers inline; a const becomes a variable that every step loads and tests.

/** Lower thresholds and small counts. */
export enum Few {
  /** At most this many pending return from buckets to a tree, or from a tree to a sorted list. */
  Tree = 48,
  Sorted = 1,
  /** Target number of events per bucket. */
  Bucket = 4,
  /** Events of a bucket sorted without branches. */
  AtOnce = 6,
  /** Padding cells behind the last bucket, for `touch` to read. */
  Ahead = 24,
}

/** Upper thresholds. */
export enum Most {
  Slots = 2 ** 24,
  /** Maximum reuse of a slot; keeps handles below 2⁵³ for any number of slots. */
  Uses = 2 ** 28 - 1,
  /** Maximum size of a sorted list and of a tree; beyond, buckets. */
  Sorted = 3,
  Tree = 128,
  /** Maximum for insertion sort, of one bucket or of one time. */
  Inserted = 48,
  /** Sample size for the bucket width. */
  Sample = 255,
  /** Slots likely to fit in the cache. */
  Cached = 2 ** 14,
  /** Up to this many slots, chains are doubly linked. Speed: with a million, the second link is a cache miss, 119 → 167 ns. */
  Doubly = 2 ** 18,
  /** Maximum steps along a singly linked chain to remove an event. */
  Walked = 16,
}

/**
 * Kind of a slot without a pending event; and the sentinel slot that ends every chain: its time is Infinity and it is its
 * own next, so that reading beyond an end needs no branch.
 */
export enum No {
  Event = -1,
  Slot = 0,
}

/** Priority and order of scheduling in one 31-bit number; when the order overflows, pending events are renumbered. */
export enum Rank {
  Bits = 29,
  Orders = 2 ** 29,
}

/**
 * The active part is a sorted list, latest first, from index 1, with Infinity at 0; or a tournament tree: leaves from a
 * power of two on, each inner node i holds the earlier of 2 i and 2 i + 1, the root is at 1. Vacant leaves are at Infinity
 * and chained by their ids. Hole: the root was taken and its leaf not yet refilled.
 * Speed: a heap is smaller, but the end of a sift is a branch misprediction; a path up a tree has a fixed length
 * (`hold` at 10, 42 → 38.5 ns; at 500, 65 → 55).
 */
export enum Shape {
  Sorted,
  Tree,
  Hole,
}

/**
 * A slot is 32 bytes, half a cache line: its time, and as 32-bit words the next free slot (or next in its ring, or its leaf
 * in the tree), rank, kind, owner, argument and use count.
 * Speed: an event not in the cache costs one cache miss; separate arrays would cost one each.
 */
export enum Word {
  Next = 2,
  Rank = 3,
  Kind = 4,
  Owner = 5,
  Arg = 6,
  Use = 7,
}
