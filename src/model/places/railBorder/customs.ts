// Customs channels: each box of a train goes one way by its share, and is held as long as that channel takes.
import { type KeyedDraws, type Sampler, sampler } from '../../../stochastic';
import type { FlowSpec } from '../../corridor/corridor';
import { channelShare } from '../../corridor/figures/channelShare';
import { lawOf } from '../../corridor/figures/law';
import type { Cell } from '../../run/ledger';
import type { Box } from '../../run/place';
import type { World } from '../../run/world';
import type { RailBorderSpec } from './spec';

/** The channels of one phase. */
interface Channels {
  /** By flow and channel: shares added up to and including it, in order of ids. */
  readonly upTo: readonly (readonly number[])[];
  /** By channel; of one that there is not, nothing is ever asked. */
  readonly takes: readonly (Sampler | undefined)[];
  /** By channel: whether a block train's load goes on without its boxes. */
  readonly leftBehind: readonly boolean[];
  /** The last channel that there is: it takes what the sum of shares leaves over by rounding. −1: there is none. */
  readonly last: number;
}

export class Customs {
  /** By phase. */
  private readonly channels: readonly Channels[];
  private readonly cells: readonly Cell[];
  /** Stream: keyed by box, so that it goes through the same channel for as long whenever and in whatever train it comes. */
  private readonly choice: KeyedDraws;
  private readonly stay: KeyedDraws;

  constructor(
    private readonly world: World,
    border: string,
    specs: readonly RailBorderSpec[],
  ) {
    const ids = [...new Set(specs.flatMap(({ channels }) => Object.keys(channels ?? {})))].sort();
    this.channels = specs.map(({ channels = {} }, phase) => channelsOf(ids, channels, world.phases[phase].data.flows));
    this.cells = ids.map((id) => world.ledger.cell(`customs ${id}`, border));
    this.choice = world.keyed(`${border}/customs channel`);
    this.stay = world.keyed(`${border}/customs time`);
  }

  /** A box is declared, at the end of the controls of its train. Empty boxes go free. */
  declare(box: Box): void {
    const { boxes, sim, flowKey, phase } = this.world;
    const { upTo, takes, last } = this.channels[phase];
    boxes.clear[box] = sim.now;
    if (last < 0 || boxes.empty[box] === 1) return;
    const flow = boxes.flow[box];
    const key = flowKey[flow];
    const number = boxes.number[box];
    const drawn = this.choice.unit(key, number, 0);
    let i = 0;
    while (i < last && drawn >= upTo[flow][i]) i++;
    boxes.clear[box] = sim.now + Math.round(takes[i]?.drawFor(this.stay, key, number, 0) ?? 0);
    boxes.channel[box] = i;
  }

  /** Whether it is kept for so long that its block train's load goes on without it. */
  isLeftBehind(box: Box): boolean {
    const { boxes, phase } = this.world;
    const { last, leftBehind } = this.channels[phase];
    return last >= 0 && boxes.empty[box] === 0 && leftBehind[boxes.channel[box]];
  }

  isReleased(box: Box): boolean {
    return this.world.boxes.clear[box] <= this.world.sim.now;
  }

  /** What the time of a box is booked to while customs holds it. */
  cellOf(box: Box): Cell {
    return this.cells[this.world.boxes.channel[box]];
  }
}

function channelsOf(
  ids: readonly string[],
  specs: NonNullable<RailBorderSpec['channels']>,
  flows: { readonly [id: string]: FlowSpec },
): Channels {
  const upToOf = (flow: string) => {
    let upTo = 0;
    return ids.map((id) => {
      if (Object.hasOwn(specs, id)) upTo += channelShare(specs[id], flow, flows[flow].commodity);
      return upTo;
    });
  };
  return {
    upTo: Object.keys(flows).sort().map(upToOf),
    takes: ids.map((id) => (Object.hasOwn(specs, id) ? sampler(lawOf(specs[id].takes)) : undefined)),
    leftBehind: ids.map((id) => Object.hasOwn(specs, id) && specs[id].leftBehind === true),
    last: ids.findLastIndex((id) => Object.hasOwn(specs, id)),
  };
}
