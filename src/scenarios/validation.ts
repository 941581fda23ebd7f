// Published figures that a run is set beside, never fitted to: what each measures between which two events, and when.

/** One of a box's two moments at a place of its way. Where a train is handled it is the train that comes or goes. */
export interface StopEvent {
  readonly place: string;
  readonly event: 'arrival' | 'departure';
}

/** How the run answers: time between two moments of a flow's boxes, or a measure of the run. */
export type Computed =
  | { readonly flow: string; readonly from: StopEvent; readonly to: StopEvent }
  | { readonly measure: string; readonly statistic: string; readonly place: string; readonly resource?: string };

export interface ValidationRow {
  /** The id of the fact. */
  readonly id: string;
  readonly scenario: string;
  /** The variant that has what was going on then; else the one that changes least. */
  readonly variant?: string;
  /** What is measured, with its two events. */
  readonly measure: string;
  /** Left out where the scenario does not cover the whole of what was published. */
  readonly computed?: Computed;
  readonly published: {
    readonly value: number;
    /** Both, or neither where one number is published. */
    readonly low: number | null;
    readonly high: number | null;
    readonly unit: 'd' | 'h' | 'TEU' | 'trains';
    readonly year: number;
    /** The year, month or day that the figure is of, as yyyy, yyyy-mm or yyyy-mm-dd. */
    readonly date: string;
  };
  /** Why it is never counted, whatever its date: a sentence. */
  readonly notCounted?: string;
  /** Where the run is quicker, or lower: the wait that is probably missing. */
  readonly ifBelow: string;
  /** Where the run is slower, or higher: the wait that the published trains probably did not have. */
  readonly ifAbove: string;
}

const scenario = 'middle-corridor-2024';
const across = {
  flow: 'westbound',
  from: { place: 'Altynkol', event: 'arrival' },
  to: { place: 'Altynkol', event: 'departure' },
} as const;

