// Walks everything in a world: every box in just one list, every unit at just one place, every yard as full as its boxes say.

import type { CompiledCorridor } from '../../../src/model/compile';
import type { Cranes } from '../../../src/model/parts/cranes';
import { Yard } from '../../../src/model/parts/yard';
import { type BoxLists, NONE } from '../../../src/model/run/boxes';
import type { Box, Unit } from '../../../src/model/run/place';
import { type Stage, stage } from '../../../src/model/run/runHash';
import { Service } from '../../../src/model/traffic/service';

/** Fields that only a test looks at from outside. */
interface Inner {
  readonly stuck?: { takeAll(): unknown };
}
const insides = (thing: object): unknown[] => Object.values(thing);
/** A place's yard or buffer, wherever the place keeps it. */
function yardOf(place: object): Yard | undefined {
  const parts = insides(place).flatMap((part) => [
    part,
    ...(typeof part === 'object' && part !== null ? insides(part) : []),
  ]);
  return parts.find((part) => part instanceof Yard);
}
const gateOf = (yard: Yard) => (yard as unknown as { gate: BoxLists }).gate;
const hooksOf = (cranes: Cranes) => cranes as unknown as { place: string; unitOf: Int32Array; boxOf: Int32Array };
const dispatcherOf = (service: unknown) => service as { dispatch(): void };
const readyOf = (service: unknown) => (service as { firstReady: Int32Array }).firstReady;

/** The steps of a unit at a front, as `parts/front.ts` numbers them. */
const AWAY = 0;
const LOADING = 5;

const UNDER_WAY = -1;

export class Walk {
  entered = 0;
  left = 0;
  /** By unit: the number of the place where it is, or UNDER_WAY. */
  private readonly place: number[];
  private readonly yards: readonly (Yard | undefined)[];

  constructor(private readonly world: CompiledCorridor) {
    const { units, services } = world;
    // What stands somewhere at clock zero has entered before.
    this.entered = world.boxes.inside;
    this.place = Array.from({ length: units.count }, (_, unit) => units.place[unit]);
    this.yards = world.places.map(yardOf);
    const tell = world.stage.bind(world);
    world.stage = (box: Box, what: Stage, where: number) => {
      if (what === stage.enters) this.entered++;
      if (what === stage.leaves) this.left++;
      tell(box, what, where);
    };
    const leave = world.leavesPlace.bind(world);
    world.leavesPlace = (unit: Unit, where: number) => {
      if (this.place[unit] !== where) throw new Error(`unit ${unit} leaves ${where}, but it is at ${this.place[unit]}`);
      this.place[unit] = UNDER_WAY;
      leave(unit, where);
    };
    const come = world.cameOver.bind(world);
    world.cameOver = (unit: Unit) => {
      if (this.place[unit] !== UNDER_WAY)
        throw new Error(`unit ${unit} comes, but it is at ${this.place[unit]} already`);
      // The place at the end of the line that the world is about to count.
      const before = units.passed[unit];
      units.passed[unit]++;
      this.place[unit] = services[units.service[unit]].stopOf(unit);
      units.passed[unit] = before;
      come(unit);
    };
  }

  /** Throws a sentence where anything is not as it must be. */
  check(): void {
    const { world } = this;
    world.audit();
    if (this.entered !== this.left + world.boxes.inside)
      throw new Error(`${this.entered} boxes entered, ${this.left} left, ${world.boxes.inside} are inside`);
    this.checkUnits();
    this.checkBoxes();
  }

  private checkUnits(): void {
    const { units, services } = this.world;
    const seen = new Set<Unit>();
    for (const service of services) {
      for (const end of service.endNumbers.keys()) {
        for (let unit = readyOf(service)[end]; unit !== NONE; unit = units.nextReady[unit]) {
          if (seen.has(unit)) throw new Error(`unit ${unit} is ready twice`);
          seen.add(unit);
          const isFree = units.teu(unit) === units.through.teu[unit];
          const idle = units.step[unit] === AWAY && isFree && this.place[unit] === service.endNumbers[end];
          if (!idle) throw new Error(`unit ${unit} is ready at ${service.ends[end]}, but it is not idle there`);
        }
        const open = service.open(end);
        if (open === NONE) continue;
        if (seen.has(open) || this.place[open] !== service.endNumbers[end])
          throw new Error(`unit ${open} is being filled at ${service.ends[end]}, but it is elsewhere too`);
        seen.add(open);
      }
      for (let unit = service.firstUnit; unit < service.firstUnit + service.size; unit++) {
        if (!(units.teu(unit) <= service.unitCapacity && units.promised[unit] >= 0))
          throw new Error(
            `unit ${unit} of ${service.id} has ${units.teu(unit)} TEU, room is for ${service.unitCapacity}`,
          );
      }
      if (service instanceof Service) this.checkComing(service, seen);
    }
  }

