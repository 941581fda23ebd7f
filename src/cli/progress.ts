// On a terminal, a run that takes a while says how far it is, on one line that is gone when it ends.
import { cut, WIDTH } from '../report/words/columns';
import { countOf, writeNumber, writeSeconds } from '../report/words/numbers';
import type { Streams } from './streams';

const QUIET_MS = 2_000;
const EVERY_MS = 250;

export interface Progress {
  at(done: number, planned: number, what?: string): void;
  end(): void;
}

/** What is counted: replications of a run, or trials of a question with their rate and what they narrow. */
export function showProgress(streams: Streams, counts: 'replication' | 'trial' = 'replication'): Progress {
  if (!streams.errIsTerminal) return { at: () => undefined, end: () => undefined };
  const began = Date.now();
  let [done, planned, isShown] = [0, 0, false];
  let what: string | undefined;
  const draw = () => {
    const seconds = (Date.now() - began) / 1_000;
    if (seconds * 1_000 < QUIET_MS) return;
    const left = done > 0 ? `, about ${secondsOf((seconds / done) * (planned - done))} left` : '';
    const rate = counts === 'trial' && done > 0 ? `, ${writeNumber(done / seconds, 1)} a second` : '';
    const narrows = what === undefined ? '' : `: ${what}`;
    const line = `${done} of ${countOf(planned, counts)}, ${secondsOf(seconds)}${rate}${left}${narrows}`;
    streams.err(`\r\u001b[2K${cut(line, WIDTH)}`);
    isShown = true;
  };
  const timer = setInterval(draw, EVERY_MS);
  return {
    at(nowDone, nowPlanned, nowWhat) {
      [done, planned, what] = [nowDone, nowPlanned, nowWhat];
      draw();
    },
    end() {
      clearInterval(timer);
      if (isShown) streams.err('\r\u001b[2K');
    },
  };
}

const secondsOf = (seconds: number): string => (seconds < 120 ? `${Math.round(seconds)} s` : writeSeconds(seconds));
