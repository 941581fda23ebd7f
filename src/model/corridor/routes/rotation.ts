// A service that calls on the way: its lines as a walk from call to call, round and round.
import type { CorridorData } from '../corridor';
import type { Broken, Passage } from './route';

/** A call: its place, and the lines from there to the next call. */
export interface Call {
  readonly place: string;
  readonly way: readonly Passage[];
}

/**
 * The calls of a service in the order in which its units make them, for ever: lines that come back to the first call close the
 * rotation; where they do not, units go back over them and call the other way round.
 */
export interface Rotation {
  readonly calls: readonly Call[];
  /** The places at which it calls, each once, in the order in which they are named. */
  readonly ends: readonly string[];
  /** Its lines, once, from the first call on. */
  readonly way: readonly Passage[];
}

/** Why lines and calls make no rotation; `call` where it is one of the calls. */
export interface NoRotation extends Broken {
  readonly call?: number;
}

/** The rotation of a service over lines that are there, in order, and its calls. */
export function rotationOf(
  data: CorridorData,
  lines: readonly string[],
  calls: readonly string[],
): Rotation | NoRotation {
  if (new Set(calls).size < 2)
    return { at: 0, call: 0, say: 'A service that calls on the way needs two places or more; name them in order.' };
  const walk = walkFrom(data, lines, calls[0]);
  if ('say' in walk) return walk;
  const last = walk[walk.length - 1].to;
  const isClosed = last === calls[0];
  const twice = calls.findIndex((place, i) => place === (calls[i + 1] ?? (isClosed ? calls[0] : undefined)));
  if (twice >= 0) {
    const say =
      twice === calls.length - 1
        ? `Its lines lead back to ${calls[0]} anyway; leave it out at the end.`
        : `Between two calls at ${calls[twice]} it must call elsewhere; name it once.`;
    return { at: 0, call: twice, say: `The rotation visits ${calls[twice]} twice in a row. ${say}` };
  }
  // Where each call lies on the walk: the place before line `at[i]`.
  const at: number[] = [0];
  for (let i = 1; i < calls.length; i++) {
    let stop = at[i - 1] + 1;
    while (stop < walk.length && walk[stop].from !== calls[i]) stop++;
    if (stop === walk.length && (isClosed || last !== calls[i])) {
      const over = [walk[0].from, ...walk.map(({ to }) => to)].join(', ');
      const say = `Its lines lead over ${over}, and not to ${calls[i]} after ${calls[i - 1]}; name calls on the way of its lines, in their order.`;
      return { at: 0, call: i, say };
    }
    at.push(stop);
  }
  const ends = [...new Set(calls)];
  if (isClosed) {
    const ways = at.map((from, i) => walk.slice(from, at[i + 1] ?? walk.length));
    return { calls: calls.map((place, i) => ({ place, way: ways[i] })), ends, way: walk };
  }
  if (at[at.length - 1] < walk.length) {
    const say = `Its lines lead on to ${last}, where it does not call; let the last call be there, or leave lines out.`;
    return { at: lines.length - 1, call: calls.length - 1, say };
  }
  const out = at.slice(0, -1).map((from, i) => walk.slice(from, at[i + 1]));
  const home = out.map(turned).reverse();
  const back = calls.slice(1).reverse();
  const there = out.map((way, i) => ({ place: calls[i], way }));
  return { calls: [...there, ...home.map((way, i) => ({ place: back[i], way }))], ends, way: walk };
}

/** Lines one after another from a place on; each must go on where the one before it ended. */
function walkFrom(data: CorridorData, lines: readonly string[], first: string): Passage[] | NoRotation {
  if (lines.length === 0) return { at: 0, say: 'A service needs at least one line.' };
  const walk: Passage[] = [];
  let at = first;
  for (const [i, line] of lines.entries()) {
    if (!Object.hasOwn(data.lines, line)) return { at: i, say: `There is no line "${line}".` };
    const [a, b] = data.lines[line].between;
    if (a !== at && b !== at) {
      const come = i === 0 ? `its first call is ${first}` : `its lines have come to ${at}`;
      return { at: i, say: `The line "${line}" joins ${a} and ${b}, but ${come}.` };
    }
    const to = a === at ? b : a;
    walk.push({ line, from: at, to });
    at = to;
  }
  return walk;
}

const turned = (way: readonly Passage[]): Passage[] =>
  way.map(({ line, from, to }) => ({ line, from: to, to: from })).reverse();

/** From one call of a rotation to another: on which call boxes get on and off, and the lines between. */
export interface Between {
  readonly on: number;
  readonly off: number;
  readonly way: readonly Passage[];
}

/**
 * The shortest way from a place of a rotation to another, in the order of its calls. Order: less by the measure, then the call
 * that is named first.
 */
export function between(
  { calls }: Rotation,
  from: string,
  to: string,
  measure: (way: readonly Passage[]) => number,
): Between | undefined {
  let best: Between | undefined;
  for (let on = 0; on < calls.length; on++) {
    if (calls[on].place !== from) continue;
    let way: readonly Passage[] = [];
    for (let i = 0; i < calls.length; i++) {
      const call = (on + i) % calls.length;
      if (i > 0 && calls[call].place === from) break;
      way = [...way, ...calls[call].way];
      const off = (call + 1) % calls.length;
      if (calls[off].place !== to) continue;
      if (best === undefined || measure(way) < measure(best.way)) best = { on, off, way };
      break;
    }
  }
  return best;
}
