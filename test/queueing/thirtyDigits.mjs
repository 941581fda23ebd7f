// Waits of Ek/El/n to 30 digits, by brute force: the balance equations of every state, one by one, in whole numbers.
//
//   node test/queueing/thirtyDigits.mjs > test/queueing/thirtyDigits.json     (half a minute)
//
// Nothing is shared with the solver, neither code nor method: states are found by following the transitions from the
// empty queue, the line is cut off at a greatest length, and the chain is solved by state reduction, which has no
// subtraction.
// Source: W. K. Grassmann, M. I. Taksar and D. P. Heyman, Operations Research 33 (1985). Numbers are fixed-point whole
// numbers with 400 binary places (120 digits). Each queue is solved at two greatest lengths, the second half as long
// again; unless both agree to 32 digits, the length is doubled.

const PLACES = 400n;
const ONE = 1n << PLACES;
const times = (a, b) => (a * b) >> PLACES;
const over = (a, b) => (a << PLACES) / b;

/** What may happen in a state [arrival phase, in line, servers in phase 1, 2, …]: [rate, next state]. */
function transitions([phase, line, ...busy], { servers, k, l, up }, longest) {
  const all = busy.reduce((a, b) => a + b);
  const found = [];
  if (phase < k - 1) found.push([up, [phase + 1, line, ...busy]]);
  else if (all < servers) found.push([up, [0, line, busy[0] + 1, ...busy.slice(1)]]);
  else if (line < longest) found.push([up, [0, line + 1, ...busy]]);
  busy.forEach((count, at) => {
    if (count === 0) return;
    const next = [...busy];
    next[at]--;
    let behind = line;
    if (at < l - 1) next[at + 1]++;
    else if (line > 0) {
      next[0]++;
      behind--;
    }
    found.push([BigInt(count * l) * ONE, [phase, behind, ...next]]);
  });
  return found;
}

/** All states in order of the number in system, and the rates between them as one map a row. */
function chain(queue, longest) {
  const states = [[0, 0, ...Array(queue.l).fill(0)]];
  const seen = new Map([[states[0].join(), true]]);
  for (let at = 0; at < states.length; at++) {
    for (const [, next] of transitions(states[at], queue, longest)) {
      if (seen.has(next.join())) continue;
      seen.set(next.join(), true);
      states.push(next);
    }
  }
  const present = ([, line, ...busy]) => busy.reduce((a, b) => a + b, line);
  states.sort((a, b) => present(a) - present(b));
  const number = new Map(states.map((state, at) => [state.join(), at]));
  const out = states.map((state) => {
    const row = new Map();
    for (const [rate, next] of transitions(state, queue, longest)) {
      const to = number.get(next.join());
      row.set(to, (row.get(to) ?? 0n) + rate);
    }
    return row;
  });
  return { states, out };
}

/** Chances of the states up to a common factor, by taking out the last state again and again. */
function chances(out) {
  const into = out.map(() => new Map());
  out.forEach((row, from) => {
    for (const [to, rate] of row) into[to].set(from, rate);
  });
  for (let last = out.length - 1; last > 0; last--) {
    const leaves = [...out[last]].filter(([to]) => to < last);
    const enters = [...into[last]].filter(([from]) => from < last);
    const sum = leaves.reduce((total, [, rate]) => total + rate, 0n);
    for (const [from, rate] of enters) {
      const share = over(rate, sum);
      into[last].set(from, share);
      for (const [to, away] of leaves) {
        if (to === from) continue;
        const more = (out[from].get(to) ?? 0n) + times(share, away);
        out[from].set(to, more);
        into[to].set(from, more);
      }
    }
  }
  const chance = [ONE];
  for (let at = 1; at < out.length; at++) {
    let sum = 0n;
    for (const [from, share] of into[at]) if (from < at) sum += times(chance[from], share);
    chance.push(sum);
  }
  return chance;
}

/** Mean wait over mean service, and the chance of waiting. */
function solve(queue, longest) {
  const { states, out } = chain(queue, longest);
  const chance = chances(out);
  let [all, line, seen, waits] = [0n, 0n, 0n, 0n];
  states.forEach(([phase, inLine, ...busy], at) => {
    all += chance[at];
    line += BigInt(inLine) * chance[at];
    if (phase < queue.k - 1) return;
    seen += chance[at];
    if (busy.reduce((a, b) => a + b) === queue.servers) waits += chance[at];
  });
  // Little: the wait is the line over the arrivals, and arrivals a service time are servers times utilisation.
  return [over(over(line, all), queue.arrivals), over(waits, seen)];
}

/** 30 significant digits. */
function write(number) {
  let [digits, exponent] = [number, 0];
  while (digits < ONE) {
    digits *= 10n;
    exponent--;
  }
  while (digits >= 10n * ONE) {
    digits /= 10n;
    exponent++;
  }
  const whole = String((digits * 10n ** 29n + ONE / 2n) >> PLACES);
  return `${whole[0]}.${whole.slice(1)}e${exponent}`;
}

const agree = (a, b) => a.every((one, at) => (one > b[at] ? one - b[at] : b[at] - one) * 10n ** 32n < b[at]);

function exact(servers, k, l, percent) {
  const arrivals = (BigInt(servers * percent) * ONE) / 100n;
  const queue = { servers, k, l, arrivals, up: BigInt(k) * arrivals };
  for (let longest = 30; ; longest *= 2) {
    const short = solve(queue, longest);
    const long = solve(queue, longest * 1.5);
    if (agree(short, long)) return long.map(write);
  }
}

const cases = [];
for (let servers = 1; servers <= 10; servers++)
  for (const percent of [10, 50, 80]) cases.push([servers, 2, 2, percent]);
for (let servers = 1; servers <= 6; servers++) cases.push([servers, 1, 2, 80]);
cases.push([1, 2, 2, 90], [3, 2, 2, 90], [4, 2, 2, 95], [1, 1, 4, 70], [1, 4, 1, 70], [1, 3, 4, 60], [2, 4, 4, 70]);
cases.push([3, 3, 3, 80], [4, 3, 2, 60], [4, 2, 3, 60], [5, 4, 1, 80], [5, 1, 3, 80], [7, 5, 1, 60], [8, 1, 1, 80]);

const rows = cases.map(([servers, arrivalShape, serviceShape, percent]) => {
  const [wait, waits] = exact(servers, arrivalShape, serviceShape, percent);
  process.stderr.write(`E${arrivalShape}/E${serviceShape}/${servers} at 0.${percent}: ${wait}\n`);
  const utilisation = percent / 100;
  return { servers, arrivalShape, serviceShape, utilisation, waitOverService: wait, probabilityOfWaiting: waits };
});
process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
