// Places and weather: storm calendars that exist and open again; rail borders have checks of their own.
import { type CorridorData, type Month, months, type WeatherSpec } from '../corridor/corridor';
import { type Complaint, complaint, unknownName } from './complaint';
import { judged, judgedEach } from './judged';
import { checkBerths, checkCranes, checkYardParts } from './ports';
import { checkRailBorder } from './railBorders';

export function checkPlaces(data: CorridorData): Complaint[] {
  return judgedEach(
    () => data.places,
    (id, place) => {
      if (place.kind === 'rail border') return checkRailBorder(data, id, place);
      if (place.kind === 'terminal') return checkCranes(data, id, () => place.cranes);
      if (place.kind !== 'seaport') return [];
      return judged(
        () => checkSea(data, id, place.weather),
        () => checkCranes(data, id, () => place.cranes),
        () => checkBerths(data, id, place),
        () => checkYardParts(data, id, place),
      );
    },
  );
}

function checkSea(data: CorridorData, place: string, weather: string | undefined): Complaint[] {
  const seas = Object.keys(data.weather ?? {});
  if (weather === undefined || seas.includes(weather)) return [];
  return [unknownName(['places', place, 'weather'], weather, 'weather', seas)];
}

export function checkWeather(data: CorridorData): Complaint[] {
  return judgedEach(
    () => data.weather,
    (id, weather) =>
      judged(
        ...months.map((month) => () => checkMonth(id, weather, month)),
        () => checkSpell(id, weather),
        ...months.map((month) => () => checkSailing(id, weather, month)),
      ),
  );
}

function checkMonth(id: string, { closedShare }: WeatherSpec, month: Month): Complaint[] {
  if (closedShare[month] < 1) return [];
  const say = `The sea "${id}" never opens in ${month}; a month is closed for less than 100 % of its time.`;
  const got = `${closedShare[month] * 100} %`;
  return [complaint(['weather', id, 'closedShare', month], got, 'less than 100 %', say)];
}

function checkSpell(id: string, { meanSpell }: WeatherSpec): Complaint[] {
  if (meanSpell > 0) return [];
  const say = `A spell of "${id}" lasts no time; give the mean time that the sea stays closed.`;
  return [complaint(['weather', id, 'meanSpell'], meanSpell, 'more than 0 h', say)];
}

function checkSailing(id: string, { sailing }: WeatherSpec, month: Month): Complaint[] {
  if (sailing === undefined || sailing[month] > 0) return [];
  const say = `Ships that set out in ${month} never get over "${id}"; give a share of their speed above 0 %.`;
  return [complaint(['weather', id, 'sailing', month], `${sailing[month] * 100} %`, 'more than 0 %', say)];
}
