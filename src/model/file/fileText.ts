// Parses the text of a scenario file, YAML or JSON, and locates each entry by line and column.
import { isAlias, isNode, isScalar, isSeq, isMap as isYamlMap, LineCounter, type Node, parseDocument } from 'yaml';
import { type Problem, visible, writeGot, writePath } from '../../problem';
import { MOST_LEVELS, structureFault } from '../corridor/tree/structure';
import { pairOf, repeatedKeys, sayRepeated, yamlSentence } from './yamlFaults';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The parsed text. `content` is set if the text could be parsed; `at` finds an entry, or undefined. */
export interface FileText {
  readonly content?: unknown;
  readonly problems: Problem[];
  at(path: readonly (string | number)[]): Position | undefined;
}

/** Parses the whole text and never throws: duplicate keys and excessive alias expansion are problems too. */
export function readText(text: string, file: string): FileText {
  const counter = new LineCounter();
  // Keys are always names: 1435 and 22G1 are keys. Accented letters compare equal in any composition (NFC).
  const whole = text.replace(/^\uFEFF/, '').normalize('NFC');
  const document = parseDocument(whole, {
    lineCounter: counter,
    prettyErrors: false,
    stringKeys: true,
    // Quadratic in the parser; see repeatedKeys.
    uniqueKeys: false,
  });
  const position = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  const at = (path: readonly (string | number)[]) => {
    const offset = offsetOf(document.contents, path, document);
    return offset === undefined ? undefined : position(offset);
  };
  const faults = [...document.errors, ...document.warnings].map(({ message, pos, code }) => ({
    at: pos[0],
    say: TOO_DEEP.test(message) ? deep : yamlSentence(code, message),
  }));
  const repeated = faults.length > 0 ? [] : repeatedKeys(document.contents);
  faults.push(...repeated.map(({ key, at, first }) => ({ at, say: sayRepeated(key, position(first).line) })));
  const restOfLine = (offset: number) => writeGot(/.*/.exec(whole.slice(offset, offset + 100))?.[0] ?? '');
  const problems = faults.map(({ at: offset, say }) => ({
    path: '',
    file,
    ...position(offset),
    got: visible(restOfLine(offset)),
    allowed: 'YAML or JSON',
    say: visible(say),
  }));
  // In an excessively nested file, every level has the same fault.
  if (problems.some(({ say }) => say === deep)) return { problems: problems.slice(0, 1), at };
  if (problems.length > 0) return { problems, at };
  try {
    const content: unknown = document.toJS({ maxAliasCount: 100 });
    const fault = structureFault(content);
    if (fault === undefined) return { content, problems, at };
    const { path, got, allowed, say } = fault;
    return {
      problems: [{ path: writePath(path), file, ...(at(path.slice(0, 1)) ?? position(0)), got, allowed, say }],
      at,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const say = TOO_DEEP.test(message) ? deep : /unresolved/i.test(message) ? noAnchor : aliases;
    return { problems: [{ path: '', file, line: 1, column: 1, got: 'aliases', allowed: 'few aliases', say }], at };
  }
}

/** The engine's message on stack overflow. */
const TOO_DEEP = /call stack/i;
const deep = `The file is nested too deeply to be read; maps and lists may lie ${MOST_LEVELS} levels deep.`;
const aliases = 'Aliases of the file stand for more than can be read; write out what they stand for.';
const noAnchor = 'An alias of the file names no anchor above it; write out what it stands for.';

type Parsed = ReturnType<typeof parseDocument>;

/** The offset of the entry at a path: of a scalar, the value; of a map or list, its key. */
function offsetOf(contents: unknown, path: readonly (string | number)[], document: Parsed): number | undefined {
  let node: unknown = contents;
  let begins = isNode(node) ? node.range?.[0] : undefined;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isYamlMap(node)) {
      const pair = pairOf(node, String(part));
      if (pair === undefined) return undefined;
      const key = pair.key as Node;
      node = pair.value;
      begins = isScalar(node) && node.value !== null ? node.range?.[0] : key.range?.[0];
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      if (!isNode(node)) return undefined;
      begins = node.range?.[0];
    } else {
      return undefined;
    }
  }
  return begins ?? 0;
}

/** The kind of value found instead of a map, for a message. */
export const kindOf = (value: unknown): string => (Array.isArray(value) ? 'a list' : `the value ${writeGot(value)}`);
