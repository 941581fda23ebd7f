// Where the busy servers stand in their services: how many of them are in each phase.

/** From which occupancy to which, and how often. */
export interface Moves {
  readonly from: number[];
  readonly to: number[];
  readonly rate: number[];
}

/** All ways in which some busy servers can spread over the phases, and what may happen next. */
export interface Occupancies {
  /** How many ways there are. */
  readonly count: number;
  /** One server goes on to its next phase. */
  readonly goesOn: Moves;
  /** One server ends and falls idle: to an occupancy of one server less. */
  readonly ends: Moves;
  /** One server ends and begins again at once with the next in line. */
  readonly endsAndTakes: Moves;
  /** One more server begins: to an occupancy of one server more. */
  readonly begins: Int32Array;
}

/** How many ways there are for `busy` servers: (busy + phases − 1 over phases − 1). */
export function countWays(busy: number, phases: number): number {
  let ways = 1;
  for (let phase = 1; phase < phases; phase++) ways = (ways * (busy + phase)) / phase;
  return Math.round(ways);
}

/** All ways, those with most servers in early phases first: going on then always leads to a later one. */
function listWays(busy: number, phases: number): number[][] {
  if (phases === 1) return [[busy]];
  return Array.from({ length: busy + 1 }, (_, less) => busy - less).flatMap((first) =>
    listWays(busy - first, phases - 1).map((rest) => [first, ...rest]),
  );
}

const changed = (way: readonly number[], less: number, more: number): string =>
  way.map((count, phase) => count - Number(phase === less) + Number(phase === more)).join();

/** Occupancies of 0, 1, … `servers` busy servers. A service takes 1 on average: `phases` phases of mean 1 / phases. */
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

/** One phase only: who ends and takes the next is where he was. */
const stays = (list: readonly number[][]): Moves => ({ from: [0], to: [0], rate: [list[0][0]] });
