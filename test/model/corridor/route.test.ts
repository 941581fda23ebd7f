import { describe, expect, it } from 'vitest';
import type { CorridorData } from '../../../src/model/corridor/corridor';
import { chainOf, routeOf, serviceEnds, speedOn } from '../../../src/model/corridor/routes/route';
import { km, kmPerHour } from '../../../src/units';
import { mutated } from '../mutated';
import { small } from '../small';

const services = (data: CorridorData, flow: string) => {
  const rides = routeOf(data, flow);
  return 'reached' in rides ? rides : rides.map(({ service }) => service);
};

/** A second sea service from Aktau to Alat: `length` at 20 km/h beside the feeder's 508 km. */
const second = (id: string, length: number) => ({
  [`lines.${id}`]: { between: ['Alat', 'Aktau'], mode: 'sea', length: km(length), speed: kmPerHour(20) },
  [`services.${id}`]: { on: id, fleet: id, sails: { full: true } },
  [`fleets.${id}`]: { count: 1, carries: 100 },
});

describe('the way of a service', () => {
  it('goes from the lesser id to the greater, whichever way its lines are written', () => {
    const forth = serviceEnds(small, 'kazakh train');
    expect(forth.ends).toEqual(['Aktau', 'Khorgos']);
    expect(forth.way).toEqual([
      { line: 'Kazakhstan west', from: 'Aktau', to: 'Saryagash' },
      { line: 'Kazakhstan east', from: 'Saryagash', to: 'Khorgos' },
    ]);
    const back = mutated({ 'services."kazakh train".on': ['Kazakhstan west', 'Kazakhstan east'] });
    expect(serviceEnds(back, 'kazakh train')).toEqual(forth);
    expect(serviceEnds(small, 'feeder').ends).toEqual(['Aktau', 'Alat']);
  });

  it('is refused where its lines are not one chain', () => {
    const broken = mutated({ 'services.feeder.on': ['Caspian', 'China'] });
    expect(() => serviceEnds(broken, 'feeder')).toThrow('Service "feeder": The line "China" joins');
    expect(chainOf(small, ['Caspian', 'Caspian'])).toMatchObject({ at: 1 });
  });

  it('is run at the lower of the two speeds, or the one that is given', () => {
    expect(speedOn(small, 'Caspian', 'feeders')).toBe(20);
    expect(speedOn(small, 'Caucasus', 'caucasus sets')).toBe(35);
    expect(speedOn(mutated({ 'fleets."caucasus sets".speed': 30 }), 'Caucasus', 'caucasus sets')).toBe(30);
    expect(speedOn(mutated({ 'fleets."caucasus sets".speed': 40 }), 'Caucasus', 'caucasus sets')).toBe(35);
    expect(speedOn(mutated({ 'fleets.feeders.speed': null }), 'Caspian', 'feeders')).toBeUndefined();
  });
});

describe('the way of a flow', () => {
  it('leads over services from origin to destination, and the same way back', () => {
    expect(routeOf(small, 'westbound')).toEqual([
      { service: 'china train', from: "Xi'an", to: 'Khorgos' },
      { service: 'kazakh train', from: 'Khorgos', to: 'Aktau' },
      { service: 'feeder', from: 'Aktau', to: 'Alat' },
      { service: 'caucasus train', from: 'Alat', to: 'Poti' },
    ]);
    expect(services(small, 'eastbound')).toEqual(['caucasus train', 'feeder', 'kazakh train', 'china train']);
  });

  it('takes the quicker of two services', () => {
    expect(services(mutated(second('zigzag', 507)), 'westbound')).toContain('zigzag');
    expect(services(mutated(second('zigzag', 509)), 'westbound')).toContain('feeder');
  });

  it('is slowed by a slow fleet', () => {
    const slow = { ...second('zigzag', 507), 'fleets.zigzag.speed': 10 };
    expect(services(mutated(slow), 'westbound')).toContain('feeder');
  });

  it('takes the lesser id of two that are equal, in both directions', () => {
    for (const flow of ['westbound', 'eastbound']) {
      expect(services(mutated(second('aaa', 508)), flow)).toContain('aaa');
      expect(services(mutated(second('zzz', 508)), flow)).toContain('feeder');
    }
  });

  it('takes fewer rides before lesser ids, where the time is the same', () => {
    const direct = {
      'lines.aaa': {
        between: ['Aktau', 'Poti'],
        mode: 'rail',
        length: km(508 * 35 + 900 * 20),
        speed: kmPerHour(700),
        gauge: 1520,
      },
      'services.zzz': { on: 'aaa', fleet: 'zzz', leaves: { full: true } },
      'fleets.zzz': { count: 1, carries: 100 },
    };
    // 508/20 h + 900/35 h is (508 × 35 + 900 × 20)/700 h, but rounded to seconds once instead of twice.
    const byShip = Math.round((508 / 20) * 3600) + Math.round((900 / 35) * 3600);
    const byTrain = Math.round(((508 * 35 + 900 * 20) / 700) * 3600);
    expect(byTrain).toBe(byShip);
    expect(services(mutated(direct), 'westbound')).toEqual(['china train', 'kazakh train', 'zzz']);
  });

  it('says which places services reach where there is no way', () => {
    const cut = mutated({ 'services.feeder': null });
    expect(services(cut, 'westbound')).toEqual({ reached: ['Aktau', 'Khorgos', "Xi'an"] });
    expect(services(cut, 'eastbound')).toEqual({ reached: ['Alat', 'Poti'] });
  });

  it('does not depend on the order in which anything was declared', () => {
    const data = mutated({ ...second('aaa', 508), ...second('bbb', 508) });
    const reversed = (map: object) => Object.fromEntries(Object.entries(map).reverse());
    const turned = {
      ...data,
      lines: reversed(data.lines),
      services: reversed(data.services),
      fleets: reversed(data.fleets),
    };
    for (const flow of ['westbound', 'eastbound'])
      expect(routeOf(turned as CorridorData, flow)).toEqual(routeOf(data, flow));
  });
});
