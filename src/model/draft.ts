// Which berths may serve which ships.
import type { CorridorData } from './corridor';

/** The kinds of berth of a port that serve a service: the one that it names, then others by their ids. */
export function kindsFor(data: CorridorData, place: string, service: string): string[] {
  const spec = data.places[place];
  if (spec.kind !== 'seaport') return [];
  const { berth = 'container' } = data.services[service];
  const serves = (kind: string) => {
    const { serves: named } = spec.berths[kind];
    return named === service || (Array.isArray(named) && named.includes(service));
  };
  const others = Object.keys(spec.berths)
    .sort()
    .filter((kind) => kind !== berth && serves(kind));
  return Object.hasOwn(spec.berths, berth) ? [berth, ...others] : others;
}
