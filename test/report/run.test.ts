// The report of a run, section by section, from a result made by hand.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corridor } from '../../src/model/change/define';
import { settablePaths } from '../../src/model/schema/schema';
import { previewTable } from '../../src/report/preview';
import { busiest, busiestTable, oneMore, pathOf } from '../../src/report/run/busiest';
import { type RunReport, writeRun } from '../../src/report/run/run';
import { throughputTable } from '../../src/report/run/throughput';
import { transitTable } from '../../src/report/run/transit';
import { groupOf, slowTenth, waterfall } from '../../src/report/run/waterfall';
import { writeWay } from '../../src/report/run/way';
import { WIDTH, widthOf } from '../../src/report/words/columns';
import { kmPerHour } from '../../src/units';
import { small } from '../model/small';
import { estimated, ledger, measures, result } from './result';

const { data } = corridor(small);
const report: RunReport = { result, data, scenario: 'small.yaml', given: [], isValidated: false };
const text = writeRun(report);
const lines = text.split('\n');

describe('the report of a run', () => {
  it('is at most 100 columns wide but for commands, and has no colour', () => {
    for (const line of lines.filter((one) => !one.includes('npx keruen')))
      expect(widthOf(line)).toBeLessThanOrEqual(WIDTH);
    expect(text).not.toContain('\u001b');
    expect(text).toMatch(/[^\n]\n$/);
  });

  it('begins with the answer and ends with the line about published figures', () => {
    expect(text.replaceAll('\n', ' ')).toMatch(/^A box of westbound takes 17\.2/);
    expect(writeRun({ ...report, validation: 'Beside published figures: none.' })).toMatch(
      /\nBeside published figures: none\.\n$/,
    );
  });

  const headingsOf = (some: readonly string[], headings: readonly string[]) =>
    headings.map((heading) => some.findIndex((line) => line.startsWith(heading)));

  it('fits about 60 lines unless all of it is asked for, and says how to ask', () => {
    expect(headingsOf(lines, ['What the formula', 'The formulas beside'])).toEqual([-1, -1]);
    expect(lines).toContain('Every row, capacity against demand and formulas beside the run: --full.');
    expect(writeRun({ ...report, full: true })).not.toContain('--full');
    expect(lines.length).toBeLessThan(70);
  });

  it('has its sections in the order in which a planner asks', () => {
    const lines = writeRun({ ...report, full: true }).split('\n');
    const headings = [
      'The way',
      'What the formula',
      'Throughput',
      'Transit time',
      'Where the days',
      'What makes',
      'What is short',
      'The busiest',
      'How to go on',
    ];
    const at = headingsOf(lines, headings);
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  it('says of a run that ended early why, what there is too little of, what waits where, and how to go on', () => {
    const endedEarly =
      'In replication 0 nothing has moved for 60 days: 1200 boxes waiting for a vessel at Alat; 1 boxes papers at Khorgos';
    const early = writeRun({ ...report, result: { ...result, endedEarly } });
    expect(early.split('\n').slice(0, 10)).toEqual([
      'The run ended early: In replication 0 nothing has moved for 60 days.',
      '',
      'Too little of: capacity ÷ demand',
      '  where   resource  can do             capacity ÷ what is asked [unit]',
      '  feeder  feeders   0.90×: too little  90 ÷ 100 TEU/year one way  by its shortest round',
      '',
      'What waits where',
      '  1,200 boxes  waiting for a vessel at Alat',
      '        1 box  papers at Khorgos',
      '',
    ]);
    // Three feeders can do 1.35 of what is asked: the fewest with a fifth to spare.
    expect(early).toContain('npx keruen run small.yaml --set fleets.feeders.count=3\n');
    for (const misleads of ['Throughput', 'Transit time', 'The busiest', 'Where the days', 'A box of westbound takes'])
      expect(early).not.toContain(misleads);
  });

  it('says so when a run ended early and nothing has too little capacity', () => {
    const endedEarly = 'In replication 0 nothing has moved for 60 days: 12 boxes waiting for a berth at Alat';
    const early = writeRun({ ...report, result: { ...result, endedEarly, preview: result.preview.slice(0, 2) } });
    expect(early).toContain('  nothing: every resource can do 1.5 times what is asked, or more\n');
    expect(early).toContain('npx keruen show small.yaml Alat\n');
    expect(early).not.toContain('nothing is short');
  });

  it('prints the run hash with window, replications and seed', () => {
    expect(text.replaceAll('\n  ', ' ')).toContain(
      '2024-01-01 to 2024-12-31, after 30 days of warm-up; 10 replications, seed keruen, run hash fedcba9876543210;',
    );
  });

  it('says whether a precision was reached', () => {
    const asked = (reached: boolean, worst: number | null) =>
      writeRun({ ...report, result: { ...result, precision: { asked: 0.05, reached, worst } } });
    expect(asked(true, 0.031)).toContain('Precision asked: 5.0 %; reached: the widest half-width is 3.1 %.');
    expect(asked(false, null)).toContain('Precision asked: 5.0 %; not reached: no interval yet.');
  });

  it('says of each headline how many replications a half-width of 5 % would take, where no precision was asked for', () => {
    const name = (place: string, replications: number | null) =>
      ({ measure: 'dwell', statistic: 'p90', of: { place }, unit: 'h', replications }) as const;
    const told = (...headlines: ReturnType<typeof name>[]) =>
      writeRun({ ...report, result: { ...result, wouldTake: { halfWidth: 0.05, headlines } } }).replaceAll('\n  ', ' ');
    expect(told(name('Aktau', 110), name('Alat', 10), name('Poti', null))).toContain(
      'Replications for a half-width of 5 %: p90 dwell at Aktau: some 110; p90 dwell at Alat: these; p90 dwell at Poti: cannot be told.',
    );
    expect(told(name('Aktau', 10))).toContain('These 10 replications give every headline a half-width of 5 % or less.');
  });

  it('names the changes that were laid over the scenario', () => {
    const changed = { ...result, scenario: { ...result.scenario, changes: ['places.Aktau.tracks=3'] } };
    expect(writeRun({ ...report, result: changed })).toContain('\n  with places.Aktau.tracks=3\n');
  });
});

describe('the way', () => {
  const shown = new Set(['Khorgos', 'Aktau', 'Alat']);

  it('shows mean arrivals in days, the ends always, and leaves out places with nothing to tell', () => {
    expect(writeWay(result.journeys[0], shown)).toEqual([
      "  Xi'an 0 → Khorgos 3.1 → Aktau 9.4 → Alat 12.1 → Poti 17.2 d (set down 17.7 d)",
    ]);
    expect(writeWay(result.journeys[0], new Set())).toEqual(["  Xi'an 0 → Poti 17.2 d (set down 17.7 d)"]);
  });

  it('leaves out junctions in the report, and flows of which no box finished', () => {
    expect(text).toContain("  Xi'an 0 → Khorgos 3.1 → Aktau 9.4 → Alat 12.1 → Poti 17.2 d (set down 17.7 d)\n");
    expect(text).not.toMatch(/Saryagash \d/);
    expect(text).not.toMatch(/Poti 0/);
  });

  it('goes on in the next line where it is longer than a line, and loses no place', () => {
    const places = Array.from({ length: 30 }, (_, i) => `Place number ${i}`);
    const [first] = result.journeys[0].stops;
    const stops = places.map((place) => ({ ...first, place }));
    const strip = writeWay({ flow: 'long', route: places, n: 1, stops }, new Set(places));
    expect(strip.length).toBeGreaterThan(1);
    for (const line of strip) expect(widthOf(line)).toBeLessThanOrEqual(WIDTH + 2);
    for (const place of places) expect(strip.join('\n')).toContain(place);
  });
});

describe('the tables', () => {
  it('preview is sorted tightest first and says in words how tight', () => {
    expect(previewTable(result.preview)).toEqual([
      '  where   resource          can do              capacity ÷ what is asked [unit]',
      '  feeder  feeders           0.90×: too little   90 ÷ 100 TEU/year one way',
      '  Aktau   container berths  1.8× what is asked  180 ÷ 100 calls/year',
      '  Alat    yard              300× what is asked  3,000 ÷ 10 TEU',
    ]);
    expect(previewTable([{ where: 'A', resource: 'b', capacity: 110, demand: 100, unit: 'c' }])[1]).toContain(
      '1.1×: tight',
    );
  });

  it('preview has its notes beside the rows where they fit, and below those with little room where they do not', () => {
    expect(previewTable(result.preview, true)[1]).toMatch(/one way {2}by its shortest round$/);
    const long = {
      where: 'A',
      resource: 'b',
      capacity: 499,
      demand: 100,
      unit: 'c',
      note: 'why it differs '.repeat(8),
    };
    const [, ...lines] = previewTable([long, { ...long, capacity: 501 }], true);
    expect(lines.map((line) => line.trim().replace(/ +/g, ' ').slice(0, 14))).toEqual([
      'A b 5.0× what ',
      'why it differs',
      'it differs why',
      'A b 5.0× what ',
    ]);
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(WIDTH);
  });

  it('throughput says which TEU are counted, place by place along the way, the corridor last', () => {
    expect(throughputTable(measures, data, ["Xi'an", 'Khorgos', 'Aktau'])).toEqual([
      "  Xi'an     12,000  ± 100              in plus out by rail",
      '  Khorgos   12,100  (one replication)  carried over',
      '  Aktau     12,350  ± 210              over the quay, loaded plus discharged',
      '  corridor  11,950  ± 120              delivered, each box once',
    ]);
  });

  it('transit time has an interval or says in words why there is none', () => {
    const [head, west, east] = transitTable(measures, ['westbound', 'eastbound', 'unknown']);
    expect(head.trim().split(/ +/)).toEqual(['mean', 'p50', 'p90']);
    expect(west).toMatch(/westbound +17\.24 ± 0\.31 +16\.90 ± 0\.20 +did not finish$/);
    expect(east).toMatch(/eastbound +12\.5 \(still growing\) +nothing observed +–$/);
  });

  it('the busiest five come first, with the mean wait for one where it is known', () => {
    expect(busiest(measures).map(({ of }) => of.resource)).toEqual([
      'feeders',
      'paths to Khorgos',
      'container berths',
      '1520 tracks',
      'quay cranes',
    ]);
    expect(text).toMatch(/Aktau +container berths +61\.0 % +± 2\.0 +mean wait from arrival, weather included 5\.2 h\n/);
    const calm = { ...data, places: { ...data.places, Aktau: { ...data.places.Aktau, weather: undefined } } };
    expect(busiestTable(measures, calm as typeof data).join('\n')).toMatch(
      /berths +61\.0 % +± 2\.0 +mean wait for one 5\.2 h/,
    );
  });

  it('the busiest do not name the fleet of a service that carries nothing', () => {
    const spare = { ...data.services, ferry: { ...data.services.feeder, fleet: 'ferries' } };
    const slow = { ...data.fleets, ferries: { ...data.fleets.feeders, speed: kmPerHour(1) } };
    const idle = [...measures, estimated({ ...measures[16], of: { resource: 'ferries' } }, 0.95, 0.01)];
    const table = busiestTable(idle, { ...data, services: spare, fleets: slow });
    expect(table.join('\n')).not.toContain('ferries');
    expect(busiestTable(idle, data)[0]).toContain('ferries');
  });
});

describe('what is short', () => {
  const sets = { where: 'kazakh train', resource: 'kazakh sets', capacity: 80, demand: 100, unit: 'TEU/year one way' };
  const berths = { where: 'Aktau', resource: 'container berths', capacity: 50, demand: 100, unit: 'calls/year' };
  const full = [...measures, estimated({ ...measures[16], of: { place: 'Poti', resource: 'yard' } }, 1, 0)];
  const writeShort = (preview: typeof result.preview, given: readonly string[] = []) =>
    writeRun({ ...report, given, result: { ...result, measures: full, preview } });
  const both = writeShort([...result.preview, sets]);

  it('stands before the busiest, with every row below 1, and only where there is one', () => {
    expect(both).toMatch(
      /\nWhat is short \(capacity ÷ demand below 1\)\n.*can do.*\n.* kazakh sets +0\.80×.*\n.* feeders +0\.90×.*\n\nThe busiest/,
    );
    const enough = writeShort(result.preview.slice(0, 2));
    expect(enough).not.toContain('What is short');
    expect(enough).not.toContain('The others are occupied');
  });

  it('is named as the reason why others are occupied, where others are', () => {
    expect(both).toContain('\n  The others are occupied because they wait for what is short: kazakh sets, feeders.\n');
    // Without the full yard only the feeders themselves are in use for four fifths of the time or more.
    expect(text).toContain('\nWhat is short');
    expect(text).not.toContain('The others are occupied');
  });

  it('is bought all at once, in place of what was set before, and the tightest is shown first', () => {
    const commands = writeShort([...result.preview, sets, berths], ['--set', 'fleets.feeders.count=1', '--days', '9'])
      .split('\n')
      .filter((line) => line.includes('npx keruen'));
    // 2 berths at 0.5, 8 sets at 0.8 and 2 feeders at 0.9: 4.4, 11 and 2.4 do a tenth more than is asked.
    expect(commands[0]).toContain('show small.yaml Aktau ');
    expect(commands[1]).toBe(
      '    npx keruen run small.yaml --days 9 --set places.Aktau.berths.container.count=5 ' +
        `--set 'fleets."kazakh sets".count=11' --set fleets.feeders.count=3`,
    );
  });

  it('is explained beside the formula: what it leaves out, and what the run counts as use', () => {
    expect(writeRun({ ...report, full: true }).replaceAll('\n  ', ' ')).toContain(
      'The formula counts full trains and ships and no waiting; the "use" of the run counts a unit as used from when it ' +
        'is given a load until it is ready again.',
    );
  });
});

describe('the delay ledger', () => {
  const rows = (band = result.ledger[0]) =>
    waterfall(band).map((line) => {
      const [, name, days, share, bar = ''] = /^ {2}(.*?) +(-?[\d.]+) +([\d.]+) %(.*)$/.exec(line) ?? [];
      return { name, days: Number(days), share: Number(share), bar };
    });

  it('books moving, handling and waiting apart, gathers what is small, and ends with the mean transit time', () => {
    expect(rows().map(({ name, days }) => [name, days])).toEqual([
      ['moving', 4],
      ['  China', 3],
      ['  Caspian', 1],
      ['handled', 0.59],
      ['  papers, Khorgos', 0.5],
      ['  other (2 causes)', 0.09],
      ['waiting', 1.5],
      ['  ship to fill, Aktau', 1],
      ['  waiting for weather, Aktau', 0.5],
      ['all: mean transit time', 6.09],
    ]);
  });

  it('calls each cause what a planner would call it', () => {
    const said = ['moving', 'shunting', 'customs red', 'train to fill', 'waiting for a vessel'].map(groupOf);
    expect(said).toEqual(['moving', 'handled', 'handled', 'waiting', 'waiting']);
  });

  it('adds up as it is printed, whatever the parts are: lines to groups, groups to the whole, the whole to the mean', () => {
    const cause = fc.constantFrom('moving', 'papers', 'loading a ship', 'ship to fill', 'waiting for weather');
    const part = fc.tuple(
      cause,
      fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
      fc.integer({ min: 0, max: 800_000 }).map((seconds) => seconds / 86_400),
    );
    const some = fc.uniqueArray(part, { minLength: 1, maxLength: 30, selector: ([what, where]) => what + where });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 5_000 }), (parts, boxes) => {
        const band = ledger('all', boxes, parts);
        fc.pre(band.seconds > 0);
        const printed = rows(band);
        const hundredths = ({ days }: { days: number }) => Math.round(days * 100);
        const sum = (some: typeof printed) => some.reduce((total, row) => total + hundredths(row), 0);
        const whole = printed.at(-1) as (typeof printed)[number];
        const isGroup = ({ name }: { name: string }) => !name.startsWith(' ');
        expect(sum(printed.slice(0, -1).filter(isGroup))).toBe(hundredths(whole));
        expect(sum(printed.filter((row) => !isGroup(row)))).toBe(hundredths(whole));
        expect(Math.abs(whole.days - band.seconds / boxes / 86_400)).toBeLessThanOrEqual(0.005 + 1e-9);
      }),
      { seed: 20_240_101, numRuns: 200 },
    );
  });

  it('draws each bar where the one before it ended', () => {
    const bars = rows().filter(({ bar }) => bar.includes('█'));
    const parts = bars.slice(0, -1);
    for (const [i, { bar }] of parts.slice(1).entries())
      expect(bar.indexOf('█')).toBe(parts[i].bar.lastIndexOf('█') + 1);
    expect(parts.at(-1)?.bar.lastIndexOf('█')).toBe(bars.at(-1)?.bar.lastIndexOf('█'));
  });

  it('names the parts by which the slowest tenth differs most, most first', () => {
    const [, quick, slow] = result.ledger;
    expect(slowTenth(slow, quick)).toEqual([
      '  waiting for weather, Aktau  +3.0 d  3.2 d against 0.2 d of the others',
      '  ship to fill, Aktau         +1.0 d  1.9 d against 0.9 d of the others',
    ]);
  });

  it('says of what it is a mean where boxes had not left when the run ended, and how many had not', () => {
    const [all, ...bands] = result.ledger;
    const censored = writeRun({ ...report, result: { ...result, ledger: [{ ...all, censored: 1_234 }, ...bands] } });
    expect(censored.replaceAll('\n  ', ' ')).toContain(
      'Where the days of a box of westbound go [d a box], mean of those that left ' +
        '(1,000 boxes of 10 replications; 1,234 had not left when the run ended)',
    );
    expect(censored).toContain('\n  mean of those that left       6.09  100.0 %');
    expect(censored).toContain('\nThe way, mean arrival in days (of boxes that left)\n');
    expect(censored).toContain('\nWhat makes the slowest tenth of westbound slow (of boxes that left)\n');
    expect(censored).not.toContain('mean transit time');
    expect(text).not.toContain('that left');
  });
});

