// The shipped corridors, with the question and the limitations of each.
import type { Corridor } from '../model/change/define';
import { nearest, ProblemError } from '../problem';
import { aktauHub } from './aktauHub';
import { lianyungang } from './lianyungang';
import { middleCorridor2024 } from './middleCorridor2024';
import { railBorder } from './railBorder';
import { roadBorder } from './roadBorder';
import { xianTerminal } from './xianTerminal';

export interface Scenario {
  readonly id: string;
  readonly corridor: Corridor;
  readonly question: string;
  /** What is left out, but would affect the answer. */
  readonly knowsNot: string;
}

/** Order: as listed to users. */
export const scenarios: readonly Scenario[] = [
  {
    id: 'middle-corridor-2024',
    corridor: middleCorridor2024,
    question: 'How long does a box travel from Xi’an to Poti by the Middle Corridor of 2024, and where does it wait?',
    knowsNot:
      'Locomotives and crews as such (their stops are in the running time); controls and tracks that others’ trains take at the borders; holidays; prices; the way on from Poti; where boxes end (assumed: half at Absheron).',
  },
  {
    id: 'xian-terminal',
    corridor: xianTerminal,
    question: 'How far does Kazakhstan’s terminal at Xi’an grow past 24,000 TEU, and what stops it?',
    knowsNot: 'The terminal’s own tracks and cranes (assumed); how its trains are ordered; locomotives; who pays.',
  },
  {
    id: 'rail-border',
    corridor: railBorder,
    question:
      'Where do trains queue at Dostyk and Altynkol, what is an hour there worth, and what would a third crossing do?',
    knowsNot:
      'How many teams either side has; what China takes over on a bad day; locomotives and crews as such; freight at the gauge change.',
  },
  {
    id: 'road-border',
    corridor: roadBorder,
    question:
      'With 60 % more road cargo, what do faster customs, e-queue slots and new checkpoints take off the queue to China?',
    knowsNot:
      'Where trucks come from and how many would come (assumed, and swept); permits; drivers’ hours; cars and buses in the same lanes; the capacity of checkpoints that are not built.',
  },
  {
    id: 'aktau-hub',
    corridor: aktauHub,
    question: 'Does the container hub at Aktau carry 300,000 TEU a year, at what dwell, and what breaks first?',
    knowsNot:
      'What stands in which phase of the hub, and the size of the new ships (assumed); the gauge change and China’s railways; who pays.',
  },
  {
    id: 'lianyungang',
    corridor: lianyungang,
    question:
      'What does the Pacific end ask of the railway: vessel batches of 600 against trains of 41–55, yard peaks, back-haul?',
    knowsNot:
      'Where ships come from, how large their batches are and how many boxes come by sea (assumed); others’ trains at both borders and on the way; boxes for Aktau, of which there are none here; who pays.',
  },
];

/** A shipped scenario by id. Throws a ProblemError with the nearest ids if there is none. */
export function findScenario(id: string): Scenario {
  const found = scenarios.find((one) => one.id === id);
  if (found !== undefined) return found;
  const ids = scenarios.map((one) => one.id);
  const near = nearest(id, ids);
  const ask = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there is ${ids.join(', ')}.`;
  const say = `There is no scenario "${id}"; ${ask}`;
  throw new ProblemError([{ path: '', got: id, allowed: ids.join(', '), say }]);
}
