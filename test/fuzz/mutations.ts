// Damage done to a scenario file: entries deleted, retyped, scaled, swapped or renamed, and bytes of its text changed.

/** Random numbers of a seed. Source: Mulberry32, T. Ettinger. */
export function random(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Tree = { [key: string]: unknown } | unknown[];

interface Entry {
  readonly in: Tree;
  readonly key: string;
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Every entry of a tree, the maps and lists too. */
function entriesOf(tree: Tree, found: Entry[] = []): Entry[] {
  for (const key of Object.keys(tree)) {
    found.push({ in: tree, key });
    const value = (tree as { [key: string]: unknown })[key];
    if (isTree(value)) entriesOf(value, found);
  }
  return found;
}

const get = ({ in: tree, key }: Entry): unknown => (tree as { [key: string]: unknown })[key];
const set = ({ in: tree, key }: Entry, value: unknown): void => {
  (tree as { [key: string]: unknown })[key] = value;
};

/** Values that no field expects, and those that some do. */
const oddities: readonly unknown[] = [
  null,
  true,
  '',
  ' ',
  0,
  -1,
  1e300,
  Number.NaN,
  '0 h',
  '-3 h',
  '1e9 TEU',
  '5 TEU/year',
  '120 %',
  '4,5 h',
  'x'.repeat(200),
  'toString',
  '__proto__',
  '2024-02-30',
  '25:00-26:00',
  'Alás\u0301',
  '\u0000\ufeff',
  [],
  {},
  [[[]]],
  { law: 'exponential', mean: '2 h' },
  { law: 'lognormal', mean: '0 h', sd: '1 h' },
];

const keys = [
  '',
  'toString',
  'constructor',
  'a.b',
  '"',
  "Xi'an",
  '700000',
  '\u0000',
  'Ala\ufeffl',
  'é',
  '🚢',
  'x'.repeat(150),
];

const scaled = (text: string, factor: number): string =>
  text.replace(/\d+(?:\.\d+)?/, (digits) => String(Number(digits) * factor));

/** One change of the tree, in place; what was done, in words. */
export function mutate(tree: Tree, next: () => number): string {
  const entries = entriesOf(tree);
  const pick = <T>(some: readonly T[]): T => some[Math.floor(next() * some.length)];
  const one = pick(entries);
  switch (Math.floor(next() * 6)) {
    case 0:
      if (Array.isArray(one.in)) one.in.splice(Number(one.key), 1);
      else delete one.in[one.key];
      return `deleted ${one.key}`;
    case 1: {
      const value = pick(oddities);
      set(one, structuredClone(value));
      return `${one.key} set to ${JSON.stringify(value)}`;
    }
    case 2: {
      const value = get(one);
      const factor = pick([0, 0.001, 0.5, 2, 1000, -1, 1e9]);
      if (typeof value === 'number') set(one, value * factor);
      else if (typeof value === 'string') set(one, scaled(value, factor));
      return `${one.key} times ${factor}`;
    }
    case 3: {
      const other = pick(entries);
      const [a, b] = [get(one), get(other)];
      // A map that is put into itself is no file.
      set(one, structuredClone(b));
      set(other, structuredClone(a));
      return `${one.key} and ${other.key} swapped`;
    }
    case 4: {
      const key = pick(keys);
      if (!Array.isArray(one.in)) {
        Object.defineProperty(one.in, key, { value: get(one), enumerable: true, configurable: true, writable: true });
        delete one.in[one.key];
      }
      return `${one.key} renamed to ${JSON.stringify(key)}`;
    }
    default: {
      const target = isTree(get(one)) ? (get(one) as Tree) : one.in;
      const key = pick(keys);
      if (!Array.isArray(target))
        Object.defineProperty(target, key, {
          value: structuredClone(pick(oddities)),
          enumerable: true,
          configurable: true,
          writable: true,
        });
      return `${JSON.stringify(key)} added`;
    }
  }
}

/** A few characters of a text deleted, doubled or replaced. */
export function damage(text: string, next: () => number): string {
  const at = Math.floor(next() * text.length);
  const odd = ['\u0000', '\t', '{', '}', '[', ':', '- ', '&a', '*a', '!!', '"', "'", '#', '\r', '\ufeff', '%', '\n'];
  const put = odd[Math.floor(next() * odd.length)];
  return text.slice(0, at) + put + text.slice(at + Math.floor(next() * 3));
}
