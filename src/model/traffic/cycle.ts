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

  /** Share of the time in which a unit that runs is not waiting for a load; null where none runs. */
  use(): number | null {
    const running = this.running.mean();
    const waiting = this.ready[0].mean() + this.ready[1].mean();
    return shareOf(running - waiting, running);
  }

  /**
   * @param fleet the fleet's name
   * @param service the service's name, of which the units that stand ready at an end are measured
   * @param ends names of the two ends
   * @param trips departures from both ends in the window
   */
  measures(fleet: string, service: string, ends: readonly [string, string], trips: number): Measured[] {
    const parts = {
      'cycle under way': this.laden.area(),
      'cycle loading': this.loading.area(),
      'cycle waiting for a load': this.ready[0].area() + this.ready[1].area(),
      'cycle repositioning': this.empty.area(),
      'cycle beyond its end': this.beyond.area(),
    };
    const all = this.running.area();
    const rest = Object.values(parts).reduce((left, seconds) => left - seconds, all);
    // A round goes out and comes back: two departures.
    const row = (measure: MeasureName, seconds: number): Measured => ({
      measure,
      statistic: 'mean',
      of: { resource: fleet },
      unit: 'd',
      value: trips > 0 ? seconds / DAY / (trips / 2) : null,
    });
    return [
      row('cycle', all),
      ...(Object.keys(parts) as (keyof typeof parts)[]).map((part) => row(part, parts[part])),
      row('cycle unloading', rest),
      ...ends.map(
        (place, end): Measured => ({
          measure: 'units ready',
          statistic: 'mean',
          of: { place, resource: service },
          unit: 'units',
          value: this.ready[end].mean(),
        }),
      ),
    ];
  }
}
