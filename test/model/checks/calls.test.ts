// What no service that calls on the way can be: each said with its path, what came, what is allowed, and what to do.
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/model/checks/check';
import type { CorridorData, ServiceSpec } from '../../../src/model/corridor/corridor';
import { writePath } from '../../../src/problem';
import { hours, km, kmPerHour, percent, teu, teuPerYear } from '../../../src/units';
import { callsCorridor } from '../../known/corridors/callsCorridor';
import { worldOf } from '../../known/corridors/handCorridor';

/** With some demand, which a corridor that runs must have. */
function asked(data: CorridorData): CorridorData {
  const flows = Object.entries(data.flows).map(([id, flow]) => [id, { ...flow, demand: teuPerYear(1000) }]);
  return { ...data, flows: Object.fromEntries(flows) };
}

const found = (service: Partial<ServiceSpec>, more: Partial<CorridorData> = {}): string[] =>
  check({ ...asked(callsCorridor(service)), ...more }).map(
    ({ path, got, allowed, say }) => `${writePath(path)} | ${got} | ${allowed} | ${say}`,
  );

const allowed = 'two places or more on the way of its lines, in their order';
const pendulum = asked(callsCorridor()).flows;

describe('a service that calls on the way', () => {
  it('is accepted as a rotation, and to and fro', () => {
    expect(found({})).toEqual([]);
    expect(found({ on: ['ab', 'bc'] }, { lines: withoutCa(), flows: { ab: pendulum.ab } })).toEqual([]);
    expect(found({ sails: { full: true, longestStay: hours(30) } })).toEqual([]);
  });

  it.each<[string, Partial<ServiceSpec>, string[]]>([
    [
      'a call not on the way of its lines',
      { on: ['ab'], calls: ['A', 'C'] },
      [
        `services.round.calls.1 | C | ${allowed} | Its lines lead over A, B, and not to C after A; name calls on the way of its lines, in their order.`,
      ],
    ],
    [
      'calls against the order of its lines',
      { calls: ['A', 'C', 'B'] },
      [
        `services.round.calls.2 | B | ${allowed} | Its lines lead over A, B, C, A, and not to B after C; name calls on the way of its lines, in their order.`,
      ],
    ],
    [
      'a place twice in a row',
      { calls: ['A', 'B', 'B', 'C'] },
      [
        `services.round.calls.1 | B | ${allowed} | The rotation visits B twice in a row. Between two calls at B it must call elsewhere; name it once.`,
      ],
    ],
    [
      'the first place again at the end',
      { calls: ['A', 'B', 'C', 'A'] },
      [
        `services.round.calls.3 | A | ${allowed} | The rotation visits A twice in a row. Its lines lead back to A anyway; leave it out at the end.`,
      ],
    ],
    [
      'one place',
      { calls: ['A'] },
      [
        `services.round.calls | A | ${allowed} | A service that calls on the way needs two places or more; name them in order.`,
      ],
    ],
    [
      'no place',
      { calls: [] },
      [
        `services.round.calls | no call | ${allowed} | A service that calls on the way needs two places or more; name them in order.`,
      ],
    ],
    [
      'a place that is not there',
      { calls: ['A', 'D'] },
      ['services.round.calls.1 | D | A, B, C | There is no place "D"; there is A, B, C.'],
    ],
    [
      'lines that do not begin at the first call',
      { calls: ['C', 'A', 'B'] },
      [
        'services.round.on.0 | ab | lines that form one chain, in order | The line "ab" joins A and B, but its first call is C. Name the lines in order.',
      ],
    ],
    [
      'lines that lead on beyond the last call',
      { on: ['ab', 'bc'], calls: ['A', 'B'] },
      [
        `services.round.calls.1 | B | ${allowed} | Its lines lead on to C, where it does not call; let the last call be there, or leave lines out.`,
      ],
    ],
    [
      'rules of boxes that let a unit go',
      { sails: { full: true, longestWait: hours(48), least: teu(1) } },
      [
        'services.round.sails.longestWait | 172800 s | nothing, with calls | "round" calls on the way, and its units go on with what there is; leave longestWait out, and give longestStay, every or a timetable.',
        'services.round.sails.least | 1 TEU | nothing, with calls | "round" calls on the way, and its units go on with what there is; leave least out, and give longestStay, every or a timetable.',
        'services.round.sails.full | true | false, or true with longestStay | A unit of "round" that never fills would never go on from a call; say how long it stays at most (longestStay), or make full false.',
      ],
    ],
    [
      'a timetable elsewhere',
      {
        calls: ['A', 'B'],
        on: ['ab', 'ab'],
        sails: { full: false, timetable: { C: { timeZone: 'UTC', times: { daily: '08:00' } } } },
      },
      ['services.round.sails.timetable.C | C | A, B | There is no call of "round" "C"; there is A, B.'],
    ],
  ])('is refused with %s', (_, service, lines) => {
    // What follows from it for flows and lines is said too; here only what is said of the service.
    expect(found(service).filter((line) => line.startsWith('services.'))).toEqual(lines);
  });

  it('begins with no loaded unit under way', () => {
    expect(found({}, { initial: { ships: { flow: 'ab', on: 'ab', trains: 1 } } })).toEqual([
      'initial.ships.trains | 1 | no units of services with calls | "round" calls on the way, and what its units would have aboard at clock zero is not said; leave the entry out, or give teu in a yard.',
    ]);
  });

  it('may lie beside trains that stand loaded where it does not run', () => {
    const rail = { between: ['C', 'D'], mode: 'rail', gauge: 1520, length: km(100), speed: kmPerHour(40) } as const;
    const data = asked(callsCorridor());
    const more: CorridorData = {
      ...data,
      places: { ...data.places, D: { kind: 'hinterland', at: [40, 60] } },
      lines: { ...data.lines, cd: rail },
      services: { ...data.services, train: { on: 'cd', fleet: 'sets', leaves: { full: true } } },
      fleets: { ...data.fleets, sets: { count: 3, carries: teu(4) } },
      flows: { ...data.flows, da: { from: 'D', to: 'A', demand: teuPerYear(1000), boxes: { '22G1': percent(100) } } },
      initial: { trains: { flow: 'da', at: 'C', trains: 2 } },
    };
    expect(check(more)).toEqual([]);
    const world = worldOf(more);
    world.sim.run({ until: 20 * 86_400 });
    world.audit();
    const from = (at: string) => check({ ...more, initial: { trains: { flow: 'da', at, trains: 1 } } })[0].say;
    expect(from('A')).toMatch(/^"round" calls on the way/);
    expect(from('B')).toBe('B is not on the way of "da"; name one of C.');
  });
});

function withoutCa(): CorridorData['lines'] {
  const { ab, bc } = callsCorridor().lines;
  return { ab, bc };
}
