// A rotation of three calls with fixed times: its timetable by hand, to the second, with boxes that find no room and stay ashore.
import { describe, expect, it } from 'vitest';
import type { CompiledCorridor } from '../../../src/model/compile';
import { stage } from '../../../src/model/run/runHash';
import { hours } from '../../../src/units';
import { callsCorridor } from '../corridors/callsCorridor';
import { worldOf } from '../corridors/handCorridor';

/** Every stage of every box, by flow and number from 1, and every ledger as the box leaves. */
function noted(world: CompiledCorridor) {
  const name = (box: number) => `${world.routes[world.boxes.route[box]].flow}${world.boxes.number[box] + 1}`;
  const times: Record<string, string[]> = {};
  const ledgers: Record<string, Record<string, number>> = {};
  const names = Object.fromEntries(Object.entries(stage).map(([word, number]) => [number, word]));
  const tell = world.stage.bind(world);
  world.stage = (box, what, place) => {
    times[name(box)] ??= [];
    times[name(box)].push(`${names[what]} ${world.placeIds[place]} ${world.sim.now}`);
    tell(box, what, place);
  };
  const close = world.ledger.close.bind(world.ledger);
  world.ledger.close = (box) => {
    const transit = close(box);
    const row = [...world.ledger.row(box).entries()].filter(([, seconds]) => seconds !== 0);
    ledgers[name(box)] = Object.fromEntries(
      row.map(([i, seconds]) => [`${world.ledger.cells[i].cause} @${world.ledger.cells[i].where}`, seconds]),
    );
    return transit;
  };
  return { times, ledgers };
}

const at = (lines: readonly string[], what: string, place: string): number =>
  Number(
    lines
      .find((line) => line.startsWith(`${what} ${place} `))
      ?.split(' ')
      .at(-1),
  );

describe('a rotation of three calls', () => {
  const world = worldOf(callsCorridor());
  const { times, ledgers } = noted(world);
  for (const [flow, second] of [
    ['ac', 100],
    ['ab', 200],
    ['ac', 300],
    ['ab', 400],
    ['ba', 500],
    ['bc', 600],
    ['cb', 700],
  ] as const)
    world.boxAt(flow, second, '22G1');
  world.sim.run({ until: 100_000 });

  const IN = 660;
  const LIFT = 300;
  const OUT = 60;
  const HOUR = 3600;
  // The first departure from A is after 10 h; three boxes of 1 TEU are aboard.
  const first = 10 * HOUR;
  const leavesA = first + IN + 3 * LIFT + OUT;
  const comesB = leavesA + HOUR;
  // One box off; two stay aboard, so that one finds room and one does not.
  const emptyB = comesB + IN + LIFT;
  const leavesB = emptyB + LIFT + OUT;
  const comesC = leavesB + 2 * HOUR;
  // Two off, one on.
  const leavesC = comesC + IN + 3 * LIFT + OUT;
  const comesA = leavesC + 3 * HOUR;
  // One off, one stays aboard: back at anchor, the ship waits for the second departure.
  const atAnchor = comesA + IN + LIFT + OUT;
  const second = 20 * HOUR;
  const leavesAgain = second + IN + LIFT + OUT;
  const comesAgain = leavesAgain + HOUR;

  it('loads first come, first served, within its room, and leaves the rest ashore', () => {
    expect(times.ac1).toEqual([
      'enters A 100',
      `loaded A ${first + IN + LIFT}`,
      `departs A ${leavesA}`,
      `arrives B ${comesB}`,
      `departs B ${leavesB}`,
      `arrives C ${comesC}`,
      `unloaded C ${comesC + IN + LIFT}`,
      `leaves C ${comesC + IN + LIFT}`,
    ]);
    expect(at(times.ab1, 'unloaded', 'B')).toBe(comesB + IN + LIFT);
    expect(at(times.ac2, 'unloaded', 'C')).toBe(comesC + IN + 2 * LIFT);
    expect(at(times.ba1, 'loaded', 'B')).toBe(emptyB + LIFT);
    expect(at(times.ba1, 'unloaded', 'A')).toBe(comesA + IN + LIFT);
    // Ashore at A until the second departure, at B until the ship is back there.
    expect(at(times.ab2, 'loaded', 'A')).toBe(second + IN + LIFT);
    expect(at(times.ab2, 'unloaded', 'B')).toBe(comesAgain + IN + LIFT);
    expect(at(times.bc1, 'loaded', 'B')).toBe(comesAgain + IN + 3 * LIFT);
  });

  it('books what waits ashore to the vessel, where one stands ready to its departure, and then to the room that it did not find', () => {
    expect(ledgers.ab2).toEqual({
      'waiting for room aboard @A': atAnchor - first,
      'waiting for its departure @A': first - 400 + (second - atAnchor),
      'tying up @A': IN + OUT,
      'loading a ship @A': LIFT,
      'moving @ab': HOUR,
      'tying up @B': IN,
      'unloading a ship @B': LIFT,
    });
    expect(ledgers.bc1['waiting for a vessel @B']).toBe(emptyB - 600);
    expect(ledgers.bc1['waiting for room aboard @B']).toBe(comesAgain + IN + 2 * LIFT - emptyB);
  });

  it('books what stays aboard at a call to what the ship does there', () => {
    // From C by A to B, in the order of the rotation.
    expect(ledgers.cb1).toEqual({
      'waiting for a vessel @C': comesC + IN + 2 * LIFT - 700,
      'loading a ship @C': LIFT,
      'tying up @C': OUT,
      'moving @ca': 3 * HOUR,
      'tying up @A': 2 * (IN + OUT),
      'unloading a ship @A': LIFT,
      'waiting for its departure @A': second - atAnchor,
      'loading a ship @A': LIFT,
      'moving @ab': HOUR,
      'tying up @B': IN,
      'unloading a ship @B': 2 * LIFT,
    });
    expect(at(times.cb1, 'unloaded', 'B')).toBe(comesAgain + IN + 2 * LIFT);
  });

  it('counts its departures and what it carries, by place', () => {
    const value = (measure: string, place: string) =>
      world
        .measures()
        .find(({ measure: name, of }) => name === measure && of.place === place && of.resource === 'round')?.value;
    expect(value('departures', 'A')).toBe(2);
    expect(value('load', 'A')).toBe((3 + 2) / 2);
    expect(value('load', 'C')).toBe((2 + 0) / 2);
  });
});

