// The schema of a whole scenario, defined once for both forms: places, lines, services, fleets, flows, weather.

import { type CorridorData, type FlowSpec, months, type Size, teuOfSize, type WeatherSpec } from '../corridor/corridor';
import { weekdays } from '../corridor/data/calendarSpec';
import type { LocomotiveSpec } from '../corridor/data/locomotiveSpec';
import type { PlaceSpec } from '../corridor/data/placeSpec';
import type { TrafficSpec } from '../corridor/data/trafficSpec';
import { type Field, type Fields, type Form, fields } from './fields';
import { placeSchemas } from './placeFields';

/** One field for each name, in order. */
function each<K extends string, T>(names: readonly K[], field: (name: K) => Field<T>): { readonly [P in K]: Field<T> } {
  return Object.fromEntries(names.map((name) => [name, field(name)])) as { readonly [P in K]: Field<T> };
}

const placeSchema = (f: Fields): Field<PlaceSpec> => f.byKey<PlaceSpec>('kind', placeSchemas(f));

const lineSchema = (f: Fields) =>
  f.object({
    between: f.pair(f.id(''), 'The two places that the line joins'),
    mode: f.oneOf(['rail', 'sea', 'road'], 'Rail section, sea lane or road'),
    length: f.length('Length of the line'),
    speed: f.speed('Mean speed with stops; a slower fleet keeps its own').optional(),
    running: f.speed('Rail: speed between stops, instead of a mean speed', '55 km/h').optional(),
    stops: f
      .object({
        every: f.length('Rail: crews change and wagons are looked over once in so far', '350 km'),
        takes: f.duration('How long that takes', '1 h'),
      })
      .optional(),
    variation: f.share('Coefficient of variation of the time on the line', '15 %').optional(),
    gauge: f.oneOf([1435, 1520], 'Rail: track gauge in mm').optional(),
    paths: f.paths('Rail: paths a day and direction; without it one is always free').optional(),
    single: f
      .object({
        section: f.length('Rail: the limiting section of a single track', '19.5 km'),
        speed: f.speed('Speed of trains over it', '50 km/h'),
        stations: f.duration('Time that its two stations take of each pair of trains', '8 min'),
        reliability: f
          .share('Share of its time in which a path is used when needed; 100 % unless said', '93 %')
          .optional(),
      })
      .optional(),
    passenger: f.paths('Rail: paths a day and direction that passenger trains take first', '4 trains/day').optional(),
    calendar: f.id('When trains may set out: works and maintenance are its closed hours').optional(),
    weather: f.id('Sea: the weather that slows ships down here').optional(),
    longest: f.length('Rail: the longest row of wagons that stations take', '850 m').optional(),
    heaviest: f.mass('Rail: the heaviest load of a train', '2500 t').optional(),
  });

const timesOfWeek = (f: Fields) => each(['daily', ...weekdays], (day) => f.times(`Departures, ${day}`).optional());

const leavesSchema = (f: Fields) =>
  f.object({
    full: f.flag('Leaves with a full load'),
    longestWait: f.duration('Or once its oldest box has waited so long', '48 h').optional(),
    longestStay: f.duration('Ships: or once the ship has been in port so long, with what there is', '30 h').optional(),
    least: f.teu('Then with so much or more', '82 TEU').optional(),
    every: f.duration('Sets out once in so long, from both ends', '12 h').optional(),
    timetable: f
      .map(f.object({ timeZone: f.timeZone('Zone of the clocks'), times: f.object(timesOfWeek(f)) }))
      .optional(),
  });

const serviceSchema = (f: Fields) =>
  f.object({
    on: f.oneOrMore(f.id(''), 'The line or the chain of lines'),
    calls: f.list(f.id(''), 'Where it calls, in order; its two ends unless said', 'a list of places').optional(),
    fleet: f.id('The fleet that runs; trains of several services may share one'),
    leaves: leavesSchema(f).optional(),
    sails: leavesSchema(f).optional(),
    berth: f.id('Ships: the kind of berth they need; container unless said').optional(),
    priority: f
      .oneOf([0, 1, 2, 3], 'Trains: who gets a path first: 0 before 1 before 2 before 3; 1 unless said')
      .optional(),
    staysTogether: f
      .flag('Block trains: at a gauge change each load goes on alone, without waiting for boxes of other trains')
      .optional(),
  });

