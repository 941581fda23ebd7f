// A script may bring kinds of place of its own: they are built, run and accounted for as the shipped ones are.
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  type Box,
  Clock,
  CompiledCorridor,
  type CorridorData,
  fields,
  type PlaceKind,
  type PlaceKinds,
  placeKinds,
  Run,
  replicate,
} from '../../../src/model';
import { hours } from '../../../src/units';
import { small } from '../small';

interface InnSpec {
  readonly kind: 'inn';
  readonly rest: number;
}

/** Every box rests, then leaves; `left` hears of each, with its seconds by cell. */
function innKind(left: (transit: number, row: number[]) => void): PlaceKind<InnSpec> {
  return {
    schema: (f) => f.object({ kind: f.literal('inn'), rest: f.duration('How long a box rests') }),
    build: (world) => {
      const rested = world.on('a box has rested', (_place, box) => {
        left(world.ledger.close(box), [...world.ledger.row(box)]);
        world.boxes.apart--;
        world.boxes.remove(box);
      });
      return (id, spec, number) => {
        const rest = world.ledger.cell('rest', id);
        const none = () => {};
        return {
          id,
          boxEnters: (box: Box) => {
            world.ledger.open(box, rest);
            world.sim.in(spec.rest, rested, number, box);
          },
          unitArrives: none,
          unitPasses: none,
          unitLoads: none,
          boxesHeld: () => [],
          startMeasuring: none,
          measures: () => [{ measure: 'rests', statistic: 'total', of: { place: id }, unit: 'boxes', value: 1 }],
        };
      };
    },
    preview: () => [],
  };
}

function inns(places: Record<string, unknown>, kinds?: PlaceKinds): CompiledCorridor {
  const data = {
    keruen: 'scenario@1',
    id: 'inns',
    title: 'Inns',
    start: '2024-01-01',
    timeZone: 'UTC',
    warmUp: hours(0),
    places: places as CorridorData['places'],
    lines: {},
    services: {},
    fleets: {},
    flows: {},
  } as const;
  return new CompiledCorridor(data, new Clock(data.start, data.warmUp), 'keruen', 0, kinds);
}

describe("a script's own kind of place", () => {
  it('is built beside shipped kinds, by the kind in its data, and its boxes are booked to its own cells', () => {
    const accounts: [number, number[]][] = [];
    const inn = innKind((transit, row) => accounts.push([transit, row]));
    const spec = inn.schema(fields('file')).parse({ kind: 'inn', rest: '2 h' });
    const world = inns(
      { A: spec, B: { kind: 'junction', at: [0, 0] }, C: { ...spec, rest: 60 } },
      { ...placeKinds, inn },
    );
    expect(world.places.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    for (const place of [0, 2]) {
      const box = world.boxes.add(0, place, 1, 0);
      world.boxes.apart++;
      world.places[place].boxEnters(box);
    }
    world.sim.run();
    expect(accounts).toEqual([
      [60, [0, 60]],
      [7200, [7200, 0]],
    ]);
    expect(world.measures()).toContainEqual(expect.objectContaining({ measure: 'rests', of: { place: 'C' } }));
  });

  it('is watched as shipped ones are: a run stops at the event after which a box is nowhere', () => {
    const inn = innKind(() => {});
    const world = inns({ A: { kind: 'inn', rest: 60 } }, { inn });
    world.places[0].boxEnters(world.boxes.add(0, 0, 1, 0));
    expect(() => world.sim.run()).toThrow('At 60, event "a box has rested"');
  });

  it('goes into whole runs, with flows that pass it, and into their copies', () => {
    // A junction that counts the trains that come by, in place of one that does not.
    const halt: PlaceKinds[string] = {
      build: (world) => {
        const build = placeKinds.junction.build(world);
        return (id, spec, number) => {
          const trains = { seen: 0 };
          world.sim.state.numbers(trains, 'seen');
          const of = { place: id };
          return {
            ...build(id, spec, number),
            unitPasses: (unit) => {
              trains.seen++;
              world.proceed(unit);
            },
            measures: () => [{ measure: 'trains', statistic: 'total', of, unit: 'trains', value: trains.seen }],
          };
        };
      },
    };
    const kinds = { ...placeKinds, halt };
    const places = { ...small.places, Saryagash: { kind: 'halt' } } as unknown as CorridorData['places'];
    const data: CorridorData = { ...small, places };
    const options = { seed: 'keruen', replication: 0, days: 60 };
    const { measures, ...rest } = replicate(data, options, kinds);
    const { measures: shipped, ...same } = replicate(small, options);
    expect(rest).toEqual(same);
    const seen = measures.filter((one) => !shipped.some((other) => isDeepStrictEqual(one, other)));
    expect(seen).toEqual([expect.objectContaining({ measure: 'trains', of: { place: 'Saryagash' } })]);
    expect(seen[0].value).toBeGreaterThan(30);
    const run = new Run(data, options, kinds);
    run.until('2024-01-20');
    const other = new Run(data, options, kinds);
    other.restore(run.save());
    for (const one of [run, other]) expect(one.finish()).toEqual({ ...rest, measures });
    expect(() => new Run(data, options)).toThrow('The place "Saryagash" is of kind "halt"; this world builds terminal');
  });

  it('is refused where the world was not given it, with the kinds that it has', () => {
    const places = { A: { kind: 'inn', rest: 60 } };
    const sentence =
      'The place "A" is of kind "inn"; this world builds terminal, rail border, seaport, junction, hinterland, road border.';
    expect(() => inns(places)).toThrow(sentence);
  });
});
