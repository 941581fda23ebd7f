// A border with two sides: controls of the side left, the hand-over, the crossing, controls of the side entered.
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/model/checks/check';
import { CompiledCorridor } from '../../../src/model/compile';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import type { Later } from '../../../src/model/corridor/phases';
import type { RailBorderSpec } from '../../../src/model/places/railBorder/spec';
import { replicate } from '../../../src/model/replicate';
import { Clock } from '../../../src/model/time/clock';
import { writePath } from '../../../src/problem';
import { journeysOf } from '../../../src/study/results/journeys';
import { measuresOf } from '../../../src/study/results/measures';
import { hours, minutes, pathsPerDay } from '../../../src/units';
import { borderCorridor, TO_GATE } from '../../known/corridors/borderCorridor';
import { noteLedgers, noteStages } from '../../known/corridors/handCorridor';

const HOUR = 3600;
const DAY = 86_400;

const gate: Partial<RailBorderSpec> = {
  sides: { East: 'China', West: 'Kazakhstan' },
  crossing: minutes(30),
  handedOver: { East: pathsPerDay(1) },
  controls: {
    'exit control': { takes: hours(3), trainsFrom: 'East', side: 'China' },
    'entry control': { takes: hours(4), trainsFrom: 'West', side: 'China' },
    inspection: { takes: hours(2), side: 'Kazakhstan' },
  },
};

function run(border: Partial<RailBorderSpec>, comes: readonly (readonly [string, number])[], later: Later[] = []) {
  const data = borderCorridor(border);
  const world = new CompiledCorridor(data, new Clock(data.start, data.warmUp, 60), 'keruen', 0, undefined, later);
  const ledgers = noteLedgers(world);
  const stages = noteStages(world);
  for (const [flow, second] of comes) world.boxAt(flow, second - TO_GATE, '22G1');
  world.sim.run();
  world.audit();
  const at = (box: string) =>
    Object.fromEntries(
      Object.entries(ledgers.get(box) ?? {})
        .filter(([name]) => name.endsWith('@Gate'))
        .map(([name, s]) => [name.slice(0, -' @Gate'.length), s / HOUR]),
    );
  const stagesAt = (box: string) =>
    (stages.get(box) ?? [])
      .filter((stage) => stage.includes(' Gate '))
      .map((stage) => {
        const [name, , second] = stage.split(' ');
        return `${name} ${(Number(second) - DAY) / HOUR}`;
      });
  return { at, stagesAt };
}