  /** How many are coming to each end: all but those that are ready or being filled there. */
  private checkComing(service: Service, seen: ReadonlySet<Unit>): void {
    const { units } = this.world;
    const coming = [0, 0];
    for (let unit = service.firstUnit; unit < service.firstUnit + service.size; unit++) {
      if (seen.has(unit)) continue;
      // Given a load, or sent off empty, and not gone yet: it counts where it will go.
      const leaving = units.arrived[unit] === 0 && units.closed[unit] === 1;
      coming[leaving ? 1 - units.end[unit] : units.end[unit]]++;
    }
    if (coming[0] !== service.coming[0] || coming[1] !== service.coming[1])
      throw new Error(`${service.id}: ${coming} are coming, the service counts ${service.coming}`);
  }

  /**
   * Asks everybody at every place and end to look for work once more. Throws when anybody finds any, or when time is booked
   * to something else then: whatever had changed should have woken them.
   */
  poke(): void {
    const { world } = this;
    const { units } = world;
    const cells = units.cell.slice();
    for (const cranes of world.cranes) {
      const busy = units.cranes.reduce((a, b) => a + b, 0);
      cranes.work();
      if (units.cranes.reduce((a, b) => a + b, 0) !== busy)
        throw new Error(`cranes at ${hooksOf(cranes).place} were not woken`);
    }
    // What the extra look left behind at a border is not the border's.
    for (const place of world.places) (place as Inner).stuck?.takeAll();
    for (let unit = 0; unit < units.count; unit++) {
      const [before, after] = [cells[unit], units.cell[unit]].map((cell) => world.ledger.cells[cell].cause);
      if (before !== after) throw new Error(`unit ${unit} is booked to ${before}, but it is ${after}`);
    }
    for (const service of world.services) {
      const coming = () =>
        service instanceof Service
          ? [...service.coming, service.open(0), service.open(1)].join()
          : service.endNumbers.map((_, call) => readyOf(service)[call]).join();
      const before = coming();
      dispatcherOf(service).dispatch();
      if (coming() !== before) throw new Error(`${service.id} was not woken`);
    }
  }

  private checkBoxes(): void {
    const { world } = this;
    const { boxes, units, services, places } = world;
    const seen = new Uint8Array(boxes.capacity);
    const inYard = places.map(() => 0);
    const visit = (box: Box, place: number) => {
      if (boxes.alive[box] !== 1 || seen[box] === 1) throw new Error(`box ${box} is in two places, or has left`);
      seen[box] = 1;
      if (place >= 0) inYard[place] += boxes.teu[box];
    };
    const visitAll = (lists: BoxLists, i: number, place: number) => {
      let [count, teu] = [0, 0];
      for (let box = lists.first[i]; box !== NONE; box = boxes.next[box]) {
        visit(box, place);
        count++;
        teu += boxes.teu[box];
      }
      if (count !== lists.count[i] || teu !== lists.teu[i])
        throw new Error(`a list says ${lists.count[i]} boxes and has ${count}`);
    };
    for (let unit = 0; unit < units.count; unit++) {
      visitAll(units.aboard, unit, NONE);
      visitAll(units.through, unit, NONE);
      visitAll(units.load, unit, this.place[unit]);
    }
    for (const { waiting, endNumbers } of services)
      for (const [end, place] of endNumbers.entries()) visitAll(waiting, end, place);
    for (const cranes of world.cranes) this.visitHooks(cranes, visit);
    for (const yard of this.yards) {
      if (yard !== undefined) visitAll(gateOf(yard), 0, NONE);
    }
    // Whoever is in no list is held by customs, in the buffer.
    for (let box = 0; box < boxes.capacity; box++) {
      if (boxes.alive[box] !== 1 || seen[box] === 1) continue;
      const { cause, where } = world.ledger.cells[world.ledger.cellOf[box]];
      if (!cause.startsWith('customs ')) throw new Error(`box ${box} is in no list: ${cause} at ${where}`);
      visit(box, world.placeNumber(where));
    }
    for (const [i, place] of places.entries()) {
      const level = this.yards[i]?.store.level ?? 0;
      if (level !== inYard[i]) throw new Error(`${place.id}: the yard holds ${level} TEU, its boxes are ${inYard[i]}`);
    }
  }

  private visitHooks(cranes: Cranes, visit: (box: Box, place: number) => void): void {
    const { world } = this;
    const { place, unitOf, boxOf } = hooksOf(cranes);
    for (let crane = 0; crane < boxOf.length; crane++) {
      const box = boxOf[crane];
      if (box === NONE) continue;
      const straight = world.boxes.target[box] !== NONE || world.endsWithThisRide(box);
      const slot = world.units.step[unitOf[crane]] === LOADING || !straight;
      visit(box, slot ? world.placeNumber(place) : NONE);
    }
  }
}
