// The README's promises about the repository itself.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../src/model/file/file';
import { waitErlang } from '../src/queueing';
import { scenarios } from '../src/scenarios';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const readme = readFileSync(at('README.md'), 'utf8');
const pages = [
  'README.md',
  'src/README.md',
  ...[
    'examples',
    'src/model',
    'src/kernel',
    'src/queueing',
    'src/experiment',
    'src/study',
    'src/scenarios',
    'bench',
    'test',
  ].map((folder) => `${folder}/README.md`),
];
const section = (heading: string) => readme.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

describe('the README', () => {
  it('names six files to read, which are there and have at most 900 lines together', () => {
    const files = [...section('Six files to read').matchAll(/^\d\. \[`([^`]+)`\]/gm)].map(([, path]) => path);
    expect(files).toHaveLength(6);
    const lines = files.map((path) => readFileSync(at(path), 'utf8').trimEnd().split('\n').length);
    expect(lines.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(900);
  });

  it('has a row for every shipped scenario', () => {
    for (const { id } of scenarios) expect(section('Scenarios')).toContain(`\`${id}\``);
  });

  it('is one page, and leads to all the others', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
    for (const page of pages.slice(1)) expect(readme).toContain(`](${page})`);
  });

  it.each(pages)('%s links only to files that are there', (page) => {
    const text = readFileSync(at(page), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)].map(([, path]) => path);
    for (const path of links) expect(existsSync(at(join(dirname(page), path))), path).toBe(true);
  });

  it('leads to a page that shows a whole corridor that is read without a problem', () => {
    const yaml = readFileSync(at('src/model/README.md'), 'utf8').split('```yaml\n')[1].split('```')[0];
    const { corridor, problems } = readScenario(yaml, 'two-terminals.yaml', { base: () => undefined });
    expect(problems).toEqual([]);
    expect(corridor?.data.id).toBe('two-terminals');
  });

  it('gives the exact waiting factors to the digits that it shows, beside entries that are off', () => {
    const queueing = readFileSync(at('src/queueing/README.md'), 'utf8');
    const rows = [...queueing.matchAll(/^\| (M|E2)\/E2\/(\d) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+)/gm)];
    expect(rows).toHaveLength(4);
    for (const [, arrivals, servers, utilisation, coded, exact] of rows) {
      const { waitOverService } = waitErlang({
        servers: Number(servers),
        arrivalShape: arrivals === 'M' ? 1 : 2,
        serviceShape: 2,
        utilisation: Number(utilisation),
      });
      expect(waitOverService.toFixed(exact.split('.')[1].length)).toBe(exact);
      expect(waitOverService.toFixed(coded.split('.')[1].length)).not.toBe(coded);
    }
  });

  it('begins with the two lines that a newcomer types', () => {
    const top = readme.split('\n').slice(0, 20).join('\n');
    expect(top).toContain('npm ci && npm start');
    expect(top).toContain('npm ci && npm test');
  });
});
