// M/G/1 queue with non-preemptive priority classes.
import { checkSteady } from './check';
import { figures, type QueueFigures } from './figures';
import { checkVarying, type VaryingDemand, workInService } from './waitMG1';

/**
 * Non-preemptive priority: Poisson arrivals per class, one server, first come, first served within a class.
 *
 * @param classes the most urgent first; each with arrival rate, mean service time and coefficient of variation
 * @returns results per class, in the order of the classes; `utilisation` is that of the class
 * @throws RangeError when a number is out of range, there is no class, or utilisation is not below 1
 *
 * Source: A. Cobham, Priority assignment in waiting line problems, Operations Research 2 (1954):
 * W(p) = ½ Σ λ E[S²] / (1 − σ(p − 1))(1 − σ(p)), σ(p) the utilisation by the first p classes.
 */
export function waitPriority({ classes }: { readonly classes: readonly VaryingDemand[] }): QueueFigures[] {
  if (!(classes.length > 0)) {
    throw new RangeError('Wait with priority: classes is empty; at least one is needed, the most urgent first.');
  }
  for (const [at, one] of classes.entries()) checkVarying('Wait with priority', one, ` of class ${at + 1}`);
  const all = classes.reduce((sum, { arrivals, service }) => sum + arrivals * service, 0);
  checkSteady('Wait with priority', all);
  const work = classes.reduce((sum, one) => sum + workInService(one), 0);
  let above = 0;
  return classes.map(({ arrivals, service }) => {
    const upTo = above + arrivals * service;
    const wait = work / ((1 - above) * (1 - upTo));
    above = upTo;
    return figures({ servers: 1, arrivals, service }, wait, all);
  });
}
