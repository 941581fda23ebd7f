// Public API of the kernel: event loop, servers with queues, stores with a level, monitors, snapshots.

export type { EventKind, Handle, Handler } from './events/simulation';
export { Simulation } from './events/simulation';
export { SimulationError } from './events/simulationError';
export { type Bins, wholeLevels } from './monitors/bins';
export { LevelMonitor } from './monitors/levelMonitor';
export { type MonitorFigures, mergeFigures } from './monitors/monitorFigures';
export { type MonitorSummary, quantileOf, summaryOf } from './monitors/monitorSummary';
export type { MonitorPlan } from './monitors/slicedBins';
export { TallyMonitor } from './monitors/tallyMonitor';
export { TimeWeighted } from './monitors/timeWeighted';
export { Server } from './resources/server';
export { type ShiftPlan, Shifts } from './resources/shifts';
export { Store } from './resources/store';
export { Together } from './resources/together';
export { Snapshot } from './snapshots/snapshot';
export { State } from './snapshots/state';
