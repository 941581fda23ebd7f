// Calendars against one another where clocks change: open together at any time of the year is enough.
import { expect, it } from 'vitest';
import { meet } from '../../../src/model/checks/hours';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import { small } from '../small';

const calendars = {
  'Warsaw at eight': { timeZone: 'Europe/Warsaw', hours: { daily: '08:00-09:00' } },
  'six UTC': { timeZone: 'UTC', hours: { daily: '06:00-07:00' } },
  'seven UTC': { timeZone: 'UTC', hours: { daily: '07:00-08:00' } },
  'eight UTC': { timeZone: 'UTC', hours: { daily: '08:00-09:00' } },
};

it.each([
  ['six UTC', true, 'in summer'],
  ['seven UTC', true, 'in winter'],
  ['eight UTC', false, 'never'],
] as const)('eight in Warsaw and %s meet: %s, %s', (other, meets, _when) => {
  const data: CorridorData = { ...small, calendars };
  expect(meet(data, 'Warsaw at eight', other)).toBe(meets);
  expect(meet(data, other, 'Warsaw at eight')).toBe(meets);
});

it('goes by a year of its own where the start is no day, which has a problem of its own', () => {
  const data = { ...small, start: 'soon', calendars } as CorridorData;
  expect(meet(data, 'Warsaw at eight', 'six UTC')).toBe(true);
});
