// Turns YAML parser errors into messages for planners, and finds duplicate keys in a map.
import { isMap, isPair, isScalar, isSeq, type YAMLMap } from 'yaml';
import { writeGot } from '../../problem';

const ANCHORS =
  '& and * begin an anchor and an alias; let every alias name an anchor above it, and put text in quotes to which they belong.';
const TAGS = '! begins a tag, and a scenario has none; take it away, or put text in quotes to which it belongs.';
const LEVEL =
  'This line is indented otherwise than the entries beside it; let all entries of one map begin in one column.';

/** By error code. */
const sentences: { readonly [code: string]: string } = {
  ALIAS_PROPS: ANCHORS,
  BAD_ALIAS: ANCHORS,
  MULTIPLE_ANCHORS: ANCHORS,
  BAD_COLLECTION_TYPE: TAGS,
  MULTIPLE_TAGS: TAGS,
  TAG_RESOLVE_FAILED: TAGS,
  BAD_INDENT: LEVEL,
  TAB_AS_INDENT: 'A tab stands where lines are indented; indent with spaces.',
  MULTILINE_IMPLICIT_KEY: 'A key goes on over the end of its line: its colon is missing, or a quote is not closed.',
  BLOCK_AS_IMPLICIT_KEY:
    'Two keys stand in one line; begin a new line with the second, or put text that has a colon in quotes.',
  BLOCK_IN_FLOW: 'Lines with a key or a dash stand inside braces; write them in braces or brackets too.',
  UNEXPECTED_TOKEN:
    'This does not belong here: a comma or a bracket too many, or text that must stand in quotes; take it away or quote it.',
  BAD_SCALAR_START: 'Text begins with a sign that has a meaning in YAML, such as @ or %; put it in quotes.',
  BAD_DIRECTIVE: 'Text begins with a sign that has a meaning in YAML, such as @ or %; put it in quotes.',
  BAD_DQ_ESCAPE:
    'A backslash in double quotes begins nothing that is known; write two of them for one, or use single quotes.',
  NON_STRING_KEY: 'A key is a list or a map, and must be a name; put it in quotes, or write what it belongs to.',
  KEY_OVER_1024_CHARS: 'A key has more than 1024 letters; shorten it.',
  MULTIPLE_DOCS:
    'The file holds several documents, one after another; leave the first, and put each other one into a file of its own.',
};

/** Missing characters, by the parser's message. */
const missing: readonly (readonly [RegExp, string])[] = [
  [/end with a \}/, 'A brace is opened and not closed; write } where its entries end.'],
  [/end with a \]/, 'A bracket is opened and not closed; write ] where its entries end.'],
  [/closing/, 'A quote is opened and not closed; write it again where the text ends.'],
  [/^Missing ,/, 'Two entries in braces have no comma between them; write one.'],
  [/space after :/, 'A space is missing after a colon; write one, as in tracks: 2.'],
  [/^Comments/, 'A space is missing before #; write one, or put text in quotes to which # belongs.'],
  [/^Implicit map keys/, 'A name stands where an entry belongs; write a colon and a value after it, as in tracks: 2.'],
  [/^(?:Block s|S)equence item/, 'A list goes on without a dash; begin each of its lines with one.'],
];

const other = 'This cannot be read as YAML or JSON; compare it with the lines around it.';

/** The message of a fault, chosen by the parser's message but not quoting it. */
export function yamlSentence(code: string, message: string): string {
  const closed = code === 'MISSING_CHAR' || code === 'BAD_INDENT';
  const sign = closed ? missing.find(([said]) => said.test(message))?.[1] : undefined;
  return sign ?? sentences[code] ?? other;
}

/** Duplicate keys of one map: their offset, and that of the first. Single pass. */
export function repeatedKeys(
  contents: unknown,
): { readonly key: string; readonly at: number; readonly first: number }[] {
  const found: { key: string; at: number; first: number }[] = [];
  const open = [contents];
  while (open.length > 0) {
    const node = open.pop();
    if (isSeq(node)) open.push(...node.items.filter((item) => typeof item === 'object'));
    if (!isMap(node)) continue;
    const seen = new Map<string, number>();
    for (const pair of node.items) {
      const key = nameOf(pair.key);
      const at = isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
      const first = key === undefined ? undefined : seen.get(key);
      if (key !== undefined && first !== undefined) found.push({ key, at, first });
      else if (key !== undefined) seen.set(key, at);
      open.push(pair.value);
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

const nameOf = (key: unknown): string | undefined => (isScalar(key) ? String(key.value) : undefined);

const pairsOf = new WeakMap<YAMLMap, ReadonlyMap<string, unknown>>();

/** The entry of a map with this key. Indexed, for large maps. */
export function pairOf(map: YAMLMap, key: string) {
  let pairs = pairsOf.get(map);
  if (pairs === undefined) {
    // Backwards, so that the first of two is kept.
    pairs = new Map(map.items.toReversed().map((pair) => [nameOf(pair.key) ?? '', pair]));
    pairsOf.set(map, pairs);
  }
  const pair = pairs.get(key);
  return isPair(pair) ? pair : undefined;
}

export const sayRepeated = (key: string, line: number): string =>
  `The key ${writeGot(key)} stands twice in one map, first in line ${line}; keep one of them, or give one another name.`;
