// Where the units of a fleet spend their time: the mean round of a set or ship in days, and its parts.
import { type Simulation, TimeWeighted } from '../../kernel';
import type { Measured } from '../corridor/measures/measured';
import type { MeasureName } from '../corridor/measures/measureNames';
import { shareOf } from '../run/share';

const DAY = 86_400;

/**
 * Counts the units in each part of their round. By Little's law the unit-seconds spent in a part, divided by the rounds
 * that began meanwhile, are the mean time that a round spends in that part.
 */
export class Cycle {
  /** From when a unit is given a load, or is sent empty, until it departs. */
  private readonly loading: TimeWeighted;
  /** Under way with boxes, and without any. */
  private readonly laden: TimeWeighted;
  private readonly empty: TimeWeighted;
  /** Beyond an end, as sets that go on to a hinterland and come back. */
  private readonly beyond: TimeWeighted;
  /** By end: ready there, and waiting for a load. */
  private readonly ready: readonly [TimeWeighted, TimeWeighted];
  /** All that run. */
  private readonly running: TimeWeighted;

  constructor(sim: Simulation, running: number) {
    this.loading = new TimeWeighted(sim);
    this.laden = new TimeWeighted(sim);
    this.empty = new TimeWeighted(sim);
    this.beyond = new TimeWeighted(sim);
    this.ready = [new TimeWeighted(sim), new TimeWeighted(sim)];
    this.running = new TimeWeighted(sim, running);
  }

  /** So many run from now on. */
  runs(total: number): void {
    this.running.set(total);
  }

  /** A unit stands ready at an end. */
  isReady(end: number): void {
    this.ready[end].add(1);
  }

  /** One that stood ready at an end does so no longer. */
  isTaken(end: number): void {
    this.ready[end].add(-1);
  }

  /** A unit is given a load, or is called away empty. */
  loads(): void {
    this.loading.add(1);
  }

  /** A unit departs, with so many boxes. */
  departs(boxes: number): void {
    this.loading.add(-1);
    this.goes(boxes);
  }

  /** A unit is under way, with so many boxes. */
  goes(boxes: number): void {
    if (boxes > 0) this.laden.add(1);
    else this.empty.add(1);
  }

  /** A unit comes to its end, with so many boxes. */
  arrives(boxes: number): void {
    if (boxes > 0) this.laden.add(-1);
    else this.empty.add(-1);
  }

  goesBeyond(): void {
    this.beyond.add(1);
  }

  comesBack(): void {
    this.beyond.add(-1);
  }

  startMeasuring(): void {
    for (const one of [this.loading, this.laden, this.empty, this.beyond, ...this.ready, this.running]) one.restart();
  }

  /** Units that run, and of them those that wait for a load, on average. */
  get units(): number {
    return this.running.mean();
  }
  get waiting(): number {
    return this.ready[0].mean() + this.ready[1].mean();
  }

  /** Unit-seconds of all that run, of those that stand ready, and of the parts of a round that are told by themselves. */
  areas() {
    return {
      running: this.running.area(),
      'cycle under way': this.laden.area(),
      'cycle loading': this.loading.area(),
      'cycle waiting for a load': this.ready[0].area() + this.ready[1].area(),
      'cycle repositioning': this.empty.area(),
      'cycle beyond its end': this.beyond.area(),
    };
  }

  /**
   * How many units stand ready, on average.
   * @param service the service's name
   * @param ends names of its two ends
   */
  readyAt(service: string, ends: readonly [string, string]): Measured[] {
    return ends.map((place, end) => ({
      measure: 'units ready',
      statistic: 'mean',
      of: { place, resource: service },
      unit: 'units',
      value: this.ready[end].mean(),
    }));
  }
}

const parts = [
  'cycle under way',
  'cycle loading',
  'cycle waiting for a load',
  'cycle repositioning',
  'cycle beyond its end',
] as const;

/**
 * How much a fleet is in use, which is the share of its time in which a unit that runs does not wait for a load, and its round.
 * @param fleet the fleet's name
 * @param cycles one of each service that it runs on
 * @param trips departures from both ends in the window, of all of them
 */
export function fleetFigures(fleet: string, cycles: readonly Cycle[], trips: number): Measured[] {
  const areas = cycles.map((cycle) => cycle.areas());
  const sum = (part: keyof (typeof areas)[number]) => areas.reduce((seconds, area) => seconds + area[part], 0);
  const all = sum('running');
  const rest = parts.reduce((left, part) => left - sum(part), all);
  // A round goes out and comes back: two departures.
  const row = (measure: MeasureName, seconds: number): Measured => ({
    measure,
    statistic: 'mean',
    of: { resource: fleet },
    unit: 'd',
    value: trips > 0 ? seconds / DAY / (trips / 2) : null,
  });
  const units = cycles.reduce((most, cycle) => most + cycle.units, 0);
  const use = shareOf(units - cycles.reduce((most, cycle) => most + cycle.waiting, 0), units);
  return [
    { measure: 'use', statistic: 'share', of: { resource: fleet }, unit: 'share', value: use },
    row('cycle', all),
    ...parts.map((part) => row(part, sum(part))),
    row('cycle unloading', rest),
  ];
}
