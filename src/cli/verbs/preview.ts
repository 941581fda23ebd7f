// `keruen preview`: capacity and demand by resource, and formula results by place, before any run.
import { formulaRows } from '../../model/places/formulas';
import { previewOf } from '../../model/places/registry';
import { previewRows } from '../../model/preview/preview';
import { writePreview } from '../../report/preview';
import { version } from '../../study/results/version';
import { checkTarget, give } from '../answer';
import { exit } from '../exit';
import type { Asked } from '../options';
import { openScenario } from '../scenario';
import type { Streams } from '../streams';

export async function preview(streams: Streams, asked: Asked, [named]: readonly string[]): Promise<number> {
  await checkTarget(asked.json, streams);
  const { data, hash, changes } = await openScenario(named, asked, streams.folder);
  const rows = previewRows(data, (place, traffic) => previewOf(place, data.places[place], traffic), asked.days);
  const formulas = formulaRows(data, asked.days);
  await give(streams, asked.json, writePreview({ title: data.title, rows, formulas, full: asked.full }), {
    schema: 'keruen/preview@1',
    keruen: version,
    scenario: { id: data.id, hash, changes },
    rows,
    formulas,
  });
  return exit.done;
}
