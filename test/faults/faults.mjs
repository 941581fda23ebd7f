// Ten mistakes that a tired engineer could make, each a line or less, and the promise that must break when it is made.

/**
 * `find` is exact text that stands in `file` once; `tests` are the test files that are run; the fault counts as caught
 * only when a test fails whose name matches `caughtBy`.
 */
export const faults = [
  {
    name: 'a lost box',
    file: 'src/model/gathering.ts',
    find: 'boxes.append(units.load, unit, box);',
    replace: '',
    tests: ['test/model/conservation.test.ts'],
    caughtBy: /loses no box/,
  },
  {
    name: 'a swapped tie',
    file: 'src/kernel/pending.ts',
    find: 'if (!sorted) this.rank(end);',
    replace: '',
    tests: ['test/kernel', 'test/laws/pendingEvents.test.ts'],
    caughtBy: /at one time is the order in which they were scheduled|sorted by time, priority and order of scheduling/,
  },
  {
    name: 'a ledger off by a second',
    file: 'src/model/ledger.ts',
    find: 'this.since[box] = this.sim.now;',
    replace: 'this.since[box] = this.sim.now + 1;',
    tests: ['test/model/ledger.test.ts'],
    caughtBy: /ledger .*every second/,
  },
  {
    name: "a > for a >= at a storm's first second",
    file: 'src/model/weather.ts',
    find: 'now >= this.begins[this.i]',
    replace: 'now > this.begins[this.i]',
    tests: ['test/model/weather.test.ts'],
    caughtBy: /storm .*first second/,
  },
  {
    name: 'a law biased by 2 %',
    file: 'src/stochastic/sampler.ts',
    find: 'return this.a * minusLog(1 - p);',
    replace: 'return 1.02 * this.a * minusLog(1 - p);',
    tests: ['test/laws/samplers.test.ts'],
    caughtBy: /law exponential .*bias of 2 %/,
  },
  {
    name: 'a stream shared by two purposes',
    file: 'src/model/demand.ts',
    find: `world.stream(\`\${id}/empty or laden\`)`,
    replace: `world.stream(\`\${id}/sizes\`)`,
    tests: ['test/model/luck.test.ts'],
    caughtBy: /shared by no two purposes|size is not shared/,
  },
  {
    name: 'a full yard ignored',
    file: 'src/model/parts/yard.ts',
    find: 'new Store(world.sim, capacity)',
    replace: 'new Store(world.sim, Number.POSITIVE_INFINITY)',
    tests: ['test/model/yard.test.ts'],
    caughtBy: /full yard /,
  },
  {
    name: 'a train that leaves twice',
    file: 'src/model/line.ts',
    find: '} else {\n      units.turn(unit, this.waiting);',
    replace: '}\n    {\n      units.turn(unit, this.waiting);',
    tests: ['test/model/movements.test.ts'],
    caughtBy: /train leaves once/,
  },
  {
    name: "a worker's seed ignored",
    file: 'src/study/worker.ts',
    find: 'replicate(data, options)',
    replace: "replicate(data, { ...options, seed: 'keruen' })",
    tests: ['test/study/run.test.ts'],
    caughtBy: /replications .* of its seed/,
  },
  {
    name: 'a berth freed too early',
    file: 'src/model/parts/front.ts',
    find: 'if (next !== NONE) this.take(next);',
    replace: 'if (next !== NONE) this.enter(next);',
    tests: ['test/model/movements.test.ts'],
    caughtBy: /berth is free for the next ship/,
  },
];
