// How far local clocks are ahead of UTC, as data: every engine then agrees, whatever rules it has of its own.
//
// Source: IANA Time Zone Database, release 2024a (public domain); zones along the corridors, from 2019 on. None of them has had
// summer time since then except Tehran, whose last ended on 21 September 2022.

/** From a moment on [UTC], so many minutes ahead of UTC. */
type Rule = readonly [from: string, minutes: number];

const always = (hours: number): readonly Rule[] => [['2019-01-01T00:00Z', hours * 60]];
/** Kazakhstan's east joined its west on 1 March 2024 at midnight. */
const eastOfKazakhstan: readonly Rule[] = [
  ['2019-01-01T00:00Z', 360],
  ['2024-02-29T18:00Z', 300],
];

const zones: { readonly [id: string]: readonly Rule[] } = {
  UTC: always(0),
  'Asia/Almaty': eastOfKazakhstan,
  'Asia/Aqtau': always(5),
  'Asia/Aqtobe': always(5),
  'Asia/Ashgabat': always(5),
  'Asia/Atyrau': always(5),
  'Asia/Baku': always(4),
  'Asia/Bishkek': always(6),
  'Asia/Dubai': always(4),
  'Asia/Oral': always(5),
  'Asia/Qostanay': eastOfKazakhstan,
  'Asia/Qyzylorda': always(5),
  'Asia/Shanghai': always(8),
  'Asia/Tashkent': always(5),
  'Asia/Tbilisi': always(4),
  'Asia/Tehran': [
    ['2019-01-01T00:00Z', 210],
    ['2019-03-21T20:30Z', 270],
    ['2019-09-21T19:30Z', 210],
    ['2020-03-20T20:30Z', 270],
    ['2020-09-20T19:30Z', 210],
    ['2021-03-21T20:30Z', 270],
    ['2021-09-21T19:30Z', 210],
    ['2022-03-21T20:30Z', 270],
    ['2022-09-21T19:30Z', 210],
  ],
  'Asia/Urumqi': always(6),
  'Europe/Istanbul': always(3),
  'Europe/Minsk': always(3),
  'Europe/Moscow': always(3),
};

/** The zones whose rules are shipped. Railways and customs in all of China keep Asia/Shanghai. */
export const timeZones: readonly string[] = Object.keys(zones).sort();

/** Seconds from 1970-01-01T00:00Z at which a zone's clocks show a civil time, given as seconds from 1970-01-01T00:00 there. */
export function secondOfLocal(zone: string, local: number): number {
  const rules = zones[zone];
  if (rules === undefined) throw new RangeError(`There are no rules for the time zone "${zone}" here.`);
  let offset = rules[0][1];
  // Where clocks went back a time comes twice, and the later one is meant; where they went forward, the hour that is
  // skipped is counted on from before.
  for (const [from, minutes] of rules) if (local >= Date.parse(from) / 1000 + minutes * 60) offset = minutes;
  return local - offset * 60;
}
