// A corridor is plain readonly data: places joined by lines, services and fleets that run on them, flows of boxes.
import type { Duration, Mass, Share, Teu, TeuPerYear, Trucks } from '../../units';
import type { CalendarSpec, Weekday } from './data/calendarSpec';
import type { FleetSpec } from './data/fleetSpec';
import type { LineSpec } from './data/lineSpec';
import type { PlaceSpec } from './data/placeSpec';
import type { TrafficSpec } from './data/trafficSpec';
import type { WeatherSpec } from './data/weatherSpec';

export type { LineSpec, SingleTrack, Stops } from './data/lineSpec';
export { type Month, type MonthlyShares, months, type WeatherSpec } from './data/weatherSpec';

/** Container size-types of ISO 6346 that the model knows, with their length in TEU. Source: ISO 6346:2022, Annex D. */
export const teuOfSize = {
  '22G1': 1,
  '22R1': 1,
  '42G1': 2,
  '45G1': 2,
  '45R1': 2,
  L5G1: 2.25,
} as const;
/** A size-type of ISO 6346, such as `45G1`. */
export type Size = keyof typeof teuOfSize;

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
  /** true: it leaves as soon as nothing more fits; false: only when the next box needs another unit. */
  readonly full: boolean;
  /**
   * How long its oldest box waits at most before it leaves with what there is; without it, for as long as it takes to
   * fill.
   */
  readonly longestWait?: Duration;
  /**
   * Ships: how long one is in port at most. It counts from when the ship came alongside with boxes, or from when it has stood
   * ready where it came empty; then it takes what waits (nothing, where that is less than `least`) and sails, empty if need
   * be. Between its two turns at a berth it lies at anchor. Where ships sail by the clock it does nothing.
   */
  readonly longestStay?: Duration;
  /** It never leaves with less, unless it is sent empty to where it is needed. Default: any box. */
  readonly least?: Teu;
  /** Trains or ships set out from both ends once in so long, counted from clock zero. */
  readonly every?: Duration;
  /** By the place from which trains or ships set out. */
  readonly timetable?: { readonly [place: string]: Timetable };
}

/** A service runs the units of one fleet to and fro over a chain of lines, loading at its two ends, or at the calls on its way. */
export interface ServiceSpec<Line extends string = string, Fleet extends string = string> {
  /** Its lines from one end to the other, in order; one name where there is one. */
  readonly on: Line | readonly Line[];
  /**
   * The places at which it calls, in order, the first where its lines begin. At each it sets down what ends or changes there,
   * and takes what waits within its room, first come first; what finds no room waits for the next. It then goes on: with
   * `full` false at once, with `full` once nothing more fits or after its `longestStay`; from the first call once in `every`,
   * and from places with a timetable by that. Lines that come back to the first call make a rotation; over others it goes to
   * and fro. Without calls it loads at its two ends only.
   */
  readonly calls?: readonly string[];
  /** The fleet whose units run on it; no other service uses it. */
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

/** Shares by size-type of ISO 6346; sizes that are left out do not come. */
export type SizeShares = { readonly [S in Size]?: Share };

/** Boxes, or trucks, from one place to another, arriving one by one at random. */
export interface FlowSpec<Place extends string = string> {
  /** The place where its boxes, or trucks, come into the corridor. */
  readonly from: Place;
  /** The place where they leave it. */
  readonly to: Place;
  /** TEU in each calendar year, whatever its length: an expectation. Trucks are counted by `trucks` instead. */
  readonly demand?: TeuPerYear;
  /** Shares of boxes (not of TEU) by ISO 6346 size-type; they add up to 100 %. */
  readonly boxes?: SizeShares;
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
  /** Paths and their new values: text with units, numbers, or null to remove an entry. */
  readonly set: Settings;
  /** The day of the run from which it holds, yyyy-mm-dd; without it, from the start. */
  readonly from?: string;
  /** What it costs [MUSD]. It changes no run. */
  readonly cost?: number;
}

/** The whole corridor as data. In TypeScript, names of places, lines and fleets are checked wherever they are used. */
export interface CorridorData<
  Place extends string = string,
  Line extends string = string,
  Fleet extends string = string,
> {
  /** The form of the file. */
  readonly keruen: 'scenario@1';
  /** A short name, by which commands, files and results know it. */
  readonly id: string;
  /** What it is, for people. */
  readonly title: string;
  /** The first day of the window, yyyy-mm-dd, at midnight in `timeZone`. */
  readonly start: string;
  /** The IANA time zone whose midnights days begin with. */
  readonly timeZone: string;
  /** Whole days simulated before the window opens. */
  readonly warmUp: Duration;
  /** Terminals, ports, borders, junctions and hinterlands, by their names. */
  readonly places: { readonly [P in Place]: PlaceSpec };
  /** What joins two places: rail sections, sea lanes and roads, by their names. */
  readonly lines: { readonly [L in Line]: LineSpec<NoInfer<Place>> };
  /** Trains and ships that go to and fro over lines, by their names. */
  readonly services: { readonly [id: string]: ServiceSpec<NoInfer<Line>, NoInfer<Fleet>> };
  /** Ships, or sets of platforms, by their names; each service has its own. */
  readonly fleets: { readonly [F in Fleet]: FleetSpec };
  /** What is to be carried from where to where, by its name. */
  readonly flows: { readonly [id: string]: FlowSpec<NoInfer<Place>> };
  /** Who else uses lines and berths, and carries no box of a flow. */
  readonly traffic?: { readonly [id: string]: TrafficSpec<NoInfer<Place>, NoInfer<Line>> };
  /** Storms and slow months of seas, by their names. */
  readonly weather?: { readonly [id: string]: WeatherSpec };
  /** Opening hours, shifts and works on lines, by their names. */
  readonly calendars?: { readonly [id: string]: CalendarSpec };
  /** What stands somewhere at clock zero, under keys of the user's own. Without it the corridor begins empty. */
  readonly initial?: { readonly [id: string]: InitialSpec<NoInfer<Place>, NoInfer<Line>> };
  /** Changes that it offers, by their ids. */
  readonly changes?: { readonly [id: string]: ChangeSpec };
  /** Named what-ifs: for each, the ids of its changes in order. */
  readonly variants?: { readonly [id: string]: readonly string[] };
  /** The measures to show first, each as `p90 dwell at Aktau`. */
  readonly headline?: readonly string[];
  /** For each path of a number: an id of the facts or assumptions, or `assumed: reason`. */
  readonly sources?: { readonly [path: string]: string };
  /** For paths of numbers: the least and the highest value that is plausible, as text with a unit. */
  readonly ranges?: { readonly [path: string]: readonly [unknown, unknown] };
}
