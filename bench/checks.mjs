// Equal work: rows of the same model, size and number of events must come to the same check.
import { PARTS } from './parts.mjs';

/** Remembers who came to which check first, and compares. */
export class Checks {
  constructor() {
    this.first = new Map();
  }

  /** Throws when the check is not the one that another row, or another round, came to. */
  compare({ model, size, system }, events, check) {
    // Cancelled events leave no trace, so `cancel` is `hold`. Luck of its own makes a corridor of its own, whose mean the
    // program holds against the truth.
    const same = model === 'cancel' ? 'hold' : model;
    const alone = PARTS[model] !== undefined || system === 'keruen+draws' || system === 'keruen/model';
    const key = [same, size, events, alone ? system : 'all'].join(' ');
    const first = this.first.get(key);
    if (first === undefined) this.first.set(key, { model, system, check });
    else if (first.check !== check)
      throw new Error(
        `${model} ${size}: ${system} comes to the check ${check}, ${first.system} on ${first.model} to ${first.check}; ` +
          'the two did not do the same work, so their times say nothing.',
      );
  }
}
