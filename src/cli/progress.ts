// Progress of a long run on a terminal, on one line that is cleared at the end.
import { countOf, writeSeconds } from '../report/words/numbers';
import type { Streams } from './streams';

const QUIET_MS = 2_000;
const EVERY_MS = 250;

export interface Progress {
  at(done: number, planned: number): void;
  end(): void;
}

export function showProgress(streams: Streams): Progress {
  if (!streams.errIsTerminal) return { at: () => undefined, end: () => undefined };
  const began = Date.now();
  let [done, planned, isShown] = [0, 0, false];
  const draw = () => {
    const seconds = (Date.now() - began) / 1_000;
    if (seconds * 1_000 < QUIET_MS) return;
    const left = done > 0 ? `, about ${secondsOf((seconds / done) * (planned - done))} left` : '';
    streams.err(`\r\u001b[2K${done} of ${countOf(planned, 'replication')}, ${secondsOf(seconds)}${left}`);
    isShown = true;
  };
  const timer = setInterval(draw, EVERY_MS);
  return {
    at(nowDone, nowPlanned) {
      [done, planned] = [nowDone, nowPlanned];
      draw();
    },
    end() {
      clearInterval(timer);
      if (isShown) streams.err('\r\u001b[2K');
    },
  };
}

const secondsOf = (seconds: number): string => (seconds < 120 ? `${Math.round(seconds)} s` : writeSeconds(seconds));