describe('a border with two sides', () => {
  it('has the exit control before the hand-over and the inspection of the other side after it', () => {
    const { at, stagesAt } = run(gate, [
      ['westbound', DAY],
      ['westbound', DAY + HOUR],
    ]);
    expect(stagesAt('w1')).toEqual(['arrives 0', 'handedOver 3', 'departs 5.5']);
    expect(at('w1')).toEqual({ 'exit control': 3, 'crossing the border': 0.5, inspection: 2 });
    // One train a day: the second is through exit control at four and handed over at midnight.
    expect(stagesAt('w2')).toEqual(['arrives 1', 'handedOver 24', 'departs 26.5']);
    expect(at('w2')).toEqual({
      'exit control': 3,
      'waiting to be handed over': 20,
      'crossing the border': 0.5,
      inspection: 2,
    });
  });

  it('has the same control before the hand-over for trains that leave its side', () => {
    const { at, stagesAt } = run(gate, [['eastbound', DAY]]);
    expect(stagesAt('e1')).toEqual(['arrives 0', 'handedOver 2', 'departs 6.5']);
    expect(at('e1')).toEqual({ inspection: 2, 'crossing the border': 0.5, 'entry control': 4 });
  });

  it('without a crossing and a quota stands on the other side at once; a closed border holds at the hand-over', () => {
    const { crossing, handedOver, ...open } = gate;
    expect(run(open, [['westbound', DAY]]).stagesAt('w1')).toEqual(['arrives 0', 'handedOver 3', 'departs 5']);
  });

  it('takes another crossing time from a day on', () => {
    const border = { ...gate, crossing: hours(1) };
    const later: Later[] = [{ from: '2025-01-03', data: borderCorridor(border) as CorridorData }];
    const { stagesAt } = run(
      gate,
      [
        ['westbound', DAY],
        ['westbound', 2 * DAY],
      ],
      later,
    );
    expect(stagesAt('w1')).toEqual(['arrives 0', 'handedOver 3', 'departs 5.5']);
    expect(stagesAt('w2')).toEqual(['arrives 24', 'handedOver 27', 'departs 30']);
  });

  it('tells dwell and waits by side, and both sides with what is between add up to the dwell', () => {
    const data = borderCorridor(gate, { perYear: 300 });
    const outcome = replicate(data, { seed: 'keruen', replication: 0, days: 60 });
    const measures = measuresOf({ data, dated: [] }, 60, [outcome]);
    const value = (measure: string, resource?: string) =>
      measures.find(
        (one) =>
          one.measure === measure &&
          one.statistic === 'mean' &&
          one.of.place === 'Gate' &&
          one.of.resource === resource,
      )?.estimate ?? Number.NaN;
    expect(value('dwell on side', 'Kazakhstan')).toBe(2);
    expect(value('dwell on side', 'China') - value('wait on side', 'China')).toBeCloseTo(3, 9);
    expect(value('wait on side', 'China')).toBeGreaterThan(1);
    expect(value('wait on side', 'Kazakhstan')).toBe(0);
    expect(value('dwell on side', 'China') + 0.5 + 2).toBeCloseTo(value('dwell'), 9);
    const stop = journeysOf([outcome]).find(({ flow }) => flow === 'westbound')?.stops[1];
    expect((stop?.takenOver?.mean ?? 0) - (stop?.handedOver?.mean ?? 0)).toBeCloseTo(0.5, 9);
  });

  it('answers spans up to the hand-over and from it, with parts that add up', () => {
    const data = borderCorridor(gate, { perYear: 300 });
    const moment = (event: 'arrival' | 'handed over' | 'taken over' | 'departure') => ({ place: 'Gate', event });
    const span = (from: Parameters<typeof moment>[0], to: Parameters<typeof moment>[0]) => ({
      flow: 'westbound',
      from: moment(from),
      to: moment(to),
    });
    const spans = [span('arrival', 'handed over'), span('handed over', 'taken over'), span('taken over', 'departure')];
    const all = [...spans, span('arrival', 'departure')];
    const { asked, cells } = replicate(data, { seed: 'keruen', replication: 0, days: 60, asked: { spans: all } });
    const [left, crossing, entered, whole] = asked?.spans ?? [];
    expect(left.spans.seconds + crossing.spans.seconds + entered.spans.seconds).toBe(whole.spans.seconds);
    for (const { spans: one, parts } of asked?.spans ?? [])
      expect(parts.reduce((sum, seconds) => sum + seconds, 0)).toBe(one.seconds);
    const causes = ({ parts }: typeof left) => cells.filter((_, i) => parts[i] > 0).map(({ cause }) => cause);
    expect(causes(left).sort()).toEqual(['exit control', 'waiting to be handed over']);
    expect(causes(crossing)).toEqual(['crossing the border']);
    expect(causes(entered)).toEqual(['inspection']);
  });
});

describe('bad sides', () => {
  const found = (border: Partial<RailBorderSpec>, data = borderCorridor({ ...gate, ...border }, { perYear: 300 })) =>
    check(data)
      .filter(({ path }) => path[0] !== 'flows')
      .map(({ path, got, allowed, say }) => `${writePath(path)} | ${got} | ${allowed} | ${say}`);

  it('are none as they stand', () => {
    expect(found({})).toEqual([]);
  });

  it('are named with what is allowed', () => {
    expect(found({ sides: { East: 'China' } })).toEqual([
      'places.Gate.sides.West | nothing | the name of a side | A railway leads from Gate to West; say on which side it lies.',
      'places.Gate.sides | China | two names | A border has two sides; Gate has 1: give its neighbours one of two names.',
      expect.stringContaining('places.Gate.controls.inspection.side | Kazakhstan | '),
    ]);
    expect(found({ sides: { East: 'China', West: 'China' } }).join('\n')).toContain('"train" comes to Gate from East');
    expect(found({ controls: { inspection: { takes: hours(2) } } })).toEqual([
      'places.Gate.controls.inspection.side | nothing | China or Kazakhstan | Gate has two sides; say on which of them "inspection" is.',
    ]);
    const { sides, ...without } = gate;
    const none = check(borderCorridor(without))
      .filter(({ path }) => path[0] !== 'flows')
      .map(({ path, allowed }) => `${writePath(path)} | ${allowed}`);
    expect(none).toEqual([
      'places.Gate.controls."exit control".side | nothing, without sides',
      'places.Gate.controls."entry control".side | nothing, without sides',
      'places.Gate.controls.inspection.side | nothing, without sides',
      'places.Gate.crossing | nothing, without sides',
    ]);
    expect(found({ sides: { East: 'China', West: 'Kazakhstan', Nowhere: 'China' } })[0]).toContain(
      'places.Gate.sides.Nowhere | Nowhere | ',
    );
  });
});
