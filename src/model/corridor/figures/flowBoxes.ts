// Yearly demand of a flow: boxes by size and TEU, or trucks.
import { type FlowSpec, type Size, teuOfSize } from '../corridor';

/** Trucks are boxes of one size, 0 TEU. */
const trucks: { readonly [size: string]: number } = { truck: 1 };

/** Shares of a flow's boxes by size, in order of sizes; only those above 0. */
export function sizesOf(flow: FlowSpec): { readonly teu: number; readonly share: number }[] {
  return Object.entries(flow.trucks === undefined ? (flow.boxes ?? {}) : trucks)
    .filter(([, share]) => share > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([size, share]) => ({ teu: size === 'truck' ? 0 : teuOfSize[size as Size], share }));
}

/** Mean TEU a box of a flow: 0 for trucks. */
export const meanTeuOf = (flow: FlowSpec): number =>
  sizesOf(flow).reduce((sum, { teu, share }) => sum + teu * share, 0);

/** Demand of a flow in a calendar year [TEU]; 0 for trucks. */
export const demandOf = (flow: FlowSpec): number => flow.demand ?? 0;

/** Boxes, or trucks, of a flow in a year of `days`. */
export const boxesAYear = (flow: FlowSpec, days: number): number =>
  flow.trucks === undefined ? demandOf(flow) / meanTeuOf(flow) : flow.trucks * days;

/** Most boxes and trucks inside a corridor at once: a run with more ends early, before it runs out of memory. */
export const MOST_INSIDE = 1_000_000;
/** The same in words. */
export const mostInside = '1,000,000 boxes and trucks';
