// What is wrong with a scenario, said so that a planner can put it right: where, what came, what is allowed, what to do.

/** One thing that is wrong. `path` names the entry; file, line and column are there when it was read from a file. */
export interface Problem {
  /** The entry, as `places.Aktau.tracks`; empty where it is of the whole. */
  readonly path: string;
  /** The file, as it was named. */
  readonly file?: string;
  /** The line, from 1. */
  readonly line?: number;
  /** The column, from 1. */
  readonly column?: number;
  /** What came, as text. */
  readonly got: string;
  /** What may stand there, in words. */
  readonly allowed: string;
  /** The whole sentence, complete without the other fields but for the path. */
  readonly say: string;
}

/** One line: file:line:column, the path, the sentence; what is not known is left out. */
export function writeProblem({ file, line, column, path, say }: Problem): string {
  const where = [[file, line, column].filter((part) => part !== undefined).join(':'), path];
  return [...where, say].filter((part) => part !== '').join(': ');
}

/** All problems at once, one a line in `message`. */
export class ProblemError extends Error {
  /** Every problem, in the order in which the entries stand. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(writeProblem).join('\n'));
    this.name = 'ProblemError';
    this.problems = problems;
  }
}

/** What came, as one short line of text. */
export function writeGot(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // A value that contains itself has no text of its own.
  }
  text ??= `something of type ${typeof value}`;
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** Letters that nobody sees: control characters, marks of direction and of byte order, and halves of a pair. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const hex = (letter: string) => letter.charCodeAt(0).toString(16).toUpperCase();

/** A sentence in which everything can be seen: a letter that cannot stands as \u{FEFF}. */
export const visible = (text: string): string =>
  text.replace(unseen, (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`);

const barePart = /^[\p{L}\p{M}\p{N}_-]+$/u;

/** A path as text: `places."Xi'an".tracks`. Keys with anything but letters, digits, - and _ are quoted. */
export function writePath(parts: readonly (string | number)[]): string {
  return parts
    .map(String)
    .map((part) => (barePart.test(part) ? part : quotedPart(part)))
    .join('.');
}

/** In the form of JSON, which `readPath` reads back. */
const quotedPart = (part: string): string =>
  JSON.stringify(part).replace(unseen, (letter) =>
    [...Array(letter.length).keys()].map((i) => `\\u${hex(letter[i]).padStart(4, '0')}`).join(''),
  );

const quotedAhead = /"(?:[^"\\]|\\.)*"/y;
const bareAhead = /[^."\s]+/y;

/** The keys of a path: `places."Xi'an".tracks` → places, Xi'an, tracks. Throws a RangeError with a sentence. */
export function readPath(text: string): string[] {
  const refuse = (what: string): never => {
    const form = `Write keys joined by dots, and quote a key that has dots or spaces: places."New port".tracks.`;
    throw new RangeError(`${JSON.stringify(text)} is not a path: ${what}. ${form}`);
  };
  const parts: string[] = [];
  for (let at = 0; ; at++) {
    const ahead = text[at] === '"' ? quotedAhead : bareAhead;
    ahead.lastIndex = at;
    const part = ahead.exec(text)?.[0];
    if (part === undefined) return refuse(text[at] === '"' ? 'a quote is not closed' : `a key is missing at ${at + 1}`);
    try {
      parts.push(ahead === quotedAhead ? JSON.parse(part) : part);
    } catch {
      return refuse(`${part} is not a quoted key`);
    }
    at += part.length;
    if (at === text.length) return parts;
    if (text[at] !== '.') return refuse(`there is ${JSON.stringify(text[at])} where a dot belongs, at ${at + 1}`);
  }
}

/** Names are compared letter by letter; among more of a like length a slip is not looked for. */
const MOST_COMPARED = 1000;

/** The candidates that somebody who wrote `word` most likely meant, nearest first, three at most; often none. */
export function nearest(word: string, candidates: Iterable<string>): string[] {
  const plain = word.toLowerCase();
  const usual = Math.max(1, Math.floor(word.length / 3));
  const isClose = ({ length }: string) => Math.abs(length - word.length) <= Math.max(2, usual);
  const all = [...new Set(candidates)]
    .filter(isClose)
    .slice(0, MOST_COMPARED)
    .map((candidate) => ({ candidate, edits: editsBetween(plain, candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits < candidate.length);
  const within = (limit: number) => all.filter(({ edits }) => edits <= limit);
  // Two slips in a name of five letters, but only where one slip leads nowhere.
  const near = within(usual);
  return (near.length > 0 || word.length < 5 ? near : within(2))
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/**
 * Letters to insert, delete, replace or swap with a neighbour until `a` is `b`. Source: F. J. Damerau, A technique for
 * computer detection and correction of spelling errors, CACM 7 (1964) 171–176; here no letter is edited twice.
 */
function editsBetween(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, replace);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    before = above;
    above = row;
  }
  return above[b.length];
}
