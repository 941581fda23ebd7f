// How many berths does a port need for 500 calls a year, and how long do ships wait? Worked out, without a simulation.
import { berthCapacity, berthTime, berthUtilisation, groundSlots, waitErlang } from 'keruen/queueing';

// 600 TEU a call are 375 moves; two cranes of 22 moves an hour reach 80 % of it; 3 hours are for mooring and papers.
const call = { movesPerCall: 375, cranes: 2, movesPerHour: 22, efficiency: 0.8, hoursTiedUp: 3 };
const { atBerth } = berthTime(call);

for (const berths of [1, 2, 3]) {
  // The sea is open in 8,400 hours of the year.
  const utilisation = berthUtilisation({ ...call, berths, calls: 500, hours: 8400 });
  // Ships come somewhat evenly (2 phases), and calls vary as in the tables of port planners (2 phases).
  const queue = waitErlang({ servers: berths, arrivalShape: 2, serviceShape: 2, utilisation, service: atBerth });
  const teu = berthCapacity({ ...call, berths, utilisation, hours: 8400, teuPerMove: 1.6 });
  const busy = `${(utilisation * 100).toFixed(1)} % in use, ${Math.round(teu / 1000)},000 TEU a year`;
  console.log(`${berths} of ${atBerth.toFixed(1)} h a call: ${busy}; ships wait ${queue.wait.toFixed(2)} h on average`);
}

const yard = { teu: 300_000, peak: 1.2, dwellDays: 7, height: 4, stackRatio: 0.7, occupancy: 0.8 };
console.log(`ground slots for 300,000 TEU: ${Math.round(groundSlots(yard))}`);
