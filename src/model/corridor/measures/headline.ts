// A headline names one number: `p90 dwell at Aktau`, `total throughput at Aktau`, `mean transit time of westbound`.
import type { CorridorData } from '../corridor';
import { type MeasureName, measureNames, type StatisticName, statisticNames } from './measureNames';

export interface Headline {
  readonly statistic: StatisticName;
  readonly measure: MeasureName;
  readonly of: { readonly place?: string; readonly line?: string; readonly flow?: string };
}

/** Why a headline cannot be read: which word came, which are allowed. */
export interface Unread {
  readonly word: string;
  readonly what: string;
  readonly allowed: readonly string[];
}

/** Reads `<statistic> <measure> [at|on|of] <place, line or flow>`; the name may stand in double quotes. */
export function readHeadline(text: string, data: CorridorData): Headline | Unread {
  const [first, ...rest] = text.trim().split(/\s+/);
  const statistic = statisticNames.find((name) => name === first);
  if (statistic === undefined) return { word: first, what: 'statistic', allowed: statisticNames };
  const after = rest.join(' ');
  const measure = measureNames.find((name) => after === name || after.startsWith(`${name} `));
  if (measure === undefined) return { word: after.split(/ (?:at|on|of) /)[0], what: 'measure', allowed: measureNames };
  const of = after.slice(measure.length).trim();
  if (of === '') return { statistic, measure, of: {} };
  const name = of.replace(/^(?:at|on|of) /, '').replace(/^"(.*)"$/, '$1');
  if (Object.hasOwn(data.places, name)) return { statistic, measure, of: { place: name } };
  if (Object.hasOwn(data.lines, name)) return { statistic, measure, of: { line: name } };
  if (Object.hasOwn(data.flows, name)) return { statistic, measure, of: { flow: name } };
  const names = [data.places, data.lines, data.flows].flatMap((map) => Object.keys(map));
  return { word: name, what: 'place, line or flow', allowed: names };
}
