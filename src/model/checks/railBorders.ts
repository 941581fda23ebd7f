// Rail borders: neighbours and calendars that exist, teams that are there some time, shares that add up, bans that can end.

import type { CorridorData } from '../corridor/corridor';
import type { PlaceSpec } from '../corridor/data/placeSpec';
import { channelShare } from '../corridor/figures/channelShare';
import type { Control } from '../places/railBorder/spec';
import { checkSides } from './borderSides';
import { type Complaint, closure, complaint, unknownName } from './complaint';
import { meet, opensAt } from './hours';
import { judged, judgedEach, whereValid } from './judged';

type Border = Extract<PlaceSpec, { kind: 'rail border' }>;

export function checkRailBorder(data: CorridorData, id: string, border: Border): Complaint[] {
  const path = ['places', id];
  return judged(
    () =>
      judgedEach(
        () => border.controls,
        (control, spec) => checkControl(data, id, control, spec),
      ),
    () => checkTracks(data, id, border),
    () => checkSideBySide(data, id, border),
    () => checkChannels(id, border),
    () => checkShares(data, id, border),
    () => checkCalendar(data, [...path, 'calendar'], border.calendar),
    () =>
      judgedEach(
        () => border.sides,
        (neighbour) => checkNeighbour(data, id, [...path, 'sides', neighbour], neighbour),
      ),
    () => checkSides(data, id, border, neighboursOf(data, id)),
    () =>
      judgedEach(
        () => border.handedOver,
        (neighbour, trains) => [
          ...checkNeighbour(data, id, [...path, 'handedOver', neighbour], neighbour),
          ...checkHandedOver([...path, 'handedOver', neighbour], id, neighbour, trains),
        ],
      ),
    () =>
      judgedEach(
        () => border.ban,
        (neighbour, { above, until }) => [
          ...checkNeighbour(data, id, [...path, 'ban', neighbour], neighbour),
          ...checkBan([...path, 'ban', neighbour], above, until),
        ],
      ),
  );
}

/** Tracks of a gauge want a line of that gauge: else no train ever comes to stand in them. */
function checkTracks(data: CorridorData, id: string, { gaugeChange }: Border): Complaint[] {
  if (gaugeChange === undefined) return [];
  const lines = Object.values(data.lines).filter(({ between }) => (between as readonly string[]).includes(id));
  // A line that does not say its gauge has a problem of its own where trains end.
  if (lines.some(({ mode, gauge }) => mode === 'rail' && gauge === undefined)) return [];
  return ([1435, 1520] as const).flatMap((gauge) => {
    const tracks = gaugeChange.tracks[gauge];
    if (tracks === 0 || lines.some((line) => line.gauge === gauge)) return [];
    const say = `No line of ${gauge} mm reaches ${id}, so no train ever stands in its ${tracks} tracks of that gauge; correct a line's gauge, or give 0 tracks.`;
    return [complaint(['places', id, 'gaugeChange', 'tracks', gauge], tracks, `0, or a line of ${gauge} mm`, say)];
  });
}

const betweensOf = (data: CorridorData) =>
  Object.keys(data.lines).map((line) => () => data.lines[line].between as readonly string[]);

/** The other ends of lines that reach the border. */
const neighboursOf = (data: CorridorData, id: string): string[] =>
  betweensOf(data)
    .flatMap((between) => whereValid(() => [[...between()]], []))
    .filter((between) => between.includes(id))
    .map(([a, b]) => (a === id ? b : a));

/** A neighbour is the other end of a line that reaches the border. */
function checkNeighbour(data: CorridorData, id: string, path: string[], name: string): Complaint[] {
  const neighbours = neighboursOf(data, id);
  if (neighbours.includes(name)) return [];
  // A line whose ends cannot be read may lead to any place, but to nothing that is none.
  if (Object.hasOwn(data.places, name)) for (const between of betweensOf(data)) [...between()];
  return [unknownName(path, name, `line from ${id} to`, [...new Set(neighbours)])];
}

function checkCalendar(data: CorridorData, path: string[], name: string | undefined): Complaint[] {
  const known = Object.keys(data.calendars ?? {});
  return name === undefined || known.includes(name) ? [] : [unknownName(path, name, 'calendar', known)];
}

function checkControl(data: CorridorData, id: string, control: string, spec: Control): Complaint[] {
  const path = ['places', id, 'controls', control];
  return judged(
    () => (spec.trainsFrom === undefined ? [] : checkNeighbour(data, id, [...path, 'trainsFrom'], spec.trainsFrom)),
    () => checkCalendar(data, [...path, 'calendar'], spec.calendar),
    () => {
      if (spec.calendar === undefined || opensAt(data, spec.calendar)) return [];
      const say = `"${spec.calendar}" never opens, so no train ever gets through ${control}; give it hours.`;
      return [complaint([...path, 'calendar'], spec.calendar, 'a calendar that is open some time', say)];
    },
    () => checkTeams(data, control, path, spec),
  );
}

