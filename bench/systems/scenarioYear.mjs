// A year of each shipped scenario: one replication on one thread, with ledger, journeys, run hash and answer.

/** A run's program: nanoseconds a year, or an event of it where `perEvent`; the check is the run hash. */
const program =
  (name, variant) =>
  ({ keruen }, model) =>
  async () => {
    const asked = variant === undefined ? keruen[name] : keruen[name].variant(variant);
    const begin = process.hrtime.bigint();
    const { events, runHash } = await keruen.run(asked, { replications: 1, workers: 1 });
    const nanoseconds = Number(process.hrtime.bigint() - begin);
    return { nanoseconds: model === 'scenarioEvent' ? nanoseconds / events : nanoseconds, check: runHash };
  };

export const yearOfMiddleCorridor = program('middleCorridor2024');
export const yearOfXianTerminal = program('xianTerminal');
export const yearOfRailBorder = program('railBorder');
export const yearOfRoadBorder = program('roadBorder');
/** 300,000 TEU over the quay, with the whole hub and everything on. */
export const yearOfAktauHub = program('aktauHub', '300000-hub');
export const yearOfLianyungang = program('lianyungang');
