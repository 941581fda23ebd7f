// TEU in the corridor and at each place over time, with arrivals and departures.
import { type Simulation, TimeWeighted } from '../../kernel';
import type { Measured } from '../corridor/measures/measured';

export class Accounts {
  /** TEU in the corridor; `insideAt`: by place. */
  readonly inside: TimeWeighted;
  readonly insideAt: readonly TimeWeighted[];
  /** By place: TEU arrived and departed since the start of measuring; the stock at that time counts as arrived. */
  declare readonly came: Float64Array;
  declare readonly went: Float64Array;
  private delivered = 0;

  constructor(
    sim: Simulation,
    private readonly placeIds: readonly string[],
  ) {
    this.inside = new TimeWeighted(sim);
    this.insideAt = placeIds.map(() => new TimeWeighted(sim));
    sim.state.float64(this, 'came', placeIds.length);
    sim.state.float64(this, 'went', placeIds.length);
    sim.state.numbers(this, 'delivered');
  }

  enters(place: number, teu: number): void {
    this.inside.add(teu);
    this.comes(place, teu);
  }

  /** @param counts whether delivered within the window */
  leaves(place: number, teu: number, counts: boolean): void {
    this.inside.add(-teu);
    this.goes(place, teu);
    if (counts) this.delivered += teu;
  }

  comes(place: number, teu: number): void {
    this.insideAt[place].add(teu);
    this.came[place] += teu;
  }

  goes(place: number, teu: number): void {
    this.insideAt[place].add(-teu);
    this.went[place] += teu;
  }

  startMeasuring(): void {
    this.inside.restart();
    this.delivered = 0;
    for (const [i, inside] of this.insideAt.entries()) {
      inside.restart();
      this.came[i] = inside.value;
      this.went[i] = 0;
    }
  }

  measures(): Measured[] {
    const of = {};
    return [
      // The corridor counts a box once, at delivery.
      { measure: 'throughput', statistic: 'total', of, unit: 'TEU', value: this.delivered },
      { measure: 'TEU inside', statistic: 'mean', of, unit: 'TEU', value: this.inside.mean() },
      { measure: 'TEU inside', statistic: 'max', of, unit: 'TEU', value: this.inside.max() },
      ...this.placeIds.map((place, i): Measured => {
        const value = this.insideAt[i].mean();
        return { measure: 'TEU inside', statistic: 'mean', of: { place }, unit: 'TEU', value };
      }),
    ];
  }
}
