// `keruen run`: runs replications of a scenario and writes the complete report.
import { writeRun } from '../../report/run/run';
import { validationLine } from '../../report/validate';
import { runAndValidate } from '../../study/validation/validate';
import { checkTarget, give } from '../answer';
import { exit } from '../exit';
import { type Asked, given } from '../options';
import { openScenario } from '../scenario';
import type { Streams } from '../streams';
import { studied } from '../studied';

export async function run(streams: Streams, asked: Asked, [named]: readonly string[]): Promise<number> {
  await checkTarget(asked.json, streams);
  const corridor = await openScenario(named, asked, streams.folder);
  const { run: result, validation } = await studied(streams, asked, (options) => runAndValidate(corridor, options));
  const text = writeRun({
    result,
    data: corridor.data,
    full: asked.full,
    scenario: named,
    given: given(asked),
    isValidated: validation !== undefined,
    validation: validation === undefined ? undefined : validationLine(validation),
  });
  await give(streams, asked.json, text, result);
  return result.endedEarly === undefined ? exit.done : exit.early;
}
