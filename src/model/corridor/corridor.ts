// The types of a corridor, as plain readonly data: places joined by lines, services and their fleets, flows of boxes.
import type { Duration, Mass, Share, Teu, TeuPerYear, Trucks } from '../../units';
import type { CalendarSpec, Weekday } from './data/calendarSpec';
import type { FleetSpec } from './data/fleetSpec';
import type { LineSpec } from './data/lineSpec';
import type { LocomotiveSpec } from './data/locomotiveSpec';
import type { PlaceSpec } from './data/placeSpec';
import type { TrafficSpec } from './data/trafficSpec';
import type { WeatherSpec } from './data/weatherSpec';

export type { LineSpec, SingleTrack, Stops } from './data/lineSpec';
export { type Month, type MonthlyShares, months, type WeatherSpec } from './data/weatherSpec';

/** Container size-types of ISO 6346 in the model, with their length in TEU. Source: ISO 6346:2022, Annex D. */
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

/** Weekly departures in local time: by weekday, or `daily`; a day that is not given has none. */
export interface Timetable {
  readonly timeZone: string;
  readonly times: { readonly [D in Weekday | 'daily']?: string };
}

/**
 * When a train departs or a ship sails: with a full load (`full`: as soon as nothing more fits; otherwise when the next box
 * needs another unit), or after the longest wait of its oldest box, with `least` or more. A unit called empty to the
 * other end takes waiting boxes along if they are `least` or more. With a timetable or `every`, units depart only then, and
 * a departure with less than `least` waiting is skipped. Ships then keep to their rotation: none is called away early, and
 * a ship at the end sails empty if nothing waits (with `least`: only if the other end has boxes for it).
 */
export interface LeavesWhen {
  /** true: departs as soon as nothing more fits; false: only when the next box needs another unit. */
  readonly full: boolean;
  /** The longest wait of its oldest box before it departs partly loaded. Default: until it is full. */
  readonly longestWait?: Duration;
  /**
   * Ships: how long one is in port at most. It counts from when the ship came alongside with boxes, or from when it has stood
   * ready where it came empty; then it takes what waits (nothing, where that is less than `least`) and sails, empty if need
   * be. Between its two turns at a berth it lies at anchor. Where ships sail by the clock it does nothing.
   */
  readonly longestStay?: Duration;
  /** Minimum load to depart, except when sent empty to the other end. Default: any box. */
  readonly least?: Teu;
  /** Headway: units depart from both ends at this interval, counted from clock zero. */
  readonly every?: Duration;
  /** By place of departure. */
  readonly timetable?: { readonly [place: string]: Timetable };
}

/** A service runs the units of one fleet to and fro over a chain of lines, loading at its two ends, or at the calls on its way. */
export interface ServiceSpec<Line extends string = string, Fleet extends string = string> {
  /** Its lines from one end to the other, in order; a single line as plain text. */
  readonly on: Line | readonly Line[];
  /**
   * The places at which it calls, in order, the first where its lines begin. At each it sets down what ends or changes there,
   * and takes what waits within its room, first come first; what finds no room waits for the next. It then goes on: with
   * `full` false at once, with `full` once nothing more fits or after its `longestStay`; from the first call once in `every`,
   * and from places with a timetable by that. Lines that come back to the first call make a rotation; over others it goes to
   * and fro. Without calls it loads at its two ends only.
   */
  readonly calls?: readonly string[];
  /** The fleet whose units run on it. Several services of trains may share one, where they end at common places. */
  readonly fleet: Fleet;
  /** Trains. */
  readonly leaves?: LeavesWhen;
  /** Ships. */
  readonly sails?: LeavesWhen;
  /** Ships: the kind of berth they need, one of the port's own keys. Default `container`. */
  readonly berth?: string;
  /** Trains: priority for paths, 0 before 1, 2 and 3. Default 1. */
  readonly priority?: 0 | 1 | 2 | 3;
  /**
   * Block trains: at a gauge change the load of each goes on as soon as platforms are there and all of it is over, without
   * waiting for boxes of other trains. Without it boxes gather into full trains, three into two.
   */
  readonly staysTogether?: boolean;
}

/** One of several routes of a flow: the places, in order, at each of which a service or a road ends. */
export interface RouteSpec<Place extends string = string> {
  readonly via: Place | readonly Place[];
  /** Share of boxes, or trucks, if routes are chosen by share. */
  readonly share?: Share;
}

/** Shares by size-type of ISO 6346; sizes that are left out have share 0. */
export type SizeShares = { readonly [S in Size]?: Share };

