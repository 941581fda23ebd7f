// What a flow brings: boxes by size and TEU, or trucks, in a year.
import { type FlowSpec, type Size, teuOfSize } from '../corridor';

/** Trucks are boxes of one size, 0 TEU. */
const trucks: { readonly [size: string]: number } = { truck: 1 };

/** Shares of a flow's boxes by size, in order of sizes; only those that come at all. */
export function sizesOf(flow: FlowSpec): { readonly teu: number; readonly share: number }[] {
  return Object.entries(flow.trucks === undefined ? (flow.boxes ?? {}) : trucks)
    .filter(([, share]) => share > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([size, share]) => ({ teu: size === 'truck' ? 0 : teuOfSize[size as Size], share }));
}

/** TEU a box of a flow has on average: 0 for trucks. */
export const meanTeuOf = (flow: FlowSpec): number =>
  sizesOf(flow).reduce((sum, { teu, share }) => sum + teu * share, 0);

/** TEU that a flow brings in a calendar year: none with trucks. */
export const demandOf = (flow: FlowSpec): number => flow.demand ?? 0;

/** Boxes, or trucks, that a flow brings in a year of so many days. */
export const boxesAYear = (flow: FlowSpec, days: number): number =>
  flow.trucks === undefined ? demandOf(flow) / meanTeuOf(flow) : flow.trucks * days;

/** So many boxes and trucks may be inside a corridor at once: a run of more ends early, since the memory of a machine would. */
export const MOST_INSIDE = 1_000_000;
/** The same in words. */
export const mostInside = '1,000,000 boxes and trucks';
