// Everything that is wrong, all at once: where it stands, what is wrong with it, what is allowed.
import type { Problem } from '../problem';
import { WIDTH, wrap } from './words/columns';
import { countOf } from './words/numbers';

const whereOf = ({ file, line, column, path }: Problem): string => {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [place, path].filter((part) => part !== '').join('  ');
};

/** One problem: its place on a line of its own, then the sentence, then what came and what is allowed. */
function writeOne(problem: Problem): string[] {
  const where = whereOf(problem);
  // What the sentence says already is not said twice.
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
