// A corridor is plain readonly data: places joined by lines, services and fleets that run on them, flows of boxes.
import type { Duration, Length, Mass, Paths, Share, Speed, Teu, TeuPerYear, Trucks } from '../../units';
import type { CalendarSpec, Weekday } from './calendarSpec';
import type { FleetSpec } from './fleetSpec';
import type { PlaceSpec } from './placeSpec';
import type { TrafficSpec } from './trafficSpec';

/** Container size-types of ISO 6346 that the model knows, with their length in TEU. Source: ISO 6346:2022, Annex D. */
export const teuOfSize = {
  '22G1': 1,
  '22R1': 1,
  '42G1': 2,
  '45G1': 2,
  '45R1': 2,
  L5G1: 2.25,
} as const;
export type Size = keyof typeof teuOfSize;

/**
 * The limiting section of a single track, between two stations where trains can pass each other: one train at a time, from
 * either side. It gives (1440 − technical) · reliability ÷ (2 · running + stations) pairs a day.
 * Source: practice of the 1520 mm railways; here the time for the track is a closure of the line's calendar.
 */
export interface SingleTrack {
  readonly section: Length;
  readonly speed: Speed;
  /** Time that two stations take of each pair of trains: crossing, setting the way. */
  readonly stations: Duration;
  /** Share of its time in which a path is used when it is needed. Default 1. */
  readonly reliability?: Share;
}

/** Stops under way: of a line of 700 km two, where there is one every 350 km; of 175 km half of one. */
export interface Stops {
  readonly every: Length;
  readonly takes: Duration;
}

/** A line joins two places: a rail section (paths a day and direction, speed of a train with its stops), a sea lane or a road. */
export interface LineSpec<Place extends string = string> {
  readonly between: readonly [Place, Place];
  readonly mode: 'rail' | 'sea' | 'road';
  readonly length: Length;
  /** Mean speed over the line, stops included; a fleet's own speed counts where it is lower or where this is not given. */
  readonly speed?: Speed;
  /** Rail only: speed between stops, instead of a mean speed; a fleet's own counts where it is lower. */
  readonly running?: Speed;
  /** Rail only, with `running`: crews change and wagons are looked over once in so far, each time for so long. */
  readonly stops?: Stops;
  /** Coefficient of variation of the time on this line. */
  readonly variation?: Share;
  /** Rail only: track gauge in mm. */
  readonly gauge?: 1435 | 1520;
  /** Rail only: paths a day and direction for all trains; without it and `single`, a path is always free. */
  readonly paths?: Paths;
  /** Rail only: the limiting section, where the line is single track. */
  readonly single?: SingleTrack;
  /** Rail only: paths a day and direction that passenger trains take first. */
  readonly passenger?: Paths;
  /** When trains may set out on it: works and maintenance windows are its closed hours. */
  readonly calendar?: string;
  /** Rail only: the longest row of wagons that its stations take. */
  readonly longest?: Length;
  /** Rail only: the heaviest load of a train. */
  readonly heaviest?: Mass;
  /** Sea only: the weather that slows ships down here, one of `weather` that says how they sail. */
  readonly weather?: string;
}

/** Departures of a week by local clocks: each day named, or `daily`; a day that is named nowhere has none. */
export interface Timetable {
  readonly timeZone: string;
  readonly times: { readonly [D in Weekday | 'daily']?: string };
}

/**
 * When a train leaves or a ship sails: with a full load (`full`: as soon as nothing more fits; otherwise only when the next box
 * needs another unit), or once its oldest box has waited longest, then with `least` or more; a unit that is called empty to the
 * other end takes what waits along if that is `least` or more; and from places with a timetable,
 * or every so often, only then: a departure for which less than `least` waits is skipped. Ships then keep to their rotation: none
 * is called away before its time, and one that stands there sails empty where nothing waits (with `least`: where the other end
 * has boxes for it).
 */
export interface LeavesWhen {
  readonly full: boolean;
  readonly longestWait?: Duration;
  readonly least?: Teu;
  /** Trains or ships set out from both ends once in so long, counted from clock zero. */
  readonly every?: Duration;
  /** By the place from which trains or ships set out. */
  readonly timetable?: { readonly [place: string]: Timetable };
}

/** A service runs the units of one fleet to and fro over a chain of lines, loading at its two ends only. */
export interface ServiceSpec<Line extends string = string, Fleet extends string = string> {
  readonly on: Line | readonly Line[];
  readonly fleet: Fleet;
  /** Trains. */
  readonly leaves?: LeavesWhen;
  /** Ships. */
  readonly sails?: LeavesWhen;
  /** Ships: the kind of berth they need, one of the port's own keys. Default `container`. */
  readonly berth?: string;
  /** Trains: who gets a path first, 0 before 1, 2 and 3. Default 1. */
  readonly priority?: 0 | 1 | 2 | 3;
}

