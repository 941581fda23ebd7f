// Turns system errors on files into words.

/** Why a file could not be read or written, in words. */
export function reasonOf(error: unknown, verb: 'read' | 'written'): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const denied = verb === 'read' ? 'it may not be read by you' : 'you may not write there';
  const reasons: { readonly [code: string]: string | undefined } = {
    ENOENT: 'there is none of this name',
    EACCES: denied,
    EPERM: denied,
    EROFS: 'the disk is read-only',
    ENOSPC: 'no space is left',
    EDQUOT: 'no space is left for you',
    ENOTDIR: 'part of its path is a file, not a folder',
    ENAMETOOLONG: 'its name is too long',
    ELOOP: 'its links lead round in a circle',
  };
  return reasons[code] ?? (code === '' ? String(error) : `the system says ${code}`);
}
