// Rows of single parts of the library: a draw, an update of a figure, a copy of a run; each beside the events that it serves.
import { existsSync } from 'node:fs';

/** The shipped scenarios and their programs. */
const scenarios = {
  'middle-corridor-2024': 'yearOfMiddleCorridor',
  'xian-terminal': 'yearOfXianTerminal',
  'rail-border': 'yearOfRailBorder',
  'road-border': 'yearOfRoadBorder',
  'aktau-hub': 'yearOfAktauHub',
  lianyungang: 'yearOfLianyungang',
};

/**
 * Models whose programs are all in `systems/<model>.mjs`. By model: the row's size (draws, updates, TEU inside), its unit and
 * how many nanoseconds that is, the built files it needs, and the export that is the program of each system.
 */
export const PARTS = {
  draws: {
    size: 1_000_000,
    unit: 'ns/draw',
    nanoseconds: 1,
    needs: ['stochastic'],
    programs: {
      stream: 'drawsStream',
      keyed: 'drawsKeyed',
      exponential: 'drawsExponential',
      'exponential/keyed': 'drawsExponentialKeyed',
      lognormal: 'drawsLognormal',
      triangular: 'drawsTriangular',
      bernoulli: 'drawsBernoulli',
      empirical: 'drawsEmpirical',
      'laws/in-turn': 'drawsAllInTurn',
      'alea+log': 'drawsLogOfAlea',
    },
  },
  monitors: {
    size: 1_000_000,
    unit: 'ns/update',
    nanoseconds: 1,
    needs: ['kernel'],
    programs: { level: 'keruenLevelMonitor', tally: 'keruenTallyMonitor', TimeWeighted: 'keruenTimeWeighted' },
  },
  branch: {
    size: 50_000,
    unit: 'ms/branch',
    nanoseconds: 1e6,
    needs: ['keruen', 'model'],
    programs: { restore: 'keruenBranch', save: 'keruenCopy' },
  },
  scenarioYear: { size: 1, unit: 'ms/year', nanoseconds: 1e6, needs: ['keruen'], programs: scenarios },
  scenarioEvent: { size: 1, unit: 'ns/event', nanoseconds: 1, needs: ['keruen'], programs: scenarios },
};

/** Its rows' systems; none while the bench has no such file. */
export function systemsOf(model) {
  const file = new URL(`systems/${model}.mjs`, import.meta.url);
  return existsSync(file) ? Object.keys(PARTS[model].programs) : [];
}
