// Where a service ends, its units must find what works them: a berth or a track, cranes, and room for what they bring.

import { kindsFor, loadByWater } from '../corridor/capacity/draft';
import type { CorridorData } from '../corridor/corridor';
import type { PlaceSpec } from '../corridor/data/placeSpec';
import { manned } from '../corridor/figures/shipClasses';
import { linesOf } from '../corridor/routes/route';
import { type Complaint, closure, complaint, unknownName } from './complaint';
import { judged, whereValid } from './judged';

/** What is missing at one end of a service. */
export function checkEnd(
  data: CorridorData,
  service: string,
  place: string,
  spec: PlaceSpec,
  mode: 'rail' | 'sea',
): Complaint[] {
  if (mode === 'sea') {
    if (spec.kind === 'seaport') {
      return judged(
        () => checkBerth(data, service, place, spec),
        () => checkYard(data, service, place, spec),
      );
    }
    const say = `Ships of "${service}" end at ${place}, a ${spec.kind}; end the service at a seaport.`;
    return [complaint(['services', service, 'on'], place, 'lines between seaports', say)];
  }
  if (spec.kind === 'hinterland') return [];
  if (spec.kind === 'terminal' || spec.kind === 'seaport') {
    return judged(
      () => checkTracks(service, place, spec),
      () => checkYard(data, service, place, spec),
    );
  }
  if (spec.kind === 'rail border' && spec.gaugeChange !== undefined) {
    return checkGaugeChange(data, service, place, spec.gaugeChange);
  }
  const what = spec.kind === 'rail border' ? 'a border without gauge change' : `a ${spec.kind}`;
  const say = `Trains of "${service}" end at ${place}, ${what}, where nothing is loaded; lead the service on to the next place.`;
  return [complaint(['services', service, 'on'], place, 'a chain from a place that loads trains to another', say)];
}

type Port = Extract<PlaceSpec, { kind: 'seaport' }>;
type Terminal = Extract<PlaceSpec, { kind: 'terminal' }>;
type GaugeChange = NonNullable<Extract<PlaceSpec, { kind: 'rail border' }>['gaugeChange']>;

/** Complains of a count below one. */
function atLeastOne(path: Complaint['path'], read: () => number, what: string, service: string): Complaint[] {
  return judged(() => {
    const count = read();
    if (count >= 1) return [];
    const say = `The service "${service}" ends here and needs ${what}; give at least one.`;
    return [closure(path, count, '1 or more', say)];
  });
}

/** A kind of berth that the service names, or that says it serves it, with a berth and cranes. */
function checkBerth(data: CorridorData, service: string, place: string, port: Port): Complaint[] {
  const berth = data.services[service].berth ?? 'container';
  const kinds = kindsFor(data, place, service);
  if (kinds.length === 0) {
    const named = data.services[service].berth !== undefined;
    const path = named ? ['services', service, 'berth'] : ['places', place, 'berths'];
    return [unknownName(path, berth, `berth at ${place} of kind`, Object.keys(port.berths))];
  }
  const at = (kind: string, key: string) => ['places', place, 'berths', kind, key];
  return [
    // Of several kinds some may have none today.
    ...(kinds.some((kind) => whereValid(() => port.berths[kind].count >= 1, true))
      ? []
      : atLeastOne(at(kinds[0], 'count'), () => port.berths[kinds[0]].count, 'a berth', service)),
    ...kinds.flatMap((kind) =>
      atLeastOne(at(kind, 'cranes'), () => port.berths[kind].cranes, 'a quay crane at its berth', service),
    ),
    ...atLeastOne(['places', place, 'cranes', 'quay', 'count'], () => port.cranes.quay.count, 'a quay crane', service),
    ...atLeastOne(
      ['places', place, 'cranes', 'quay', 'each'],
      () => port.cranes.quay.each ?? 1,
      'a quay crane for each ship',
      service,
    ),
  ];
}

function checkTracks(service: string, place: string, spec: Terminal | Port): Complaint[] {
  return [
    ...atLeastOne(['places', place, 'tracks'], () => spec.tracks, 'a track', service),
    ...atLeastOne(
      ['places', place, 'cranes', 'rail', 'count'],
      () => spec.cranes.rail.count,
      'a crane over the tracks',
      service,
    ),
    ...atLeastOne(
      ['places', place, 'cranes', 'rail', 'each'],
      () => spec.cranes.rail.each ?? 1,
      'a crane for each train',
      service,
    ),
  ];
}

function checkYard(data: CorridorData, service: string, place: string, spec: Terminal | Port): Complaint[] {
  const fleet = data.fleets[data.services[service].fleet];
  if (fleet === undefined) return [];
  const unitCapacity = Math.max(
    ...manned(fleet).map(({ carries, load, id }) => carries * load * loadByWater(data, service, id)),
  );
  if (spec.yard.capacity >= unitCapacity) return [];
  const say = `A unit of "${service}" brings up to ${unitCapacity} TEU to ${place}; a smaller yard never takes a full one.`;
  const got = `${spec.yard.capacity} TEU`;
  return [complaint(['places', place, 'yard', 'capacity'], got, `at least ${unitCapacity} TEU`, say)];
}

function checkGaugeChange(data: CorridorData, service: string, place: string, change: GaugeChange): Complaint[] {
  const path = ['places', place, 'gaugeChange'];
  return [
    ...atLeastOne([...path, 'cranes'], () => change.cranes, 'a crane', service),
    ...atLeastOne([...path, 'each'], () => change.each ?? 1, 'a crane for each train', service),
    ...judged(() => checkBuffer(service, place, change)),
    ...judged(() => checkGauge(data, service, place, change)),
  ];
}

/** Without any buffer trains of both gauges wait for each other: somebody must set the first box down. */
function checkBuffer(service: string, place: string, { buffer }: GaugeChange): Complaint[] {
  if (buffer > 0) return [];
  const say = `Boxes of "${service}" that find no train opposite at ${place} go to the buffer; give it room for one or more.`;
  return [complaint(['places', place, 'gaugeChange', 'buffer'], `${buffer} TEU`, 'more than 0 TEU', say)];
}

function checkGauge(data: CorridorData, service: string, place: string, change: GaugeChange): Complaint[] {
  const line = linesOf(data.services[service].on).find((id) => data.lines[id].between.includes(place)) as string;
  const { gauge } = data.lines[line];
  const path = ['places', place, 'gaugeChange', 'tracks', gauge ?? ''];
  if (gauge !== undefined) return atLeastOne(path, () => change.tracks[gauge], 'a track', service);
  const say = `The line "${line}" ends at the gauge change of ${place}; say which gauge it has.`;
  return [complaint(['lines', line, 'gauge'], 'nothing', '1435 or 1520', say)];
}
