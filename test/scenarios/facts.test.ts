import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { settablePaths } from '../../src/model/schema/settablePaths';
import { readPath } from '../../src/problem';
import { facts } from '../../src/scenarios/facts';
import { findScenario, scenarios } from '../../src/scenarios/index';
import { validationRows } from '../../src/scenarios/validation';

describe('what a scenario does not know', () => {
  it('is said in the words of the page about the scenarios', () => {
    const readme = readFileSync(new URL('../../src/scenarios/README.md', import.meta.url), 'utf8');
    for (const { id, knowsNot } of scenarios) expect([id, readme.includes(`| ${knowsNot} |`)]).toEqual([id, true]);
  });
});

describe('facts', () => {
  it('have an id, a unit, a source, and for each public figure its year and address', () => {
    expect(facts.size).toBe(164);
    for (const [id, fact] of facts) {
      expect(id).toMatch(/^[A-EN]\d\d\d?$/);
      expect(fact.unit).not.toBe('');
      expect(fact.source).not.toBe('');
      const numbers = [fact.value, fact.low ?? 0, fact.high ?? 0].flat();
      expect(numbers.every(Number.isFinite), id).toBe(true);
      if (fact.low !== undefined && fact.high !== undefined) expect(fact.low, id).toBeLessThanOrEqual(fact.high);
      if (id.startsWith('N')) expect(fact.source).toMatch(/^assumption: /);
      else
        expect([id, fact.year, fact.url]).toEqual([id, expect.any(Number), expect.stringMatching(/^https?:\/\/\S+$/)]);
    }
  });

  it('hold what was published beside every row of the validation', () => {
    for (const { id, published, period } of validationRows) {
      const fact = facts.get(id);
      expect([id, published.value, published.year]).toEqual([id, fact?.value, fact?.year]);
      const spread = fact?.range === 'spread';
      expect([published.low, published.high]).toEqual(spread ? [fact?.low, fact?.high] : [null, null]);
      expect({ d: 'days', h: 'h', TEU: 'TEU', trains: 'trains' }[published.unit]).toBe(fact?.unit);
      expect(period).toMatch(/^\d{4}(-\d\d(\/\d{4}-\d\d)?)?$/);
      expect(period.startsWith(String(published.year))).toBe(true);
    }
  });
});

/** Words, dates, places on the map, and the gauge, which says what a line is and not how much of it there is. */
const noFigure = /(?:^|\.)(?:at|unlocode|title|start|kind|from|to|on|between|gauge|warmUp)$/;

describe.each(scenarios.map((one) => [one.id, one] as const))('the shipped scenario %s', (id, scenario) => {
  const { data } = scenario.corridor;
  const sources = Object.entries(data.sources ?? {});

  it('is found by its id and says what it asks and what it does not know', () => {
    expect(data.id).toBe(id);
    expect(findScenario(id)).toBe(scenario);
    expect(scenario.question).toMatch(/\?$/);
    expect(scenario.knowsNot).toMatch(/\.$/);
  });

  it('cites facts that are there, and for the rest gives a reason', () => {
    for (const [path, source] of sources) {
      const ids = source.match(/\b[A-EN]\d\d\d?\b/g) ?? [];
      if (!source.startsWith('assumed: ')) expect(ids, `${path}: ${source}`).not.toHaveLength(0);
      for (const cited of ids) expect(facts.has(cited), `${path} cites ${cited}`).toBe(true);
    }
  });

  it('cites no observed time or throughput that it is compared with', () => {
    const compared = new Set(validationRows.map((row) => row.id));
    for (const [path, source] of sources) expect(compared.has(source), `${path} cites ${source}`).toBe(false);
  });

  it('has a source for each of its numbers, at its path or at the entry that holds it', () => {
    const cited = new Set(sources.map(([path]) => readPath(path).join('\n')));
    const has = (path: string) => readPath(path).some((_, i, keys) => cited.has(keys.slice(0, i + 1).join('\n')));
    const figures = settablePaths(data).filter(({ path, value }) => /\d/.test(value) && !noFigure.test(path));
    expect(figures.length).toBeGreaterThan(50);
    expect(figures.filter(({ path }) => !has(path)).map(({ path }) => path)).toEqual([]);
  });
});

describe('a scenario that is not there', () => {
  it('is refused with the names that were probably meant, or with all', () => {
    expect(() => findScenario('midle-corridor-2024')).toThrow('did you mean middle-corridor-2024?');
    expect(() => findScenario('suez')).toThrow('There is no scenario "suez"; there is middle-corridor-2024');
  });
});
