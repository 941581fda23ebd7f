// What a resource does by itself when its time has come: a patience ends, a shift begins.
import { ofSimulation } from './ofSimulation';
import type { EventKind, Handle, Simulation } from './simulation';

/** Whoever has events of its own. */
export interface Own {
  /** Its time has come; `arg` as it was scheduled. */
  happens(arg: number): void;
}

/** One kind of event a simulation for all its resources. */
export class OwnEvents {
  /** Those of this simulation. */
  static readonly of = ofSimulation((sim) => new OwnEvents(sim));

  /** Everybody who ever asked, in the order in which they came: it does not change once a simulation is built. */
  private readonly owners: Own[] = [];
  private readonly kind: EventKind;

  private constructor(private readonly sim: Simulation) {
    this.kind = sim.on('a resource, by itself', (owner, arg) => this.owners[owner].happens(arg));
  }

  /** A number for `in` and `at`. */
  enrol(owner: Own): number {
    return this.owners.push(owner) - 1;
  }

  at(time: number, owner: number, arg: number, priority: number): Handle {
    return this.sim.at(time, this.kind, owner, arg, priority);
  }
}
