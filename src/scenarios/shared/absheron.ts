// The rail terminal of Baku, destination of part of the westbound boxes, and other years' demand divided by destination.
import { hours, km, kmPerHour, movesPerHour, percent, teu } from '../../units';
import { haulageStops } from './rails';

export const absheron = {
  kind: 'terminal',
  title: 'Absheron, the rail terminal of Baku',
  at: [40.45, 49.75],
  tracks: 3,
  shunting: hours(2),
  cranes: { rail: { count: 2, rate: movesPerHour(12) } },
  yard: { capacity: teu(4000) },
} as const;

export const alatAbsheron = {
  between: ['Alat', 'Absheron'],
  mode: 'rail',
  gauge: 1520,
  length: km(70),
  running: kmPerHour(53.9),
  stops: haulageStops,
  variation: percent(15),
} as const;

/** A yearly demand [TEU], divided in the proportions of the 56,500 of 2024. */
export const ofAll = (teuAYear: number) => {
  const of = (share: number) => `${Math.round((share * teuAYear) / 1.3)} TEU/year`;
  return {
    'flows.westbound.demand': of(0.35),
    'flows."to Absheron".demand': of(0.35),
    'flows.eastbound.demand': of(0.6),
  };
};
