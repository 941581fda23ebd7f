// Quantities: made, read and written without a digit lost, and refused where they make no sense.
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Duration, Share, Teu, TeuPerYear, UnitKind, UnitValues } from '../src/units';
import * as units from '../src/units';
import { readUnit, unitWords, writeUnit } from '../src/units';

const kinds = Object.keys(unitWords) as UnitKind[];
const write = (kind: UnitKind, value: number) => writeUnit(kind, value as UnitValues[UnitKind]);

/** Values of one kind: any double from 0 to its limit, short decimals, and whole seconds for durations. */
function quantityOf(kind: UnitKind): fc.Arbitrary<number> {
  const { most } = unitWords[kind];
  if (kind === 'duration') {
    const whole = (step: number) => fc.integer({ min: 0, max: most / step }).map((n) => n * step);
    return fc.oneof(whole(1), whole(60), whole(900), whole(3600), whole(86_400));
  }
  return fc.oneof(
    fc.double({ min: 0, max: most, noNaN: true }).map((x) => x + 0),
    fc.integer({ min: 0, max: Math.min(most, 1e6) }),
    fc.integer({ min: 0, max: 1e4 }).map((n) => Math.min(most, n / 1000)),
    fc.integer({ min: 0, max: Math.floor(most / 1.852) }).map((n) => n * 1.852),
  );
}

describe('making quantities', () => {
  it('counts in the base unit of each kind', () => {
    expect(units.seconds(90)).toBe(90);
    expect(units.minutes(30)).toBe(1800);
    expect(units.hours(1.1)).toBe(3960);
    expect(units.days(90)).toBe(7_776_000);
    expect(units.km(508)).toBe(508);
    expect(units.kmPerHour(40)).toBe(40);
    expect(units.knots(12)).toBe(22.224);
    expect(units.teu(350)).toBe(350);
    expect(units.kteu(30.1)).toBe(30_100);
    expect(units.teuPerYear(8000)).toBe(8000);
    expect(units.kteuPerYear(300)).toBe(300_000);
    expect(units.movesPerHour(15)).toBe(15);
    expect(units.pathsPerDay(12)).toBe(12);
    expect(units.percent(7)).toBe(0.07);
    expect(units.share(0.2)).toBe(0.2);
    expect(units.musd(45)).toBe(45);
  });

  const makers = {
    seconds: units.seconds,
    minutes: units.minutes,
    hours: units.hours,
    days: units.days,
    km: units.km,
    kmPerHour: units.kmPerHour,
    knots: units.knots,
    teu: units.teu,
    kteu: units.kteu,
    teuPerYear: units.teuPerYear,
    kteuPerYear: units.kteuPerYear,
    movesPerHour: units.movesPerHour,
    pathsPerDay: units.pathsPerDay,
    percent: units.percent,
    share: units.share,
    musd: units.musd,
  };
  it.each(Object.entries(makers))(
    '%s refuses NaN, infinity, what is below 0, and what is beyond all measure',
    (_, make) => {
      expect(() => make(Number.NaN)).toThrow(/^NaN is not an? .*; give a finite number/);
      expect(() => make(Number.POSITIVE_INFINITY)).toThrow(/^Infinity is not/);
      expect(() => make(Number.NEGATIVE_INFINITY)).toThrow(RangeError);
      expect(() => make(-4)).toThrow(/^-4.* is below 0; an? .* is 0 or more\.$/);
      expect(() => make(-0)).toThrow(/is below 0/);
      expect(() => make(1e12)).toThrow(/is too much for an? .*; at most .* is allowed/);
      expect(make(0)).toBe(0);
    },
  );

  it('names the limit of each kind, and allows it', () => {
    const limits = { duration: '3650 d', length: '50000 km', speed: '1000 km/h', teu: '10 MTEU', share: '100 %' };
    for (const [kind, text] of Object.entries(limits)) {
      expect(unitWords[kind as UnitKind].mostText).toBe(text);
    }
    for (const kind of kinds) expect(readUnit(kind, unitWords[kind].mostText)).toBe(unitWords[kind].most);
    expect(() => readUnit('duration', '3651 d')).toThrow('at most 3650 d');
  });

  it('refuses a duration that is not a whole number of seconds', () => {
    expect(() => units.hours(0.0001)).toThrow('0.0001 h is not a whole number of seconds');
    expect(units.hours(1 / 3)).toBe(1200);
  });

  it('lets no bare number and no other kind stand for a kind', () => {
    expectTypeOf<number>().not.toExtend<Duration>();
    expectTypeOf<Teu>().not.toExtend<Duration>();
    expectTypeOf<Teu>().not.toExtend<TeuPerYear>();
    expectTypeOf<Share>().toExtend<number>();
    expectTypeOf(units.hours).returns.toEqualTypeOf<Duration>();
  });
});

