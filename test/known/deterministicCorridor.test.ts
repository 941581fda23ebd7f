// Known truth Q16: a corridor with fixed times equals the timetable worked out by hand, to the second.
import { describe, expect, it } from 'vitest';
import { replicate } from '../../src/model/run';
import { seconds, teu, teuPerYear } from '../../src/units';
import { handCorridor, noteLedgers, noteStages, worldOf } from './handCorridor';

/*
 * Lifts: East 180 s, Gate 300 s (one crane), Port 180 s on rail and 300 s on the quay, West 240 s (two cranes). Shunting in
 * or out: East 300 s, Gate 600 s, Port 400 s. Tying up: Port 1000 s, West 2000 s. Papers 1800 s, customs 900 s after them.
 * Under way: plain 7200 s, steppe 3600 + 1800 s, sea 12,960 s. A path every 14,400 s on plain, 3600 s on steppe west.
 * Sets C0 and S0 begin at East and Gate, C1 and S1 at Gate and Port, the ship at Port. w1, w4, w5, e1, e2, e3 are 2 TEU;
 * w2 and w3 are 1 TEU. Seconds:
 *
 * Ship   700 e1 and e2 (of 500 and 700) are a full load at West, the ship is called: in 1700, off; West 14,660; in 16,660;
 *            both lifted 16,900; Port 29,860; in 30,860; e1 off 31,160, e2 off 31,460; w2, w3, w1 on 31,760, 32,060, 32,360;
 *            West 45,320; in 47,320; w2 and w3 off 47,560, w1 off 47,800. Called by w4 and w5 it takes along e3 (of 47,000),
 *            on 48,040; Port 61,000; in 62,000; e3 off 62,300; w4 on 62,600, w5 on 62,900; West 75,860; in 77,860; both off 78,100.
 * C0    3000 w1, w2, w3 (of 1000, 2000, 3000) are full: in 3300; on 3480, 3660, 3840; out 4140; Gate 11,340; papers 13,140;
 *            in 13,740; w1 to the buffer 14,040 (cleared that second); w2 and w3 straight onto S0 14,340, 14,640; out 15,240.
 *            East has no set and none coming: back it goes, in 15,840, out 16,440, path at 19,600, East 26,800.
 * S0  13,140 asked for by C0, in 13,740; w1 from the buffer 14,940; out 15,540; Halt 19,140; Port 20,940; in 21,340; w2, w3,
 *            w1 off 21,520, 21,700, 21,880; out 22,280. No set is at Gate: S1 goes, in 22,680, out 23,080, Halt 24,880, Gate 28,480.
 * C1    4000 w4 and w5 (of 3600 and 4000) are full, C1 is called: in 4600, out 5200, East 12,400; in 12,700; on 12,880, 13,060;
 *            out 13,360; path at 4140 + 14,400 = 18,540; Gate 25,740; papers 27,540; in 28,140; w4 to the buffer 28,440, w5
 *            28,740 (S1 is not there yet); out 29,340, stays.
 * S1  28,480 in 29,080; w4 on 29,380, w5 29,680; out 30,280; Halt 33,880; Port 35,680; in 36,080; off 36,260, 36,440.
 * S0  31,460 e1 and e2 are full at Port: in 31,860; on 32,040, 32,220; out 32,620; Halt 34,420; Gate 38,020; papers 39,820; in
 *            40,420; e1 to the buffer 40,720; e2 straight onto C1 41,020; e1 after it 41,320; C1 out 41,920; East 49,120;
 *            in 49,420; e2 off 49,600, e1 off 49,780; out 50,080. C0 goes to Gate, where none is: 57,880.
 * S1  73,100 e3 has waited 3 h at Port: in 73,500; on 73,680; out 74,080; Halt 75,880; Gate 79,480; papers 81,280; in 81,880;
 *            to the buffer 82,180; on C0 82,480, which waits for 2 h after 82,180: 89,380; out 89,980; East 97,180; in 97,480; off 97,660.
 */
