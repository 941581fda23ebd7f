// The active part of pending events, from which the next is taken: a short sorted list or a tournament tree.
import { Few, Most, Shape, Word } from './layout';
import { Slots } from './slots';

/** A sorted list, latest first, or a tree: see `Shape`. */
export abstract class ActivePart extends Slots {
  /** Switches to buckets when there are too many for a tree. */
  protected abstract spill(): void;

  protected insert(slot: number): void {
    const time = this.asked;
    const { keys, ids } = this;
    const active = ++this.active;
    let place = active;
    // Index 0 is Infinity. Speed: the first two steps are unrolled (`mm1`, 35.6 → 34.9 ns); in a loop, V8 reloads both
    // arrays at every step.
    if (keys[active - 1] < time) {
      place = active - 1;
      keys[active] = keys[place];
      ids[active] = ids[place];
      if (keys[active - 2] < time) {
        place = active - 2;
        keys[active - 1] = keys[place];
        ids[active - 1] = ids[place];
        while (keys[place - 1] < time) {
          keys[place] = keys[place - 1];
          ids[place] = ids[place - 1];
          place--;
        }
      }
    }
    keys[place] = time;
    ids[place] = slot;
    if (active > (this.few === 1 ? Most.Sorted : Most.Inserted)) this.toTree();
  }

  /** Removes the head, this slot, from the active part. */
  protected leave(slot: number): void {
    if (this.shape === Shape.Sorted) this.active--;
    else {
      this.shape = Shape.Hole;
      this.hole = this.words[(slot << 3) | Word.Next];
    }
  }

  /** Builds a tree with the list, in any order, as leaves; the rest are vacant. */
  protected toTree(): void {
    let missing = 0;
    while (missing < this.active && this.keys[missing + 1] === Number.POSITIVE_INFINITY) missing++;
    const active = this.active - missing;
    const leaves = Math.max(8, 1 << (32 - Math.clz32(active)));
    this.reserve(2 * leaves);
    const { keys, ids, words } = this;
    keys.copyWithin(leaves, 1 + missing, 1 + missing + active);
    ids.copyWithin(leaves, 1 + missing, 1 + missing + active);
    keys.fill(Number.POSITIVE_INFINITY, leaves + active, 2 * leaves);
    this.vacant = 0;
    for (let leaf = 2 * leaves - 1; leaf >= leaves + active; leaf--) {
      ids[leaf] = this.vacant;
      this.vacant = leaf;
    }
    for (let leaf = leaves + active - 1; leaf >= leaves; leaf--) words[(ids[leaf] << 3) | Word.Next] = leaf;
    this.active = active;
    this.leaves = leaves;
    this.tied = 0;
    this.shape = Shape.Tree;
    for (let place = leaves - 1; place > 0; place--) {
      const one = keys[2 * place];
      const other = keys[2 * place + 1];
      let best = 2 * place + +(other < one);
      if (one === other && one < Number.POSITIVE_INFINITY) best = this.earlier(2 * place);
      keys[place] = keys[best];
      ids[place] = ids[best];
    }
  }

  /** Turns the tree into an unsorted list. */
  protected toList(): void {
    const { keys, ids, leaves } = this;
    let active = 0;
    for (let leaf = leaves; leaf < 2 * leaves; leaf++) {
      if (keys[leaf] === Number.POSITIVE_INFINITY) continue;
      keys[++active] = keys[leaf];
      ids[active] = ids[leaf];
    }
    this.active = active;
    this.shape = Shape.Sorted;
    // One of the events of equal time may have been taken already, at now.
    if (this.tied === 1) this.meeting = true;
    this.tied = 0;
  }

  protected toSorted(): void {
    this.toList();
    const { active, keys, ids } = this;
    for (let i = 2; i <= active; i++) {
      const time = keys[i];
      const slot = ids[i];
      let place = i;
      for (; place > 1 && keys[place - 1] < time; place--) {
        keys[place] = keys[place - 1];
        ids[place] = ids[place - 1];
      }
      keys[place] = time;
      ids[place] = slot;
    }
  }

  protected rise(slot: number): void {
    if (this.vacant === 0) {
      this.toList();
      this.toTree();
    }
    const { keys, ids } = this;
    const leaf = this.vacant;
    this.vacant = ids[leaf];
    keys[leaf] = this.asked;
    ids[leaf] = slot;
    this.words[(slot << 3) | Word.Next] = leaf;
    this.active++;
    this.climb(leaf);
    if (this.active > Most.Tree && this.few === 1) this.spill();
  }

  /** Replays the matches from a leaf to the root. */
  protected climb(leaf: number): void {
    const { keys, ids } = this;
    let place = leaf;
    let key = keys[leaf];
    while (place > 1) {
      const other = keys[place ^ 1];
      let best = place ^ +(other < key);
      if (other === key && key < Number.POSITIVE_INFINITY) best = this.earlier(place);
      const id = ids[best];
      key = keys[best];
      place >>= 1;
      keys[place] = key;
      ids[place] = id;
    }
  }

  /** Order: equal times are ordered by rank. */
  protected earlier(place: number): number {
    const { words, ids } = this;
    this.tied = 1;
    const other = place ^ 1;
    return words[(ids[other] << 3) | Word.Rank] < words[(ids[place] << 3) | Word.Rank] ? other : place;
  }

  /** Vacates the leaf of the removed root. */
  protected fillHole(): void {
    const { keys, ids, hole } = this;
    this.shape = Shape.Tree;
    const active = --this.active;
    keys[hole] = Number.POSITIVE_INFINITY;
    ids[hole] = this.vacant;
    this.vacant = hole;
    if (active <= Few.Sorted) this.toSorted();
    else if (4 * active < this.leaves && this.leaves > 8) {
      this.toList();
      this.toTree();
    } else this.climb(hole);
  }

  protected reserve(length: number): void {
    const { keys } = this;
    if (length <= keys.length) return;
    const from = keys.length;
    const to = Math.max(2 * from, length);
    this.state.growField(this, 'keys', to);
    this.state.growField(this, 'ids', to);
    this.keys.fill(Number.POSITIVE_INFINITY, from);
  }
}