/** Boxes, or trucks, from one place to another, with random single arrivals. */
export interface FlowSpec<Place extends string = string> {
  /** The place where its boxes, or trucks, enter the corridor. */
  readonly from: Place;
  /** The place where they leave it. */
  readonly to: Place;
  /** Expected TEU in each calendar year, whatever its length. Trucks use `trucks` instead. */
  readonly demand?: TeuPerYear;
  /** Shares of boxes (not of TEU) by ISO 6346 size-type; they add up to 100 %. */
  readonly boxes?: SizeShares;
  /** Trucks a day, by road; instead of demand and boxes. Each is a box of 0 TEU. */
  readonly trucks?: Trucks;
  /** Share of boxes that travel empty. Default 0. */
  readonly empty?: Share;
  /** Batch size: boxes arrive in lots of this many TEU, such as a train load. Default: one by one. */
  readonly lot?: Teu;
  /** The commodity: customs channels may depend on it. */
  readonly commodity?: string;
  /** Weight of a laden TEU with its box, or of a truck's load. */
  readonly tonnes?: Mass;
  /** The routes of its boxes, under user-defined keys. Default: the quickest. */
  readonly routes?: { readonly [id: string]: RouteSpec<Place> };
  /**
   * How a route is chosen, per lot: by `share`, or by the `shorter expected wait` at borders plus running time.
   * In both cases a closed route is avoided if another is open. Default share.
   */
  readonly choose?: 'share' | 'shorter expected wait';
}

/**
 * Initial state at clock zero: boxes of a flow in a yard on their route; loaded trains or ships of a service before a place
 * or running on a line, with boxes of the flow; trucks of a flow before a road border.
 */
export interface InitialSpec<Place extends string = string, Line extends string = string> {
  readonly flow: string;
  /** The id of one of the flow's routes. Default: the first. */
  readonly route?: string;
  readonly at?: Place;
  readonly on?: Line;
  /** Boxes: the amount in the yard at `at`. */
  readonly teu?: Teu;
  /** Number of full trains or ships that wait before `at`, or run on `on`. */
  readonly trains?: number;
  readonly trucks?: number;
}

/** Values by path: text with units, numbers, or null to remove an entry. */
export type Settings = { readonly [path: string]: unknown };

/** A change: paths and their new values, from a given day or from the start. Cost in MUSD. */
export interface ChangeSpec {
  /** Paths and their new values: text with units, numbers, or null to remove an entry. */
  readonly set: Settings;
  /** The day of the run from which it applies, yyyy-mm-dd. Default: the start. */
  readonly from?: string;
  /** Its cost [MUSD]. No effect on a run. */
  readonly cost?: number;
}

/** The whole corridor as data. In TypeScript, names of places, lines and fleets are checked wherever they are used. */
export interface CorridorData<
  Place extends string = string,
  Line extends string = string,
  Fleet extends string = string,
> {
  /** The version of the file format. */
  readonly keruen: 'scenario@1';
  /** A short name, used by commands, files and results. */
  readonly id: string;
  /** A descriptive title. */
  readonly title: string;
  /** The first day of the window, yyyy-mm-dd, at midnight in `timeZone`. */
  readonly start: string;
  /** The IANA time zone in which days begin. */
  readonly timeZone: string;
  /** Whole days simulated before the window opens. */
  readonly warmUp: Duration;
  /** Terminals, ports, borders, junctions and hinterlands, by name. */
  readonly places: { readonly [P in Place]: PlaceSpec };
  /** Connections of two places: rail sections, sea lanes and roads, by name. */
  readonly lines: { readonly [L in Line]: LineSpec<NoInfer<Place>> };
  /** Trains and ships that run over lines in both directions, by name. */
  readonly services: { readonly [id: string]: ServiceSpec<NoInfer<Line>, NoInfer<Fleet>> };
  /** Ships, or sets of platforms, by their names; trains of several services may share one. */
  readonly fleets: { readonly [F in Fleet]: FleetSpec };
  /** Demand from origin to destination, by name. */
  readonly flows: { readonly [id: string]: FlowSpec<NoInfer<Place>> };
  /** Locomotives of lines on which trains do not bring their own, by their classes. */
  readonly locomotives?: { readonly [id: string]: LocomotiveSpec<NoInfer<Line>> };
  /** Who else uses lines and berths, and carries no box of a flow. */
  readonly traffic?: { readonly [id: string]: TrafficSpec<NoInfer<Place>, NoInfer<Line>> };
  /** Storms and slow months of seas, by name. */
  readonly weather?: { readonly [id: string]: WeatherSpec };
  /** Opening hours, shifts and engineering works on lines, by name. */
  readonly calendars?: { readonly [id: string]: CalendarSpec };
  /** Initial state at clock zero, under user-defined keys. Default: the corridor begins empty. */
  readonly initial?: { readonly [id: string]: InitialSpec<NoInfer<Place>, NoInfer<Line>> };
  /** The changes that it offers, by id. */
  readonly changes?: { readonly [id: string]: ChangeSpec };
  /** Named what-ifs: for each, the ids of its changes in order. */
  readonly variants?: { readonly [id: string]: readonly string[] };
  /** The measures to show first, each as `p90 dwell at Aktau`. */
  readonly headline?: readonly string[];
  /** For each path of a number: the id of a fact or assumption, or `assumed: reason`. */
  readonly sources?: { readonly [path: string]: string };
  /** For paths of numbers: the lowest and the highest plausible value, as text with a unit. */
  readonly ranges?: { readonly [path: string]: readonly [unknown, unknown] };
}
