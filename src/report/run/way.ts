// The route of a flow on one line, with mean arrival times.
import type { JourneyResult } from '../../study/results/result';
import { WIDTH, widthOf } from '../words/columns';
import { writeNumber } from '../words/numbers';

/**
 * `Xi'an 0 → Altynkol 3.1 → Aktau 9.4 → Poti 17.2 d (set down 17.5 d)`: mean arrivals at the shown places, always with
 * both ends, and the time when the box leaves, which is the mean transit time.
 */
export function writeWay(journey: JourneyResult, shown: ReadonlySet<string>, indent = '  '): string[] {
  const last = journey.stops.length - 1;
  const steps = journey.stops
    .filter(({ place }, i) => i === 0 || i === last || shown.has(place))
    .map((stop, i) => `${stop.place} ${i === 0 ? '0' : writeNumber(stop.arrival.mean / 24, 1)}`);
  if (steps.length === 0) return [];
  steps[steps.length - 1] += ` d (set down ${writeNumber(journey.stops[last].departure.mean / 24, 1)} d)`;
  const lines: string[] = [];
  let line = `${indent}${steps[0]}`;
  for (const step of steps.slice(1)) {
    const longer = `${line} → ${step}`;
    if (widthOf(longer) <= WIDTH) line = longer;
    else {
      lines.push(`${line} →`);
      line = `${indent}  ${step}`;
    }
  }
  return [...lines, line];
}
