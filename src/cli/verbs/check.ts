// `keruen check`: validates and describes a scenario.
import { corridor as soundCorridor } from '../../model/change/define';
import { routeOf } from '../../model/corridor/routes/route';
import { unusedNotes } from '../../model/corridor/routes/unused';
import { writeCheck } from '../../report/check';
import { version } from '../../study/results/version';
import { checkTarget, give } from '../answer';
import { exit } from '../exit';
import type { Asked } from '../options';
import { isFile, openScenario } from '../scenario';
import type { Streams } from '../streams';

export async function check(streams: Streams, asked: Asked, [named]: readonly string[]): Promise<number> {
  await checkTarget(asked.json, streams);
  const corridor = await openScenario(named, asked, streams.folder);
  // Files are checked when read; shipped scenarios only on request.
  if (!isFile(named)) soundCorridor(corridor.data);
  const { data, hash, changes } = corridor;
  const flows = Object.keys(data.flows)
    .sort()
    .map((flow) => ({ flow, rides: routeOf(data, flow) }));
  const notes = unusedNotes(data);
  await give(streams, asked.json, writeCheck({ data, hash, changes }), {
    schema: 'keruen/check@1',
    keruen: version,
    scenario: { id: data.id, hash, changes },
    flows,
    problems: [],
    ...(notes.length === 0 ? {} : { notes }),
  });
  return exit.done;
}
