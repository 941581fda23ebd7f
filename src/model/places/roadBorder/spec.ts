// A road border: an electronic queue, lanes, customs channels with bays, transloading, and the neighbour's daily quota.
import type { Duration, Share, Trucks } from '../../../units';
import type { Located } from '../../corridor/data/located';
import type { Takes } from '../../corridor/data/takes';

/** The electronic queue of one direction: slots that a truck books before it sets out. */
export interface EQueue {
  /** Slots a day, by the border's clocks. */
  readonly slots: Trucks;
  /** How far ahead slots can be booked: a truck that finds none waits until a day opens. */
  readonly horizon: Duration;
  /** Share of slots whose truck does not come; it books anew, and the slot is lost. Default 0. */
  readonly noShows?: Share;
}

/** Customs: the share of trucks that a channel takes, its bays, and how long it holds one. */
export interface TruckChannel {
  readonly share: Share;
  readonly takes: Takes;
  readonly bays: number;
}

/** Where foreign trucks may not go on: the load goes from truck to truck. */
export interface Transloading {
  readonly share: Share;
  readonly bays: number;
  readonly takes: Takes;
}

/** What holds for trucks of one direction, named by the neighbour to which they go. */
export interface Direction {
  readonly lanes: number;
  /** Documents and scan in a lane. */
  readonly takes: Takes;
  readonly eQueue?: EQueue;
  readonly channels?: { readonly [id: string]: TruckChannel };
  readonly transloading?: Transloading;
  /** Trucks a day that the neighbour accepts, by the border's clocks. */
  readonly quota?: Trucks;
}

export interface RoadBorderSpec extends Located {
  readonly kind: 'road border';
  /** Of its clocks; the scenario's unless said. */
  readonly timeZone?: string;
  /** When it is open: nobody is let in while it is closed, and work stops at the whistle. */
  readonly calendar?: string;
  /** By the neighbour to which the trucks go. */
  readonly toward: { readonly [neighbour: string]: Direction };
}
