// The static answer before any run: each resource's yearly capacity against what the flows ask of it.
// Long, because every row rests on the same traffic of the flows.
import { sampler } from '../../stochastic';
import { fleetCapacity, fleetNotes, inWindow, shareOfWindow, YEAR } from '../corridor/capacity/fleetCapacity';
import { capacityOf } from '../corridor/capacity/unitCapacity';
import { type CorridorData, type FlowSpec, months } from '../corridor/corridor';
import { weekdays } from '../corridor/data/calendarSpec';
import type { Takes } from '../corridor/data/takes';
import { demandOf, meanTeuOf } from '../corridor/figures/flowBoxes';
import { lawOf } from '../corridor/figures/law';
import { pathsOf } from '../corridor/figures/linePaths';
import { otherTrainsOver } from '../corridor/figures/otherTraffic';
import { manned, type UnitClass } from '../corridor/figures/shipClasses';
import { sharersOf } from '../corridor/routes/fleetHops';
import { linesOf, roadsOf, routeIds, routeOf, serviceEnds } from '../corridor/routes/route';
import { timesOf } from '../time/calendar';
import { Clock, DAY } from '../time/clock';
import { openHours } from '../time/openHours';
import { secondOfLocal } from '../time/timeZones';
import { locomotiveRow } from './locomotives';

const HOURS = 8760;

/** One resource: what it can do in a year, what is asked of it, and why the run may differ, in words. */
export interface PreviewRow {
  /** The place, line or service. */
  readonly where: string;
  /** What of it: `tracks`, `rail cranes`, the name of a fleet. */
  readonly resource: string;
  /** What it can do in a year, at most. */
  readonly capacity: number;
  /** What a year of the flows asks of it, in the same unit. */
  readonly demand: number;
  /** The unit of capacity and demand, such as `TEU/year`. */
  readonly unit: string;
  /** What to know of the two numbers, in words. */
  readonly note?: string;
  /** Its demand counts all ways of a flow alike, while the flow chooses them by their waits: it says nothing of what is short. */
  readonly alike?: true;
}

/** What passes a side of a place in a year of 365 days: boxes lifted there, their TEU, and visits of trains or ships. */
export interface Passing {
  readonly boxes: number;
  readonly teu: number;
  readonly visits: number;
}

interface Working {
  readonly count: number;
  /** Moves an hour of each. */
  readonly rate: number;
  readonly each?: number;
  readonly efficiency?: number;
}

interface Berths {
  readonly count: number;
  readonly cranes: number;
  readonly tieUp: Takes;
  readonly berthing?: number;
}

/** How long something is open in a year of 365 days. */
export interface OpenYear {
  readonly seconds: number;
  /** Days on which it opens at all. */
  readonly days: number;
}

/** The traffic that the flows put on places and services, at their yearly demand, with no regard to waiting. */
export class Traffic {
  /** By service and end (0: leaves from the first end): boxes and TEU a year. */
  private readonly boxes = new Map<string, [number, number]>();
  private readonly teu = new Map<string, [number, number]>();

  constructor(
    /** The corridor whose traffic it is. */
    readonly data: CorridorData,
    /** The window [days]: ships count for the share of it in which they run, calendars for as long as they are open in it. */
    readonly days: number = YEAR,
  ) {
    for (const id of Object.keys(data.services)) {
      this.boxes.set(id, [0, 0]);
      this.teu.set(id, [0, 0]);
    }
    for (const [id, flow] of Object.entries(data.flows)) {
      if (flow.trucks !== undefined) continue;
      for (const [route, share] of sharesOf(flow)) {
        const rides = routeOf(data, id, route);
        if (!Array.isArray(rides)) continue;
        for (const ride of rides) {
          const end = serviceEnds(data, ride.service).ends[0] === ride.from ? 0 : 1;
          pair(this.boxes, ride.service)[end] += (share * demandOf(flow)) / meanTeuOf(flow);
          pair(this.teu, ride.service)[end] += share * demandOf(flow);
        }
      }
    }
  }

  /** TEU a unit of the service may carry, on average over those of the window, each for as long as it runs; of all, where none does. */
  unitCapacity(service: string): number {
    const fleet = this.data.fleets[this.data.services[service].fleet];
    const running = inWindow(this.data, fleet, this.days);
    const classes = running.length > 0 ? running : manned(fleet);
    const rooms = classes.map(({ id }) => capacityOf(this.data, service, id).teu);
    if (rooms.every((unitCapacity) => unitCapacity === rooms[0])) return rooms[0];
    const shareOf = (ships: UnitClass) => (running.length > 0 ? shareOfWindow(ships, this.data.start, this.days) : 1);
    const counts = classes.map((ships) => ships.count * shareOf(ships));
    const units = counts.reduce((sum, count) => sum + count, 0);
    return counts.reduce((sum, count, i) => sum + count * rooms[i], 0) / units;
  }

