// The process of one JavaScript row: reads "MODEL SYSTEM SIZE EVENTS ROUNDS" line by line, answers a line of JSON to each.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { median } from './median.mjs';
import { PARTS } from './parts.mjs';

/** Where the program of a system and model is: file, export, and the built files that it needs. */
const PROGRAMS = {
  'keruen hold': ['keruenHold', 'keruenHold', 'kernel'],
  'keruen hold-bimodal': ['keruenHold', 'keruenHold', 'kernel'],
  'keruen hold-ties': ['keruenHold', 'keruenHold', 'kernel'],
  'keruen hold-equal': ['keruenHold', 'keruenHold', 'kernel'],
  'keruen cancel': ['keruenHold', 'keruenHold', 'kernel'],
  'keruen memory': ['keruenHold', 'keruenMemory', 'kernel'],
  'keruen mm1': ['keruenMm1', 'keruenMm1', 'kernel'],
  'keruen corridor': ['keruenCorridor', 'keruenCorridor', 'kernel'],
  'keruen+draws corridor': ['keruenCorridor', 'keruenCorridorDraws', 'kernel', 'stochastic'],
  'keruen/model corridor': ['keruenModel', 'keruenModel', 'model'],
  'keruen/model corridor-year': ['year', 'keruenYear', 'keruen'],
  'flatqueue hold': ['flatqueue', 'flatqueueHold'],
  'flatqueue hold-bimodal': ['flatqueue', 'flatqueueHold'],
  'simjs hold': ['simjs', 'simjsHold'],
  'simjs hold-bimodal': ['simjs', 'simjsHold'],
  'simjs hold-ties': ['simjs', 'simjsHold'],
  'simjs hold-equal': ['simjs', 'simjsHold'],
  'simjs cancel': ['simjs', 'simjsHold'],
  'simjs mm1': ['simjs', 'simjsMm1'],
  'simscript hold': ['simscript', 'simscriptHold'],
  'discrete-sim hold': ['discreteSim', 'discreteSimHold'],
  'discrete-sim hold-bimodal': ['discreteSim', 'discreteSimHold'],
};

const dist = process.argv[2];
const FILES = { kernel: 'kernel.js', stochastic: 'stochastic.js', model: 'model.js', keruen: 'index.js' };

/** The same of a part's row. */
function partProgram(model, system) {
  const { programs, needs } = PARTS[model] ?? {};
  return programs?.[system] === undefined ? undefined : [model, programs[system], ...needs];
}

async function built(needed) {
  const modules = {};
  for (const key of needed) {
    const path = resolve(dist, FILES[key]);
    if (!existsSync(path)) throw new Error(`there is no built ${FILES[key]}`);
    modules[key] = await import(pathToFileURL(path).href);
  }
  return modules;
}

async function prepare(model, system, size, events) {
  const place = PROGRAMS[`${system} ${model}`] ?? partProgram(model, system);
  if (place === undefined) throw new Error(`there is no program for ${model} on ${system}`);
  const [file, name, ...needed] = place;
  const programs = await import(`./systems/${file}.mjs`);
  return programs[name](await built(needed), model, size, events);
}

const prepared = new Map();

async function answer(line) {
  const [model, system, ...numbers] = line.split(' ');
  const [size, events, rounds] = numbers.map(Number);
  const key = `${model} ${system} ${size} ${events}`;
  if (!prepared.has(key)) prepared.set(key, await prepare(model, system, size, events));
  const figures = [];
  let check;
  for (let round = 0; round < rounds; round++) {
    const result = await prepared.get(key)();
    if (round > 0 && result.check !== check) throw new Error(`two rounds disagree: ${check} and ${result.check}`);
    check = result.check;
    figures.push((result.nanoseconds ?? result.bytes) / (PARTS[model]?.nanoseconds ?? 1));
  }
  return { model, size, system, median: median(figures), check };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await answer(line)));
}
