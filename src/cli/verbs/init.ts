// `keruen init`: writes a shipped scenario as a self-contained file that gives the same run.
import { writeScenario } from '../../model/file/file';
import { ProblemError } from '../../problem';
import { command } from '../../report/words/shellWords';
import { scenarios } from '../../scenarios';
import { version } from '../../study/results/version';
import { checkTarget, give, writeWhole } from '../answer';
import { Ended, exit } from '../exit';
import type { Asked } from '../options';
import { openScenario } from '../scenario';
import type { Streams } from '../streams';

/** The path of the schema: beside the file. */
const schemaFile = './keruen.schema.json';
const howToSchema =
  '# Completion and checks in an editor: keruen schema > keruen.schema.json, in the folder of this file.\n';

const howToId = '# Change the id when you change the scenario: this one is that of a scenario that is shipped.\n';

interface AskedInit extends Asked {
  readonly force?: boolean;
}

export async function init(streams: Streams, asked: AskedInit, [named]: readonly string[]): Promise<number> {
  await checkTarget(asked.json, streams);
  const corridor = await openScenario(named, asked, streams.folder);
  const { id } = corridor.data;
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id)) {
    const say = `The id "${id}" cannot name a file; give it letters, digits, - and _ only.`;
    throw new ProblemError([{ path: 'id', got: id, allowed: 'letters, digits, - and _', say }]);
  }
  const file = `${id}.yaml`;
  const [hint, rest] = split(writeScenario(corridor, { schemaHint: schemaFile }));
  const shipped = scenarios.some((one) => one.id === id) ? howToId : '';
  await writeWhole(file, hint + howToSchema + shipped + rest, streams.folder, asked.force !== true).catch(
    (error: unknown) => {
      if (!(error instanceof Ended && error.message.includes('is there already'))) throw error;
      throw new Ended(exit.early, `${file} is there already and was left as it is; --force writes over it.`);
    },
  );
  const next = `Run it: ${command('run', `./${file}`)}\nWhat it holds has the hash ${corridor.hash}; so had what it was written from.\n`;
  await give(streams, asked.json, `Wrote ./${file}.\n${next}`, {
    schema: 'keruen/init@1',
    keruen: version,
    scenario: { id, hash: corridor.hash, changes: corridor.changes },
    file,
  });
  return exit.done;
}

/** The first line, and the rest. */
function split(text: string): [string, string] {
  const at = text.indexOf('\n') + 1;
  return [text.slice(0, at), text.slice(at)];
}
