// Takes down every number that can be reached from a thing, by path, so that what a copy forgets is found and named.
import { State } from '../../../src/kernel/snapshots/state';

/** By path, such as `places[2].cranes.lifts`: a copy of the number, text, yes-or-no, or array of numbers that stands there. */
export type Numbers = ReadonlyMap<string, unknown>;

/** What may differ after a restore, and why it does not matter. */
const scratch: readonly [path: RegExp, why: string][] = [
  [/^world\.sim\.stopped$/, 'begins as false in every run of the loop'],
  [/^world\.sim\.events\.until$/, 'is said anew for every run of the loop'],
  [/^world\.sim\.events\.sample$/, 'is filled with times just before a bucket width is taken from them'],
];

/** Things that hide what they hold, and change without any field that could be looked at. */
const hidden = ['[object Generator]', '[object WeakMap]', '[object WeakSet]', '[object Promise]'];

/**
 * All numbers in own fields, arrays, typed arrays, Maps and Sets, each under its shortest path. Functions are passed by:
 * what they keep for themselves shows when the run goes on. So is the state itself, since its arrays are those of their owners.
 */
export function everyNumber(root: object): Numbers {
  const found = new Map<string, unknown>();
  const seen = new Set<object>([root]);
  const queue: [string, object][] = [['', root]];
  const visit = (path: string, value: unknown) => {
    if (typeof value === 'function') return;
    if (typeof value !== 'object' || value === null) found.set(path, value);
    else if (!seen.has(value) && !(value instanceof State)) {
      seen.add(value);
      queue.push([path, value]);
    }
  };
  for (const [path, thing] of queue) {
    if (hidden.includes(String(Object.prototype.toString.call(thing))))
      throw new Error(`${path} hides what it holds; nobody can copy it`);
    if (ArrayBuffer.isView(thing)) found.set(path, (thing as Float64Array).slice());
    else if (thing instanceof Map || thing instanceof Set) {
      found.set(`${path}.size`, thing.size);
      let i = 0;
      for (const [key, value] of thing.entries()) {
        visit(`${path}.key(${i})`, key);
        visit(`${path}.get(${typeof key === 'object' ? i : key})`, value);
        i++;
      }
    } else if (Array.isArray(thing)) {
      found.set(`${path}.length`, thing.length);
      for (const [i, value] of thing.entries()) visit(`${path}[${i}]`, value);
    } else for (const [key, value] of Object.entries(thing)) visit(path === '' ? key : `${path}.${key}`, value);
  }
  return found;
}

const isSame = (a: unknown, b: unknown): boolean => {
  if (!ArrayBuffer.isView(a) || !ArrayBuffer.isView(b)) return Object.is(a, b);
  const [one, other] = [a as Float64Array, b as Float64Array];
  return one.length === other.length && one.every((value, i) => Object.is(value, other[i]));
};

/** A line for each path at which two such lists differ, scratch apart. */
export function differences(then: Numbers, now: Numbers): string[] {
  const lines: string[] = [];
  for (const path of new Set([...then.keys(), ...now.keys()])) {
    if (isSame(then.get(path), now.get(path)) || scratch.some(([known]) => known.test(path))) continue;
    lines.push(`${path} was ${said(then.get(path))}, is ${said(now.get(path))}`);
  }
  return lines;
}

function said(value: unknown): string {
  return ArrayBuffer.isView(value) ? `[${(value as Float64Array).slice(0, 8).join(', ')} …]` : String(value);
}
