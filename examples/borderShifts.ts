// Altynkol by shifts: what is a night team of customs worth, what do controls side by side save, how long is a train?
import { inWords, measureOf, railBorder, run } from 'keruen';

// Assumed, as no figure tells the shifts: the four teams of rail-border by day, and from one to four of them by night.
const from = (daily: string) => ({ timeZone: 'Asia/Almaty', hours: { daily } });
const calendars = { day: from('08:00-20:00'), night: from('20:00-08:00'), daylight: from('07:00-19:00') };
const controls = 'places.Altynkol.controls';
const customs = (night: number) => ({ [`${controls}."transit customs".teams`]: { day: 4, night } });

// Controls of one step are side by side, and the next step begins when all of it is over.
const sideBySide = {
  [`${controls}."PRC entry control".step`]: 1,
  [`${controls}."PRC exit control".step`]: 1,
  [`${controls}."technical inspection".step`]: 2,
  [`${controls}."transit customs".step`]: 2,
};
// Assumed: wagons are looked over by daylight only; what is begun stops at dusk and goes on in the morning.
const daylight = { [`${controls}."technical inspection".calendar`]: 'daylight' };

// A038: three trains of 41 boxes from China leave as two of 61 and 62. Assumed: with station tracks of 850 m, and 14.6 m
// for a platform with its forty-foot box, they are shorter; and of goods of 24 t a TEU a train takes 2,500 t.
const short = {
  'fleets."Kazakhstan sets".platform': { length: '0.0146 km', carries: '2 TEU' },
  'lines.Altynkol-Almaty.longest': '0.85 km',
};
const heavy = { 'flows.westbound.tonnes': '24 t', 'lines.Altynkol-Almaty.heaviest': '2500 t' };

// Assumed: of parcels customs opens every tenth box, and not every fiftieth as of other goods.
const parcels = {
  'flows.westbound.commodity': 'parcels',
  'places.Altynkol.channels.green.shareOf': { parcels: '82 %' },
  'places.Altynkol.channels.red.shareOf': { parcels: '10 %' },
};

const plans = {
  'four teams of customs by night, as by day': customs(4),
  'two by night': customs(2),
  'one by night': customs(1),
  'one by night, customs and inspection side by side': { ...customs(1), ...sideBySide },
  'two by night, wagons looked over by daylight': { ...customs(2), ...daylight },
  'two by night, stations of 850 m': { ...customs(2), ...short },
  'two by night, goods of 24 t a TEU': { ...customs(2), ...heavy },
  'two by night, parcels, of which customs opens a tenth': { ...customs(2), ...parcels },
};

for (const [words, set] of Object.entries(plans)) {
  // B062: up to eight trains a day are handed over to China.
  const common = { calendars, 'places.Altynkol.handedOver.Almaty': '8 trains/day' };
  const result = await run(railBorder.apply({ set: { ...common, ...set } }), { replications: 3, days: 31 });
  const account = result.ledger.find(({ flow, band }) => flow === 'westbound' && band === 'all');
  const here = account?.parts.filter(({ where, cause }) => where === 'Altynkol' && /^waiting/.test(cause)) ?? [];
  const hours = (seconds: number) => (seconds / (account?.boxes ?? 1) / 3600).toFixed(1);
  const [most] = here.map(({ cause, seconds }) => `${hours(seconds)} h ${cause.slice(8)}`);
  const all = hours(here.reduce((sum, { seconds }) => sum + seconds, 0));
  const load = inWords(measureOf(result, 'mean load of Altynkol train at Altynkol'));
  console.log(`${words}: westbound ${inWords(measureOf(result, 'mean transit time of westbound'))}`);
  console.log(`  waiting at Altynkol ${all} h a box, ${most}; a train leaves with ${load}`);
}
