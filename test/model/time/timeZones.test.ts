// Every zone of the IANA Time Zone Database, as data: against the package that they come from, and against the engine.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import moment from 'moment-timezone';
import { describe, expect, it } from 'vitest';
import { DAY, dayNumber } from '../../../src/model/time/clock';
import { isTimeZone, secondOfLocal, timeZoneNames } from '../../../src/model/time/timeZones';
import { readRules, type ZoneRules } from '../../../src/model/time/zones/rules';
import { table } from '../../../src/model/time/zones/table';

const H = 3600;
const file = (name: string) => fileURLToPath(new URL(`../../../src/model/time/zones/${name}`, import.meta.url));
const utc = (text: string) => Date.parse(`${text}Z`) / 1000;
/** The moment, as text, at which clocks of a zone come to a time. */
const at = (zone: string, local: string) => new Date(secondOfLocal(zone, utc(local)) * 1000).toISOString().slice(0, 16);

const lines = table.trim().split('\n');
const namesOf = (line: string) => line.slice(0, line.indexOf('|')).split(' ');

/** Seconds ahead of UTC. */
function offsetAt({ begins, offsets }: ZoneRules, second: number): number {
  let spell = 0;
  while (begins[spell + 1] <= second) spell++;
  return offsets[spell];
}

describe('the clocks of', () => {
  it.each([
    ['Europe/Warsaw', '2024-01-15T12:00', '2024-01-15T11:00'],
    ['Europe/Warsaw', '2024-07-15T12:00', '2024-07-15T10:00'],
    ['Europe/Warsaw', '2050-07-15T12:00', '2050-07-15T10:00'],
    ['Asia/Almaty', '2024-02-29T12:00', '2024-02-29T06:00'],
    ['Asia/Almaty', '2024-03-01T00:00', '2024-02-29T19:00'],
    ['Asia/Qyzylorda', '2018-06-01T08:00', '2018-06-01T02:00'],
    ['Asia/Qyzylorda', '2019-06-01T08:00', '2019-06-01T03:00'],
    ['Asia/Tehran', '2022-03-22T01:15', '2022-03-21T20:45'],
    ['Asia/Tehran', '2023-07-01T12:00', '2023-07-01T08:30'],
    ['Asia/Kolkata', '2024-07-01T12:00', '2024-07-01T06:30'],
    ['Asia/Calcutta', '2024-07-01T12:00', '2024-07-01T06:30'],
    ['Australia/Lord_Howe', '2024-01-01T12:00', '2024-01-01T01:00'],
    ['Australia/Lord_Howe', '2024-07-01T12:00', '2024-07-01T01:30'],
    ['Africa/Monrovia', '1971-07-01T12:00', '1971-07-01T12:44'],
  ])('%s show %s at %s UTC', (zone, local, second) => {
    expect(at(zone, local)).toBe(second);
  });

  it.each([
    ['Europe/Warsaw', '2024-03-31T02:30', '2024-03-31T01:00'],
    ['Asia/Tehran', '2022-03-22T00:30', '2022-03-21T20:30'],
    ['Australia/Lord_Howe', '2024-10-06T02:15', '2024-10-05T15:30'],
    // Samoa left out 30 December 2011.
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-30T10:00'],
  ])('%s come to %s, which does not exist, when the gap ends', (zone, local, second) => {
    expect(at(zone, local)).toBe(second);
  });

  it.each([
    ['Europe/Warsaw', '2024-10-27T02:30', '2024-10-27T00:30'],
    ['Asia/Almaty', '2024-02-29T23:30', '2024-02-29T17:30'],
    ['Asia/Qyzylorda', '2018-12-20T23:30', '2018-12-20T17:30'],
    ['Australia/Lord_Howe', '2024-04-07T01:45', '2024-04-06T14:45'],
  ])('%s come to %s twice, and the first time is meant', (zone, local, second) => {
    expect(at(zone, local)).toBe(second);
  });

  it('a zone kept before 1970 what they kept in its first second', () => {
    expect(at('Asia/Almaty', '1900-01-01T12:00')).toBe('1900-01-01T06:00');
    expect(at('Europe/Warsaw', '1944-07-01T12:00')).toBe('1944-07-01T11:00');
  });

  it('no zone come to a later time earlier', () => {
    for (const line of lines) {
      const [zone] = namesOf(line);
      let before = Number.NEGATIVE_INFINITY;
      // Steps of 25 h 10 min come to every part of a day.
      for (let local = utc('1969-12-01'); local < utc('2051-01-01'); local += 25 * H + 600) {
        const second = secondOfLocal(zone, local);
        // Not expect(): it is asked nine million times.
        if (second < before) throw new Error(`${zone} goes back at ${new Date(local * 1000).toISOString()}.`);
        before = second;
      }
    }
  });
});

