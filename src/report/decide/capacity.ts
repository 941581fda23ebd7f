// A capacity for people: the answer first, then the curve behind it, what gives way, and what the formula says beside it.
import { withinWords, writeDemand } from '../../study/capacity/answer';
import type { CapacityEstimate, CapacityResult, CurvePoint } from '../../study/capacity/result';
import { wordsOf } from '../../study/results/measureOf';
import { columns, cut, section, WIDTH, wrap } from '../words/columns';
import { inWords } from '../words/inWords';
import { countOf, writeNumber, writeShare } from '../words/numbers';

/** The whole text of `keruen capacity`. */
export function writeCapacity(result: CapacityResult): string {
  const { endedEarly, expected, nineOfTen, demand, curve, givesWay, formula, window } = result;
  const early =
    endedEarly === undefined
      ? []
      : [...wrap(`Ended early: ${endedEarly}. What follows is what was known by then.`), ''];
  const lines = [
    ...early,
    ...wrap(result.answer),
    '',
    ...section(
      `The promise is kept up to [${demand.unit}]`,
      columns([row('in expectation', expected), row('in nine years of ten', nineOfTen)], 'lll'),
    ),
    ...section('What was seen at each demand', curveTable(curve)),
    ...section('What gives way, in order', columns(givesWayRows(givesWay), 'lrl')),
    ...(formula === null
      ? []
      : section('By the formula', [
          ...wrap(`${formula.what}: full at ${writeDemand(formula.demand)} ${demand.words}.`, WIDTH, '  '),
          ...formula.why.flatMap((why) => wrap(why, WIDTH, '  ')),
        ])),
    ...wrap(
      `${countOf(result.trials, 'trial')}${cutWords(result)}; ${window.start} to ${window.end}, seed ${result.seed}. Demand now: ${writeDemand(demand.now)} ${demand.words}; raised in the mix ${mixWords(result)}.`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const stateWords: { readonly [state in CapacityEstimate['state']]: string } = {
  found: '',
  'not narrowed': 'not as narrow as was asked',
  'kept everywhere': 'kept at all demands that were tried',
  'broken everywhere': 'broken at all demands that were tried',
};

const row = (words: string, of: CapacityEstimate): string[] => [
  words,
  of.estimate !== null
    ? withinWords(of)
    : of.low !== null || of.high !== null
      ? `${of.low === null ? '' : writeDemand(of.low)} to ${of.high === null ? '' : writeDemand(of.high)}`
      : '',
  of.state === 'not narrowed' && of.estimate === null && of.low === null && of.high === null
    ? 'too few trials'
    : stateWords[of.state],
];

/** Points with a single trial say little and are left out, unless there are no others. */
function curveTable(curve: readonly CurvePoint[]): string[] {
  const said = curve.filter(({ trials }) => trials >= 2);
  const points = said.length > 0 ? said : curve;
  const measures = points.find((point) => point.measures.length > 0)?.measures ?? [];
  const head = [
    'demand',
    'trials',
    'keep it',
    ...measures.map((one) => cut(wordsOf(one), 32)),
    'busiest',
    'longest wait, a box',
  ];
  const rows = points.map((point) => [
    writeDemand(point.demand),
    String(point.trials),
    writeShare(point.keeps, 0),
    ...measures.map((_, i) => (point.broken === point.trials ? 'grows without end' : cell(point, i))),
    useWords(point),
    waitWords(point),
  ]);
  return columns([head, ...rows], `rrr${'l'.repeat(measures.length)}ll`);
}

const cell = ({ measures, broken }: CurvePoint, i: number): string => {
  const text = measures[i] === undefined ? '' : inWords(measures[i]);
  return broken > 0 ? `${text} (${broken} grow)` : text;
};

function useWords({ uses: [first] }: CurvePoint): string {
  if (first === undefined) return '';
  const where = first.of.place ?? first.of.line;
  return cut(`${writeShare(first.share, 0)} ${first.of.resource ?? ''}${where === undefined ? '' : ` ${where}`}`, 28);
}

function waitWords({ waits: [first] }: CurvePoint): string {
  if (first === undefined) return '';
  return cut(`${writeNumber(first.hours, first.hours < 10 ? 1 : 0)} h ${first.cause} ${first.where}`, 36);
}

function givesWayRows(ways: CapacityResult['givesWay']): string[][] {
  return ways.map(({ what, from, cause, where, hours }) => [
    what,
    `from ${writeDemand(from)} on`,
    `${writeNumber(hours, hours < 10 ? 1 : 0)} h a box ${cause} at ${where}`,
  ]);
}

const cutWords = ({ cutShort }: CapacityResult): string =>
  cutShort === 0 ? '' : `, ${cutShort} of them cut short because what was promised grew without end`;

function mixWords({ demand: { mix } }: CapacityResult): string {
  return Object.entries(mix)
    .map(([flow, share]) => `${flow} ${writeShare(share, 0)}`)
    .join(', ');
}
