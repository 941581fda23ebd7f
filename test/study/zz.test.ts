import { it } from 'vitest';
import { middleCorridor2024 } from '../../src/scenarios/middleCorridor2024';
import { replicate } from '../../src/model/run';
import { assemble } from '../../src/study/assemble';
import { measuresOf } from '../../src/study/measures';
import { journeysOf } from '../../src/study/journeys';
import { ledgerOf } from '../../src/study/ledger';
import { writeJson } from '../../src/study/json';
import { runStudy } from '../../src/study/run';
it('x', async () => {
  const clock = (what: string, f: () => unknown) => { const t = performance.now(); const r = f(); console.log(what, performance.now() - t); return r as never; };
  const outs = [0,1,2,3].map(r => clock('rep', () => replicate(middleCorridor2024.data, { seed: 'keruen', replication: r })));
  for (let k=0;k<2;k++) {
  clock('m', () => measuresOf(middleCorridor2024.data, undefined, outs));
  clock('j', () => journeysOf(outs));
  clock('l', () => ledgerOf(outs));
  clock('clone', () => structuredClone(outs[0]));
  }
  const r = clock('a', () => assemble(middleCorridor2024, { seed: 'keruen' }, outs));
  clock('json', () => writeJson(r));
  console.log((r as {answer:string}).answer, (r as {endedEarly:string}).endedEarly);
  const t = performance.now();
  await runStudy(middleCorridor2024, { workers: 2 });
  console.log('10 on 2', performance.now() - t);
});
