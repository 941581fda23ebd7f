// Public API of the queueing formulas: closed forms and exact solvers.
export { type BerthCall, type BerthTime, berthCapacity, berthTime, berthUtilisation } from './berth';
export { erlangB, erlangC, type Offered } from './erlang';
export type { Demand, QueueFigures } from './figures';
export { groundSlots, type YardDemand } from './groundSlots';
export { type SlotDemand, waitDM1 } from './waitDM1';
export { type ErlangDemand, waitErlang } from './waitErlang';
export { type FiniteSource, type FiniteSourceFigures, waitFiniteSource } from './waitFiniteSource';
export { type VaryingDemand, waitMG1 } from './waitMG1';
export { waitMMc, waitQuantileMMc } from './waitMMc';
export { waitPriority } from './waitPriority';
