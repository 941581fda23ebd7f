// A rail border: controls of whole trains, customs channels of single boxes, and the gauge change where there is one.
import type { Duration, Moves, Share, Teu } from '../../../units';
import type { Takes } from '../../corridor';
import type { Fields } from '../../fields';
import { type Located, locatedFields } from '../terminal/spec';

/** Something that is done to a whole train; for trains from one neighbour only, where `trainsFrom` names it. */
export interface Control {
  readonly takes: Takes;
  readonly trainsFrom?: string;
}

/** A customs channel: the share of boxes that it takes and how long it holds one, counted from the end of the controls. */
export interface Channel {
  readonly share: Share;
  readonly takes: Takes;
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
  /** One after another, in the order of their ids. */
  readonly controls: { readonly [id: string]: Control };
  /** Only where the gauge changes: a box that is not released leaves its train. Shares add up to 100 %. */
  readonly channels?: { readonly [id: string]: Channel };
  readonly gaugeChange?: GaugeChange;
}

export const railBorderSchema = (f: Fields) =>
  f.object({
    kind: f.literal('rail border'),
    ...locatedFields(f),
    controls: f.map(
      f.object({
        takes: f.takes('How long the control holds a train'),
        trainsFrom: f.id('Only trains that come from this neighbour').optional(),
      }),
    ),
    channels: f
      .map(
        f.object({
          share: f.share('Share of boxes that go this way'),
          takes: f.takes('How long it holds a box, from the end of the controls'),
        }),
      )
      .optional(),
    gaugeChange: f
      .object({
        tracks: f.object({ 1435: f.count('Tracks of 1435 mm'), 1520: f.count('Tracks of 1520 mm') }),
        cranes: f.count('Cranes over both gauges'),
        rate: f.moves('Moves an hour of each crane'),
        variation: f.share("Coefficient of variation of a move's time").optional(),
        each: f.count('Cranes that may work on one train').optional(),
        buffer: f.teu('Buffer between the gauges: TEU slots'),
        shunting: f.duration('Bringing a train in, and taking it out'),
      })
      .optional(),
  });
