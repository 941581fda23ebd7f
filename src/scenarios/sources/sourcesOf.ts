// Helpers for a scenario's sources: one source for several paths, and the paths of several lines.

/** One source for several paths. A path covers everything below it that has no separate source. */
export const from = (source: string, ...paths: readonly string[]): Record<string, string> =>
  Object.fromEntries(paths.map((path) => [path, source]));

const quoted = (id: string) => (/['". ]/.test(id) ? JSON.stringify(id) : id);

/** The same field of several entries: `fieldOf('lines', ['Almaty-Shu'], 'speed')` is `lines.Almaty-Shu.speed`. */
export const fieldOf = (map: string, ids: readonly string[], field: string): string[] =>
  ids.map((id) => `${map}.${quoted(id)}.${field}`);
