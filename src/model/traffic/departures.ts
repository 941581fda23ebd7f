// When trains set out from one end of a service by timetable or every so often: all seconds of a run, known before it begins.

import type { LeavesWhen, Timetable } from '../corridor/corridor';
import { weekdays } from '../corridor/data/calendarSpec';
import type { Phase } from '../corridor/phases';
import type { World } from '../run/world';
import { timesOf, weekdayOf } from '../time/calendar';
import { DAY } from '../time/clock';
import { secondOfLocal } from '../time/timeZones';

/** Every departure from a place during a run, in order, each by what holds in its phase. */
export function departuresFrom(world: World, place: string, whenOf: (phase: Phase) => LeavesWhen): Float64Array {
  const { phases, clock } = world;
  const seconds = phases.flatMap((phase, i) => {
    const when = whenOf(phase);
    const until = phases[i + 1]?.second ?? clock.last;
    const timetable = when.timetable?.[place];
    const all = timetable === undefined ? everyFrom(when.every, clock.last) : timesIn(world, timetable);
    return all.filter((second) => second >= phase.second && second < until);
  });
  // Two times in the gap of a night in which clocks go forward are two departures at its end.
  return Float64Array.from(seconds.sort((a, b) => a - b));
}

function everyFrom(every: number | undefined, last: number): number[] {
  if (every === undefined) return [];
  return Array.from({ length: Math.floor(last / every) }, (_, i) => (i + 1) * every);
}

/** Seconds of the run at which the clocks of a zone show the times of a timetable. */
function timesIn({ clock, data }: World, { timeZone, times }: Timetable): number[] {
  const zero = secondOfLocal(data.timeZone, clock.zero * DAY);
  const first = Math.floor(clock.zero) - 1;
  const count = Math.ceil(clock.last / DAY) + 3;
  return Array.from({ length: count }, (_, i) => first + i).flatMap((day) =>
    timesOf(times[weekdays[weekdayOf(day)]] ?? times.daily ?? '')
      .map((second) => secondOfLocal(timeZone, day * DAY + second) - zero)
      .filter((second) => second >= 0),
  );
}
