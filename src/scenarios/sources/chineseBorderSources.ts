// Where each number of the rail crossings to China comes from, for every scenario that leads over them.
import { fieldOf, from } from './sourcesOf';

export function chineseBorderSources(borders: readonly string[]): Record<string, string> {
  const of = (field: string) => fieldOf('places', borders, field);
  return {
    ...from('N27', ...of('controls."PRC exit control".takes')),
    ...from(
      'assumed: as long as exit control (N27); no figure is published',
      ...of('controls."PRC entry control".takes'),
    ),
    ...from('N23', ...of('controls."technical inspection".takes')),
    ...from(
      'C023: half an hour to three before automation, taken as evenly spread around the middle',
      ...of('controls."transit customs".takes'),
    ),
    ...from(
      'assumed: four trains at once, 55 a day at 1.75 h, so that customs is not what is short; no figure is published',
      ...of('controls."transit customs".teams'),
    ),
    ...from('assumed: some ten kilometres from station to station, read off a map, at 20 km/h', ...of('crossing')),
    ...from('N24', ...of('channels.green')),
    ...from('N25', ...of('channels.yellow')),
    ...from('N26', ...of('channels.red')),
    ...from(
      'B023: two tracks a crane, one of each gauge, and three cranes a front',
      ...of('gaugeChange.tracks'),
      ...of('gaugeChange.each'),
    ),
    ...from('B022: 47.5 wagons in 55 minutes by three cranes (B023)', ...of('gaugeChange.rate')),
    ...from('N14: the upper end, for two fronts', ...of('gaugeChange.buffer')),
    ...from(
      'assumed: half of a port station’s shunting (N31): the tracks lie beside the line',
      ...of('gaugeChange.shunting'),
    ),
  };
}

export const altynkolSources: Readonly<Record<string, string>> = {
  ...chineseBorderSources(['Altynkol']),
  'places.Altynkol.gaugeChange.cranes': 'B023, B026: three cranes a front, two fronts since 2022',
  'places.Altynkol.handedOver': 'B062: 8 trains a day to China, of all kinds',
};
