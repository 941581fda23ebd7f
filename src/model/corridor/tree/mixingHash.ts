// A hash over words and texts in order: of a scenario's content, and of the events of a run.

/** A 32-bit hash of an id, so that results do not depend on numbering order. FNV-1a over UTF-16 units. */
export function hashText(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h | 0;
}

/** Two 32-bit lanes mixed like MurmurHash3's rounds (Austin Appleby, 2011; public domain constants). */
export class MixingHash {
  protected a = 0x9747b28c | 0;
  protected b = 0x3c6ef372 | 0;

  add(word: number): void {
    let k = Math.imul(word, 0xcc9e2d51);
    k = Math.imul((k << 15) | (k >>> 17), 0x1b873593);
    let a = this.a ^ k;
    a = (a << 13) | (a >>> 19);
    this.a = (Math.imul(a, 5) + 0xe6546b64) | 0;
    let b = this.b + Math.imul(word ^ this.a, 0x85ebca6b);
    b = (b << 17) | (b >>> 15);
    this.b = Math.imul(b, 0xc2b2ae35) | 0;
  }

  addText(text: string): void {
    for (let i = 0; i < text.length; i++) this.add(text.charCodeAt(i));
    this.add(text.length);
  }

  /** 16 hex digits. */
  get text(): string {
    return (this.a >>> 0).toString(16).padStart(8, '0') + (this.b >>> 0).toString(16).padStart(8, '0');
  }
}
