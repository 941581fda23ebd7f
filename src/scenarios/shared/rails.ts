// What trains meet on every railway of the scenarios: stops of a haulage district, and the customs of a whole train.
import { hours, km } from '../../units';

/** N22: crews change and wagons are looked over once in a haulage district. */
export const haulageStops = { every: km(350), takes: hours(1) } as const;

/** C023: up to three hours of one train before automation. */
export const transitCustoms = { law: 'triangular', least: hours(0.5), mode: hours(1.75), most: hours(3) } as const;
