// A second track from Dostyk to Moyynty is ready on a day of the run: what is a month sooner worth in the first quarter?
import { inWords, kmPerHour, measureOf, pathsPerDay, railBorder, run } from 'keruen';

const second = { paths: pathsPerDay(60), speed: kmPerHour(62.5) };
const lines = { 'Dostyk-Aktogay': second, 'Aktogay-Moyynty': second };

for (const from of ['2024-03-01', '2024-02-01', '2024-01-01']) {
  const ready = railBorder.with({ id: 'second track', from, set: { lines } });
  const result = await run(ready, { replications: 3, days: 91 });
  console.log(`ready on ${from}: westbound ${inWords(measureOf(result, 'mean transit time of westbound'))}`);
}
