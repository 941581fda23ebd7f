// Published figures for comparison with a run, never for fitting: the two events of each, its population, its rule.
import type { StopEvent } from '../model/run/asked';

/** The time between two moments of a flow's boxes. */
export interface SpanOfFlow {
  readonly flow: string;
  readonly from: StopEvent;
  readonly to: StopEvent;
}

/** The run's counterpart: times of boxes, pooled over several flows; a measure of the run; or trains held on their way. */
export type Computed =
  | { readonly spans: readonly SpanOfFlow[] }
  | { readonly measure: string; readonly statistic: string; readonly place: string }
  | { readonly heldTowards: string; readonly from: string; readonly others: boolean };

/**
 * M: a mean. S: a delivery term that an operator sets or states. N: a backlog at one time. P: a consequence of the input
 * demand; printed, never counted.
 */
export type Rule = 'M' | 'S' | 'N' | 'P';

export interface ValidationRow {
  /** The id of the fact. */
  readonly id: string;
  readonly scenario: string;
  /** The variant with the conditions of the period; else the one with the fewest changes. */
  readonly variant?: string;
  /** What is measured. */
  readonly measure: string;
  /** The two events in words; null if it is not a time between two. */
  readonly from: string | null;
  readonly to: string | null;
  /** The population of the figure. */
  readonly over: string;
  readonly rule: Rule;
  /** Absent if the scenario does not cover the published figure completely. */
  readonly computed?: Computed;
  readonly published: {
    readonly value: number;
    /** Both, or neither if one number is published. */
    readonly low: number | null;
    readonly high: number | null;
    readonly unit: 'd' | 'h' | 'TEU' | 'trains';
    readonly year: number;
  };
  /** The period of the figure: yyyy, yyyy-mm, or the first and last month as yyyy-mm/yyyy-mm. */
  readonly period: string;
  /** Why it is never counted, whatever its period: a sentence. */
  readonly notCounted?: string;
  /** The source's statement on its parts: a sentence. */
  readonly remark: string;
  /** If the run is quicker, or lower: what is probably missing in it. */
  readonly ifBelow?: string;
  /** If the run is slower, or higher: what is probably too long in it. */
  readonly ifAbove?: string;
}

const one = (value: number, unit: 'd' | 'h' | 'TEU' | 'trains', year: number) => ({
  ...{ value, low: null, high: null, unit, year },
});

const leavesXian = { place: "Xi'an", event: 'departure' } as const;
const reachesAltynkol = { place: 'Altynkol', event: 'arrival' } as const;
const leavesAltynkol = { place: 'Altynkol', event: 'departure' } as const;
const setDownAtAbsheron = { place: 'Absheron', event: 'departure' } as const;
const leavesAktau = { place: 'Aktau', event: 'departure' } as const;
const outOfChina = (place: string): SpanOfFlow => ({
  flow: 'westbound',
  from: { place, event: 'arrival' },
  to: { place, event: 'handed over' },
});
/** Boxes from China across the sea, by destination. */
const west = (from: StopEvent, to: StopEvent) =>
  ['westbound', 'to Absheron'].map((flow): SpanOfFlow => ({ flow, from, to }));

const roadFlows = {
  'south to China': ['Alakol', 'Kalzhat', 'Nur Zholy'],
  'China to south': ['Alakol', 'Kalzhat', 'Nur Zholy'],
  'east to China': ['Alakol', 'Bakhty', 'Maikapchagai'],
  'China to east': ['Alakol', 'Bakhty', 'Maikapchagai'],
};

const absheron = 'boxes set down at Absheron, the rail terminal of Baku, by train from Alat';
const arrivesAltynkol = 'train from China arrives at Altynkol';
const sailsFromAktau = 'ship with the boxes leaves Aktau';

const emptyCorridor =
  'Waits behind others’ trains in China and Kazakhstan are short or missing; how far times hang together over a trip and a week is assumed.';
const slowest =
  'Boxes wait for trains and feeders to fill, where a regular daily train and its feeder leave by the clock.';

