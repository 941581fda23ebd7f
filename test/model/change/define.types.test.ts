// What does not compile: `tsc` finds each expected error, and finds the line where one is missing.
import { expect, it } from 'vitest';
import { type Change, type Corridor, corridor } from '../../../src/model/change/define';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import { days, hours, km, kmPerHour, movesPerHour, percent, teu, teuPerYear } from '../../../src/units';

const terminal = {
  kind: 'terminal',
  at: [43.6, 51.2],
  tracks: 2,
  shunting: hours(1),
  cranes: { rail: { count: 1, rate: movesPerHour(20) } },
  yard: { capacity: teu(500) },
} as const;
const head = {
  keruen: 'scenario@1',
  id: 'x',
  title: 'X',
  start: '2024-01-01',
  timeZone: 'UTC',
  warmUp: days(0),
} as const;
const leaves = { full: true } as const;
const boxes = { '22G1': percent(100) };
const line = { between: ['Almaty', 'Aktobe'], mode: 'rail', length: km(10), speed: kmPerHour(40) } as const;

const made = () =>
  corridor({
    ...head,
    places: { Almaty: terminal, Aktobe: { ...terminal, at: [50.3, 57.2] } },
    lines: { steppe: { between: ['Almaty', 'Aktobe'], mode: 'rail', length: km(2000), speed: kmPerHour(40) } },
    services: { train: { on: 'steppe', fleet: 'sets', leaves: { full: true, longestWait: days(2) } } },
    fleets: { sets: { count: 2, carries: teu(80) } },
    flows: { west: { from: 'Almaty', to: 'Aktobe', demand: teuPerYear(900), boxes: { '22G1': percent(100) } } },
  });

/** Never called: what is in here is for the compiler only. */
function doesNotCompile(today: ReturnType<typeof made>): void {
  const places = { Almaty: terminal, Aktobe: terminal };
  const fleets = { sets: { count: 2, carries: teu(80) } };
  const services = { train: { on: 'steppe', fleet: 'sets', leaves } } as const;
  const nowhere = { steppe: { ...line, between: ['Almaty', 'Aktoeb'] } } as const;
  // @ts-expect-error a misspelt place in a line
  corridor({ ...head, places, lines: nowhere, services, fleets, flows: {} });
  const flows = { west: { from: 'Almaty', to: 'Aktoeb', demand: teuPerYear(900), boxes } } as const;
  // @ts-expect-error a misspelt place in a flow
  corridor({ ...head, places, lines: { steppe: line }, services, fleets, flows });
  // @ts-expect-error a misspelt line in a service
  corridor({ ...head, places, lines: { step: line }, services, fleets, flows: {} });
  // @ts-expect-error a misspelt fleet in a service
  corridor({ ...head, places, lines: { steppe: line }, services, fleets: { set: fleets.sets }, flows: {} });
  // @ts-expect-error a bare number for a duration
  corridor({ ...head, warmUp: 8, places, lines: { steppe: line }, services, fleets, flows: {} });
  // @ts-expect-error TEU for hours
  corridor({ ...head, warmUp: teu(8), places, lines: { steppe: line }, services, fleets, flows: {} });

  // @ts-expect-error a misspelt place in a change
  today.with({ set: { places: { Aktoeb: { tracks: 3 } } } });
  // @ts-expect-error a misspelt entry of a place
  today.with({ set: { places: { Aktobe: { track: 3 } } } });
  // @ts-expect-error a bare number for a duration
  today.with({ set: { places: { Aktobe: { shunting: 8 } } } });
  // @ts-expect-error TEU for hours
  today.with({ set: { places: { Aktobe: { shunting: teu(8) } } } });
  // @ts-expect-error hours for TEU
  today.with({ set: { places: { Aktobe: { yard: { capacity: hours(8) } } } } });
  // @ts-expect-error a quantity at a path, where text with a unit belongs
  today.with({ set: { 'fleets.sets.carries': teu(300) } });
  // @ts-expect-error a duration at a path, too
  today.with({ set: { 'places.Aktobe.shunting': hours(8) } });
  // @ts-expect-error a quantity within a law
  today.with({ set: { 'places.Aktobe.shunting': { law: 'exponential', mean: hours(8) } } });
  // @ts-expect-error a part of the scenario that does not exist
  today.with({ set: { plases: {} } });
  // @ts-expect-error the data is readonly
  today.data.places.Aktobe.at = [0, 0];
}

it('a corridor whose names and units are right compiles, and so do its changes', () => {
  expect(doesNotCompile).toBeTypeOf('function');
  const today = made();
  const more = today.with({
    set: {
      places: { Aktobe: { tracks: 3, shunting: hours(2), unlocode: null } },
      'fleets.sets.carries': '90 TEU',
      'fleets.sets.count': 2 + 1,
    },
  });
  expect(more.data.fleets.sets).toMatchObject({ carries: 90, count: 3 });
  const change: Change<'Almaty' | 'Aktobe'> = { set: { places: { Almaty: { cranes: { rail: { count: 2 } } } } } };
  const any: Corridor = today.with(change);
  const data: CorridorData = any.data;
  expect(data.places.Almaty).toMatchObject({ cranes: { rail: { count: 2 } } });
});
