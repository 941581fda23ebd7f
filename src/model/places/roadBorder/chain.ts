// A waiting line of trucks that stand where they are, first come, first served.
import { NONE } from '../../run/boxes';
import type { Box } from '../../run/place';
import type { World } from '../../run/world';

/** Chained through `next` of the boxes; they are held at a place all the while, and counted there. */
export class Chain {
  first: Box = NONE;
  count = 0;
  private last: Box = NONE;

  constructor(private readonly world: World) {
    world.sim.state.numbers(this, 'first', 'last', 'count');
  }

  add(box: Box): void {
    const { next } = this.world.boxes;
    next[box] = NONE;
    if (this.first === NONE) this.first = box;
    else next[this.last] = box;
    this.last = box;
    this.count++;
  }

  takeFirst(): Box {
    const { next } = this.world.boxes;
    const box = this.first;
    this.first = next[box];
    next[box] = NONE;
    this.count--;
    return box;
  }
}