export const validationRows: readonly ValidationRow[] = [
  {
    id: 'C016',
    scenario,
    measure: 'train leaves Xi’an → ship with its boxes arrives at Alat',
    computed: {
      flow: 'westbound',
      from: { place: "Xi'an", event: 'departure' },
      to: { place: 'Alat', event: 'arrival' },
    },
    published: { value: 12, low: null, high: null, unit: 'd', year: 2024, date: '2024-07' },
    ifBelow:
      'Probably missing: the waits behind other users, for paths and locomotives on the railways and for a berth that general cargo holds at Aktau; the model has this corridor’s boxes only.',
    ifAbove:
      'Probably too long: the waits for platforms at Altynkol and for a vessel to fill at Aktau, where the load of a regular daily train may stay together; and the published time is of July, when few storms blow, the run’s of the whole year.',
  },
  {
    id: 'C037',
    scenario,
    measure: 'train leaves Altynkol → ship with its boxes arrives at Alat',
    computed: {
      flow: 'westbound',
      from: { place: 'Altynkol', event: 'departure' },
      to: { place: 'Alat', event: 'arrival' },
    },
    published: { value: 9, low: null, high: null, unit: 'd', year: 2024, date: '2024' },
    ifBelow:
      'Probably missing: the waits behind other users, for paths and locomotives across Kazakhstan and for a berth that general cargo holds at Aktau; the model has this corridor’s boxes only.',
    ifAbove:
      'Probably too long: the wait at Aktau for a vessel that must fill first, and for the weather; the ministry’s figure may be of regular trains only.',
  },
  {
    id: 'C075',
    scenario,
    measure: 'train leaves Xi’an → ship with its boxes arrives at Alat, in December before the storms',
    computed: {
      flow: 'westbound',
      from: { place: "Xi'an", event: 'departure' },
      to: { place: 'Alat', event: 'arrival' },
    },
    published: { value: 17.5, low: 15, high: 20, unit: 'd', year: 2025, date: '2025-12' },
    ifBelow:
      'Probably missing: the waits behind other users at the border and at Aktau; market participants said 15 to 20 days where the official time was 11.',
    ifAbove: 'Probably too long: the waits for platforms and for a vessel to fill.',
  },
  {
    id: 'C101',
    scenario,
    measure: 'train leaves Altynkol → train arrives at Aktau',
    computed: {
      flow: 'westbound',
      from: { place: 'Altynkol', event: 'departure' },
      to: { place: 'Aktau', event: 'arrival' },
    },
    published: { value: 6, low: null, high: null, unit: 'd', year: 2025, date: '2025' },
    ifBelow:
      'Probably missing: the wait behind other users’ trains on single track, and the time at the border and in the port if the published section counts them.',
    ifAbove:
      'Probably too long: the time under way; the speed with stops goes back to a figure of 2018 for all transit container trains (A054).',
  },
  {
    id: 'C059',
    scenario,
    measure: 'train from China arrives at Altynkol → its boxes leave on 1520 mm',
    computed: across,
    published: { value: 14.4, low: null, high: null, unit: 'h', year: 2023, date: '2023' },
    ifBelow:
      'Probably missing: the queue behind trains to and from Europe that share the border; the model has this corridor’s trains only.',
    ifAbove:
      'Not the same thing: the published time is of the rail borders of China, outbound 14.0 h; here customs, gauge change and the wait for platforms on the Kazakh side are in it.',
  },
  {
    id: 'C064',
    scenario,
    measure: 'train from China arrives at Altynkol → its boxes leave on 1520 mm',
    computed: across,
    published: { value: 34.8, low: null, high: null, unit: 'h', year: 2022, date: '2022' },
    ifBelow:
      'Probably missing: the queue behind the trains to and from Europe that share the border, 19 a day in 2022 (D027).',
    ifAbove: 'Probably too long: the wait for platforms on the Kazakh side.',
  },
  {
    id: 'B035',
    scenario,
    measure: 'TEU over the quay at Alat, loaded and discharged',
    computed: { measure: 'throughput', statistic: 'total', place: 'Alat' },
    published: { value: 76775, low: null, high: null, unit: 'TEU', year: 2024, date: '2024' },
    notCounted: 'It follows from the demand that was put in.',
    ifBelow: 'Not in the model: the port’s boxes of other routes than this one.',
    ifAbove: 'Part of the route’s boxes took another port, or the port counts another way.',
  },
  {
    id: 'C020',
    scenario,
    measure: 'block train leaves China → arrives in Europe',
    published: { value: 22.5, low: 20, high: 25, unit: 'd', year: 2024, date: '2024' },
    notCounted: 'The published way goes on over the Black Sea to Europe; the scenario ends at Poti.',
    ifBelow: '',
    ifAbove: '',
  },
  {
    id: 'C059',
    scenario: 'rail-border',
    variant: 'september-2023',
    measure: 'train from China arrives at Altynkol → its boxes leave on 1520 mm',
    computed: across,
    published: { value: 14.4, low: null, high: null, unit: 'h', year: 2023, date: '2023' },
    ifBelow: 'Probably missing: the wait for locomotives and crews on either side.',
    ifAbove:
      'Not the same thing: the published time is of the rail borders of China, outbound 14.0 h; here customs, gauge change and the wait for platforms on the Kazakh side are in it.',
  },
  {
    id: 'C064',
    scenario: 'rail-border',
    measure: 'train from China arrives at Altynkol → its boxes leave on 1520 mm',
    computed: across,
    published: { value: 34.8, low: null, high: null, unit: 'h', year: 2022, date: '2022' },
    ifBelow: 'Probably missing: the closures of 2022, when China tested crews and containers.',
    ifAbove: 'Probably too long: the wait for platforms on the Kazakh side.',
  },
  {
    id: 'C103',
    scenario: 'rail-border',
    variant: 'september-2023',
    measure: 'most trains from Kazakhstan that wait at Dostyk at a time',
    computed: { measure: 'trains waiting', statistic: 'max', place: 'Dostyk', resource: 'from Aktogay' },
    published: { value: 120, low: null, high: null, unit: 'trains', year: 2023, date: '2023-09' },
    ifBelow:
      'Not in the model: freight trains that are no container trains, most of the 120; and the ban that stops loading keeps containers at their origins.',
    ifAbove: 'Probably too hard: the repair at Alashankou is assumed to halve what China takes over, for five weeks.',
  },
  {
    id: 'C040',
    scenario: 'rail-border',
    variant: 'autumn-2024',
    measure: 'most container trains from Kazakhstan that wait at Dostyk at a time',
    computed: { measure: 'trains waiting', statistic: 'max', place: 'Dostyk', resource: 'from Aktogay' },
    published: { value: 55, low: null, high: null, unit: 'trains', year: 2024, date: '2024-09' },
    ifBelow:
      'Probably missing: whatever kept China from taking trains over in that autumn beyond the shortage of platforms; the ban on loading keeps the rest at their origins.',
    ifAbove: 'Probably too hard: the shortage of platforms on the Chinese side, whose size no source tells.',
  },
  {
    id: 'C056',
    scenario: 'road-border',
    measure: 'truck arrives at Nur Zholy → truck leaves it, on the average of both ways',
    computed: { measure: 'dwell', statistic: 'mean', place: 'Nur Zholy' },
    published: { value: 4.2, low: null, high: null, unit: 'h', year: 2023, date: '2023' },
    ifBelow:
      'Probably missing: the wait in front of the gate for trucks without a slot, and papers that are not in order.',
    ifAbove: 'Probably too long: the transloading that part of the trucks from China have here.',
  },
  {
    id: 'C037',
    scenario: 'aktau-hub',
    measure: 'train leaves Altynkol → ship with its boxes arrives at Alat',
    computed: {
      flow: 'China to Caucasus',
      from: { place: 'Altynkol', event: 'departure' },
      to: { place: 'Alat', event: 'arrival' },
    },
    published: { value: 9, low: null, high: null, unit: 'd', year: 2024, date: '2024' },
    ifBelow:
      'Probably missing: the waits behind other users, for paths and locomotives across Kazakhstan and for a berth that general cargo holds at Aktau.',
    ifAbove: 'Probably too long: the wait at Aktau for a vessel that must fill first, and for the weather.',
  },
  {
    id: 'C101',
    scenario: 'aktau-hub',
    measure: 'train leaves Altynkol → train arrives at Aktau',
    computed: {
      flow: 'China to Caucasus',
      from: { place: 'Altynkol', event: 'departure' },
      to: { place: 'Aktau', event: 'arrival' },
    },
    published: { value: 6, low: null, high: null, unit: 'd', year: 2025, date: '2025' },
    ifBelow:
      'Probably missing: the wait behind other users’ trains on single track, and the time at the border and in the port if the published section counts them.',
    ifAbove: 'Probably too long: the time under way; the speed with stops goes back to a figure of 2018 (A054).',
  },
];
