// One number of one replication, with the object that it measures.
/** One number of one replication: measure, object, unit and statistic. */
export interface Measured {
  /** The measure: `use`, `wait`, `transit time`, `throughput`. */
  readonly measure: string;
  /** The statistic over all observations. */
  readonly statistic: 'mean' | 'p10' | 'p50' | 'p90' | 'p95' | 'max' | 'total' | 'share';
  /** The object of the measure. */
  readonly of: {
    /** The id of a place. */
    readonly place?: string;
    /** The id of a line. */
    readonly line?: string;
    /** The id of a flow. */
    readonly flow?: string;
    /** A resource of the place or line: `yard`, `container berths`, `paths to Aktau`. */
    readonly resource?: string;
  };
  /** The unit of the value: `h`, `TEU`, `share`. */
  readonly unit: string;
  /** null: no observations in this replication. */
  readonly value: number | null;
}
