// Copies of a simulation: put back they go on bit for bit, as bytes too, and whatever does not fit is refused with a sentence.
import { describe, expect, it } from 'vitest';
import { type EventKind, Server, Simulation, Snapshot } from '../../../src/kernel';

/** A gate with one clerk: trucks come at odd moments, a few seconds each. What happened is kept as text, beside the state. */
class Gate {
  readonly sim = new Simulation();
  readonly clerk = new Server(this.sim, 1);
  trucks = 0;
  /** A number that means luck here: the next one is made of it. */
  luck = 1;
  open = true;
  notes: string[] = [];
  declare came: Float64Array;
  private readonly comes: EventKind;
  private readonly done: EventKind;

  constructor(name = 'a truck comes') {
    const { sim } = this;
    this.comes = sim.on(name, (truck) => this.arrives(truck));
    this.done = sim.on('a truck is through', (truck) => this.leaves(truck));
    sim.state.numbers(this, 'trucks', 'luck', 'open');
    sim.state.float64(this, 'came', 4);
    sim.in(0, this.comes, 0, 0);
  }

  private next(mean: number): number {
    this.luck = (this.luck * 48_271) % 2_147_483_647;
    return (this.luck / 2_147_483_647) * 2 * mean;
  }

  private arrives(truck: number): void {
    const { sim } = this;
    if (truck === this.came.length) sim.state.growField(this, 'came', 2 * truck);
    this.came[truck] = sim.now;
    this.trucks++;
    this.open = !this.open;
    if (this.clerk.take(truck)) sim.in(this.next(9), this.done, truck, 0);
    sim.in(this.next(10), this.comes, truck + 1, 0);
  }

  private leaves(truck: number): void {
    this.notes.push(`${truck} ${this.sim.now - this.came[truck]} ${this.open}`);
    this.clerk.give();
    this.serve();
  }

  private serve(): void {
    for (let next = this.clerk.serve(); next >= 0; next = this.clerk.serve())
      this.sim.in(this.next(9), this.done, next, 0);
  }

  /** From now on so many clerks. */
  clerks(count: number): void {
    this.clerk.capacity = count;
    this.serve();
  }

  /** What happens up to a time, and the figures then. */
  upTo(until: number): string[] {
    this.notes = [];
    this.sim.run({ until });
    return [...this.notes, `${this.sim.handled} ${this.trucks} ${this.clerk.waiting} ${this.sim.pending}`];
  }
}

const [WARM, END] = [2_000, 6_000];

/** A gate at the end of its warm-up. */
function warm(): Gate {
  const gate = new Gate();
  gate.upTo(WARM);
  return gate;
}

