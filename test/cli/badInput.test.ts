// Whatever is wrong with the input, a planner gets a sentence, a script its exit code, and nobody a stack or half a file.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reserved } from '../../src/cli/keruen';
import { entry, keruen, newFolder, removeFolder, writeSmall } from './session';

let folder = '';
beforeAll(() => {
  folder = newFolder();
});
afterAll(() => removeFolder(folder));

const text = (name: string, content: string | Uint8Array) => () => {
  writeFileSync(join(folder, name), content);
  return [`./${name}`];
};
const spoilt = (name: string, spoil: Parameters<typeof writeSmall>[2]) => () => [writeSmall(folder, name, spoil)];
const set = (...settings: string[]) => ['middle-corridor-2024', ...settings.flatMap((setting) => ['--set', setting])];

/** What is wrong; the words after the verb; what the sentences must say. */
const refused: readonly (readonly [string, () => string[], ...RegExp[]])[] = [
  ['an unknown scenario', () => ['midle-corridor-2024'], /did you mean middle-corridor-2024/],
  ['a file that is not there', () => ['./none.yaml'], /\.\/none\.yaml/, /there is none of this name/],
  [
    'a folder',
    () => {
      mkdirSync(join(folder, 'folder.yaml'), { recursive: true });
      return ['./folder.yaml'];
    },
    /folder/,
  ],
  ['a device', () => ['/dev/null'], /device/],
  ['an empty file', text('empty.yaml', ''), /empty\.yaml/, /The file is empty/],
  ['a file with a comment only', text('comment.yaml', '# nothing\n'), /The file is empty/],
  ['a file of more than 10 MB', text('large.yaml', `# ${'x'.repeat(10 * 1024 * 1024)}`), /more than 10 MB/],
  ['a file that is not UTF-8', text('latin.yaml', Uint8Array.of(0x69, 0x64, 0x3a, 0xe9, 0xff)), /not UTF-8/],
  ['broken YAML', text('broken.yaml', 'keruen: scenario@1\nplaces: { Aktau: [\n'), /broken\.yaml:\d+:\d+/],
  ['broken JSON', text('broken.json', '{ "keruen": "scenario@1", '), /broken\.json:\d+:\d+/],
  [
    'an unknown key',
    spoilt('key.json', (file) => {
      entry(file, 'places', 'Aktau').yrad = 1;
    }),
    /key\.json:\d+:\d+/,
    /places\.Aktau\.yrad/,
  ],
  [
    'a negative number',
    spoilt('negative.json', (file) => {
      entry(file, 'places', 'Aktau').tracks = -4;
    }),
    /places\.Aktau\.tracks/,
    /-4/,
  ],
  [
    'NaN for a number',
    text(
      'nan.yaml',
      'keruen: scenario@1\nid: nan\nextends: middle-corridor-2024\nplaces: { Aktau: { tracks: .nan } }\n',
    ),
    /nan\.yaml:4:\d+/,
    /NaN/,
  ],
  [
    'an absurd number',
    spoilt('absurd.json', (file) => {
      entry(file, 'flows', 'westbound').demand = '9e12 TEU/year';
    }),
    /flows\.westbound\.demand/,
    /too much/,
  ],
  [
    'a flow with no way from origin to destination',
    spoilt('noway.json', (file) => {
      delete entry(file, 'services').feeder;
    }),
    /flows\.westbound/,
    /no way|reach/i,
  ],
  [
    'a place that no line reaches',
    spoilt('island.json', (file) => {
      entry(file, 'places').Island = { kind: 'junction', at: [40, 50] };
    }),
    /places\.Island/,
  ],
  [
    'a train that can never be filled',
    spoilt('never.json', (file) => {
      entry(file, 'fleets', 'china sets').carries = '1 TEU';
    }),
    /china sets|china train/,
  ],
  [
    'no ships on a line that boxes use',
    spoilt('noships.json', (file) => {
      entry(file, 'fleets', 'feeders').count = 0;
    }),
    /fleets\.feeders\.count/,
  ],
  ['--set with a wrong path', () => set('places.Aktua.tracks=4'), /places\.Aktua/, /did you mean places\.Aktau/],
  [
    'a file with another ending than those of scenarios',
    () => {
      text('text.txt', 'id: x')();
      return ['text.txt'];
    },
    /text\.txt/,
    /\.yaml, \.yml or \.json/,
  ],
  [
    '--set with a name that has two wrong letters',
    () => set('places.Aktow.tracks=4'),
    /did you mean places\.Aktau\.tracks/,
  ],
  ['--set of a demand without a unit', () => set('flows.westbound.demand=30423'), /Write 30423 TEU\/year/],
  ['--set with a wrong unit', () => set('places.Aktau.shunting=4 km'), /places\.Aktau\.shunting/, /duration/],
  ['--set without a unit', () => set('places.Aktau.shunting=4'), /4 what\?/],
  ['--set with a negative number', () => set('places.Aktau.tracks=-1'), /places\.Aktau\.tracks/, /-1/],
  ['--set with text for a number', () => set('places.Aktau.tracks=many'), /places\.Aktau\.tracks/, /many/],
  [
    'two wrong --set at once, both named',
    () => set('places.Aktua.tracks=4', 'flows.westbound.demand=3 h'),
    /Aktua/,
    /3 h/,
  ],
  [
    '--set with hours where the name of a calendar belongs',
    () => set('places.Altynkol.calendar={daily: "08:00-20:00", sun: closed}'),
    /\nplaces\.Altynkol\.calendar\n|^places\.Altynkol\.calendar\n/,
    /the name of one of calendars; set calendars\.day=\{\s+timeZone:/,
    /\sand\s+places\.Altynkol\.calendar=day\./,
  ],
  ['--set with hours and no calendar', () => set('calendar={daily: "08:00-20:00"}'), /set calendars\.day=/],
  [
    '--set with the days of a calendar, but no hours',
    () => set('calendars.day={daily: "08:00-20:00"}'),
    /The days of a calendar stand below its hours; write/,
  ],
  ['an unknown variant', () => ['middle-corridor-2024', '--variant', 'tody'], /tody/, /today/],
];

const noStack = /^\s+at .+[:(]\d+/m;

describe('input with problems', () => {
  for (const [what, words, ...says] of refused) {
    it(`refuses ${what} with a sentence, exit 1 and nothing on standard output`, async () => {
      const named = words();
      const before = readdirSync(folder);
      const { code, out, err } = await keruen(folder, ['run', ...named]);
      for (const one of says) expect(err).toMatch(one);
      expect(err).not.toMatch(noStack);
      expect(out).toBe('');
      expect(code).toBe(1);
      expect(readdirSync(folder)).toEqual(before);
    });

    it(`says ${what} as JSON where that is asked, and nothing else on standard output`, async () => {
      const { code, out } = await keruen(folder, ['check', ...words(), '--json', '-']);
      const { schema, problems } = JSON.parse(out);
      expect(schema).toBe('keruen/problems@1');
      expect(problems.length).toBeGreaterThan(0);
      for (const one of problems)
        expect(one).toMatchObject({
          path: expect.any(String),
          got: expect.any(String),
          say: expect.stringMatching(/[.?]$/),
        });
      expect(code).toBe(1);
    });
  }
});

const wrongUsage: readonly (readonly [string, readonly string[], RegExp])[] = [
  ['an unknown verb', ['rum', 'x'], /Did you mean run/],
  ['no scenario', ['run'], /missing required argument/],
  ['too many words', ['check', 'a', 'b'], /too many arguments/],
  ['an unknown option', ['run', 'x', '--sed', '1'], /Did you mean one of --seed/],
  ['no replications', ['run', 'x', '--replications', '0'], /whole number from 1/],
  ['half a replication', ['run', 'x', '--replications', '2.5'], /whole number from 1/],
  ['NaN days', ['run', 'x', '--days', 'NaN'], /whole number from 1/],
  ['a precision of nothing', ['run', 'x', '--precision', '0%'], /above 0 %/],
  ['a precision that is no share', ['run', 'x', '--precision', '5 d'], /above 0 %/],
  ['--set without a value', ['run', 'middle-corridor-2024', '--set', 'places.Aktau.tracks'], /equals sign/],
  ['--set with an empty value', ['run', 'middle-corridor-2024', '--set', 'places.Aktau.tracks='], /equals sign/],
  [
    'one path twice',
    ['run', 'middle-corridor-2024', '--set', 'start=2024-01-01', '--set', 'start=2025-01-01'],
    /twice/,
  ],
  ['nothing to validate', ['validate'], /--all/],
];

describe('a command that is written wrongly', () => {
  for (const [what, argv, says] of wrongUsage) {
    it(`ends with 2 and a sentence for ${what}`, async () => {
      const { code, out, err } = await keruen(folder, argv);
      expect(err).toMatch(says);
      expect(err).not.toMatch(noStack);
      expect(out).toBe('');
      expect(code).toBe(2);
    });
  }

  it('says of each verb of later versions that it is not part of this one, exit 2', async () => {
    for (const verb of reserved) {
      const { code, err } = await keruen(folder, [verb, 'a', '--with', 'b', '--help']);
      expect([verb, code, err]).toEqual([verb, 2, `keruen ${verb} is not part of this version.\n`]);
    }
  });
});

describe('a setting that only a parser could make something of', () => {
  it.each(['timeZone=[&a [1], *a]', 'timeZone=[&a [*a]]', 'timeZone={a: *b}', 'timeZone=#x'])(
    '%s is a problem with its path, exit 1',
    async (setting) => {
      const folder = newFolder();
      const { code, err } = await keruen(folder, ['check', 'rail-border', '--set', setting]);
      removeFolder(folder);
      expect(code).toBe(1);
      expect(err).toMatch(/^timeZone\n {2}\S.* is not a time zone/s);
    },
  );
});
