// Suggested commands after a run, for this scenario, ready to paste.
import type { CorridorData } from '../../model/corridor/corridor';
import { type SettablePath, settablePaths } from '../../model/schema/schema';
import { readPath, writePath } from '../../problem';
import {
  type Answered,
  type Bottleneck,
  bottleneckOf,
  bottleneckOfRow,
  overloaded,
  slowestToFill,
  tightRows,
} from '../../study/bottleneck/bottleneck';
import type { RunResult } from '../../study/results/result';
import { slackOf, writeTimes } from '../preview';
import { WIDTH, wrap } from '../words/columns';
import { writeSeconds } from '../words/numbers';
import { command } from '../words/shellWords';
import { busiest, nameOf, oneMore, pathOf } from './busiest';

export interface NextStepsContext {
  /** The scenario as named by the user: an id, or a file. */
  readonly scenario: string;
  /** The options given by the user, as typed, to repeat them. */
  readonly given: readonly string[];
  /** Whether the scenario has published figures. */
  readonly isValidated: boolean;
}

/** Below this slack a resource is named in a deadlock. */
export const LOW_SLACK = 1.5;

/** The purpose of a command, and its settings, if any. */
interface Step {
  readonly what: string;
  readonly settings?: readonly string[];
}

/**
 * The suggested amount: 10 % above demand if capacity is short; 20 % above demand if it is tight; 10 % more than today,
 * and at least one, if boxes wait for it.
 */
function enough(data: CorridorData, path: SettablePath, { row }: Bottleneck): string {
  const others = besideOf(data, path.path);
  if (row !== undefined && slackOf(row) < 1) return oneMore(path, 1.1 / slackOf(row), others);
  if (path.unit.endsWith('TEU')) return oneMore(path, 1.5);
  return oneMore(path, row === undefined ? 1.1 : Math.max(1.1, 1.2 / slackOf(row)), others);
}

/** Named ships of a fleet beside the plain ones, converted to plain ones by capacity. */
function besideOf(data: CorridorData, path: string): number {
  const [map, id, key] = readPath(path);
  const fleet = map === 'fleets' && key === 'count' ? data.fleets[id] : undefined;
  const named = Object.values(fleet?.ships ?? {});
  return named.reduce((sum, { count = 1, carries }) => {
    const plain = fleet?.carries ?? 1;
    return sum + (count * (carries ?? plain)) / plain;
  }, 0);
}

/** More of what is short, and of what would also help. */
function stepsFor(data: CorridorData, short: Bottleneck, paths: readonly SettablePath[]): Step[] {
  const { wait, row } = short;
  const felt = wait === undefined ? [] : [`${wait.cause} at ${wait.where}, ${writeSeconds(wait.seconds)} a box`];
  const slack = row === undefined ? [] : [`capacity is ${writeTimes(slackOf(row))} what is asked`];
  const [why] = [...felt, ...slack];
  return [short.of, short.orOf].flatMap((of, i) => {
    const path = of === undefined ? undefined : pathOf(of, paths);
    if (of === undefined || path === undefined) return [];
    const what = i === 0 ? `more of what is short, ${nameOf(of)} (${why})` : `or, as well, more ${nameOf(of)}`;
    return [{ what, settings: [`${path.path}=${enough(data, path, short)}`] }];
  });
}

/** More of all short resources together: with only one, the next would be the bottleneck. */
function stepsForAll(data: CorridorData, all: readonly Bottleneck[], paths: readonly SettablePath[]): Step[] {
  if (all.length === 1) return stepsFor(data, all[0], paths);
  const settings = all.flatMap((short) => {
    const path = pathOf(short.of, paths);
    return path === undefined ? [] : [`${path.path}=${enough(data, path, short)}`];
  });
  if (settings.length === 0) return [];
  const what = 'more of all that is short, so that each can do about 1.1× what is asked';
  return [{ what, settings }];
}

/** If a full yard is part of a ring, or has no room: doubles it, so that boxes on their way find a slot. */
function stepsForRings(endedEarly: string, paths: readonly SettablePath[]): Step[] {
  const places = [...endedEarly.matchAll(/(?:a ring|no room) at ([^:]+): the yard is full/g)].map(([, place]) => place);
  return places.slice(0, 2).flatMap((place) => {
    const path = paths.find((one) => one.path === writePath(['places', place, 'yard', 'capacity']));
    if (path === undefined) return [];
    return [{ what: `twice the yard at ${place}`, settings: [`${path.path}=${oneMore(path, 2)}`] }];
  });
}

