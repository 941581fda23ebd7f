// The bench's text: a table of rows with a bar of their range, and a table of promised ratios.
import { ratioOf, TARGETS, verdict } from './targets.mjs';

function figure(x) {
  return x < 10 ? x.toFixed(2) : x < 1_000 ? x.toFixed(1) : x.toFixed(0);
}

/** Columns as wide as their widest cell; those named in `right` stand to the right. */
function table(head, lines, right) {
  const all = [head, ...lines].map((line) => line.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column].length)));
  const cell = (text, column) =>
    right.has(head[column]) ? text.padStart(widths[column]) : text.padEnd(widths[column]);
  return all.map((line) => line.map(cell).join('  ').trimEnd()).join('\n');
}

/** Every row, with its ratio to keruen's on the same model and size. */
export function rowTable(rows) {
  const ours = (row) => rows.find((one) => one.model === row.model && one.size === row.size && one.system === 'keruen');
  const lines = rows.map((row) => {
    const keruen = ours(row);
    const ratio = keruen === undefined ? '' : figure(row.median / keruen.median);
    const figures = [row.median, row.min, row.max].map(figure);
    return [row.model, row.size, row.system, ...figures, row.unit, ratio, row.rounds, row.check];
  });
  const head = ['model', 'size', 'system', 'median', 'min', 'max', 'unit', '÷ keruen', 'rounds', 'check'];
  return table(head, lines, new Set(['size', 'median', 'min', 'max', '÷ keruen', 'rounds']));
}

/** Every promised ratio: as measured, the bound, and whether it is kept; a row that is missing makes it not measured. */
export function targetTable(rows, targets = TARGETS) {
  const lines = targets.map((target) => {
    const ratio = ratioOf(target, rows);
    const bound = target.most === undefined ? `≥ ${target.least}` : `≤ ${target.most}`;
    return [
      target.model,
      target.size,
      target.name,
      ratio === undefined ? '–' : figure(ratio),
      bound,
      verdict(target, ratio),
    ];
  });
  return table(['model', 'size', 'ratio', 'measured', 'target', ''], lines, new Set(['size', 'measured']));
}
