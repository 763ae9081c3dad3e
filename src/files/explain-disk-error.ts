/** What a failed look at the disk means to a person. */
export interface DiskErrorExplanation {
  /** Completes "Cannot write `x`: …". */
  why: string
  /** What to do. */
  note?: string
}

const problems: Record<string, DiskErrorExplanation> = {
  EACCES: { why: 'permission denied', note: 'Change its permissions, or those of the folder that it is in.' },
  EPERM: {
    why: 'the system does not permit it',
    note: 'Change its permissions, or those of the folder that it is in.',
  },
  EROFS: { why: 'the disk is read-only', note: 'Choose another folder with `--out`.' },
  ENOSPC: { why: 'the disk is full', note: 'Make room, or choose another folder with `--out`.' },
  EDQUOT: { why: 'your disk quota is used up', note: 'Make room, or choose another folder with `--out`.' },
  EEXIST: {
    why: 'there is a file where a folder should be',
    note: 'Move that file away, or choose another folder with `--out`.',
  },
  ENOTDIR: {
    why: 'there is a file where a folder should be',
    note: 'Move that file away, or choose another folder with `--out`.',
  },
  EISDIR: { why: 'there is a folder where a file should be', note: 'Move that folder away.' },
  ENOENT: { why: 'it does not exist' },
  ELOOP: { why: 'its symbolic links lead in a circle', note: 'Replace the link by the file itself.' },
  ENAMETOOLONG: { why: 'its name is too long for this disk', note: 'Give the issue a shorter `slug`.' },
  EMFILE: { why: 'too many files are open', note: 'Raise the limit with `ulimit -n`.' },
  EOUTSIDE: {
    why: 'a symbolic link leads out of the folder',
    note: 'Replace the link by a folder or file of its own.',
  },
}

/**
 * Turns a file system error into words.
 * @param error what `node:fs` threw, or `OutsideError`
 */
export function explainDiskError(error: unknown): DiskErrorExplanation {
  const { code, message } = error as NodeJS.ErrnoException
  return problems[code ?? ''] ?? { why: code ?? message ?? String(error) }
}
