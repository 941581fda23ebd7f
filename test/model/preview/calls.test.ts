// What the preview and the choice of ways make of a service that calls on the way: leg by leg, worked out by hand.
import { describe, expect, it } from 'vitest';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import { rideOf, routeOf } from '../../../src/model/corridor/routes/route';
import { previewOf } from '../../../src/model/places/registry';
import { previewRows } from '../../../src/model/preview/preview';
import { hours, kmPerHour, teuPerYear } from '../../../src/units';
import { callsCorridor } from '../../known/corridors/callsCorridor';

/** TEU a year by flow: each as many as are boxes of 1 TEU. */
const asked: Record<string, number> = { ab: 500, ac: 400, ba: 300, bc: 200, ca: 100, cb: 50 };

function withDemand(data: CorridorData): CorridorData {
  const flows = Object.entries(data.flows).map(([id, flow]) => [id, { ...flow, demand: teuPerYear(asked[id]) }]);
  return { ...data, flows: Object.fromEntries(flows) };
}

const rowsOf = (data: CorridorData) =>
  previewRows(data, (place, traffic) => previewOf(place, data.places[place], traffic));

describe('a rotation A, B, C', () => {
  const data = withDemand(callsCorridor());
  const row = (where: string, resource: string) =>
    rowsOf(data).find((one) => one.where === where && one.resource === resource);

  it('is asked for what is aboard on its fullest leg, of the rounds that its ships can make', () => {
    // From A: to B and C, and from C to B. From B: A to C, and all of B. From C: all of C, and from B to A.
    const legs = [500 + 400 + 50, 400 + 300 + 200, 300 + 100 + 50];
    const found = row('round', 'ships');
    expect(found?.demand).toBe(Math.max(...legs));
    // Six hours round, 3 TEU.
    expect(found?.capacity).toBeCloseTo((8760 / 6) * 3, 6);
    expect(row('round', 'departures from A')).toMatchObject({ demand: legs[0], capacity: (8760 / 10) * 3 });
    expect(row('round', 'departures from B')).toBeUndefined();
  });

  it('is lifted at each place, once a round', () => {
    const quay = row('B', 'quay cranes');
    expect(quay?.demand).toBe(500 + 50 + 300 + 200);
    expect(row('B', 'container berths')?.demand).toBeCloseTo((500 + 400 + 50) / 3, 9);
  });

  it('is ridden in the order of its calls, and left for what is quicker', () => {
    expect(routeOf(data, 'cb')).toEqual([{ service: 'round', from: 'C', to: 'B' }]);
    expect(rideOf(data, { service: 'round', from: 'C', to: 'B' })).toMatchObject({ on: 2, off: 1 });
    // C to B by A takes four hours; over `bc` straight it would take two.
    const shuttle = (speed: number): CorridorData => ({
      ...data,
      services: { ...data.services, shuttle: { on: 'bc', fleet: 'ferries', sails: { full: true } } },
      fleets: { ...data.fleets, ferries: { ...data.fleets.ships, speed: kmPerHour(speed) } },
    });
    const way = (speed: number) => {
      const rides = routeOf(shuttle(speed), 'cb');
      return Array.isArray(rides) ? rides.map(({ service }) => service) : rides;
    };
    expect(way(10.1)).toEqual(['shuttle']);
    expect(way(9.9)).toEqual(['round']);
  });
});

describe('a service to and fro with a call between', () => {
  it('calls there twice a round, and carries each way what goes that way', () => {
    const data = withDemand(callsCorridor({ on: ['ab', 'bc'] }));
    const rows = rowsOf(data);
    const find = (where: string, resource: string) =>
      rows.find((one) => one.where === where && one.resource === resource);
    // A to B and on to C; back from C, and from B to A.
    const legs = [500 + 400, 400 + 200, 100 + 50, 100 + 300];
    expect(find('round', 'ships')?.demand).toBe(Math.max(...legs));
    expect(find('B', 'container berths')?.demand).toBeCloseTo((2 * Math.max(...legs)) / 3, 9);
    expect(find('C', 'container berths')?.demand).toBeCloseTo(Math.max(...legs) / 3, 9);
  });
});

describe('a train that calls, and its locomotives', () => {
  const byRail = (closed: boolean): CorridorData => {
    const { lines, fleets, ...data } = withDemand(callsCorridor());
    const rails = Object.entries(lines).map(([id, line]) => [
      id,
      { ...line, mode: 'rail', gauge: 1520, speed: kmPerHour(20) },
    ]);
    const { fleet } = data.services.round;
    const calls = ['A', 'B', 'C'];
    return {
      ...data,
      lines: Object.fromEntries(rails),
      services: { round: { on: closed ? ['ab', 'bc', 'ca'] : ['ab', 'bc'], calls, fleet, leaves: { full: false } } },
      fleets: { ships: { count: 1, carries: fleets.ships.carries } },
      locomotives: { electric: { count: 1, on: ['ab', 'bc'], turnRound: hours(2) } },
    };
  };
  const asksFor = (data: CorridorData) => rowsOf(data).find(({ where }) => where === 'electric')?.demand;

  it('has one from call to call, once round', () => {
    // 950 TEU a year on the fullest leg, 3 TEU a train; an hour and two hours with a locomotive, each time turned round.
    expect(asksFor(byRail(true))).toBeCloseTo((950 / 3) * (1 + 2 + 2 * 2), 6);
  });

  it('has one four times on its way to and fro', () => {
    // A to B and C, from B on to C and B to A, C to A and B: most are aboard from A to B.
    expect(asksFor(byRail(false))).toBeCloseTo((900 / 3) * (2 * (1 + 2) + 4 * 2), 6);
  });
});
