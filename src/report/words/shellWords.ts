// Quotes commands for a shell.

/** A word quoted for a shell if it has anything but letters, digits and plain signs. */
export const shellWord = (word: string): string =>
  /^[\p{L}\p{N}._/:=@%+,-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

export const command = (...words: readonly string[]): string => ['npx keruen', ...words.map(shellWord)].join(' ');
