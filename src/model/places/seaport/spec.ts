// A seaport: berths by kind, quay cranes, a yard with a limit, tracks with cranes behind it, storms that close it.
import type { Duration, Length, Teu } from '../../../units';
import type { Cranes } from '../../corridor/data/cranesSpec';
import type { Located } from '../../corridor/data/located';
import type { Takes } from '../../corridor/data/takes';

export interface Berths {
  readonly count: number;
  /** Quay cranes that may work on one ship at these berths. */
  readonly cranes: number;
  /** Mooring, papers and casting off, taken when the ship comes alongside. */
  readonly tieUp: Takes;
  /** From the anchorage alongside, and out again: each way, and the berth is held. Default 0. */
  readonly berthing?: Duration;
  /** Depth of water. Without it no ship is too deep. */
  readonly depth?: Length;
  /** Services whose ships lie here too, beside those that name this kind of berth. */
  readonly serves?: string | readonly string[];
}

/** Slots of a port's yard, and what of them each kind of box may take at most. */
export interface PortYard {
  readonly capacity: Teu;
  /** Laden boxes that come from this port's own country, or go to it: their way begins or ends here. */
  readonly laden?: Teu;
  readonly empty?: Teu;
  /** Laden boxes that come by ship or train and go on by the other. */
  readonly transit?: Teu;
  /** How long a box whose way ends here stands until a truck fetches it. Without it trucks fetch boxes from the crane. */
  readonly collected?: Takes;
  /** How long before its departure a box that begins here is brought: it stands so long before it waits for a train or ship. */
  readonly brought?: Takes;
  /** Days for which a box stands free of charge: of all that leave the yard the share is told that stood longer. */
  readonly freeDays?: Duration;
}

export interface SeaportSpec extends Located {
  readonly kind: 'seaport';
  readonly berths: { readonly [kind: string]: Berths };
  readonly cranes: { readonly quay: Cranes; readonly rail: Cranes };
  readonly yard: PortYard;
  readonly tracks: number;
  readonly shunting: Duration;
  /** The storm calendar that closes this port, one of `weather`. */
  readonly weather?: string;
}
