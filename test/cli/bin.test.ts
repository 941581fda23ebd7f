// The built command as a process of its own: exit codes, a reader that goes away, Ctrl-C, a quick start.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'tsup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, removeFolder, writeSmall } from './session';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const built = join(root, 'node_modules', '.cache', 'keruen-cli');
let folder = '';
let small = '';

beforeAll(async () => {
  folder = newFolder();
  small = writeSmall(folder, 'small.json');
  await build({
    config: false,
    silent: true,
    entry: { cli: join(root, 'src/cli/main.ts'), worker: join(root, 'src/study/running/worker.ts') },
    outDir: built,
    format: 'esm',
    target: 'node20',
    platform: 'node',
    splitting: false,
    noExternal: ['mathjs'],
  });
}, 180_000);
afterAll(() => removeFolder(folder));

function start(...argv: string[]): ChildProcess {
  return spawn(process.execPath, [join(built, 'cli.js'), ...argv], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs it to its end; what it wrote, its code, and the signal that ended it, if one did. */
async function run(child: ChildProcess) {
  let [out, err] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const [code, signal] = await once(child, 'close');
  return { code, signal, out, err };
}

/** Sends a signal once the process has worked for so many seconds of the processor, however busy the machine is. */
async function killed(child: ChildProcess, signal: NodeJS.Signals, seconds: number) {
  const ending = run(child);
  const from = Date.now();
  while (child.exitCode === null && worked(child.pid ?? 0, from) < seconds) await setTimeout(50);
  child.kill(signal);
  return ending;
}

/** Seconds of the processor where the system tells them in hundredths, else a third of the time that has passed. */
function worked(pid: number, from: number): number {
  const stat = `/proc/${pid}/stat`;
  if (!existsSync(stat)) return (Date.now() - from) / 3_000;
  const fields = readFileSync(stat, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

describe('the command', () => {
  it('runs a scenario on worker threads and gives the same bytes as one thread', async () => {
    const argv = ['run', small, '--replications', '3', '--days', '60', '--json', '-'];
    const [two, one] = await Promise.all([
      run(start(...argv, '--workers', '2')),
      run(start(...argv, '--workers', '1')),
    ]);
    expect([two.code, one.code]).toEqual([0, 0]);
    expect(JSON.parse(two.out).replications).toBe(3);
    expect(two.out).toBe(one.out);
  });

  it('ends with its exit code, without a stack', async () => {
    const [wrong, unknown] = await Promise.all([run(start('run')), run(start('run', 'nowhere'))]);
    expect([wrong.code, unknown.code]).toEqual([2, 1]);
    for (const { err, out } of [wrong, unknown]) {
      expect(err).not.toMatch(/^\s+at /m);
      expect(out).toBe('');
    }
  });

  it('ends quietly with 0 when its reader has seen enough, as with head', async () => {
    const child = start('schema');
    child.stdout?.destroy();
    let err = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    const [code, signal] = await once(child, 'exit');
    expect([code, signal, err]).toEqual([0, null, '']);
  });

  it('says that standard output is full, exit 3, and still writes the file that was asked for', async () => {
    const device = join(folder, 'full');
    const { status, stderr } = spawnSync('mknod', [device, 'c', '1', '7'], { encoding: 'utf8' });
    // Where nobody may make a device node, just that is what is expected.
    if (status !== 0) return expect(stderr).toMatch(/not permitted|denied/);
    const full = openSync(device, 'w');
    const argv = ['check', small, '--json', 'whole.json'];
    const child = spawn(process.execPath, [join(built, 'cli.js'), ...argv], {
      cwd: folder,
      stdio: ['ignore', full, 'pipe'],
    });
    const { code, err } = await run(child);
    closeSync(full);
    expect([code, err]).toEqual([3, 'Standard output cannot be written: no space is left.\n']);
    expect(JSON.parse(readFileSync(join(folder, 'whole.json'), 'utf8')).schema).toBe('keruen/check@1');
  });

  it('writes the file that was asked for when its reader is gone', async () => {
    const child = start('check', small, '--json', 'unread.json');
    child.stdout?.destroy();
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'unread.json'), 'utf8')).schema).toBe('keruen/check@1');
  });

  it('ends with 130 on Ctrl-C, on one thread and on two, leaves no file and keeps nothing running', async () => {
    const before = readdirSync(folder);
    const ends = ['1', '2'].map((workers) => {
      const more = ['--replications', '500', '--workers', workers, '--json', 'never.json'];
      const child = start('run', 'middle-corridor-2024', ...more);
      // The run itself takes minutes.
      return killed(child, 'SIGINT', 3);
    });
    for (const { code, signal, out, err } of await Promise.all(ends))
      expect([code, signal, out, err]).toEqual([130, null, '', 'Interrupted; nothing was written.\n']);
    expect(readdirSync(folder)).toEqual(before);
  });

  it('ends at a signal in the middle of a replication that runs in its own thread', async () => {
    // One replication of ten years of the busiest corridor: a minute.
    const argv = ['run', 'rail-border', '--days', '3660', '--replications', '1', '--workers', '1'];
    const ends = (['SIGINT', 'SIGTERM'] as const).map((name) => {
      return killed(start(...argv), name, 3);
    });
    for (const { code, signal, out, err } of await Promise.all(ends))
      expect([code, signal, out, err]).toEqual([130, null, '', 'Interrupted; nothing was written.\n']);
  });

  it('ends at a second signal where the first finds nothing that could still be stopped', async () => {
    // A pipe that nobody reads: the run is over, and the write waits for ever.
    spawnSync('mkfifo', [join(folder, 'unread')]);
    const ends = (['SIGINT', 'SIGTERM'] as const).map(async (name) => {
      const child = start('run', small, '--days', '2', '--replications', '1', '--json', 'unread');
      const ending = run(child);
      await once(child.stdout as NodeJS.ReadableStream, 'data');
      child.kill(name);
      await setTimeout(1_000);
      const ended = child.exitCode ?? child.signalCode;
      child.kill(name);
      return { name, ended, ...(await ending) };
    });
    for (const { name, ended, code, signal } of await Promise.all(ends))
      expect([ended, code, signal]).toEqual([null, null, name]);
  });

  it('ends within seconds at two signals, one after the other, however much is asked of a run', async () => {
    const argv = ['run', 'middle-corridor-2024', '--set', 'flows.westbound.demand=99 MTEU/year', '--workers', '1'];
    const child = start(...argv, '--replications', '30', '--json', 'never.json');
    const ending = killed(child, 'SIGINT', 2);
    await once(child, 'spawn');
    const again = setTimeout(20).then(async () => {
      while (!child.killed) await setTimeout(20);
      child.kill('SIGINT');
    });
    const { code, signal, out } = await ending;
    await again;
    expect([code ?? signal, out]).toEqual([expect.toBeOneOf([130, 'SIGINT']), '']);
    expect(existsSync(join(folder, 'never.json'))).toBe(false);
  });

  it('ends at once at a signal while it reads and checks, where it could hear none', async () => {
    const sources = Array.from({ length: 150_000 }, (_, i) => `  places.A.x${i}: N1\n`).join('');
    writeFileSync(join(folder, 'long.yaml'), `keruen: scenario@1\nsources:\n${sources}`);
    const ends = (['SIGINT', 'SIGTERM'] as const).map((name) => {
      return killed(start('check', 'long.yaml'), name, 1.5);
    });
    for (const { signal, out } of await Promise.all(ends)) {
      expect(signal).toMatch(/^SIG(?:INT|TERM)$/);
      expect(out).toBe('');
    }
  });
});
