// Defines a corridor, and a corridor with a change: readonly data, validated as a whole, all problems reported together.
import { nearest, type Problem, ProblemError, writeGot, writePath } from '../../problem';
import { checkFrom } from '../checks/annotations';
import { type Complaint, complaint, listed } from '../checks/complaint';
import type { ChangeSpec, CorridorData, Settings } from '../corridor/corridor';
import type { Later } from '../corridor/phases';
import { contentHash } from '../corridor/tree/contentHash';
import { getPath } from '../corridor/tree/path';
import { decode, encode } from '../schema/schema';
import { applyChanges } from './applyChanges';
import type { Change } from './change';
import { checkLaid, type DatedSettings, layDays } from './laterDays';
import { settingsOf } from './setting';
import { inData, problemOf, validated } from './validate';

export type { Change, NestedSettings, PathSettings } from './change';

/** Makes a corridor from its data. Throws a ProblemError with all problems. */
export function corridor<const Place extends string, const Line extends string, const Fleet extends string>(
  data: CorridorData<Place, Line, Fleet>,
): Corridor<Place> {
  const { data: decoded, problems } = validated(data);
  if (decoded === undefined) throw new ProblemError(problems);
  return new Corridor<Place>(decoded as CorridorData<Place>, [], []);
}

/**
 * A corridor validated by the build and the tests, created on first use, so that loading the library does not build
 * the shipped corridors.
 */
export function shipped<const Place extends string, const Line extends string, const Fleet extends string>(
  data: CorridorData<Place, Line, Fleet>,
): Corridor<Place> {
  return new Corridor<Place>(() => decode(data, 'typed').data as CorridorData<Place>, [], []);
}

/** A corridor that can be run. Immutable; `with` returns a new one. */
export class Corridor<Place extends string = string> {
  private kept: { dated: readonly Later[]; hash: string } | undefined;
  private made: CorridorData<Place> | undefined;

  /** Use `corridor({ … })`, which validates. */
  constructor(
    private readonly make: CorridorData<Place> | (() => CorridorData<Place>),
    /** The names of the applied changes, in order. */
    readonly changes: readonly string[],
    private readonly datedSettings: readonly DatedSettings[],
  ) {}

  /** All data, in base units, at clock zero. */
  get data(): CorridorData<Place> {
    this.made ??= typeof this.make === 'function' ? this.make() : this.make;
    return this.made;
  }

  /**
   * The same corridor with a change, or with one of its own changes by id. With `from`, the change applies from that day.
   * Throws a ProblemError with all problems of the change, or of the corridor after it.
   */
  with(change: Change<Place> | string): Corridor<Place> {
    return typeof change === 'string' ? this.withAll([this.own(change)]) : this.apply(change as ChangeSpec);
  }

  /** As `with`, for untyped settings from a file or the command line. */
  apply(change: ChangeSpec & { readonly id?: string }): Corridor<Place> {
    return this.withAll([change]);
  }

  /** The same corridor with the changes of one of its variants. Throws a ProblemError if the variant does not exist. */
  variant(named: string): Corridor<Place> {
    const id = named.normalize('NFC');
    const variants = this.data.variants ?? {};
    if (!Object.hasOwn(variants, id)) throw new ProblemError([noEntry('variant', id, Object.keys(variants))]);
    return this.withAll(variants[id].map((name) => this.own(name)));
  }

  /** The whole data from each day with a dated change, in order of days. */
  get dated(): readonly Later[] {
    return this.known.dated;
  }

  /** 16 hex digits over all data that can affect a run; titles, sources and the order of entries do not. */
  get hash(): string {
    return this.known.hash;
  }

  private get known() {
    if (this.kept === undefined) {
      const { dated, problems } = later(this.data, this.datedSettings, false);
      if (problems.length > 0) throw new ProblemError(problems);
      this.kept = { dated, hash: contentHash(this.data, dated) };
    }
    return this.kept;
  }

  private own(named: string): ChangeSpec & { id: string } {
    const id = named.normalize('NFC');
    const changes = this.data.changes ?? {};
    if (!Object.hasOwn(changes, id)) throw new ProblemError([noEntry('change', id, Object.keys(changes))]);
    return { ...changes[id], id };
  }

  private withAll(changes: readonly (ChangeSpec & { readonly id?: string })[]): Corridor<Place> {
    let data: CorridorData = this.data;
    const found: Complaint[] = [];
    const names: string[] = [];
    const datedSettings = [...this.datedSettings];
    for (const { id, set, from } of changes) {
      const step = applyChanges(data, set, from !== undefined);
      names.push(id ?? nameOf(set, step.data));
      found.push(...checkFrom(data, ['from'], from));
      // A dated change depends on the ones before it: applied day by day, below.
      if (from !== undefined) datedSettings.push({ from, set });
      else found.push(...step.complaints.map(inData));
      if (from === undefined) data = step.data;
    }
    if (found.length > 0) throw new ProblemError(found.map(problemOf));
    const { problems } = later(data, datedSettings, true);
    if (problems.length > 0) throw new ProblemError(problems);
    return new Corridor<Place>(data as CorridorData<Place>, [...this.changes, ...names], datedSettings);
  }
}

/**
 * The corridor on its later days, and its problems there and, if requested, at clock zero. Problems that exist from the
 * start are reported once.
 */
function later(
  data: CorridorData,
  settings: readonly DatedSettings[],
  judgesStart: boolean,
): { dated: readonly Later[]; problems: Problem[] } {
  const days = layDays(data, settings);
  const found = days.length > 0 || judgesStart ? checkLaid(data, days) : { atStart: [], later: [] };
  const dated = days.map(({ from, data }) => ({ from, data }));
  if (judgesStart && found.atStart.length > 0) return { dated, problems: found.atStart.map(problemOf) };
  const problems = days.flatMap(({ from, complaints }, i) =>
    [...complaints.map(inData), ...found.later[i]].map((one) => {
      const problem = problemOf(one);
      return { ...problem, say: `From ${from} on: ${problem.say}` };
    }),
  );
  return { dated, problems };
}

/** A change without a name is named by its settings: `places.Aktau.tracks=3`. */
function nameOf(set: Settings, after: CorridorData): string {
  const file = encode(after);
  return settingsOf(set)
    .settings.map(({ path, value }) => {
      const text = value === null ? null : (getPath(file, path) ?? value);
      return `${writePath(path)}=${typeof text === 'string' ? text : writeGot(text)}`;
    })
    .join(',');
}

function noEntry(what: string, id: string, known: readonly string[]): Problem {
  const near = nearest(id, known);
  const ask = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `there is ${listed(known)}.`;
  return problemOf(complaint([`${what}s`, id], id, listed(known), `There is no ${what} "${id}"; ${ask}`));
}
