// One border short of four different things: the ledger shows each in a shape of its own.
import { corridor, days, hours, km, kmPerHour, movesPerHour, percent, run, teu, teuPerYear } from 'keruen';

const rail = { mode: 'rail', length: km(300), speed: kmPerHour(50) } as const;
const leaves = { full: true, longestWait: days(2) } as const;
const flow = { demand: teuPerYear(90_000), boxes: { '45G1': percent(100) }, lot: teu(80) } as const;

const border = corridor({
  keruen: 'scenario@1',
  id: 'one-border',
  title: 'A gauge change that is short of nothing',
  start: '2025-01-01',
  timeZone: 'Asia/Almaty',
  warmUp: days(30),
  places: {
    China: { kind: 'hinterland', at: [44.2, 81] },
    Border: {
      kind: 'rail border',
      at: [44.1, 80.3],
      controls: {},
      channels: { green: { share: percent(90), takes: hours(0.5) }, red: { share: percent(10), takes: hours(12) } },
      gaugeChange: {
        tracks: { 1435: 6, 1520: 6 },
        cranes: 6,
        rate: movesPerHour(17.3),
        each: 3,
        buffer: teu(600),
        shunting: hours(2),
      },
    },
    Steppe: { kind: 'hinterland', at: [43.3, 77] },
  },
  lines: {
    'in China': { ...rail, between: ['China', 'Border'], gauge: 1435 },
    'in the steppe': { ...rail, between: ['Border', 'Steppe'], gauge: 1520 },
  },
  services: {
    'China train': { on: 'in China', fleet: 'China sets', leaves },
    'steppe train': { on: 'in the steppe', fleet: 'steppe sets', leaves },
  },
  fleets: { 'China sets': { count: 30, carries: teu(80) }, 'steppe sets': { count: 60, carries: teu(80) } },
  flows: { west: { from: 'China', to: 'Steppe', ...flow }, east: { from: 'Steppe', to: 'China', ...flow } },
});

const waits = ['platforms', 'a buffer slot', 'a crane', 'a track'];
const shortOf = {
  nothing: {},
  platforms: { 'fleets."steppe sets".count': 4 },
  buffer: { 'places.Border.gaugeChange.buffer': '80 TEU' },
  cranes: { 'places.Border.gaugeChange.cranes': 1, 'places.Border.gaugeChange.rate': '24 moves/h' },
  tracks: { 'places.Border.gaugeChange.tracks': { 1435: 2, 1520: 2 } },
};

console.log(`hours a westbound box waits at the border for ${waits.join(', ')}`);
for (const [what, set] of Object.entries(shortOf)) {
  const { ledger } = await run(border.with({ set }), { replications: 4, days: 90 });
  const account = ledger.find((one) => one.flow === 'west' && one.band === 'all');
  const cells = waits.map((wait) => {
    const part = account?.parts.find(({ cause, where }) => cause === `waiting for ${wait}` && where === 'Border');
    return ((part?.seconds ?? 0) / (account?.boxes ?? 1) / 3600).toFixed(1).padStart(8);
  });
  console.log(`short of ${what.padEnd(9)} ${cells.join('')}`);
}
