// A full yard is full: boxes wait outside its gate, and trains and ships with their boxes aboard, until one is fetched.
import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../src/kernel';
import type { CompiledCorridor } from '../../../src/model/compile';
import { Yard } from '../../../src/model/parts/yard';
import { Boxes } from '../../../src/model/run/boxes';
import { Ledger } from '../../../src/model/run/ledger';
import { runDays, smallWorld } from '../smallWorld';

/** As much of a world as a yard of 3 TEU knows of. */
function yardOf3() {
  const sim = new Simulation();
  const boxes = new Boxes(sim.state, 8);
  const ledger = new Ledger(sim, boxes);
  const yard = new Yard({ sim, boxes, ledger, phase: 0 } as CompiledCorridor, 'Aktau', [{ capacity: 3 }], 'buffer');
  ledger.begin();
  let number = 0;
  return { yard, comes: (teu: number) => boxes.add(0, number++, teu, sim.now) };
}

describe('a full yard', () => {
  it('keeps boxes out at its gate, and lets nobody overtake there', () => {
    const { yard, comes } = yardOf3();
    const [first, second, third, fourth] = [2, 2, 1, 1].map(comes);
    expect(yard.comesIn(first)).toBe(true);
    expect(yard.comesIn(second)).toBe(false);
    // There is a slot for it, but another waits before it.
    expect(yard.comesIn(third)).toBe(false);
    expect([...yard.atGate()]).toEqual([second, third]);
    expect(yard.nextIn()).toBe(-1);
    yard.freeSlot(first);
    expect([yard.nextIn(), yard.nextIn(), yard.nextIn()]).toEqual([second, third, -1]);
    expect(yard.comesIn(fourth)).toBe(false);
  });

  it('has no slot for a box from a train or ship, until one is free', () => {
    const { yard, comes } = yardOf3();
    const [first, second] = [2, 2].map(comes);
    expect([yard.takeSlot(first), yard.takeSlot(second)]).toEqual([true, false]);
    yard.freeSlot(first);
    expect(yard.takeSlot(second)).toBe(true);
  });

  it('never holds more than its limit at a port whose one ship is slow, and boxes aboard wait for a slot', () => {
    // As much as one ship brings, and no more.
    const limit = 203;
    const world = smallWorld({
      'fleets.feeders.count': 1,
      'fleets.feeders.speed': 4,
      'places.Aktau.yard.capacity': limit,
    });
    const port = world.places[world.placeNumber('Aktau')];
    runDays(world, 120);
    const yard = { place: 'Aktau', resource: 'yard' };
    const highest = port
      .measures()
      .find(({ of, statistic }) => statistic === 'max' && of.resource === yard.resource)?.value;
    expect(highest).toBeLessThanOrEqual(limit);
    // It was full: not even a box of 2 TEU found room.
    expect(highest).toBeGreaterThan(limit - 2);
    const slot = world.ledger.cells.findIndex(
      ({ cause, where }) => cause === 'waiting for a yard slot' && where === 'Aktau',
    );
    const waited = Array.from({ length: world.boxes.capacity }, (_, box) => box)
      .filter((box) => world.boxes.alive[box] === 1)
      .reduce((sum, box) => sum + world.ledger.row(box)[slot], 0);
    expect(waited).toBeGreaterThan(0);
  });
});

describe('the quantiles of a yard', () => {
  /** Every figure of the yard at Aktau and of its boxes after a hundred days, but the use, which is a share of the capacity. */
  function figuresWith(capacity: number) {
    const world = smallWorld({ 'places.Aktau.yard.capacity': capacity });
    runDays(world, 30);
    const port = world.places[world.placeNumber('Aktau')];
    port.startMeasuring();
    runDays(world, 130);
    return port.measures().filter(({ measure }) => measure === 'TEU inside' || measure === 'dwell');
  }

  it('follow what was inside, not the capacity', () => {
    const figures = figuresWith(2_000);
    const value = (of: string) =>
      figures.find(({ statistic, of: { resource } }) => `${statistic} ${resource}` === of)?.value;
    for (const capacity of [5_000, 60_000, 1_000_000]) expect(figuresWith(capacity)).toEqual(figures);
    expect(value('p95 yard')).toBeGreaterThan(value('mean yard') as number);
    expect(value('p95 yard')).toBeLessThanOrEqual(value('max yard') as number);
    // Of whole boxes: no bin's edge.
    expect(Number.isInteger(value('p95 yard'))).toBe(true);
  });
});
