// How much does the container hub at Aktau carry, what gives way first, and what is one more of each thing worth?
import { aktauHub, capacity, prices } from 'keruen';

const hub = aktauHub.variant('300000-hub');
// January, when storms are, and few trials: a whole year with the default settings takes minutes.
const quick = { days: 31, workers: 1 } as const;
const promise = 'p90 dwell at Aktau <= 5 d';
console.log((await capacity(hub, { ...quick, at: 'Aktau', promise, trials: 50 })).answer);

const of = ['fleets.feeders.count', 'places.Aktau.cranes.quay.count'];
console.log(`\n${(await prices(hub, { ...quick, of, budget: '12 trials' })).answer}`);
