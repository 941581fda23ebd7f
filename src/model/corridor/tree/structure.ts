// Checks the structure of any data before it is read: a tree of maps and lists without holes, not too deep.

/** Maximum depth; a scenario has nine levels. */
export const MOST_LEVELS = 64;

export interface StructureFault {
  readonly path: readonly string[];
  readonly got: string;
  readonly allowed: string;
  readonly say: string;
}

/** The fault that prevents reading a value; undefined if there is none. Iterative, so that any depth is safe. */
export function structureFault(value: unknown): StructureFault | undefined {
  // Each level of the walk: its object, its keys, and the number of keys visited.
  const levels: { readonly at: object; readonly keys: readonly string[]; next: number }[] = [];
  const pathTo = () => levels.map(({ keys, next }) => keys[next - 1]).filter((key) => key !== undefined);
  let now: unknown = value;
  for (;;) {
    if (typeof now === 'object' && now !== null) {
      const entry = now;
      if (levels.some(({ at }) => at === entry)) return contains(pathTo());
      if (levels.length >= MOST_LEVELS) return tooDeep(pathTo().slice(0, 3));
      const keys = Object.keys(entry);
      if (Array.isArray(entry) && keys.length !== entry.length) return hole(pathTo());
      levels.push({ at: entry, keys, next: 0 });
    }
    while (levels.length > 0 && levels[levels.length - 1].next === levels[levels.length - 1].keys.length) levels.pop();
    if (levels.length === 0) return undefined;
    const level = levels[levels.length - 1];
    now = (level.at as { readonly [key: string]: unknown })[level.keys[level.next++]];
  }
}

const contains = (path: readonly string[]): StructureFault => ({
  path,
  got: 'a value that contains itself',
  allowed: 'maps and lists that end',
  say: 'This contains itself; write out what is meant.',
});

const tooDeep = (path: readonly string[]): StructureFault => ({
  path,
  got: `more than ${MOST_LEVELS} levels`,
  allowed: `at most ${MOST_LEVELS} levels`,
  say: `Maps and lists lie more than ${MOST_LEVELS} levels deep here; a scenario has nine.`,
});

const hole = (path: readonly string[]): StructureFault => ({
  path,
  got: 'a list with holes',
  allowed: 'a list whose entries are all there',
  say: 'This list has holes; give every entry of it.',
});
