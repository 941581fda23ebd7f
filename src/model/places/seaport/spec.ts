// A seaport: berths by kind, quay cranes, a yard with a limit, tracks with cranes behind it, storms that close it.
import type { Duration, Teu } from '../../../units';
import type { Fields } from '../../fields';
import { type Cranes, cranesSchema, type Located, locatedFields } from '../terminal/spec';

export interface Berths {
  readonly count: number;
  /** Quay cranes that may work on one ship at these berths. */
  readonly cranes: number;
  /** Mooring, papers and casting off, taken when the ship comes alongside. */
  readonly tieUp: Duration;
}

export interface SeaportSpec extends Located {
  readonly kind: 'seaport';
  readonly berths: { readonly [kind: string]: Berths };
  readonly cranes: { readonly quay: Cranes; readonly rail: Cranes };
  readonly yard: { readonly capacity: Teu };
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
        tieUp: f.duration('Mooring, papers and casting off, a call'),
      }),
    ),
    cranes: f.object({ quay: cranesSchema(f, 'Quay cranes'), rail: cranesSchema(f, 'Cranes over the tracks') }),
    yard: f.object({ capacity: f.teu('Yard: TEU slots') }),
    tracks: f.count('Tracks on which trains are loaded and unloaded'),
    shunting: f.duration('Bringing a train in, and taking it out'),
    weather: f.id('The storm calendar that closes this port').optional(),
  });
