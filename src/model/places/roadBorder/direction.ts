// One direction of a road border: slot, lane, customs, transloading, quota, one after another.
import { type EventKind, TimeWeighted } from '../../../kernel';
import { type Sampler, sampler } from '../../../stochastic';
import type { Takes } from '../../corridor/data/takes';
import { lawOf } from '../../corridor/figures/law';
import type { Measured } from '../../corridor/measures/measured';
import { NONE } from '../../run/boxes';
import type { Box } from '../../run/place';
import type { World } from '../../run/world';
import type { BorderHours } from './borderHours';
import { EQueue, type EQueueEvents } from './eQueue';
import type { LocalDays } from './localDays';
import type { Luck } from './luck';
import { Quota } from './quota';
import type { Direction as DirectionSpec } from './spec';
import { type Host, Works, type WorksPlan } from './works';

export interface DirectionEvents extends EQueueEvents {
  readonly through: EventKind;
  readonly nextDay: EventKind;
}

/** What a direction has from its border. */
export interface Border {
  readonly id: string;
  readonly number: number;
  readonly days: LocalDays;
  readonly hours: BorderHours;
  readonly luck: Luck;
  readonly events: DirectionEvents;
  /** Lanes and bays of all borders: events name them by number. */
  readonly works: Works[];
  /** Trucks that wait at the border, in all directions. */
  readonly waiting: TimeWeighted;
  waitsForOpening(): void;
}

interface Workplaces {
  readonly lanes?: number;
  readonly bays?: number;
  readonly takes: Takes;
}

export class Direction implements Host {
  readonly eQueue: EQueue;
  readonly quota: Quota;
  private readonly lanes: Works;
  private readonly channels: readonly Works[];
  /** By phase and channel: shares added up to and including it. */
  private readonly upTo: readonly (readonly number[])[];
  private readonly transloading: Works | undefined;
  /** By phase: share of trucks. */
  private readonly transloads: readonly number[];
  private readonly waiting: TimeWeighted;
  /** Trucks that went over, and the seconds that they waited here. */
  private over = 0;
  private waited = 0;

  constructor(
    private readonly world: World,
    private readonly border: Border,
    readonly to: string,
    /** By phase; undefined: the neighbour is named later, or no longer. */
    private readonly specs: readonly (DirectionSpec | undefined)[],
    owner: number,
  ) {
    const { days, hours, events } = border;
    const { ledger, sim } = world;
    const e = specs.map((spec) => spec?.eQueue);
    this.eQueue = new EQueue(world, border, to, e, days, hours, events, owner, (box) => this.comesIn(box));
    const { luck } = border;
    this.lanes = this.works(`lanes to ${to}`, 'a lane', 'documents and scan', specs, luck.lane, true);
    const ids = [...new Set(specs.flatMap((spec) => Object.keys(spec?.channels ?? {})))].sort();
    this.channels = ids.map((id) => {
      const channel = specs.map((spec) => spec?.channels?.[id]);
      return this.works(`${id} bays to ${to}`, 'an inspection bay', `customs ${id}`, channel, luck.customs);
    });
    this.upTo = specs.map((spec) => {
      let sum = 0;
      return ids.map((id) => {
        sum += spec?.channels?.[id]?.share ?? 0;
        return sum;
      });
    });
    const transloading = specs.map((spec) => spec?.transloading);
    this.transloads = transloading.map((spec) => spec?.share ?? 0);
    if (transloading.some((spec) => spec !== undefined)) {
      const name = `transloading bays to ${to}`;
      const { transloadingTime } = luck;
      this.transloading = this.works(name, 'a transloading bay', 'transloading', transloading, transloadingTime);
    }
    const perDay = specs.map((spec) => spec?.quota);
    const full = ledger.cell('waiting for the neighbour’s quota', border.id);
    this.quota = new Quota(world, days, hours, perDay, full, events.nextDay, owner, (box) => this.accepted(box));
    this.waiting = new TimeWeighted(sim);
    sim.state.numbers(this, 'over', 'waited');
  }

  /** A truck has come to the border. */
  comes(box: Box): void {
    this.world.boxes.heldAt[box] = this.border.number;
    this.world.boxes.apart++;
    if (this.eQueue.letsIn(box)) this.comesIn(box);
  }

  /** The border has opened, or another phase has begun. */
  opens(): void {
    this.lanes.letIn();
  }

  becomes(): void {
    this.eQueue.becomes();
    for (const works of this.all()) works.becomes();
  }

  visit(box: Box): number {
    return this.border.luck.visit(box);
  }

  waits(): void {
    this.waiting.add(1);
    this.border.waiting.add(1);
  }

  waitEnds(box: Box, seconds: number): void {
    this.waiting.add(-1);
    this.border.waiting.add(-1);
    this.world.boxes.waits[box] += seconds;
  }

  stood(box: Box, seconds: number): void {
    this.world.boxes.waits[box] += seconds;
  }

  waitsForOpening(): void {
    this.border.waitsForOpening();
  }

  /** A truck is through with a lane or bay. Order: lane, customs, transloading, the neighbour's quota. */
  goesOn(box: Box, from: Works): void {
    if (from === this.lanes && this.channels.length > 0) this.goesToCustoms(box);
    else if (from !== this.transloading) this.goesToTransloading(box);
    else this.goesToQuota(box);
  }

