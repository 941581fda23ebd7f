import { describe, expect, it } from 'vitest';
import { STATES } from '../../../src/experiment';
import { writeJson } from '../../../src/study/results/json';
import { runStudy } from '../../../src/study/running/run';
import { twoTerminals } from '../twoTerminals';

describe('the JSON of a run', () => {
  it('has exactly the keys of the contract, in its order', async () => {
    const run = await runStudy(twoTerminals, { replications: 2, days: 30, workers: 1, precision: 0.9 });
    const text = writeJson(run);
    const read = JSON.parse(text);
    expect(Object.keys(read)).toEqual([
      ...['schema', 'keruen', 'scenario', 'seed', 'replications', 'window', 'runHash', 'events', 'answer'],
      ...['measures', 'journeys', 'ledger', 'preview', 'formulas', 'precision'],
    ]);
    expect(Object.keys(read.scenario)).toEqual(['id', 'hash', 'changes']);
    expect(Object.keys(read.window)).toEqual(['start', 'end', 'warmUp']);
    expect(Object.keys(read.precision)).toEqual(['asked', 'reached', 'worst']);
    for (const one of read.measures) {
      expect(Object.keys(one)).toEqual([
        'measure',
        'statistic',
        'of',
        'unit',
        'state',
        'estimate',
        'low',
        'high',
        'level',
        'n',
        ...(one.truncated === true ? ['truncated'] : []),
      ]);
      expect(STATES).toContain(one.state);
    }
    const keys = read.measures.map((one: { measure: string; statistic: string; of: object; unit: string }) =>
      JSON.stringify([one.measure, one.statistic, one.of, one.unit]),
    );
    expect(new Set(keys).size).toBe(keys.length);
    for (const one of read.journeys) {
      expect(Object.keys(one)).toEqual(['flow', 'route', 'n', 'stops']);
      for (const stop of one.stops) {
        expect(Object.keys(stop)).toEqual(['place', 'km', 'arrival', 'departure']);
        expect(Object.keys(stop.arrival)).toEqual(['mean', 'p10', 'p50', 'p90']);
      }
    }
    for (const one of read.ledger) {
      expect(Object.keys(one)).toEqual(['flow', 'band', 'boxes', 'censored', 'seconds', 'parts']);
      for (const part of one.parts) expect(Object.keys(part)).toEqual(['cause', 'where', 'seconds', 'share']);
    }
    expect(text.endsWith('}\n')).toBe(true);
    expect(text).toContain('\n  "schema": "keruen/run@1",\n');
    expect(text).not.toMatch(/\d\d:\d\d/);
  });

  it('never holds a number that is none', () => {
    expect(() => writeJson({ a: [{ b: Number.NaN }] })).toThrow('a.0.b is NaN');
    expect(() => writeJson({ a: Number.POSITIVE_INFINITY })).toThrow('a is Infinity');
    expect(writeJson({ a: null, b: undefined })).toBe('{\n  "a": null\n}\n');
  });
});
