// The kernel: a clock, the events to come, servers with a line, stores with a level. It knows no randomness and no container.
export { Server } from './server';
export type { EventKind, Handle, Handler } from './simulation';
export { Simulation } from './simulation';
export { SimulationError } from './simulationError';
export { Snapshot } from './snapshot';
export { State } from './state';
export { Store } from './store';
export { TimeWeighted } from './timeWeighted';