describe('a copy of a simulation', () => {
  it('is gone on with as often as asked, here and in another simulation built alike', () => {
    const gate = warm();
    const copy = gate.sim.save();
    const then = gate.upTo(END);
    expect(then.length).toBeGreaterThan(300);
    for (let branch = 0; branch < 3; branch++) {
      gate.sim.restore(copy);
      expect(gate.sim.now).toBe(WARM);
      expect(gate.upTo(END)).toEqual(then);
    }
    const other = new Gate();
    other.sim.restore(copy);
    expect(other.upTo(END)).toEqual(then);
  });

  it('answers "what if": a branch with a second clerk goes another way, one with as many as before does not', () => {
    const gate = warm();
    const copy = gate.sim.save();
    const branch = (clerks: number) => {
      gate.sim.restore(copy);
      gate.clerks(clerks);
      return gate.upTo(END);
    };
    const asBefore = branch(1);
    const two = branch(2);
    expect(two).not.toEqual(asBefore);
    // What a branch changed stays in that branch.
    expect(branch(1)).toEqual(asBefore);
    gate.sim.restore(copy);
    expect([gate.clerk.capacity, gate.upTo(END)]).toEqual([1, asBefore]);
  });

  it('is not touched by the run that it was made of, nor by runs that go on from it', () => {
    const gate = warm();
    const copy = gate.sim.save();
    const bytes = copy.toBytes();
    gate.upTo(END);
    gate.sim.restore(copy);
    gate.upTo(END);
    expect(Buffer.compare(copy.toBytes(), bytes)).toBe(0);
  });

  it('is refused, and nothing changed, by a simulation with other events, other parts or other fields', () => {
    const copy = warm().sim.save();
    const otherEvents = new Gate('a lorry comes');
    const more = new Gate();
    new Server(more.sim, 1);
    const otherField = new Gate();
    otherField.sim.state.int32(otherField, 'lanes', 1);
    for (const [gate, sentence] of [
      [otherEvents, /made with the kinds of event \[.*"a truck comes".*but here is .*"a lorry comes".*Build the same/],
      [more, /part \d+ keeps nothing in the copy and .* here\. Build the same parts in the same order/],
      [otherField, /part \d+ keeps .*"came".* in the copy and .*"lanes".* here/],
    ] as const) {
      const before = gate.sim.save().toBytes();
      expect(() => gate.sim.restore(copy)).toThrow(sentence);
      expect(Buffer.compare(gate.sim.save().toBytes(), before)).toBe(0);
    }
  });

  it('keeps every number as it was, and a zero on its side of nothing', () => {
    const sim = new Simulation();
    const kept = {
      plus: 0,
      minus: -0,
      whole: -7,
      half: 0.5,
      far: 2 ** 40,
      never: Infinity,
      none: Number.NaN,
      yes: true,
    };
    sim.state.numbers(kept, ...Object.keys(kept));
    const before = { ...kept };
    const copy = Snapshot.fromBytes(sim.save().toBytes());
    Object.assign(kept, { plus: 1, minus: 1, whole: 1, half: 1, far: 1, never: 1, none: 1, yes: false });
    sim.restore(copy);
    // toEqual tells 0 from −0.
    expect(kept).toEqual(before);
  });

  it('is refused where another fact holds', () => {
    const [one, other] = [7, 8].map((seed) => {
      const gate = new Gate();
      gate.sim.state.fact(() => `seed ${seed}`);
      return gate;
    });
    expect(() => other.sim.restore(one.sim.save())).toThrow('it was made with seed 7, but here is seed 8.');
    expect(() => other.sim.restore(new Gate().sim.save())).toThrow('it was made with nothing, but here is seed 8.');
  });
});

describe('the bytes of a copy', () => {
  const bytes = warm().sim.save().toBytes();

  it('are read back to a simulation that goes on bit for bit, wherever they lie in memory', () => {
    const then = warm().upTo(END);
    const room = new Uint8Array(bytes.length + 3);
    room.set(bytes, 3);
    for (const given of [bytes, Buffer.from(bytes), Buffer.from(room.buffer).subarray(3), room.subarray(3)]) {
      const gate = new Gate();
      gate.sim.restore(Snapshot.fromBytes(given));
      expect(gate.upTo(END)).toEqual(then);
      expect(Buffer.compare(given, bytes)).toBe(0);
    }
  });

  it('are the same for the same copy, however often it was written and read', () => {
    expect(Buffer.compare(Snapshot.fromBytes(bytes).toBytes(), bytes)).toBe(0);
    expect(Buffer.compare(warm().sim.save().toBytes(), bytes)).toBe(0);
  });

  it('are refused when they are none', () => {
    const sentence = 'the bytes do not begin as a copy of a run does; give what `toBytes` returned';
    for (const text of ['', 'K', '{"schema":"keruen/result@1"}', 'scenario: middle-corridor-2024\n'.repeat(9)])
      expect(() => Snapshot.fromBytes(new TextEncoder().encode(text)), text).toThrow(sentence);
    expect(() => Snapshot.fromBytes(new Uint8Array(bytes.length))).toThrow(sentence);
  });

  it('are refused when they are cut off, wherever it may be, or when something hangs behind them', () => {
    expect(bytes.length).toBeGreaterThan(10_000);
    // All of the head and of the names; of the numbers, every 37th place and the last ones.
    for (let length = 0; length < bytes.length; length++) {
      if (length > 1500 && length < bytes.length - 20 && length % 37 !== 0) continue;
      expect(() => Snapshot.fromBytes(bytes.subarray(0, length)), `${length}`).toThrow(
        /Reading a copy: (the bytes do not begin|it ends after \d+ bytes|it should have \d+ bytes and has \d+)/,
      );
    }
    const longer = new Uint8Array(bytes.length + 8);
    longer.set(bytes);
    expect(() => Snapshot.fromBytes(longer)).toThrow(`it should have ${bytes.length} bytes and has ${longer.length}`);
  });

  it('are refused when one bit was altered, wherever it may be', () => {
    const altered = bytes.slice();
    // All of the head and of the names; of the numbers every fifth byte, each time another bit.
    for (let i = 0; i < bytes.length; i += i < 1500 ? 1 : 5) {
      altered[i] ^= 1 << (i % 8);
      expect(() => Snapshot.fromBytes(altered), `byte ${i}`).toThrow(
        /Reading a copy: (the bytes do not begin|it is of version|it should have|the checksum does not fit)/,
      );
      altered[i] = bytes[i];
    }
    expect(Buffer.compare(Snapshot.fromBytes(altered).toBytes(), bytes)).toBe(0);
  });

  it('of another version are refused, and the sentence says which', () => {
    const later = bytes.slice();
    later[6] = 7;
    expect(() => Snapshot.fromBytes(later)).toThrow(
      'it is of version 7, this library reads version 1; make the copy anew',
    );
  });
});
