// Events that resources schedule for themselves: end of a patience, start of a shift.
import { ofSimulation } from './ofSimulation';
import type { EventKind, Handle, Simulation } from './simulation';

/** A resource that schedules events for itself. */
export interface Own {
  /** Called at the event, with the scheduled `arg`. */
  happens(arg: number): void;
}

/** The one kind of event shared by all resources of a simulation. */
export class OwnEvents {
  /** The instance of this simulation. */
  static readonly of = ofSimulation((sim) => new OwnEvents(sim));

  /** By order of registration; fixed once the simulation is built. */
  private readonly owners: Own[] = [];
  private readonly kind: EventKind;

  private constructor(private readonly sim: Simulation) {
    this.kind = sim.on('a resource, by itself', (owner, arg) => this.owners[owner].happens(arg));
  }

  /** Registers a resource; returns its number for `at`. */
  enrol(owner: Own): number {
    return this.owners.push(owner) - 1;
  }

  at(time: number, owner: number, arg: number, priority: number): Handle {
    return this.sim.at(time, this.kind, owner, arg, priority);
  }
}
