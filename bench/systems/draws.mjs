// What a draw costs: the number of a stream, the number of a box, and each law on top of one of them.
import seedrandom from 'seedrandom';

const LAWS = {
  exponential: { law: 'exponential', mean: 4.5 },
  lognormal: { law: 'lognormal', mean: 30, sd: 12 },
  triangular: { law: 'triangular', least: 2, mode: 3, most: 8 },
  bernoulli: { law: 'bernoulli', share: 0.3 },
  empirical: { law: 'empirical', values: [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3] },
};
/** The flow and the draws of a box: a few each, as in a corridor. */
const FLOW = 77;

function timed(draws, sum) {
  return () => {
    const begin = process.hrtime.bigint();
    const total = sum();
    return { nanoseconds: Number(process.hrtime.bigint() - begin) / draws, check: total / draws };
  };
}

/** A run's program: so many numbers of a stream. */
export function drawsStream({ stochastic }, _model, draws) {
  return () => {
    const from = stochastic.stream('bench', 0, 'stream');
    return timed(draws, () => {
      let total = 0;
      for (let i = 0; i < draws; i++) total += from.unit();
      return total;
    })();
  };
}

/** So many numbers of boxes, each box its first. */
export function drawsKeyed({ stochastic }, _model, draws) {
  const from = stochastic.keyed('bench', 0, 'keyed');
  return timed(draws, () => {
    let total = 0;
    for (let i = 0; i < draws; i++) total += from.unit(FLOW, i, 0);
    return total;
  });
}

/** What there was before: seedrandom's own generator and the engine's logarithm. */
export function drawsLogOfAlea(_modules, _model, draws) {
  return () => {
    const unit = seedrandom.alea('bench').double;
    return timed(draws, () => {
      let total = 0;
      for (let i = 0; i < draws; i++) total -= 4.5 * Math.log(1 - unit());
      return total;
    })();
  };
}

function ofLaw(name) {
  return ({ stochastic }, _model, draws) => {
    const made = stochastic.sampler(LAWS[name]);
    return () => {
      const from = stochastic.stream('bench', 0, name);
      return timed(draws, () => {
        let total = 0;
        for (let i = 0; i < draws; i++) total += made.draw(from);
        return total;
      })();
    };
  };
}

export const drawsExponential = ofLaw('exponential');
export const drawsLognormal = ofLaw('lognormal');
export const drawsTriangular = ofLaw('triangular');
export const drawsBernoulli = ofLaw('bernoulli');
export const drawsEmpirical = ofLaw('empirical');

function ofBoxes(name) {
  return ({ stochastic }, _model, draws) => {
    const made = stochastic.sampler(LAWS[name]);
    const from = stochastic.keyed('bench', 0, name);
    return timed(draws, () => {
      let total = 0;
      for (let i = 0; i < draws; i++) total += made.drawFor(from, FLOW, i, 0);
      return total;
    });
  };
}

export const drawsExponentialKeyed = ofBoxes('exponential');
export const drawsLognormalKeyed = ofBoxes('lognormal');

/** All laws in turn, as a corridor draws them: no branch is right twice in a row. */
export function drawsAllInTurn({ stochastic }, _model, draws) {
  const made = Object.values(LAWS).map((law) => stochastic.sampler(law));
  return () => {
    const from = made.map((_, i) => stochastic.stream('bench', i, 'in turn'));
    return timed(draws, () => {
      let total = 0;
      for (let i = 0, law = 0; i < draws; i++, law = law === made.length - 1 ? 0 : law + 1) {
        total += made[law].draw(from[law]);
      }
      return total;
    })();
  };
}
