import { describe, expect, it } from 'vitest';
import { check } from '../../../src/model/checks/check';
import { placeKinds } from '../../../src/model/places/registry';
import { writePath } from '../../../src/problem';
import { days, hours, movesPerHour, percent, teu } from '../../../src/units';
import { type Mutation, mutated } from '../mutated';
import { small } from '../small';

const found = (set: Mutation) => check(mutated(set)).map(({ path, say }) => `${writePath(path)}: ${say}`);

/** What is changed in a corridor that holds; every problem that must come of it, with its path and its sentence. */
const rows: readonly (readonly [promise: string, set: Mutation, problems: readonly string[]])[] = [
  [
    'a line ends at places',
    { 'lines.Caspian.between': ['Aktau', 'Alatt'] },
    ['lines.Caspian.between.1: There is no place "Alatt"; did you mean Alat?'],
  ],
  [
    'a line joins two different places',
    { 'lines.loop': { between: ['Alat', 'Alat'], mode: 'rail', length: 1 } },
    ['lines.loop.between: The line "loop" begins and ends at Alat; name two places.'],
  ],
  [
    'a sea lane has neither gauge nor paths',
    { 'lines.Caspian.gauge': 1520, 'lines.Caspian.paths': 2 },
    [
      'lines.Caspian.gauge: The line "Caspian" is a sea lane; leave gauge out, or make its mode rail.',
      'lines.Caspian.paths: The line "Caspian" is a sea lane; leave paths out, or make its mode rail.',
    ],
  ],
  [
    'a line without any path is no line',
    { 'lines.China.paths': 0 },
    ['lines.China.paths: Without a path no train ever runs on "China"; leave paths out where one is always free.'],
  ],
  [
    'every place lies on a line',
    { 'places.Baku': small.places.Alat },
    ['places.Baku: No line reaches Baku; add a line that does, or remove the place.'],
  ],
  [
    'a place that no line reaches is one problem, also where a flow begins there',
    { 'places.Baku': { ...small.places.Poti, at: [40, 50] }, 'flows.westbound.to': 'Baku' },
    ['places.Baku: No line reaches Baku; add a line that does, or remove the place.'],
  ],
  [
    'a service runs on lines that exist',
    { 'services."kazakh train".on': ['Kazakhstan east', 'Kazakhstan wets'] },
    [
      'services."kazakh train".on.1: There is no line "Kazakhstan wets"; did you mean Kazakhstan west or Kazakhstan east?',
    ],
  ],
  [
    'a service needs a line',
    { 'services.feeder.on': [] },
    ['services.feeder.on.0: A service needs at least one line. Name the lines in order.'],
  ],
  [
    'lines of a service join one another',
    { 'services."kazakh train".on': ['Kazakhstan east', 'Caucasus'] },
    [
      'services."kazakh train".on.1: The line "Caucasus" joins Alat and Poti, but the chain has come to Khorgos. Name the lines in order.',
    ],
  ],
  [
    'a service does not come back to where it has been',
    {
      'lines.back': { between: ['Aktau', 'Khorgos'], mode: 'rail', length: 900, gauge: 1520, speed: 40 },
      'services."kazakh train".on': ['Kazakhstan east', 'Kazakhstan west', 'back'],
    },
    [
      'services."kazakh train".on.2: The line "back" leads back to Khorgos, where the chain has been. Name the lines in order, or the places where a service that goes round calls (calls).',
    ],
  ],
  [
    'a service is all rail or all sea',
    { 'services."kazakh train".on': ['Kazakhstan east', 'Kazakhstan west', 'Caspian'], 'lines.Caspian.speed': 20 },
    [
      'services."kazakh train".on.2: The service "kazakh train" runs by rail on "Kazakhstan east" and by sea on "Caspian"; make two services of it.',
    ],
  ],
  [
    'a train keeps its gauge',
    { 'lines."Kazakhstan west".gauge': 1435 },
    [
      'services."kazakh train".on: The line "Kazakhstan east" has 1520 mm and another has 1435 mm; end the service at a gauge change.',
    ],
  ],
  [
    'a service does not end at a junction',
    { 'services."kazakh train".on': 'Kazakhstan west' },
    [
      'services."kazakh train".on: Trains of "kazakh train" end at Saryagash, a junction, where nothing is loaded; lead the service on to the next place.',
      "flows.westbound.to: There is no way from Xi'an to Poti: services reach Khorgos, Xi'an. Add a service that leads on.",
      "flows.eastbound.to: There is no way from Poti to Xi'an: services reach Aktau, Alat, Poti, Saryagash. Add a service that leads on.",
    ],
  ],
  [
    'a service does not end at a border without gauge change, and nothing is held there',
    { 'places.Khorgos.gaugeChange': null },
    [
      'places.Khorgos.channels: A box that is held at Khorgos leaves its train, and without a gauge change there are no cranes; use controls.',
      'services."china train".on: Trains of "china train" end at Khorgos, a border without gauge change, where nothing is loaded; lead the service on to the next place.',
      'services."kazakh train".on: Trains of "kazakh train" end at Khorgos, a border without gauge change, where nothing is loaded; lead the service on to the next place.',
    ],
  ],
  [
    'a gauge change has a buffer',
    { 'places.Khorgos.gaugeChange.buffer': 0 },
    ['china train', 'kazakh train'].map(
      (id) =>
        `places.Khorgos.gaugeChange.buffer: Boxes of "${id}" that find no train opposite at Khorgos go to the buffer; give it room for one or more.`,
    ),
  ],
  [
    'tracks of a gauge have a line of that gauge',
    { 'lines.China.gauge': 1520, 'places.Khorgos.gaugeChange.tracks': { 1435: 2, 1520: 2 } },
    [
      "places.Khorgos.gaugeChange.tracks.1435: No line of 1435 mm reaches Khorgos, so no train ever stands in its 2 tracks of that gauge; correct a line's gauge, or give 0 tracks.",
    ],
  ],
  [
    'a line that ends at a gauge change says its gauge',
    { 'lines.China.gauge': null },
    ['lines.China.gauge: The line "China" ends at the gauge change of Khorgos; say which gauge it has.'],
  ],
  [
    'a gauge change has tracks of the gauge that comes, and cranes',
    { 'places.Khorgos.gaugeChange.tracks.1435': 0, 'places.Khorgos.gaugeChange.each': 0 },
    [
      'places.Khorgos.gaugeChange.each: The service "china train" ends here and needs a crane for each train; give at least one.',
      'places.Khorgos.gaugeChange.tracks.1435: The service "china train" ends here and needs a track; give at least one.',
      'places.Khorgos.gaugeChange.each: The service "kazakh train" ends here and needs a crane for each train; give at least one.',
    ],
  ],
  [
    'ships end at seaports',
    {
      'lines.Caucasus.mode': 'sea',
      'lines.Caucasus.gauge': null,
      'services."caucasus train".sails': { full: true },
      'services."caucasus train".leaves': null,
    },
    ['services."caucasus train".on: Ships of "caucasus train" end at Poti, a terminal; end the service at a seaport.'],
  ],
  [
    'ships find their kind of berth at both ends',
    { 'services.feeder.berth': 'ferry', 'places.Alat.berths.ferry': { count: 1, cranes: 1, tieUp: hours(1) } },
    ['services.feeder.berth: There is no berth at Aktau of kind "ferry"; there is container.'],
  ],
  [
    'the usual berth is missed at the port',
    { 'places.Aktau.berths': { ferry: { count: 1, cranes: 1, tieUp: hours(1) } } },
    ['places.Aktau.berths: There is no berth at Aktau of kind "container"; there is ferry.'],
  ],
  [
    'ships find a berth and cranes',
    {
      'places.Aktau.berths.container.count': 0,
      'places.Aktau.berths.container.cranes': 0,
      'places.Alat.cranes.quay.count': 0,
    },
    [
      'places.Aktau.berths.container.count: The service "feeder" ends here and needs a berth; give at least one.',
      'places.Aktau.berths.container.cranes: The service "feeder" ends here and needs a quay crane at its berth; give at least one.',
      'places.Alat.cranes.quay.count: The service "feeder" ends here and needs a quay crane; give at least one.',
    ],
  ],
  [
    'trains find a track and cranes',
    { 'places.Poti.tracks': 0, 'places.Poti.cranes.rail': { count: 0, rate: movesPerHour(20), each: 0 } },
    [
      'places.Poti.tracks: The service "caucasus train" ends here and needs a track; give at least one.',
      'places.Poti.cranes.rail.count: The service "caucasus train" ends here and needs a crane over the tracks; give at least one.',
      'places.Poti.cranes.rail.each: The service "caucasus train" ends here and needs a crane for each train; give at least one.',
    ],
  ],
  [
    'a yard takes one full unit',
    { 'places.Poti.yard.capacity': teu(79) },
    [
      'places.Poti.yard.capacity: A unit of "caucasus train" brings up to 80 TEU to Poti; a smaller yard never takes a full one.',
    ],
  ],
  [
    'trains leave and ships sail',
    {
      'services.feeder.leaves': { full: true },
      'services."china train".leaves': null,
      'services."china train".sails': { full: true },
      'services."kazakh train".leaves': null,
      'services."caucasus train".berth': 'container',
    },
    [
      'services."china train".sails: The service "china train" runs by rail; say when its train leaves, not sails.',
      'services."kazakh train".leaves: Say when the train of "kazakh train" leaves: full, or once a box has waited longest.',
      'services.feeder.leaves: The service "feeder" runs by sea; say when its ship sails, not leaves.',
      'services."caucasus train".berth: The service "caucasus train" runs by rail and needs no berth; leave it out.',
    ],
  ],
  [
    'something lets a unit go',
    { 'services.feeder.sails': { full: false } },
    ['services.feeder.sails: Nothing ever lets a unit of "feeder" go; make full true, or give longestWait.'],
  ],
  [
    'a longest wait is asked for only where it lets a train go: not where both ends leave by the clock',
    {
      'services."china train".leaves': { full: true, longestWait: days(3), every: hours(12) },
      'services."kazakh train".leaves': {
        full: true,
        longestWait: days(2),
        timetable: {
          Khorgos: { timeZone: 'Asia/Almaty', times: { daily: '08:00' } },
          Aktau: { timeZone: 'Asia/Aqtau', times: { daily: '08:00' } },
        },
      },
      // One end by the clock, the other when it is full.
      'services."caucasus train".leaves': {
        full: true,
        longestWait: days(2),
        timetable: { Alat: { timeZone: 'Asia/Baku', times: { daily: '08:00' } } },
      },
    },
    [
      'services."china train".leaves.longestWait: Trains of "china train" set out by the clock from both ends and never sooner; leave longestWait out, or the departures.',
      'services."kazakh train".leaves.longestWait: Trains of "kazakh train" set out by the clock from both ends and never sooner; leave longestWait out, or the departures.',
    ],
  ],
  [
    'the least load can be reached',
    { 'services.feeder.sails.least': teu(203) },
    ['services.feeder.sails.least: A unit of "feeders" carries 202.5 TEU and never reaches 203 TEU; ask for less.'],
  ],
  [
    'a train that the boxes of its way do not fit on is never filled',
    { 'fleets."china sets".carries': teu(1.5), 'services."china train".leaves.least': null },
    [
      'fleets."china sets".carries: A unit of "china sets" has room for 1.5 TEU; a box 45G1 of "westbound" takes 2 TEU and never goes.',
    ],
  ],
  [
    'a service has a fleet that exists',
    { 'services.feeder.fleet': 'feedres' },
    [
      'services.feeder.fleet: There is no fleet "feedres"; did you mean feeders?',
      'fleets.feeders: No service uses the fleet "feeders"; name it in a service, or remove it.',
    ],
  ],
  [
    'a fleet of several services has one gauge',
    { 'services."kazakh train".fleet': 'china sets' },
    [
      'services."kazakh train".fleet: The fleet "china sets" runs on 1435 mm on "china train", and "kazakh train" has 1520 mm; give it a fleet of its own.',
      'fleets."kazakh sets": No service uses the fleet "kazakh sets"; name it in a service, or remove it.',
    ],
  ],
  [
    'services of one fleet meet where they end',
    { 'services."kazakh train".fleet': 'caucasus sets' },
    [
      'services."kazakh train".fleet: The fleet "caucasus sets" runs on caucasus train and kazakh train, but no set comes to "kazakh train" from "caucasus train": sets change service only where two services end, and run only over the lines of their services; let them end at one place, or give it a fleet of its own.',
      'fleets."kazakh sets": No service uses the fleet "kazakh sets"; name it in a service, or remove it.',
    ],
  ],
  [
    'ships are shared by no two services',
    { 'services.feeder.fleet': 'kazakh sets' },
    [
      'services."kazakh train".fleet: The fleet "kazakh sets" runs on feeder and kazakh train; only trains may be shared, so give each service a fleet of its own.',
      'services.feeder.fleet: The fleet "kazakh sets" runs on feeder and kazakh train; only trains may be shared, so give each service a fleet of its own.',
      'lines.Caspian.speed: Neither the line "Caspian" nor the fleet "kazakh sets" has a speed; give one of them.',
      'fleets.feeders: No service uses the fleet "feeders"; name it in a service, or remove it.',
    ],
  ],
  [
    'a used line has a ship',
    { 'fleets.feeders.count': 0 },
    ['fleets.feeders.count: The service "feeder" has no unit to run with; give the fleet "feeders" at least one.'],
  ],
  [
    'a line or a fleet says how fast',
    { 'fleets.feeders.speed': null },
    ['lines.Caspian.speed: Neither the line "Caspian" nor the fleet "feeders" has a speed; give one of them.'],
  ],
  [
    'a flow leads from a place to another',
    { 'flows.westbound.to': "Xi'an" },
    [`flows.westbound.to: The flow "westbound" begins and ends at Xi'an; name two places.`],
  ],
  [
    'a flow begins and ends where there is a gate',
    { 'flows.westbound.from': 'Khorgos', 'flows.eastbound.to': 'Atkau' },
    [
      'flows.westbound.from: Khorgos is a rail border, where boxes neither begin nor end; name a terminal, a seaport or a hinterland.',
      'flows.eastbound.to: There is no place "Atkau"; did you mean Aktau?',
    ],
  ],
  [
    'the shares of boxes add up to 100 %',
    { 'flows.westbound.boxes': { '22G1': percent(20), '45G1': percent(81) } },
    ['flows.westbound.boxes: The boxes of "westbound" add up to 101 %; make their shares add up to 100 %.'],
  ],
  [
    'a flow brings boxes',
    { 'flows.westbound.demand': 0 },
    ['flows.westbound.demand: The flow "westbound" brings no box; give a demand, or remove the flow.'],
  ],
  [
    // Found by search: the only thing that these two names share is their key.
    'two flows do not share the key by which their luck is drawn',
    { 'flows.cfmw': small.flows.westbound, 'flows.cuxc': small.flows.eastbound },
    [
      'flows.cuxc: The flows "cfmw" and "cuxc" have names from which the same luck is drawn (key -648499482); rename one of them.',
    ],
  ],
  [
    'a flow has a way, or it is said how far one gets',
    { 'services.feeder': null, 'fleets.feeders': null },
    [
      "flows.westbound.to: There is no way from Xi'an to Poti: services reach Aktau, Khorgos, Xi'an. Add a service that leads on.",
      "flows.eastbound.to: There is no way from Poti to Xi'an: services reach Alat, Poti. Add a service that leads on.",
    ],
  ],
  [
    'a port names a storm calendar that exists',
    { 'places.Alat.weather': 'Caspain' },
    ['places.Alat.weather: There is no weather "Caspain"; did you mean caspian?'],
  ],
  [
    'a control waits for trains from a neighbour',
    { 'places.Khorgos.controls.papers.trainsFrom': 'Aktau' },
    [`places.Khorgos.controls.papers.trainsFrom: There is no line from Khorgos to "Aktau"; there is Xi'an, Saryagash.`],
  ],
  [
    'the channels of customs add up to 100 %',
    { 'places.Khorgos.channels.red.share': percent(5) },
    ['places.Khorgos.channels: The channels at Khorgos add up to 95 %; make them add up to 100 %.'],
  ],
  [
    'the sea opens in every month, and storms last',
    {
      'weather.caspian.closedShare.feb': 1,
      'weather.caspian.closedShare.mar': Number.NaN,
      'weather.caspian.meanSpell': 0,
    },
    [
      'weather.caspian.closedShare.feb: The sea "caspian" never opens in feb; a month is closed for less than 100 % of its time.',
      'weather.caspian.closedShare.mar: The sea "caspian" never opens in mar; a month is closed for less than 100 % of its time.',
      'weather.caspian.meanSpell: A spell of "caspian" lasts no time; give the mean time that the sea stays closed.',
    ],
  ],
  [
    'the window opens on a day, after whole days',
    { start: '2024-02-30', warmUp: days(30) + 1, 'changes.third-berth.from': '1 July' },
    [
      'start: The window opens on a day of the calendar; write it as 2024-01-01.',
      'warmUp: A warm-up is whole days, so that seasons stay where they are; write it as "90 d".',
      'changes.third-berth.from: A change happens on a day of the calendar; write it as 2024-07-01.',
    ],
  ],
  [
    'a variant is made of changes that exist',
    { 'variants.announced': ['third-birth', 'more-cranes'] },
    ['variants.announced.0: There is no change "third-birth"; did you mean third-berth?'],
  ],
  [
    'a change falls into the run',
    { 'changes.third-berth.from': '2023-12-01', 'changes.more-cranes.from': '2025-01-01' },
    [
      'changes.third-berth.from: The run begins on 2023-12-02 and its window ends with 2024-12-31; choose a day between, or leave from out for a change before the start.',
      'changes.more-cranes.from: The run begins on 2023-12-02 and its window ends with 2024-12-31; choose a day between, or leave from out for a change before the start.',
    ],
  ],
  [
    'a headline is a statistic of a measure of something',
    { headline: ['p99 dwell at Aktau', 'mean dwel at Aktau', 'max TEU inside at Aktua', 'mean transit time'] },
    [
      'headline.0: There is no statistic "p99"; did you mean p90 or p95? A headline reads like "p90 dwell at Aktau".',
      'headline.1: There is no measure "dwel"; did you mean dwell? A headline reads like "p90 dwell at Aktau".',
      'headline.2: There is no place, line or flow "Aktua"; did you mean Aktau? A headline reads like "p90 dwell at Aktau".',
    ],
  ],
  [
    'sources and ranges are of something that stands there',
    {
      sources: { 'places.Aktau.yard.capcity': 'N29', 'places..': 'x' },
      ranges: { 'places.Aktau.tracks': [1, 2], 'fleets.x': [1, 2] },
    },
    [
      'sources."places.Aktau.yard.capcity": Nothing stands at places.Aktau.yard.capcity; correct the path, or remove the entry.',
      'sources."places..": "places.." is not a path: a key is missing at 8. Write keys joined by dots, and quote a key that has dots or spaces: places."New port".tracks.',
      'ranges."fleets.x": Nothing stands at fleets.x; correct the path, or remove the entry.',
    ],
  ],
  [
    'a range goes from a lower to a higher value of its path',
    {
      ranges: {
        'places.Aktau.tracks': [3, 2],
        'places.Aktau.shunting': ['10 min', '1 TEU'],
        'fleets.feeders.load': ['80 %', '90 %'],
      },
    },
    [
      'ranges."places.Aktau.tracks": A range goes from a lower to a higher number; 3 to 2 does not.',
      'ranges."places.Aktau.shunting".1: "1 TEU": "TEU" is no unit for a duration; write a duration in s, min, h, d, weeks, such as 8 h, at most 3650 d.',
    ],
  ],
];

