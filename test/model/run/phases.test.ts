// Dated changes in a run: from their second on the new figures hold, before it nothing differs, and a copy goes on across them.
import { describe, expect, it } from 'vitest';
import { Run } from '../../../src/model/replicate';
import { middleCorridor2024 } from '../../../src/scenarios/middleCorridor2024';
import { type Mutation, mutated } from '../mutated';
import { small } from '../small';

const options = { seed: 'dated', replication: 0, days: 60 } as const;

/** Everything that may change on a day, in one change or another. */
const rows: [string, Mutation, Mutation][] = [
  ['tracks of a terminal', { 'places."Xi\'an".shunting': 30_000 }, { 'places."Xi\'an".tracks': 4 }],
  ['cranes and their rate', { 'places.Poti.cranes.rail.count': 1 }, { 'places.Poti.cranes.rail.rate': 4 }],
  ['a yard', { 'places.Aktau.yard.capacity': 60 }, { 'places.Aktau.yard.capacity': 6000 }],
  ['berths', { 'places.Aktau.berths.container.count': 1 }, { 'places.Aktau.berths.container.tieUp': 40_000 }],
  [
    'the gauge change',
    { 'places.Khorgos.gaugeChange.cranes': 1 },
    { 'places.Khorgos.gaugeChange.tracks': { 1435: 6, 1520: 1 } },
  ],
  ['the buffer', { 'places.Khorgos.gaugeChange.buffer': 40 }, { 'places.Khorgos.gaugeChange.buffer': 900 }],
  ['ships and sets', { 'fleets.feeders.count': 1 }, { 'fleets."kazakh sets".count': 12 }],
  ['speeds', { 'lines.China.speed': 20 }, { 'fleets.feeders.speed': 30 }],
];

describe('a dated change', () => {
  it.each(rows)(
    'of %s leaves all before it alone, changes what comes after, and is gone over from a copy',
    (_, first, second) => {
      const later = [
        { from: '2024-01-20', data: mutated(first) },
        { from: '2024-02-10', data: mutated({ ...first, ...second }) },
      ];
      const plain = new Run(small, options);
      const run = new Run(small, { ...options, later });
      for (const one of [plain, run]) one.until('2024-01-20');
      expect(run.world.hash.text).toBe(plain.world.hash.text);
      const copy = run.save();
      for (const one of [plain, run]) one.until('2024-02-20');
      expect(run.world.hash.text).not.toBe(plain.world.hash.text);
      run.world.audit();
      const whole = run.finish();
      expect(whole.endedEarly).toBeUndefined();
      const anew = new Run(small, { ...options, later });
      anew.restore(copy);
      expect(anew.finish().hash).toBe(whole.hash);
    },
  );

  it('on the first day is the same run as without a day', () => {
    const set = { 'places.Aktau.berths.container.count': 2, 'fleets.feeders.count': 9 };
    const data = mutated(set, middleCorridor2024.data);
    const later = [{ from: '2023-10-03', data }];
    const dated = new Run(middleCorridor2024.data, { ...options, later }).finish();
    const plain = new Run(data, options).finish();
    // Three more feeders come when all others have been shared between the ends, so the first days may differ; what a port does,
    // it does alike.
    const berths = (outcome: typeof plain) =>
      outcome.measures.find(
        ({ measure, of }) => measure === 'use' && of.resource === 'container berths' && of.place === 'Aktau',
      );
    expect(berths(dated)?.value).toBeCloseTo(berths(plain)?.value as number, 1);
  });
});
