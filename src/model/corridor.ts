// A corridor is plain readonly data: places joined by lines, services and fleets that run on them, flows of boxes.
import type { Duration, Length, Paths, Share, Speed, Teu, TeuPerYear } from '../units';
import type { PlaceSpec } from './places/registry';

/** How long something takes: a fixed time, or a law. All times in seconds; text such as `6 h` in files. */
export type Takes =
  | Duration
  | { readonly law: 'exponential'; readonly mean: Duration }
  | { readonly law: 'triangular'; readonly least: Duration; readonly mode: Duration; readonly most: Duration }
  | { readonly law: 'lognormal'; readonly mean: Duration; readonly sd: Duration }
  | { readonly law: 'empirical'; readonly observed: readonly Duration[] };

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

/** A line joins two places: a rail section (paths a day and direction, speed of a train with its stops) or a sea lane. */
export interface LineSpec<Place extends string = string> {
  readonly between: readonly [Place, Place];
  readonly mode: 'rail' | 'sea';
  readonly length: Length;
  /** Mean speed over the line; a fleet's own speed counts where it is lower or where this is not given. */
  readonly speed?: Speed;
  /** Coefficient of variation of the time on this line. */
  readonly variation?: Share;
  /** Rail only: track gauge in mm. */
  readonly gauge?: 1435 | 1520;
  /** Rail only: paths a day and direction left for these trains; without it, a path is always free. */
  readonly paths?: Paths;
}

/**
 * When a train leaves or a ship sails: with a full load (`full`: as soon as nothing more fits; otherwise only when the next box
 * needs another unit), or once its oldest box has waited longest, then with `least` or more.
 */
export interface LeavesWhen {
  readonly full: boolean;
  readonly longestWait?: Duration;
  readonly least?: Teu;
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
}

/** Ships, or sets of platforms: `count` units that carry so many TEU each and go round. They begin shared between the two ends. */
export interface FleetSpec {
  readonly count: number;
  readonly carries: Teu;
  /** Share of `carries` that may be used, as by low water. Default 1. */
  readonly load?: Share;
  readonly speed?: Speed;
  /** A unit leaves the first end of its service (the lesser id) at most once in this time: repairs, bunkers, other trades. */
  readonly shortestRound?: Duration;
}

/** Boxes from one place to another, arriving one by one at random. */
export interface FlowSpec<Place extends string = string> {
  readonly from: Place;
  readonly to: Place;
  /** TEU in each calendar year, whatever its length: an expectation. */
  readonly demand: TeuPerYear;
  /** Shares of boxes (not of TEU) by ISO 6346 size-type; they add up to 100 %. */
  readonly boxes: { readonly [S in Size]?: Share };
  /** Share of boxes that travel empty. Default 0. */
  readonly empty?: Share;
}

export const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
export type Month = (typeof months)[number];

/** Alternating open and closed spells of one sea; every port that names it shares one storm calendar. */
export interface WeatherSpec {
  readonly closedShare: { readonly [M in Month]: Share };
  readonly meanSpell: Duration;
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
  readonly weather?: { readonly [id: string]: WeatherSpec };
  readonly calendars?: { readonly [id: string]: never };
  readonly initial?: { readonly [id: string]: never };
  readonly changes?: { readonly [id: string]: ChangeSpec };
  readonly variants?: { readonly [id: string]: readonly string[] };
  readonly headline?: readonly string[];
  /** For each path of a number: an id of the facts or assumptions, or `assumed: reason`. */
  readonly sources?: { readonly [path: string]: string };
  readonly ranges?: { readonly [path: string]: readonly [unknown, unknown] };
}
