// One border short of four different things: the ledger shows each in a shape of its own.
import { corridor, days, hours, km, kmPerHour, movesPerHour, percent, run, teu, teuPerYear } from 'keruen';

const rail = { mode: 'rail', length: km(300), speed: kmPerHour(50) } as const;
const leaves = { full: true, longestWait: days(2) } as const;
const flow = { demand: teuPerYear(150_000), boxes: { '45G1': percent(100) }, lot: teu(82) } as const;

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
      channels: { green: { share: percent(90), takes: hours(0.5) }, red: { share: percent(10), takes: hours(24) } },
      gaugeChange: {
        tracks: { 1435: 4, 1520: 4 },
        cranes: 4,
        rate: movesPerHour(17.3),
        each: 2,
        buffer: teu(800),
        shunting: hours(1),
      },
    },
    Steppe: { kind: 'hinterland', at: [43.3, 77], away: days(6) },
  },
  lines: {
    'in China': { ...rail, between: ['China', 'Border'], gauge: 1435 },
    'in the steppe': { ...rail, between: ['Border', 'Steppe'], gauge: 1520 },
  },
  services: {
    'China train': { on: 'in China', fleet: 'China sets', leaves },
    'steppe train': { on: 'in the steppe', fleet: 'steppe sets', leaves },
  },
  fleets: { 'China sets': { count: 30, carries: teu(82) }, 'steppe sets': { count: 60, carries: teu(82) } },
  flows: { west: { from: 'China', to: 'Steppe', ...flow }, east: { from: 'Steppe', to: 'China', ...flow } },
});

const waits = ['platforms', 'a buffer slot', 'a crane', 'a track'];
const shortOf = {
  nothing: {},
  platforms: { 'fleets."steppe sets".count': 40 },
  buffer: { 'places.Border.gaugeChange.buffer': '200 TEU' },
  cranes: { 'places.Border.gaugeChange.cranes': 2 },
  tracks: { 'places.Border.gaugeChange.tracks': { 1435: 2, 1520: 2 } },
};

console.log(`hours a westbound box waits at the border for ${waits.join(', ')}`);
for (const [what, set] of Object.entries(shortOf)) {
  const { ledger } = await run(border.with({ set }), { replications: 4, days: 120 });
  const account = ledger.find((one) => one.flow === 'west' && one.band === 'all');
  const cells = waits.map((wait) => {
    const part = account?.parts.find(({ cause, where }) => cause === `waiting for ${wait}` && where === 'Border');
    return ((part?.seconds ?? 0) / (account?.boxes ?? 1) / 3600).toFixed(1).padStart(8);
  });
  console.log(`short of ${what.padEnd(9)} ${cells.join('')}`);
}
