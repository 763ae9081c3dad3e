/** A file system error in words. */
export interface DiskErrorExplanation {
  /** Completes "Cannot write `x`: …". */
  reason: string
  /** What to do. */
  note?: string
}

const explanations: Record<string, DiskErrorExplanation> = {
  EACCES: {
    reason: 'permission denied',
    note: 'Change its permissions, or those of the folder that it is in.',
  },
  EPERM: {
    reason: 'the system does not permit it',
    note: 'Change its permissions, or those of the folder that it is in.',
  },
  EROFS: { reason: 'the disk is read-only', note: 'Choose another folder with `--out`.' },
  ENOSPC: { reason: 'the disk is full', note: 'Make room, or choose another folder with `--out`.' },
  EDQUOT: { reason: 'your disk quota is used up', note: 'Make room, or choose another folder with `--out`.' },
  EEXIST: {
    reason: 'there is a file where a folder should be',
    note: 'Move that file away, or choose another folder with `--out`.',
  },
  ENOTDIR: {
    reason: 'there is a file where a folder should be',
    note: 'Move that file away, or choose another folder with `--out`.',
  },
  EISDIR: { reason: 'there is a folder where a file should be', note: 'Move that folder away.' },
  ENOENT: { reason: 'it does not exist' },
  ELOOP: { reason: 'its symbolic links lead in a circle', note: 'Replace the link by the file itself.' },
  ENAMETOOLONG: { reason: 'its name is too long for this disk', note: 'Give the issue a shorter `slug`.' },
  EMFILE: { reason: 'too many files are open', note: 'Raise the limit with `ulimit -n`.' },
  EOUTSIDE: {
    reason: 'a symbolic link leads out of the folder',
    note: 'Replace the link by the folder or file itself.',
  },
}

/**
 * Explains a file system error.
 * @param error an error of `node:fs`, or one of ours with code `EOUTSIDE`
 * @returns the explanation; the error's code alone when there is none
 */
export function explainDiskError(error: unknown): DiskErrorExplanation {
  const { code, message } = error as NodeJS.ErrnoException
  return explanations[code ?? ''] ?? { reason: code ?? message ?? String(error) }
}
