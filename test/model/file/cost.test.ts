// What a check costs: it grows with the length of a file, not with its square, whether the file is right or wrong.
import { cpuUsage } from 'node:process';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../src/model/file/file';

const head = `keruen: scenario@1
id: two
title: Two terminals
start: 2025-01-01
warmUp: 30 d
places:
  A: { kind: terminal, at: [43, 77], tracks: 2, shunting: 1 h, cranes: { rail: { count: 2, rate: 15 moves/h } }, yard: { capacity: 1500 TEU } }
  B: { kind: terminal, at: [50, 58], tracks: 2, shunting: 1 h, cranes: { rail: { count: 2, rate: 15 moves/h } }, yard: { capacity: 1500 TEU } }
lines: { Steppe: { between: [A, B], mode: rail, length: 2200 km, speed: 35 km/h } }
services: { shuttle: { on: Steppe, fleet: sets, leaves: { full: true, longestWait: 3 d } } }
fleets: { sets: { count: 6, carries: 110 TEU } }
flows: { north: { from: A, to: B, demand: 12 kTEU/year, boxes: { 22G1: 100 % } } }
`;
const lines = (n: number, line: (i: number) => string) => Array.from({ length: n }, (_, i) => `${line(i)}\n`).join('');
const dayOf = (i: number) => new Date(Date.UTC(1950, 0, 1 + i)).toISOString().slice(0, 10);
const calendar = (dates: string) =>
  `${head}calendars:\n  day:\n    timeZone: Asia/Almaty\n    hours: { daily: "08:00-20:00" }\n    dates:\n${dates}`;
const changes = (n: number) => lines(n, (i) => `  c${i}: { set: { fleets.sets.count: ${i + 1} } }`);

/** What grows, how many of them, and the file. */
type Kind = readonly [what: string, n: number, file: (n: number) => string, problems: number];
const kinds: readonly Kind[] = [
  ['dates of a calendar', 10_000, (n) => calendar(lines(n, (i) => `      ${dayOf(i)}: "09:00-18:00"`)), 0],
  ['dates that are none', 2_000, (n) => calendar(lines(n, (i) => `      2024-13-${i}: "09:00-18:00"`)), 1],
  ['hours that are none', 2_000, (n) => calendar(lines(n, (i) => `      ${dayOf(i)}: "9 to 18"`)), 1],
  [
    'dates that overlap',
    4_000,
    (n) => calendar(lines(n, (i) => `      ${dayOf(i)}..${dayOf(i + 1)}: "09:00-18:00"`)),
    1,
  ],
  ['dates that stand twice', 4_000, (n) => calendar(lines(n, (i) => `      ${dayOf(i >> 1)}: closed`)), 1],
  ['changes in no variant', 500, (n) => `${head}changes:\n${changes(n)}`, 0],
  ['variants', 500, (n) => `${head}changes:\n${changes(n)}variants:\n${lines(n, (i) => `  v${i}: [c${i}]`)}`, 0],
  ['variants of what is not there', 500, (n) => `${head}variants:\n${lines(n, (i) => `  v${i}: [c${i}]`)}`, 1],
  [
    'dates that a change sets',
    1_000,
    (n) =>
      `${calendar(`      2024-01-01: closed\n`)}changes:\n  c:\n    set:\n${lines(n, (i) => `      calendars.day.dates."${dayOf(i)}": closed`)}`,
    0,
  ],
  ['sources of what is not there', 2_000, (n) => `${head}sources:\n${lines(n, (i) => `  places.A.x${i}: N1`)}`, 1],
  [
    'settings that are none',
    1_000,
    (n) => `${head}changes:\n  c:\n    set:\n${lines(n, (i) => `      places.A.tracks.x${i}: 1`)}`,
    1,
  ],
  ['keys that are none', 2_000, (n) => `${head}weather:\n${lines(n, (i) => `  w${i}: 1`)}`, 1],
];

/** Seconds of the processor, not of the clock: other work of the machine does not count. */
function secondsOf(text: string, problems: number): number {
  const from = cpuUsage();
  const found = readScenario(text, 'x.yaml', { base: () => undefined }).problems;
  const { user, system } = cpuUsage(from);
  expect(found.length).toBeGreaterThanOrEqual(problems);
  if (problems === 0) expect(found).toEqual([]);
  return (user + system) / 1e6;
}

describe('a check', () => {
  it.each(kinds)('of twice the %s takes some twice the time', (_, n, file, problems) => {
    secondsOf(file(Math.ceil(n / 10)), problems);
    const once = secondsOf(file(n), problems);
    const twice = secondsOf(file(2 * n), problems);
    // The square would be four times.
    expect(twice).toBeLessThan(Math.max(0.5, 3.2 * once));
    // On a machine of its own 50,000 dates take 2 s, and so do 1,000 variants.
    expect(twice).toBeLessThan(5);
  });
});
