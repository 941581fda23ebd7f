// Common data of the railways of the scenarios: stops of a haulage district, and the customs of a whole train.
import { hours, km, percent } from '../../units';

/** N22: crew change and wagon inspection once in a haulage district. */
export const haulageStops = { every: km(350), takes: hours(1) } as const;

/** C023: up to three hours a train before automation. */
export const transitCustoms = { law: 'triangular', least: hours(0.5), mode: hours(1.75), most: hours(3) } as const;

/** Half of the variance of running times (N18) is the train's own on its whole trip, a fifth is common to a week. */
export const trainPace = { unit: percent(50), week: percent(20) } as const;

export const paceSource =
  'assumed: half of the variance of N18 is the train’s own on its whole trip, a fifth is common to all trains of a week; no figure is public';