  /** TEU a year of the busier direction. */
  busier(service: string): number {
    return Math.max(...pair(this.teu, service));
  }

  /** TEU a year that leave from one of its ends. */
  from(service: string, end: number): number {
    return pair(this.teu, service)[end];
  }

  /** Round trips a year that the busier direction asks for, full. */
  rounds(service: string): number {
    return this.busier(service) / this.unitCapacity(service);
  }

  /** What is lifted to and from trains or ships at a place; of one track gauge or one kind of berth, where asked. */
  at(place: string, mode: 'rail' | 'sea', only?: number | string): Passing {
    let [boxes, teu, visits] = [0, 0, 0];
    for (const service of this.servicesAt(place, mode, only)) {
      const [there, back] = pair(this.boxes, service);
      boxes += there + back;
      teu += pair(this.teu, service)[0] + pair(this.teu, service)[1];
      visits += this.rounds(service);
    }
    return { boxes, teu, visits };
  }

  /** The services that end at a place by rail or by sea; of one track gauge or one kind of berth, where asked. */
  servicesAt(place: string, mode: 'rail' | 'sea', only?: number | string): string[] {
    return this.endingAt(place).filter((service) => {
      const { on, sails, berth = 'container' } = this.data.services[service];
      const isShip = sails !== undefined;
      if (isShip !== (mode === 'sea')) return false;
      const gauge = this.data.lines[linesOf(on)[0]].gauge;
      return only === undefined || only === (isShip ? berth : gauge);
    });
  }

  /** TEU a year that leave a place by train or ship: all that has stood there. */
  leaving(place: string): number {
    return this.endingAt(place).reduce((sum, service) => {
      const end = serviceEnds(this.data, service).ends[0] === place ? 0 : 1;
      return sum + this.from(service, end);
    }, 0);
  }

  /** TEU a year whose way ends at a place. */
  ending(place: string): number {
    return Object.values(this.data.flows).reduce((sum, flow) => sum + (flow.to === place ? demandOf(flow) : 0), 0);
  }

  /** TEU that stand at a place on average until trucks fetch them, by Little's law; none where trucks fetch from the crane. */
  awaitingTrucks(place: string, collected: Takes | undefined): number {
    if (collected === undefined) return 0;
    return (this.ending(place) * sampler(lawOf(collected)).mean) / (HOURS * 3600);
  }

  /** TEU that lie at a place on average while loads fill: half a load of each service that leaves from it. */
  stacked(place: string): number {
    return this.endingAt(place).reduce((sum, service) => {
      const end = serviceEnds(this.data, service).ends[0] === place ? 0 : 1;
      return sum + (pair(this.teu, service)[end] > 0 ? this.unitCapacity(service) / 2 : 0);
    }, 0);
  }

  /** Share of the year that a sea is open; 1 for a place without weather. */
  openShare(sea: string | undefined): number {
    const weather = sea === undefined ? undefined : this.data.weather?.[sea];
    if (weather === undefined) return 1;
    return 1 - months.reduce((sum, month) => sum + weather.closedShare[month], 0) / months.length;
  }

  /** Loaded trains a year that come to a place over rails, full: from one neighbour, or from all. */
  trainsInto(place: string, from?: string): number {
    let trains = 0;
    for (const service of Object.keys(this.data.services)) {
      for (const passage of serviceEnds(this.data, service).way) {
        if (this.data.lines[passage.line].mode !== 'rail') continue;
        for (const end of [0, 1]) {
          const [before, to] = end === 0 ? [passage.from, passage.to] : [passage.to, passage.from];
          if (to !== place || (from !== undefined && before !== from)) continue;
          trains += pair(this.teu, service)[end] / this.unitCapacity(service);
        }
      }
    }
    return trains;
  }

  /** Hours a year that a calendar is open, as it is within the window. */
  openHours(calendar: string): number {
    return this.openYear(calendar).seconds / 3600;
  }

  /** Whether any flow of trucks that may pass a place chooses its way by the wait. */
  isChosen(place: string): boolean {
    return Object.values(this.data.flows).some(
      ({ trucks, choose, routes }) =>
        trucks !== undefined &&
        choose === 'shorter expected wait' &&
        Object.values(routes ?? {}).some(({ via }) => via === place || via.includes(place)),
    );
  }

  /** Trucks a year that come to a place and go on to a neighbour. */
  trucks(place: string, to: string): number {
    let trucks = 0;
    for (const [id, flow] of Object.entries(this.data.flows)) {
      for (const [route, share] of flow.trucks === undefined ? [] : sharesOf(flow)) {
        const roads = roadsOf(this.data, id, route);
        const over = Array.isArray(roads) ? roads.filter((road) => road.from === place && road.to === to) : [];
        // Where a way begins nobody comes by.
        if (flow.from !== place) trucks += over.length * share * (flow.trucks ?? 0) * 365;
      }
    }
    return trucks;
  }

