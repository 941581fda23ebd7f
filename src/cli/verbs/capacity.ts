// `keruen capacity`: how much demand a scenario carries under a promise.
import { writeCapacity } from '../../report/decide/capacity';
import { capacity } from '../../study/capacity/capacity';
import { checkTarget, give } from '../answer';
import { Ended, exit } from '../exit';
import type { Asked } from '../options';
import { openScenario } from '../scenario';
import type { Streams } from '../streams';
import { decided } from '../studied';

interface AskedCapacity extends Asked {
  readonly promise?: string;
  readonly at?: string;
  readonly of?: readonly string[];
  readonly vary?: readonly string[];
  readonly maxTrials?: string;
}

export async function capacityVerb(
  streams: Streams,
  asked: AskedCapacity,
  [named]: readonly string[],
): Promise<number> {
  const { promise, at, of, vary, maxTrials } = asked;
  if (promise === undefined)
    throw new Ended(exit.usage, 'capacity needs a promise, as in --promise "p90 dwell at Aktau <= 5 d".');
  if (asked.replications !== undefined)
    throw new Ended(
      exit.usage,
      'capacity decides itself how many replications each demand needs; leave --replications out, and say with --max-trials how many trials there may be.',
    );
  await checkTarget(asked.json, streams);
  const corridor = await openScenario(named, asked, streams.folder);
  const trials = maxTrials === undefined ? undefined : /^\d+$/.test(maxTrials) ? Number(maxTrials) : Number.NaN;
  const result = await decided(streams, asked, (options) =>
    capacity(corridor, { ...options, promise, at, of, vary, trials }),
  );
  await give(streams, asked.json, writeCapacity(result), result);
  if (result.interrupted === true) return exit.interrupted;
  return result.endedEarly === undefined ? exit.done : exit.early;
}
