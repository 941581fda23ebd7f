// Makes the rows' runs: every row in a process of its own that has made its run before, and rounds that take turns.
import { Checks } from './checks.mjs';
import { median } from './median.mjs';
import { RowProcess } from './process.mjs';
import { wordOf } from './systems.mjs';

const cell = ({ model, size }) => `${model} ${size}`;

/** The fewest events that a row of each model and size makes: all of them make so many once, for a common check. */
function fewest(rows) {
  const events = new Map();
  for (const row of rows) events.set(cell(row), Math.min(row.events, events.get(cell(row)) ?? row.events));
  return events;
}

class Entry {
  constructor(row, { command, words }, checks) {
    this.row = row;
    this.checks = checks;
    this.figures = [];
    this.process = new RowProcess(`${row.system} on ${row.model} ${row.size}`, command, words);
  }

  async run(events, repeats) {
    const { model, system, size } = this.row;
    const answer = await this.process.ask([model, wordOf(system), size, events, repeats]);
    this.checks.compare(this.row, events, answer.check);
    return answer;
  }

  async warmUp(events) {
    this.check = (await this.run(events, 1)).check;
    if (events !== this.row.events) await this.run(this.row.events, 1);
  }

  async round() {
    this.figures.push((await this.run(this.row.events, this.row.repeats)).median);
  }

  result() {
    const { model, size, system, unit, rounds } = this.row;
    const { figures, check } = this;
    const [min, max] = [Math.min(...figures), Math.max(...figures)];
    return { model, size, system, unit, median: median(figures), min, max, rounds, check };
  }
}

/** Rows with fewer rounds skip every other one, so that they too are spread over the whole run. */
function takesPart({ rounds }, round, most) {
  return Math.floor(((round + 1) * rounds) / most) > Math.floor((round * rounds) / most);
}

/**
 * Makes all rows for which `find` knows a process, and returns their results in order. `say(sentence)` hears what is
 * being done. Throws when a check differs or a process fails.
 */
export async function makeRows(rows, find, say) {
  const checks = new Checks();
  const few = fewest(rows);
  const entries = [];
  try {
    for (const row of rows) {
      const system = find(row);
      if (system.missing === undefined) entries.push(new Entry(row, system, checks));
    }
    for (const entry of entries) {
      say(`warming up ${entry.process.name}`);
      await entry.warmUp(few.get(cell(entry.row)));
    }
    const most = Math.max(...entries.map((entry) => entry.row.rounds));
    for (let round = 0; round < most; round++) {
      // Every other round goes backwards: nobody always runs after the same neighbour.
      const turn = entries.filter((entry) => takesPart(entry.row, round, most));
      for (const entry of round % 2 === 0 ? turn : turn.reverse()) {
        say(`round ${round + 1} of ${most}: ${entry.process.name}`);
        await entry.round();
      }
    }
  } finally {
    for (const entry of entries) entry.process.end();
  }
  return entries.map((entry) => entry.result());
}
