// Every program in examples/ prints what the file beside it says, and a page quotes what it prints.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it, vi } from 'vitest';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (path: string) => readFileSync(at(path), 'utf8');
const programs = readdirSync(at('examples')).filter((name) => name.endsWith('.ts'));

/** Runs a program in this process and returns what it printed. */
async function printed(program: string): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...words: unknown[]) => {
    lines.push(`${words.join(' ')}\n`);
  });
  try {
    await import(pathToFileURL(at(`examples/${program}`)).href);
  } finally {
    log.mockRestore();
  }
  return lines.join('');
}

describe('the examples', () => {
  it('has at least one program', () => {
    expect(programs.length).toBeGreaterThan(0);
  });

  // Fifty years of a corridor: seconds on an idle machine, more on a busy one.
  it.each(programs)('%s prints what the file beside it says', { timeout: 240_000 }, async (program) => {
    const out = `examples/${program.replace(/\.ts$/, '.out')}`;
    const text = await printed(program);
    if (process.env.KERUEN_RENEW === '1') writeFileSync(at(out), text);
    expect(text, `to renew: KERUEN_RENEW=1 npx vitest run test/examples`).toBe(read(out));
  });

  it('are linked to where their answers are told, with what they print', () => {
    const text = [
      'README.md',
      ...['examples', 'src/model', 'src/kernel', 'src/queueing'].map((one) => `${one}/README.md`),
    ]
      .map(read)
      .join('\n');
    for (const program of programs) {
      expect(text).toContain(`\`${program}\`](`);
      expect(text).toContain(`\`\`\`text\n${read(`examples/${program.replace(/\.ts$/, '.out')}`)}\`\`\``);
    }
  });

  it('has a planning script of 25 to 30 lines', () => {
    const lines = read('examples/plan.ts').trimEnd().split('\n').length;
    expect(lines).toBeGreaterThanOrEqual(25);
    expect(lines).toBeLessThanOrEqual(30);
  });
});
