// Other ships at a port: random arrivals, in one queue with the corridor's ships, that hold a berth and leave.
import type { EventKind } from '../../kernel';
import { minusLog, type Sampler, type Stream, sampler } from '../../stochastic';
import type { CorridorData } from '../corridor/corridor';
import { lawOf } from '../corridor/figures/law';
import { othersAt } from '../corridor/figures/otherTraffic';
import type { World } from '../run/world';

const YEAR = 365 * 86_400;
/** An event carries one integer: the entry, and the number of changes of its rate. */
const TURNS = 65_536;

/** One entry of `traffic` at this port. */
interface Entry {
  /** The kinds of berth that may serve its ships, by number, the one that it names first. */
  readonly berths: readonly number[];
  readonly priority: number;
  /** By phase: ships a second, and time at berth. */
  readonly rates: readonly number[];
  readonly stays: readonly Sampler[];
  /** Stream: separate ones for arrivals and stays. */
  readonly arrivals: Stream;
  readonly luck: Stream;
}

export class OtherShips {
  readonly entries: readonly Entry[];
  /** By entry: the next arrival before rounding, and the number of changes of its rate. */
  declare private readonly next: Float64Array;
  declare private readonly turns: Int32Array;

  constructor(
    private readonly world: World,
    private readonly place: number,
    /** Kinds of berth, in order of ids, and the kinds that each serves besides its own. */
    kinds: readonly { readonly id: string; readonly serves: readonly string[] }[],
    private readonly comesKind: EventKind,
  ) {
    const { data, phases, placeIds, sim } = world;
    const id = placeIds[place];
    const used = new Map<string, number>();
    this.entries = othersAt(data, id).map((entry) => {
      const berth = data.traffic?.[entry].berth ?? 'container';
      const own = kinds.findIndex((kind) => kind.id === berth);
      const serving = [...kinds.keys()].filter((kind) => kinds[kind].serves.includes(berth));
      // Stream: keyed by berth, not by name, so that renaming does not change the draws.
      const before = used.get(berth) ?? 0;
      used.set(berth, before + 1);
      const purpose = `traffic/${id}/${berth}/${before}`;
      const specOf = (at: CorridorData) => at.traffic?.[entry] ?? {};
      return {
        berths: [own, ...serving],
        priority: data.traffic?.[entry].priority ?? 1,
        rates: phases.map((phase) => (specOf(phase.data).ships ?? 0) / YEAR),
        stays: phases.map((phase) => sampler(lawOf(specOf(phase.data).stays as Parameters<typeof lawOf>[0]))),
        arrivals: world.stream(`${purpose}/arrivals`),
        luck: world.stream(`${purpose}/stays`),
      };
    });
    sim.state.float64(this, 'next', this.entries.length);
    sim.state.int32(this, 'turns', this.entries.length);
    for (let i = 0; i < this.entries.length; i++) this.schedule(i, sim.now);
  }

  /** A dated change. Arrivals are memoryless, so the next one is drawn again. */
  becomes(): void {
    for (let i = 0; i < this.entries.length; i++) {
      this.turns[i]++;
      this.schedule(i, this.world.sim.now);
    }
  }

  /** The entry of the arriving ship; −1: scheduled before a change of rate, so cancelled. */
  comes(arg: number): number {
    const i = Math.floor(arg / TURNS);
    if (arg % TURNS !== this.turns[i] % TURNS) return -1;
    this.schedule(i, this.next[i]);
    return i;
  }

  /** Time at berth of a ship that takes one now [s]. */
  stay(entry: number): number {
    const { stays, luck } = this.entries[entry];
    return Math.round(stays[this.world.phase].draw(luck));
  }

  private schedule(i: number, after: number): void {
    const { sim, phase, clock } = this.world;
    const { rates, arrivals } = this.entries[i];
    if (rates[phase] === 0) return;
    this.next[i] = after + minusLog(1 - arrivals.unit()) / rates[phase];
    if (this.next[i] > clock.last) return;
    const arg = i * TURNS + (this.turns[i] % TURNS);
    sim.at(Math.max(sim.now, Math.floor(this.next[i])), this.comesKind, this.place, arg);
  }
}
