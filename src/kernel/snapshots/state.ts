// Registry of all mutable state of a run, so that the run can be saved and restored.
import { type Field, type Layout, Snapshot, type StateArray } from './snapshot';

export type { StateArray } from './snapshot';

/** Registered state of one owner: arrays by field, and names of scalar fields. */
interface Kept {
  readonly arrays: Map<string, StateArray>;
  readonly numbers: string[];
}

/**
 * Allocates the arrays of mutable state by owner and field, so that all of them can be saved, restored and grown. Scalars
 * remain fields of their owner for speed and are registered with `numbers`.
 *
 * Owners are identified by order of registration: two simulations built in the same way can exchange state.
 */
export class State {
  private readonly owners = new Map<object, Kept>();
  private readonly after: (() => void)[] = [];
  private readonly facts: (() => string)[] = [];

  /** Allocates `length` zeros in double precision and assigns them to `owner[field]`. */
  float64(owner: object, field: string, length: number): Float64Array {
    return this.keep(owner, field, new Float64Array(length));
  }

  /** Allocates `length` zeros as 32-bit integers and assigns them to `owner[field]`. */
  int32(owner: object, field: string, length: number): Int32Array {
    return this.keep(owner, field, new Int32Array(length));
  }

  /** Allocates `length` zeros as bytes and assigns them to `owner[field]`. */
  uint8(owner: object, field: string, length: number): Uint8Array {
    return this.keep(owner, field, new Uint8Array(length));
  }

  /** Registers number or boolean fields of the owner that change during a run. */
  numbers(owner: object, ...fields: readonly string[]): void {
    const { arrays, numbers } = this.of(owner);
    for (const field of fields) {
      const value = (owner as Record<string, unknown>)[field];
      if (!(typeof value === 'number' || typeof value === 'boolean'))
        throw new TypeError(`State.numbers: "${field}" holds ${String(value)}; set it to a number or a boolean first.`);
      if (arrays.has(field) || numbers.includes(field))
        throw new Error(`State: "${field}" of this owner exists already; a field is named once.`);
      numbers.push(field);
    }
  }

  /** Registers a callback after each restore, to rebuild derived data (a second view of an array). */
  restored(follow: () => void): void {
    this.after.push(follow);
  }

  /** Registers a text that must be equal on save and restore: kinds of event, corridor, seed. */
  fact(text: () => string): void {
    this.facts.push(text);
  }

  /**
   * Grows every array of the owner to `length`, padded with zeros, and reassigns the fields. Throws when an array would shrink.
   */
  grow(owner: object, length: number): void {
    const kept = this.owners.get(owner);
    if (kept === undefined || kept.arrays.size === 0)
      throw new Error('State.grow: this owner has no arrays here; create them first.');
    for (const [field, array] of kept.arrays) {
      if (!(Number.isInteger(length) && length >= array.length))
        throw new RangeError(
          `State.grow: "${field}" holds ${array.length} numbers and cannot become ${length} long; arrays only grow.`,
        );
    }
    for (const field of kept.arrays.keys()) this.growField(owner, field, length);
  }

  /** As `grow`, for one array of the owner. */
  growField(owner: object, field: string, length: number): void {
    const arrays = this.owners.get(owner)?.arrays;
    const array = arrays?.get(field);
    if (arrays === undefined || array === undefined)
      throw new Error(`State.growField: this owner has no "${field}" here; create it first.`);
    if (!(Number.isInteger(length) && length >= array.length))
      throw new RangeError(
        `State.growField: "${field}" holds ${array.length} numbers and cannot become ${length} long; arrays only grow.`,
      );
    const longer = emptyLike(array, length);
    longer.set(array);
    arrays.set(field, longer);
    put(owner, field, longer);
  }

  /** Copies all state, for `restore` or `toBytes`. */
  save(): Snapshot {
    const layout = this.layout();
    const snapshot = Snapshot.empty(layout);
    let number = 0;
    let owner = 0;
    for (const [whose, kept] of this.owners) {
      const into = snapshot.arrays(owner);
      let i = 0;
      for (const array of kept.arrays.values()) into[i++].set(array);
      const values = whose as Record<string, number | boolean>;
      for (const field of kept.numbers) snapshot.numbers[number++] = Number(values[field]);
      owner++;
    }
    return snapshot;
  }