describe('lines that do not come back', () => {
  it('are sailed to and fro, and a call between is made both ways', () => {
    const world = worldOf(callsCorridor({ on: ['ab', 'bc'] }));
    const { times } = noted(world);
    for (const flow of ['ca', 'ba', 'ac'] as const) world.boxAt(flow, 100, '22G1');
    world.sim.run({ until: 100_000 });
    // Away at 10 h with one box; not alongside at B, where nothing gets off; the box for A waits there for the way back.
    const leavesA = 36_000 + 660 + 300 + 60;
    expect(at(times.ac1, 'departs', 'B')).toBe(leavesA + 3600);
    const comesC = leavesA + 3600 + 7200;
    expect(at(times.ac1, 'unloaded', 'C')).toBe(comesC + 660 + 300);
    expect(at(times.ca1, 'loaded', 'C')).toBe(comesC + 660 + 600);
    const leavesB = comesC + 660 + 600 + 60 + 7200 + 660 + 300 + 60;
    expect([at(times.ba1, 'departs', 'B'), at(times.ca1, 'departs', 'B')]).toEqual([leavesB, leavesB]);
  });
});

describe('a rotation that waits for a full load', () => {
  it('goes on with what there is after its longest stay', () => {
    const world = worldOf(callsCorridor({ sails: { full: true, longestStay: hours(5) } }));
    const { times } = noted(world);
    world.boxAt('ab', 100, '22G1');
    for (let i = 0; i < 3; i++) world.boxAt('bc', 200, '22G1');
    world.sim.run({ until: 60_000 });
    const leavesA = 18_000 + 660 + 300 + 60;
    expect(at(times.ab1, 'departs', 'A')).toBe(leavesA);
    // At B three wait: it is full at once.
    expect(at(times.bc3, 'departs', 'B')).toBe(leavesA + 3600 + 660 + 4 * 300 + 60);
  });
});
