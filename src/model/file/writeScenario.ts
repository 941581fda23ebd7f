// Writes a corridor as a self-contained YAML file: all data, in the order of the format, with sources.
import { Document, isScalar, isSeq, isMap as isYamlMap, visit } from 'yaml';
import { writePath } from '../../problem';
import { applyChanges } from '../change/applyChanges';
import type { Corridor } from '../change/define';
import { settingsOf } from '../change/setting';
import type { ChangeSpec, CorridorData } from '../corridor/corridor';
import { getPath } from '../corridor/tree/path';
import { encode } from '../schema/schema';

const order = [
  'keruen',
  'id',
  'title',
  'start',
  'timeZone',
  'warmUp',
  'places',
  'lines',
  'services',
  'fleets',
  'flows',
  'locomotives',
  'traffic',
  'calendars',
  'weather',
  'initial',
  'changes',
  'variants',
  'headline',
  'sources',
  'ranges',
];

/**
 * The corridor as YAML text, which reads back with the same hash. `schemaHint` is the URL of the JSON Schema for editors.
 * Throws a RangeError for a corridor with dated changes: a file has those only as changes that it offers.
 */
export function writeScenario(corridor: Corridor, options: { readonly schemaHint?: string } = {}): string {
  if (corridor.dated.length > 0) {
    throw new RangeError(
      'A corridor after dated changes is not one scenario; write it without them and keep them as changes.',
    );
  }
  const { data } = corridor;
  const file = encode(data) as { readonly [key: string]: unknown };
  const changes = Object.entries(data.changes ?? {}).map(([id, change]) => [
    id,
    withText(data, change, getPath(file, ['changes', id])),
  ]);
  const whole = data.changes === undefined ? file : { ...file, changes: Object.fromEntries(changes) };
  const entries = order.filter((key) => getPath(whole, [key]) !== undefined).map((key) => [key, getPath(whole, [key])]);
  const document = new Document(Object.fromEntries(entries), { aliasDuplicateObjects: false });
  visit(document, {
    Collection(_, node) {
      const values = isYamlMap(node) ? node.items.map(({ value }) => value) : node.items;
      const short = values.length <= 3 && values.every(isScalar);
      if (isSeq(node) ? values.every(isScalar) : short && values.length > 0) node.flow = true;
    },
  });
  const hint = options.schemaHint === undefined ? '' : `# yaml-language-server: $schema=${options.schemaHint}\n`;
  return hint + document.toString({ lineWidth: 0 });
}

/** A change in the form of files: paths and text with units, even if given nested and in base units. */
function withText(data: CorridorData, change: ChangeSpec, encoded: unknown): object {
  const { settings } = settingsOf(change.set);
  if (!settings.some(({ nested }) => nested)) return { ...(encoded as object), set: change.set };
  const after = encode(applyChanges(data, change.set, change.from !== undefined).data);
  const set = settings.map(({ path, value }) => [writePath(path), value === null ? null : getPath(after, path)]);
  return { ...(encoded as object), set: Object.fromEntries(set) };
}
