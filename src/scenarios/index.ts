// The corridors that come with keruen: the question each answers, and what it does not know.
import type { Corridor } from '../model/define';
import { nearest, ProblemError } from '../problem';
import { middleCorridor2024 } from './middleCorridor2024';

export interface Scenario {
  readonly id: string;
  readonly corridor: Corridor;
  readonly question: string;
  /** What is left out, and would move the answer. */
  readonly knowsNot: string;
}

/** Order: as they are listed to people. */
export const scenarios: readonly Scenario[] = [
  {
    id: 'middle-corridor-2024',
    corridor: middleCorridor2024,
    question: 'How long does a box travel from Xi’an to Poti by the Middle Corridor of 2024, and where does it wait?',
    knowsNot:
      'Other users of tracks, paths, berths and cranes; locomotives and crews; holidays; prices; the way on from Poti.',
  },
];

/** A shipped scenario by id. Throws a ProblemError with the nearest ids where there is none. */
export function findScenario(id: string): Scenario {
  const found = scenarios.find((one) => one.id === id);
  if (found !== undefined) return found;
  const ids = scenarios.map((one) => one.id);
  const near = nearest(id, ids);
  const ask = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there is ${ids.join(', ')}.`;
  const say = `There is no scenario "${id}"; ${ask}`;
  throw new ProblemError([{ path: '', got: id, allowed: ids.join(', '), say }]);
}