const draftSchema = (f: Fields) =>
  f.object({
    light: f.length('Depth of an empty ship in the water', '2.7 m'),
    full: f.length('Depth with all that it carries', '6 m'),
  });

const shipClassSchema = (f: Fields) =>
  f.object({
    count: f.count('How many there are; 1 unless said').optional(),
    carries: f.teu('Capacity of each; the fleet’s unless said').optional(),
    load: f.share('Share of the capacity that may be used; the fleet’s unless said').optional(),
    speed: f.speed('Speed of each; the fleet’s unless said').optional(),
    draft: draftSchema(f).optional(),
    joins: f.date('The day on which they join; there from the start unless said').optional(),
    leaves: f.date('The day from which each leaves once it is free and empty').optional(),
  });

const fleetSchema = (f: Fields) =>
  f.object({
    count: f.count('Ships, or sets of platforms with a locomotive'),
    carries: f.teu('Capacity of each', '124 TEU'),
    load: f.share('Share of the capacity that may be used; 100 % unless said', '80 %').optional(),
    speed: f.speed('Speed of each; a line may be slower').optional(),
    shortestRound: f.duration('Least time between two departures from the first end', '5 d').optional(),
    pace: f
      .object({
        unit: f
          .share('Share of the variance of its times that a train keeps over all lines of a trip; none unless said')
          .optional(),
        week: f.share('Share of the variance that all trains of a week have in common; none unless said').optional(),
      })
      .optional(),
    platform: f
      .object({
        length: f.length('Length of one platform', '14.6 m'),
        carries: f.teu('Capacity of one platform', '2 TEU'),
      })
      .optional(),
    draft: draftSchema(f).optional(),
    clearance: f.length('Ships: water that must stay under them; none unless said', '0.5 m').optional(),
    ships: f.map(shipClassSchema(f)).optional(),
  });

function flowSchema(f: Fields): Field<FlowSpec> {
  const sizes = Object.keys(teuOfSize) as Size[];
  const boxes = f.object(
    each(sizes, (size) => f.share(`Share of boxes of ${teuOfSize[size]} TEU, ${size}`).optional()),
  );
  const route = f.object({
    via: f.oneOrMore(f.id(''), 'The place or places that it leads over'),
    share: f.share('Share of boxes or trucks').optional(),
  });
  return f.object({
    from: f.id('Where the boxes enter'),
    to: f.id('Where they leave'),
    demand: f.teuPerYear('TEU in each calendar year').optional(),
    boxes: boxes.optional(),
    trucks: f.trucks('By road: trucks a day, instead of demand and boxes').optional(),
    empty: f.share('Share of boxes that travel empty; 0 % unless said').optional(),
    lot: f.teu('TEU that come at once; one box unless said', '82 TEU').optional(),
    commodity: f.text('What is in the boxes').optional(),
    tonnes: f.mass('Weight of a laden TEU, or of a truck’s load').optional(),
    routes: f.map(route).optional(),
    choose: f.oneOf(['share', 'shorter expected wait'], 'How a way is chosen; share unless said').optional(),
  });
}

const hoursOfWeek = (f: Fields) => each(['daily', ...weekdays], (day) => f.hours(`Hours, ${day}`).optional());

const calendarSchema = (f: Fields) =>
  f.object({
    timeZone: f.timeZone('Zone of the clocks'),
    hours: f.object(hoursOfWeek(f)),
    dates: f.map(f.hours('Other hours on a day, or from..to')).optional(),
  });

const trafficSchema = (f: Fields): Field<TrafficSpec> =>
  f.object({
    trains: f.paths('Trains of others a day, each way that they run', '9 trains/day').optional(),
    on: f.oneOrMore(f.id(''), 'Trains: the line or the chain of lines').optional(),
    from: f.id('Trains: the end at which they begin; the first unless said').optional(),
    both: f.flag('Trains: as many the other way').optional(),
    speed: f.speed('Trains: their mean speed; a line may be slower').optional(),
    ships: f.calls('Ships of others a year', '110 calls/year').optional(),
    at: f.id('Ships: the port at which they call').optional(),
    berth: f.id('Ships: the kind of berth they need; container unless said').optional(),
    stays: f.takes('Ships: how long each lies at its berth', '40 h').optional(),
    priority: f.oneOf([0, 1, 2, 3], 'Who is served first: 0 before 1 before 2 before 3; 1 unless said').optional(),
  });

