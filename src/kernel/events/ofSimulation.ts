// Per-simulation singletons, created on first use.
import type { Simulation } from './simulation';

/** Returns a getter of one `Thing` per simulation, created on first use. */
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
