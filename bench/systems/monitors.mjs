// What an update of a monitor costs: a loop in which the clock moves, with a monitor of 64 bins by month, less the same without.

const MASK = 65_535;
const MONTH = 30 * 86_400;
const BINS = 64;

/** Whole values and whole gaps that repeat after 65,536 only, so that no branch is foreseen: the same for every loop. */
function tables() {
  let word = 12_345;
  const next = (below) => {
    word = (Math.imul(word, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((word / 2 ** 32) * below);
  };
  const length = MASK + 1;
  return {
    values: Float64Array.from({ length }, () => next(BINS)),
    gaps: Float64Array.from({ length }, () => 1 + next(119)),
  };
}

/** Reads the next value, adds it up, and is called again some seconds later. */
class Off {
  constructor({ Simulation }, { values, gaps }, updates) {
    this.sim = new Simulation();
    this.values = values;
    this.gaps = gaps;
    this.left = updates;
    this.sum = 0;
    this.turn = this.sim.on('turn', (_owner, arg) => this.turns(arg));
    this.sim.in(1, this.turn, 0, 0);
  }

  turns(at) {
    this.sum += this.values[at];
    if (--this.left > 0) this.sim.in(this.gaps[at], this.turn, 0, (at + 1) & MASK);
  }
}

/** The same, and the monitor is told. */
class Level extends Off {
  constructor(kernel, given, updates) {
    super(kernel, given, updates);
    this.monitor = new kernel.LevelMonitor(this.sim, plan(kernel, updates));
  }

  turns(at) {
    const value = this.values[at];
    this.sum += value;
    this.monitor.set(value);
    if (--this.left > 0) this.sim.in(this.gaps[at], this.turn, 0, (at + 1) & MASK);
  }
}

class Tally extends Off {
  constructor(kernel, given, updates) {
    super(kernel, given, updates);
    this.monitor = new kernel.TallyMonitor(this.sim, plan(kernel, updates));
  }

  turns(at) {
    const value = this.values[at];
    this.sum += value;
    this.monitor.record(value);
    if (--this.left > 0) this.sim.in(this.gaps[at], this.turn, 0, (at + 1) & MASK);
  }
}

/** The light one, which keeps mean and maximum only, to compare. */
class Light extends Off {
  constructor(kernel, given, updates) {
    super(kernel, given, updates);
    this.monitor = new kernel.TimeWeighted(this.sim);
  }

  turns(at) {
    const value = this.values[at];
    this.sum += value;
    this.monitor.set(value);
    if (--this.left > 0) this.sim.in(this.gaps[at], this.turn, 0, (at + 1) & MASK);
  }
}

/** A mean gap is a minute. */
function plan({ wholeLevels }, updates) {
  const months = Math.ceil((updates * 60) / MONTH);
  return { bins: wholeLevels(BINS - 1), borders: Float64Array.from({ length: months }, (_, i) => (i + 1) * MONTH) };
}

/** Nanoseconds of a run, and what was built. */
function timed(Loop, kernel, given, updates) {
  const loop = new Loop(kernel, given, updates);
  const begin = process.hrtime.bigint();
  loop.sim.run();
  return [Number(process.hrtime.bigint() - begin), loop];
}

/** Runs one loop with and one without, in turns whose order changes; the check is the sum of the values by two ways, or time. */
function program(Loop, check) {
  return ({ kernel }, _model, updates) => {
    const given = tables();
    let withFirst = false;
    return () => {
      withFirst = !withFirst;
      const loops = withFirst ? [Loop, Off] : [Off, Loop];
      const runs = loops.map((one) => timed(one, kernel, given, updates));
      if (!withFirst) runs.reverse();
      const [[on, loop], [off]] = runs;
      return { nanoseconds: (on - off) / updates, off: off / updates, check: check(kernel, loop) };
    };
  };
}

/** A run's program: an update of a level over time, beyond the loop. The check is the mean over time. */
export const keruenLevelMonitor = program(Level, ({ summaryOf }, { monitor }) => summaryOf(monitor.figures()).mean);

/** A run's program: a sample, beyond the loop. The check is the mean of the samples, which must be that of the values. */
export const keruenTallyMonitor = program(Tally, ({ summaryOf }, { monitor, sum }) => {
  const { mean, weight } = summaryOf(monitor.figures());
  if (mean !== sum / weight) throw new Error(`the tally's mean is ${mean}, the values' is ${sum / weight}`);
  return mean;
});

/** A run's program: an update of the light figure over time, which must have the mean of the monitor. */
export const keruenTimeWeighted = program(Light, (_kernel, { monitor }) => monitor.mean());
