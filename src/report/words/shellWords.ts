// Commands that a planner can paste into a shell.

/** A word as a shell takes it whole: quoted where it has anything but letters, digits and plain signs. */
export const shellWord = (word: string): string =>
  /^[\p{L}\p{N}._/:=@%+,-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

export const command = (...words: readonly string[]): string => ['npx keruen', ...words.map(shellWord)].join(' ');
