// `keruen scenarios`: lists the shipped scenarios and the question of each.
import { writeScenarios } from '../../report/scenarios';
import { scenarios } from '../../scenarios';
import { version } from '../../study/results/version';
import { checkTarget, give } from '../answer';
import { exit } from '../exit';
import type { Asked } from '../options';
import type { Streams } from '../streams';

export async function listScenarios(streams: Streams, asked: Asked): Promise<number> {
  await checkTarget(asked.json, streams);
  const listed = scenarios.map(({ id, question, knowsNot }) => ({ id, question, knowsNot }));
  const result = { schema: 'keruen/scenarios@1', keruen: version, scenarios: listed };
  await give(streams, asked.json, writeScenarios(listed), result);
  return exit.done;
}
