// Dostyk and Altynkol: where is the queue, what is an hour worth, and what would a third crossing do?
import { inWords, measureOf, railBorder, run } from 'keruen';

const variants = [
  'today',
  'customs-an-hour-less',
  'gauge-change-an-hour-less',
  'second-track',
  'shorter-wait',
  'third-crossing',
];

for (const variant of variants) {
  const result = await run(railBorder.variant(variant), { replications: 3, days: 182 });
  const flows = ['westbound', 'eastbound'].map((flow) => {
    const account = result.ledger.find((one) => one.flow === flow && one.band === 'all');
    const waits = account?.parts.filter(({ cause }) => /^waiting/.test(cause)) ?? [];
    const hours = waits.reduce((sum, { seconds }) => sum + seconds, 0) / (account?.boxes ?? 1) / 3600;
    const transit = inWords(measureOf(result, `mean transit time of ${flow}`));
    return `${flow} ${transit}, of it ${hours.toFixed(1)} h of waiting, most ${waits[0]?.cause.slice(8)} at ${waits[0]?.where}`;
  });
  console.log(`${variant}:\n  ${flows.join('\n  ')}`);
}
