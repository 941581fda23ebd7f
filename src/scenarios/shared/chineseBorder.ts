// Rail crossings between China and Kazakhstan, said once: whoever comes over Altynkol or Dostyk meets the same border.
import { hours, movesPerHour, pathsPerDay, percent, teu } from '../../units';
import { transitCustoms } from './rails';

const exitControl = { law: 'triangular', least: hours(3), mode: hours(6), most: hours(12) } as const;
const inspection = { law: 'triangular', least: hours(1), mode: hours(2), most: hours(3) } as const;

/** A crossing as they all are: what differs is who comes from where, how many cranes there are, and how many are taken over. */
export const chineseBorder = <KazakhSide extends string>(kazakhSide: KazakhSide, cranes: number) =>
  ({
    kind: 'rail border',
    sides: { Urumqi: 'China', [kazakhSide]: 'Kazakhstan' },
    crossing: hours(0.5),
    controls: {
      'PRC entry control': { takes: exitControl, trainsFrom: kazakhSide, side: 'China' },
      'PRC exit control': { takes: exitControl, trainsFrom: 'Urumqi', side: 'China' },
      'technical inspection': { takes: inspection, side: 'Kazakhstan' },
      'transit customs': { takes: transitCustoms, teams: 4, side: 'Kazakhstan' },
    },
    channels: {
      green: { share: percent(90), takes: hours(0.5) },
      yellow: { share: percent(8), takes: { law: 'triangular', least: hours(2), mode: hours(4), most: hours(8) } },
      red: { share: percent(2), takes: { law: 'lognormal', mean: hours(48), sd: hours(24) } },
    },
    gaugeChange: {
      tracks: { 1435: cranes, 1520: cranes },
      cranes,
      rate: movesPerHour(17.3),
      each: 3,
      buffer: teu(1000),
      shunting: hours(1),
    },
  }) as const;

export const altynkol = {
  ...chineseBorder('Almaty', 6),
  title: 'Altynkol–Khorgos, where 1435 mm becomes 1520 mm',
  at: [44.1, 80.3],
  handedOver: { Almaty: pathsPerDay(8) },
} as const;
