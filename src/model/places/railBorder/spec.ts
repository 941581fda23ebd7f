// A rail border: controls of whole trains, customs channels of single boxes, and the gauge change where there is one.
import type { Duration, Moves, Paths, Share, Teu } from '../../../units';
import type { Located } from '../../corridor/data/located';
import type { Takes } from '../../corridor/data/takes';

/** Teams that work at once: always so many, or by calendar, those of all calendars that are open added up. */
export type Teams = number | { readonly [calendar: string]: number };

/**
 * Something that is done to a whole train with boxes aboard; for trains from one neighbour only, where `trainsFrom` names it.
 * Empty trains pass free.
 */
export interface Control {
  readonly takes: Takes;
  readonly trainsFrom?: string;
  /**
   * Controls of one step are side by side, and the next step begins when all are over. Steps come in order of their numbers;
   * controls without one come last, each a step of its own, in order of ids.
   */
  readonly step?: number;
  /** Without it a team is always free. A team finishes the train that it has begun. */
  readonly teams?: Teams;
  /** When the control works: it stops at the whistle and goes on at the next opening, with the team that began. */
  readonly calendar?: string;
  /**
   * On which side of the border it is, where `sides` names them: a train has the controls of the side that it leaves, is
   * handed over, and has those of the side that it enters.
   */
  readonly side?: string;
}

/** A customs channel: the share of boxes that it takes and how long it holds one, counted from the end of the controls. */
export interface Channel {
  readonly share: Share;
  readonly takes: Takes;
  /**
   * Other shares for a flow or a commodity, by its name; a flow goes before its commodity. A channel that says nothing of
   * them keeps its general share; over all channels they add up to 100 %.
   */
  readonly shareOf?: { readonly [flowOrCommodity: string]: Share };
  /**
   * Its boxes are taken off: the load of a block train (`staysTogether`) goes on without them, and they with the next load that
   * leaves room for them. Without it the load waits for its boxes that are held.
   */
  readonly leftBehind?: boolean;
}

/**
 * The railway's own valve: above so many trains waiting (for opening, hand-over, a control or a track, with boxes aboard),
 * loading for the border stops at the origins until fewer than `until` wait.
 */
export interface AcceptanceBan {
  readonly above: number;
  readonly until: number;
}

export interface GaugeChange {
  /** Tracks under the cranes, by gauge in mm. */
  readonly tracks: { readonly 1435: number; readonly 1520: number };
  readonly cranes: number;
  readonly rate: Moves;
  readonly variation?: Share;
  /** Cranes that may work on one train. Default all. */
  readonly each?: number;
  readonly buffer: Teu;
  readonly shunting: Duration;
}

export interface RailBorderSpec extends Located {
  readonly kind: 'rail border';
  /** One after another, in the order of their ids, unless their `step` says otherwise. */
  readonly controls: { readonly [id: string]: Control };
  /** Only where the gauge changes: a box that is not released leaves its train. Shares add up to 100 %. */
  readonly channels?: { readonly [id: string]: Channel };
  readonly gaugeChange?: GaugeChange;
  /** When the border is open: while it is closed no train comes in, loaded or empty. */
  readonly calendar?: string;
  /**
   * By the neighbour from which trains come: how many with boxes aboard are taken over from one midnight to the next, by the
   * clocks of the border's calendar, or of the scenario where it has none. Of 12.5 a day 12 and 13 in turn.
   */
  readonly handedOver?: { readonly [neighbour: string]: Paths };
  /**
   * By neighbour, the name of the side on which it lies, two in all: `{ Urumqi: China, Almaty: Kazakhstan }`. The hand-over is
   * then an event of its own, between the controls of the two sides. The railway that takes over changes the gauge.
   */
  readonly sides?: { readonly [neighbour: string]: string };
  /** From being handed over to standing on the other side; at once without it. Only with `sides`. */
  readonly crossing?: Takes;
  /** By the neighbour from which trains come. */
  readonly ban?: { readonly [neighbour: string]: AcceptanceBan };
}
