// `keruen prices`: what one more of each thing in a scenario is worth.
import { writePrices } from '../../report/decide/prices';
import { prices } from '../../study/prices/prices';
import { checkTarget, give } from '../answer';
import { Ended, exit } from '../exit';
import { type Asked, given } from '../options';
import { openScenario } from '../scenario';
import type { Streams } from '../streams';
import { decided } from '../studied';

interface AskedPrices extends Asked {
  readonly of?: readonly string[];
  readonly budget?: string;
}

export async function pricesVerb(streams: Streams, asked: AskedPrices, [named]: readonly string[]): Promise<number> {
  if (asked.replications !== undefined)
    throw new Ended(
      exit.usage,
      'prices spends its trials where they tell most; leave --replications out, and say with --budget what may be spent.',
    );
  await checkTarget(asked.json, streams);
  const { of, budget, seed, days } = asked;
  const corridor = await openScenario(named, asked, streams.folder);
  const result = await decided(streams, asked, (options) => prices(corridor, { ...options, of, budget }));
  const words = [
    ...given(asked),
    ...(seed === undefined ? [] : ['--seed', seed]),
    ...(days === undefined ? [] : ['--days', String(days)]),
    ...(of ?? []).flatMap((path) => ['--of', path]),
  ];
  await give(streams, asked.json, writePrices(result, { scenario: named, given: words }), result);
  if (result.interrupted === true) return exit.interrupted;
  return result.endedEarly === undefined ? exit.done : exit.early;
}
