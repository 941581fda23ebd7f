// A dated change that comes after a shortened window: the run goes, and says so.
import { expect, it } from 'vitest';
import { writeRun } from '../../../src/report/run/run';
import { railBorder } from '../../../src/scenarios/railBorder';
import { runStudy } from '../../../src/study/running/run';

it('runs with a note that the change comes after the end', async () => {
  const late = railBorder.variant('third-crossing');
  const result = await runStudy(late, { days: 2, replications: 1 });
  const note = 'The change of 2024-04-01 comes after the end of this run, 2024-01-02: it changes nothing here.';
  expect(result.notes).toEqual([note]);
  const text = writeRun({ result, data: late.data, scenario: 'rail-border', given: [], isValidated: true });
  expect(text.replace(/\s+/g, ' ')).toContain(`Note: ${note}`);
  const whole = await runStudy(railBorder, { days: 2, replications: 1 });
  expect(whole.notes).toBeUndefined();
  expect(result.runHash).toBe(whole.runHash);
});