const byHand: Record<string, string[]> = {
  w1: [
    'enters East 1000',
    'loaded East 3480',
    'departs East 4140',
    'arrives Gate 11340',
    'unloaded Gate 14040',
    'loaded Gate 14940',
    'departs Gate 15540',
    'arrives Halt 19140',
    'departs Halt 19140',
    'arrives Port 20940',
    'unloaded Port 21880',
    'loaded Port 32360',
    'departs Port 32360',
    'arrives West 45320',
    'unloaded West 47800',
    'leaves West 47800',
  ],
  w2: [
    'enters East 2000',
    'loaded East 3660',
    'departs East 4140',
    'arrives Gate 11340',
    'unloaded Gate 14340',
    'loaded Gate 14340',
    'departs Gate 15540',
    'arrives Halt 19140',
    'departs Halt 19140',
    'arrives Port 20940',
    'unloaded Port 21520',
    'loaded Port 31760',
    'departs Port 32360',
    'arrives West 45320',
    'unloaded West 47560',
    'leaves West 47560',
  ],
  w3: [
    'enters East 3000',
    'loaded East 3840',
    'departs East 4140',
    'arrives Gate 11340',
    'unloaded Gate 14640',
    'loaded Gate 14640',
    'departs Gate 15540',
    'arrives Halt 19140',
    'departs Halt 19140',
    'arrives Port 20940',
    'unloaded Port 21700',
    'loaded Port 32060',
    'departs Port 32360',
    'arrives West 45320',
    'unloaded West 47560',
    'leaves West 47560',
  ],
  w4: [
    'enters East 3600',
    'loaded East 12880',
    'departs East 18540',
    'arrives Gate 25740',
    'unloaded Gate 28440',
    'loaded Gate 29380',
    'departs Gate 30280',
    'arrives Halt 33880',
    'departs Halt 33880',
    'arrives Port 35680',
    'unloaded Port 36260',
    'loaded Port 62600',
    'departs Port 62900',
    'arrives West 75860',
    'unloaded West 78100',
    'leaves West 78100',
  ],
  w5: [
    'enters East 4000',
    'loaded East 13060',
    'departs East 18540',
    'arrives Gate 25740',
    'unloaded Gate 28740',
    'loaded Gate 29680',
    'departs Gate 30280',
    'arrives Halt 33880',
    'departs Halt 33880',
    'arrives Port 35680',
    'unloaded Port 36440',
    'loaded Port 62900',
    'departs Port 62900',
    'arrives West 75860',
    'unloaded West 78100',
    'leaves West 78100',
  ],
  e1: [
    'enters West 500',
    'loaded West 16900',
    'departs West 16900',
    'arrives Port 29860',
    'unloaded Port 31160',
    'loaded Port 32040',
    'departs Port 32620',
    'arrives Halt 34420',
    'departs Halt 34420',
    'arrives Gate 38020',
    'unloaded Gate 40720',
    'loaded Gate 41320',
    'departs Gate 41920',
    'arrives East 49120',
    'unloaded East 49780',
    'leaves East 49780',
  ],
  e2: [
    'enters West 700',
    'loaded West 16900',
    'departs West 16900',
    'arrives Port 29860',
    'unloaded Port 31460',
    'loaded Port 32220',
    'departs Port 32620',
    'arrives Halt 34420',
    'departs Halt 34420',
    'arrives Gate 38020',
    'unloaded Gate 41020',
    'loaded Gate 41020',
    'departs Gate 41920',
    'arrives East 49120',
    'unloaded East 49600',
    'leaves East 49600',
  ],
  e3: [
    'enters West 47000',
    'loaded West 48040',
    'departs West 48040',
    'arrives Port 61000',
    'unloaded Port 62300',
    'loaded Port 73680',
    'departs Port 74080',
    'arrives Halt 75880',
    'departs Halt 75880',
    'arrives Gate 79480',
    'unloaded Gate 82180',
    'loaded Gate 82480',
    'departs Gate 89980',
    'arrives East 97180',
    'unloaded East 97660',
    'leaves East 97660',
  ],
};

/** Seconds between the same events, by cause: they add up to the transit of each box. */
const ledgersByHand: Record<string, Record<string, number>> = {
  w1: {
    'train to fill @East': 2000,
    'shunting @East': 600,
    'loading a train @East': 540,
    'moving @plain': 7200,
    'papers @Gate': 1800,
    'shunting @Gate': 1200,
    'unloading a train @Gate': 300,
    'waiting for a crane @Gate': 600,
    'loading a train @Gate': 300,
    'moving @steppe east': 3600,
    'moving @steppe west': 1800,
    'shunting @Port': 400,
    'unloading a train @Port': 540,
    'waiting for a vessel @Port': 9580,
    'loading a ship @Port': 900,
    'moving @sea': 12_960,
    'tying up @West': 2000,
    'unloading a ship @West': 480,
  },
  w4: {
    'train to fill @East': 400,
    'waiting for platforms @East': 8400,
    'shunting @East': 600,
    'loading a train @East': 360,
    'waiting for a path @plain': 5180,
    'moving @plain': 7200,
    'papers @Gate': 1800,
    'shunting @Gate': 1800,
    'unloading a train @Gate': 300,
    'waiting for platforms @Gate': 40,
    'loading a train @Gate': 600,
    'moving @steppe east': 3600,
    'moving @steppe west': 1800,
    'shunting @Port': 400,
    'unloading a train @Port': 180,
    'ship to fill @Port': 180,
    'waiting for a vessel @Port': 25_860,
    'loading a ship @Port': 600,
    'moving @sea': 12_960,
    'tying up @West': 2000,
    'unloading a ship @West': 240,
  },
  e1: {
    'ship to fill @West': 200,
    'waiting for a vessel @West': 13_960,
    'tying up @West': 2000,
    'loading a ship @West': 240,
    'moving @sea': 12_960,
    'tying up @Port': 1000,
    'unloading a ship @Port': 300,
    'train to fill @Port': 300,
    'shunting @Port': 800,
    'loading a train @Port': 360,
    'moving @steppe west': 1800,
    'moving @steppe east': 3600,
    'papers @Gate': 1800,
    'shunting @Gate': 1200,
    'unloading a train @Gate': 300,
    'waiting for a crane @Gate': 300,
    'loading a train @Gate': 300,
    'moving @plain': 7200,
    'shunting @East': 300,
    'unloading a train @East': 360,
  },
  e3: {
    'ship to fill @West': 800,
    'loading a ship @West': 240,
    'moving @sea': 12_960,
    'tying up @Port': 1000,
    'unloading a ship @Port': 300,
    'train to fill @Port': 10_800,
    'shunting @Port': 800,
    'loading a train @Port': 180,
    'moving @steppe west': 1800,
    'moving @steppe east': 3600,
    'papers @Gate': 1800,
    'shunting @Gate': 1200,
    'unloading a train @Gate': 300,
    'loading a train @Gate': 300,
    'train to fill @Gate': 6900,
    'moving @plain': 7200,
    'shunting @East': 300,
    'unloading a train @East': 180,
  },
};