describe('the check of a corridor', () => {
  it('finds nothing in a small corridor with every kind of place', () => {
    expect(check(small)).toEqual([]);
    const kinds = new Set(Object.values(small.places).map(({ kind }) => kind as string));
    // Hinterlands and road borders are in the corridors of their own tests.
    const others = ['hinterland', 'road border'];
    expect([...kinds].sort()).toEqual(
      Object.keys(placeKinds)
        .filter((kind) => !others.includes(kind))
        .sort(),
    );
  });

  it.each(rows)('%s', (_, set, problems) => {
    expect(found(set)).toEqual(problems);
  });

  it('says what came and what is allowed, beside the sentence', () => {
    for (const [promise, set] of rows) {
      for (const { got, allowed } of check(mutated(set))) {
        expect(String(got), promise).not.toBe('');
        expect(allowed, promise).not.toBe('');
      }
    }
  });

  it('allows a change on the first day of the run, on the last of the window, and on neither side of them', () => {
    const from = (day: string) => found({ 'changes.third-berth.from': day }).length;
    expect(['2023-12-01', '2023-12-02', '2024-12-31', '2025-01-01'].map(from)).toEqual([1, 0, 0, 1]);
  });

  it('finds everything at once', () => {
    const all = {
      'fleets.feeders.count': 0,
      'places.Poti.tracks': 0,
      'flows.westbound.demand': Number.NaN,
      headline: ['x'],
    };
    expect(check(mutated(all))).toHaveLength(4);
  });

  it('allows a fleet that only leaves full on a service that no flow uses', () => {
    const set = {
      'places.Baku': small.places.Alat,
      'lines.ferry lane': { between: ['Baku', 'Aktau'], mode: 'sea', length: 400, speed: 20 },
    };
    const named = Object.fromEntries(
      Object.entries(set).map(([path, value]) => [path.replace('ferry lane', '"ferry lane"'), value]),
    );
    const service = { on: 'ferry lane', fleet: 'ferries', sails: { full: true } };
    expect(found({ ...named, 'services.ferry': service, 'fleets.ferries': { count: 1, carries: teu(1) } })).toEqual([]);
  });
});
