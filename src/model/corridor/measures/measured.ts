// One figure of one replication, with what it is of.
/** One number of one replication: what is measured, of what, in which unit, and which statistic. */
export interface Measured {
  /** What is measured: `use`, `wait`, `transit time`, `throughput`. */
  readonly measure: string;
  /** Which figure of all that was observed. */
  readonly statistic: 'mean' | 'p10' | 'p50' | 'p90' | 'p95' | 'max' | 'total' | 'share';
  /** What it was observed of. */
  readonly of: {
    /** The id of a place. */
    readonly place?: string;
    /** The id of a line. */
    readonly line?: string;
    /** The id of a flow. */
    readonly flow?: string;
    /** What of the place or line: `yard`, `container berths`, `paths to Aktau`. */
    readonly resource?: string;
  };
  /** The unit of the value: `h`, `TEU`, `share`. */
  readonly unit: string;
  /** null: nothing was observed in this replication. */
  readonly value: number | null;
}
