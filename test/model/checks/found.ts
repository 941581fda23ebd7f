// What the check finds in the small corridor once some of its paths are set to other values.
import { check } from '../../../src/model/checks/check';
import { writePath } from '../../../src/problem';
import { type Mutation, mutated } from '../mutated';

/** A line a problem: path | what came | what is allowed | the sentence. */
export const found = (set: Mutation): string[] =>
  check(mutated(set)).map(({ path, got, allowed, say }) => `${writePath(path)} | ${got} | ${allowed} | ${say}`);
