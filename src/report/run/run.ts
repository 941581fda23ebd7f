// The whole report of a run, in the order in which a planner asks: the answer, the way, what was expected, what came.
import type { CorridorData } from '../../model/corridor/corridor';
import { routeOf } from '../../model/corridor/routes/route';
import { mainFlow, tightRows } from '../../study/bottleneck/bottleneck';
import { wordsOf } from '../../study/results/measureOf';
import type { JourneyResult, LedgerResult, RunResult } from '../../study/results/result';
import { formulasWithRun } from '../formulas';
import { formulaAgainstRun, previewTable } from '../preview';
import { section, WIDTH, wrap } from '../words/columns';
import { countOf, writeNumber } from '../words/numbers';
import { busiestTable, roundsOf, whyOccupied } from './busiest';
import { writeEndedEarly } from './endedEarly';
import { type NextStepsContext, nextSteps } from './nextSteps';
import { throughputTable } from './throughput';
import { transitTable } from './transit';
import { slowTenth, waterfall } from './waterfall';
import { writeWay } from './way';

export interface RunReport extends NextStepsContext {
  readonly result: RunResult;
  /** The corridor that was run. */
  readonly data: CorridorData;
  /** One line about published figures, where the scenario has some. */
  readonly validation?: string;
  /** Every row of every table, with capacities and formulas; by default what fits about 60 lines. */
  readonly full?: boolean;
}

/** By default so many ways are shown; those of the main flow come first. */
const WAYS = 6;

/** The places where a box changes its train or ship, and the borders that it crosses. */
function shownPlaces(data: CorridorData, flow: string): ReadonlySet<string> {
  const rides = routeOf(data, flow);
  const transfers = Array.isArray(rides) ? rides.flatMap(({ from, to }) => [from, to]) : [];
  const borders = Object.keys(data.places).filter((place) => data.places[place].kind !== 'junction');
  return new Set([...transfers, ...borders]);
}

function ways(data: CorridorData, flows: readonly string[], journeys: readonly JourneyResult[]): string[][] {
  return flows.flatMap((flow) =>
    journeys
      .filter((journey) => journey.flow === flow && journey.n > 0)
      .map((journey) => writeWay(journey, shownPlaces(data, flow))),
  );
}

/** The first ways, and how many more there are. */
function shownWays(lines: readonly (readonly string[])[], full: boolean): string[] {
  const shown = full ? lines : lines.slice(0, WAYS);
  const more = lines.length - shown.length;
  return [...shown.flat(), ...(more > 0 ? [`  ${countOf(more, 'more way')} with --full`] : [])];
}

function ledgerSections({ ledger, replications }: RunResult, flow: string, full: boolean): string[] {
  const band = (name: LedgerResult['band']) => ledger.find((one) => one.flow === flow && one.band === name);
  const [all, slow, others] = [band('all'), band('p90-p100'), band('p0-p90')];
  if (all === undefined) return [];
  const censored = all.censored > 0 ? `; ${writeNumber(all.censored)} had not left when the run ended` : '';
  const counted = `${countOf(all.boxes, 'box', 'boxes')} of ${countOf(replications, 'replication')}${censored}`;
  const ofThose = all.censored > 0 ? ', mean of those that left' : '';
  const heading = wrap(`Where the days of a box of ${flow} go [d a box]${ofThose} (${counted})`, WIDTH, '', '  ');
  const slower = slow === undefined || others === undefined ? [] : slowTenth(slow, others);
  const slowest = `What makes the slowest tenth of ${flow} slow${all.censored > 0 ? ' (of boxes that left)' : ''}`;
  return [...section(heading.join('\n'), waterfall(all, full)), ...section(slowest, slower)];
}

const windowText = ({ window, replications, seed, runHash }: RunResult): string =>
  `${window.start} to ${window.end}, after ${countOf(window.warmUp, 'day')} of warm-up; ` +
  `${countOf(replications, 'replication')}, seed ${seed}, run hash ${runHash}; ± is half of a 95 % interval`;

