// The hold models on keruen's kernel: four kinds of event, each with a handler that schedules its like.
import { holdProgram } from '../holdModel.mjs';

class Hold {
  constructor(Simulation, hold) {
    const sim = new Simulation();
    this.sim = sim;
    this.hold = hold;
    const kinds = [
      sim.on('notes its owner', (owner, arg) => this.turn(kinds[0], owner, arg, owner)),
      sim.on('notes its argument', (owner, arg) => this.turn(kinds[1], owner, arg, arg)),
      sim.on('notes a sum', (owner, arg) => this.turn(kinds[2], owner, arg, owner + 2 * arg)),
      sim.on('notes a mix', (owner, arg) => this.turn(kinds[3], owner, arg, owner ^ arg)),
    ];
    for (let owner = 0; owner < hold.size; owner++)
      sim.at(hold.first(owner), kinds[owner % 4], owner, hold.size - owner);
  }

  turn(kind, owner, arg, value) {
    this.hold.note(value);
    this.sim.in(this.hold.delay(this.sim.now), kind, owner, arg);
  }

  run(events) {
    this.sim.run({ events });
  }

  now() {
    return this.sim.now;
  }
}

/** `hold`, in which every turn also schedules a second event, later than the next turn, and cancels the last turn's. */
class HoldAndCancel extends Hold {
  constructor(Simulation, hold) {
    super(Simulation, hold);
    this.second = this.sim.on('second event', () => {
      throw new Error('a second event happened: it ought to have been cancelled');
    });
    this.seconds = new Float64Array(hold.size);
  }

  turn(kind, owner, arg, value) {
    const { hold, sim, seconds } = this;
    hold.note(value);
    const delay = hold.delay(sim.now);
    sim.in(delay, kind, owner, arg);
    const last = seconds[owner];
    if (last !== 0 && !sim.cancel(last)) throw new Error(`the second event of slot ${owner} was not there to cancel`);
    seconds[owner] = sim.in(2 * delay, this.second, owner, arg);
  }
}

/** A run's program. Cancelled events leave no trace, so `cancel` must come to the check of `hold`. */
export function keruenHold({ kernel }, model, size, events) {
  if (model === 'cancel')
    return holdProgram('hold', size, events, (hold) => new HoldAndCancel(kernel.Simulation, hold));
  return holdProgram(model, size, events, (hold) => new Hold(kernel.Simulation, hold));
}

/** Bytes a pending event once the hold model of this size has settled; needs `node --expose-gc`. */
export function keruenMemory({ kernel }, _model, size) {
  const used = () => {
    // Twice: the memory of arrays that the first collection found is given back by the next.
    globalThis.gc();
    globalThis.gc();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  let before = 0;
  let system;
  const settle = holdProgram('hold', size, 1, (hold) => {
    before = used();
    system = new Hold(kernel.Simulation, hold);
    return system;
  });
  return () => {
    system = undefined;
    settle();
    return { bytes: (used() - before) / size, check: system.sim.pending };
  };
}
