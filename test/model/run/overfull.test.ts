// More boxes than a run holds: it ends with a sentence and with what was measured until then, not with the machine's memory.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { MOST_INSIDE, mostInside } from '../../../src/model/corridor/figures/flowBoxes';
import { Run, replicate } from '../../../src/model/replicate';
import { ProblemError } from '../../../src/problem';
import { study } from '../../../src/study/running/run';
import { small } from '../small';

const today = corridor(small);
const flow = Object.keys(small.flows)[0];
const huge = (value: string) => today.apply({ set: { [`flows.${flow}.demand`]: value } });

describe('a run of more boxes than it holds', () => {
  it('says the same number in figures and in words', () => {
    expect(mostInside).toContain(MOST_INSIDE.toLocaleString('en-US'));
  });

  it('ends early, with the cause, the measures until then, and the same hash however it is cut', () => {
    const { data } = huge('100000 kTEU/year');
    const options = { seed: 'full', replication: 0, days: 20 };
    const whole = replicate(data, options);
    expect(whole.endedEarly).toMatch(
      /^more than 1,000,000 boxes and trucks are inside, and a run holds no more: \d+ boxes waiting/,
    );
    expect(whole.measures.some(({ value }) => value !== null)).toBe(true);
    const run = new Run(data, options);
    for (const second of [1_000, 300_000, 900_000]) run.until(second);
    expect(run.finish()).toMatchObject({ hash: whole.hash, events: whole.events, endedEarly: whole.endedEarly });
  }, 180_000);

  it('is marked in its result', async () => {
    const { result } = await study(huge('100000 kTEU/year'), { replications: 1, workers: 1, days: 20 });
    expect(result.endedEarly).toMatch(/^In replication 0 more than 1,000,000 boxes and trucks are inside/);
  }, 180_000);

  it('is refused before it begins where so many would stand there at clock zero', () => {
    const origin = small.flows[flow as keyof typeof small.flows].from;
    const make = () =>
      corridor({
        ...small,
        places: { ...small.places, [origin]: { kind: 'hinterland', at: [40, 70] } },
        warmUp: 0,
        initial: { all: { flow, at: origin, teu: 9_000_000 } },
      } as unknown as typeof small);
    expect(make).toThrow(ProblemError);
    expect(make).toThrow(/initial\.all\.teu: .*at most 1,000,000 boxes and trucks/);
  });
});
