// How long a ship lies at a berth, how much of the year the berths are busy, and what they carry.
import { checkCount, checkNotNegative, checkPositive, checkShare } from './check';

/** A call at a berth and the cranes that work it. */
export interface BerthCall {
  /** Boxes lifted a call, on and off. */
  readonly movesPerCall: number;
  /** Cranes on the ship. */
  readonly cranes: number;
  /** Moves an hour of one crane while it works. */
  readonly movesPerHour: number;
  /** Share of a crane's pace that is reached with its pauses, above 0, at most 1. */
  readonly efficiency: number;
  /** Hours at the berth in which no box moves: mooring, papers, leaving. */
  readonly hoursTiedUp: number;
}

/** Hours of one call. */
export interface BerthTime {
  /** While boxes move. */
  readonly handling: number;
  /** That, and the hours tied up. */
  readonly atBerth: number;
}

/** Hours of one call: `handling` while boxes move, `atBerth` with the hours tied up. */
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
 * Share of the year that a berth is busy. Above 1 the berths cannot take all calls.
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
 * TEU a year over the berths when each is busy `utilisation` of the time. How busy berths may be follows from the wait
 * that ships accept: `waitErlang`.
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
