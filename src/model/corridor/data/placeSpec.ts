// The data of a place of any kind. A new kind adds one line.
import type { HinterlandSpec } from '../../places/hinterland/spec';
import type { JunctionSpec } from '../../places/junction/spec';
import type { RailBorderSpec } from '../../places/railBorder/spec';
import type { RoadBorderSpec } from '../../places/roadBorder/spec';
import type { SeaportSpec } from '../../places/seaport/spec';
import type { TerminalSpec } from '../../places/terminal/spec';

/** The data of a place; `kind` determines its other fields. */
export type PlaceSpec = TerminalSpec | RailBorderSpec | SeaportSpec | JunctionSpec | HinterlandSpec | RoadBorderSpec;
