// Berth time, utilisation and annual capacity of berths.
import { checkCount, checkNotNegative, checkPositive, checkShare } from './check';

/** A ship call and the cranes assigned to it. */
export interface BerthCall {
  /** Boxes loaded and unloaded per call. */
  readonly movesPerCall: number;
  /** Cranes on the ship. */
  readonly cranes: number;
  /** Moves per hour of one working crane. */
  readonly movesPerHour: number;
  /** Crane efficiency, including pauses: above 0, at most 1. */
  readonly efficiency: number;
  /** Hours at the berth without handling: mooring, papers, unmooring. */
  readonly hoursTiedUp: number;
}

/** Times of one call. [h] */
export interface BerthTime {
  /** Handling time. */
  readonly handling: number;
  /** Handling time plus time without handling. */
  readonly atBerth: number;
}

/** Hours of one call: `handling`, and `atBerth` including the time without handling. */
export function berthTime(call: BerthCall): BerthTime {
  checkPositive('Berth', 'movesPerCall', call.movesPerCall);
  checkPositive('Berth', 'cranes', call.cranes);
  checkPositive('Berth', 'movesPerHour', call.movesPerHour);
  checkShare('Berth', 'efficiency', call.efficiency);
  checkNotNegative('Berth', 'hoursTiedUp', call.hoursTiedUp);
  const handling = call.movesPerCall / (call.cranes * call.movesPerHour * call.efficiency);
  return { handling, atBerth: handling + call.hoursTiedUp };
}

function checkBerths(berths: number, hours: number): void {
  checkCount('Berth', 'berths', berths, 1e5);
  checkPositive('Berth', 'hours', hours);
}

/**
 * Berth utilisation. Above 1 the berths cannot take all calls.
 *
 * @param call the call, with `berths`, `calls` a year and the `hours` a year in which ships are worked
 * @throws RangeError when a number is out of range
 */
export function berthUtilisation(
  call: BerthCall & { readonly berths: number; readonly calls: number; readonly hours: number },
): number {
  checkBerths(call.berths, call.hours);
  checkNotNegative('Berth', 'calls', call.calls);
  return (call.calls * berthTime(call).atBerth) / (call.berths * call.hours);
}

/**
 * Annual berth capacity in TEU at this utilisation. The acceptable utilisation follows from the acceptable wait:
 * `waitErlang`.
 *
 * @param call the call, with `berths`, `utilisation`, the `hours` a year in which ships are worked, and `teuPerMove`
 * @throws RangeError when a number is out of range
 *
 * Source: the berth formula of port-planning textbooks: berths × utilisation × hours × (cranes × moves an hour ×
 * efficiency × TEU a move) × handling time over time at berth.
 */
export function berthCapacity(
  call: BerthCall & {
    readonly berths: number;
    readonly utilisation: number;
    readonly hours: number;
    readonly teuPerMove: number;
  },
): number {
  checkBerths(call.berths, call.hours);
  checkShare('Berth', 'utilisation', call.utilisation);
  checkPositive('Berth', 'teuPerMove', call.teuPerMove);
  const { atBerth } = berthTime(call);
  const calls = (call.berths * call.utilisation * call.hours) / atBerth;
  return calls * call.movesPerCall * call.teuPerMove;
}
