// Queueing formulas refuse what they cannot answer, in a sentence that says what to do.
import { describe, expect, it } from 'vitest';
import {
  berthCapacity,
  berthTime,
  berthUtilisation,
  erlangB,
  erlangC,
  groundSlots,
  waitDM1,
  waitErlang,
  waitFiniteSource,
  waitMG1,
  waitMMc,
  waitPriority,
  waitQuantileMMc,
} from '../../src/queueing';

const varying = { arrivals: 0.5, service: 1, variation: 1 };
const shapes = { servers: 2, arrivalShape: 2, serviceShape: 2 };
const call = { movesPerCall: 375, cranes: 2, movesPerHour: 22, efficiency: 0.8, hoursTiedUp: 3 };
const yard = { teu: 300_000, peak: 1.2, dwellDays: 7, height: 4, stackRatio: 0.7, occupancy: 0.8 };
const fleet = { sources: 3, servers: 1, away: 1, service: 1 };

describe('a line that cannot be followed grows without end, and no wait is given', () => {
  const grows = /utilisation is (1|1\.5|Infinity); at 1 or more the line grows without end .* below 1\./;
  it.each<[string, () => unknown]>([
    ['Erlang C', () => erlangC({ servers: 2, load: 3 })],
    ['Erlang C exactly full', () => erlangC({ servers: 2, load: 2 })],
    ['M/M/c', () => waitMMc({ servers: 2, arrivals: 2, service: 1 })],
    ['its quantile', () => waitQuantileMMc({ servers: 2, arrivals: 3, service: 1, share: 0.5 })],
    ['M/G/1', () => waitMG1({ ...varying, arrivals: 1.5 })],
    ['D/M/1', () => waitDM1({ arrivals: 1, service: 1 })],
    ['priority, all classes together', () => waitPriority({ classes: [varying, varying, varying] })],
    ['Ek/El/n by utilisation', () => waitErlang({ ...shapes, utilisation: 1 })],
    ['Ek/El/n by arrivals', () => waitErlang({ ...shapes, arrivals: 3, service: 1 })],
  ])('%s', (_, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(grows);
  });
});

describe('numbers out of range are named, with what came', () => {
  it.each<[RegExp, () => unknown]>([
    [/Erlang B: servers is 0; it must be a whole number from 1 to 100000/, () => erlangB({ servers: 0, load: 1 })],
    [/Erlang B: servers is 1\.5;/, () => erlangB({ servers: 1.5, load: 1 })],
    [/Erlang B: servers is NaN;/, () => erlangB({ servers: Number.NaN, load: 1 })],
    [/Erlang B: load is -1; it must be a finite number, 0 or more/, () => erlangB({ servers: 1, load: -1 })],
    [/Erlang C: load is NaN;/, () => erlangC({ servers: 1, load: Number.NaN })],
    [
      /Wait M\/M\/c: arrivals is 0; it must be a finite number above 0/,
      () => waitMMc({ servers: 1, arrivals: 0, service: 1 }),
    ],
    [/Wait M\/M\/c: service is -6;/, () => waitMMc({ servers: 1, arrivals: 1, service: -6 })],
    [
      /Wait M\/M\/c: share is 95; .* Write 95 % as 0\.95/,
      () => waitQuantileMMc({ servers: 1, arrivals: 0.5, service: 1, share: 95 }),
    ],
    [/Wait M\/G\/1: variation is NaN;/, () => waitMG1({ ...varying, variation: Number.NaN })],
    [/Wait M\/G\/1: variation is -1;/, () => waitMG1({ ...varying, variation: -1 })],
    [/Wait D\/M\/1: service is Infinity;/, () => waitDM1({ arrivals: 1, service: Number.POSITIVE_INFINITY })],
    [/Wait with priority: classes is empty; at least one/, () => waitPriority({ classes: [] })],
    [
      /Wait with priority: service of class 2 is 0;/,
      () => waitPriority({ classes: [varying, { ...varying, service: 0 }] }),
    ],
    [/closed fleet: sources is 2\.5;/, () => waitFiniteSource({ ...fleet, sources: 2.5 })],
    [/closed fleet: servers is 0;/, () => waitFiniteSource({ ...fleet, servers: 0 })],
    [/closed fleet: away is -1;/, () => waitFiniteSource({ ...fleet, away: -1 })],
    [
      /Ek\/El\/n: servers is 1\.5; it must be a whole number from 1 to 1000/,
      () => waitErlang({ ...shapes, servers: 1.5, utilisation: 0.5 }),
    ],
    [/Ek\/El\/n: arrivalShape is 0;/, () => waitErlang({ ...shapes, arrivalShape: 0, utilisation: 0.5 })],
    [/Ek\/El\/n: serviceShape is NaN;/, () => waitErlang({ ...shapes, serviceShape: Number.NaN, utilisation: 0.5 })],
    [/Ek\/El\/n: utilisation is NaN;/, () => waitErlang({ ...shapes, utilisation: Number.NaN })],
    [/Ek\/El\/n: utilisation is -0\.5;/, () => waitErlang({ ...shapes, utilisation: -0.5 })],
    [/Ek\/El\/n: service is 0;/, () => waitErlang({ ...shapes, arrivals: 1, service: 0 })],
    [/Berth: berths is 0;/, () => berthUtilisation({ ...call, berths: 0, calls: 1, hours: 8400 })],
    [/Berth: efficiency is 80; .* Write 80 % as 0\.8/, () => berthTime({ ...call, efficiency: 80 })],
    [/Berth: hoursTiedUp is -3;/, () => berthTime({ ...call, hoursTiedUp: -3 })],
    [
      /Berth: utilisation is NaN;/,
      () => berthCapacity({ ...call, berths: 1, hours: 8400, teuPerMove: 1.6, utilisation: Number.NaN }),
    ],
    [/Ground slots: peak is 0\.8; it must be 1 or more/, () => groundSlots({ ...yard, peak: 0.8 })],
    [/Ground slots: occupancy is 1\.2;/, () => groundSlots({ ...yard, occupancy: 1.2 })],
  ])('%s', (sentence, call) => {
    expect(call).toThrow(RangeError);
    expect(call).toThrow(sentence);
  });
});

describe('Ek/El/n', () => {
  it('refuses more states than it solves, and says what to do', () => {
    const many = { servers: 11, arrivalShape: 1, serviceShape: 4, utilisation: 0.5 };
    expect(() => waitErlang(many)).toThrow(
      /11 servers with 4 phases of service .* in 364 ways\. .*Use fewer servers or phases, or simulate it/,
    );
    // Few ways, but very many levels of them.
    expect(() => waitErlang({ servers: 250, arrivalShape: 1, serviceShape: 2, utilisation: 0.5 })).toThrow(
      /in 251 ways/,
    );
    expect(() => waitErlang({ servers: 1000, arrivalShape: 1, serviceShape: 300, utilisation: 0.5 })).toThrow(
      /too much to solve exactly/,
    );
  });

  it('refuses both arrivals and utilisation, neither, and arrivals without service', () => {
    // @ts-expect-error both
    expect(() => waitErlang({ ...shapes, arrivals: 1, service: 1, utilisation: 0.5 })).toThrow(/not both/);
    // @ts-expect-error neither
    expect(() => waitErlang({ ...shapes })).toThrow(TypeError);
    // @ts-expect-error no service
    expect(() => waitErlang({ ...shapes, arrivals: 1 })).toThrow(/arrivals came without service/);
  });
});
