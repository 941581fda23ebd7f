// Trains stand before Dostyk today: what does the queue cost those who set out now, and does it go?
import { corridor, days, inWords, measureOf, railBorder, run } from 'keruen';

for (const trains of [0, 20, 40]) {
  const today = corridor({
    ...railBorder.data,
    id: 'queue-now',
    warmUp: days(0),
    variants: {},
    changes: {},
    sources: {},
    initial: trains === 0 ? {} : { queue: { flow: 'eastbound', route: 'by Dostyk', at: 'Dostyk', trains } },
  });
  const result = await run(today, { replications: 4, days: 30 });
  const transit = measureOf(result, 'mean transit time of eastbound');
  const waiting = measureOf(result, 'mean trains waiting of from Aktogay at Dostyk');
  console.log(
    `${trains} trains: who sets out in these 30 days takes ${inWords(transit)}; ${inWords(waiting)} wait on average`,
  );
}
