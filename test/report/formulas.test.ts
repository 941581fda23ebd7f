// The formulas in words: tables that a planner reads, before a run and beside it.
import { describe, expect, it } from 'vitest';
import type { FormulaRow } from '../../src/model/preview/formulas/row';
import { formulaSections, formulasWithRun } from '../../src/report/formulas';
import type { FormulaResult } from '../../src/study/results/formulas';

const use = (where: string, resource: string, value: number): FormulaRow => ({
  ...{ where, resource, what: 'use', formula: 'P1', value, unit: 'share' },
  why: ['Ships come when they are full.'],
});
const wait = (where: string, resource: string, value: number | null): FormulaRow => ({
  ...{ where, resource, what: 'wait', formula: 'E2/E20/1, exact', value, unit: 'h' },
  why: ['Ships come when they are full.', 'Storms.'],
});
const yard: FormulaRow = {
  ...{ where: 'Aktau', resource: 'yard', what: 'TEU', formula: 'P2 before stacking', value: 1300, unit: 'TEU' },
  assumed: 'dwell 7 d',
  why: ['Dwell is a result.'],
};
const ran = (row: FormulaRow, estimate: number | null, state = 'estimated'): FormulaResult =>
  ({ ...row, simulated: { estimate, low: null, high: null, state } }) as FormulaResult;

describe('the formulas before a run', () => {
  const rows = [
    ...[use('Alat', 'berths', 0.06), wait('Alat', 'berths', 0.01)],
    ...[use('Aktau', 'berths', 1.2), wait('Aktau', 'berths', null)],
    yard,
  ];
  const lines = formulaSections(rows);

  it('have one line a resource, busiest first, and say which grows without end', () => {
    expect(lines.slice(1, 4)).toEqual([
      '  where  resource  in use          mean wait  by',
      '  Aktau  berths     120 %  grows without end  E2/E20/1, exact',
      '  Alat   berths     6.0 %            <0.05 h  E2/E20/1, exact',
    ]);
  });

  it('say what a planner must assume', () => {
    expect(lines).toContain('  Aktau, yard: 1,300 TEU (P2 before stacking); assumed: dwell 7 d');
  });

  it('give each reason once, with all that it is said of', () => {
    expect(lines.filter((line) => line.includes('when they are full'))).toEqual([
      '· Ships come when they are full. (berths at Alat, Aktau)',
    ]);
    expect(lines.filter((line) => line.startsWith('· '))).toHaveLength(3);
  });

  it('say where all ways are counted alike, and do not promise that such a wait grows', () => {
    const lanes = [use('Gate', 'lanes', 1.2), wait('Gate', 'lanes', null)].map(
      (row) => ({ ...row, alike: true }) as const,
    );
    const text = formulaSections(lanes);
    expect(text[2]).toBe('  Gate   lanes     120 % if alike  grows, if alike  E2/E20/1, exact');
    expect(text.join(' ').replace(/\s+/g, ' ')).toContain('only a run knows which they take');
    expect(lines.join(' ')).not.toContain('if alike');
  });

  it('are silent where there are none', () => {
    expect(formulaSections([])).toEqual([]);
  });
});

describe('the formulas beside a run', () => {
  const alat = [ran(use('Alat', 'berths', 0.06), 0.06), ran(wait('Alat', 'berths', 0.01), 0.3, 'still growing')];
  const aktau = [ran(use('Aktau', 'berths', 0.21), 0.43), ran(wait('Aktau', 'berths', 0.3), 9)];

  it('stand where they differ most, first, with the reasons', () => {
    expect(formulasWithRun([...alat, ...aktau, ran(yard, 425)])).toEqual([
      '  where  resource  what                   formula                    run  by',
      '  Aktau  berths    in use                    21 %                   43 %  P1',
      '                   mean wait                0.3 h                  9.0 h  E2/E20/1, exact',
      '  Aktau  yard      in its busiest days  1,300 TEU                425 TEU  P2 before stacking',
      '  Alat   berths    in use                   6.0 %                  6.0 %  P1',
      '                   mean wait              <0.05 h  0.3 h (still growing)  E2/E20/1, exact',
      'Why they differ:',
      '· Ships come when they are full. (berths at Aktau, Alat)',
      '· Storms. (berths at Aktau, Alat)',
      '· Dwell is a result. (yard at Aktau)',
    ]);
  });

  it('are left out where nothing was observed, or a run measures nothing of the kind', () => {
    expect(formulasWithRun([yard, ran(wait('Aktau', 'berths', 1), null, 'nothing observed')])).toEqual([]);
  });

  it('are not shown one by one where they say the same', () => {
    expect(formulasWithRun([ran(wait('Aktau', 'berths', 0.3), 0.31)])).toEqual([
      '  Nowhere by more than three minutes of waiting: --json has all.',
    ]);
  });

  it('come first where the formula says that it grows without end, and are at most five', () => {
    const many = ['A', 'B', 'C', 'D', 'E', 'F'].map((place) => ran(wait(place, 'berths', 1), 3));
    const lines = formulasWithRun([...many, ran(wait('Aktau', 'berths', null), 4)]);
    expect(lines[1]).toMatch(/^ {2}Aktau {2}berths {4}mean wait {2}grows without end {2}4\.0 h/);
    expect(lines.at(-1)).toBe('  2 more in --json, where they differ less.');
  });
});
