// Putting replications together into one answer. Pure: outcomes in their order in, the result out.
import { Clock, DAY, writeDate } from '../model/clock';
import type { Corridor } from '../model/define';
import type { Outcome } from '../model/run';
import { RunHash } from '../model/runHash';
import { answerOf } from './answer';
import { besideRun, formulas } from './formulas';
import { journeysOf } from './journeys';
import { ledgerOf } from './ledger';
import { measuresOf } from './measures';
import { preview } from './preview';
import type { RunResult } from './result';
import { version } from './version';

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
  const early = outcomes.find(({ endedEarly }) => endedEarly !== undefined);
  const endedEarly = early && `In replication ${early.replication} ${early.endedEarly}`;
  const formula = preview(corridor);
  return {
    schema: 'keruen/run@1',
    keruen: version,
    scenario: { id: data.id, hash: corridor.hash, changes: corridor.changes },
    seed,
    replications: outcomes.length,
    window: { start: writeDate(clock.startDay), end: writeDate(clock.endDay - 1), warmUp: data.warmUp / DAY },
    runHash: hash.text,
    events: outcomes.reduce((sum, { events }) => sum + events, 0),
    answer: answerOf(data, { measures, ledger, preview: formula, endedEarly }),
    measures,
    journeys,
    ledger,
    preview: formula,
    formulas: besideRun(formulas(corridor), measures),
    ...(endedEarly === undefined ? {} : { endedEarly }),
  };
}
