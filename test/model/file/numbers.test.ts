// Numbers as people write them by mistake: decimal commas inside and outside braces, and what is no number.
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../src/model/file/file';

const terminal = (cranes: string, shunting = '1 h', yard = '1500 TEU') => `
keruen: scenario@1
id: one
title: One terminal
start: 2025-01-01
places:
  A: { kind: terminal, at: [43, 77], tracks: 2, shunting: ${shunting}, cranes: { rail: ${cranes} }, yard: { capacity: ${yard} } }
  B: { kind: hinterland, at: [50, 57] }
lines: { way: { between: [A, B], mode: rail, gauge: 1520, length: 480 km, speed: 40 km/h } }
services: { train: { on: way, fleet: sets, leaves: { full: true, longestWait: 1 d } } }
fleets: { sets: { count: 4, carries: 100 TEU } }
flows: { out: { from: A, to: B, demand: 9 kTEU/year, boxes: { 22G1: 100 % } } }
`;
const said = (text: string) => readScenario(text, 'one.yaml', { base: () => undefined }).problems.map(({ say }) => say);

describe('a decimal comma', () => {
  it('inside braces is named, with the number to write', () => {
    expect(said(terminal('{ count: 2, rate: 15,5 moves/h }'))).toEqual([
      '15,5 is two entries to YAML, since a comma inside braces begins a new one; write 15.5 moves/h.',
    ]);
    expect(said(terminal('{ count: 2, rate: 15 moves/h }', '1 h', '1500,25 TEU'))).toEqual([
      '1500,25 is two entries to YAML, since a comma inside braces begins a new one; write 1500.25 TEU.',
    ]);
  });

  it.each([
    ['{ law: lognormal, mean: 4,5 h, sd: 2 h }', ['4.5 h']],
    ['{ law: lognormal, mean: 4 h, sd: 2,5 h }', ['2.5 h']],
    ['{ law: triangular, least: 0,125 h, mode: 1 h, most: 2 h }', ['0.125 h']],
  ])('inside a law is named, and nothing beside it: %s', (law, numbers) => {
    const text = terminal('{ count: 2, rate: 15 moves/h }', law);
    for (const number of numbers) expect(said(text)[0]).toContain(`; write ${number}.`);
    expect(said(text)).toHaveLength(1);
    const collected = terminal('{ count: 2, rate: 15 moves/h }', '1 h', `1500 TEU, collected: ${law}`);
    expect(said(collected)).toHaveLength(1);
  });

  it('inside a setting of a change too, in a file and in a script, and of a position', () => {
    const crane = terminal('{ count: 2, rate: 15 moves/h }');
    const change = `${crane}changes: { c: { set: { places.A.shunting: { law: lognormal, mean: 4,5 h, sd: 2 h } } } }\n`;
    expect(said(change)).toEqual([expect.stringMatching(/^4,5 is two entries to YAML.*write 4\.5 h\.$/)]);
    const { corridor } = readScenario(crane, 'one.yaml', { base: () => undefined });
    for (const set of [
      { 'places.A.shunting': { law: 'lognormal', mean: 4, '5 h': null, sd: '2 h' } },
      { 'places.A.yard': { capacity: 4, '5 h': null } },
    ])
      expect(() => corridor?.apply({ set })).toThrow(/^[^\n]*4,5 is two entries to YAML[^\n]*write 4\.5 h\.$/);
    expect(said(crane.replace('[43, 77]', '[43,60, 76,9]'))[0]).toContain('Numbers have a decimal point, not a comma.');
  });

  it('of a number without a unit too, whose rest YAML takes to the front', () => {
    const shares = terminal('{ count: 2, rate: 15 moves/h }').replace('{ 22G1: 100 % }', '{ 45G1: 0,5, 22G1: 50 % }');
    expect(said(shares)[0]).toMatch(/0,5 is two entries to YAML.*write 0\.5\./);
  });

  it('outside braces too', () => {
    const [say] = said(terminal('{ count: 2, rate: 15 moves/h }').replace('start:', 'warmUp: 1,5 d\nstart:'));
    expect(say).toContain('write 1.5 d if a decimal point was meant');
  });
});

it.each(['.nan', '.inf'])('%s is not a number of hours', (shunting) => {
  const [say] = said(terminal('{ count: 2, rate: 15 moves/h }', shunting));
  expect(say).toMatch(/^(?:NaN|Infinity) is not a number of hours; write a duration in/);
  expect(said(terminal('{ count: 2, rate: 15 moves/h }'))).toEqual([]);
});