const locomotiveSchema = (f: Fields): Field<LocomotiveSpec> =>
  f.object({
    count: f.count('Locomotives of the class'),
    on: f.oneOrMore(f.id(''), 'The lines on which trains are hauled by them'),
    turnRound: f.takes('How long until one is free again after a haul; none unless said', '2 h').optional(),
  });

const initialSchema = (f: Fields) =>
  f.object({
    flow: f.id('Whose boxes, or trucks'),
    route: f.id('Which of its routes; the first unless said').optional(),
    at: f.id('The place where they stand, or before which').optional(),
    on: f.id('The line on which they run').optional(),
    teu: f.teu('Boxes in the yard at the place', '300 TEU').optional(),
    trains: f.count('Full trains or ships').optional(),
    trucks: f.count('Trucks before a road border').optional(),
  });

const weatherSchema = (f: Fields): Field<WeatherSpec> =>
  f.object({
    closedShare: f.object(each(months, () => f.share('Share of the month in which storms close the sea'))),
    sailing: f
      .object(each(months, () => f.share('Share of its speed that a ship makes that sets out in this month', '95 %')))
      .optional(),
    meanSpell: f.duration('Mean length of a closed spell', '36 h'),
  });

function changeSchema(f: Fields) {
  const cost: Field<number> = f.money('What the change costs');
  return f.object({
    set: f.settings('Paths and their new values'),
    from: f.date('The day on which it happens; before the start unless said').optional(),
    cost: cost.optional(),
  });
}

/** The schema of a scenario whose `extends` and `null` entries are resolved. */
export function corridorSchema(f: Fields, form: Form) {
  const note = 'Simulated before the window opens: whole days; with an initial state none unless said';
  const warmUp = f.duration(note, '30 d');
  return f.object({
    keruen: f.literal('scenario@1'),
    id: f.text('Short name of the scenario'),
    title: f.text('What the scenario asks'),
    start: f.date('The first day of the window, at midnight in timeZone'),
    timeZone: f.timeZone('Time zone of the window').default('UTC'),
    warmUp: warmUp.prefault(form === 'file' ? '90 d' : 90 * 86_400),
    places: f.map(placeSchema(f)),
    lines: f.map(lineSchema(f)).default({}),
    services: f.map(serviceSchema(f)).default({}),
    fleets: f.map(fleetSchema(f)).default({}),
    flows: f.map(flowSchema(f)).default({}),
    locomotives: f.map(locomotiveSchema(f)).optional(),
    traffic: f.map(trafficSchema(f)).optional(),
    weather: f.map(weatherSchema(f)).optional(),
    calendars: f.map(calendarSchema(f)).optional(),
    initial: f.map(initialSchema(f)).optional(),
    changes: f.map(changeSchema(f)).optional(),
    variants: f
      .map(f.list(f.id(''), 'Names of changes, in the order in which they are made', 'a list of names of changes'))
      .optional(),
    headline: f.list(f.text(''), 'The measures to look at first').optional(),
    sources: f.map(f.text('A fact, or assumed: reason')).optional(),
    ranges: f.map(f.pair(f.anything(), 'From and to')).optional(),
  });
}

/**
 * With an initial state, the default warm-up is none: the state at clock zero must be visible from the start of
 * the window.
 */
export function withWarmUp(value: unknown, form: Form): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { warmUp, initial } = value as { readonly warmUp?: unknown; readonly initial?: unknown };
  if (warmUp !== undefined || typeof initial !== 'object' || initial === null) return value;
  return Object.keys(initial).length > 0 ? { ...value, warmUp: form === 'file' ? '0 d' : 0 } : value;
}

const built = {
  file: lazily(() => corridorSchema(fields('file'), 'file')),
  typed: lazily(() => corridorSchema(fields('typed'), 'typed')),
};

/** The schema of one form, built on first use. */
export const schemaOf = (form: Form): Field<CorridorData> => built[form]();

function lazily<T>(build: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= build();
    return value;
  };
}
