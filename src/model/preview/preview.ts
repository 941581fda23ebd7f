// The static preview before any run: yearly capacity of each resource against the demand of the flows.
// Long, because every row uses the same traffic of the flows.
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
import { callsOf, linesOf, placesOf, rideOf, roadsOf, routeIds, routeOf, serviceEnds } from '../corridor/routes/route';
import { timesOf } from '../time/calendar';
import { Clock, DAY } from '../time/clock';
import { openHours } from '../time/openHours';
import { secondOfLocal } from '../time/timeZones';
import { CallTraffic } from './callTraffic';
import { locomotiveRow } from './locomotives';

const HOURS = 8760;

/** One resource: what it can do in a year, what is asked of it, and why the run may differ, in words. */
export interface PreviewRow {
  /** The place, line or service. */
  readonly where: string;
  /** The resource: `tracks`, `rail cranes`, the name of a fleet. */
  readonly resource: string;
  /** Greatest yearly capacity. */
  readonly capacity: number;
  /** Yearly demand of the flows, in the same unit. */
  readonly demand: number;
  /** The unit of capacity and demand, such as `TEU/year`. */
  readonly unit: string;
  /** A note on the two numbers. */
  readonly note?: string;
  /** Its demand assumes equal shares of a flow's routes, but the flow chooses them by waits: no evidence of a shortage. */
  readonly alike?: true;
}

/** Traffic through a side of a place in a year of 365 days: boxes lifted, their TEU, and visits of trains or ships. */
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

/** Open time in a year of 365 days. */
export interface OpenYear {
  readonly seconds: number;
  /** Days with any open time. */
  readonly days: number;
}

/** The traffic of the flows on places and services, at their yearly demand, without waiting. */
export class Traffic {
  /** By service and end (0: leaves from the first end): boxes and TEU a year. */
  private readonly boxes = new Map<string, [number, number]>();
  private readonly teu = new Map<string, [number, number]>();
  /** By service that calls on the way. */
  private readonly calling = new Map<string, CallTraffic>();

  constructor(
    /** The corridor of the traffic. */
    readonly data: CorridorData,
    /** The window [days]: ships count for their share of it, calendars for their open time in it. */
    readonly days: number = YEAR,
  ) {
    for (const id of Object.keys(data.services)) {
      const calls = callsOf(data, id);
      if (calls !== undefined) this.calling.set(id, new CallTraffic(calls));
      this.boxes.set(id, [0, 0]);
      this.teu.set(id, [0, 0]);
    }
    for (const [id, flow] of Object.entries(data.flows)) {
      if (flow.trucks !== undefined) continue;
      for (const [route, share] of sharesOf(flow)) {
        const rides = routeOf(data, id, route);
        if (!Array.isArray(rides)) continue;
        for (const ride of rides) {
          const calling = this.calling.get(ride.service);
          if (calling !== undefined) {
            const teu = share * demandOf(flow);
            calling.carries(rideOf(data, ride), teu / meanTeuOf(flow), teu);
            continue;
          }
          const end = serviceEnds(data, ride.service).ends[0] === ride.from ? 0 : 1;
          pair(this.boxes, ride.service)[end] += (share * demandOf(flow)) / meanTeuOf(flow);
          pair(this.teu, ride.service)[end] += share * demandOf(flow);
        }
      }
    }
  }

  /** Mean TEU a unit of the service may carry, over those of the window, weighted by running time; over all, if none runs. */
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

  /** TEU a year of the busier direction; of a service that calls on the way, where most are aboard. */
  busier(service: string): number {
    return this.calling.get(service)?.busiest() ?? Math.max(...pair(this.teu, service));
  }

  /** TEU a year that its units carry away from one of its ends, or calls. */
  from(service: string, place: string): number {
    return (
      this.calling.get(service)?.leaving(place) ??
      pair(this.teu, service)[serviceEnds(this.data, service).ends[0] === place ? 0 : 1]
    );
  }

  /** How often units call at a place in a round. */
  callsAt(service: string, place: string): number {
    return this.calling.get(service)?.callsAt(place) ?? 1;
  }

