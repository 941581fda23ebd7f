// The figures that the README quotes of the shipped scenario are those of a run with the default options.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { inWords } from '../src/report/words/inWords';
import { middleCorridor2024 } from '../src/scenarios/middleCorridor2024';
import { measureOf } from '../src/study/results/measureOf';
import { runAndValidate } from '../src/study/validation/validate';

const pageOf = (path: string) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), 'utf8');
const readme = pageOf('README.md') + pageOf('src/scenarios/README.md');
const rowOf = (start: string) => readme.split('\n').find((line) => line.startsWith(start)) ?? '';

it('quotes the answer of middle-corridor-2024 and its rows beside published figures as they are', {
  timeout: 120_000,
}, async () => {
  const { run, validation } = await runAndValidate(middleCorridor2024, {});
  const transit = inWords(measureOf(run, 'mean transit time of westbound')).replace(' d', ' days');
  expect(rowOf('| `middle-corridor-2024` |')).toContain(transit);
  const account = run.ledger.find(({ flow, band }) => flow === 'westbound' && band === 'all');
  const moving = account?.parts
    .filter(({ cause }) => cause === 'moving')
    .reduce((sum, { seconds }) => sum + seconds, 0);
  const days = ((moving ?? 0) / (account?.boxes ?? 1) / 86_400).toFixed(1);
  expect(rowOf('| `middle-corridor-2024` |')).toContain(`${days} of them moving`);
  const rows = validation?.rows.filter(({ counted }) => counted) ?? [];
  expect(rows.length).toBe(3);
  for (const { id, estimate, low, high, inside } of rows) {
    const figure = `${estimate?.toFixed(1)} ± ${(((high ?? 0) - (low ?? 0)) / 2).toFixed(1)} d`;
    expect(rowOf(`| ${id} |`)).toContain(`| ${figure} |`);
    expect(rowOf(`| ${id} |`)).toContain(inside ? '| inside |' : '| outside |');
  }
});
