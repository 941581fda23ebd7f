// Generates table.ts from the time zone database: all zones and aliases, from 1970 on. Run with `npm run zones`.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

/** Unit of all changes and offsets since 1970: Monrovia was 44 min 30 s behind until 1972. [s] */
const UNIT = 30;
/** Last year in which a run may begin. Rules valid to its end are assumed to continue for ever. */
const LAST_YEAR = 2199;
/** Rules are searched from this year. The longest list of dates, Ramadan in Gaza, ends in 2086. */
const REGULAR = 2100;

/** The release of the database, its zones as the package packs them, and its aliases. */
function database() {
  const require = createRequire(import.meta.url);
  return JSON.parse(readFileSync(require.resolve('moment-timezone/data/packed/latest.json'), 'utf8'));
}

/** Reads a packed base-60 number with a fraction: minutes. */
function unpackNumber(text) {
  const [whole, fraction = ''] = text.replace('-', '').split('.');
  const digit = (letter) => {
    const code = letter.charCodeAt(0);
    return code > 96 ? code - 87 : code > 64 ? code - 29 : code - 48;
  };
  let minutes = 0;
  for (const letter of whole) minutes = minutes * 60 + digit(letter);
  let part = 1;
  for (const letter of fraction) {
    part /= 60;
    minutes += digit(letter) * part;
  }
  return text.startsWith('-') ? -minutes : minutes;
}

const inUnits = (minutes, what) => {
  const units = Math.round(minutes * 60) / UNIT;
  if (!Number.isInteger(units)) throw new Error(`${what}: ${minutes} min are no multiple of ${UNIT} s.`);
  return units;
};

/** A zone's offset at 1970-01-01T00:00Z and its changes up to the end of the last year. [units ahead of UTC, units since 1970] */
function changesOf(packed) {
  const [name, , offsets, order, gaps] = packed.split('|');
  // The package packs minutes behind UTC.
  const ahead = offsets.split(' ').map((text) => -unpackNumber(text));
  const end = Date.UTC(LAST_YEAR + 1, 0, 1) / 60_000;
  let at = 0;
  let offset = ahead[order[0]];
  let first = offset;
  const changes = [];
  for (const [i, gap] of (gaps === '' ? [] : gaps.split(' ')).entries()) {
    at += unpackNumber(gap);
    if (at >= end) break;
    const next = ahead[Number.parseInt(order[i + 1], 36)];
    if (at <= 0) first = next;
    else if (next !== offset) changes.push({ at: inUnits(at, name), offset: inUnits(next, name) });
    offset = next;
  }
  return { name, first: inUnits(first, name), changes };
}

const yearOf = ({ at }) => new Date(at * UNIT * 1000).getUTCFullYear();

/** Days since 1970 of a rule such as the last Sunday of March: month 1–12, week 1–5 (5: last), weekday 0–6 from Sunday. */
function dayOf(year, month, week, weekday) {
  const first = Date.UTC(year, month - 1, 1) / 86_400_000;
  const day = first + ((((weekday - first - 4) % 7) + 7) % 7) + 7 * (week - 1);
  return day < Date.UTC(year, month, 1) / 86_400_000 ? day : day - 7;
}

/** The weekday rule of a yearly change, with the units from its midnight; the nearest match. */
function ruleOf(changes, name) {
  let found;
  for (let month = 1; month <= 12; month++) {
    for (let week = 1; week <= 5; week++) {
      for (let weekday = 0; weekday < 7; weekday++) {
        const offs = changes.map((change) => change.at - (dayOf(yearOf(change), month, week, weekday) * 86_400) / UNIT);
        const alike = offs.every((off) => off === offs[0]);
        if (alike && (found === undefined || Math.abs(offs[0]) < Math.abs(found.off)))
          found = { month, week, weekday, off: offs[0], offset: changes[0].offset };
      }
    }
  }
  if (found === undefined) throw new Error(`${name}: its changes from ${REGULAR} on keep to no weekday of a month.`);
  return found;
}

/** The two rules of a zone's last changes and the first year in which they apply; undefined where changes end. */
function rulesOf({ name, changes }) {
  const byYear = byYearOf(changes);
  if (!byYear.has(LAST_YEAR)) return undefined;
  const years = Array.from({ length: LAST_YEAR - REGULAR + 1 }, (_, i) => byYear.get(REGULAR + i) ?? []);
  if (years.some((year) => year.length !== 2)) throw new Error(`${name}: a year after ${REGULAR} has not two changes.`);
  const rules = [0, 1].map((i) =>
    ruleOf(
      years.map((year) => year[i]),
      name,
    ),
  );
  const fits = (year) =>
    byYear.get(year)?.length === 2 &&
    rules.every(({ month, week, weekday, off, offset }, i) => {
      const change = byYear.get(year)[i];
      return change.offset === offset && change.at - (dayOf(year, month, week, weekday) * 86_400) / UNIT === off;
    });
  let from = REGULAR;
  while (fits(from - 1)) from--;
  return { from, rules };
}

function byYearOf(changes) {
  const byYear = new Map();
  for (const change of changes) byYear.set(yearOf(change), [...(byYear.get(yearOf(change)) ?? []), change]);
  return byYear;
}

/** `offsets|order|gaps|rules`, as rules.ts reads it. */
function pack(zone) {
  const { first, changes } = zone;
  const recurring = rulesOf(zone);
  const single = recurring === undefined ? changes : changes.filter((change) => yearOf(change) < recurring.from);
  const offsets = [...new Set([first, ...changes.map(({ offset }) => offset)])];
  const indexOf = (offset) => offsets.indexOf(offset).toString(36);
  const order = [first, ...single.map(({ offset }) => offset)].map(indexOf).join('');
  const gaps = single.map(({ at }, i) => (at - (i === 0 ? 0 : single[i - 1].at)).toString(36));
  const rules = recurring?.rules.map(({ month, week, weekday, off, offset }) =>
    [month, week, weekday, off, offsets.indexOf(offset)].join(' '),
  );
  const last = rules === undefined ? '' : [recurring.from, ...rules].join(',');
  return [offsets.map((offset) => offset.toString(36)).join(' '), order, gaps.join(' '), last].join('|');
}

/** Text of table.ts: one line for all names with equal clocks since 1970. */
export function tableText() {
  const { version, zones, links } = database();
  const names = new Map();
  const packed = new Map();
  for (const text of zones) {
    const zone = changesOf(text);
    packed.set(zone.name, pack(zone));
  }
  for (const link of links) {
    const [zone, alias] = link.split('|');
    packed.set(alias, packed.get(zone));
  }
  for (const [name, rules] of packed) names.set(rules, [...(names.get(rules) ?? []), name].sort());
  const lines = [...names].map(([rules, all]) => `${all.join(' ')}|${rules}`).sort();
  return `// Written by \`npm run zones\`, not by hand. Source: IANA Time Zone Database, release ${version} (public domain), all names, 1970 on.
/** By line: names|offsets|order|gaps|rules, as rules.ts reads them. */
export const table = \`
${lines.join('\n')}
\`;
`;
}

const own = fileURLToPath(import.meta.url);
if (argv[1] === own) writeFileSync(fileURLToPath(new URL('table.ts', import.meta.url)), tableText());
