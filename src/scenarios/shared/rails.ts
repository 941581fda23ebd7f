// Common data of the railways of the scenarios: stops of a haulage district, and the customs of a whole train.
import { hours, km } from '../../units';

/** N22: crew change and wagon inspection once in a haulage district. */
export const haulageStops = { every: km(350), takes: hours(1) } as const;

/** C023: up to three hours a train before automation. */
export const transitCustoms = { law: 'triangular', least: hours(0.5), mode: hours(1.75), most: hours(3) } as const;