function checkTeams(data: CorridorData, control: string, at: string[], { teams, calendar }: Control): Complaint[] {
  const path = [...at, 'teams'];
  if (teams === undefined) return [];
  const allowed = '1 or more, at least in some hours';
  if (typeof teams === 'number') {
    if (teams >= 1) return [];
    const say = `Without a team no train ever gets through ${control}; give one, or leave teams out where one is always free.`;
    return [closure(path, teams, '1 or more', say)];
  }
  const shifts = Object.keys(teams);
  const unknown = shifts.flatMap((shift) => checkCalendar(data, [...path, shift], shift));
  if (unknown.length > 0) return unknown;
  const onDuty = shifts.filter((shift) => teams[shift] >= 1 && opensAt(data, shift));
  if (onDuty.length === 0) {
    const say = `No team of ${control} is ever on duty; give a calendar that opens at least one team.`;
    const got = shifts.map((shift) => `${shift}: ${teams[shift]}`).join(', ');
    const found = complaint(path, got, allowed, say);
    return shifts.every((shift) => teams[shift] === 0) ? [{ ...found, closes: true }] : [found];
  }
  if (calendar === undefined || onDuty.some((shift) => whereValid(() => meet(data, shift, calendar), true))) return [];
  const say = `No team of ${control} is on duty while "${calendar}" is open, so no train ever gets through; let their hours overlap.`;
  return [complaint(path, onDuty.join(', '), `a calendar that is open while "${calendar}" is`, say)];
}

/** Controls of one step stand side by side at one train: there must be an hour at which all of them work. */
function checkSideBySide(data: CorridorData, id: string, { controls }: Border): Complaint[] {
  const ids = Object.keys(controls).sort();
  const pairs = ids.flatMap((a, i) => ids.slice(i + 1).map((b) => [a, b] as const));
  return judged(
    ...pairs.map(([a, b]) => () => {
      const [one, other] = [controls[a], controls[b]];
      if (one.step === undefined || one.step !== other.step || one.side !== other.side) return [];
      if (one.calendar === undefined || other.calendar === undefined) return [];
      if (!opensAt(data, one.calendar) || !opensAt(data, other.calendar)) return [];
      if (meet(data, one.calendar, other.calendar)) return [];
      const say = `${a} and ${b} are side by side in step ${one.step}, but "${one.calendar}" and "${other.calendar}" are open together in no hour of the week; let them overlap, or make two steps of it.`;
      const path = ['places', id, 'controls', b, 'calendar'];
      return [complaint(path, other.calendar, `a calendar that is open while "${one.calendar}" is`, say)];
    }),
  );
}

function checkHandedOver(path: string[], id: string, neighbour: string, trains: number): Complaint[] {
  if (trains > 0) return [];
  const say = `${id} takes over no train from ${neighbour} on any day; give more than none, or shut the border by its calendar.`;
  return [closure(path, `${trains} trains/day`, 'more than 0 trains/day', say)];
}

function checkBan(path: string[], above: number, until: number): Complaint[] {
  if (above < 1) {
    const say = 'A ban that begins above 0 trains holds whenever one waits; let above be 1 or more.';
    return [complaint([...path, 'above'], above, '1 or more', say)];
  }
  if (until >= 1 && until <= above) return [];
  const [allowed, say] =
    until >= 1
      ? [
          `1 to ${above}`,
          `The ban begins above ${above} trains and would end below ${until}, at once; make until at most ${above}.`,
        ]
      : ['1 or more', 'Fewer than 0 trains never wait, so the ban would never end; make until 1 or more.'];
  return [complaint([...path, 'until'], until, allowed, say)];
}

function checkChannels(id: string, border: Border): Complaint[] {
  if (border.channels === undefined) return [];
  const path = ['places', id, 'channels'];
  if (border.gaugeChange === undefined) {
    const say = `A box that is held at ${id} leaves its train, and without a gauge change there are no cranes; use controls.`;
    return [complaint(path, Object.keys(border.channels).join(', '), 'nothing, without gaugeChange', say)];
  }
  const sum = Object.values(border.channels).reduce((total, { share }) => total + share, 0);
  if (Math.abs(sum - 1) <= 1e-9) return [];
  const got = percentOf(sum);
  return [complaint(path, got, '100 % in all', `The channels at ${id} add up to ${got}; make them add up to 100 %.`)];
}

/** What channels say of a flow or commodity: that there is such a one, and that its shares add up. */
function checkShares(data: CorridorData, id: string, { channels = {} }: Border): Complaint[] {
  const path = ['places', id, 'channels'];
  const flows = Object.keys(data.flows);
  const goods = flows.flatMap((flow) => whereValid(() => [data.flows[flow].commodity ?? []].flat(), []));
  const known = [...new Set([...flows, ...goods])];
  const named = Object.keys(channels).flatMap((channel) =>
    Object.keys(channels[channel].shareOf ?? {}).map((name) => [channel, name] as const),
  );
  const names = [...new Set(named.map(([, name]) => name))];
  return judged(
    ...named.map(([channel, name]) => () => {
      if (known.includes(name)) return [];
      // A flow whose commodity cannot be read may carry it.
      for (const flow of flows) data.flows[flow].commodity;
      return [unknownName([...path, channel, 'shareOf', name], name, 'flow or commodity', known)];
    }),
    ...names
      .filter((name) => known.includes(name))
      .map((name) => () => {
        const isFlow = flows.includes(name);
        const of = (channel: string) =>
          isFlow
            ? channelShare(channels[channel], name, data.flows[name].commodity)
            : (channels[channel].shareOf?.[name] ?? channels[channel].share);
        const sum = Object.keys(channels).reduce((total, channel) => total + of(channel), 0);
        if (Math.abs(sum - 1) <= 1e-9) return [];
        const got = percentOf(sum);
        const at = named.find(([, one]) => one === name)?.[0] ?? '';
        const say = `Of ${isFlow ? 'the flow' : 'the commodity'} "${name}" the channels at ${id} take ${got}, with the general share where a channel says nothing of it; make it 100 %.`;
        return [complaint([...path, at, 'shareOf', name], got, '100 % over all channels', say)];
      }),
  );
}

const percentOf = (share: number): string => `${Number((share * 100).toPrecision(12))} %`;
