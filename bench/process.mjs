// The process of one row, kept alive over all rounds: a line with a run goes in, a line with its figure comes out.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** One row's process; its runs are made one at a time. */
export class RowProcess {
  constructor(name, command, words) {
    this.name = name;
    this.child = spawn(command, words, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.said = '';
    this.waiting = undefined;
    this.child.stderr.on('data', (text) => {
      this.said += text;
    });
    // A process that has ended says so by 'close'; writing to it must not end this one first.
    this.child.stdin.on('error', () => {});
    this.child.on('error', (error) => this.fails(error.message));
    this.child.on('close', (code) => this.fails(`ended with ${code}\n${this.said.trim()}`));
    createInterface({ input: this.child.stdout }).on('line', (line) => this.answers(line));
  }

  /** Makes a run: the words are MODEL, QUEUE or SYSTEM, SIZE, EVENTS, ROUNDS. Rejects when the process fails. */
  ask(words) {
    return new Promise((resolve, reject) => {
      if (this.failure !== undefined) reject(new Error(this.failure));
      this.waiting = { resolve, reject };
      this.child.stdin.write(`${words.join(' ')}\n`);
    });
  }

  end() {
    this.child.stdin.end();
  }

  answers(line) {
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.resolve(JSON.parse(line));
  }

  fails(why) {
    this.failure = `${this.name}: ${why}`;
    this.waiting?.reject(new Error(this.failure));
    this.waiting = undefined;
  }
}
