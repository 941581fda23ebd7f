// What the flows put on a service that calls on the way: call by call what gets on and off, and what is aboard between.
import type { Between, Rotation } from '../corridor/routes/rotation';

interface Lifted {
  boxes: number;
  teu: number;
  /** Of these, those that get on. */
  on: number;
}

/** Boxes and TEU a year, with no regard to waiting. */
export class CallTraffic {
  /** By call: TEU a year aboard from there to the next. */
  readonly aboard: number[];
  private readonly lifted = new Map<string, Lifted>();

  constructor(readonly rotation: Rotation) {
    this.aboard = rotation.calls.map(() => 0);
    for (const place of rotation.ends) this.lifted.set(place, { boxes: 0, teu: 0, on: 0 });
  }

  /** A ride of so much a year. */
  carries({ on, off }: Between, boxes: number, teu: number): void {
    const { calls } = this.rotation;
    for (let call = on; ; call = (call + 1) % calls.length) {
      this.aboard[call] += teu;
      if ((call + 1) % calls.length === off) break;
    }
    for (const call of [on, off]) {
      const here = this.at(calls[call].place);
      here.boxes += boxes;
      here.teu += teu;
      if (call === on) here.on += teu;
    }
  }

  /** What is lifted at a place. */
  at(place: string): Lifted {
    return this.lifted.get(place) as Lifted;
  }

  /** How often a unit calls at a place in a round. */
  callsAt(place: string): number {
    return this.rotation.calls.filter((call) => call.place === place).length;
  }

  /** TEU a year aboard where most are. */
  busiest(): number {
    return Math.max(...this.aboard);
  }

  /** TEU a year aboard of units that leave a place, at all its calls. */
  leaving(place: string): number {
    return this.rotation.calls.reduce((sum, call, i) => sum + (call.place === place ? this.aboard[i] : 0), 0);
  }
}
