// The command `keruen` as a function: its verbs, their help, and how each ends. It never ends the process itself.
import { Command, CommanderError } from 'commander';
import { version } from '../study/results/version';
import { Ended, exit } from './exit';
import { failed } from './failed';
import { type Asked, withOptions } from './options';
import type { Streams } from './streams';

/** Verbs of later versions: their names are taken. */
export const reserved = [
  'routes',
  'assumptions',
  'plan',
  'sample',
  'doctor',
  'study',
  'worker',
  'fit',
  'diff',
  'explain',
] as const;

/** Runs a command line (without node and the script) and returns its exit code. */
export async function main(argv: readonly string[], streams: Streams): Promise<number> {
  let code: number = exit.done;
  const program = build(streams, (ended) => {
    code = ended;
  });
  try {
    if (argv.length === 0) {
      program.outputHelp();
      streams.out(firstSteps);
      return exit.done;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return isAnswer(error) ? exit.done : exit.usage;
    return failed(error, streams, jsonOf(argv));
  }
}

/** Help and version are answers, not errors. */
const isAnswer = ({ code }: CommanderError): boolean =>
  ['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(code);

/** Where JSON was asked for, also when the command was refused before its options were read. */
function jsonOf(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((word) => word === '--json' || word.startsWith('--json='));
  if (at < 0) return undefined;
  return argv[at] === '--json' ? argv[at + 1] : argv[at].slice('--json='.length);
}

type Run = (streams: Streams, asked: Asked, words: readonly string[]) => Promise<number>;

interface Verb {
  readonly name: string;
  /** The words after it, as commander writes them. */
  readonly words?: string;
  readonly says: string;
  readonly examples: readonly string[];
  /** Whether it simulates, so that the options of a run are of use. */
  readonly runs?: boolean;
  readonly flags?: readonly (readonly [flag: string, says: string])[];
  /** Order: what a verb needs is loaded when it is called, so that the others start at once. */
  readonly load: () => Promise<Run>;
}

const scenarioWord = '<scenario>';

const verbs: readonly Verb[] = [
  {
    name: 'run',
    words: scenarioWord,
    says: 'simulate a scenario and tell what happens to its boxes',
    examples: [
      'keruen run middle-corridor-2024',
      'keruen run ./my.yaml --replications 20 --json result.json',
      "keruen run middle-corridor-2024 --set 'places.Aktau.berths.container.count=2' --precision 5%",
    ],
    runs: true,
    flags: [['--full', 'every row of every table']],
    load: async () => (await import('./verbs/run')).run,
  },
  {
    name: 'check',
    words: scenarioWord,
    says: 'say whether a scenario can be run, and what it is in words',
    examples: ['keruen check ./my.yaml', 'keruen check ./my.yaml --json -'],
    load: async () => (await import('./verbs/check')).check,
  },
  {
    name: 'show',
    words: `${scenarioWord} [place]`,
    says: 'list every path that --set takes, with its value and where that comes from',
    examples: ['keruen show middle-corridor-2024', 'keruen show middle-corridor-2024 Aktau'],
    load: async () => (await import('./verbs/show')).show,
  },
  {
    name: 'preview',
    words: scenarioWord,
    says: 'set the capacity of each resource beside what is asked of it, without a run',
    examples: [
      'keruen preview middle-corridor-2024',
      "keruen preview ./my.yaml --set 'flows.westbound.demand=60 kTEU/year'",
    ],
    flags: [['--full', 'every row of every table']],
    load: async () => (await import('./verbs/preview')).preview,
  },
  {
    name: 'scenarios',
    says: 'list the scenarios that come with keruen',
    examples: ['keruen scenarios'],
    load: async () => (await import('./verbs/scenarios')).listScenarios,
  },
  {
    name: 'schema',
    says: 'print the JSON Schema of a scenario file, for editors',
    examples: ['keruen schema > keruen.schema.json'],
    load: async () => (await import('./verbs/schema')).schema,
  },
  {
    name: 'init',
    words: scenarioWord,
    says: 'write a scenario into a file of your own, ./<id>.yaml',
    examples: ['keruen init middle-corridor-2024', 'keruen init middle-corridor-2024 --force'],
    flags: [['--force', 'write over a file that is there']],
    load: async () => (await import('./verbs/init')).init,
  },
  {
    name: 'validate',
    words: '[scenarios...]',
    says: 'set scenarios beside published figures',
    examples: ['keruen validate middle-corridor-2024', 'keruen validate --all --json rows.json'],
    runs: true,
    flags: [['--all', 'every scenario that has published figures']],
    load: async () => (await import('./verbs/validate')).validateVerb,
  },
  {
    name: 'compare',
    words: scenarioWord,
    says: 'say what alternatives change, and which is best',
    examples: [
      "keruen compare aktau-hub --variant 300000-hub --with third-berth --with 'fleets.feeders.count=9'",
      "keruen compare ./my.yaml --with a.b=1 --with c.d=2,e.f=3 --measure 'mean transit time of westbound' --precision 10%",
    ],
    runs: true,
    flags: [
      [
        '--with <alternative...>',
        'settings and changes, as a.b=1,c.d=2 or third-berth, that make one alternative; may be repeated',
      ],
      ['--measure <words...>', 'what is compared, as "p90 dwell at Aktau" (default: the headlines); may be repeated'],
    ],
    load: async () => (await import('./verbs/compare')).compareVerb,
  },
  {
    name: 'capacity',
    words: scenarioWord,
    says: 'say how much demand keeps a promise, and what gives way first',
    examples: [
      'keruen capacity aktau-hub --variant 300000-hub --at Aktau --promise "p90 dwell at Aktau <= 5 d"',
      'keruen capacity ./my.yaml --of westbound --promise "mean transit time of westbound <= 20 d and p90 dwell at Aktau <= 5 d"',
      "keruen capacity ./my.yaml --vary flows.westbound.demand=60% flows.eastbound.demand=40% --promise 'mean wait of tracks at Aktau <= 6 h'",
    ],
    runs: true,
    flags: [
      [
        '--promise <text>',
        'what is promised: "<statistic> <measure> at|on|of <name> <= <value with unit>", several joined by "and"',
      ],
      ['--at <place>', 'raise the flows that come by a place, counted as its throughput is'],
      ['--of <flow...>', 'raise these flows only (default: all, in their mix)'],
      ['--vary <path...>', 'raise these demands, each with its share or in their mix, as flows.westbound.demand=60%'],
      ['--max-trials <n>', 'no more trials than so many (default: 300)'],
    ],
    load: async () => (await import('./verbs/capacity')).capacityVerb,
  },
  {
    name: 'prices',
    words: scenarioWord,
    says: 'say what one more of each thing is worth',
    examples: [
      'keruen prices aktau-hub --variant 300000-hub',
      "keruen prices ./my.yaml --of places.Aktau.berths.container.count fleets.feeders.count --budget '200 trials'",
    ],
    runs: true,
    flags: [
      ['--of <path...>', 'one more of these only: paths, calendars.<id>, weather.<id> (default: all that is counted)'],
      ['--budget <amount>', 'what may be spent: a time or trials, as 2min or "200 trials" (default: 2min)'],
    ],
    load: async () => (await import('./verbs/prices')).pricesVerb,
  },
];

function build(streams: Streams, ends: (code: number) => void): Command {
  const program = new Command('keruen')
    .description('Simulates container corridors event by event, box by box.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => streams.out(text), writeErr: (text) => streams.err(text) })
    .showHelpAfterError('(keruen --help lists the commands and options)')
    .addHelpText('after', examplesText(['keruen scenarios', 'keruen run middle-corridor-2024', 'keruen help run']));
  for (const verb of verbs) addVerb(program, verb, streams, ends);
  for (const name of reserved) {
    program
      .command(`${name} [words...]`, { hidden: true })
      .allowUnknownOption()
      .helpOption(false)
      .action(() => {
        throw new Ended(exit.usage, `keruen ${name} is not part of this version.`);
      });
  }
  return program;
}

function addVerb(program: Command, verb: Verb, streams: Streams, ends: (code: number) => void): void {
  const command = program
    .command([verb.name, verb.words].filter((part) => part !== undefined).join(' '))
    .description(verb.says)
    .showHelpAfterError(`(keruen ${verb.name} --help shows how it is written)`)
    .addHelpText('after', examplesText(verb.examples));
  withOptions(command, { scenario: verb.words !== undefined, run: verb.runs === true });
  for (const [flag, says] of verb.flags ?? []) command.option(flag, says);
  command.action(async (...all: unknown[]) => {
    const words = all
      .slice(0, -2)
      .flat()
      .filter((word): word is string => typeof word === 'string');
    const run = await verb.load();
    ends(await run(streams, command.opts<Asked>(), words));
  });
}

const firstSteps = `
Three things to do first:
  keruen scenarios                   see which corridors come with keruen, and what each answers
  keruen run middle-corridor-2024    simulate a year of one of them
  keruen init middle-corridor-2024   write it into ./middle-corridor-2024.yaml, to change it and to run that
`;

const examplesText = (examples: readonly string[]): string =>
  `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}\n`;
