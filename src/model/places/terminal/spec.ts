// A rail terminal or dry port: tracks on which trains are worked, a crane pool, a yard with a limit.
import type { Duration, Teu } from '../../../units';
import type { Cranes } from '../../corridor/data/cranesSpec';
import type { Located } from '../../corridor/data/located';

export interface TerminalSpec extends Located {
  readonly kind: 'terminal';
  readonly tracks: number;
  /** Bringing a train in, and taking it out. */
  readonly shunting: Duration;
  readonly cranes: { readonly rail: Cranes };
  readonly yard: { readonly capacity: Teu };
}
