// What does the Pacific end ask of the railway: batches of 600 against trains of 41 to 55 boxes, yard peaks, back-haul?
import { inWords, lianyungang, measureOf, run } from 'keruen';

const questions = {
  today: 'a ship of 600 TEU every week, full or not, trains of 82 TEU when they are full',
  'longer-trains': 'trains of 110 TEU',
  'a-train-a-day': 'a train to either border every evening, full or not',
  'ships-when-full': 'ships that wait until they are full',
  'by-day-only': 'quay cranes by day only',
  'small-batches': 'ships of 300 TEU, twice as often',
  'double-batches': 'ships of 1,200 TEU, half as often',
  'fewer-empties': 'eastbound 30 % empty instead of half',
};

for (const [variant, words] of Object.entries(questions)) {
  const result = await run(lianyungang.variant(variant), { replications: 3, days: 122 });
  const [batch, west, east] = [
    'load of vessel at Busan',
    'load of Altynkol train at Lianyungang',
    'load of Altynkol train at Altynkol',
  ].map((what) => measureOf(result, `mean ${what}`));
  const tell = (what: string) => inWords(measureOf(result, `${what} at Lianyungang`));
  console.log(`${words}:`);
  console.log(
    `  a batch fills ${((batch.estimate ?? 0) / (west.estimate ?? 1)).toFixed(1)} trains of ${inWords(west)}`,
  );
  console.log(`  boxes in transit stand ${tell('mean dwell of transit')}, empty ones ${tell('mean dwell of empty')}`);
  console.log(`  the yard holds ${tell('mean TEU inside of yard')}, peak factor ${tell('mean peak factor of yard')}`);
  console.log(
    `  a ship is ${tell('mean turn-round of vessel')} in port, its wait for a load with it, ${tell('mean calls a week')}`,
  );
  console.log(`  trains come back with ${inWords(east)}, laden or empty`);
}
