// Shares of a flow's boxes by customs channel.
import type { Channel } from '../../places/railBorder/spec';

/** The share of a flow's boxes in a channel: as given for the flow, else for its commodity, else for all. */
export function channelShare(
  { share, shareOf: named = {} }: Channel,
  flow: string,
  commodity: string | undefined,
): number {
  if (Object.hasOwn(named, flow)) return named[flow];
  return commodity !== undefined && Object.hasOwn(named, commodity) ? named[commodity] : share;
}
