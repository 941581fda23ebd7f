// The grammar of promises: what is read, and what is said, with a caret, of what is not.
import { describe, expect, it } from 'vitest';
import { corridor } from '../../../src/model/change/define';
import { readPromise } from '../../../src/study/capacity/promise';
import { small } from '../../model/small';

const { data } = corridor(small);
const read = (text: string) => readPromise(text, data);

describe('a promise', () => {
  it('is a measure at or below a limit', () => {
    const [term] = read('p90 dwell at Aktau <= 5 d');
    expect(term).toMatchObject({
      statistic: 'p90',
      measure: 'dwell',
      of: { place: 'Aktau' },
      words: 'p90 dwell at Aktau',
      limitText: '5 d',
    });
    expect([term.limitIn('h'), term.limitIn('d')]).toEqual([120, 5]);
  });

  it('may be several, joined by and; a name with an "and" of its own stands in quotes', () => {
    const odd = { ...data, places: { ...data.places, 'Here and there': data.places.Poti } };
    const terms = readPromise('p90 dwell at "Here and there" <= 2 d AND mean transit time of westbound ≤ 480 h', odd);
    expect(terms.map(({ words }) => words)).toEqual([
      'p90 dwell at "Here and there"',
      'mean transit time of westbound',
    ]);
    expect(terms[1].limitIn('d')).toBe(20);
  });

  it('takes shares in per cent, TEU with their prefix, and plain numbers where the measure is one', () => {
    const [use, inside, ships] = read(
      'share use of quay cranes at Aktau <= 80 % and max TEU inside at Aktau <= 3 kTEU and max ships waiting at Aktau <= 4',
    );
    expect([use.limitIn('share'), inside.limitIn('TEU'), ships.limitIn('ships')]).toEqual([0.8, 3000, 4]);
    expect(() => read('max ships waiting at Aktau <= 4 trains')[0].limitIn('ships')).toThrow(
      'is measured in ships, not in trains',
    );
  });

  it.each([
    ['', 'it is empty', 0],
    ['p90 dwell at Aktau', 'there is no limit; write <=', 18],
    ['p90 dwell at Aktau >= 5 d', 'write <= instead of >=', 19],
    ['p90 dwell at Aktau < 5 d', 'write <= instead of <', 19],
    ['p90 dwell at Aktua <= 5 d', 'there is no place, line or flow "Aktua"; did you mean Aktau?', 13],
    ['p99 dwell at Aktau <= 5 d', 'there is no statistic "p99"; did you mean p90 or p95', 0],
    ['p90 dwel at Aktau <= 5 d', 'there is no measure "dwel"; did you mean dwell', 4],
    ['p90 dwell at Aktau <= ', 'a value with its unit is missing after <=', 21],
    ['p90 dwell at Aktau <= 5', '5 what? Write 5 h', 22],
    ['p90 dwell at Aktau <= 5 TEU', '"TEU" is no unit for a duration', 22],
    ['p90 dwell at Aktau <= 80 %', 'is no unit for a duration', 22],
    ['share use of yard at Aktau <= 5 d', 'is no unit for a share', 30],
    ['p90 dwell at Aktau <= 5 d and', 'are missing beside "and"', 29],
    [
      'p90 dwell at Aktau <= 5 d and mean transit time of westbund <= 9 d',
      'there is no place, line or flow "westbund"; did you mean westbound',
      51,
    ],
    ['<= 5 d', 'a measure is missing before <=', 0],
  ])('%s: is answered with a sentence and a caret', (text, say, at) => {
    let message = '';
    try {
      read(text);
    } catch (error) {
      message = error instanceof RangeError ? error.message : '';
    }
    const [sentence, line, caret] = message.split('\n');
    expect(sentence).toMatch(/^The promise cannot be read: .*[.?]$/);
    expect(sentence).toContain(say);
    expect(line).toBe(`  ${text}`);
    expect(caret).toBe(`${' '.repeat(2 + at)}^`);
  });
});
