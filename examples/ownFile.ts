// A corridor of one's own from a file: how long do boxes travel, and with three times as many of them?
import { inWords, kteuPerYear, measureOf, openCorridor, run, writeCorridor } from 'keruen';

// `openCorridor('two-terminals.yaml')` is a file in the working directory; this one lies beside the script.
const mine = await openCorridor(new URL('two-terminals.yaml', import.meta.url));
const thrice = mine.with({
  set: { flows: { north: { demand: kteuPerYear(36) }, south: { demand: kteuPerYear(27) } } },
});

for (const [plan, corridor] of Object.entries({ 'as in the file': mine, 'three times the boxes': thrice })) {
  const result = await run(corridor, { replications: 4 });
  console.log(`${plan}: ${inWords(measureOf(result, 'mean transit time of north'))} from Almaty to Aktobe`);
}
// The changed corridor as the text of a file of its own, to be kept.
const north = writeCorridor(thrice)
  .split('\n')
  .find((line) => line.includes('demand: 36'));
console.log(north?.trim());
