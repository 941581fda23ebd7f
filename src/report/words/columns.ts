// Text in columns and paragraphs that fit a terminal of 100 columns.

export const WIDTH = 100;

/** Terminal columns; combining marks have width 0. */
export const widthOf = (text: string): number => [...text.replace(/\p{M}/gu, '')].length;

const padded = (text: string, width: number, right: boolean): string => {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
};

/**
 * Rows in aligned columns, two spaces apart. `sides` has a letter for each column: l (left) or r (right);
 * empty columns are omitted.
 */
export function columns(rows: readonly (readonly string[])[], sides: string, indent = '  '): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, i) => Math.max(0, ...rows.map((row) => widthOf(row[i] ?? ''))));
  return rows.map((row) => {
    const cells = widths.flatMap((width, i) => (width === 0 ? [] : [padded(row[i] ?? '', width, sides[i] === 'r')]));
    return (indent + cells.join('  ')).trimEnd();
  });
}

/** A paragraph broken at spaces; a word that is too long gets its own line. */
export function wrap(text: string, width = WIDTH, indent = '', hanging = indent): string[] {
  const lines: string[] = [];
  let line = indent;
  let isEmpty = true;
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    if (!isEmpty && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = hanging;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return isEmpty ? lines : [...lines, line];
}

/** Text cut to a width, with an ellipsis. */
export const cut = (text: string, width: number): string =>
  widthOf(text) <= width ? text : `${[...text].slice(0, Math.max(0, width - 1)).join('')}…`;

/** A heading and its lines; empty without lines. */
export const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [heading, ...lines, ''];