describe('the table', () => {
  it('is what `npm run zones` writes', () => {
    const write = `import { tableText } from ${JSON.stringify(file('generate.mjs'))}; process.stdout.write(tableText());`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', write], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toBe(readFileSync(file('table.ts'), 'utf8'));
  });

  it('has every zone and alias of the package, and each resolves', () => {
    const names = moment.tz.names();
    expect(timeZoneNames()).toEqual([...names].sort());
    expect(names.length).toBeGreaterThan(590);
    for (const name of names) {
      expect(isTimeZone(name)).toBe(true);
      expect(Number.isInteger(secondOfLocal(name, 1_700_000_000))).toBe(true);
    }
    for (const wrong of ['', 'asia/almaty', 'constructor', '__proto__', 'Asia/Almaty ', 'Asia/Almaty UTC'])
      expect([wrong, isTimeZone(wrong)]).toEqual([wrong, false]);
    expect(() => secondOfLocal('Mars/Olympus', 0)).toThrow('There is no time zone "Mars/Olympus".');
  });

  it('says of every name what the package says by its own reading, each second of a change until 2200', () => {
    const end = utc('2200-01-01');
    for (const line of lines) {
      const rules = readRules(line);
      for (const name of namesOf(line)) {
        const zone = moment.tz.zone(name);
        if (zone === null) throw new Error(`The package has no ${name}.`);
        const said = zone.untils.map((until, i) => [until / 1000, 0 - zone.offsets[i + 1] * 60] as const);
        const changes = said.filter(([second], i) => {
          const same = Math.abs(zone.offsets[i] - zone.offsets[i + 1]) < 1e-9;
          return second > 0 && second < end && !same;
        });
        const ours = rules.begins.map((second, i) => [second, rules.offsets[i]] as const).slice(1);
        expect([name, ours.filter(([second]) => second < end)]).toEqual([
          name,
          changes.map(([second, offset]) => [Math.round(second), Math.round(offset)]),
        ]);
        expect(rules.offsets[0]).toBe(Math.round(0 - zone.utcOffset(0) * 60));
      }
    }
  });

  it('agrees of every name with the engine’s own rules from 1970 to 2037, but for zones that were changed since', () => {
    const differ = new Set<string>();
    for (const line of lines) {
      const rules = readRules(line);
      const seconds = rules.begins.slice(1).flatMap((second) => [second - 1, second]);
      for (let day = dayNumber(1970, 1, 1); day < dayNumber(2038, 1, 1); day += 97) seconds.push(day * DAY + 12 * H);
      const asked = seconds.filter((second) => second < utc('2038-01-01'));
      for (const name of namesOf(line).filter((one) => !newNames.includes(one))) {
        const local = localOf(name);
        if (asked.some((second) => local(second) !== second + offsetAt(rules, second))) differ.add(line);
      }
    }
    const unknown = [...differ].filter((line) => !namesOf(line).some((name) => changedSince.includes(name)));
    // What is decided after the table's release nobody can list here.
    const isNewer = (process.versions.tz ?? '') > moment.tz.dataVersion;
    if (!isNewer) expect(unknown).toEqual([]);
    expect(unknown.length).toBeLessThan(10);
  });
});

/** Zones of which releases after 2025a say other things, also of the past; engines with such a release are still in use. */
const changedSince = [
  'Africa/Casablanca',
  'Africa/El_Aaiun',
  'America/Bogota',
  'America/Edmonton',
  'America/Havana',
  'America/Inuvik',
  'America/Vancouver',
  'America/Winnipeg',
  'Asia/Manila',
  'Asia/Tehran',
  'Europe/Chisinau',
];
/** Names that came after 2025a: such an engine refuses them. */
const newNames = ['America/Coyhaique'];

/** What the engine says that clocks of a zone show. [s since 1970-01-01T00:00 there] */
function localOf(timeZone: string): (second: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  return (second) => {
    const parts = format.formatToParts(second * 1000);
    const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
    const date = dayNumber(read('year'), read('month'), read('day'));
    return date * DAY + read('hour') * H + read('minute') * 60 + read('second');
  };
}
