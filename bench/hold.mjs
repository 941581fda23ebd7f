// The hold model: so many events pending, each one that happens schedules its like, on average one time unit later.
// Source: Jones, D. W. (1986), An empirical comparison of priority-queue and event-set implementations, CACM 29(4).
import { exponentials, TABLE } from './exponentials.mjs';
import { PlainSimulation } from './plainHeap.mjs';
import { measure } from './rounds.mjs';

const SIZES = [10, 1_000, 100_000, 1_000_000];

function hold(sim, size, delays) {
  let next = 0;
  let sum = 0;
  const kind = sim.on('hold', (owner) => {
    sum = (sum + owner) % 1_000_003;
    next = (next + 1) & (TABLE - 1);
    sim.in(delays[next], kind, owner, 0);
  });
  // The first times come from the same table by another stride: no two events start in step.
  for (let owner = 0; owner < size; owner++) sim.in(delays[(owner * 40_503) & (TABLE - 1)], kind, owner, 0);
  return (events) => {
    sim.run({ events });
    return sum + sim.now;
  };
}

/** Rows of the hold model at each size; `kernel` is the built kernel module. */
export default function rows(kernel, { quick = false } = {}) {
  const delays = exponentials('bench/hold', 1);
  const sizes = quick ? SIZES.slice(0, 3) : SIZES;
  return sizes.flatMap((size) => {
    // A warm-up round at every size hands over each pending event about once, at 10⁶ too.
    const events = quick ? 50_000 : Math.max(size, 400_000);
    return measure({
      model: 'hold',
      size,
      events,
      rounds: quick ? 3 : size >= 1_000_000 ? 6 : 12,
      systems: {
        keruen: () => hold(new kernel.Simulation(), size, delays),
        'plain heap': () => hold(new PlainSimulation(), size, delays),
      },
    });
  });
}
