// The last bit of Math.log is each engine's own; a run is promised to be the same in all of them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../src', import.meta.url));
// What an engine may round as it likes. Math.sqrt is exact by IEEE 754, and a power of two with a whole exponent is taken as one.
const approximate =
  /Math\.(?:log|log2|log10|log1p|exp|expm1|pow|sin|cos|tan|atan|atan2|cbrt|hypot|sinh|cosh|tanh)\b|(?<!\b2) \*\* /;
/** Formulas of the preview, which no run reads. */
const notOnARun = ['model/formulas/', 'model/preview/'];

it.each(['model', 'stochastic', 'kernel'])('%s takes logarithms and powers from the library alone', (folder) => {
  const files = readdirSync(join(src, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((name) => name.endsWith('.ts') && !notOnARun.some((one) => name.startsWith(one)));
  expect(files.length).toBeGreaterThan(5);
  const found = files.flatMap((name) =>
    readFileSync(join(src, name), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line) && approximate.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
