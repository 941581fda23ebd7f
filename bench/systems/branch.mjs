// A branch of a warm run: more than 50,000 TEU inside the shipped corridor with six times its demand, copied and put back.

const TIMES = 6;
const REPEATS = 20;

/** A run at the end of its warm-up, most of its boxes at gates that cannot let so many in. */
function warmRun({ keruen: { middleCorridor2024, teuPerYear }, model: { Run } }) {
  const flows = Object.entries(middleCorridor2024.data.flows).map(([id, { demand }]) => {
    return [id, { demand: teuPerYear(TIMES * demand) }];
  });
  const { data } = middleCorridor2024.with({ set: { flows: Object.fromEntries(flows) } });
  const run = new Run(data, { seed: 'keruen', replication: 0, days: 30 });
  run.until(data.start);
  return run;
}

const median = (figures) => figures.sort((a, b) => a - b)[figures.length >> 1];

function timed(act) {
  const begin = process.hrtime.bigint();
  act();
  return Number(process.hrtime.bigint() - begin);
}

/** A run's program: nanoseconds of `restore` after the run has gone on for an hour, and as check the hash at the end. */
export function keruenBranch(modules) {
  const run = warmRun(modules);
  const { world } = run;
  const inside = world.accounts.inside.value;
  if (!(inside >= 50_000)) throw new Error(`only ${inside} TEU are inside`);
  const copy = run.save();
  const begin = world.sim.now;
  return () => {
    const figures = [];
    for (let i = 0; i < REPEATS; i++) {
      run.until(begin + 3600);
      figures.push(timed(() => run.restore(copy)));
    }
    run.until(begin + 86_400);
    const check = world.hash.text;
    run.restore(copy);
    return { nanoseconds: median(figures), check };
  };
}

/** The same of `save`. */
export function keruenCopy(modules) {
  const run = warmRun(modules);
  return () => {
    const figures = [];
    for (let i = 0; i < REPEATS; i++) figures.push(timed(() => run.save()));
    return { nanoseconds: median(figures), check: `${run.save().size} bytes` };
  };
}
