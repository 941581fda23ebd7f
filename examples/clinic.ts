// A clinic, to show the kernel alone: patients come at random and leave after an hour in the waiting room. What would a third
// doctor change, asked again and again from the same moment on, with the same patients?
import { type MonitorFigures, mergeFigures, quantileOf, Server, Simulation, TallyMonitor } from 'keruen/kernel';
import { keyed, STREAM_STATE, sampler, stream } from 'keruen/stochastic';

const DAY = 86_400;

class Clinic {
  readonly sim = new Simulation();
  readonly doctors = new Server(this.sim, 2);
  readonly waits = new TallyMonitor(this.sim, { bins: { least: 0, width: 60, number: 61 } });
  came = 0;
  lost = 0;
  private readonly since!: Float64Array;
  private readonly arrivals;
  private readonly gaps = sampler({ law: 'exponential', mean: 450 });
  private readonly luck;
  private readonly takes = sampler({ law: 'lognormal', mean: 840, sd: 420 });
  private readonly comes = this.sim.on('a patient comes', () => this.come());
  private readonly seen = this.sim.on('a patient was seen', () => this.done());
  private readonly leaves = this.sim.on('a patient has waited long enough', () => void this.lost++);

  constructor(replication: number) {
    this.arrivals = stream('clinic', replication, 'arrivals');
    this.luck = keyed('clinic', replication, 'consultation');
    // What changes during a run is kept in the simulation's state, so that a copy takes it along.
    const { state } = this.sim;
    state.float64(this, 'since', 20_000);
    state.numbers(this, 'came', 'lost');
    state.numbers(this.arrivals, ...STREAM_STATE);
    this.sim.at(0, this.comes, 0, 0);
  }

  come(): void {
    const patient = this.came++;
    this.since[patient] = this.sim.now;
    if (this.doctors.takeWithin(patient, 3600, this.leaves, 0)) this.begin(patient);
    this.sim.in(this.gaps.draw(this.arrivals), this.comes, 0, 0);
  }

  begin(patient: number): void {
    this.waits.record(this.sim.now - this.since[patient]);
    this.sim.in(this.takes.drawFor(this.luck, 0, patient, 0), this.seen, 0, patient);
  }

  done(): void {
    this.doctors.give();
    this.callIn();
  }

  /** The server says who is next; what happens then is said here. */
  callIn(): void {
    for (let next = this.doctors.serve(); next >= 0; next = this.doctors.serve()) this.begin(next);
  }
}

const waits: MonitorFigures[][] = [[], [], [], []];
const came = [0, 0, 0, 0];
const lost = [0, 0, 0, 0];
for (let replication = 0; replication < 20; replication++) {
  const clinic = new Clinic(replication);
  clinic.sim.run({ until: 30 * DAY });
  const copy = clinic.sim.save();
  for (const doctors of [2, 3]) {
    clinic.sim.restore(copy);
    clinic.waits.restart();
    came[doctors] -= clinic.came;
    lost[doctors] -= clinic.lost;
    clinic.doctors.capacity = doctors;
    clinic.callIn();
    clinic.sim.run({ until: 60 * DAY });
    waits[doctors].push(clinic.waits.figures());
    came[doctors] += clinic.came;
    lost[doctors] += clinic.lost;
  }
}
for (const doctors of [2, 3]) {
  const all = mergeFigures(waits[doctors]);
  const [half, most] = [0.5, 0.95].map((p) => Math.floor((quantileOf(all, p) ?? 0) / 60) + 1);
  const share = ((100 * lost[doctors]) / came[doctors]).toFixed(1);
  console.log(
    `${doctors} doctors: half of those seen wait less than ${half} min, 95 % less than ${most} min; ${share} % leave unseen`,
  );
}
