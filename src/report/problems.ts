// Formats all problems together: path, problem, allowed values.
import type { Problem } from '../problem';
import { WIDTH, wrap } from './words/columns';
import { countOf } from './words/numbers';

const whereOf = ({ file, line, column, path }: Problem): string => {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [place, path].filter((part) => part !== '').join('  ');
};

/** One problem: its path on a separate line, then the message, the value found and the values allowed. */
function writeOne(problem: Problem): string[] {
  const where = whereOf(problem);
  // Omits what the message already contains.
  const isSaid = (text: string) => text === '' || problem.say.includes(text);
  const beside = [
    ...(isSaid(problem.got) ? [] : [`came: ${problem.got}`]),
    ...(isSaid(problem.allowed) ? [] : [`allowed: ${problem.allowed}`]),
  ];
  return [
    ...(where === '' ? [] : [where]),
    ...wrap(problem.say, WIDTH, '  '),
    ...(beside.length === 0 ? [] : wrap(beside.join('; '), WIDTH, '  ', '    ')),
  ];
}

export function writeProblems(problems: readonly Problem[]): string {
  const last = problems.length === 1 ? [] : ['', `${countOf(problems.length, 'problem')}.`];
  return `${[...problems.flatMap(writeOne), ...last].join('\n')}\n`;
}
