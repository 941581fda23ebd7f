// Putting replications together into one answer. Pure: outcomes in their order in, the result out.

import type { Corridor } from '../../model/change/define';
import type { Outcome } from '../../model/replicate';
import { RunHash } from '../../model/run/runHash';
import { Clock, DAY, writeDate } from '../../model/time/clock';
import { answerOf } from '../bottleneck/answer';
import { formulas, withRun } from '../results/formulas';
import { headlinesUnmeasured } from '../results/headlines';
import { journeysOf } from '../results/journeys';
import { ledgerOf } from '../results/ledger';
import { measuresOf } from '../results/measures';
import { preview } from '../results/preview';
import type { MeasureResult, RunResult } from '../results/result';
import { version } from '../results/version';

/** The answer of a run from the outcomes of its replications, in the order of their numbers. One or more. */
export function assemble(
  corridor: Corridor,
  { seed, days }: { readonly seed: string; readonly days?: number },
  outcomes: readonly Outcome[],
): RunResult {
  const { data } = corridor;
  const clock = new Clock(data.start, data.warmUp, days, data.timeZone);
  const hash = new RunHash();
  for (const outcome of outcomes) hash.addText(outcome.hash);
  const measures = measuresOf(corridor, days, outcomes);
  const journeys = journeysOf(outcomes);
  const ledger = ledgerOf(outcomes);
  const firstEnded = outcomes.find(({ endedEarly }) => endedEarly !== undefined);
  const endedEarly = firstEnded && `In replication ${firstEnded.replication} ${firstEnded.endedEarly}`;
  const formula = preview(corridor, days);
  const growth = growthIn(measures, outcomes, (clock.windowEnd - clock.windowStart) / DAY);
  // A change that comes after a shortened window changes nothing, and somebody would wonder why.
  const late = corridor.dated
    .filter(({ from }) => clock.secondOfDate(from) >= clock.windowEnd)
    .map(
      ({ from }) =>
        `The change of ${from} comes after the end of this run, ${writeDate(clock.endDay - 1)}: it changes nothing here.`,
    );
  const unmeasured = headlinesUnmeasured(data, measures).map(
    (text) => `The headline "${text}" names nothing that this run measures.`,
  );
  const notes = [...late, ...unmeasured];
  return {
    schema: 'keruen/run@1',
    keruen: version,
    scenario: { id: data.id, hash: corridor.hash, changes: corridor.changes },
    seed,
    replications: outcomes.length,
    window: { start: writeDate(clock.startDay), end: writeDate(clock.endDay - 1), warmUp: data.warmUp / DAY },
    runHash: hash.text,
    events: outcomes.reduce((sum, { events }) => sum + events, 0),
    answer: answerOf(data, { measures, ledger, preview: formula, growth, endedEarly }),
    measures,
    journeys,
    ledger,
    preview: formula,
    formulas: withRun(formulas(corridor, days), measures),
    ...(growth === undefined ? {} : { growth }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(endedEarly === undefined ? {} : { endedEarly }),
  };
}

/** By how much what is inside grows, where it was found to be growing. */
function growthIn(
  measures: readonly MeasureResult[],
  outcomes: readonly Outcome[],
  days: number,
): RunResult['growth'] | undefined {
  if (!measures.some(({ measure, state }) => measure === 'TEU inside' && state === 'still growing')) return undefined;
  const rise = outcomes.reduce((sum, { inside: [start, end] }) => sum + (end - start), 0);
  return { teuPerDay: rise / outcomes.length / days };
}
