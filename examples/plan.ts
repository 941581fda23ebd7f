// Twice the boxes of 2024: does the Middle Corridor carry them, what breaks first, and what should be bought first?
import { inWords, measureOf, middleCorridor2024, run, teuPerYear } from 'keruen';

const today = middleCorridor2024;
const doubled = Object.entries(today.data.flows).map(([flow, { demand = 0 }]) => [
  flow,
  { demand: teuPerYear(2 * demand) },
]);
const twice = today.with({ set: { flows: Object.fromEntries(doubled) } });
const berth = { places: { Aktau: { berths: { container: { count: 2 } } } } };
const plans = {
  'as in 2024': today,
  'twice the boxes': twice,
  'twice, and a second container berth at Aktau': twice.with({ set: berth }),
  'twice, and ten feeders instead of six': twice.with({ set: { 'fleets.feeders.count': 7 } }),
  'twice, ten feeders and 30 train sets in Kazakhstan': twice.with({
    set: { 'fleets.feeders.count': 7, 'fleets."Kazakhstan sets".count': 30 },
  }),
};

for (const [plan, corridor] of Object.entries(plans)) {
  const result = await run(corridor, { replications: 5, days: 182 });
  const transit = measureOf(result, 'mean transit time of westbound');
  const berths = measureOf(result, 'share use of container berths at Aktau');
  console.log(`${plan}: ${inWords(transit)} from Xi'an to Poti, the berth ${inWords(berths)} in use`);
  const account = result.ledger.find(({ flow, band }) => flow === 'westbound' && band === 'all');
  const waits = account?.parts.filter(({ cause }) => /^waiting|to fill$/.test(cause)).slice(0, 2) ?? [];
  for (const { cause, where, seconds } of waits)
    console.log(`  ${(seconds / (account?.boxes ?? 1) / 86_400).toFixed(2)} d ${cause}, ${where}`);
}
