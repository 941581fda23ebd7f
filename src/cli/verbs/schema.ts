// `keruen schema`: the JSON Schema of a scenario file, for completion and checks in editors.
import { scenarioJsonSchema } from '../../model/schema/schema';
import { checkTarget, giveJson } from '../answer';
import { exit } from '../exit';
import type { Asked } from '../options';
import type { Streams } from '../streams';

export async function schema(streams: Streams, asked: Asked): Promise<number> {
  await checkTarget(asked.json, streams);
  await giveJson(streams, asked.json ?? '-', scenarioJsonSchema());
  return exit.done;
}
