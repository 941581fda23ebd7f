// What breaks first, in the words of the answer, where several things cannot do what is asked.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { bottleneckSummary } from '../../../src/study/bottleneck/summary';
import { small } from '../../model/small';
import { ledger } from '../../report/result';

const { data } = corridor(small);
const row = (where: string, resource: string, capacity: number) => ({
  where,
  resource,
  capacity,
  demand: 100,
  unit: 'TEU/year one way',
});
const kazakh = row('kazakh train', 'kazakh sets', 82);
const feeders = row('feeder', 'feeders', 62);
type Wait = readonly [cause: string, where: string, days: number];
const say = (preview: (typeof feeders)[], waits: Wait[], censored = 0) =>
  bottleneckSummary(data, {
    measures: [],
    preview,
    ledger: [{ ...ledger('all', 100, [['moving', 'China', 9], ...waits]), censored }],
  });
const yard: Wait = ['waiting for a yard slot', "Xi'an", 20];
const platforms: Wait = ['waiting for platforms', "Xi'an", 10];
const vessel: Wait = ['waiting for a vessel', 'Aktau', 30];

describe('what breaks first', () => {
  it('names all that cannot do what is asked, tightest first, and how far back boxes queue behind it', () => {
    expect(say([kazakh, feeders, row('Aktau', 'yard', 100)], [yard])).toBe(
      "The longest wait of westbound is for a yard slot at Xi'an, 20.0 days a box; what is short: feeders (0.62 times what " +
        "is asked), kazakh sets (0.82 times); behind them boxes queue as far back as Xi'an.",
    );
  });

  it('names the end of the queue where the longest wait is for what is short itself', () => {
    expect(say([feeders], [vessel, ['waiting for a track', 'Khorgos', 5], platforms])).toMatch(
      /for a vessel at Aktau, 30\.0 days a box; what is short: feeders \(0\.62 times what is asked\); behind it boxes queue as far back as Xi'an\.$/,
    );
    expect(say([feeders], [vessel, ['waiting for a track', 'Khorgos', 5]])).toMatch(/as far back as Khorgos\.$/);
  });

  it('names no queue of those who wait for what is short, for weather, hardly at all, or further on', () => {
    const none: Wait[][] = [
      [vessel],
      [['waiting for weather', "Xi'an", 9]],
      [['train to fill', "Xi'an", 9]],
      // 0.27 of 9.27 days is 2.9 %.
      [['waiting for a yard slot', "Xi'an", 0.27]],
      [['waiting for a track', 'Poti', 9]],
    ];
    for (const waits of none) expect(say([feeders], waits)).not.toContain('queue');
  });

  it('says that waits are of the boxes that left where others had not', () => {
    expect(say([feeders], [vessel], 7)).toMatch(
      /^Of the boxes that left, the longest wait of westbound is for a vessel/,
    );
  });

  it('names in a second sentence what can do hardly more than is asked beside what is short', () => {
    expect(say([feeders, row('Aktau', 'yard', 115), row('Alat', 'yard', 119)], [vessel])).toMatch(
      /what is short: feeders \(0\.62 times what is asked\)\. Beside it: yard at Aktau, which can do 1\.1 times what is asked\.$/,
    );
    expect(say([row('Aktau', 'yard', 115), row('Alat', 'yard', 119)], [])).toMatch(
      /what is short: yard at Aktau, .* Beside it: yard at Alat, which can do 1\.2 times what is asked\.$/,
    );
  });

  it('else names what another flow waits for, where that is something else', () => {
    const others = (...waits: Wait[]) =>
      bottleneckSummary(data, {
        measures: [],
        preview: [feeders],
        ledger: [
          ledger('all', 100, [['moving', 'China', 9], vessel]),
          { ...ledger('all', 100, [['moving', 'China', 9], ...waits]), flow: 'eastbound' },
        ],
      });
    expect(others(['waiting for a track', 'Poti', 2])).toMatch(
      /\. Beside it: eastbound waits for a track at Poti, 2\.0 days a box\.$/,
    );
    // Of the same thing, of nothing that there could be more of, and of hardly anything, nothing more is said.
    for (const wait of [vessel, ['waiting for weather', 'Alat', 3], ['waiting for a track', 'Poti', 0.1]] as const)
      expect(others([...wait])).not.toContain('Beside');
  });

  it('names nothing beside where nothing is short, or where all that is short is named already', () => {
    expect(say([kazakh, feeders, row('Aktau', 'yard', 110)], [])).not.toContain('Beside');
    expect(say([row('Aktau', 'yard', 300)], [])).not.toContain('Beside');
  });
});