  /** Seconds that a truck which sets out now by a route has to expect here; Infinity: it never gets over. */
  expected(route: number | undefined): number {
    const { lanes, channels, transloading, transloads, border, world, quota } = this;
    const { phase, sim, clock } = world;
    const open = border.hours.nextOpen(sim.now);
    let work = lanes.queueSeconds();
    for (const [i, channel] of channels.entries())
      work += sharing(this.upTo[phase][i] - (i > 0 ? this.upTo[phase][i - 1] : 0), channel.queueSeconds());
    if (transloading !== undefined) work += sharing(transloads[phase], transloading.queueSeconds());
    const slot = this.eQueue.expected(route) + quota.queueSeconds();
    if (!(work + slot < Number.POSITIVE_INFINITY && open < clock.last)) return Number.POSITIVE_INFINITY;
    // A slot is within the open hours; without one the truck waits for them.
    const begin = this.specs[phase]?.eQueue === undefined ? open : sim.now;
    return slot + border.hours.finish(begin, work) - sim.now;
  }

  startMeasuring(): void {
    this.eQueue.startMeasuring();
    for (const works of this.all()) works.startMeasuring();
    this.waiting.restart();
    this.over = 0;
    this.waited = 0;
  }

  measures(): Measured[] {
    const of = { place: this.border.id, resource: `to ${this.to}` };
    const wait = this.over > 0 ? this.waited / this.over / 3600 : null;
    const out: Measured[] = [
      { measure: 'throughput', statistic: 'total', of, unit: 'trucks', value: this.over },
      { measure: 'trucks waiting', statistic: 'mean', of, unit: 'trucks', value: this.waiting.mean() },
      { measure: 'trucks waiting', statistic: 'max', of, unit: 'trucks', value: this.waiting.max() },
      { measure: 'wait', statistic: 'mean', of, unit: 'h', value: wait },
    ];
    if (this.specs.some((spec) => spec?.eQueue !== undefined)) out.push(...this.eQueue.measures());
    return [...out, ...this.all().flatMap((works) => works.measures())];
  }

  /** Trucks that went over since measuring began. */
  get overAll(): number {
    return this.over;
  }

  private comesIn(box: Box): void {
    this.world.boxes.waits[box] = 0;
    this.lanes.comes(box);
  }

  private goesToCustoms(box: Box): void {
    const upTo = this.upTo[this.world.phase];
    // A phase without channels has none to go through.
    if (!(upTo[upTo.length - 1] > 0)) {
      this.goesToTransloading(box);
      return;
    }
    const drawn = this.border.luck.share(this.border.luck.channel, box);
    let i = 0;
    while (i < upTo.length - 1 && drawn >= upTo[i]) i++;
    this.channels[i].comes(box);
  }

  private goesToTransloading(box: Box): void {
    const { luck } = this.border;
    if (this.transloading !== undefined && luck.share(luck.transloading, box) < this.transloads[this.world.phase])
      this.transloading.comes(box);
    else this.goesToQuota(box);
  }

  private goesToQuota(box: Box): void {
    if (this.quota.accepts(box)) this.goesOver(box);
    else this.waits();
  }

  /** A truck that waited for the neighbour's quota goes over. */
  private accepted(box: Box): void {
    const { ledger, sim } = this.world;
    this.waitEnds(box, sim.now - ledger.since[box]);
    this.goesOver(box);
  }

  private goesOver(box: Box): void {
    const { world } = this;
    const { boxes } = world;
    boxes.heldAt[box] = NONE;
    boxes.apart--;
    boxes.slots[box] = 0;
    this.over++;
    this.waited += boxes.waits[box];
    world.drives(box);
  }

  private all(): Works[] {
    return [this.lanes, ...this.channels, ...(this.transloading === undefined ? [] : [this.transloading])];
  }

  /** Lanes or bays by phase; whoever waits in a phase that has none is served as in the phase before it, or the first after. */
  private works(
    resource: string,
    what: string,
    work: string,
    specs: readonly (Workplaces | undefined)[],
    luck: WorksPlan['luck'],
    gate = false,
  ): Works {
    const { border, world } = this;
    const { ledger } = world;
    let last = specs.find((spec) => spec !== undefined) as Workplaces;
    const filled = specs.map((spec) => {
      last = spec ?? last;
      return last;
    });
    const plan: WorksPlan = {
      resource,
      counts: filled.map(({ lanes, bays }) => lanes ?? bays ?? 0),
      takes: filled.map(({ takes }): Sampler => sampler(lawOf(takes))),
      waiting: ledger.cell(`waiting for ${what}`, border.id),
      work: ledger.cell(work, border.id),
      luck,
      gate,
    };
    const shut = ledger.cell('waiting for the border to open', border.id);
    const { works } = border;
    const made = new Works(world, plan, border.hours, shut, border.id, border.events.through, works.length, this);
    works.push(made);
    return made;
  }
}

/** What a share of trucks adds to the mean: nothing where none goes that way. */
const sharing = (share: number, seconds: number): number => (share > 0 ? share * seconds : 0);
