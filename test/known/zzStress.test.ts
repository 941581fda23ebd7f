import { it } from 'vitest';
import { middleCorridor2024 as m } from '/work/main/src/scenarios/middleCorridor2024';
import { replicate } from '/work/main/src/model/run';
const d = m.data as any;
const map = (o: any, f: any) => Object.fromEntries(Object.entries(o).map(([k, v]) => [k, f(v, k)]));
const cases: Record<string, any> = {
  base: d,
  ten: { ...d, flows: map(d.flows, (f: any) => ({ ...f, demand: f.demand * 10 })) },
  oneShip: { ...d, fleets: { ...d.fleets, feeders: { ...d.fleets.feeders, count: 1 } } },
  oneTrack: { ...d, places: map(d.places, (p: any) => ({ ...p, ...(p.tracks ? { tracks: 1 } : {}), ...(p.gaugeChange ? { gaugeChange: { ...p.gaugeChange, tracks: { 1435: 1, 1520: 1 } } } : {}) })) },
  leastCarries: { ...d, services: map(d.services, (s: any) => ({ ...s, ...(s.leaves ? { leaves: { ...s.leaves, least: d.fleets[s.fleet].carries } } : { sails: { ...s.sails, least: d.fleets[s.fleet].carries } }) })) },
  noLongest: { ...d, services: map(d.services, (s: any) => ({ ...s, ...(s.leaves ? { leaves: { full: true } } : { sails: { full: true } }) })) },
  tinyYard: { ...d, places: map(d.places, (p: any) => ({ ...p, ...(p.yard ? { yard: { capacity: 120 } } : {}), ...(p.gaugeChange ? { gaugeChange: { ...p.gaugeChange, buffer: 4 } } : {}) })) },
  tinyBufferOnly: { ...d, places: map(d.places, (p: any) => ({ ...p, ...(p.gaugeChange ? { gaugeChange: { ...p.gaugeChange, buffer: 4 } } : {}) })) },
  buffer1: { ...d, places: map(d.places, (p: any) => ({ ...p, ...(p.gaugeChange ? { gaugeChange: { ...p.gaugeChange, buffer: 1 } } : {}) })) },
  smallDemand: { ...d, flows: map(d.flows, (f: any) => ({ ...f, demand: 10 })) },
};
for (const [name, data] of Object.entries(cases)) it(name, () => {
  const t = performance.now();
  try {
  const o = replicate(data, { seed: 'keruen', replication: 0 });
  const get = (meas: string, st: string, of: any = {}) => o.measures.find((x) => x.measure === meas && x.statistic === st && Object.entries(of).every(([k, v]) => (x.of as any)[k] === v) && Object.keys(x.of).length === Object.keys(of).length)?.value;
  console.log(name, Math.round(performance.now() - t), 'ms', o.events, 'thr', get('throughput', 'total'), 'inside', o.inside, o.endedEarly, o.journeys.map((j) => [j.flow, j.boxes, j.censored, (j.transit.reduce((a, b) => a + b, 0) / j.boxes / 86400).toFixed(2)].join(' ')).join(' | '));
  for (const x of o.measures) if (x.statistic === 'share' && !(x.value === null || (x.value >= 0 && x.value <= 1))) console.log('  share out of range', JSON.stringify(x));
  for (const j of o.journeys) { const n = j.cells.length; const sums = j.cells.map((c, i) => { let s = 0; for (let b = 0; b < j.boxes; b++) s += j.parts[b * n + i]; return [o.cells[c].cause + ' @' + o.cells[c].where, (s / j.boxes / 86400)] as const; }).sort((a, b) => b[1] - a[1]).slice(0, 7); console.log('   ', j.flow, sums.map(([a, b]) => `${a} ${b.toFixed(2)}`).join('; ')); }
  } catch (e: any) { console.log(name, 'THREW', e.message, e.cause?.message); }
});