  /** Full round trips a year for the busier direction. */
  rounds(service: string): number {
    return this.busier(service) / this.unitCapacity(service);
  }

  /** Lifts to and from trains or ships at a place; optionally of one track gauge or one kind of berth. */
  at(place: string, mode: 'rail' | 'sea', only?: number | string): Passing {
    let [boxes, teu, visits] = [0, 0, 0];
    for (const service of this.servicesAt(place, mode, only)) {
      visits += this.rounds(service) * this.callsAt(service, place);
      const lifted = this.calling.get(service)?.at(place);
      if (lifted !== undefined) {
        boxes += lifted.boxes;
        teu += lifted.teu;
        continue;
      }
      const [there, back] = pair(this.boxes, service);
      boxes += there + back;
      teu += pair(this.teu, service)[0] + pair(this.teu, service)[1];
    }
    return { boxes, teu, visits };
  }

  /** The services that end at a place by rail or by sea; optionally of one track gauge or one kind of berth. */
  servicesAt(place: string, mode: 'rail' | 'sea', only?: number | string): string[] {
    return this.endingAt(place).filter((service) => {
      const { on, sails, berth = 'container' } = this.data.services[service];
      const isShip = sails !== undefined;
      if (isShip !== (mode === 'sea')) return false;
      const gauge = this.data.lines[linesOf(on)[0]].gauge;
      return only === undefined || only === (isShip ? berth : gauge);
    });
  }

  /** TEU a year that leave a place by train or ship: all that was stored there. */
  leaving(place: string): number {
    return this.endingAt(place).reduce((sum, service) => sum + this.boarding(service, place), 0);
  }

  /** TEU a year with destination at a place. */
  ending(place: string): number {
    return Object.values(this.data.flows).reduce((sum, flow) => sum + (flow.to === place ? demandOf(flow) : 0), 0);
  }

  /** TEU a year whose way begins at a place. */
  private beginning(place: string): number {
    return Object.values(this.data.flows).reduce((sum, flow) => sum + (flow.from === place ? demandOf(flow) : 0), 0);
  }

  /** TEU that stand at a place on average until trucks fetch them, or brought before their departure, by Little's law. */
  standing(place: string, { collected, brought }: { readonly collected?: Takes; readonly brought?: Takes }): number {
    const seconds = (takes: Takes | undefined) => (takes === undefined ? 0 : sampler(lawOf(takes)).mean);
    const teuSeconds = this.ending(place) * seconds(collected) + this.beginning(place) * seconds(brought);
    return teuSeconds / (HOURS * 3600);
  }

  /** Mean TEU at a place while loads fill: half a load of each service that leaves from it. */
  stacked(place: string): number {
    return this.endingAt(place).reduce(
      (sum, service) => sum + (this.boarding(service, place) > 0 ? this.unitCapacity(service) / 2 : 0),
      0,
    );
  }

  /** TEU a year that get on a service at a place. */
  private boarding(service: string, place: string): number {
    return this.calling.get(service)?.at(place).on ?? this.from(service, place);
  }

  /** Share of the year in which a sea is open; 1 for a place without weather. */
  openShare(sea: string | undefined): number {
    const weather = sea === undefined ? undefined : this.data.weather?.[sea];
    if (weather === undefined) return 1;
    return 1 - months.reduce((sum, month) => sum + weather.closedShare[month], 0) / months.length;
  }

  /** Full loaded trains a year that come to a place by rail: from one neighbour, or from all. */
  trainsInto(place: string, from?: string): number {
    let trains = 0;
    for (const service of Object.keys(this.data.services)) {
      const calling = this.calling.get(service);
      for (const [call, { way }] of calling?.rotation.calls.entries() ?? [])
        for (const passage of way)
          if (passage.to === place && (from === undefined || passage.from === from))
            if (this.data.lines[passage.line].mode === 'rail')
              trains += (calling?.aboard[call] ?? 0) / this.unitCapacity(service);
      if (calling !== undefined) continue;
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

  /** Open hours a year of a calendar, at its rate within the window. */
  openHours(calendar: string): number {
    return this.openYear(calendar).seconds / 3600;
  }

  /** Whether a flow of trucks that may pass a place chooses its route by the wait. */
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
        // At the origin of a route no truck arrives by road.
        if (flow.from !== place) trucks += over.length * share * (flow.trucks ?? 0) * 365;
      }
    }
    return trucks;
  }

  /**
   * Open seconds of a calendar in 365 days, at its rate within the window, and the days, in its own time zone, with any
   * open time.
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
      .filter((service) => placesOf(this.data, service).includes(place));
  }
}

/** The routes of a flow with their shares; equal shares if routes are chosen by their waits. */
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