const middle: readonly ValidationRow[] = [
  {
    id: 'C016',
    scenario: 'middle-corridor-2024',
    measure: 'Xi’an to Baku by the regular daily train',
    from: 'train leaves Xi’an',
    to: absheron,
    over: 'boxes of regular daily trains, laden',
    rule: 'S',
    computed: { spans: [{ flow: 'to Absheron', from: leavesXian, to: setDownAtAbsheron }] },
    published: one(12, 'd', 2024),
    period: '2024-07',
    remark: 'The unloading at Alat and the train from Alat to Absheron belong to it.',
    ifBelow: emptyCorridor,
    ifAbove: slowest,
  },
  {
    id: 'C037',
    scenario: 'middle-corridor-2024',
    measure: 'Altynkol to Absheron',
    from: 'train leaves Altynkol on 1520 mm',
    to: absheron,
    over: 'laden boxes westbound',
    rule: 'S',
    computed: { spans: [{ flow: 'to Absheron', from: leavesAltynkol, to: setDownAtAbsheron }] },
    published: one(9, 'd', 2024),
    period: '2024',
    remark: 'A delivery schedule that was set in May 2024.',
    ifBelow: emptyCorridor,
    ifAbove: slowest,
  },
  {
    id: 'C108',
    scenario: 'middle-corridor-2024',
    measure: 'Altynkol to Aktau by rail',
    from: 'train leaves Altynkol on 1520 mm',
    to: 'train arrives at Aktau',
    over: 'container block trains',
    rule: 'M',
    computed: { spans: west(leavesAltynkol, { place: 'Aktau', event: 'arrival' }) },
    published: one(3, 'd', 2024),
    period: '2024-05',
    remark: 'An operator’s statement; a mean of 941 km a day (A054) gives 3.4 to 3.7 d over 3,250 to 3,450 km.',
    ifBelow: emptyCorridor,
    ifAbove: 'The speed with stops goes back to 2018 and to all transit container trains (A054), not to block trains.',
  },
  {
    id: 'C075',
    scenario: 'middle-corridor-2024',
    variant: 'december-2025',
    measure: 'Xi’an to Absheron in December',
    from: 'train leaves Xi’an',
    to: absheron,
    over: 'boxes that leave in December',
    rule: 'M',
    computed: { spans: [{ flow: 'to Absheron', from: leavesXian, to: setDownAtAbsheron }] },
    published: { value: 17.5, low: 15, high: 20, unit: 'd', year: 2025 },
    period: '2025-12',
    remark: 'Said by market participants against an official 11 d; of the time before the storms.',
    ifBelow: emptyCorridor,
    ifAbove: slowest,
  },
  {
    id: 'C101',
    scenario: 'middle-corridor-2024',
    variant: 'december-2025',
    measure: 'the section of Kazakhstan',
    from: arrivesAltynkol,
    to: sailsFromAktau,
    over: 'laden boxes westbound',
    rule: 'S',
    computed: { spans: west(reachesAltynkol, leavesAktau) },
    published: one(6, 'd', 2025),
    period: '2025',
    remark: 'The section of the country: gauge change, rail, port and the wait for a ship.',
    ifBelow: emptyCorridor,
    ifAbove: slowest,
  },
  {
    id: 'C111',
    scenario: 'middle-corridor-2024',
    variant: 'as-in-2023',
    measure: 'the section of Kazakhstan, early 2023',
    from: arrivesAltynkol,
    to: sailsFromAktau,
    over: 'laden boxes westbound',
    rule: 'S',
    computed: { spans: west(reachesAltynkol, leavesAktau) },
    published: one(6, 'd', 2023),
    period: '2023-03',
    remark: 'Halved from 12 d within a year; 5 d were aimed at.',
    ifBelow: emptyCorridor,
    ifAbove:
      'With the few boxes of 2023 trains and feeders fill slowly; in life part of the feeders’ boxes are of other routes than this one.',
  },
  {
    id: 'C020',
    scenario: 'middle-corridor-2024',
    measure: 'China to Europe by the Middle Corridor',
    from: 'train leaves China',
    to: 'boxes at a European terminal by Poti and the Black Sea',
    over: 'block trains',
    rule: 'M',
    published: { value: 22.5, low: 20, high: 25, unit: 'd', year: 2024 },
    period: '2024-01',
    notCounted: 'The published way goes on over the Black Sea to Europe; the scenario ends at Poti.',
    remark: '',
  },
  {
    id: 'B035',
    scenario: 'middle-corridor-2024',
    measure: 'TEU over the quay at Alat, loaded and discharged',
    from: null,
    to: null,
    over: 'all containers of the port of Baku',
    rule: 'P',
    computed: { measure: 'throughput', statistic: 'total', place: 'Alat' },
    published: one(76775, 'TEU', 2024),
    period: '2024',
    notCounted: 'It follows from the demand that was put in.',
    remark: '',
  },
];

