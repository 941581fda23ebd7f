// The Middle Corridor's run, pinned: it may be wrong, but it must not change without a word.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { replicate } from '../../src/model/run';
import { middleCorridor2024 } from '../../src/scenarios/middleCorridor2024';

const file = fileURLToPath(new URL('./middle-corridor-2024.json', import.meta.url));

const howToRenew = [
  'The run of middle-corridor-2024 has changed: every figure that anybody computed with it may be another one now.',
  'If that was not meant, find out why. If it was, renew the pin with',
  '  KERUEN_RENEW=1 npx vitest run test/unchanged',
  'and say in CHANGELOG.md, in a line that begins with `results`, what changed in the results and why.',
].join('\n');

it('middle-corridor-2024 runs as it did before', () => {
  const { hash, events } = replicate(middleCorridor2024.data, { seed: 'keruen', replication: 0 });
  const now = { scenario: middleCorridor2024.hash, seed: 'keruen', replication: 0, runHash: hash, events };
  if (process.env.KERUEN_RENEW === '1') writeFileSync(file, `${JSON.stringify(now, null, 2)}\n`);
  expect(now, howToRenew).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});
