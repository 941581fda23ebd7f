// Customs channels: each box of a train goes one way by its share, and is held as long as that channel takes.
import { type KeyedDraws, type Sampler, sampler } from '../../../stochastic';
import type { Box } from '../../kind';
import { lawOf } from '../../law';
import type { Cell } from '../../ledger';
import type { World } from '../../world';
import type { RailBorderSpec } from './spec';

interface ChannelStep {
  /** Shares added up to and including this channel, in order of ids. */
  readonly upTo: number;
  readonly takes: Sampler;
  readonly cell: Cell;
}

export class Customs {
  private readonly channels: readonly ChannelStep[];
  /** Stream: keyed by box, so that it goes through the same channel for as long whenever and in whatever train it comes. */
  private readonly choice: KeyedDraws;
  private readonly stay: KeyedDraws;

  constructor(
    private readonly world: World,
    border: string,
    spec: NonNullable<RailBorderSpec['channels']>,
  ) {
    let upTo = 0;
    this.channels = Object.keys(spec)
      .sort()
      .map((channel) => {
        const { share, takes } = spec[channel];
        upTo += share;
        return {
          upTo,
          takes: sampler(lawOf(takes)),
          cell: world.ledger.cell(`customs ${channel}`, border),
        };
      });
    this.choice = world.keyed(`${border}/customs channel`);
    this.stay = world.keyed(`${border}/customs time`);
  }

  /** A box is declared, at the end of the controls of its train. Empty boxes go free. */
  declare(box: Box): void {
    const { boxes, sim, flowKey } = this.world;
    boxes.clear[box] = sim.now;
    if (this.channels.length === 0 || boxes.empty[box] === 1) return;
    const flow = flowKey[boxes.flow[box]];
    const number = boxes.number[box];
    const drawn = this.choice.unit(flow, number, 0);
    let i = 0;
    while (i < this.channels.length - 1 && drawn >= this.channels[i].upTo) i++;
    boxes.clear[box] = sim.now + Math.round(this.channels[i].takes.drawFor(this.stay, flow, number, 0));
    boxes.channel[box] = i;
  }

  isReleased(box: Box): boolean {
    return this.world.boxes.clear[box] <= this.world.sim.now;
  }

  /** What the time of a box is booked to while customs holds it. */
  cellOf(box: Box): Cell {
    return this.channels[this.world.boxes.channel[box]].cell;
  }
}
