// Validation of distributions, with error messages: what was given, what is allowed, what to do.
import { type Bernoulli, type Empirical, LAW_NAMES, type Law, type Lognormal, type Triangular } from './laws';

/** Error of an invalid distribution: what was given, what is allowed, what to do. */
export class LawFault extends RangeError {
  constructor(
    law: Law,
    readonly came: string,
    readonly allowed: string,
    /** Advice; undefined: the value should be constant, in whatever notation the caller uses. */
    readonly remedy: string | undefined,
  ) {
    const cure = remedy ?? 'For a value that never varies, use the law "fixed".';
    super(`A law "${law.law}" cannot be drawn from: ${came}; ${allowed}. ${cure}`);
  }
}

function refuse(law: Law, came: string, allowed: string, remedy?: string): never {
  throw new LawFault(law, came, allowed, remedy);
}

function finite(law: Law, name: string, value: number): void {
  if (!Number.isFinite(value)) {
    refuse(law, `${name} is ${value}`, 'it must be a finite number', `Give ${name} as a plain number.`);
  }
}

function above0(law: Law, name: string, value: number): void {
  if (!(0 < value && value < Infinity)) {
    refuse(law, `${name} is ${value}`, 'it must be above 0');
  }
}

function checkEmpirical(law: Empirical): void {
  if (!(law.values?.length > 0)) {
    refuse(law, 'values has no entry', 'it must have at least one', 'List the observed values.');
  }
  law.values.forEach((value, i) => {
    finite(law, `values[${i}]`, value);
  });
  const weights = law.weights;
  if (weights === undefined) return;
  if (weights.length !== law.values.length) {
    refuse(
      law,
      `weights has length ${weights.length} and values ${law.values.length}`,
      'they must be as long as each other',
      'Give each value one weight, or leave the weights out.',
    );
  }
  weights.forEach((weight, i) => {
    if (!(0 <= weight && weight < Infinity)) {
      refuse(law, `weights[${i}] is ${weight}`, 'it must be 0 or more', 'Give counts or shares.');
    }
  });
  const sum = weights.reduce((a, b) => a + b, 0);
  if (!(0 < sum && sum < Infinity)) {
    refuse(law, `the weights sum to ${sum}`, 'the sum must be above 0', 'Give at least one value a weight above 0.');
  }
}

function checkTriangular(law: Triangular): void {
  finite(law, 'least', law.least);
  finite(law, 'mode', law.mode);
  finite(law, 'most', law.most);
  if (!(law.least <= law.mode && law.mode <= law.most)) {
    const came = `least, mode, most are ${law.least}, ${law.mode}, ${law.most}`;
    refuse(law, came, 'they must not descend', 'Put them in order.');
  }
}

function checkLognormal(law: Lognormal): void {
  above0(law, 'mean', law.mean);
  if (!(0 <= law.sd && (law.sd / law.mean) * (law.sd / law.mean) < Infinity)) {
    refuse(law, `sd is ${law.sd}`, 'it must be 0 or more and finite', 'Give it in the unit of the mean.');
  }
}

function checkBernoulli(law: Bernoulli): void {
  if (!(0 <= law.share && law.share <= 1)) {
    refuse(law, `share is ${law.share}`, 'it must be from 0 to 1', 'Write 5 % as 0.05.');
  }
}

/** The fault of a distribution; undefined when it is valid. */
export function lawFault(law: Law): LawFault | undefined {
  try {
    checkLaw(law);
  } catch (error) {
    if (error instanceof LawFault) return error;
    throw error;
  }
  return undefined;
}

/** Throws a RangeError unless the distribution is known and its parameters are valid. */
export function checkLaw(law: Law): void {
  // Plain JavaScript can pass anything.
  switch (law?.law) {
    case 'fixed':
      finite(law, 'value', law.value);
      break;
    case 'exponential':
      above0(law, 'mean', law.mean);
      break;
    case 'triangular':
      checkTriangular(law);
      break;
    case 'lognormal':
      checkLognormal(law);
      break;
    case 'bernoulli':
      checkBernoulli(law);
      break;
    case 'empirical':
      checkEmpirical(law);
      break;
    default: {
      const came = JSON.stringify((law as Law | undefined)?.law);
      throw new RangeError(`There is no law ${came}; the laws are ${LAW_NAMES.join(', ')}. Use one of them.`);
    }
  }
}
