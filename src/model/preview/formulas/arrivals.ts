// Compares arrivals of trains and ships with a formula's assumptions, in words.

import { inWindow } from '../../corridor/capacity/fleetCapacity';
import type { Traffic } from '../preview';
import { hoursText } from './row';

/** Why arrivals of these services differ from a formula's random or Erlang arrivals. */
export function arrivalReasons(traffic: Traffic, services: readonly string[], what: 'trains' | 'ships'): string[] {
  const { data } = traffic;
  const rules = services.map((service) => data.services[service].sails ?? data.services[service].leaves);
  const byClock = rules.filter((rule) => rule?.every !== undefined || rule?.timetable !== undefined);
  const byLoad = rules.filter((rule) => rule !== undefined && !byClock.includes(rule));
  const said: string[] = [];
  if (byClock.length > 0)
    said.push(`${what} set out by the clock, full or not: the formula has them full, and at gaps that vary`);
  if (byLoad.length > 0) {
    const waits = byLoad.flatMap((rule) => (rule?.longestWait === undefined ? [] : [rule.longestWait]));
    const before =
      waits.length === 0 ? '' : `, or after ${hoursText(Math.min(...waits))}, less than full and so more often`;
    said.push(`${what} come when they are full${before}`);
  }
  const units = services
    .flatMap((service) => inWindow(data, data.fleets[data.services[service].fleet], traffic.days))
    .reduce((sum, { count }) => sum + count, 0);
  const names =
    what === 'ships'
      ? ['only one ship goes', `only ${units} ships go`]
      : ['only one set goes', `only ${units} sets go`];
  if (units > 0 && units < 10)
    said.push(`${units === 1 ? names[0] : names[1]} round, and who waits does not come again meanwhile`);
  return said;
}
