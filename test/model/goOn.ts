// Another process: takes a corridor, what to run of it, and the bytes of a copy; goes on to the end and says what came of it.
import { readFileSync } from 'node:fs';
import { deserialize } from 'node:v8';
import { Snapshot } from '../../src/kernel';
import { Run } from '../../src/model/replicate';

const { data, options, bytes } = deserialize(readFileSync(0));
const run = new Run(data, options);
run.restore(Snapshot.fromBytes(new Uint8Array(bytes)));
const { hash, events, inside } = run.finish();
console.log(JSON.stringify({ pid: process.pid, hash, events, inside }));
