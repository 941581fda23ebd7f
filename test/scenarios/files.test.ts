// Every shipped scenario and each of its variants goes to a file and back, as YAML and as JSON, and runs the same.
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Corridor, corridor as define, shipped } from '../../src/model/change/define';
import { readScenario, writeScenario } from '../../src/model/file/file';
import { replicate } from '../../src/model/replicate';
import { scenarios } from '../../src/scenarios';
import { days } from '../../src/units';

const hashOf = ({ data, dated }: Corridor) =>
  replicate({ ...data, warmUp: days(0) }, { seed: 'keruen', replication: 0, days: 2, later: dated }).hash;

it('is not made until somebody asks for it', () => {
  let read = 0;
  const data = new Proxy(scenarios[0].corridor.data, {
    get: (target, key) => {
      read++;
      return Reflect.get(target, key);
    },
  });
  const lazy = shipped(data);
  expect(read).toBe(0);
  expect(lazy.data.id).toBe(scenarios[0].id);
  expect(read).toBeGreaterThan(0);
});

describe.each(scenarios.map(({ id, corridor }) => [id, corridor] as const))('%s', (id, corridor) => {
  const yaml = writeScenario(corridor);

  it('holds as a whole, with every change and variant that it offers', () => {
    expect(define(corridor.data).hash).toBe(corridor.hash);
  });

  it.each([
    ['YAML', yaml],
    ['JSON', JSON.stringify(parse(yaml))],
  ])('is read back from %s without a problem, with the same hashes, as itself and in every variant', (_, text) => {
    const { corridor: read, problems } = readScenario(text, `${id}.file`, { base: () => undefined });
    expect(problems).toEqual([]);
    if (read === undefined) return;
    expect(read.hash).toBe(corridor.hash);
    expect(hashOf(read)).toBe(hashOf(corridor));
    for (const variant of Object.keys(corridor.data.variants ?? {})) {
      const [ours, theirs] = [corridor.variant(variant), read.variant(variant)];
      expect(theirs.hash, variant).toBe(ours.hash);
      expect(hashOf(theirs), variant).toBe(hashOf(ours));
    }
  });
});
