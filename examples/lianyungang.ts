// What does the Pacific end ask of the railway: batches of 600 against trains of 41 to 55 boxes, yard peaks, back-haul?
import { inWords, lianyungang, measureOf, run } from 'keruen';

const questions = {
  today: 'ships of 600 TEU, trains of 82 TEU when they are full',
  'longer-trains': 'trains of 110 TEU',
  'a-train-a-day': 'a train to either border every evening, full or not',
  'small-batches': 'ships of 300 TEU, twice as often',
  'double-batches': 'ships of 1,200 TEU, half as often',
  'fewer-empties': 'eastbound 30 % empty instead of half',
};

for (const [variant, words] of Object.entries(questions)) {
  const result = await run(lianyungang.variant(variant), { replications: 3, days: 182 });
  const [batch, west, east] = [
    'load of vessel at Busan',
    'load of Altynkol train at Lianyungang',
    'load of Altynkol train at Altynkol',
  ].map((what) => measureOf(result, `mean ${what}`));
  const [mean, max] = ['mean', 'max'].map((one) => measureOf(result, `${one} TEU inside of yard at Lianyungang`));
  const stands = ['overseas to Kazakhstan', 'Kazakhstan to overseas'].map((flow) => {
    const way = result.journeys.find((journey) => journey.flow === flow);
    const stop = way?.stops.find(({ place }) => place === 'Lianyungang');
    return (((stop?.departure.mean ?? 0) - (stop?.arrival.mean ?? 0)) / 24).toFixed(1);
  });
  console.log(`${words}:`);
  console.log(
    `  a batch fills ${((batch.estimate ?? 0) / (west.estimate ?? 1)).toFixed(1)} trains of ${inWords(west)}`,
  );
  console.log(`  its boxes stand ${stands[0]} d, those for the next ship ${stands[1]} d`);
  console.log(`  the yard holds ${inWords(mean)}, at most ${inWords(max)}`);
  console.log(`  trains come back with ${inWords(east)}, laden or empty`);
}
