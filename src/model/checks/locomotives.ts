// Locomotives: their lines are rails that some service runs on, each of one class, and there are some.
import { writePath } from '../../problem';
import type { CorridorData } from '../corridor/corridor';
import type { LocomotiveSpec } from '../corridor/data/locomotiveSpec';
import { linesHauled } from '../corridor/figures/locomotives';
import { linesOf } from '../corridor/routes/route';
import { type Complaint, closure, complaint, listed, unknownName } from './complaint';
import { judged, judgedEach, whereValid } from './judged';

export const checkLocomotives = (data: CorridorData): Complaint[] =>
  judgedEach(
    () => data.locomotives,
    (id, spec) =>
      judged(
        () => checkName(data, id),
        () => checkCount(id, spec),
        () => checkLines(data, id, spec),
      ),
  );

/** Measures know fleets, services and locomotives by their names alone. */
function checkName(data: CorridorData, id: string): Complaint[] {
  const other = (['fleets', 'services'] as const).find((part) => Object.hasOwn(data[part], id));
  if (other === undefined) return [];
  const say = `Locomotives "${id}" have the name of ${writePath([other, id])}, and results would tell both by it; give them another.`;
  return [complaint(['locomotives', id], id, 'a name of its own', say)];
}

function checkCount(id: string, { count }: LocomotiveSpec): Complaint[] {
  if (count >= 1) return [];
  const say = `Without a locomotive "${id}" no train sets out on its lines; give 1 or more, or remove the entry: trains then bring their own.`;
  return [closure(['locomotives', id, 'count'], count, '1 or more', say)];
}

function checkLines(data: CorridorData, id: string, spec: LocomotiveSpec): Complaint[] {
  const lines = linesHauled(spec);
  const at = (i: number) => (typeof spec.on === 'string' ? ['locomotives', id, 'on'] : ['locomotives', id, 'on', i]);
  if (lines.length === 0) {
    const say = `Locomotives "${id}" haul on no line; name one or more.`;
    return [complaint(['locomotives', id, 'on'], 'an empty list', 'one line or more', say)];
  }
  const found = judged(...lines.map((line, i) => () => checkLine(data, id, lines, line, i, at(i))));
  if (found.length > 0) return found;
  const run = new Set(Object.values(data.services).flatMap(({ on }) => linesOf(on)));
  if (lines.some((line) => run.has(line))) return [];
  const say = `No service runs on ${listed(lines)}, so no train ever takes a locomotive "${id}"; name a line of a service, or remove the entry.`;
  return [complaint(['locomotives', id, 'on'], lines.join(', '), listed([...run]), say)];
}

function checkLine(
  data: CorridorData,
  id: string,
  lines: readonly string[],
  line: string,
  i: number,
  path: Complaint['path'],
): Complaint[] {
  const rails = Object.keys(data.lines).filter((one) => whereValid(() => data.lines[one].mode === 'rail', true));
  if (!Object.hasOwn(data.lines, line)) return [unknownName(path, line, 'line', rails)];
  const { mode } = data.lines[line];
  if (mode !== 'rail') {
    const say = `The line "${line}" is ${mode === 'sea' ? 'a sea lane' : 'a road'}, on which nothing is hauled; name rail sections only.`;
    return [complaint(path, line, listed(rails), say)];
  }
  if (lines.indexOf(line) < i) {
    const say = `Locomotives "${id}" name the line "${line}" twice; name it once.`;
    return [complaint(path, line, 'each line once', say)];
  }
  const before = Object.keys(data.locomotives ?? {}).find(
    (other) =>
      other < id && whereValid(() => linesHauled(data.locomotives?.[other] as LocomotiveSpec).includes(line), false),
  );
  if (before === undefined) return [];
  const say = `The line "${line}" has locomotives "${before}" already, and a train there takes one; name it in one of the two.`;
  return [complaint(path, line, 'lines of no other class', say)];
}
