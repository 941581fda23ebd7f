// How long trains that wait for a gauge change take at best: what whoever chooses a way may expect.
import type { CorridorData } from '../../corridor/corridor';
import { Traffic, trackSeconds } from '../../preview/preview';
import type { World } from '../../run/world';
import type { RailBorderSpec } from './spec';

/**
 * By phase and neighbour: seconds from one train to the next, when each holds its track for shunting and lifts only and all
 * tracks are used. 0 without a gauge change, and where no flow has a choice.
 */
export function secondsATrain(
  world: World,
  border: string,
  specs: readonly RailBorderSpec[],
  neighbours: readonly string[],
): number[][] {
  const isAsked = Object.values(world.data.flows).some(({ routes = {} }) => Object.keys(routes).length > 1);
  return specs.map(({ gaugeChange }, phase) => {
    if (gaugeChange === undefined || !isAsked) return neighbours.map(() => 0);
    const { data } = world.phases[phase];
    const traffic = new Traffic(data);
    return neighbours.map((neighbour) => {
      const gauge = gaugeTo(data, border, neighbour);
      const { tracks, shunting, cranes: count, rate, each } = gaugeChange;
      const passing = traffic.at(border, 'rail', gauge);
      if (gauge === undefined) return 0;
      if (tracks[gauge] === 0 || count === 0) return Number.POSITIVE_INFINITY;
      return trackSeconds(shunting, { count, rate, each }, passing) / tracks[gauge];
    });
  });
}

function gaugeTo({ lines }: CorridorData, border: string, neighbour: string): 1435 | 1520 | undefined {
  return Object.values(lines).find(({ between }) => between.includes(border) && between.includes(neighbour))?.gauge;
}