const borders: readonly ValidationRow[] = [
  {
    id: 'C059',
    scenario: 'rail-border',
    variant: 'september-2023',
    measure: 'the Chinese side of the rail border',
    from: 'train arrives at the Chinese border station (Khorgos, Alashankou)',
    to: 'train leaves it for Kazakhstan',
    over: 'all freight sampled by forwarders; outbound 14.0 h',
    rule: 'M',
    computed: { spans: ['Altynkol', 'Dostyk'].map(outOfChina) },
    published: one(14.4, 'h', 2023),
    period: '2023',
    remark: 'The Chinese side only, up to the hand-over; the gauge change is on the Kazakh side.',
    ifBelow:
      'Exit control is all that the model has on this side: Kazakhstan takes over whatever comes, so that no train waits for the hand-over, a locomotive or a crew.',
    ifAbove: 'Exit control takes too long (N27).',
  },
  {
    id: 'C064',
    scenario: 'rail-border',
    measure: 'the Chinese side of the rail border at Khorgos in 2022',
    from: 'train arrives at Khorgos, China',
    to: 'train leaves it for Kazakhstan',
    over: 'all freight sampled by forwarders',
    rule: 'M',
    computed: { spans: [outOfChina('Altynkol')] },
    published: one(34.8, 'h', 2022),
    period: '2022',
    remark: 'The year of closures; no source says on which days the border was shut.',
    ifBelow: 'The closures of 2022 are missing, when China tested crews and containers.',
  },
  {
    id: 'C103',
    scenario: 'rail-border',
    variant: 'september-2023',
    measure: 'most trains held on their way to Dostyk, or at their origins by the ban',
    from: null,
    to: null,
    over: 'all freight trains towards China that wait, 7,000 wagons; 70 of them abandoned on the way',
    rule: 'N',
    computed: { heldTowards: 'Dostyk', from: 'Aktogay', others: true },
    published: one(120, 'trains', 2023),
    period: '2023-09',
    remark: 'Repair at Alashankou and works on the second track; acceptance was stopped from 4 to 8 September.',
    ifBelow: 'Most of the 120 are freight trains without containers.',
    ifAbove: 'The repair at Alashankou is assumed to halve what China takes over, for five weeks.',
  },
  {
    id: 'C040',
    scenario: 'rail-border',
    variant: 'autumn-2024',
    measure: 'most container trains held on their way to Dostyk, or at their origins by the ban',
    from: null,
    to: null,
    over: 'container trains towards China, held anywhere on the way',
    rule: 'N',
    computed: { heldTowards: 'Dostyk', from: 'Aktogay', others: false },
    published: one(55, 'trains', 2024),
    period: '2024-08/2024-09',
    remark: 'Acceptance was banned until November.',
    ifBelow:
      'Whatever kept China from taking trains over in that autumn beyond the shortage of platforms is not in the model.',
    ifAbove: 'The size of the Chinese side’s shortage of platforms is assumed.',
  },
  {
    id: 'C056',
    scenario: 'road-border',
    variant: 'as-in-2023',
    measure: 'a road crossing of Kazakhstan',
    from: 'truck arrives at the queue of the border crossing',
    to: 'truck leaves the crossing',
    over: 'all road crossings of Kazakhstan, most of them not to China; outbound 3.9 h',
    rule: 'M',
    computed: {
      spans: Object.entries(roadFlows).flatMap(([flow, places]) =>
        places.map(
          (place): SpanOfFlow => ({
            flow,
            from: { place, event: 'arrival' },
            to: { place, event: 'departure' },
          }),
        ),
      ),
    },
    published: one(4.2, 'h', 2023),
    period: '2023',
    remark: 'A mean of the country, beside the mean over all crossings of the scenario.',
    ifBelow: 'Missing are trucks without a slot before the gate, papers that are not in order, and bad days.',
    ifAbove: 'Trucks that come by night wait for smaller checkpoints to open, and part of those from China transload.',
  },
];

export const validationRows: readonly ValidationRow[] = [...middle, ...borders];
