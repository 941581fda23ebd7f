// What holds at every border with two sides: of each box the time on both and between them adds up, moment by moment.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompiledCorridor, Deadlock } from '../../../src/model/compile';
import { type BorderPart, partOf } from '../../../src/model/corridor/figures/borderSides';
import type { RailBorderSpec } from '../../../src/model/places/railBorder/spec';
import { Clock, DAY } from '../../../src/model/time/clock';
import { networks } from '../networks/railAndRoad';

const RUNS = Number(process.env.KERUEN_FUZZ ?? 100);

describe('every border with two sides', () => {
  it('has each box on one side, between them or on the other, and the ledger says the same to the second', {
    timeout: 60_000 + 300 * RUNS,
  }, () => {
    let boxes = 0;
    let crossed = 0;
    fc.assert(
      fc.property(networks, ({ data, later }) => {
        const world = new CompiledCorridor(data, new Clock(data.start, data.warmUp, 60), 'sides', 0, undefined, later);
        const { journeys, ledger, routes } = world;
        const finish = journeys.finish.bind(journeys);
        journeys.finish = (box, transit, parts, start) => {
          finish(box, transit, parts, start);
          const { stops } = routes[world.boxes.route[box]];
          const at = box * journeys.width;
          let sided = 0;
          for (const [i, { place, sides }] of stops.entries()) {
            if (sides === undefined) continue;
            const moments = [
              journeys.times[at + 2 * i],
              journeys.times[at + 2 * (stops.length + sided)],
              journeys.times[at + 2 * (stops.length + sided) + 1],
              journeys.times[at + 2 * i + 1],
            ];
            sided++;
            const { controls } = data.places[place] as RailBorderSpec;
            const booked: Record<BorderPart, number> = { left: 0, crossing: 0, entered: 0 };
            // A ban keeps boxes at their origins, and is named after the border.
            for (const [cell, { cause, where }] of ledger.cells.entries())
              if (where === place && cause !== 'acceptance ban')
                booked[partOf(controls, sides, cause)] += parts[start + cell];
            // On the side entered it may wait for a path of the line by which it goes on.
            const line = Object.keys(data.lines).find((id) =>
              [place, stops[i + 1].place].every((end) => (data.lines[id].between as readonly string[]).includes(end)),
            );
            for (const [cell, { cause, where }] of ledger.cells.entries())
              if (cause.startsWith('waiting') && where === line) booked.entered += parts[start + cell];
            expect([booked.left, booked.crossing, booked.entered]).toEqual([
              moments[1] - moments[0],
              moments[2] - moments[1],
              moments[3] - moments[2],
            ]);
            if (booked.left > 0) crossed++;
            boxes++;
          }
        };
        try {
          world.sim.run({ until: 20 * DAY });
        } catch (error) {
          if (!(error instanceof Error && error.cause instanceof Deadlock)) throw error;
        }
      }),
      { numRuns: RUNS, seed: 17 },
    );
    expect(boxes).toBeGreaterThan(20 * RUNS);
    expect(crossed).toBeGreaterThan(RUNS);
  });
});
