// The hold models on SimScript: an entity a slot, whose script awaits one delay after another.
import { HoldModel, VALUES } from '../holdModel.mjs';
import { holdIncrements } from '../tables.mjs';

// It hands control back to the browser four times a second; here that is the next turn of Node's loop.
globalThis.requestAnimationFrame = setImmediate;
const { Entity, Simulation } = (await import('simscript')).default;

class Slot extends Entity {
  constructor(run, owner) {
    super();
    this.run = run;
    this.owner = owner;
    this.value = VALUES[owner % 4];
  }

  async script() {
    const { run, owner } = this;
    const { hold } = run;
    const arg = hold.size - owner;
    await this.delay(hold.first(owner));
    while (!run.over) {
      hold.note(this.value(owner, arg));
      const delay = hold.delay(run.timeNow);
      run.counts();
      await this.delay(delay);
    }
  }
}

class Run extends Simulation {
  constructor(hold, events) {
    super();
    this.hold = hold;
    this.events = events;
    this.count = 0;
    this.begin = 0n;
    this.over = false;
  }

  onStarting(event) {
    super.onStarting(event);
    for (let owner = 0; owner < this.hold.size; owner++) this.activate(new Slot(this, owner));
  }

  counts() {
    this.count++;
    if (this.count === this.hold.settling) this.begin = process.hrtime.bigint();
    if (this.count !== this.hold.settling + this.events) return;
    const elapsed = Number(process.hrtime.bigint() - this.begin);
    this.over = true;
    this.stop();
    this.done({ nanoseconds: elapsed / this.events, check: this.hold.check(this.timeNow) });
  }

  finish() {
    return new Promise((done) => {
      this.done = done;
      this.start(true);
    });
  }
}

/** A run's program. */
export function simscriptHold(_modules, model, size, events) {
  const increments = holdIncrements(model);
  return () => new Run(new HoldModel(increments, model, size), events).finish();
}
