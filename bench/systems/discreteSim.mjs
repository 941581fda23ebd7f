// The hold models on discrete-sim: a callback a slot, scheduled again and again; only models without ties.
import { Simulation } from 'discrete-sim';
import { holdProgram, VALUES } from '../holdModel.mjs';

/** A run's program. */
export function discreteSimHold(_modules, model, size, events) {
  return holdProgram(model, size, events, (hold) => {
    const sim = new Simulation();
    for (let owner = 0; owner < size; owner++) {
      const arg = size - owner;
      const value = VALUES[owner % 4];
      const turn = () => {
        hold.note(value(owner, arg));
        sim.schedule(hold.delay(sim.now), turn);
      };
      sim.schedule(hold.first(owner), turn);
    }
    return {
      run: (events) => {
        for (let left = events; left > 0; left--) sim.step();
      },
      now: () => sim.now,
    };
  });
}