describe('reading quantities', () => {
  it.each([
    ['duration', '6 h', 21_600],
    ['duration', '0.5h', 1800],
    ['duration', '1.1 hours', 3960],
    ['duration', '45 min', 2700],
    ['duration', '2 weeks', 1_209_600],
    ['duration', '1 d', 86_400],
    ['duration', '1.5 days', 129_600],
    ['duration', '1e3 s', 1000],
    ['length', '508 km', 508],
    ['length', '850 m', 0.85],
    ['speed', '62 km/h', 62],
    ['speed', '12 kn', 22.224],
    ['speed', '12 knots', 22.224],
    ['speed', '20 m/s', 72],
    ['teu', '6000 TEU', 6000],
    ['teu', '30.1 kTEU', 30_100],
    ['teuPerYear', '30 kTEU/year', 30_000],
    ['teuPerYear', '1.4 MTEU/year', 1_400_000],
    ['moves', '15 moves/h', 15],
    ['moves', '15 boxes/h', 15],
    ['moves', '24 lifts/day', 1],
    ['paths', '12 trains/day', 12],
    ['paths', '1 path/h', 24],
    ['share', '20 %', 0.2],
    ['share', '7%', 0.07],
    ['share', '0.2', 0.2],
    ['money', '45 MUSD', 45],
    ['money', '500 kUSD', 0.5],
    ['money', '3 USD', 0.000003],
  ] as const)('a %s of %s is exactly %d', (kind, text, value) => {
    expect(readUnit(kind, text)).toBe(value);
  });

  it.each([
    ['teu', '5,000 TEU', /thousands separator .* write 5000 TEU, or 5\.000 TEU if/],
    ['teu', '5 000 TEU', /thousands separator .* write 5000 TEU\.$/],
    ['teu', "1'500'000 TEU", /thousands separator .* write 1500000 TEU\.$/],
    ['duration', '1,5 h', /no comma; write 1\.5 h if a decimal point was meant/],
    ['duration', '8', /^8 what\? Write 8 h/],
    ['share', '20', /^20 what\? Write 20 %/],
    ['duration', '5 TEU', /"TEU" is no unit for a duration; write a duration in s, min, h, d, weeks/],
    ['teu', '5 h', /"h" is no unit for a number of TEU/],
    ['teu', '5 teu', /"teu" is no unit for a number of TEU \(did you mean TEU\?\)/],
    ['duration', '8 hrz', /"hrz" is no unit for a duration/],
    ['duration', '2 h 30 min', /"h 30 min" is no unit/],
    ['moves', '10 moves/2 h', /"moves\/2 h" is no unit/],
    ['duration', 'six h', /does not begin with a number/],
    ['duration', '', /does not begin with a number/],
    ['duration', '1 month', /a month is not always the same number of days/],
    ['duration', '2 years', /a year is not always the same number of days/],
    ['paths', '300 trains/year', /a year is not always/],
    ['teuPerYear', '30 kTEU', /"kTEU" is no unit for a demand/],
    ['teuPerYear', '30 TEU/day', /demand is counted in each calendar year/],
    ['teuPerYear', '30 TEU/month', /demand is counted in each calendar year/],
    ['teu', '5 mTEU', /mTEU is not used; k is a thousand, M a million/],
    ['money', '5 mUSD', /mUSD is not used/],
    ['duration', '-3 h', /"-3 h" is below 0/],
    ['duration', 'NaN h', /does not begin with a number/],
    ['duration', '1e400 h', /Infinity is not a duration/],
    ['duration', '0.3 s', /"0.3 s" is not a whole number of seconds/],
    ['share', '120 %', /"120 %" is too much for a share; at most 100 %/],
    ['share', '2 h', /"h" is no unit for a share/],
    ['duration', '8 constructor', /no unit/],
  ] as const)('a %s of "%s" is refused with a sentence', (kind, text, sentence) => {
    expect(() => readUnit(kind, text)).toThrow(RangeError);
    expect(() => readUnit(kind, text)).toThrow(sentence);
  });
});

describe('writing quantities', () => {
  it.each([
    ['duration', 7200, '2 h'],
    ['duration', 5400, '90 min'],
    ['duration', 9000, '2.5 h'],
    ['duration', 172_800, '48 h'],
    ['duration', 7_776_000, '90 d'],
    ['duration', 61, '61 s'],
    ['share', 0.32, '32 %'],
    ['share', 0.07, '7 %'],
    ['share', 1e-7, '0.00001 %'],
    ['speed', 40.5, '40.5 km/h'],
    ['speed', 22.224, '12 kn'],
    ['teuPerYear', 30_000, '30 kTEU/year'],
    ['teuPerYear', 8000, '8000 TEU/year'],
    ['teu', 6000, '6000 TEU'],
    ['moves', 15, '15 moves/h'],
    ['paths', 12, '12 trains/day'],
    ['length', 508, '508 km'],
    ['money', 45, '45 MUSD'],
  ] as const)('a %s of %d is written as a planner would', (kind, value, text) => {
    expect(write(kind, value)).toBe(text);
  });

  it.each(kinds)('every %s is read back as the very same number', (kind) => {
    fc.assert(
      fc.property(quantityOf(kind), (value) => {
        fc.pre(value <= unitWords[kind].most);
        expect(readUnit(kind, write(kind, value))).toBe(value);
      }),
      { seed: 4, numRuns: 1000 },
    );
  });

  it('refuses to write what it would refuse to read', () => {
    expect(() => write('share', Number.NaN)).toThrow(RangeError);
    expect(() => write('duration', 0.5)).toThrow('whole number of seconds');
  });
});

describe('a number with points that group and a decimal comma', () => {
  it('is told with one point', () => {
    expect(() => readUnit('teu', '1.000,5 TEU')).toThrow('write 1000.5 TEU if a decimal point was meant');
    expect(() => readUnit('duration', '4,5 h')).toThrow('write 4.5 h');
  });
});
