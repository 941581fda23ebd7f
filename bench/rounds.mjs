// Times several systems side by side: warm-up first, then rounds that take turns, so that a slow moment hits all of them.

/**
 * `systems` is { name: make }; make() returns a function (events) => check number that goes on where it stopped.
 * Returns a row a system: nanoseconds an event, minimum and median over the rounds. Throws when the checks differ.
 */
export function measure({ model, size, systems, events, rounds }) {
  const entries = Object.entries(systems).map(([system, make]) => ({ system, go: make(), times: [], check: 0 }));
  for (const entry of entries) {
    entry.go(events);
    entry.go(events);
  }
  for (let round = 0; round < rounds; round++) {
    // Every other round the order is turned round: nobody always runs after the other has filled the cache.
    for (const entry of round % 2 ? entries.toReversed() : entries) {
      const start = process.hrtime.bigint();
      entry.check = entry.go(events);
      entry.times.push(Number(process.hrtime.bigint() - start) / events);
    }
  }
  for (const { system, check } of entries) {
    if (check !== entries[0].check)
      throw new Error(`${model} ${size}: ${system} computed ${check}, ${entries[0].system} ${entries[0].check}.`);
  }
  return entries.map(({ system, times, check }) => {
    times.sort((a, b) => a - b);
    const middle = times.length >> 1;
    const median = times.length % 2 ? times[middle] : (times[middle - 1] + times[middle]) / 2;
    return { model, size, system, unit: 'ns/event', median, min: times[0], rounds, check };
  });
}
