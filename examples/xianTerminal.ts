// How far does Kazakhstan's terminal at Xi'an grow past 24,000 TEU, and what stops it?
import { inWords, measureOf, run, xianTerminal } from 'keruen';

const levels = {
  'terminal-2024': '23,000 TEU, as in 2024',
  'centre-2024': '32,000 TEU: 24,000 in nine months of 2024, all transit by the Kazakh centre',
  'capacity-66500-both-ways': '66,500 TEU, the capacity at its opening, counted both ways',
  'target-2030': '83,000 TEU, the target of 2030',
  'capacity-66500-one-way': '133,000 TEU: 66,500 each way',
};

for (const [variant, words] of Object.entries(levels)) {
  const result = await run(xianTerminal.variant(variant), { replications: 3, days: 122 });
  const transit = measureOf(result, 'mean transit time of to Kazakhstan');
  const cranes = measureOf(result, "share use of rail cranes at Xi'an");
  const account = result.ledger.find(({ flow, band }) => flow === 'to Kazakhstan' && band === 'all');
  const [wait] = account?.parts.filter(({ cause }) => /^waiting|to fill$/.test(cause)) ?? [];
  const hours = ((wait?.seconds ?? 0) / (account?.boxes ?? 1) / 3600).toFixed(1);
  console.log(`${words}: ${inWords(transit)}, the terminal's cranes ${inWords(cranes)} in use`);
  console.log(`  most of the waiting: ${hours} h, ${wait?.cause} at ${wait?.where}`);
}
