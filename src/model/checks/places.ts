// Places and weather: storm calendars that exist and open again, controls and channels of borders that can be met.
import { type CorridorData, type Month, months, type WeatherSpec } from '../corridor';
import type { PlaceSpec } from '../places/registry';
import { type Complaint, complaint, unknownName } from './complaint';
import { judged, judgedEach, soundly } from './judged';

export function checkPlaces(data: CorridorData): Complaint[] {
  return judgedEach(
    () => data.places,
    (id, place) => {
      if (place.kind === 'rail border') {
        return judged(
          () => checkControls(data, id, place),
          () => checkChannels(id, place),
        );
      }
      if (place.kind !== 'seaport' || place.weather === undefined) return [];
      const seas = Object.keys(data.weather ?? {});
      return seas.includes(place.weather)
        ? []
        : [unknownName(['places', id, 'weather'], place.weather, 'weather', seas)];
    },
  );
}

type Border = Extract<PlaceSpec, { kind: 'rail border' }>;

function checkControls(data: CorridorData, id: string, border: Border): Complaint[] {
  const betweens = Object.keys(data.lines).map((line) => () => data.lines[line].between as readonly string[]);
  const neighbours = betweens
    .flatMap((between) => soundly(() => [[...between()]], []))
    .filter((between) => between.includes(id))
    .map(([a, b]) => (a === id ? b : a));
  return judgedEach(
    () => border.controls,
    (control, { trainsFrom }) => {
      if (trainsFrom === undefined || neighbours.includes(trainsFrom)) return [];
      // A line whose ends cannot be read may lead to any place, but to nothing that is none.
      if (Object.hasOwn(data.places, trainsFrom)) for (const between of betweens) [...between()];
      const path = ['places', id, 'controls', control, 'trainsFrom'];
      return [unknownName(path, trainsFrom, `line from ${id} to`, [...new Set(neighbours)])];
    },
  );
}

function checkChannels(id: string, border: Border): Complaint[] {
  if (border.channels === undefined) return [];
  const path = ['places', id, 'channels'];
  if (border.gaugeChange === undefined) {
    const say = `A box that is held at ${id} leaves its train, and without a gauge change there are no cranes; use controls.`;
    return [complaint(path, Object.keys(border.channels).join(', '), 'nothing, without gaugeChange', say)];
  }
  const sum = Object.values(border.channels).reduce((total, { share }) => total + share, 0);
  if (Math.abs(sum - 1) <= 1e-9) return [];
  const got = `${Number((sum * 100).toPrecision(12))} %`;
  return [complaint(path, got, '100 % in all', `The channels at ${id} add up to ${got}; make them add up to 100 %.`)];
}

export function checkWeather(data: CorridorData): Complaint[] {
  return judgedEach(
    () => data.weather,
    (id, weather) =>
      judged(...months.map((month) => () => checkMonth(id, weather, month)), () => checkSpell(id, weather)),
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