function precisionLine({ precision }: RunResult): string[] {
  if (precision === undefined) return [];
  const per = (share: number) => `${writeNumber(share * 100, 1)} %`;
  const worst = precision.worst === null ? 'no interval yet' : `the widest half-width is ${per(precision.worst)}`;
  return [`Precision asked: ${per(precision.asked)}; ${precision.reached ? 'reached' : 'not reached'}: ${worst}.`, ''];
}

/** How many replications each headline would take, where no precision was asked for. */
function wouldTakeLine({ wouldTake, replications }: RunResult): string[] {
  if (wouldTake === undefined) return [];
  const width = `a half-width of ${writeNumber(wouldTake.halfWidth * 100, 0)} %`;
  const { headlines } = wouldTake;
  if (headlines.every((one) => one.replications === replications))
    return [...wrap(`These ${countOf(replications, 'replication')} give every headline ${width} or less.`), ''];
  const said = headlines.map((one) => {
    const { replications: needed } = one;
    const much =
      needed === null ? 'cannot be told' : needed === replications ? 'these' : `some ${writeNumber(needed, 0)}`;
    return `${wordsOf(one)}: ${much}`;
  });
  return [...wrap(`Replications for ${width}: ${said.join('; ')}.`, WIDTH, '', '  '), ''];
}

/** What was run: scenario, window, replications, and the changes laid over it. */
function headOf({ result }: RunReport): string[] {
  return [
    ...wrap(`${result.scenario.id}: ${windowText(result)}`, WIDTH, '', '  '),
    ...result.scenario.changes.flatMap((change) => wrap(`with ${change}`, WIDTH, '  ', '    ')),
    ...(result.notes ?? []).flatMap((note) => wrap(`Note: ${note}`, WIDTH, '', '  ')),
    '',
  ];
}

/** The whole report, at most 100 columns wide but for commands, and without colour. */
export function writeRun(report: RunReport): string {
  const { result, data } = report;
  const head = headOf(report);
  const lines = result.endedEarly === undefined ? whole(report, head) : writeEndedEarly(result, data, report, head);
  return lines.join('\n').trimEnd().concat('\n');
}

function whole(report: RunReport, head: readonly string[]): string[] {
  const { result, data, full = false } = report;
  const main = mainFlow(data);
  const flows = [...new Set([main, ...Object.keys(data.flows).sort()])];
  const way = result.journeys.find(({ flow }) => flow === main)?.route ?? [];
  const replications = countOf(result.replications, 'replication');
  const left = result.ledger.some(({ censored }) => censored > 0) ? ' (of boxes that left)' : '';
  const short = tightRows(result.preview, 1);
  return [
    ...wrap(result.answer),
    '',
    ...head,
    ...precisionLine(result),
    ...wouldTakeLine(result),
    ...section(`The way, mean arrival in days${left}`, shownWays(ways(data, flows, result.journeys), full)),
    ...(full
      ? section('What the formula expects: capacity ÷ demand, tightest first', [
          ...previewTable(result.preview, true),
          ...formulaAgainstRun(),
        ])
      : []),
    ...(['TEU', 'trucks'] as const)
      .filter((unit) => Object.values(data.flows).some(({ trucks }) => (trucks === undefined) === (unit === 'TEU')))
      .flatMap((unit) =>
        section(
          `Throughput [${unit} in the window] (mean of ${replications})`,
          throughputTable(result.measures, data, way, unit),
        ),
      ),
    ...section('Transit time by flow, gate to gate [d]', transitTable(result.measures, flows)),
    ...ledgerSections(result, main, full),
    ...section('What is short (capacity ÷ demand below 1)', short.length > 0 ? previewTable(short, true) : []),
    ...section('The busiest resources', [
      ...busiestTable(result.measures, data),
      ...whyOccupied(result, data),
      ...roundsOf(result, data),
    ]),
    ...(full ? section('The formulas beside the run, where they differ most', formulasWithRun(result.formulas)) : []),
    ...section('How to go on', nextSteps(result, data, report)),
    ...(full ? [] : ['Every row, capacity against demand and formulas beside the run: --full.', '']),
    ...(report.validation === undefined ? [] : wrap(report.validation, WIDTH, '', '  ')),
  ];
}
