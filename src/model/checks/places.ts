// Places and weather: storm calendars that exist and open again, controls and channels of borders that can be met.
import { type CorridorData, months } from '../corridor';
import type { PlaceSpec } from '../places/registry';
import { type Complaint, complaint, unknownName } from './complaint';

export function checkPlaces(data: CorridorData): Complaint[] {
  return Object.entries(data.places).flatMap(([id, place]) => {
    if (place.kind === 'rail border') return [...checkControls(data, id, place), ...checkChannels(id, place)];
    if (place.kind !== 'seaport' || place.weather === undefined) return [];
    const seas = Object.keys(data.weather ?? {});
    return seas.includes(place.weather) ? [] : [unknownName(['places', id, 'weather'], place.weather, 'weather', seas)];
  });
}

type Border = Extract<PlaceSpec, { kind: 'rail border' }>;

function checkControls(data: CorridorData, id: string, border: Border): Complaint[] {
  const neighbours = Object.values(data.lines)
    .map(({ between }) => between as readonly string[])
    .filter((between) => between.includes(id))
    .map(([a, b]) => (a === id ? b : a));
  return Object.entries(border.controls).flatMap(([control, { trainsFrom }]) => {
    if (trainsFrom === undefined || neighbours.includes(trainsFrom)) return [];
    const path = ['places', id, 'controls', control, 'trainsFrom'];
    return [unknownName(path, trainsFrom, `line from ${id} to`, [...new Set(neighbours)])];
  });
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
  return Object.entries(data.weather ?? {}).flatMap(([id, { closedShare, meanSpell }]) => {
    const found: Complaint[] = [];
    for (const month of months) {
      if (closedShare[month] < 1) continue;
      const say = `The sea "${id}" never opens in ${month}; a month is closed for less than 100 % of its time.`;
      const got = `${closedShare[month] * 100} %`;
      found.push(complaint(['weather', id, 'closedShare', month], got, 'less than 100 %', say));
    }
    if (!(meanSpell > 0)) {
      const say = `A spell of "${id}" lasts no time; give the mean time that the sea stays closed.`;
      found.push(complaint(['weather', id, 'meanSpell'], meanSpell, 'more than 0 h', say));
    }
    return found;
  });
}
