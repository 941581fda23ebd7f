// The corridor year: one replication of the shipped scenario on one thread, ledger, journeys and run hash on, and what a bare event costs.
import { exponentials, TABLE } from './exponentials.mjs';

/** As many bare events, 1,000 pending: the kernel alone, with a handler that only schedules the next. */
function bare(kernel, events, delays) {
  const sim = new kernel.Simulation();
  let next = 0;
  const kind = sim.on('hold', (owner) => {
    next = (next + 1) & (TABLE - 1);
    sim.in(delays[next], kind, owner, 0);
  });
  for (let owner = 0; owner < 1_000; owner++) sim.in(delays[owner], kind, owner, 0);
  sim.run({ events });
}

/** Rows of the corridor year beside bare events in the same rounds; `keruen` and `kernel` are the built modules. */
export default async function rows(keruen, kernel, { quick = false } = {}) {
  const delays = exponentials('bench/corridor', 1);
  const times = { bare: [], corridor: [] };
  const year = () => keruen.run(keruen.middleCorridor2024, { replications: 1, workers: 1 });
  let result = await year();
  result = await year();
  bare(kernel, result.events, delays);
  const rounds = quick ? 3 : 12;
  for (let round = 0; round < rounds; round++) {
    let start = process.hrtime.bigint();
    bare(kernel, result.events, delays);
    times.bare.push(Number(process.hrtime.bigint() - start) / result.events);
    start = process.hrtime.bigint();
    const again = await year();
    times.corridor.push(Number(process.hrtime.bigint() - start) / result.events);
    if (again.runHash !== result.runHash)
      throw new Error(`the corridor year came out as ${again.runHash} and ${result.runHash}`);
  }
  const row = (system, list, check) => {
    list.sort((a, b) => a - b);
    const middle = list.length >> 1;
    const median = list.length % 2 ? list[middle] : (list[middle - 1] + list[middle]) / 2;
    return {
      model: 'corridor year',
      size: result.events,
      system,
      unit: 'ns/event',
      median,
      min: list[0],
      rounds,
      check,
    };
  };
  return [row('bare events', times.bare, result.events), row('keruen/model', times.corridor, result.runHash)];
}
