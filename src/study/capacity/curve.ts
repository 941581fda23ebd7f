// The curve behind a capacity: what was seen at each demand, and what gave way at which, in order.
import type { CorridorData } from '../../model/corridor/corridor';
import { resourceWaitedFor } from '../bottleneck/bottleneck';
import { resourceWords } from '../bottleneck/summary';
import type { MeasureName, MeasureResult } from '../results/result';
import { folded } from '../trials/folded';
import type { TrialAnswer } from '../trials/trial';
import type { CurvePoint, GivesWay } from './result';
import type { SeenTrials } from './seen';

/** As many uses and waits of each demand are told. */
const TOLD = 6;
/** What is waited for so large a share of the time on the way, and so many times longer than at the least demand, gives way. */
const NOTICED = 0.05;
const LONGER = 2;

/** What was seen at each demand, from the least up. */
export function curveOf(seen: SeenTrials): CurvePoint[] {
  return [...seen.points.keys()]
    .sort((a, b) => a - b)
    .flatMap((demand) => {
      const answers = seen.at(demand);
      if (answers.length === 0) return [];
      const ended = answers.filter(endedWell);
      const known = seen.known.flatMap((one) => (one === undefined ? [] : [one.name]));
      return [
        {
          demand,
          trials: answers.length,
          broken: answers.filter((one) => seen.terms.some((_, term) => seen.valueOf(term, one) === null)).length,
          keeps: answers.filter((one) => seen.keeps(one)).length / answers.length,
          measures: ended.length === 0 ? [] : known.map((name) => folded(name, ended).result),
          uses: usesOf(ended).slice(0, TOLD),
          waits: waitsOf(ended).parts.slice(0, TOLD),
        },
      ];
    });
}

const endedWell = ({ cutShort, endedEarly }: TrialAnswer): boolean => cutShort !== true && endedEarly === undefined;

/** Mean use of every resource, busiest first. */
function usesOf(answers: readonly TrialAnswer[]): CurvePoint['uses'] {
  return (answers[0]?.uses ?? [])
    .map(({ of }, i) => {
      const values = answers.flatMap(({ uses }) => uses[i]?.value ?? []);
      return { of, share: values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length };
    })
    .sort((a, b) => b.share - a.share);
}

/** Hours a box of all flows, by what is waited for, longest first; and of its whole way. */
function waitsOf(answers: readonly TrialAnswer[]): { parts: CurvePoint['waits']; way: number } {
  const sums = new Map<string, { cause: string; where: string; seconds: number }>();
  let [boxes, seconds] = [0, 0];
  for (const flow of answers.flatMap(({ waits }) => waits)) {
    boxes += flow.boxes;
    seconds += flow.seconds;
    for (const part of flow.parts) {
      const key = JSON.stringify([part.cause, part.where]);
      const sum = sums.get(key) ?? { cause: part.cause, where: part.where, seconds: 0 };
      sums.set(key, { ...sum, seconds: sum.seconds + part.seconds });
    }
  }
  const hours = (of: number) => (boxes === 0 ? 0 : of / boxes / 3600);
  const parts = [...sums.values()]
    .map(({ cause, where, seconds }) => ({ cause, where, hours: hours(seconds) }))
    .sort((a, b) => b.hours - a.hours || (`${a.cause} ${a.where}` < `${b.cause} ${b.where}` ? -1 : 1));
  return { parts, way: hours(seconds) };
}

interface Waited {
  readonly of: MeasureName['of'];
  readonly hours: number;
  readonly longest: { readonly cause: string; readonly where: string; readonly hours: number };
}

/**
 * What gives way, in the order of the demands from which on it does: boxes wait for it more than a twentieth of their way and
 * more than twice as long as at the least demand, there and at every greater demand of which anything is known.
 */
export function givesWayOf(seen: SeenTrials, data: CorridorData): GivesWay[] {
  const points = [...seen.points.keys()]
    .sort((a, b) => a - b)
    .map((demand) => ({ demand, ended: seen.at(demand).filter(endedWell) }))
    .filter(({ ended }) => ended.length > 0)
    .map(({ demand, ended }) => ({ demand, way: waitsOf(ended).way, waited: waitedFor(ended, data) }));
  if (points.length === 0) return [];
  const [least] = points;
  const keys = new Set(points.flatMap(({ waited }) => [...waited.keys()]));
  return [...keys]
    .flatMap((key) => {
      const before = least.waited.get(key)?.hours ?? 0;
      const isNoticed = ({ waited, way }: (typeof points)[number]) => {
        const hours = waited.get(key)?.hours ?? 0;
        return hours > NOTICED * way && hours > LONGER * before;
      };
      const lastCalm = points.findLastIndex((point) => !isNoticed(point));
      const from = points[lastCalm + 1];
      const found = from?.waited.get(key);
      if (from === undefined || found === undefined) return [];
      return [{ what: resourceWords(found), of: found.of, from: from.demand, ...found.longest }];
    })
    .sort((a, b) => a.from - b.from || b.hours - a.hours);
}

/** What boxes wait for, by resource. */
function waitedFor(answers: readonly TrialAnswer[], data: CorridorData): Map<string, Waited> {
  const found = new Map<string, Waited>();
  // The cast: which cranes are busier is read off the estimates alone.
  const uses = usesOf(answers).map(({ of, share }) => ({
    measure: 'use',
    of,
    estimate: share,
  })) as unknown as MeasureResult[];
  for (const part of waitsOf(answers).parts) {
    const resource = resourceWaitedFor(data, uses, part);
    if (resource === undefined) continue;
    const key = JSON.stringify([resource.of.place, resource.of.line, resource.of.resource]);
    const before = found.get(key);
    found.set(key, {
      of: resource.of,
      hours: (before?.hours ?? 0) + part.hours,
      // Order: longest first, so the first is the longest.
      longest: before?.longest ?? part,
    });
  }
  return found;
}
