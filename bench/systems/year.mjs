// A year of the shipped corridor: one replication on one thread, with ledger, journeys, run hash and answer.

/** A run's program; `years` is not used, since a run of the shipped scenario is one year. */
export function keruenYear({ keruen }) {
  return async () => {
    const begin = process.hrtime.bigint();
    const { events, runHash } = await keruen.run(keruen.middleCorridor2024, { replications: 1, workers: 1 });
    return { nanoseconds: Number(process.hrtime.bigint() - begin) / events, check: runHash };
  };
}
