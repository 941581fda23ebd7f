// Problems of a scenario: location, what was given, what is allowed, what to do.

/** One problem. `path` names the entry; file, line and column are set when it was read from a file. */
export interface Problem {
  /** The entry, as `places.Aktau.tracks`; empty for the whole scenario. */
  readonly path: string;
  /** File name, as given. */
  readonly file?: string;
  /** Line, from 1. */
  readonly line?: number;
  /** Column, from 1. */
  readonly column?: number;
  /** What was given, as text. */
  readonly got: string;
  /** What is allowed, in words. */
  readonly allowed: string;
  /** Full message; complete except for the path. */
  readonly say: string;
}

/** One line: file:line:column, path, message; unknown parts are omitted. */
export function writeProblem({ file, line, column, path, say }: Problem): string {
  const where = [[file, line, column].filter((part) => part !== undefined).join(':'), path];
  return [...where, say].filter((part) => part !== '').join(': ');
}

/** All problems, one per line in `message`. */
export class ProblemError extends Error {
  /** All problems, in order of the entries. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(writeProblem).join('\n'));
    this.name = 'ProblemError';
    this.problems = problems;
  }
}

/** Formats a value as one short line. */
export function writeGot(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    // Circular values have no JSON text.
  }
  text ??= `something of type ${typeof value}`;
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** Invisible characters: control characters, direction and byte order marks, lone surrogates. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const hex = (letter: string) => letter.charCodeAt(0).toString(16).toUpperCase();

/** Escapes invisible characters, as \u{FEFF}. */
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

/** As JSON, which `readPath` reads. */
const quotedPart = (part: string): string =>
  JSON.stringify(part).replace(unseen, (letter) =>
    [...Array(letter.length).keys()].map((i) => `\\u${hex(letter[i]).padStart(4, '0')}`).join(''),
  );

const quotedAhead = /"(?:[^"\\]|\\.)*"/y;
const bareAhead = /[^."\s]+/y;

/** The keys of a path: `places."Xi'an".tracks` → places, Xi'an, tracks. Throws a RangeError. */
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

/** Maximum number of candidates of similar length to compare. */
const MOST_COMPARED = 1000;

/** Up to three candidates within a small edit distance of `word`, nearest first; often none. */
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
  // Two typos in a name of five letters, but only if no candidate has one.
  const near = within(usual);
  return (near.length > 0 || word.length < 5 ? near : within(2))
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/**
 * Edit distance with adjacent transpositions (optimal string alignment: no letter is edited twice). Source: F. J. Damerau,
 * A technique for computer detection and correction of spelling errors, CACM 7 (1964) 171–176.
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
