// A yard with room for 40 boxes: trucks bring one every ten minutes, two cranes by day and fewer by night set them down, and a
// train leaves as soon as 36 are there. What does a second crane by night change? A copy goes on in another process.
import { Server, Shifts, Simulation, Snapshot, Store } from 'keruen/kernel';

const HOUR = 3600;
const DAY = 24 * HOUR;

class Yard {
  readonly sim = new Simulation();
  readonly cranes = new Server(this.sim, 2);
  readonly boxes = new Store(this.sim, 40, 12);
  readonly shifts: Shifts;
  trains = 0;
  stood = 0;
  private readonly truck = this.sim.on('a truck comes', () => this.truckComes());
  private readonly lifted = this.sim.on('a box hangs on a crane', () => this.setDown());
  private readonly shift = this.sim.on('a shift begins', () => this.callIn());
  private readonly train = this.sim.on('a train comes', () => this.trainComes());
  private readonly load = this.sim.on('a load is there', (_, came) => this.trainLeaves(came));

  constructor(byNight: number) {
    const plan = { times: [6 * HOUR, 20 * HOUR], capacities: [2, byNight], period: DAY };
    this.shifts = new Shifts(this.sim, this.cranes, plan, this.shift, 0);
    this.sim.state.numbers(this, 'trains', 'stood');
    this.sim.at(0, this.truck, 0, 0);
    this.sim.at(6 * HOUR, this.train, 0, 0);
  }

  truckComes(): void {
    if (this.cranes.take(0)) this.sim.in(900, this.lifted, 0, 0);
    this.sim.in(600, this.truck, 0, 0);
  }

  /** Where the yard is full the crane holds the box until it is woken, and looks again. */
  setDown(): void {
    if (!this.boxes.put(1)) return void this.boxes.atMost(this.boxes.capacity - 1, this.lifted, 0, 0);
    this.cranes.give();
    this.callIn();
  }

  /** When a crane is free, and when a shift begins. */
  callIn(): void {
    while (this.cranes.serve() >= 0) this.sim.in(900, this.lifted, 0, 0);
  }

  trainComes(): void {
    this.boxes.atLeast(36, this.load, 0, this.sim.now);
    this.sim.in(6 * HOUR, this.train, 0, 0);
  }

  trainLeaves(came: number): void {
    if (!this.boxes.get(36)) return void this.boxes.atLeast(36, this.load, 0, came);
    this.trains++;
    this.stood += this.sim.now - came;
  }

  says(): string {
    const hours = this.stood / this.trains / HOUR;
    return `${this.cranes.line.mean().toFixed(1)} trucks in line, a train stands ${hours.toFixed(2)} h`;
  }
}

for (const byNight of [1, 2]) {
  const here = new Yard(byNight);
  here.sim.run({ until: 30 * DAY });
  const bytes = here.sim.save().toBytes();
  here.sim.run({ until: 60 * DAY });
  // Where the bytes are sent: build the same, put the copy back, go on.
  const there = new Yard(byNight);
  there.sim.restore(Snapshot.fromBytes(bytes));
  there.sim.run({ until: 60 * DAY });
  console.log(`${byNight} by night, here: ${here.says()}`);
  console.log(`${byNight} by night, there: ${there.says()}`);
}