/** One of several ways of a flow: over these places, in order, at each of which a service ends or a road. */
export interface RouteSpec<Place extends string = string> {
  readonly via: Place | readonly Place[];
  /** Of the boxes, or trucks, where ways are chosen by share. */
  readonly share?: Share;
}

/** Boxes, or trucks, from one place to another, arriving one by one at random. */
export interface FlowSpec<Place extends string = string> {
  readonly from: Place;
  readonly to: Place;
  /** TEU in each calendar year, whatever its length: an expectation. Trucks are counted by `trucks` instead. */
  readonly demand?: TeuPerYear;
  /** Shares of boxes (not of TEU) by ISO 6346 size-type; they add up to 100 %. */
  readonly boxes?: { readonly [S in Size]?: Share };
  /** Trucks a day, by road; instead of demand and boxes. Each is a box of 0 TEU. */
  readonly trucks?: Trucks;
  /** Share of boxes that travel empty. Default 0. */
  readonly empty?: Share;
  /** Boxes come in lots of so many TEU at once, as a whole train's load does; without it one by one. */
  readonly lot?: Teu;
  /** What is in the boxes: customs channels may tell commodities apart. */
  readonly commodity?: string;
  /** Weight of a laden TEU with its box, or of a truck's load. */
  readonly tonnes?: Mass;
  /** The ways that its boxes may take, under keys of the user's own; without them the quickest. */
  readonly routes?: { readonly [id: string]: RouteSpec<Place> };
  /**
   * How a way is chosen, a lot at a time: by `share`, or by the `shorter expected wait` at borders plus the time under way.
   * Either way one that is shut is left for another that is not. Default share.
   */
  readonly choose?: 'share' | 'shorter expected wait';
}

export const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
export type Month = (typeof months)[number];

/** Alternating open and closed spells of one sea; every port that names it shares one storm calendar. */
export interface WeatherSpec {
  readonly closedShare: { readonly [M in Month]: Share };
  readonly meanSpell: Duration;
  /** Share of its speed that a ship makes that sets out in a month, on lines that name this weather. */
  readonly sailing?: { readonly [M in Month]: Share };
}

/**
 * What stands somewhere at clock zero: boxes of a flow in the yard at a place on their way; loaded trains or ships of a
 * service before a place or under way on a line, with boxes of the flow; trucks of a flow before a road border.
 */
export interface InitialSpec<Place extends string = string, Line extends string = string> {
  readonly flow: string;
  /** Which of the flow's routes; the first unless said. */
  readonly route?: string;
  readonly at?: Place;
  readonly on?: Line;
  /** Boxes: how much stands in the yard at `at`. */
  readonly teu?: Teu;
  /** How many full trains or ships stand before `at`, or run on `on`. */
  readonly trains?: number;
  readonly trucks?: number;
}

/** What may be set by path: text with units, numbers, or null to remove an entry. */
export type Settings = { readonly [path: string]: unknown };

/** One noun for every what-if: paths and their new values, from a day on or from the start. Cost in MUSD. */
export interface ChangeSpec {
  readonly set: Settings;
  readonly from?: string;
  readonly cost?: number;
}

/** The whole corridor as data. In TypeScript, names of places, lines and fleets are checked wherever they are used. */
export interface CorridorData<
  Place extends string = string,
  Line extends string = string,
  Fleet extends string = string,
> {
  readonly keruen: 'scenario@1';
  readonly id: string;
  readonly title: string;
  /** The first day of the window, yyyy-mm-dd, at midnight in `timeZone`. */
  readonly start: string;
  readonly timeZone: string;
  /** Whole days simulated before the window opens. */
  readonly warmUp: Duration;
  readonly places: { readonly [P in Place]: PlaceSpec };
  readonly lines: { readonly [L in Line]: LineSpec<NoInfer<Place>> };
  readonly services: { readonly [id: string]: ServiceSpec<NoInfer<Line>, NoInfer<Fleet>> };
  readonly fleets: { readonly [F in Fleet]: FleetSpec };
  readonly flows: { readonly [id: string]: FlowSpec<NoInfer<Place>> };
  /** Who else uses lines and berths, and carries no box of a flow. */
  readonly traffic?: { readonly [id: string]: TrafficSpec<NoInfer<Place>, NoInfer<Line>> };
  readonly weather?: { readonly [id: string]: WeatherSpec };
  readonly calendars?: { readonly [id: string]: CalendarSpec };
  readonly initial?: { readonly [id: string]: InitialSpec<NoInfer<Place>, NoInfer<Line>> };
  readonly changes?: { readonly [id: string]: ChangeSpec };
  readonly variants?: { readonly [id: string]: readonly string[] };
  readonly headline?: readonly string[];
  /** For each path of a number: an id of the facts or assumptions, or `assumed: reason`. */
  readonly sources?: { readonly [path: string]: string };
  readonly ranges?: { readonly [path: string]: readonly [unknown, unknown] };
}
