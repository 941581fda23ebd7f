// Which demand is raised, and how it is counted.
import { describe, expect, it } from 'vitest';
import { type Corridor, corridor } from '../../../src/model/change/define';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import { aktauHub } from '../../../src/scenarios/aktauHub';
import { demandFor } from '../../../src/study/capacity/demand';
import { hours, teuPerYear } from '../../../src/units';
import { callsCorridor } from '../../known/corridors/callsCorridor';
import { small } from '../../model/small';
import { roadQueue } from './roadQueue';

const today: Corridor = corridor(small);
const demandsOf = ({ data }: Corridor) =>
  Object.fromEntries(Object.entries(data.flows).map(([id, { demand }]) => [id, demand]));

describe('the demand that is raised', () => {
  it('is that of all flows in their mix, unless something else is said', () => {
    const demand = demandFor(today, {});
    expect(demand).toMatchObject({
      unit: 'TEU/year',
      words: 'TEU a year',
      now: 12_000,
      mix: { westbound: 8 / 12, eastbound: 4 / 12 },
    });
    expect(demandsOf(demand.corridorAt(24_000))).toEqual({ westbound: 16_000, eastbound: 8000 });
  });

  it('may be that of some flows: the others stay as they are', () => {
    const demand = demandFor(today, { of: ['eastbound'] });
    expect(demand).toMatchObject({ words: 'TEU a year of eastbound', now: 4000 });
    expect(demandsOf(demand.corridorAt(9000))).toEqual({ westbound: 8000, eastbound: 9000 });
  });

  it('takes a mix of its own', () => {
    const demand = demandFor(today, { vary: ['flows.westbound.demand=25%', 'flows.eastbound.demand=75 %'] });
    expect(demandsOf(demand.corridorAt(8000))).toEqual({ westbound: 2000, eastbound: 6000 });
  });

  it('is counted at a place that a service with calls only passes, where its boxes pass it', () => {
    const { flows, places, ...data } = callsCorridor({ calls: ['A', 'C'] });
    const asked = (teu: number, flow: CorridorData['flows'][string]) => ({ ...flow, demand: teuPerYear(teu) });
    const round = corridor({
      ...data,
      places: { ...places, B: { kind: 'junction', at: [40, 52] } },
      flows: { ac: asked(700, flows.ac), ca: asked(300, flows.ca) },
    } as CorridorData);
    // A to C by B, back straight.
    expect(demandFor(round, { at: 'B' }).now).toBe(700);
  });

  it('is counted at a place as its throughput is: over the quay once a box, by rail at a terminal in plus out', () => {
    expect(demandFor(today, { at: 'Aktau' })).toMatchObject({
      words: 'TEU a year over the quay at Aktau',
      now: 12_000,
    });
    expect(demandFor(today, { at: "Xi'an" }).now).toBe(12_000);
    expect(demandFor(today, { at: 'Khorgos' }).now).toBe(12_000);
    // All four flows cross the quay of Aktau once, two of them begin or end there.
    const hub = demandFor(aktauHub, { at: 'Aktau' });
    expect(hub.now).toBe(77_000);
    expect(Object.keys(hub.mix)).toHaveLength(4);
    // Only what goes on beyond Altynkol comes by it.
    expect(Object.keys(demandFor(aktauHub, { at: 'Altynkol' }).mix)).toEqual([
      'Caucasus to China',
      'China to Caucasus',
    ]);
  });

  it('is trucks a day where there are only trucks', () => {
    const demand = demandFor(roadQueue(2, hours(1)), {});
    expect(demand).toMatchObject({ unit: 'trucks/day', words: 'trucks a day', now: 20 });
    expect(demand.corridorAt(33).data.flows.export.trucks).toBe(33);
  });

  it.each<[string, Parameters<typeof demandFor>[1], string]>([
    ['a flow that is not there', { of: ['westbond'] }, 'There is no flow "westbond"; did you mean westbound?'],
    ['a place that is not there', { at: 'Aktua' }, 'There is no place "Aktua"; did you mean Aktau?'],
    [
      'what is no demand',
      { vary: ['places.Aktau.tracks'] },
      '"places.Aktau.tracks" is not a demand, and only demands can be varied',
    ],
    ['a demand by a wrong name', { vary: ['flows.westbond.demand'] }, 'did you mean flows.westbound.demand'],
    ['a demand twice', { vary: ['flows.westbound.demand', 'flows.westbound.demand'] }, 'twice'],
    [
      'shares of some',
      { vary: ['flows.westbound.demand=50%', 'flows.eastbound.demand'] },
      'gives a share to some demands only',
    ],
    [
      'shares that are not the whole',
      { vary: ['flows.westbound.demand=50%', 'flows.eastbound.demand=40%'] },
      'add up to 90 %',
    ],
    ['two ways of saying it', { at: 'Aktau', of: ['westbound'] }, 'Give one of at, of and vary'],
  ])('refuses %s', (_, asked, say) => {
    expect(() => demandFor(today, asked)).toThrow(say);
  });

  it('refuses a demand that changes on a day', () => {
    const later = today.with({ from: '2024-06-01', set: { 'flows.westbound.demand': '20 kTEU/year' } });
    expect(() => demandFor(later, {})).toThrow('The demand of westbound changes on 2024-06-01');
    expect(demandFor(later, { of: ['eastbound'] }).now).toBe(4000);
  });
});
