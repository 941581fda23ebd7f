// A rail terminal or dry port: tracks on which trains are worked, a crane pool, a yard with a limit.
import type { Duration, Teu } from '../../../units';
import type { Cranes } from '../../corridor/data/cranesSpec';
import type { Located } from '../../corridor/data/located';
import type { Takes } from '../../corridor/data/takes';

export interface TerminalSpec extends Located {
  readonly kind: 'terminal';
  readonly tracks: number;
  /** Bringing a train in, and taking it out. */
  readonly shunting: Duration;
  readonly cranes: { readonly rail: Cranes };
  readonly yard: {
    readonly capacity: Teu;
    /** How long a box whose way ends here stands until a truck fetches it. Without it trucks fetch boxes from the crane. */
    readonly collected?: Takes;
    /** How long before its departure a box that begins here is brought: it stands so long before it waits for a train. */
    readonly brought?: Takes;
    /** Days for which a box stands free of charge: of all that leave the yard the share is told that stood longer. */
    readonly freeDays?: Duration;
  };
}
