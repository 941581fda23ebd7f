// The form of a change in TypeScript: nested and type-checked, or paths with text as in files.

import type { PlainNumber } from '../../units';
import type { CorridorData, FlowSpec, InitialSpec, LineSpec, ServiceSpec, WeatherSpec } from '../corridor/corridor';
import type { CalendarSpec } from '../corridor/data/calendarSpec';
import type { FleetSpec } from '../corridor/data/fleetSpec';
import type { PlaceSpec } from '../corridor/data/placeSpec';

/** The allowed values of one entry: a value with its unit, some entries of a map, or null to remove it. */
type Settable<T> = T extends string | number | boolean | readonly unknown[] | { readonly law: string }
  ? T | null
  : { readonly [K in keyof T]?: Settable<T[K]> | null };

/** The nested form, checked by the compiler: `{ places: { Altynkol: { gaugeChange: { cranes: 3 } } } }`. */
export interface NestedSettings<Place extends string = string> {
  readonly places?: { readonly [P in Place]?: Settable<PlaceSpec> | null };
  readonly lines?: { readonly [id: string]: Settable<LineSpec<Place>> | null };
  readonly services?: { readonly [id: string]: Settable<ServiceSpec> | null };
  readonly fleets?: { readonly [id: string]: Settable<FleetSpec> | null };
  readonly flows?: { readonly [id: string]: Settable<FlowSpec<Place>> | null };
  readonly weather?: { readonly [id: string]: Settable<WeatherSpec> | null };
  readonly calendars?: { readonly [id: string]: Settable<CalendarSpec> | null };
  readonly initial?: { readonly [id: string]: Settable<InitialSpec<Place>> | null };
  readonly start?: string;
  readonly timeZone?: string;
  readonly warmUp?: CorridorData['warmUp'];
}

/** The form of files: `{ 'places.Aktau.shunting': '30 min' }`. Numbers with a unit are text; `hours(8)` does not compile. */
export interface PathSettings {
  readonly [path: `${string}.${string}`]: FileValue;
}
type FileValue = string | PlainNumber | boolean | null | readonly FileValue[] | { readonly [key: string]: FileValue };

/** Paths and their new values, from a given day or from the start. Cost in MUSD. */
export interface Change<Place extends string = string> {
  /** The name of the change in results. Default: its settings. */
  readonly id?: string;
  /** What is set: nested entries, or paths such as `'places.Aktau.tracks'` with text; null removes an entry. */
  readonly set: NestedSettings<Place> & PathSettings;
  /** The day of the run from which it applies, yyyy-mm-dd. Default: the start. */
  readonly from?: string;
  /** Its cost [MUSD]. No effect on a run. */
  readonly cost?: number;
}
