// A corridor with other values at some of its paths, typed and unchecked.
import type { CorridorData } from '../../src/model/corridor/corridor';
import { setPath } from '../../src/model/corridor/tree/path';
import { readPath } from '../../src/problem';
import { small } from './small';

/** Values in base units by their paths. */
export type Mutation = { readonly [path: string]: unknown };

/** The corridor with these values in it, whether they may stand there or not. */
export const mutated = (set: Mutation, data: CorridorData = small): CorridorData =>
  Object.entries(set).reduce<unknown>(
    (now, [path, value]) => setPath(now, readPath(path), value),
    data,
  ) as CorridorData;
