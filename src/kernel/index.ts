// The kernel: a clock, the events to come, servers with a line, stores with a level. It knows no randomness and no container.
export { type Bins, wholeLevels } from './bins';
export { LevelMonitor } from './levelMonitor';
export { type MonitorFigures, mergeFigures } from './monitorFigures';
export { type MonitorSummary, quantileOf, summaryOf } from './monitorSummary';
export { Server } from './server';
export { type ShiftPlan, Shifts } from './shifts';
export type { EventKind, Handle, Handler } from './simulation';
export { Simulation } from './simulation';
export { SimulationError } from './simulationError';
export type { MonitorPlan } from './slicedBins';
export { Snapshot } from './snapshot';
export { State } from './state';
export { Store } from './store';
export { TallyMonitor } from './tallyMonitor';
export { TimeWeighted } from './timeWeighted';
export { Together } from './together';
