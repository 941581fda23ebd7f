// A promise as people write it: `p90 dwell at Aktau <= 5 d and mean transit time of westbound <= 20 d`.
import type { CorridorData } from '../../model/corridor/corridor';
import { type Headline, plainWords, readHeadline } from '../../model/corridor/measures/headline';
import { nearest } from '../../problem';
import { readUnit, type UnitKind } from '../../units';
import { measuresNamed, wordsOf } from '../results/measureOf';
import type { MeasureName } from '../results/result';
import { notMeasured } from '../trials/told';
import type { TrialAnswer } from '../trials/trial';

/** One part of a promise: a measure that stays at or below a limit. */
export interface Term extends Pick<Headline, 'statistic' | 'measure' | 'of'> {
  /** The words of the measure, as they were written. */
  readonly words: string;
  /** The limit, as it was written. */
  readonly limitText: string;
  /** The limit in the unit of a measure; throws a RangeError where that unit is not of its kind. */
  readonly limitIn: (unit: string) => number;
}

const times = ['transit time', 'dwell', 'wait', 'turn-round', 'cycle', 'acceptance ban'];
const shares = ['use', 'busy', 'down', 'closed', 'blocked', 'idle', 'straight across'];
const secondsOf: { readonly [unit: string]: number } = { s: 1, min: 60, h: 3600, d: 86_400 };

const kindOf = (measure: string): UnitKind | undefined =>
  times.includes(measure) || measure.startsWith('cycle ') ? 'duration' : shares.includes(measure) ? 'share' : undefined;

/**
 * The terms of a promise, joined by `and`. @throws RangeError with a sentence, the promise, and a caret under the place where it
 * cannot be read
 */
export function readPromise(text: string, data: CorridorData): Term[] {
  if (text.trim() === '') throw refused(text, 0, 'it is empty');
  return termsOf(text).map(({ at, term }) => readTerm(text, at, term, data));
}

/** The parts between `and`, each with where it begins; an `and` within quotes belongs to a name. */
function termsOf(text: string): { at: number; term: string }[] {
  const parts: { at: number; term: string }[] = [];
  let begin = 0;
  for (const found of text.matchAll(/"[^"]*"|(?<=\s|^)and(?=\s|$)/gi)) {
    if (found[0].startsWith('"')) continue;
    parts.push({ at: begin, term: text.slice(begin, found.index) });
    begin = found.index + found[0].length;
  }
  return [...parts, { at: begin, term: text.slice(begin) }];
}

function readTerm(text: string, at: number, term: string, data: CorridorData): Term {
  const fail = (offset: number, why: string) => refused(text, at + offset, why);
  if (term.trim() === '') throw fail(term.length, 'a measure and its limit are missing beside "and"');
  const sign = /<=|≤|>=|≥|[<>=]+/.exec(term);
  const begin = term.search(/\S/);
  if (sign === null)
    throw fail(
      term.trimEnd().length,
      'there is no limit; write <= and a value with its unit, as in p90 dwell at Aktau <= 5 d',
    );
  if (sign[0] !== '<=' && sign[0] !== '≤')
    throw fail(sign.index, `a promise is a measure that stays at or below a limit; write <= instead of ${sign[0]}`);
  const words = term.slice(begin, sign.index).trim();
  if (words === '') throw fail(sign.index, 'a measure is missing before <=');
  const read = readHeadline(words, data);
  if ('word' in read) throw fail(placeOf(term, read.word, begin), unreadWords(read));
  const value = term.slice(sign.index + sign[0].length);
  const valueAt = sign.index + sign[0].length + Math.max(0, value.search(/\S/));
  const limitText = value.trim();
  if (limitText === '') throw fail(valueAt, 'a value with its unit is missing after <=');
  const limitIn = limitOf(read.measure, limitText, (why) => fail(valueAt, why));
  return { ...read, words: plainWords(words), limitText, limitIn };
}

/** The limit by unit; whether it is of the kind of the measure is known at once for times and shares. */
function limitOf(measure: string, limitText: string, fail: (why: string) => RangeError): Term['limitIn'] {
  const read = (kind: UnitKind) => {
    try {
      return readUnit(kind, limitText);
    } catch (error) {
      throw fail(error instanceof Error ? sentencePart(error.message) : String(error));
    }
  };
  const kind = kindOf(measure);
  if (kind === 'duration') {
    const seconds = read(kind);
    return (unit) => seconds / (secondsOf[unit] ?? 1);
  }
  if (kind === 'share') {
    const share = read(kind);
    return () => share;
  }
  const [, digits, unitText] = /^(\d+(?:\.\d+)?)\s*(.*)$/.exec(limitText) ?? [];
  if (digits === undefined) throw fail('it does not begin with a number, written without separators');
  return (unit) => {
    if (unit === 'TEU') return read('teu');
    if (unitText !== '' && unitText !== unit) throw fail(`${measure} is measured in ${unit}, not in ${unitText}`);
    return Number(digits);
  };
}

function unreadWords({ word, what, allowed }: { word: string; what: string; allowed: readonly string[] }): string {
  if (word === '') return `a ${what} is missing; there is ${allowed.slice(0, 8).join(', ')}`;
  const near = nearest(word, allowed);
  const ask = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there is ${allowed.join(', ')}`;
  return `there is no ${what} "${word}"; ${ask}`;
}

/** Where the words that cannot be read stand. */
function placeOf(term: string, word: string, begin: number): number {
  const found = word === '' ? -1 : term.normalize('NFC').indexOf(word, begin);
  return found >= 0 ? found : begin;
}

const sentencePart = (sentence: string): string => sentence.replace(/\.$/, '');

function refused(text: string, at: number, why: string): RangeError {
  // One line: whatever spaces were written take one column each.
  const line = text.replace(/\s/g, ' ');
  const end = /[.?]$/.test(why) ? '' : '.';
  return new RangeError(`The promise cannot be read: ${why}${end}\n  ${line}\n  ${' '.repeat(at)}^`);
}

/** The one measure that a term names, of those that a trial has. @throws RangeError where there is none, or several */
export function measureOfTerm({ words }: Term, answer: TrialAnswer, id: string): MeasureName {
  const named = measuresNamed(answer.numbers, words);
  if (named.length === 1) return named[0];
  if (named.length === 0) throw notMeasured(words, answer, id);
  throw new RangeError(
    `"${words}" names several measures of ${id}: ${named.map(wordsOf).join('; ')}. Name one of them.`,
  );
}