  /**
   * Open seconds of a calendar in 365 days that are as those of the window, and on how many of the days, by its own clocks, it
   * opens at all.
   */
  openYear(calendar: string | undefined): OpenYear {
    const spec = calendar === undefined ? undefined : this.data.calendars?.[calendar];
    if (spec === undefined) return { seconds: YEAR * DAY, days: YEAR };
    const { start, timeZone } = this.data;
    const clock = new Clock(start, 0, this.days, timeZone);
    const hours = openHours(spec, clock, timeZone);
    const zero = secondOfLocal(timeZone, clock.zero * DAY);
    const midnight = (day: number) => secondOfLocal(spec.timeZone, (clock.zero + day) * DAY) - zero;
    const days = Array.from({ length: this.days }, (_, day) => hours.between(midnight(day), midnight(day + 1)));
    const aYear = (inWindow: number) => (inWindow * YEAR) / this.days;
    return { seconds: aYear(hours.between(0, this.days * DAY)), days: aYear(days.filter((open) => open > 0).length) };
  }

  private endingAt(place: string): string[] {
    return Object.keys(this.data.services)
      .sort()
      .filter((service) => serviceEnds(this.data, service).ends.includes(place));
  }
}

/** The routes of a flow with their shares; equal ones where ways are chosen by their waits. */
function sharesOf(flow: FlowSpec): (readonly [string | undefined, number])[] {
  const ids = routeIds(flow);
  return ids.map((id) => {
    const share = id === undefined ? 1 : flow.routes?.[id].share;
    return [id, flow.choose === 'shorter expected wait' || share === undefined ? 1 / ids.length : share];
  });
}

function pair(map: Map<string, [number, number]>, service: string): [number, number] {
  return map.get(service) as [number, number];
}

/** Seconds for which a full train holds its track: shunting in, all lifts, and shunting out. */
export function trackSeconds(shunting: number, cranes: Working, passing: Passing): number {
  const lifts = passing.visits > 0 ? passing.boxes / passing.visits : 0;
  const { count, each = count, rate, efficiency = 1 } = cranes;
  return 2 * shunting + (3600 * lifts) / (rate * efficiency * each);
}

/** Tracks: visits a year when each takes shunting in, all lifts, and shunting out. */
export function tracksRow(
  where: string,
  resource: string,
  tracks: number,
  shunting: number,
  cranes: Working,
  passing: Passing,
): PreviewRow {
  const capacity = (tracks * HOURS) / (trackSeconds(shunting, cranes, passing) / 3600);
  return { where, resource, capacity, demand: passing.visits, unit: 'trains/year', note: 'if trains are full' };
}

/** Hours for which a ship holds its berth when so many boxes are lifted: coming alongside, tying up, lifts, going out. */
export function berthHours({ cranes: most, tieUp, berthing = 0 }: Berths, cranes: Working, lifts: number): number {
  const { count, each = count, rate, efficiency = 1 } = cranes;
  return (sampler(lawOf(tieUp)).mean + 2 * berthing) / 3600 + lifts / (rate * efficiency * Math.min(most, each));
}

/**
 * Berths: calls a year when each takes the tie-up and all its lifts, while the port is open.
 * Source: PIANC, Report 158, Masterplans for the development of existing ports (2014): capacity by berth hours.
 */
export function berthsRow(
  where: string,
  resource: string,
  berths: Berths,
  cranes: Working,
  passing: Passing,
  open: number,
  /** Berths that ships of others hold, on average. */
  held = 0,
): PreviewRow {
  const lifts = passing.visits > 0 ? passing.boxes / passing.visits : 0;
  const hours = berthHours(berths, cranes, lifts);
  const capacity = (Math.max(0, berths.count * open - held) * HOURS) / hours;
  const others = held > 0 ? `; less ${held.toFixed(2)} berths that ships of others hold` : '';
  return { where, resource, capacity, demand: passing.visits, unit: 'calls/year', note: `if ships are full${others}` };
}

export function cranesRow(where: string, resource: string, cranes: Working, boxes: number, open = 1): PreviewRow {
  const { count, rate, efficiency = 1 } = cranes;
  return { where, resource, capacity: count * rate * efficiency * HOURS * open, demand: boxes, unit: 'moves/year' };
}

export function yardRow(where: string, capacity: number, stacked: number): PreviewRow {
  return {
    where,
    resource: 'yard',
    capacity,
    demand: stacked,
    unit: 'TEU',
    note: 'half a load of each service, nothing short; how long boxes stand is in the formulas and in a run',
  };
}

