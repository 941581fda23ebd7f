// Xi'an to Poti in 2024: what would get a box there sooner, and where does it wait today?
import { inWords, measureOf, middleCorridor2024, run } from 'keruen';

const today = middleCorridor2024;
const plans = {
  'as in 2024': today,
  'a second container berth at Aktau': today.with({
    set: { places: { Aktau: { berths: { container: { count: 2 } } } } },
  }),
  'ships that sail after one day': today.with({ set: { 'services.feeder.sails.longestWait': '24 h' } }),
  'customs in half an hour a train': today.with({
    set: { 'places.Altynkol.controls."transit customs".takes': '30 min' },
  }),
};

for (const [plan, corridor] of Object.entries(plans)) {
  const result = await run(corridor, { replications: 5 });
  const transit = measureOf(result, 'mean transit time of westbound');
  const dwell = measureOf(result, 'p90 dwell at Aktau');
  console.log(`${plan}: ${inWords(transit)}, nine in ten leave Aktau within ${inWords(dwell)}`);
  if (corridor !== today) continue;
  const account = result.ledger.find(({ flow, band }) => flow === 'westbound' && band === 'all');
  for (const { cause, where, seconds } of account?.parts.slice(0, 6) ?? [])
    console.log(`  ${(seconds / (account?.boxes ?? 1) / 86_400).toFixed(1)} d ${cause}, ${where}`);
}
