// `keruen compare`: a scenario beside alternatives, with the same luck for all.
import { writeCompare } from '../../report/decide/compare';
import { compare } from '../../study/compare/compare';
import { checkTarget, give } from '../answer';
import { exit } from '../exit';
import type { Asked } from '../options';
import { openScenario } from '../scenario';
import { readAlternative } from '../settings';
import type { Streams } from '../streams';
import { decided } from '../studied';

interface AskedCompare extends Asked {
  readonly with?: readonly string[];
  readonly measure?: readonly string[];
}

export async function compareVerb(streams: Streams, asked: AskedCompare, [named]: readonly string[]): Promise<number> {
  await checkTarget(asked.json, streams);
  const alternatives = (asked.with ?? []).map(readAlternative);
  const corridor = await openScenario(named, asked, streams.folder);
  const result = await decided(streams, asked, (options) =>
    compare(corridor, { ...options, with: alternatives, measures: asked.measure }),
  );
  await give(streams, asked.json, writeCompare(result), result);
  if (result.interrupted === true) return exit.interrupted;
  return result.endedEarly === undefined ? exit.done : exit.early;
}
