// What a simulation has one of, made when it is first asked for.
import type { Simulation } from './simulation';

/** One thing a simulation, the same each time. Where simulations are built alike, so are their things. */
export function ofSimulation<Thing>(make: (sim: Simulation) => Thing): (sim: Simulation) => Thing {
  const things = new WeakMap<Simulation, Thing>();
  return (sim) => {
    let thing = things.get(sim);
    if (thing === undefined) {
      thing = make(sim);
      things.set(sim, thing);
    }
    return thing;
  };
}
