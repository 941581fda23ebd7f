// Scenario files that were damaged: each is refused with problems that have a path, or runs for two days; nothing throws, nothing hangs.
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { writeScenario } from '../../src/model/file/file';
import { replicate } from '../../src/model/replicate';
import { ProblemError } from '../../src/problem';
import { scenarios } from '../../src/scenarios';
import { readCorridor } from '../../src/scenarios/open';
import { days } from '../../src/units';
import { damage, mutate, random } from './mutations';

/** `npm run fuzz` asks for more. */
const COUNT = Number(process.env.KERUEN_MUTATIONS ?? 2_000);
/** Nothing may take longer [ms of this thread's own time]: two seconds. */
const MOST = 2_000;

const trees = scenarios.map(({ corridor }) => parse(writeScenario(corridor)) as { [key: string]: unknown });

/** Reads the text; where it is accepted, runs it for two days. Returns what came of it. */
function tried(text: string): 'refused' | 'ran' | 'ended early' {
  try {
    const { data, dated } = readCorridor(text);
    const { endedEarly } = replicate(
      { ...data, warmUp: days(0) },
      { seed: 'fuzz', replication: 0, days: 2, later: dated },
    );
    return endedEarly === undefined ? 'ran' : 'ended early';
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    expect(error.problems.length).toBeGreaterThan(0);
    for (const { say, path } of error.problems) {
      expect(say).not.toBe('');
      expect(typeof path).toBe('string');
    }
    return 'refused';
  }
}

it(`${COUNT} damaged scenario files are refused with their problems, or run`, { timeout: 3_600_000 }, () => {
  const next = random(Number(process.env.KERUEN_SEED ?? 20_261_201));
  const counts = { refused: 0, ran: 0, 'ended early': 0 };
  let slowest = 0;
  for (let i = 0; i < COUNT; i++) {
    const tree = structuredClone(trees[i % trees.length]);
    const done = Array.from({ length: next() < 0.7 ? 1 : 3 }, () => mutate(tree, next));
    let text = i % 2 === 0 ? stringify(tree) : JSON.stringify(tree);
    if (next() < 0.1) {
      text = damage(text, next);
      done.push('a byte damaged');
    }
    const what = `mutation ${i} of ${scenarios[i % trees.length].id}: ${done.join('; ')}`;
    const before = process.cpuUsage();
    let outcome: ReturnType<typeof tried>;
    try {
      outcome = tried(text);
    } catch (error) {
      throw new Error(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
    const { user, system } = process.cpuUsage(before);
    const took = (user + system) / 1000;
    slowest = Math.max(slowest, took);
    expect(took, what).toBeLessThan(MOST);
    counts[outcome]++;
  }
  console.log(`${JSON.stringify(counts)}, the slowest ${Math.round(slowest)} ms`);
  // Both must come often, or the test would say nothing.
  expect(counts.refused).toBeGreaterThan(COUNT / 10);
  expect(counts.ran).toBeGreaterThan(COUNT / 10);
});
