// The two sides of a rail border: every neighbour on one, every control on one, and trains that cross from one to the other.
import type { CorridorData } from '../corridor/corridor';
import type { PlaceSpec } from '../corridor/data/placeSpec';
import { namesOfSides } from '../corridor/figures/borderSides';
import { linesOf } from '../corridor/routes/route';
import { type Complaint, complaint, unknownName } from './complaint';
import { judged, judgedEach } from './judged';

type Border = Extract<PlaceSpec, { kind: 'rail border' }>;

/** @param neighbours places to which a railway leads from here */
export function checkSides(data: CorridorData, id: string, border: Border, neighbours: readonly string[]): Complaint[] {
  const path = ['places', id];
  const { sides, crossing, controls } = border;
  if (sides === undefined) {
    const without = 'nothing, without sides';
    const ask = `say on which side each neighbour of ${id} lies (sides), or leave it out.`;
    return [
      ...Object.keys(controls)
        .filter((control) => controls[control].side !== undefined)
        .map((control) =>
          complaint(
            [...path, 'controls', control, 'side'],
            controls[control].side ?? null,
            without,
            `"${control}" names a side of a border that has none; ${ask}`,
          ),
        ),
      ...(crossing === undefined
        ? []
        : [
            complaint([...path, 'crossing'], 'a time', without, `Nothing is crossed at a border without sides; ${ask}`),
          ]),
    ];
  }
  const names = namesOfSides(sides);
  const list = [...new Set(neighbours)].sort();
  return judged(
    ...list
      .filter((neighbour) => !Object.hasOwn(sides, neighbour))
      .map((neighbour) => () => {
        const say = `A railway leads from ${id} to ${neighbour}; say on which side it lies.`;
        return [complaint([...path, 'sides', neighbour], 'nothing', 'the name of a side', say)];
      }),
    () => {
      if (names.length === 2) return [];
      const say = `A border has two sides; ${id} has ${names.length}: give its neighbours one of two names.`;
      return [complaint([...path, 'sides'], names.join(', '), 'two names', say)];
    },
    () =>
      judgedEach(
        () => controls,
        (control, { side }) => {
          const at = [...path, 'controls', control, 'side'];
          if (side !== undefined) return names.includes(side) ? [] : [unknownName(at, side, `side of ${id}`, names)];
          const say = `${id} has two sides; say on which of them "${control}" is.`;
          return [complaint(at, 'nothing', names.join(' or '), say)];
        },
      ),
    () => checkCrosses(data, id, sides),
  );
}

/** A service that passes comes from one side and goes to the other. */
function checkCrosses({ services, lines }: CorridorData, id: string, sides: NonNullable<Border['sides']>): Complaint[] {
  return judgedEach(
    () => services,
    (service, { on }) => {
      const way = linesOf(on).map((line) => lines[line]?.between as readonly string[] | undefined);
      return way.flatMap((between, i) => {
        const next = way[i + 1];
        if (between === undefined || next === undefined || !between.includes(id) || !next.includes(id)) return [];
        const [from, to] = [between, next].map(([a, b]) => (a === id ? b : a));
        if (sides[from] === undefined || sides[from] !== sides[to]) return [];
        const say = `"${service}" comes to ${id} from ${from} and goes on to ${to}, both in ${sides[from]}, and crosses nothing; lead it past ${id}, or correct the sides.`;
        return [complaint(['services', service, 'on'], linesOf(on)[i + 1], 'a line to the other side', say)];
      });
    },
  );
}
