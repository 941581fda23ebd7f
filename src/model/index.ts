/**
 * What a kind of place is made of, for scripts that bring kinds of their own: boxes, ledger, streams and laws, servers, and
 * the world that runs them for one replication. The shipped kinds are made of the same and of nothing else.
 *
 * This entry may change between minor versions: it is the inside of the library, shown as it is.
 */

export { type EventKind, Server, Snapshot, Store, TimeWeighted } from '../kernel';
export { type Law, type Sampler, type Stream, sampler } from '../stochastic';
export { type Boxes, type BoxList, BoxLists, NONE } from './boxes';
export { Clock } from './clock';
export type { CorridorData } from './corridor';
export { type Field, type Fields, fields } from './fields';
export type { FormulaRow } from './formulas/row';
export type { Box, Complaint, Measured, Place, PlaceKind, Unit } from './kind';
export { lawOf } from './law';
export type { Cell, CellName, Ledger } from './ledger';
export { type PlaceKinds, type PlaceSpec, placeKinds } from './places/registry';
export type { PreviewRow, Traffic } from './preview';
export { type Outcome, Run, type RunOptions, replicate } from './run';
export { stage } from './runHash';
export { Deadlock, World } from './world';