describe('how to go on', () => {
  const paths = settablePaths(data);
  const path = (of: Parameters<typeof pathOf>[0]) => pathOf(of, paths)?.path;

  it('finds the path that says how much there is of a resource, of every kind', () => {
    expect(path({ place: 'Aktau', resource: 'container berths' })).toBe('places.Aktau.berths.container.count');
    expect(path({ place: 'Aktau', resource: 'quay cranes' })).toBe('places.Aktau.cranes.quay.count');
    expect(path({ place: 'Aktau', resource: 'yard' })).toBe('places.Aktau.yard.capacity');
    expect(path({ place: 'Aktau', resource: 'tracks' })).toBe('places.Aktau.tracks');
    expect(path({ place: 'Khorgos', resource: '1435 tracks' })).toBe('places.Khorgos.gaugeChange.tracks.1435');
    expect(path({ place: 'Khorgos', resource: 'gauge change cranes' })).toBe('places.Khorgos.gaugeChange.cranes');
    expect(path({ place: 'Khorgos', resource: 'buffer' })).toBe('places.Khorgos.gaugeChange.buffer');
    expect(path({ line: 'China', resource: 'paths to Khorgos' })).toBe('lines.China.paths');
    expect(path({ resource: 'china sets' })).toBe('fleets."china sets".count');
    expect(path({ place: 'Aktau', resource: 'elephants' })).toBeUndefined();
  });

  it('takes the count of a resource before anything else that has its words, in whatever order paths come', () => {
    const path = (key: string) => ({ path: `places.A.cranes.quay.${key}`, value: '2', unit: '', note: '' });
    const found = pathOf({ place: 'A', resource: 'quay cranes' }, [path('rate'), path('count'), path('age')]);
    expect(found?.path).toBe('places.A.cranes.quay.count');
  });

  it('asks for one more of what is counted and a tenth more of what is measured in TEU', () => {
    const more = (of: Parameters<typeof pathOf>[0]) => oneMore(pathOf(of, paths) ?? paths[0]);
    expect(more({ place: 'Aktau', resource: 'container berths' })).toBe('3');
    expect(more({ place: 'Aktau', resource: 'yard' })).toBe('3300 TEU');
    expect(more({ line: 'China', resource: 'paths to Khorgos' })).toBe('4 trains/day');
  });

  it('gives three commands made for the scenario, quoted for a shell, with what was laid over it', () => {
    const given = ['--set', 'places."Xi\'an".tracks=3'];
    const commands = writeRun({ ...report, given })
      .split('\n')
      .filter((line) => line.includes('npx keruen'));
    const typed = `--set 'places."Xi'\\''an".tracks=3'`;
    expect(commands.map((line) => line.trim())).toEqual([
      `npx keruen show small.yaml feeders ${typed}`,
      `npx keruen run small.yaml ${typed} --set fleets.feeders.count=3`,
      `npx keruen preview small.yaml ${typed}`,
    ]);
  });

  const account = (...parts: (readonly [string, string, number])[]) =>
    writeRun({
      ...report,
      result: { ...result, preview: [], ledger: [ledger('all', 100, [['moving', 'China', 9], ...parts])] },
    });

  it('proposes more of what the largest wait is for, from 3 % of the transit time on', () => {
    const setting = (cause: string, where: string) =>
      [...account([cause, where, 1]).matchAll(/ --set '?(.*?)'?\n/g)].map(([, one]) => one);
    expect(setting('waiting for a vessel', 'Aktau')).toEqual(['fleets.feeders.count=3']);
    expect(setting('waiting for platforms', "Xi'an")).toEqual(['fleets."china sets".count=7']);
    expect(setting('waiting for a berth', 'Alat')).toEqual(['places.Alat.berths.container.count=3']);
    expect(setting('waiting for a crane', 'Khorgos')).toEqual(['places.Khorgos.gaugeChange.cranes=3']);
    expect(setting('waiting for a crane', 'Aktau')).toEqual(['places.Aktau.cranes.quay.count=3']);
    expect(setting('waiting for a track', 'Khorgos')).toEqual(['places.Khorgos.gaugeChange.tracks.1435=3']);
    expect(setting('waiting for a track', 'Poti')).toEqual(['places.Poti.tracks=3']);
    expect(setting('waiting for a path', 'China')).toEqual(['lines.China.paths=4 trains/day']);
    expect(setting('waiting for a yard slot', 'Alat')).toEqual(['places.Alat.yard.capacity=4500 TEU']);
    expect(setting('waiting for a buffer slot', 'Khorgos')).toEqual([
      'fleets."kazakh sets".count=9',
      'places.Khorgos.gaugeChange.buffer=450 TEU',
    ]);
    // 0.27 of 9.27 days is 2.9 %, 0.29 of 9.29 is 3.1 %.
    expect(account(['waiting for a berth', 'Alat', 0.27])).toContain('nothing is short');
    expect(account(['waiting for a berth', 'Alat', 0.29])).not.toContain('nothing is short');
  });

  it('proposes what cannot do what is asked before all waits: the queue behind it fills yards far away', () => {
    const row = (capacity: number) => ({
      where: 'caucasus train',
      resource: 'caucasus sets',
      capacity,
      demand: 100,
      unit: '',
    });
    const yard = [
      ledger('all', 100, [
        ['moving', 'China', 9],
        ['waiting for a yard slot', "Xi'an", 9],
      ]),
    ];
    const set = (capacity: number, ledger = yard) =>
      / --set '?(.*?)'?\n/.exec(writeRun({ ...report, result: { ...result, preview: [row(capacity)], ledger } }))?.[1];
    // 5 sets at 0.5 of what is asked: 11 do a tenth more than is asked.
    expect(set(50)).toBe('fleets."caucasus sets".count=11');
    expect(set(110)).toBe("places.\"Xi'\\''an\".yard.capacity=3000 TEU");
    const moving = [ledger('all', 100, [['moving', 'China', 9]])];
    expect(set(110, moving)).toBe('fleets."caucasus sets".count=6');
    expect(set(120, moving)).toBeUndefined();
  });

  it('proposes nothing to buy against the weather, and loads that go sooner where nothing is short', () => {
    const calm = account(
      ['waiting for weather', 'Aktau', 1],
      ['ship to fill', 'Aktau', 1.5],
      ['train to fill', 'Alat', 0.2],
    );
    expect(calm).toContain('  nothing is short; most of the waiting is for loads to fill. Let feeder go sooner:\n');
    // 36 h on average; no more than half of the 48 h of today.
    expect(calm).toContain("--set 'services.feeder.sails.longestWait=24 h'\n");
    const train = account(['train to fill', 'Khorgos', 0.8]);
    expect(train).toContain(`--set 'services."kazakh train".leaves.longestWait=19 h'\n`);
    expect(account()).toContain('  nothing is short.\n');
  });

  it('sets in place of what was set before, because a path is set once', () => {
    const before = ['--warm-up', '10', '--set', 'fleets."feeders".count=1', '--set', 'places.Aktau.tracks=3'];
    expect(writeRun({ ...report, given: before })).toContain(
      'npx keruen run small.yaml --warm-up 10 --set places.Aktau.tracks=3 --set fleets.feeders.count=3\n',
    );
  });

  it('proposes to validate a scenario that has published figures', () => {
    expect(writeRun({ ...report, isValidated: true })).toContain('npx keruen validate small.yaml\n');
  });
});
