// The shipped scenarios' runs, pinned: they may be wrong, but they must not change without a word.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { replicate } from '../../src/model/replicate';
import { scenarios } from '../../src/scenarios';

const howToRenew = (id: string) =>
  [
    `The run of ${id} has changed: every figure that anybody computed with it may be another one now.`,
    'If that was not meant, find out why. If it was, renew the pin with',
    '  KERUEN_RENEW=1 npx vitest run test/unchanged',
    'and say in CHANGELOG.md, in a line that begins with `results`, what changed in the results and why.',
  ].join('\n');

it.each(scenarios.map(({ id, corridor }) => [id, corridor] as const))('%s runs as it did before', (id, corridor) => {
  const file = fileURLToPath(new URL(`./${id}.json`, import.meta.url));
  const { hash, events } = replicate(corridor.data, { seed: 'keruen', replication: 0 });
  const now = { scenario: corridor.hash, seed: 'keruen', replication: 0, runHash: hash, events };
  if (process.env.KERUEN_RENEW === '1') writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
  expect(now, howToRenew(id)).toEqual(existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
});
