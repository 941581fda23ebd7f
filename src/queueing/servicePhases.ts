// Phase occupancies of busy servers with Erlang service: number of servers in each phase.

/** Transitions between occupancies, with rates. */
export interface Moves {
  readonly from: number[];
  readonly to: number[];
  readonly rate: number[];
}

/** All occupancies of a number of busy servers, and their transitions. */
export interface Occupancies {
  /** Number of occupancies. */
  readonly count: number;
  /** A server enters its next phase. */
  readonly goesOn: Moves;
  /** A server completes and becomes idle: to an occupancy of one server less. */
  readonly ends: Moves;
  /** A server completes and starts the next in the queue. */
  readonly endsAndTakes: Moves;
  /** An idle server starts: to an occupancy of one server more. */
  readonly begins: Int32Array;
}

/** Number of occupancies of `busy` servers: (busy + phases − 1 over phases − 1). */
export function countWays(busy: number, phases: number): number {
  let ways = 1;
  for (let phase = 1; phase < phases; phase++) ways = (ways * (busy + phase)) / phase;
  return Math.round(ways);
}

/** All occupancies, those with most servers in early phases first: a phase change always leads to a later one. */
function listWays(busy: number, phases: number): number[][] {
  if (phases === 1) return [[busy]];
  return Array.from({ length: busy + 1 }, (_, less) => busy - less).flatMap((first) =>
    listWays(busy - first, phases - 1).map((rest) => [first, ...rest]),
  );
}

const changed = (way: readonly number[], less: number, more: number): string =>
  way.map((count, phase) => count - Number(phase === less) + Number(phase === more)).join();

/** Occupancies of 0, 1, … `servers` busy servers. Mean service time 1: `phases` phases of mean 1 / phases. */
export function occupancies(servers: number, phases: number): Occupancies[] {
  const ways = Array.from({ length: servers + 2 }, (_, busy) => (busy > servers ? [] : listWays(busy, phases)));
  const names = ways.map((list) => new Map(list.map((way, at) => [way.join(), at])));
  const last = phases - 1;
  return ways.slice(0, -1).map((list, busy) => {
    const moves = (less: number, more: number, to: number, made: Moves = { from: [], to: [], rate: [] }): Moves => {
      for (const [from, way] of list.entries()) {
        if (way[less] === 0) continue;
        made.from.push(from);
        made.to.push(names[to].get(changed(way, less, more)) ?? 0);
        made.rate.push(phases * way[less]);
      }
      return made;
    };
    const goesOn: Moves = { from: [], to: [], rate: [] };
    for (let phase = 0; phase < last; phase++) moves(phase, phase + 1, busy, goesOn);
    return {
      count: list.length,
      goesOn,
      ends: busy === 0 ? { from: [], to: [], rate: [] } : moves(last, -1, busy - 1),
      endsAndTakes: phases === 1 ? stays(list) : moves(last, 0, busy),
      begins: Int32Array.from(busy === servers ? [] : list, (way) => names[busy + 1].get(changed(way, -1, 0)) ?? 0),
    };
  });
}

/** With one phase, a completion and start leaves the occupancy unchanged. */
const stays = (list: readonly number[][]): Moves => ({ from: [0], to: [0], rate: [list[0][0]] });
