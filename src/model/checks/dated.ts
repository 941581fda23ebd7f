// What a change may do while a run goes on: other figures for what is there; what is there at all is known from the start.
import { writePath } from '../../problem';
import type { CorridorData } from '../corridor/corridor';
import { getPath, isMap, type Path } from '../corridor/tree/path';
import { type Complaint, complaint } from './complaint';

/** Paths below which a figure may be another from a day on; `*` stands for one key. */
const figures = [
  'places.*.away',
  'places.*.locomotiveChange',
  'places.*.tracks',
  'places.*.shunting',
  'places.*.cranes',
  'places.*.yard',
  'places.*.berths.*.count',
  'places.*.berths.*.cranes',
  'places.*.berths.*.tieUp',
  'places.*.berths.*.berthing',
  'places.*.berths.*.depth',
  'places.*.controls',
  'places.*.channels',
  'places.*.gaugeChange',
  'places.*.calendar',
  'places.*.handedOver',
  'places.*.crossing',
  'places.*.ban',
  'places.*.toward.*',
  'lines.*.length',
  'lines.*.speed',
  'lines.*.running',
  'lines.*.stops',
  'lines.*.variation',
  'lines.*.paths',
  'lines.*.single',
  'lines.*.passenger',
  'lines.*.calendar',
  'lines.*.longest',
  'lines.*.heaviest',
  'services.*.leaves',
  'services.*.sails',
  'fleets.*.count',
  'fleets.*.carries',
  'fleets.*.load',
  'fleets.*.speed',
  'fleets.*.shortestRound',
  'fleets.*.platform',
  'fleets.*.draft',
  'fleets.*.clearance',
  'fleets.*.ships.*.count',
  'fleets.*.ships.*.carries',
  'fleets.*.ships.*.load',
  'fleets.*.ships.*.speed',
  'fleets.*.ships.*.draft',
  'locomotives.*.count',
  'locomotives.*.turnRound',
  'traffic.*.trains',
  'traffic.*.speed',
  'traffic.*.ships',
  'traffic.*.stays',
  'flows.*.demand',
  'flows.*.trucks',
  'flows.*.routes.*.share',
].map((path) => path.split('.'));

const isFigure = (path: Path): boolean =>
  figures.some((allowed) => allowed.length <= path.length && allowed.every((key, i) => key === '*' || key === path[i]));

/** Every path, as deep as maps go, at which two corridors differ. */
function differences(before: unknown, after: unknown, path: Path = []): Path[] {
  if (!isMap(before) || !isMap(after)) return JSON.stringify(before) === JSON.stringify(after) ? [] : [path];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.flatMap((key) => differences(getPath(before, [key]), getPath(after, [key]), [...path, key]));
}

/** Besides the parts of a corridor, what holds things that may be closed from the start and open later. */
const holders = new Set(['berths', 'cranes', 'ships', 'routes', 'toward']);

/** What of a corridor after dated changes cannot come about while a run goes on. */
export function checkDated(start: CorridorData, later: CorridorData): Complaint[] {
  return ['places', 'lines', 'services', 'fleets', 'flows', 'locomotives', 'traffic', 'weather'].flatMap((part) =>
    differences(getPath(start, [part]) ?? {}, getPath(later, [part]) ?? {}, [part])
      .filter((path) => path.at(-1) !== 'title' && !isFigure(path))
      .map((path) => {
        const what = writePath(path);
        const [was, is] = [getPath(start, path), getPath(later, path)];
        const isThing = path.length === 2 || holders.has(String(path.at(-2)));
        const say = !isThing
          ? `${what} cannot ${was === undefined ? 'come' : is === undefined ? 'be taken away' : 'change'} during a run; leave from out, so that it holds from the start.`
          : was === undefined && path[0] === 'fleets'
            ? `${what} cannot come during a run; let it be there from the start, and say on which day it joins.`
            : was === undefined
              ? `${what} cannot come during a run; let it be there from the start, closed by a calendar or with a share of 0, and let the change open it.`
              : is === undefined
                ? `${what} cannot be taken away during a run; let the change close it by a calendar, or set its count or share to 0.`
                : `${what} cannot change during a run; leave from out, so that it holds from the start.`;
        return complaint(path, is ?? null, 'figures of what is there from the start', say);
      }),
  );
}
