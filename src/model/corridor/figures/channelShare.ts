// Customs channels by flow: which share of its boxes goes through each.
import type { Channel } from '../../places/railBorder/spec';

/** The share of a flow's boxes that goes through a channel: as said of the flow, else of its commodity, else of all. */
export function channelShare(
  { share, shareOf: named = {} }: Channel,
  flow: string,
  commodity: string | undefined,
): number {
  if (Object.hasOwn(named, flow)) return named[flow];
  return commodity !== undefined && Object.hasOwn(named, commodity) ? named[commodity] : share;
}
