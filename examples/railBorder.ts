// Dostyk and Altynkol: where is the queue, what is an hour worth, and what would a third crossing do?
import { inWords, measureOf, railBorder, run } from 'keruen';

const questions = {
  today: 'as in 2024',
  'customs-an-hour-less': 'customs takes a train an hour less',
  'gauge-change-an-hour-less': 'the gauge change takes a train an hour less',
  'second-track': 'a second track from Dostyk to Moyynty',
  'third-crossing': 'Bakhty opens in April',
  'dostyk-shuts': 'Dostyk is shut for ten days in May',
};

for (const [variant, words] of Object.entries(questions)) {
  const result = await run(railBorder.variant(variant), { replications: 3, days: 152 });
  console.log(`${words}:`);
  for (const flow of ['eastbound', 'westbound']) {
    const account = result.ledger.find((one) => one.flow === flow && one.band === 'all');
    const hours = (seconds: number) => (seconds / (account?.boxes ?? 1) / 3600).toFixed(1);
    const waits = account?.parts.filter(({ cause }) => /^waiting/.test(cause)) ?? [];
    const all = hours(waits.reduce((sum, { seconds }) => sum + seconds, 0));
    const [most] = waits.map(({ cause, where, seconds }) => `${hours(seconds)} ${cause.slice(8)} at ${where}`);
    console.log(`  ${flow} ${inWords(measureOf(result, `mean transit time of ${flow}`))}; ${all} h waiting, ${most}`);
  }
}
