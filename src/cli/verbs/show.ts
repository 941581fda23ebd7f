// `keruen show`: every settable path, of one entry or of the whole scenario.
import type { CorridorData } from '../../model/corridor/corridor';
import { type SettablePath, settablePaths } from '../../model/schema/schema';
import { nearest, ProblemError, readPath } from '../../problem';
import { factIds, sourceOf, writeShow } from '../../report/show';
import { type Fact, facts } from '../../scenarios/facts';
import { version } from '../../study/results/version';
import { checkTarget, give } from '../answer';
import { exit } from '../exit';
import type { Asked } from '../options';
import { openScenario } from '../scenario';
import type { Streams } from '../streams';

const maps = [
  'places',
  'lines',
  'services',
  'fleets',
  'flows',
  'locomotives',
  'traffic',
  'weather',
  'calendars',
] as const;

export async function show(streams: Streams, asked: Asked, [named, entry]: readonly string[]): Promise<number> {
  await checkTarget(asked.json, streams);
  const { data, hash, changes } = await openScenario(named, asked, streams.folder);
  const paths = pathsOf(data, entry);
  const sources = data.sources ?? {};
  const text = writeShow({ scenario: named, paths, sources, factText });
  await give(streams, asked.json, text, {
    schema: 'keruen/show@1',
    keruen: version,
    scenario: { id: data.id, hash, changes },
    paths: paths.map((one) => ({ ...one, source: sourceOf(one.path, sources) })),
    facts: [...new Set(paths.flatMap(({ path }) => factIds(sourceOf(path, sources))))]
      .sort()
      .map((id) => ({ id, text: factText(id) ?? null })),
  });
  return exit.done;
}

/** The paths of an entry, or of a whole part such as `traffic`; for a name of both a place and a line, the paths of both. */
function pathsOf(data: CorridorData, entry: string | undefined): SettablePath[] {
  const all = settablePaths(data);
  if (entry === undefined) return all;
  const found = all.filter(({ path }) => {
    const [part, name] = readPath(path);
    return name === entry || part === entry;
  });
  if (found.length > 0) return found;
  const names = [...new Set([...maps.flatMap((map) => Object.keys(data[map] ?? {})), ...maps])];
  const near = nearest(entry, names);
  const ask =
    near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there is ${Object.keys(data.places).join(', ')}.`;
  const say = `There is no place "${entry}" in ${data.id}; ${ask}`;
  throw new ProblemError([{ path: 'places', got: entry, allowed: names.join(', '), say }]);
}

/** `Aktau yard today: 6000 (4000 to 9000) TEU slots; assumption: …` */
function factText(id: string): string | undefined {
  const fact = facts.get(id);
  return fact === undefined ? undefined : sentence(fact);
}

function sentence({ quantity, value, low, high, unit, year, source }: Fact): string {
  const range = low === undefined || high === undefined ? '' : ` (${low} to ${high})`;
  const when = year === undefined ? '' : `, ${year}`;
  return `${quantity}: ${[value].flat().join(' ')}${range} ${unit}${when}; ${source}`;
}