/** If nothing is short: lets the loads with the longest waits depart sooner. */
function stepsToFill(data: CorridorData, result: Pick<RunResult, 'ledger'>): Step[] {
  const nothing = 'nothing is short';
  const filling = slowestToFill(data, result);
  if (filling === undefined) return [{ what: nothing }];
  const { service, seconds, isMost } = filling;
  const key = data.services[service].sails === undefined ? 'leaves' : 'sails';
  const leaves = data.services[service][key];
  // With timetabled departures, a limit to the wait has no effect.
  if (leaves?.every !== undefined || leaves?.timetable !== undefined)
    return [{ what: `${nothing}; most of the waiting is for the departures of ${service}` }];
  const today = leaves?.longestWait ?? Number.POSITIVE_INFINITY;
  // At most the mean wait, so that the limit binds for about half of the boxes.
  const hours = Math.max(1, Math.min(Math.round(seconds / 3600), Math.floor(today / 7200)));
  const words = isMost
    ? `${nothing}; most of the waiting is for loads to fill`
    : `${nothing}; the longest wait for a load to fill is ${writeSeconds(seconds)} a box`;
  if (hours * 3600 >= today) return [{ what: words }];
  const setting = `${writePath(['services', service, key, 'longestWait'])}=${hours} h`;
  return [{ what: `${words}. Let ${service} go sooner`, settings: [setting] }];
}

/**
 * The place, line or fleet to inspect: the first with too little capacity, else where the shortage is felt, else where most
 * boxes wait, else the busiest.
 */
function entryToShow(
  data: CorridorData,
  { measures, preview, endedEarly = '' }: Answered,
  short: Bottleneck | undefined,
) {
  const [bottleneck] = overloaded(data, preview);
  if (bottleneck !== undefined) return bottleneck.of.place ?? bottleneck.of.line ?? bottleneck.of.resource;
  const felt = [short?.of.place, short?.of.line, short?.wait?.where].find(
    (name) => name !== undefined && (name in data.places || name in data.lines),
  );
  const still = Object.keys(data.places)
    .filter((place) => endedEarly.includes(` at ${place}`))
    .sort((a, b) => endedEarly.indexOf(` at ${a}`) - endedEarly.indexOf(` at ${b}`))[0];
  return felt ?? still ?? busiest(measures, measures.length).find(({ of }) => of.place !== undefined)?.of.place;
}

const pathIn = (setting: string): string => {
  const [, path] = /^((?:"(?:[^"\\]|\\.)*"|[^="])+)=/.exec(setting) ?? [];
  return path === undefined ? setting : writePath(readPath(path.trim()));
};

/** The given options without settings of some paths, as a path may be set only once. */
function without(given: readonly string[], settings: readonly string[]): string[] {
  const paths = settings.map(pathIn);
  const isSame = (i: number) => given[i] === '--set' && paths.includes(pathIn(given[i + 1] ?? ''));
  return given.filter((_, i) => !isSame(i) && !(i > 0 && isSame(i - 1)));
}

/** The purpose of each command, and the command. */
export function nextSteps(
  result: Answered,
  data: CorridorData,
  { scenario, given, isValidated }: NextStepsContext,
): string[] {
  const short = bottleneckOf(data, result);
  const entry = entryToShow(data, result, short);
  const paths = settablePaths(data);
  const overloads = overloaded(data, result.preview);
  const little = tightRows(result.preview, LOW_SLACK).filter((row) => slackOf(row) >= 1);
  const steps =
    result.endedEarly !== undefined
      ? [
          ...stepsForRings(result.endedEarly, paths),
          ...stepsForAll(data, overloads, paths),
          ...little
            .slice(0, Math.max(0, 3 - overloads.length))
            .flatMap((row) => stepsFor(data, bottleneckOfRow(data, row), paths)),
        ]
      : overloads.length > 0
        ? stepsForAll(data, overloads, paths)
        : short === undefined
          ? stepsToFill(data, result)
          : stepsFor(data, short, paths);
  const rows: (readonly [string, string?])[] = [
    [
      `what can be set${entry === undefined ? '' : ` ${entry in data.places ? 'at' : 'of'} ${entry}`}`,
      command('show', scenario, ...(entry === undefined ? [] : [entry]), ...given),
    ],
    ...steps.map(({ what, settings }): [string, string?] => {
      if (settings === undefined) return [what];
      const sets = settings.flatMap((setting) => ['--set', setting]);
      return [what, command('run', scenario, ...without(given, settings), ...sets)];
    }),
    isValidated
      ? ['beside published figures', command('validate', scenario)]
      : ['what the formula says', command('preview', scenario, ...given)],
  ];
  // On separate lines, so that a long command is not broken.
  return rows.flatMap(([what, text]) =>
    text === undefined ? wrap(`${what}.`, WIDTH, '  ') : [...wrap(`${what}:`, WIDTH, '  '), `    ${text}`],
  );
}
