// 60 % more road cargo: what do faster customs, slots and new checkpoints take off the queue to China?
import { inWords, measureOf, roadBorder, run } from 'keruen';

const plans = {
  today: 'today',
  'more-cargo': '60 % more cargo',
  'faster-customs': 'and customs in half the time',
  'more-slots': 'and 750 slots a day at Nur Zholy instead of 650',
  'china-accepts-more': 'and China accepts 1,000 a day at Nur Zholy, 300 at Kalzhat',
  'new-checkpoints': 'and two new checkpoints, of 200 and 100 trucks a day',
};

for (const [variant, words] of Object.entries(plans)) {
  const result = await run(roadBorder.variant(variant), { replications: 3, days: 91 });
  const transit = measureOf(result, 'mean transit time of south to China');
  const account = result.ledger.find(({ flow, band }) => flow === 'south to China' && band === 'all');
  const waits = account?.parts.filter(({ cause }) => /^waiting/.test(cause)) ?? [];
  const hours = (seconds: number) => (seconds / (account?.boxes ?? 1) / 3600).toFixed(1);
  const two = waits.slice(0, 2).map(({ cause, where, seconds }) => `${hours(seconds)} h ${cause.slice(8)} at ${where}`);
  console.log(`${words}: Almaty to Urumqi in ${inWords(transit)}\n  waiting ${two.join(', ')}`);
}

// No source tells what the new checkpoints will pass: from half to four times the 200 and 100 trucks a day assumed.
for (const times of [0.5, 1, 2, 4]) {
  const slots = (name: string, trucks: number) => ({
    [`places."${name}".toward.Urumqi.eQueue.slots`]: `${times * trucks} trucks/day`,
    [`places."${name}".toward.Urumqi.quota`]: `${times * trucks} trucks/day`,
  });
  const set = { ...slots('Almaty region', 200), ...slots('East Kazakhstan', 100) };
  const result = await run(roadBorder.variant('new-checkpoints').apply({ set }), { replications: 3, days: 31 });
  const transit = measureOf(result, 'mean transit time of south to China');
  console.log(`new checkpoints of ${times * 200} and ${times * 100} trucks a day: ${inWords(transit)}`);
}
