// The report of a run that ended early: the reason, what is short, what waits where, how to continue.
import type { CorridorData } from '../../model/corridor/corridor';
import { tightRows } from '../../study/bottleneck/bottleneck';
import type { RunResult } from '../../study/results/result';
import { previewTable } from '../preview';
import { columns, section, wrap } from '../words/columns';
import { countOf } from '../words/numbers';
import { LOW_SLACK, type NextStepsContext, nextSteps } from './nextSteps';

interface Held {
  readonly boxes: number;
  readonly what: string;
}

/** Splits the reason into text, rings and box counts: `…: 12 boxes waiting for a track at Alat; 3 boxes …`. */
function parted(reason: string): { readonly why: string; readonly held: readonly Held[] } {
  const first = /[:;] (?=\d+ box(?:es)? )/.exec(reason);
  if (first === null) return { why: reason, held: [] };
  const held = reason
    .slice(first.index + 2)
    .split('; ')
    .map((part) => {
      const [, count, what] = /^(\d+) box(?:es)? (.+)$/.exec(part) ?? [];
      return { boxes: Number(count ?? 0), what: what ?? part };
    });
  return { why: reason.slice(0, first.index), held };
}

/** Without a table of means: means before a deadlock are not representative. */
export function writeEndedEarly(
  result: RunResult,
  data: CorridorData,
  more: NextStepsContext,
  head: readonly string[],
): string[] {
  const { why, held } = parted(result.endedEarly ?? '');
  const little = tightRows(result.preview, LOW_SLACK);
  const none = `  nothing: every resource can do ${LOW_SLACK} times what is asked, or more`;
  const waits = columns(
    held.map(({ boxes, what }) => [countOf(boxes, 'box', 'boxes'), what]),
    'rl',
  );
  return [
    ...wrap(`The run ended early: ${why}.`),
    '',
    ...section('Too little of: capacity ÷ demand', little.length > 0 ? previewTable(little, true) : [none]),
    ...section('What waits where', waits),
    ...head,
    ...section('How to go on', nextSteps(result, data, more)),
    ...wrap(
      'No means are shown: they would be of the time before the run ended, which is no picture of the whole. With --json a file holds what was measured until then.',
    ),
  ];
}
