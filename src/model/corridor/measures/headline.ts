// Parses headlines, each naming one number: `p90 dwell at Aktau`, `share use of quay cranes at Aktau`.
import type { CorridorData } from '../corridor';
import { type MeasureName, measureNames, type StatisticName, statisticNames } from './measureNames';

/** The object of a measure. */
export interface Named {
  readonly place?: string;
  readonly line?: string;
  readonly flow?: string;
  readonly resource?: string;
}

export interface Headline {
  readonly statistic: StatisticName;
  readonly measure: MeasureName;
  readonly of: Named;
}

/** Why a headline cannot be read: the word found, the words allowed. */
export interface Unread {
  readonly word: string;
  readonly what: string;
  readonly allowed: readonly string[];
}

/** Words separated by single spaces, in NFC. */
export const plainWords = (text: string): string => text.normalize('NFC').trim().split(/\s+/).join(' ');

/** The names of the object of a measure in written order, each with its preposition. */
const partsOf = ({ resource, flow, place, line }: Named): [preposition: string, name: string][] =>
  (
    [
      ['of', resource],
      ['of', flow],
      ['at', place],
      ['on', line],
    ] as const
  ).flatMap(([preposition, name]) => (name === undefined ? [] : [[preposition, name]]));

/**
 * Those that the words after a measure name: `at Aktau`, `of "quay cranes" at Aktau`. A name may be in double quotes.
 * If none matches with its proper prepositions (of a resource or a flow, at a place, on a line), any preposition or none
 * is accepted. More than one remains if an unquoted name is ambiguous, or two objects have the same name.
 */
export function namedBy<N>(words: string, candidates: readonly N[], of: (candidate: N) => Named): N[] {
  const rest = plainWords(words);
  const exact = candidates.filter((one) => areNamed(rest, partsOf(of(one)), true));
  return exact.length > 0 ? exact : candidates.filter((one) => areNamed(rest, partsOf(of(one)), false));
}

function areNamed(rest: string, [first, ...others]: readonly [string, string][], strict: boolean): boolean {
  if (first === undefined) return rest === '';
  const [preposition, name] = first;
  return [...(strict ? [preposition] : ['of', 'at', 'on', ''])].some((word) =>
    written(name).some((form) => {
      const begin = word === '' ? form : `${word} ${form}`;
      if (rest === begin) return others.length === 0;
      return rest.startsWith(`${begin} `) && areNamed(rest.slice(begin.length + 1), others, strict);
    }),
  );
}

const written = (name: string): string[] => {
  const plain = plainWords(name);
  return [plain, `"${plain}"`, JSON.stringify(plain)];
};

/**
 * Reads `<statistic> <measure> [of <resource>] [at|on|of <place, line, flow or fleet>]`; names may be in double quotes.
 * The resources of a place are known only in a run: any is accepted.
 */
export function readHeadline(text: string, data: CorridorData): Headline | Unread {
  const [first, ...rest] = plainWords(text).split(' ');
  const statistic = statisticNames.find((name) => name === first);
  if (statistic === undefined) return { word: first, what: 'statistic', allowed: statisticNames };
  const after = rest.join(' ');
  const measure = measureNames.find((name) => after === name || after.startsWith(`${name} `));
  if (measure === undefined) return { word: after.split(/ (?:at|on|of) /)[0], what: 'measure', allowed: measureNames };
  const words = after.slice(measure.length).trim();
  if (words === '') return { statistic, measure, of: {} };
  const all: Named[] = [
    ...Object.keys(data.places).map((place) => ({ place })),
    ...Object.keys(data.lines).map((line) => ({ line })),
    ...Object.keys(data.flows).map((flow) => ({ flow })),
    ...Object.keys(data.fleets).map((resource) => ({ resource })),
  ];
  const [of] = [...namedBy(words, all, (one) => one), ...ofResources(words, all)];
  if (of !== undefined) return { statistic, measure, of };
  const word = unquoted(words.replace(/^(?:.* )?(?:at|on) |^of /, ''));
  return { word, what: 'place, line or flow', allowed: all.flatMap((one) => Object.values(one)) };
}

/** `of quay cranes at Aktau`: the words before the last name are a resource of it. */
function ofResources(words: string, all: readonly Named[]): Named[] {
  return all.flatMap((one) => {
    if (one.place === undefined && one.line === undefined) return [];
    const [[preposition, name]] = partsOf(one);
    const end = written(name).find((form) => words.endsWith(` ${preposition} ${form}`));
    if (end === undefined || !words.startsWith('of ')) return [];
    const resource = unquoted(words.slice(3, words.length - end.length - preposition.length - 2));
    return resource === '' ? [] : [{ ...one, resource }];
  });
}

const unquoted = (word: string): string => word.replace(/^"(.*)"$/, '$1');