/** Seconds for which a full train occupies its track: shunting in, all lifts, and shunting out. */
export function trackSeconds(shunting: number, cranes: Working, passing: Passing): number {
  const lifts = passing.visits > 0 ? passing.boxes / passing.visits : 0;
  const { count, each = count, rate, efficiency = 1 } = cranes;
  return 2 * shunting + (3600 * lifts) / (rate * efficiency * each);
}

/** Tracks: visits a year, each of shunting in, all lifts, and shunting out. */
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

/** Hours at berth of a ship for a number of lifts: coming alongside, tying up, lifts, going out. */
export function berthHours({ cranes: most, tieUp, berthing = 0 }: Berths, cranes: Working, lifts: number): number {
  const { count, each = count, rate, efficiency = 1 } = cranes;
  return (sampler(lawOf(tieUp)).mean + 2 * berthing) / 3600 + lifts / (rate * efficiency * Math.min(most, each));
}

/**
 * Berths: calls a year, each of the tie-up and all its lifts, while the port is open.
 * Source: PIANC, Report 158, Masterplans for the development of existing ports (2014): capacity by berth hours.
 */
export function berthsRow(
  where: string,
  resource: string,
  berths: Berths,
  cranes: Working,
  passing: Passing,
  open: number,
  /** Mean number of berths that other ships hold. */
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

/** A fleet: TEU a year one way, if every unit goes round without any wait except for its shortest round. */
function fleetRow(data: CorridorData, traffic: Traffic, service: string): PreviewRow {
  const { fleet: id } = data.services[service];
  const { by } = capacityOf(data, service);
  const stay = data.services[service].sails?.longestStay;
  const notes = [
    data.fleets[id].shortestRound === undefined ? 'sailing or running time only' : 'by its shortest round',
    ...(by === 'slots' ? [] : [`a train takes ${traffic.unitCapacity(service)} TEU, by its ${by}`]),
    ...fleetNotes(data, service, traffic.days),
    ...(stay === undefined
      ? []
      : [
          `in port ${Number((stay / 3600).toFixed(1))} h at most, and then with what waits: ships may be less than full`,
        ]),
  ];
  const capacity = fleetCapacity(data, service, traffic.days);
  const note = notes.join('; ');
  const unit = data.services[service].calls === undefined ? 'TEU/year one way' : 'TEU/year, most aboard';
  return { where: service, resource: id, capacity, demand: traffic.busier(service), unit, note };
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

/** Timetabled departures: yearly capacity of full trains or ships from an end, against the demand there. */
function departureRows(data: CorridorData, traffic: Traffic, service: string): PreviewRow[] {
  const { sails, leaves = sails } = data.services[service];
  if (leaves === undefined) return [];
  const { calls } = data.services[service];
  return placesOf(data, service).flatMap((place) => {
    const times = leaves.timetable?.[place]?.times;
    // On the way units go on as they come: once in so long only from the first call.
    const every = calls === undefined || place === calls[0] ? leaves.every : undefined;
    if (times === undefined && every === undefined) return [];
    const week = weekdays.reduce((sum, day) => sum + timesOf(times?.[day] ?? times?.daily ?? '').length, 0);
    const byTimetable = ((week * 365) / 7) * traffic.callsAt(service, place);
    const departures = times === undefined ? (HOURS * 3600) / (every ?? 1) : byTimetable;
    const capacity = departures * traffic.unitCapacity(service);
    const resource = `departures from ${place}`;
    return [{ where: service, resource, capacity, demand: traffic.from(service, place), unit: 'TEU/year' }];
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
 * @param placeRows the rows of each kind of place for its own resources
 * @param days the window that represents a year; default 365
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
