// Block trains whose loads stay together: there is a gauge change on the way, and whoever loads there takes block trains only.
import type { CorridorData } from '../corridor/corridor';
import { isTimed } from '../corridor/figures/leavesWhen';
import { routeIds, routeOf } from '../corridor/routes/route';
import { changesOf } from '../corridor/routes/routes';
import { type Complaint, complaint } from './complaint';
import { judged, whereValid } from './judged';

export function checkTogether(data: CorridorData): Complaint[] {
  const services = whereValid(() => data.services, {});
  if (!Object.keys(services).some((id) => whereValid(() => services[id].staysTogether, false))) return [];
  return judged(() => {
    const changes = changesOf(data).filter(({ at }) => {
      const place = data.places[at];
      return place.kind === 'rail border' && place.gaugeChange !== undefined;
    });
    const isRouted = Object.entries(data.flows).every(
      ([id, flow]) =>
        flow.trucks !== undefined || routeIds(flow).every((route) => Array.isArray(routeOf(data, id, route))),
    );
    return Object.keys(data.services).flatMap((id): Complaint[] => {
      const { staysTogether } = data.services[id];
      if (!staysTogether) return [];
      const path = ['services', id, 'staysTogether'];
      const own = changes.filter(({ from }) => from === id);
      // That a flow has no way is a problem of its own; with one its boxes may come here.
      if (own.length === 0 && !isRouted) return [];
      if (own.length === 0) {
        const say = `No box that a train of "${id}" brings changes the gauge at its end, so that nothing could part its load; leave it out, or say it of the service that comes to the gauge change.`;
        return [complaint(path, 'true', 'nothing, without a gauge change on the way', say)];
      }
      const other = changes.find(
        ({ from, to, at }) => !data.services[from].staysTogether && own.some((one) => one.to === to && one.at === at),
      );
      if (other !== undefined) {
        const say = `At ${other.at} boxes of "${id}" and of "${other.from}" go on by "${other.to}", and a train there is made up by one rule; let both stay together, or neither.`;
        return [complaint(path, 'true', `the same as of "${other.from}"`, say)];
      }
      const timed = own.find(({ to, at }) => isTimed(data.services[to].leaves ?? { full: true }, at));
      if (timed === undefined) return [];
      const say = `At ${timed.at} trains of "${timed.to}" set out by the clock, and a load that stays together goes when it is over; leave one of them out.`;
      return [complaint(path, 'true', `nothing, where "${timed.to}" leaves by the clock`, say)];
    });
  });
}
