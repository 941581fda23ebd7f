// `keruen validate`: compares scenarios with published figures, each in the variant that the figure refers to.
import type { Corridor } from '../../model/change/define';
import { writeValidate } from '../../report/validate';
import { scenarios } from '../../scenarios';
import { validate } from '../../study/validation/validate';
import { checkTarget, give } from '../answer';
import { Ended, exit } from '../exit';
import type { Asked } from '../options';
import { openScenario } from '../scenario';
import type { Streams } from '../streams';
import { studied } from '../studied';

interface AskedValidate extends Asked {
  readonly all?: boolean;
}

export async function validateVerb(streams: Streams, asked: AskedValidate, named: readonly string[]): Promise<number> {
  if (named.length === 0 && asked.all !== true) {
    throw new Ended(exit.usage, 'Name a scenario, as in keruen validate middle-corridor-2024, or give --all.');
  }
  await checkTarget(asked.json, streams);
  const all = asked.all === true ? scenarios.map(({ id }) => id) : named;
  const corridors: Corridor[] = [];
  for (const one of new Set(all)) corridors.push(await openScenario(one, asked, streams.folder));
  const result = await studied(streams, asked, (options) => validate(corridors, options));
  const without = corridors.map(({ data }) => data.id).filter((id) => !result.rows.some((row) => row.scenario === id));
  await give(streams, asked.json, writeValidate(result, without), result);
  return exit.done;
}
