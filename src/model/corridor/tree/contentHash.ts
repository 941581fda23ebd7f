// A hash of a scenario's content, independent of everything that cannot change a run, such as titles and sources.

import type { CorridorData } from '../corridor';
import { MixingHash } from './mixingHash';

/** Keys that name, explain or offer, without effect on a run. */
const annotations = ['keruen', 'id', 'title', 'changes', 'variants', 'headline', 'sources', 'ranges'];

/** 16 hex digits over the data, keys in alphabetical order, and over the data of later days. */
export function contentHash(data: CorridorData, dated: readonly { from: string; data: CorridorData }[] = []): string {
  const hash = new MixingHash();
  hash.addText(canonical(matters(data)));
  for (const later of dated) hash.addText(later.from + canonical(matters(later.data)));
  return hash.text;
}

function matters(data: CorridorData): object {
  const places = Object.entries(data.places).map(([id, place]) => [id, { ...place, title: undefined }]);
  const kept = Object.entries(data).filter(([key]) => !annotations.includes(key));
  return { ...Object.fromEntries(kept), places: Object.fromEntries(places) };
}

/** Canonical text: keys sorted, empty maps and missing entries left out. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const entries = Object.entries(value)
    .filter(([, entry]) => entry !== undefined && !isEmpty(entry))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`);
  return `{${entries.join(',')}}`;
}

const isEmpty = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
