// The options common to all commands, parsed and checked first.
import { type Command, InvalidArgumentError, Option } from 'commander';

/** The options of a command. Absent: the default of the scenario or of the run. */
export interface Asked {
  readonly set?: readonly string[];
  readonly variant?: string;
  readonly seed?: string;
  readonly replications?: number;
  /** A share: 0.05 for 5 %. */
  readonly precision?: number;
  readonly maxReplications?: number;
  readonly days?: number;
  /** Days. */
  readonly warmUp?: number;
  readonly workers?: number;
  /** A file, or `-` for standard output. */
  readonly json?: string;
  /** All rows of all tables. */
  readonly full?: boolean;
}

const wholeNumber = (least: number, most: number) => (text: string) => {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(least <= value && value <= most)) {
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}, without separators.`);
  }
  return value;
};

function share(text: string): number {
  const [, digits, sign] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text) ?? [];
  const value = digits === undefined ? Number.NaN : Number(digits) / (sign === '%' ? 100 : 1);
  if (!(0 < value && value < 1)) throw new InvalidArgumentError('Give a share above 0 % and below 100 %, such as 5%.');
  return value;
}

function filled(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return text;
}

const collect = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** Options that change the scenario, or direct the output. */
const ofScenario = [
  new Option('--set <path=value>', 'set one value, as in places.Aktau.tracks=4; may be repeated').argParser(collect),
  new Option('--variant <id>', 'with the changes of one of the variants of the scenario').argParser(filled),
  new Option('--warm-up <days>', 'days simulated before the window opens').argParser(wholeNumber(0, 3_650)),
  new Option('--json <file>', 'write the answer as JSON into a file; - for standard output').argParser(filled),
];

/** Options that change a run. Commands without a run accept them too, so that the same options work for all. */
const ofRun = [
  new Option('--seed <text>', 'seed of the random numbers: any text').argParser(filled),
  new Option('--replications <n>', 'runs of the window with other random numbers (default: 10)').argParser(
    wholeNumber(1, 100_000),
  ),
  new Option('--precision <share>', 'replications until the headline measures are so precise, as 5%').argParser(share),
  new Option('--max-replications <n>', 'no more than so many, with --precision').argParser(wholeNumber(1, 100_000)),
  new Option('--days <n>', 'length of the window in days (default: one calendar year)').argParser(
    wholeNumber(1, 3_660),
  ),
  new Option('--workers <n>', 'threads (default: all cores); the answer is the same').argParser(wholeNumber(1, 1_024)),
];

/** Adds the options to a command; its help lists only those with an effect: of a scenario, of a run. */
export function withOptions(command: Command, of: { readonly scenario: boolean; readonly run: boolean }): Command {
  const add = (option: Option, hidden: boolean) => {
    const own = new Option(option.flags, option.description);
    if (option.parseArg !== undefined) own.argParser(option.parseArg);
    command.addOption(own.hideHelp(hidden));
  };
  for (const option of ofScenario) add(option, !of.scenario && option.long !== '--json');
  for (const option of ofRun) add(option, !of.run);
  return command;
}

/** The options that determine the scenario, as words to type again. */
export function given({ set = [], variant, warmUp }: Asked): string[] {
  return [
    ...(variant === undefined ? [] : ['--variant', variant]),
    ...(warmUp === undefined ? [] : ['--warm-up', String(warmUp)]),
    ...set.flatMap((one) => ['--set', one]),
  ];
}
