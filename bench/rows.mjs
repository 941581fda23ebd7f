// Which rows the bench has: a model at a size on a system, how many events a run times, and how often in how many rounds.
import { PARTS, systemsOf } from './parts.mjs';

/** Every model, in the order of the table; those from `draws` on are keruen's alone. */
export const MODELS = [
  'hold',
  'hold-bimodal',
  'hold-ties',
  'hold-equal',
  'cancel',
  'mm1',
  'corridor',
  ...Object.keys(PARTS),
  'corridor-year',
  'memory',
];

const CPP = ['cpp/std', 'cpp/heap', 'cpp/bucket'];
const SIMPY = ['simpy', 'simpy/callbacks'];

/** Events of a timed run, and those of systems that need microseconds for one. */
const MANY = 1_000_000;
const FEW = 100_000;

/** Rounds, and those of rows that need microseconds an event. */
const ROUNDS = 5;
const SLOW_ROUNDS = 3;

/** A sample of a few milliseconds says little: small runs are made several times, and the median is the round's figure. */
const REPEATS = { 10: 5, 1000: 3 };

function row(model, size, system, { slow = false, few = slow, repeats = 1 } = {}) {
  // Only where events never end must somebody say how many: everywhere else the size does.
  const endless = model.startsWith('hold') || model === 'cancel';
  const events = endless ? (few ? FEW : MANY) : 0;
  const unit = PARTS[model]?.unit ?? 'ns/event';
  return { model, size, system, unit, events, rounds: slow ? SLOW_ROUNDS : ROUNDS, repeats };
}

/** One row for each program of the parts that the bench has. */
function partRows() {
  return Object.entries(PARTS).flatMap(([model, { size }]) =>
    systemsOf(model).map((system) =>
      // A year of a scenario takes a second: once a round, in fewer rounds.
      row(model, size, system, model.startsWith('scenario') ? { slow: true } : { repeats: 3 }),
    ),
  );
}

function holdRows(model, size) {
  const repeats = REPEATS[size] ?? 1;
  const ties = model === 'hold-ties' || model === 'hold-equal';
  const small = size <= 100_000;
  const fast = ['keruen', ...(model === 'cancel' ? [] : CPP), ...(ties || model === 'cancel' ? [] : ['flatqueue'])];
  const rows = fast.map((system) => row(model, size, system, { repeats }));
  // simjs needs 0.2 to 0.8 µs up to 10³ and 4 µs beyond.
  if (small) rows.push(row(model, size, 'simjs', { few: true, slow: size > 1_000, repeats }));
  if (model === 'cancel' || !small) return rows;
  rows.push(...SIMPY.map((system) => row(model, size, system, { slow: size > 1_000, few: true })));
  // It scans all that is pending at every event: 10 to 80 µs up to 10³, a quarter of an hour a run at 10⁵.
  if (model === 'hold' && size <= 1_000) rows.push(row(model, size, 'simscript', { slow: true }));
  if (!ties) rows.push(row(model, size, 'discrete-sim', { slow: true }));
  return rows;
}

/** All rows of the full bench. */
export function fullRows() {
  return [
    ...[10, 1_000, 100_000, 1_000_000].flatMap((size) => holdRows('hold', size)),
    ...['hold-bimodal', 'hold-ties', 'hold-equal', 'cancel'].flatMap((model) =>
      [1_000, 100_000].flatMap((size) => holdRows(model, size)),
    ),
    ...['keruen', 'cpp/hand'].map((system) => row('mm1', 100_000, system, { repeats: 9 })),
    row('mm1', 100_000, 'simjs'),
    row('mm1', 100_000, 'simpy', { slow: true }),
    ...['keruen', 'keruen+draws', 'keruen/model', 'cpp/hand'].map((system) =>
      row('corridor', 20_000, system, { repeats: 3 }),
    ),
    row('corridor', 20_000, 'simpy', { slow: true }),
    ...partRows(),
    row('corridor-year', 1, 'keruen/model'),
    { ...row('memory', 1_000_000, 'keruen'), unit: 'bytes/event', rounds: 1 },
  ];
}

/** A few small rows: that everything runs and comes to the same checks, not how fast. */
export function quickRows() {
  const rows = [
    ...['keruen', ...CPP, 'flatqueue', 'simjs', 'simpy/callbacks'].map((system) => row('hold', 1_000, system)),
    ...['keruen', 'cpp/bucket', 'simpy'].map((system) => row('hold-ties', 1_000, system)),
    ...['keruen', 'cpp/bucket', 'simjs'].map((system) => row('hold-equal', 1_000, system)),
    ...['keruen', 'simjs'].map((system) => row('cancel', 1_000, system)),
    ...['keruen', 'cpp/hand', 'simpy', 'simjs'].map((system) => row('mm1', 5_000, system)),
    ...['keruen', 'keruen+draws', 'keruen/model', 'cpp/hand'].map((system) => row('corridor', 2_000, system)),
    ...partRows().filter(({ model }) => model !== 'scenarioEvent'),
    row('corridor-year', 1, 'keruen/model'),
  ];
  return rows.map((one) => ({ ...one, events: one.events === 0 ? 0 : 20_000, rounds: 2, repeats: 1 }));
}
