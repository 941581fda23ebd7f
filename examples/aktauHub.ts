// Does the container hub at Aktau carry 300,000 TEU a year, at what dwell, what breaks first, and what should be bought first?
import { aktauHub, inWords, type MeasureResult, measureOf, run } from 'keruen';

/** All four flows in the shares of today's 77,000 TEU over the quay. */
const demand = (kteu: number) =>
  Object.fromEntries(
    Object.entries(aktauHub.data.flows).map(([flow, { demand: today }]) => [
      `flows."${flow}".demand`,
      `${Math.round(((today ?? 0) * kteu) / 77)} TEU/year`,
    ]),
  );

/** Whether half of the interval is more than 15 % of the estimate. */
const isWide = (one: MeasureResult) => one.state === 'estimated' && one.high - one.estimate > 0.15 * one.estimate;

/** Carried: from January to June nine tenths or more of it cross the quay, and nine boxes in ten leave Aktau in five days. */
async function tell(words: string, plan: typeof aktauHub, kteu: number): Promise<boolean> {
  const result = await run(plan.with({ set: demand(kteu) }), { replications: 4, days: 182 });
  const [crossed, dwell] = ['total throughput', 'p90 dwell'].map((what) => measureOf(result, `${what} at Aktau`));
  const days = dwell.estimate === null ? Number.POSITIVE_INFINITY : dwell.estimate / 24;
  const carried = (crossed.estimate ?? 0) >= 450 * kteu && days <= 5 && dwell.state === 'estimated';
  const account = result.ledger.find(({ flow, band }) => flow === 'China to Caucasus' && band === 'all');
  const [wait] = account?.parts.filter(({ cause }) => /^waiting|to fill$/.test(cause)) ?? [];
  const waited = ((wait?.seconds ?? 0) / (account?.boxes ?? 1) / 86_400).toFixed(1);
  console.log(
    `${words}: ${carried ? 'carried' : 'NOT carried'}, ${inWords(crossed)}; p90 dwell ${inWords(dwell)}${isWide(dwell) ? ', too wide to quote' : ''}`,
  );
  const peak = inWords(measureOf(result, 'mean peak factor of yard at Aktau'));
  const turn = inWords(measureOf(result, 'mean turn-round of feeder at Aktau'));
  console.log(`  longest: ${waited} d ${wait?.cause}, ${wait?.where}; ship ${turn} in port; yard peak ${peak}`);
  return carried;
}

// From 100,000 TEU a year to 400,000, until it is not carried; the hub from where today's port ends.
const hub = aktauHub.variant('300000-hub');
let kteu = 100;
while (kteu <= 400 && (await tell(`today, ${kteu},000 TEU`, aktauHub, kteu))) kteu += 100;
while (kteu <= 400 && (await tell(`hub, ${kteu},000 TEU`, hub, kteu))) kteu += 100;

// The single purchase that helps most, where the hub falls short.
const purchases = {
  'a third berth': { 'places.Aktau.berths.container.count': 3 },
  'two more quay cranes': { 'places.Aktau.cranes.quay.count': 6 },
  'twice the yard': { 'places.Aktau.yard.capacity': '30000 TEU' },
  'six more ships': { 'fleets.feeders.count': 9 },
  'the six on order of 350 TEU': { 'fleets.feeders.ships."on order".carries': '350 TEU' },
};
for (const [what, set] of Object.entries(purchases)) await tell(`hub, 300,000 TEU, ${what}`, hub.with({ set }), 300);
