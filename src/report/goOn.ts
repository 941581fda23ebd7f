// How to go on after a run: three commands, made for this scenario, that work as pasted.
import type { CorridorData } from '../model/corridor';
import { type SettablePath, settablePaths } from '../model/schema';
import type { MeasureResult } from '../study/result';
import { busiest, oneMore, pathOf } from './busiest';
import { columns } from './columns';
import { command } from './shellWords';

export interface GoOn {
  /** The scenario as it was named: an id, or a file. */
  readonly scenario: string;
  /** What was laid over it, as it was typed, so that it is laid over it again. */
  readonly given: readonly string[];
  /** Whether published figures stand beside it. */
  readonly isValidated: boolean;
}

/** The busiest resource that a path can give more of: the path, and what one more is. */
function toRaise(measures: readonly MeasureResult[], paths: readonly SettablePath[]) {
  for (const use of busiest(measures, measures.length)) {
    const path = pathOf(use.of, paths);
    if (path !== undefined) return { use, setting: `${path.path}=${oneMore(path)}` };
  }
  return undefined;
}

/** What each command is for, and the command. */
export function goOn(
  measures: readonly MeasureResult[],
  data: CorridorData,
  { scenario, given, isValidated }: GoOn,
): string[] {
  const place = busiest(measures, measures.length).find(({ of }) => of.place !== undefined)?.of.place;
  const raise = toRaise(measures, settablePaths(data));
  const show = command('show', scenario, ...(place === undefined ? [] : [place]), ...given);
  const rows = [[`what can be set${place === undefined ? '' : ` at ${place}`}`, show]];
  if (raise !== undefined) {
    const name = `${raise.use.of.resource}${raise.use.of.place === undefined ? '' : ` at ${raise.use.of.place}`}`;
    rows.push([`more of what is busiest, ${name}`, command('run', scenario, ...given, '--set', raise.setting)]);
  }
  rows.push(
    isValidated
      ? ['beside published figures', command('validate', scenario)]
      : ['what the formula says', command('preview', scenario, ...given)],
  );
  // On lines of their own, so that a long command stays whole.
  return rows.flatMap(([what, text]) => [...columns([[`${what}:`]], 'l'), `    ${text}`]);
}
