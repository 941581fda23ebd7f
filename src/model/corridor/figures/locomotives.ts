// Which locomotives haul on which line, read off the data.
import type { CorridorData } from '../corridor';
import type { LocomotiveSpec } from '../data/locomotiveSpec';

export const linesHauled = ({ on }: LocomotiveSpec): readonly string[] => (typeof on === 'string' ? [on] : on);

/** The class of locomotives of a line; undefined where trains bring their own. */
export const locomotivesOn = (data: CorridorData, line: string): string | undefined =>
  Object.keys(data.locomotives ?? {})
    .sort()
    .find((id) => linesHauled(data.locomotives?.[id] as LocomotiveSpec).includes(line));
