// What is promised: ratios between rows of one run, each with the bound that it is to keep.

const CPP = ['cpp/std', 'cpp/heap', 'cpp/bucket'];

/** A ratio's two ends are row names; of several below the line, the fastest. */
function atMost(most, model, size, above, below, name = `${above} ÷ ${below}`) {
  return { model, size, name, above: [model, size, above], below: [[model, size, below]], most };
}

function atLeast(least, model, size, above, below = 'keruen') {
  return {
    model,
    size,
    name: `${above} ÷ ${below}`,
    above: [model, size, above],
    below: [[model, size, below]],
    least,
  };
}

function overHold(model, size) {
  const below = [['hold', size, 'keruen']];
  return { model, size, name: 'keruen ÷ keruen on hold', above: [model, size, 'keruen'], below, most: 1.5 };
}

const HOLD_SIZES = [10, 1_000, 100_000, 1_000_000];

export const TARGETS = [
  ...HOLD_SIZES.map((size) => ({
    model: 'hold',
    size,
    name: 'keruen ÷ best of C++',
    above: ['hold', size, 'keruen'],
    below: CPP.map((system) => ['hold', size, system]),
    most: 2,
  })),
  ...[1.4, 0.8, 0.8, 1.05].map((most, i) => atMost(most, 'hold', HOLD_SIZES[i], 'keruen', 'cpp/std')),
  ...[18, 18, 40].map((least, i) => atLeast(least, 'hold', HOLD_SIZES[i], 'simpy/callbacks')),
  ...[0.7, 1, 1, 1].map((least, i) => atLeast(least, 'hold', HOLD_SIZES[i], 'flatqueue')),
  atLeast(5, 'hold', 1_000, 'simjs'),
  atLeast(25, 'hold', 1_000, 'discrete-sim'),
  atLeast(100, 'hold', 1_000, 'simscript'),
  ...['hold-ties', 'hold-equal', 'hold-bimodal', 'cancel'].flatMap((model) =>
    [1_000, 100_000].map((size) => overHold(model, size)),
  ),
  atMost(3, 'mm1', 100_000, 'keruen', 'cpp/hand'),
  atLeast(80, 'mm1', 100_000, 'simpy'),
  atMost(1.7, 'corridor', 20_000, 'keruen', 'cpp/hand'),
  atLeast(100, 'corridor', 20_000, 'simpy'),
  atMost(1.8, 'corridor', 20_000, 'keruen/model', 'keruen+draws'),
  atMost(2, 'draws', 1_000_000, 'keyed', 'stream'),
  {
    model: 'draws',
    size: 1_000_000,
    name: 'exponential ÷ an event of the corridor',
    above: ['draws', 1_000_000, 'exponential'],
    below: [['corridor', 20_000, 'keruen']],
    most: 1,
  },
  {
    model: 'monitors',
    size: 1_000_000,
    name: 'ns an update of a level',
    above: ['monitors', 1_000_000, 'level'],
    most: 15,
  },
  { model: 'branch', size: 50_000, name: 'ms to restore', above: ['branch', 50_000, 'restore'], most: 10 },
  ...['middle-corridor-2024', 'xian-terminal', 'rail-border', 'road-border', 'lianyungang'].map((id) => ({
    model: 'scenarioYear',
    size: 1,
    name: `ms a year of ${id}`,
    above: ['scenarioYear', 1, id],
    most: 2000,
  })),
  {
    model: 'scenarioYear',
    size: 1,
    name: 'ms a year of aktau-hub at 300,000 TEU',
    above: ['scenarioYear', 1, 'aktau-hub'],
    most: 1000,
  },
  {
    model: 'scenarioEvent',
    size: 1,
    name: 'an event of aktau-hub ÷ of corridor',
    above: ['scenarioEvent', 1, 'aktau-hub'],
    below: [['corridor', 20_000, 'keruen']],
    most: 2,
  },
  { model: 'memory', size: 1_000_000, name: 'bytes a pending event', above: ['memory', 1_000_000, 'keruen'], most: 56 },
];

/** The target's ratio in these rows; undefined where a row of it is missing. */
export function ratioOf({ above, below }, rows) {
  const figure = ([model, size, system]) =>
    rows.find((row) => row.model === model && row.size === size && row.system === system)?.median;
  const top = figure(above);
  if (below === undefined) return top;
  const bottoms = below.map(figure);
  if (top === undefined || bottoms.includes(undefined)) return undefined;
  return top / Math.min(...bottoms);
}

/** 'met', 'missed', or 'not measured'. */
export function verdict({ most = Number.POSITIVE_INFINITY, least = 0 }, ratio) {
  if (ratio === undefined) return 'not measured';
  return ratio <= most && ratio >= least ? 'met' : 'missed';
}
