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

/**
 * TEU a year of each flow of 2024: 310 block trains of 105 TEU from China (D030), half of them to Absheron; what is left of the
 * 35,600 TEU between China and Europe (D101) comes back; the rest of 56,500 TEU (D012) begins or ends in Kazakhstan.
 */
export const flowsOf2024 = {
  westbound: 16_275,
  'to Absheron': 16_275,
  eastbound: 3_050,
  'from Kazakhstan': 10_450,
  'to Kazakhstan': 10_450,
} as const;

/** A yearly demand [TEU], divided in the proportions of the 56,500 of 2024. */
export const ofAll = (teuAYear: number) =>
  Object.fromEntries(
    Object.entries(flowsOf2024).map(([flow, teu]) => [
      `flows.${JSON.stringify(flow)}.demand`,
      `${Math.round((teu * teuAYear) / 56_500)} TEU/year`,
    ]),
  );
