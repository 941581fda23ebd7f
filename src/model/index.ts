/**
 * Building blocks of a kind of place, for scripts with their own kinds: boxes, ledger, streams and laws, servers, and the
 * world that runs them for one replication. The shipped kinds use the same ones only.
 *
 * This entry point may change between minor versions: it exposes internals of the library.
 */

export { type EventKind, Server, Snapshot, Store, TimeWeighted } from '../kernel';
export { type Law, type Sampler, type Stream, sampler } from '../stochastic';
export { CompiledCorridor, Deadlock } from './compile';
export type { CorridorData } from './corridor/corridor';
export type { PlaceSpec } from './corridor/data/placeSpec';
export { lawOf } from './corridor/figures/law';
export type { Measured } from './corridor/measures/measured';
export type { Complaint } from './corridor/tree/complaint';
export type { PlaceKind } from './places/kind';
export { type PlaceKinds, placeKinds } from './places/registry';
export type { FormulaRow } from './preview/formulas/row';
export type { PreviewRow, Traffic } from './preview/preview';
export { type Outcome, Run, type RunOptions, replicate } from './replicate';
export { type Boxes, type BoxList, BoxLists, NONE } from './run/boxes';
export type { Cell, CellName, Ledger } from './run/ledger';
export type { Box, Place, Unit } from './run/place';
export { stage } from './run/runHash';
export { type Field, type Fields, fields } from './schema/fields';
export { Clock } from './time/clock';
