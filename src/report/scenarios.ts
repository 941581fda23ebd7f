// Lists the shipped scenarios: the name of each, and the question that it answers.
import { WIDTH, widthOf, wrap } from './words/columns';

export interface ListedScenario {
  readonly id: string;
  readonly question: string;
  /** What is left out, but would affect the answer. */
  readonly knowsNot: string;
}

export function writeScenarios(scenarios: readonly ListedScenario[]): string {
  const width = Math.max(0, ...scenarios.map(({ id }) => widthOf(id)));
  const indent = ' '.repeat(width + 4);
  return scenarios
    .flatMap(({ id, question, knowsNot }) => {
      const [first = '', ...rest] = wrap(question, WIDTH, indent);
      return [
        `  ${id.padEnd(width)}  ${first.trimStart()}`,
        ...rest,
        ...wrap(`It does not know: ${knowsNot}`, WIDTH, indent),
      ];
    })
    .join('\n')
    .concat('\n');
}
