// One figure of one replication, with what it is of.
/** One number of one replication: what is measured, of what, in which unit, and which statistic. */
export interface Measured {
  readonly measure: string;
  readonly statistic: 'mean' | 'p10' | 'p50' | 'p90' | 'p95' | 'max' | 'total' | 'share';
  readonly of: { readonly place?: string; readonly line?: string; readonly flow?: string; readonly resource?: string };
  readonly unit: string;
  /** null: nothing was observed in this replication. */
  readonly value: number | null;
}
