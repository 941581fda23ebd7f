// Snapshot of all mutable state of a run, in memory or serialized for another process.

/** Array types of the state. */
export type StateArray = Float64Array | Int32Array | Uint8Array;

/** Name, type and length of one array. */
export type Field = readonly [name: string, type: 'float64' | 'int32' | 'uint8', length: number];

/** Contents of a snapshot: arrays and names of scalar fields per owner, and the facts that must match on restore. */
export interface Layout {
  readonly facts: readonly string[];
  readonly owners: readonly { readonly arrays: readonly Field[]; readonly numbers: readonly string[] }[];
}

/** "KERUEN" and the format version; increment it when the format changes. */
const MARK = 'KERUEN';
const VERSION = 1;
/** Header: mark, version, layout length, body length, checksum. Layout and body follow, each padded to 8 bytes. */
const HEAD = 32;

const WIDTH = { float64: 8, int32: 4, uint8: 1 };

/** Created by `Simulation.save`. */
export class Snapshot {
  /** Scalar fields of all owners, in layout order. */
  readonly numbers: Float64Array;
  private readonly views: StateArray[][] = [];

  private constructor(
    /** Arrays and scalar fields per owner, and the facts that must match on restore. */
    readonly layout: Layout,
    private readonly body: ArrayBuffer,
    begin: number,
  ) {
    let at = begin;
    this.numbers = new Float64Array(
      body,
      at,
      layout.owners.reduce((sum, { numbers }) => sum + numbers.length, 0),
    );
    at += this.numbers.byteLength;
    for (const { arrays } of layout.owners) {
      this.views.push(
        arrays.map(([, type, length]) => {
          const from = at;
          at += padded(length * WIDTH[type]);
          if (type === 'float64') return new Float64Array(body, from, length);
          return type === 'int32' ? new Int32Array(body, from, length) : new Uint8Array(body, from, length);
        }),
      );
    }
  }

  /** An empty snapshot of this layout. */
  static empty(layout: Layout): Snapshot {
    return new Snapshot(layout, new ArrayBuffer(bytesOf(layout)), 0);
  }

  /** The arrays of one owner. */
  arrays(owner: number): readonly StateArray[] {
    return this.views[owner];
  }

  /** Size in bytes in memory. */
  get size(): number {
    return bytesOf(this.layout);
  }

  /** Serialized with format version and checksum; identical on all little-endian machines. */
  toBytes(): Uint8Array {
    const text = new TextEncoder().encode(JSON.stringify(this.layout));
    const begin = HEAD + padded(text.length);
    const bytes = new Uint8Array(begin + this.size);
    for (let i = 0; i < MARK.length; i++) bytes[i] = MARK.charCodeAt(i);
    const head = new DataView(bytes.buffer);
    head.setUint16(6, VERSION, true);
    head.setFloat64(8, text.length, true);
    head.setFloat64(16, this.size, true);
    bytes.set(text, HEAD);
    bytes.set(new Uint8Array(this.body, this.numbers.byteOffset, this.size), begin);
    head.setInt32(24, checksum(bytes), true);
    return bytes;
  }

  /** Reads the bytes of `toBytes`. Throws when they are not a snapshot, of another version, truncated or altered. */
  static fromBytes(bytes: Uint8Array): Snapshot {
    const mark = String.fromCharCode(...bytes.subarray(0, MARK.length));
    if (mark !== MARK)
      throw new Error('Reading a copy: the bytes do not begin as a copy of a run does; give what `toBytes` returned.');
    if (bytes.length < HEAD)
      throw new Error(`Reading a copy: it ends after ${bytes.length} bytes, before its head does; it was cut off.`);
    // Copied for alignment and sole ownership (`slice` of a Buffer does not copy).
    const own = new Uint8Array(bytes);
    const head = new DataView(own.buffer);
    const version = head.getUint16(6, true);
    if (version !== VERSION)
      throw new Error(
        `Reading a copy: it is of version ${version}, this library reads version ${VERSION}; make the copy anew with this one.`,
      );
    const length = head.getFloat64(8, true);
    const begin = HEAD + padded(length);
    const whole = begin + head.getFloat64(16, true);
    if (own.length !== whole)
      throw new Error(
        `Reading a copy: it should have ${whole} bytes and has ${own.length}; it was cut off or put together wrongly.`,
      );
    const sum = head.getInt32(24, true);
    head.setInt32(24, 0, true);
    if (checksum(own) !== sum)
      throw new Error('Reading a copy: the checksum does not fit; some of its bytes were altered.');
    const layout: Layout = JSON.parse(new TextDecoder().decode(own.subarray(HEAD, HEAD + length)));
    return new Snapshot(layout, own.buffer, begin);
  }
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

function bytesOf({ owners }: Layout): number {
  let sum = 0;
  for (const { arrays, numbers } of owners) {
    sum += 8 * numbers.length;
    for (const [, type, length] of arrays) sum += padded(length * WIDTH[type]);
  }
  return sum;
}

/**
 * Each step is invertible, so a change of one word is always detected, and other changes except with probability 2⁻³².
 * The checksum's own word counts as 0.
 * Source: mixing constant of MurmurHash3, Austin Appleby (2011), public domain.
 */
function checksum(bytes: Uint8Array): number {
  const words = new Int32Array(bytes.buffer, 0, bytes.length >> 2);
  let sum = bytes.length | 0;
  for (let i = 0; i < words.length; i++) {
    sum = Math.imul(sum ^ words[i], 0x5bd1e995);
    sum ^= sum >>> 15;
  }
  return sum;
}