/** A fleet: TEU a year one way, when every unit goes round without waiting for anything but its shortest round. */
function fleetRow(data: CorridorData, traffic: Traffic, service: string): PreviewRow {
  const { fleet: id } = data.services[service];
  const { by } = capacityOf(data, service);
  const notes = [
    data.fleets[id].shortestRound === undefined ? 'sailing or running time only' : 'by its shortest round',
    ...(by === 'slots' ? [] : [`a train takes ${traffic.unitCapacity(service)} TEU, by its ${by}`]),
    ...fleetNotes(data, service, traffic.days),
  ];
  const capacity = fleetCapacity(data, service, traffic.days);
  const note = notes.join('; ');
  return { where: service, resource: id, capacity, demand: traffic.busier(service), unit: 'TEU/year one way', note };
}

/** A shared fleet: the same, its time divided between its services as their flows ask, so that one number is held against all. */
function sharedFleetRow(data: CorridorData, traffic: Traffic, services: readonly string[]): PreviewRow {
  const { fleet: resource } = data.services[services[0]];
  const asked = services.filter((service) => traffic.busier(service) > 0);
  const demand = asked.reduce((sum, service) => sum + traffic.busier(service), 0);
  // The part of its time that each service asks of the whole fleet.
  const time = asked.reduce(
    (sum, service) => sum + traffic.busier(service) / fleetCapacity(data, service, traffic.days),
    0,
  );
  const note = `running time only, shared by ${services.join(', ')} as they ask`;
  return { where: services.join(', '), resource, capacity: demand / time, demand, unit: 'TEU/year one way', note };
}

/** Departures by the clock: what trains or ships of a year carry away from an end, full, against what the flows bring there. */
function departureRows(data: CorridorData, traffic: Traffic, service: string): PreviewRow[] {
  const { sails, leaves = sails } = data.services[service];
  if (leaves === undefined) return [];
  return serviceEnds(data, service).ends.flatMap((place, end) => {
    const times = leaves.timetable?.[place]?.times;
    if (times === undefined && leaves.every === undefined) return [];
    const week = weekdays.reduce((sum, day) => sum + timesOf(times?.[day] ?? times?.daily ?? '').length, 0);
    const departures = times === undefined ? (HOURS * 3600) / (leaves.every ?? 1) : (week * 365) / 7;
    const capacity = departures * traffic.unitCapacity(service);
    const resource = `departures from ${place}`;
    return [{ where: service, resource, capacity, demand: traffic.from(service, end), unit: 'TEU/year' }];
  });
}

function pathsRow(data: CorridorData, traffic: Traffic, line: string): PreviewRow {
  const spec = data.lines[line];
  const demand = Object.keys(data.services)
    .filter((service) => linesOf(data.services[service].on).includes(line))
    .reduce((sum, service) => sum + traffic.rounds(service), 0);
  const others = Math.max(...spec.between.map((from) => otherTrainsOver(data, line, from))) * 365;
  const openShare = spec.calendar === undefined ? 1 : traffic.openHours(spec.calendar) / HOURS;
  const capacity = pathsOf(spec, openShare).perDay * 365;
  const notes = [
    ...(spec.single === undefined ? [] : ['pairs on single track']),
    ...(others > 0 ? [`${Math.round(others).toLocaleString('en')} of them trains of others`] : []),
  ];
  const unit = 'trains/year';
  return {
    where: line,
    resource: 'paths a direction',
    capacity,
    demand: demand + others,
    unit,
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
  };
}

/**
 * Every resource of the corridor with its capacity and demand in a year of 365 days, by places, lines and fleets.
 * @param placeRows what each kind of place says of its own resources
 * @param days the window that a year is taken to be like; 365 unless said
 */
export function previewRows(
  data: CorridorData,
  placeRows: (place: string, traffic: Traffic) => PreviewRow[],
  days?: number,
): PreviewRow[] {
  const traffic = new Traffic(data, days);
  const rows: PreviewRow[] = [];
  for (const place of Object.keys(data.places).sort()) rows.push(...placeRows(place, traffic));
  for (const line of Object.keys(data.lines).sort()) {
    const { paths, single } = data.lines[line];
    if (paths !== undefined || single !== undefined) rows.push(pathsRow(data, traffic, line));
  }
  for (const service of Object.keys(data.services).sort()) {
    const sharers = sharersOf(data, data.services[service].fleet);
    if (sharers.length === 1) rows.push(fleetRow(data, traffic, service));
    else if (sharers[0] === service) rows.push(sharedFleetRow(data, traffic, sharers));
    rows.push(...departureRows(data, traffic, service));
  }
  for (const id of Object.keys(data.locomotives ?? {}).sort()) rows.push(locomotiveRow(data, traffic, id));
  return rows.filter((row) => row.demand > 0);
}
