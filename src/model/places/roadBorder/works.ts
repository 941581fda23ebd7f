// Lanes, or bays of one kind: so many trucks at once, each for as long as its law says, in the border's open hours.
import { type EventKind, Server } from '../../../kernel';
import type { KeyedDraws, Sampler } from '../../../stochastic';
import type { Measured } from '../../corridor/measures/measured';
import type { Cell } from '../../run/ledger';
import type { Box } from '../../run/place';
import type { World } from '../../run/world';
import type { BorderHours } from './borderHours';
import { OpenUse } from './openUse';

export interface WorksPlan {
  /** What is in use, as measures name it. */
  readonly resource: string;
  /** By phase: how many there are, and how long they take. */
  readonly counts: readonly number[];
  readonly takes: readonly Sampler[];
  readonly waiting: Cell;
  readonly work: Cell;
  /** Stream: keyed by truck, so that it takes as long whenever and wherever it comes. */
  readonly luck: KeyedDraws;
  /** Whether trucks come in from outside: while the border is closed nobody does. */
  readonly gate: boolean;
}

/** What a direction does for its lanes and bays. */
export interface Host {
  /** Which of the road borders on its way a truck is at: 0, 1, … */
  visit(box: Box): number;
  /** A truck begins to wait. */
  waits(): void;
  /** A truck that waited so long goes in. */
  waitEnds(box: Box, seconds: number): void;
  /** A truck in a lane or bay stood there so long while the border was closed. */
  stood(box: Box, seconds: number): void;
  /** Somebody waits for the border to open. */
  waitsForOpening(): void;
  /** A truck is through here. */
  goesOn(box: Box, from: Works): void;
}

export class Works {
  readonly server: Server;
  private readonly use: OpenUse;

  constructor(
    private readonly world: World,
    readonly plan: WorksPlan,
    private readonly hours: BorderHours,
    /** `waiting for the border to open`. */
    private readonly shut: Cell,
    private readonly place: string,
    private readonly through: EventKind,
    /** Its number, which its events carry. */
    private readonly number: number,
    private readonly host: Host,
  ) {
    const { counts } = plan;
    this.server = new Server(world.sim, counts[0], { figures: false });
    this.server.expect(Math.max(1, ...counts));
    this.use = new OpenUse(world, hours, counts);
  }

  comes(box: Box): void {
    const { world, plan, server, host } = this;
    const isOpen = !plan.gate || this.hours.isOpen(world.sim.now);
    this.setCapacity(isOpen);
    if (server.take(box)) {
      this.begins(box);
      return;
    }
    world.ledger.turn(box, isOpen ? plan.waiting : this.shut);
    host.waits();
    if (!isOpen) host.waitsForOpening();
  }

  /** The work on a truck is over. */
  done(box: Box): void {
    const { world, hours, server } = this;
    const { ledger, sim } = world;
    // Work that stopped at the whistle waited for the morning.
    const since = ledger.since[box];
    const closed = sim.now - since - hours.between(since, sim.now);
    if (closed > 0) {
      ledger.spent(box, this.shut, closed);
      this.host.stood(box, closed);
    }
    server.give();
    this.use.set(server.inUse);
    this.host.goesOn(box, this);
    this.letIn();
  }

  /** Lets in who waits and finds room. */
  letIn(): void {
    const { server, world, plan } = this;
    if (server.waiting === 0) return;
    const isOpen = !plan.gate || this.hours.isOpen(world.sim.now);
    this.setCapacity(isOpen);
    for (let box = server.serve(); box >= 0; box = server.serve()) this.goesIn(box);
    if (!isOpen) this.host.waitsForOpening();
  }

  /** Another phase. */
  becomes(): void {
    this.use.set(this.server.inUse);
    this.letIn();
  }

  /** Open seconds until whoever waits now is through; Infinity: nobody is. */
  queueSeconds(): number {
    const { plan, server, world } = this;
    const count = plan.counts[world.phase];
    return count > 0 ? (server.waiting * plan.takes[world.phase].mean) / count : Number.POSITIVE_INFINITY;
  }

  startMeasuring(): void {
    this.use.restart();
  }

  measures(): Measured[] {
    const of = { place: this.place, resource: this.plan.resource };
    return [{ measure: 'use', statistic: 'share', of, unit: 'share', value: this.use.share() }];
  }

  private setCapacity(isOpen: boolean): void {
    this.server.capacity = isOpen ? this.plan.counts[this.world.phase] : 0;
  }

  /** A truck that waited goes in: for a lane or bay while the border was open, for its opening while it was not. */
  private goesIn(box: Box): void {
    const { ledger, sim } = this.world;
    const since = ledger.since[box];
    const all = sim.now - since;
    const open = this.hours.between(since, sim.now);
    ledger.spent(box, this.plan.waiting, open);
    ledger.spent(box, this.shut, all - open);
    this.host.waitEnds(box, all);
    this.begins(box);
  }

  private begins(box: Box): void {
    const { world, plan, hours, server } = this;
    const { sim, boxes, flowKey, phase } = world;
    world.ledger.turn(box, plan.work);
    this.use.set(server.inUse);
    const flow = flowKey[boxes.flow[box]];
    const work = Math.round(plan.takes[phase].drawFor(plan.luck, flow, boxes.number[box], this.host.visit(box)));
    sim.at(hours.finish(sim.now, work), this.through, this.number, box);
  }
}
