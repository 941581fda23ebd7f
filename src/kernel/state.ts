// Every array that changes during a run comes from here, so that a run can be copied whole.

/** The kinds of array in which the state of a run lives. */
export type StateArray = Float64Array | Int32Array | Uint8Array;

/**
 * Hands out the arrays of mutable state and remembers whose they are and under which field, so that all of a run can be
 * copied, restored or made longer from one place. An owner's arrays have one common length.
 */
export class State {
  private readonly owners = new Map<object, Map<string, StateArray>>();

  /** `length` zeros in double precision, also put into `owner[field]`. */
  float64(owner: object, field: string, length: number): Float64Array {
    return this.keep(owner, field, new Float64Array(length));
  }

  /** `length` zeros as 32-bit integers, also put into `owner[field]`. */
  int32(owner: object, field: string, length: number): Int32Array {
    return this.keep(owner, field, new Int32Array(length));
  }

  /** `length` zeros as bytes, also put into `owner[field]`. */
  uint8(owner: object, field: string, length: number): Uint8Array {
    return this.keep(owner, field, new Uint8Array(length));
  }

  /**
   * Makes every array of the owner `length` long, contents kept and zeros behind, and puts the new arrays into the fields.
   * Throws when an array would become shorter: its end would be lost without a word.
   */
  grow(owner: object, length: number): void {
    const arrays = this.owners.get(owner);
    if (arrays === undefined) throw new Error('State.grow: this owner has no arrays here; create them first.');
    for (const [field, array] of arrays) {
      if (!(Number.isInteger(length) && length >= array.length))
        throw new RangeError(
          `State.grow: "${field}" holds ${array.length} numbers and cannot become ${length} long; arrays only grow.`,
        );
    }
    for (const field of arrays.keys()) this.growField(owner, field, length);
  }

  /** The same for one array of the owner. */
  growField(owner: object, field: string, length: number): void {
    const arrays = this.owners.get(owner);
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

  private keep<A extends StateArray>(owner: object, field: string, array: A): A {
    let arrays = this.owners.get(owner);
    if (arrays === undefined) {
      arrays = new Map();
      this.owners.set(owner, arrays);
    }
    if (arrays.has(field))
      throw new Error(`State: "${field}" of this owner exists already; a field is handed out once.`);
    arrays.set(field, array);
    put(owner, field, array);
    return array;
  }
}

function emptyLike(array: StateArray, length: number): StateArray {
  if (array instanceof Float64Array) return new Float64Array(length);
  return array instanceof Int32Array ? new Int32Array(length) : new Uint8Array(length);
}

// The one cast: an owner is whatever class asked, and the field is one it declares with just this type of array. Code that
// grew or restored arrays behind the owner's back, and left the field pointing at the old one, would be worse.
function put(owner: object, field: string, array: StateArray): void {
  (owner as Record<string, StateArray>)[field] = array;
}
