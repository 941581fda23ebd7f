// A seaport: berths by kind, quay cranes, a yard with a limit, tracks with cranes behind it, storms that close it.
import type { Duration, Length, Teu } from '../../../units';
import type { Takes } from '../../corridor';
import type { Fields } from '../../fields';
import { type Cranes, cranesSchema, type Located, locatedFields } from '../terminal/spec';

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

export const seaportSchema = (f: Fields) =>
  f.object({
    kind: f.literal('seaport'),
    ...locatedFields(f),
    berths: f.map(
      f.object({
        count: f.count('Berths of this kind'),
        cranes: f.count('Quay cranes that may work on one ship here'),
        tieUp: f.takes('Mooring, papers and casting off, a call', '3 h'),
        berthing: f
          .duration('From the anchorage alongside, and out again: each; no time unless said', '30 min')
          .optional(),
        depth: f.length('Depth of water at these berths', '7.7 m').optional(),
        serves: f.oneOrMore(f.id(''), 'Services that these berths serve beside those that name them').optional(),
      }),
    ),
    cranes: f.object({ quay: cranesSchema(f, 'Quay cranes'), rail: cranesSchema(f, 'Cranes over the tracks') }),
    yard: f.object({
      capacity: f.teu('Yard: TEU slots'),
      laden: f.teu('Yard: slots for laden boxes from here or to here, at most', '2000 TEU').optional(),
      empty: f.teu('Yard: slots for empty boxes, at most', '2000 TEU').optional(),
      transit: f.teu('Yard: slots for laden boxes that only pass, at most', '2000 TEU').optional(),
      collected: f.takes('How long a box that ends here stands until a truck fetches it', '2 d').optional(),
    }),
    tracks: f.count('Tracks on which trains are loaded and unloaded'),
    shunting: f.duration('Bringing a train in, and taking it out'),
    weather: f.id('The storm calendar that closes this port').optional(),
  });
