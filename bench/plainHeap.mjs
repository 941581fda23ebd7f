// The peer: pending events as a textbook binary heap of objects, written the plain way, to stand beside the kernel.

/** Earlier by time, then priority, then order of scheduling: the kernel's own promise, so that both do equal work. */
function before(a, b) {
  if (a.time !== b.time) return a.time < b.time;
  if (a.priority !== b.priority) return a.priority < b.priority;
  return a.order < b.order;
}

export class PlainSimulation {
  now = 0;
  handlers = [];
  heap = [];
  order = 0;

  on(_name, handler) {
    return this.handlers.push(handler) - 1;
  }

  in(delay, kind, owner, arg, priority = 1) {
    this.push({ time: this.now + delay, priority, order: this.order++, kind, owner, arg });
  }

  run({ events }) {
    for (let left = events; left > 0 && this.heap.length > 0; left--) {
      const event = this.pop();
      this.now = event.time;
      this.handlers[event.kind](event.owner, event.arg);
    }
  }

  push(event) {
    const { heap } = this;
    let index = heap.length;
    heap.push(event);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!before(event, heap[parent])) break;
      heap[index] = heap[parent];
      index = parent;
    }
    heap[index] = event;
  }

  pop() {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    const length = heap.length;
    if (length === 0) return first;
    let index = 0;
    for (let child = 1; child < length; child = 2 * index + 1) {
      if (child + 1 < length && before(heap[child + 1], heap[child])) child++;
      if (before(last, heap[child])) break;
      heap[index] = heap[child];
      index = child;
    }
    heap[index] = last;
    return first;
  }
}