/** The eight boxes, at the seconds at which they enter times `slower`. */
function ofEight(slower: number) {
  const world = worldOf(handCorridor(slower));
  const stages = noteStages(world);
  const ledgers = noteLedgers(world);
  for (const second of [500, 700, 47_000]) world.boxAt('eastbound', second * slower, '45G1');
  for (const second of [1000, 3600, 4000]) {
    // w2 and w3 are the short ones.
    world.boxAt('westbound', second * slower, '45G1');
    if (second === 1000) for (const short of [2000, 3000]) world.boxAt('westbound', short * slower, '22G1');
  }
  while (world.sim.step()) world.audit();
  return { stages, ledgers, world };
}

describe('a corridor with fixed times', () => {
  it('takes every box through every stage at the second worked out by hand, both ways', () => {
    const { stages, world } = ofEight(1);
    for (const [box, expected] of Object.entries(byHand)) expect([box, stages.get(box)]).toEqual([box, expected]);
    expect(stages.size).toBe(8);
    expect(world.boxes.inside).toBe(0);
  });

  it('books every second to the cause worked out by hand', () => {
    const { ledgers } = ofEight(1);
    for (const [box, parts] of Object.entries(ledgersByHand)) expect([box, ledgers.get(box)]).toEqual([box, parts]);
  });

  it('takes exactly twice as long when everything in it takes twice as long', () => {
    const [once, twice] = [ofEight(1), ofEight(2)];
    const doubled = [...once.stages].map(([box, lines]) => [
      box,
      lines.map((line) => line.replace(/\d+$/, (second) => `${2 * Number(second)}`)),
    ]);
    expect([...twice.stages]).toEqual(doubled);
    const doubledParts = [...once.ledgers].map(([box, parts]) => [
      box,
      Object.fromEntries(Object.entries(parts).map(([cause, s]) => [cause, 2 * s])),
    ]);
    expect([...twice.ledgers]).toEqual(doubledParts);
    expect(twice.world.sim.handled).toBe(once.world.sim.handled);
  });
});

describe('an almost empty corridor', () => {
  it('takes each box through in the sum of the least times, when trains and ships leave with a single box', () => {
    const data = handCorridor();
    const atOnce = { full: true, longestWait: seconds(0) };
    const demand = teuPerYear(6);
    const almostEmpty = {
      ...data,
      services: {
        'China train': { ...data.services['China train'], leaves: atOnce },
        ship: { ...data.services.ship, sails: atOnce },
        'steppe train': { ...data.services['steppe train'], leaves: atOnce },
      },
      fleets: Object.fromEntries(
        Object.entries(data.fleets).map(([id, fleet]) => [id, { ...fleet, count: 8, carries: teu(4) }]),
      ),
      flows: {
        westbound: { ...data.flows.westbound, demand },
        eastbound: { ...data.flows.eastbound, demand },
      },
    };
    // Six years of days, so that some thirty boxes come; two that meet within the third of a day that a trip takes would
    // wait for each other, which this seed has none of.
    const { journeys, endedEarly } = replicate(almostEmpty, { seed: 'keruen', replication: 0, days: 2192 });
    expect(endedEarly).toBeUndefined();
    // Eastbound: West 2000 + 240, sea 12,960, Port 1000 + 300 and 400 + 180 + 400, steppe 1800 + 3600, Gate 1800 + 600 +
    // 300 + 300 + 600 (customs clears it only when it is in the buffer), plain 7200, East 300 + 180.
    // Westbound: East 300 + 180 + 300, plain 7200, Gate 3600, steppe 5400, Port 400 + 180 and 1000 + 300, sea, West 2240.
    expect(journeys.map(({ transit }) => [...new Set(transit)])).toEqual([[34_160], [34_060]]);
    for (const { boxes } of journeys) expect(boxes).toBeGreaterThan(10);
  });
});