  /**
   * Puts a copy back: the run goes on from there bit for bit. Throws, and touches nothing, when the copy was made by
   * something built otherwise (other owners, fields or facts).
   */
  restore(snapshot: Snapshot): void {
    this.refuseUnlike(snapshot.layout);
    let number = 0;
    let owner = 0;
    for (const [whose, kept] of this.owners) {
      const from = snapshot.arrays(owner++);
      let i = 0;
      for (const [field, array] of kept.arrays) {
        const saved = from[i++];
        if (saved.length === array.length) array.set(saved);
        else {
          const other = emptyLike(array, saved.length);
          other.set(saved);
          kept.arrays.set(field, other);
          put(whose, field, other);
        }
      }
      const values = whose as Record<string, number | boolean>;
      for (const field of kept.numbers) {
        const value = snapshot.numbers[number++];
        // Speed: an integer read from a Float64Array may be a double, which would change the field's representation. −0 stays.
        const whole = value | 0;
        values[field] = typeof values[field] === 'boolean' ? value === 1 : Object.is(whole, value) ? whole : value;
      }
    }
    for (const follow of this.after) follow();
  }

  private layout(): Layout {
    const owners = [...this.owners.values()].map(({ arrays, numbers }) => ({
      arrays: [...arrays].map(([field, array]): Field => [field, typeOf(array), array.length]),
      numbers,
    }));
    return { facts: this.facts.map((text) => text()), owners };
  }

  private refuseUnlike(theirs: Layout): void {
    const ours = this.layout();
    for (let i = 0; i < Math.max(ours.facts.length, theirs.facts.length); i++) {
      if (ours.facts[i] !== theirs.facts[i])
        throw new Error(
          `Restoring a copy: it was made with ${theirs.facts[i] ?? 'nothing'}, but here is ${ours.facts[i] ?? 'nothing'}. Build the same and try again.`,
        );
    }
    const shape = ({ arrays, numbers }: Layout['owners'][number]) =>
      JSON.stringify([arrays.map(([field, type]) => [field, type]), numbers]);
    for (let i = 0; i < Math.max(ours.owners.length, theirs.owners.length); i++) {
      const [own, other] = [ours.owners[i], theirs.owners[i]];
      if (own === undefined || other === undefined || shape(own) !== shape(other))
        throw new Error(
          `Restoring a copy: part ${i + 1} keeps ${other === undefined ? 'nothing' : shape(other)} in the copy and ${own === undefined ? 'nothing' : shape(own)} here. Build the same parts in the same order and try again.`,
        );
    }
  }

  private of(owner: object): Kept {
    let kept = this.owners.get(owner);
    if (kept === undefined) {
      kept = { arrays: new Map(), numbers: [] };
      this.owners.set(owner, kept);
    }
    return kept;
  }

  private keep<A extends StateArray>(owner: object, field: string, array: A): A {
    const { arrays, numbers } = this.of(owner);
    if (arrays.has(field) || numbers.includes(field))
      throw new Error(`State: "${field}" of this owner exists already; a field is handed out once.`);
    arrays.set(field, array);
    put(owner, field, array);
    return array;
  }
}

function typeOf(array: StateArray): Field[1] {
  if (array instanceof Float64Array) return 'float64';
  return array instanceof Int32Array ? 'int32' : 'uint8';
}

function emptyLike(array: StateArray, length: number): StateArray {
  if (array instanceof Float64Array) return new Float64Array(length);
  return array instanceof Int32Array ? new Int32Array(length) : new Uint8Array(length);
}

// The cast is safe: the owner declares the field with this array type. Without the assignment the field would keep
// pointing to the old array after `grow` or `restore`.
function put(owner: object, field: string, array: StateArray): void {
  (owner as Record<string, StateArray>)[field] = array;
}
