// How to go on after a run: commands, made for this scenario, that work as pasted and are worth their time.
import type { CorridorData } from '../model/corridor';
import { type SettablePath, settablePaths } from '../model/schema';
import { readPath, writePath } from '../problem';
import type { MeasureResult, RunResult } from '../study/result';
import { type Shortage, shortageOf, shortRow, slowestToFill, tightRows } from '../study/shortage';
import { busiest, oneMore, pathOf } from './busiest';
import { WIDTH, wrap } from './columns';
import { writeNumber, writeSeconds } from './numbers';
import { command } from './shellWords';

export interface GoOn {
  /** The scenario as it was named: an id, or a file. */
  readonly scenario: string;
  /** What was laid over it, as it was typed, so that it is laid over it again. */
  readonly given: readonly string[];
  /** Whether published figures stand beside it. */
  readonly isValidated: boolean;
}

type Answered = Pick<RunResult, 'measures' | 'ledger' | 'preview' | 'endedEarly'>;

/** Below this much room a resource is named when everything stands still. */
export const LITTLE = 1.5;

/** What a command is for, and the value that it sets, where it sets one. */
interface Step {
  readonly what: string;
  readonly setting?: string;
}

const nameOf = ({ place, line, resource }: MeasureResult['of']): string =>
  [resource, place === undefined ? (line === undefined ? '' : `on ${line}`) : `at ${place}`]
    .filter((word) => word !== '')
    .join(' ');

/** How much to have of what is short: so much that it can do a fifth more than is asked; else a tenth more, at least one. */
function enough(path: SettablePath, { row }: Shortage): string {
  if (path.unit.endsWith('TEU')) return oneMore(path, 1.5);
  return oneMore(path, row === undefined ? 1.1 : Math.max(1.1, (1.2 * row.demand) / row.capacity));
}

/** More of what is short, and of what would help as well. */
function stepsFor(short: Shortage, paths: readonly SettablePath[]): Step[] {
  const { wait, row } = short;
  const why =
    wait !== undefined
      ? `${wait.cause} at ${wait.where}, ${writeSeconds(wait.seconds)} a box`
      : `capacity is ${writeNumber((row?.capacity ?? 0) / (row?.demand ?? 1), 1)}× what is asked`;
  return [short.of, short.orOf].flatMap((of, i) => {
    const path = of === undefined ? undefined : pathOf(of, paths);
    if (of === undefined || path === undefined) return [];
    const what = i === 0 ? `more of what is short, ${nameOf(of)} (${why})` : `or, as well, more ${nameOf(of)}`;
    return [{ what, setting: `${path.path}=${enough(path, short)}` }];
  });
}

/** Where nothing is short: let the loads go sooner that boxes wait for longest. */
function stepsToFill(data: CorridorData, result: Pick<RunResult, 'ledger'>): Step[] {
  const nothing = 'nothing is short';
  const filling = slowestToFill(data, result);
  if (filling === undefined) return [{ what: nothing }];
  const { service, seconds, isMost } = filling;
  const key = data.services[service].sails === undefined ? 'leaves' : 'sails';
  const today = data.services[service][key]?.longestWait ?? Number.POSITIVE_INFINITY;
  // A limit at the mean wait: half of the boxes would wait longer, so that it binds.
  const hours = Math.max(1, Math.min(Math.round(seconds / 3600), Math.floor(today / 7200)));
  const words = isMost
    ? `${nothing}; most of the waiting is for loads to fill`
    : `${nothing}; the longest wait for a load to fill is ${writeSeconds(seconds)} a box`;
  if (hours * 3600 >= today) return [{ what: words }];
  const setting = `${writePath(['services', service, key, 'longestWait'])}=${hours} h`;
  return [{ what: `${words}. Let ${service} go sooner`, setting }];
}

/** A place to look at: where the shortage is felt, or most boxes stand still, else where the busiest resource is. */
function placeToShow(data: CorridorData, { measures, endedEarly = '' }: Answered, short: Shortage | undefined) {
  const felt = [short?.of.place, short?.wait?.where].find((place) => place !== undefined && place in data.places);
  const still = Object.keys(data.places)
    .filter((place) => endedEarly.includes(` at ${place}`))
    .sort((a, b) => endedEarly.indexOf(` at ${a}`) - endedEarly.indexOf(` at ${b}`))[0];
  return felt ?? still ?? busiest(measures, measures.length).find(({ of }) => of.place !== undefined)?.of.place;
}

const pathIn = (setting: string): string => {
  const [, path] = /^((?:"(?:[^"\\]|\\.)*"|[^="])+)=/.exec(setting) ?? [];
  return path === undefined ? setting : writePath(readPath(path.trim()));
};

/** What was given without the value of one path: a path is set once. */
function without(given: readonly string[], setting: string): string[] {
  const isSame = (i: number) => given[i] === '--set' && pathIn(given[i + 1] ?? '') === pathIn(setting);
  return given.filter((_, i) => !isSame(i) && !(i > 0 && isSame(i - 1)));
}

/** What each command is for, and the command. */
export function goOn(result: Answered, data: CorridorData, { scenario, given, isValidated }: GoOn): string[] {
  const short = shortageOf(data, result);
  const place = placeToShow(data, result, short);
  const paths = settablePaths(data);
  const steps =
    result.endedEarly !== undefined
      ? tightRows(result.preview, LITTLE)
          .slice(0, 3)
          .flatMap((row) => stepsFor(shortRow(data, row), paths))
      : short === undefined
        ? stepsToFill(data, result)
        : stepsFor(short, paths);
  const rows: (readonly [string, string?])[] = [
    [
      `what can be set${place === undefined ? '' : ` at ${place}`}`,
      command('show', scenario, ...(place === undefined ? [] : [place]), ...given),
    ],
    ...steps.map(({ what, setting }): [string, string?] =>
      setting === undefined ? [what] : [what, command('run', scenario, ...without(given, setting), '--set', setting)],
    ),
    isValidated
      ? ['beside published figures', command('validate', scenario)]
      : ['what the formula says', command('preview', scenario, ...given)],
  ];
  // On lines of their own, so that a long command stays whole.
  return rows.flatMap(([what, text]) =>
    text === undefined ? wrap(`${what}.`, WIDTH, '  ') : [...wrap(`${what}:`, WIDTH, '  '), `    ${text}`],
  );
}
