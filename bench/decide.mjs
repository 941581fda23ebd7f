// What deciding costs: compare, capacity and prices of the hub at Aktau, on one thread and on two, with their trials and seconds.
//
// node bench/decide.mjs [--quick]     after npm run build; quick: windows of 30 days, only to see that everything runs
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const { aktauHub, capacity, compare, prices } = await import(
  fileURLToPath(new URL('../dist/index.js', import.meta.url))
);
const hub = aktauHub.variant('300000-hub');
const days = process.argv.includes('--quick') ? 30 : undefined;
const threads = Math.min(2, availableParallelism());

const shown = (share) => (share === null ? '' : `${(100 * share).toFixed(1)} %`);
const rows = [
  {
    what: 'capacity of `300000-hub`, p90 dwell at Aktau <= 5 d',
    target: '≤ 180 s, half-width of the expectation ≤ 4 %',
    run: (workers) => capacity(hub, { at: 'Aktau', promise: 'p90 dwell at Aktau <= 5 d', workers, days }),
    half: ({ expected: { estimate, low, high } }) =>
      estimate === null || low === null || high === null ? null : (high - low) / 2 / estimate,
  },
  {
    what: 'compare three alternatives to 10 %',
    target: '≤ 60 s',
    run: (workers) =>
      compare(hub, {
        with: ['third-berth', 'twice-the-yard', 'two-more-quay-cranes'].map((id) =>
          id === 'two-more-quay-cranes' ? { id, set: { 'places.Aktau.cranes.quay.count': 6 } } : id,
        ),
        precision: 0.1,
        replications: 4,
        workers,
        days,
      }),
    half: ({ precision }) => precision?.worst ?? null,
  },
  {
    what: 'prices, 17 things',
    target: '≤ 180 s',
    run: (workers) => prices(hub, { budget: '120 trials', workers, days }),
    half: () => null,
  },
];

console.log('| what | target | trials | half-width | seconds, 1 thread | seconds, 2 threads | times as fast |');
console.log('|---|---|---|---|---|---|---|');
for (const { what, target, run, half } of rows) {
  const seconds = [];
  let result;
  for (const workers of [1, threads]) {
    const began = performance.now();
    result = await run(workers);
    seconds.push((performance.now() - began) / 1000);
  }
  const [one, two] = seconds;
  const cells = [
    what,
    target,
    result.trials,
    shown(half(result)),
    one.toFixed(0),
    two.toFixed(0),
    (one / two).toFixed(2),
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
