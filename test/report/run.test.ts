// The report of a run, section by section, from a result made by hand.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corridor } from '../../src/model/define';
import { settablePaths } from '../../src/model/schema';
import { busiest, oneMore, pathOf } from '../../src/report/busiest';
import { WIDTH, widthOf } from '../../src/report/columns';
import { previewTable } from '../../src/report/preview';
import { type RunReport, writeRun } from '../../src/report/run';
import { throughputTable } from '../../src/report/throughput';
import { transitTable } from '../../src/report/transit';
import { groupOf, slowTenth, waterfall } from '../../src/report/waterfall';
import { writeWay } from '../../src/report/way';
import { small } from '../model/small';
import { ledger, measures, result } from './result';

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

  it('has its sections in the order in which a planner asks', () => {
    const headings = [
      'The way',
      'What the formula',
      'Throughput',
      'Transit time',
      'Where the days',
      'What makes',
      'The busiest',
      'How to go on',
    ];
    const at = headings.map((heading) => lines.findIndex((line) => line.startsWith(heading)));
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  it('says first and last that a run ended early', () => {
    const early = writeRun({
      ...report,
      result: { ...result, endedEarly: 'In replication 0 nothing has moved for 60 days' },
    });
    expect(early).toMatch(/^The run ended early: In replication 0 nothing has moved for 60 days\./);
    expect(early).toMatch(/all figures are of the time before\.\n$/);
  });

  it('says whether a precision was reached', () => {
    const asked = (reached: boolean, worst: number | null) =>
      writeRun({ ...report, result: { ...result, precision: { asked: 0.05, reached, worst } } });
    expect(asked(true, 0.031)).toContain('Precision asked: 5.0 %; reached: the widest half-width is 3.1 %.');
    expect(asked(false, null)).toContain('Precision asked: 5.0 %; not reached: no interval yet.');
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
      "  Xi'an 0 → Khorgos 3.1 → Aktau 9.4 → Alat 12.1 → Poti 17.2 d",
    ]);
    expect(writeWay(result.journeys[0], new Set())).toEqual(["  Xi'an 0 → Poti 17.2 d"]);
  });

  it('leaves out junctions in the report, and flows of which no box finished', () => {
    expect(text).toContain("  Xi'an 0 → Khorgos 3.1 → Aktau 9.4 → Alat 12.1 → Poti 17.2 d\n");
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
      '  feeder  feeders           0.9×: too little    90 ÷ 100 TEU/year one way',
      '  Aktau   container berths  1.8× what is asked  180 ÷ 100 calls/year',
      '  Alat    yard              300× what is asked  3,000 ÷ 10 TEU',
    ]);
    expect(previewTable([{ where: 'A', resource: 'b', capacity: 110, demand: 100, unit: 'c' }])[0]).toContain(
      '1.1×: tight',
    );
  });

  it('throughput says which TEU are counted, place by place along the way, the corridor last', () => {
    expect(throughputTable(measures, data, ["Xi'an", 'Khorgos', 'Aktau'])).toEqual([
      "  Xi'an     12,000  ± 100              in plus out by rail",
      '  Khorgos   12,100  (one replication)  carried over',
      '  Aktau     12,345  ± 210              over the quay, loaded plus discharged',
      '  corridor  11,950  ± 120              delivered, each box once',
    ]);
  });

  it('transit time has an interval or says in words why there is none', () => {
    const [head, west, east] = transitTable(measures, ['westbound', 'eastbound', 'unknown']);
    expect(head.trim().split(/ +/)).toEqual(['mean', 'p50', 'p90']);
    expect(west).toMatch(/westbound +17\.2 ± 0\.3 +16\.9 ± 0\.2 +did not finish$/);
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
    expect(text).toMatch(/Aktau +container berths +61\.0 % +± 2\.0 +mean wait for one 5\.2 h\n/);
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

  it('counts boxes that had not left when the run ended', () => {
    const [all, ...bands] = result.ledger;
    const censored = writeRun({ ...report, result: { ...result, ledger: [{ ...all, censored: 1_234 }, ...bands] } });
    expect(censored).toContain('(1,000 boxes; 1,234 had not left when the run ended)');
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
      `npx keruen show small.yaml Aktau ${typed}`,
      `npx keruen run small.yaml ${typed} --set fleets.feeders.count=3`,
      `npx keruen preview small.yaml ${typed}`,
    ]);
  });

  it('proposes to validate a scenario that has published figures', () => {
    expect(writeRun({ ...report, isValidated: true })).toContain('npx keruen validate small.yaml\n');
  });
});
