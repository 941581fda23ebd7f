// Known truth Q16: a corridor with fixed times equals the timetable worked out by hand, to the second.
import { describe, expect, it } from 'vitest';
import { replicate } from '../../src/model/replicate';
import { pathsPerDay, seconds, teu, teuPerYear } from '../../src/units';
import { handCorridor, noteLedgers, noteStages, worldOf } from './corridors/handCorridor';

/*
 * Lifts: East 180 s, Gate 300 s (one crane), Port 180 s on rail and 300 s on the quay, West 240 s (two cranes). Shunting in
 * or out: East 300 s, Gate 600 s, Port 400 s. Tying up: Port 1000 s, West 2000 s. Papers 1800 s, customs 900 s after them.
 * Under way: plain 7200 s, steppe 3600 + 1800 s, sea 12,960 s. A path every 14,400 s on plain, 3600 s on steppe west.
 * Sets C0 and S0 begin at East and Gate, C1 and S1 at Gate and Port, the ship at Port. w1, w4, w5, e1, e2, e3 are 2 TEU;
 * w2 and w3 are 1 TEU. A quarter of two sets is half a set: an end with no set ready or coming gets one as soon as the other
 * has two, of which one is ready and not needed. Sent empty from where it lies it leaves in that second. Seconds:
 *
 * Ship   700 e1 and e2 (of 500 and 700) are a full load at West: the ship is called and leaves at once; West 13,660; in
 *            15,660; both lifted 15,900; Port 28,860; in 29,860; e1 off 30,160, e2 off 30,460; w2, w3, w1 on 30,760, 31,060,
 *            31,360; West 44,320; in 46,320; w2 and w3 off 46,560, w1 off 46,800. Called by w4 and w5 it takes along e3 (of
 *            46,000), on 47,040; Port 60,000; in 61,000; e3 off 61,300; w5 on 61,600, w4 on 61,900; West 74,860; in 76,860;
 *            both off 77,100.
 * C0    3000 w1, w2, w3 (of 1000, 2000, 3000) are full: in 3300; on 3480, 3660, 3840; out 4140; Gate 11,340; papers 13,140;
 *            in 13,740; w1 to the buffer 14,040 (cleared that second); w2 and w3 straight onto S0 14,340, 14,640; out 15,240.
 *            Now two sets are at Gate or coming (C1), none at East: off at once, path at 3000 + 14,400 = 17,400, East 24,600.
 * S0  13,140 asked for by C0, in 13,740; w1 from the buffer 14,940; out 15,540; Halt 19,140; Port 20,940; in 21,340; w2, w3,
 *            w1 off 21,520, 21,700, 21,880; out 22,280. Full since 14,640 it is coming to Port, where S1 is ready, and none is
 *            at Gate: S1 goes, Halt 16,440, Gate 20,040.
 * C1    3000 C0 is coming to Gate, C1 is ready there, none is at East: off at once, East 10,200, where w4 and w5 (of 3600 and
 *            4000) are full since 4000; in 10,500; on 10,680, 10,860; out 11,160; path at 4140 + 14,400 = 18,540; Gate 25,740;
 *            papers 27,540; in 28,140; w4 to the buffer 28,440 (cleared that second); w5 straight onto S1 28,740; out 29,340.
 * S1  27,540 asked for by C1, in 28,140; w4 from the buffer 29,040; out 29,640; Halt 33,240; Port 35,040; in 35,440; w5 off
 *            35,620, w4 off 35,800. Full since 28,740 it is coming to Port, where S0 is ready, and none is at Gate: S0 goes,
 *            Halt 30,540, Gate 34,140.
 * S1  35,800 e1 and e2, full at Port since 30,460 and counting on S1, are given to it where it stands: on 35,980, 36,160; out
 *            36,560; Halt 38,360; Gate 41,960; papers 43,760; in 44,360; e1 to the buffer 44,660; e2 straight onto C1 44,960;
 *            out 45,560. With S1 bound for Gate at 35,800 S0 goes back from there to Port: Halt 39,400, Port 41,200.
 * C1  43,760 asked for by S1, in 44,360; e1 from the buffer 45,260; out 45,860; East 53,060; in 53,360; e2 off 53,540, e1 off
 *            53,720; out 54,020. Full since 44,960 it is coming to East, where C0 is ready, and none is at Gate: C0 goes, 52,160.
 * S0  72,100 e3 has waited 3 h at Port: in 72,500; on 72,680; out 73,080; Halt 74,880; Gate 78,480; papers 80,280; in 80,880;
 *            to the buffer 81,180; on C0 81,480, which waits for 2 h after 81,180: 88,380; out 88,980; East 96,180; in 96,480;
 *            off 96,660.
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
    'loaded Port 31360',
    'departs Port 31360',
    'arrives West 44320',
    'unloaded West 46800',
    'leaves West 46800',
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
    'loaded Port 30760',
    'departs Port 31360',
    'arrives West 44320',
    'unloaded West 46560',
    'leaves West 46560',
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
    'loaded Port 31060',
    'departs Port 31360',
    'arrives West 44320',
    'unloaded West 46560',
    'leaves West 46560',
  ],
  w4: [
    'enters East 3600',
    'loaded East 10680',
    'departs East 18540',
    'arrives Gate 25740',
    'unloaded Gate 28440',
    'loaded Gate 29040',
    'departs Gate 29640',
    'arrives Halt 33240',
    'departs Halt 33240',
    'arrives Port 35040',
    'unloaded Port 35800',
    'loaded Port 61900',
    'departs Port 61900',
    'arrives West 74860',
    'unloaded West 77100',
    'leaves West 77100',
  ],
  w5: [
    'enters East 4000',
    'loaded East 10860',
    'departs East 18540',
    'arrives Gate 25740',
    'unloaded Gate 28740',
    'loaded Gate 28740',
    'departs Gate 29640',
    'arrives Halt 33240',
    'departs Halt 33240',
    'arrives Port 35040',
    'unloaded Port 35620',
    'loaded Port 61600',
    'departs Port 61900',
    'arrives West 74860',
    'unloaded West 77100',
    'leaves West 77100',
  ],
  e1: [
    'enters West 500',
    'loaded West 15900',
    'departs West 15900',
    'arrives Port 28860',
    'unloaded Port 30160',
    'loaded Port 35980',
    'departs Port 36560',
    'arrives Halt 38360',
    'departs Halt 38360',
    'arrives Gate 41960',
    'unloaded Gate 44660',
    'loaded Gate 45260',
    'departs Gate 45860',
    'arrives East 53060',
    'unloaded East 53720',
    'leaves East 53720',
  ],
  e2: [
    'enters West 700',
    'loaded West 15900',
    'departs West 15900',
    'arrives Port 28860',
    'unloaded Port 30460',
    'loaded Port 36160',
    'departs Port 36560',
    'arrives Halt 38360',
    'departs Halt 38360',
    'arrives Gate 41960',
    'unloaded Gate 44960',
    'loaded Gate 44960',
    'departs Gate 45860',
    'arrives East 53060',
    'unloaded East 53540',
    'leaves East 53540',
  ],
  e3: [
    'enters West 46000',
    'loaded West 47040',
    'departs West 47040',
    'arrives Port 60000',
    'unloaded Port 61300',
    'loaded Port 72680',
    'departs Port 73080',
    'arrives Halt 74880',
    'departs Halt 74880',
    'arrives Gate 78480',
    'unloaded Gate 81180',
    'loaded Gate 81480',
    'departs Gate 88980',
    'arrives East 96180',
    'unloaded East 96660',
    'leaves East 96660',
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
    'waiting for a vessel @Port': 8580,
    'loading a ship @Port': 900,
    'moving @sea': 12_960,
    'tying up @West': 2000,
    'unloading a ship @West': 480,
  },
  w4: {
    'train to fill @East': 400,
    'waiting for platforms @East': 6200,
    'shunting @East': 600,
    'loading a train @East': 360,
    'waiting for a path @plain': 7380,
    'moving @plain': 7200,
    'papers @Gate': 1800,
    'shunting @Gate': 1200,
    'unloading a train @Gate': 300,
    'waiting for a crane @Gate': 300,
    'loading a train @Gate': 300,
    'moving @steppe east': 3600,
    'moving @steppe west': 1800,
    'shunting @Port': 400,
    'unloading a train @Port': 360,
    'waiting for a vessel @Port': 25_500,
    'loading a ship @Port': 600,
    'moving @sea': 12_960,
    'tying up @West': 2000,
    'unloading a ship @West': 240,
  },
  w5: {
    'waiting for platforms @East': 6200,
    'shunting @East': 600,
    'loading a train @East': 360,
    'waiting for a path @plain': 7380,
    'moving @plain': 7200,
    'papers @Gate': 1800,
    'shunting @Gate': 1200,
    'unloading a train @Gate': 600,
    'loading a train @Gate': 300,
    'moving @steppe east': 3600,
    'moving @steppe west': 1800,
    'shunting @Port': 400,
    'unloading a train @Port': 180,
    'ship to fill @Port': 180,
    'waiting for a vessel @Port': 25_500,
    'loading a ship @Port': 600,
    'moving @sea': 12_960,
    'tying up @West': 2000,
    'unloading a ship @West': 240,
  },
  e1: {
    'ship to fill @West': 200,
    'waiting for a vessel @West': 12_960,
    'tying up @West': 2000,
    'loading a ship @West': 240,
    'moving @sea': 12_960,
    'tying up @Port': 1000,
    'unloading a ship @Port': 300,
    'train to fill @Port': 300,
    'waiting for platforms @Port': 5340,
    'shunting @Port': 400,
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
  for (const second of [500, 700, 46_000]) world.boxAt('eastbound', second * slower, '45G1');
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

describe('a set that is sent empty to the other end', () => {
  it('leaves at once from where it lies, and by shunting from the track on which it was emptied', () => {
    const hand = handCorridor();
    // A path every 360 s, so that none is waited for.
    const plain = { ...hand.lines.plain, paths: pathsPerDay(240) };
    const world = worldOf({ ...hand, lines: { ...hand.lines, plain } });
    const stages = noteStages(world);
    for (const second of [4000, 4001, 4002]) for (let i = 0; i < 2; i++) world.boxAt('westbound', second, '45G1');
    while (world.sim.step()) world.audit();
    // C0 takes the first load at 4000, and C1, ready at Gate, leaves for East: 11,200; in 11,500; w3 on 11,680.
    expect(stages.get('w3')).toContain('loaded East 11680');
    // C0 out 4960; Gate 12,160; papers 13,960; in 14,560; w1 to the buffer 14,860, w2 straight across 15,160. The third load
    // has waited since 4002 and C1 is not coming back yet: C0 goes off empty, out 15,760; East 22,960; in 23,260; w5 on 23,440.
    expect(stages.get('w5')).toContain('loaded East 23440');
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
    for (const [flow, seconds] of [34_160, 34_060].entries()) {
      const { least, most } = journeys[flow].ledger.transit;
      expect([...least, ...most]).toEqual([seconds, seconds]);
    }
    for (const { boxes } of journeys) expect(boxes).toBeGreaterThan(10);
  });
});
