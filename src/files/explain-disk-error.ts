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
  EFBIG: {
    reason: 'it is larger than the system permits',
    note: 'Raise the limit with `ulimit -f`.',
  },
  ENOTFILE: { reason: 'it is not a file', note: 'Move it away, or choose another folder with `--out`.' },
  ENOFILES: {
    reason: 'the system allows no new files there',
    note: 'Choose another folder with `--out`.',
  },
  ENEWSLETTER: {
    reason: 'another newsletter has written this folder',
    note: "Choose another folder with `--out`. If this folder is to be this newsletter's from now on, add `--force` once: what the other has written stays, except for files with the same path. A `list: { id: … }` in each config tells newsletters of the same name apart.",
  },
  EPROGRAM: {
    reason: 'another program has written it',
    note: 'Choose another folder with `--out`. To have the file replaced, add `--force` once.',
  },
  EVERSION: {
    reason: 'a later version of Issuepress has written it',
    note: 'Update Issuepress, or choose another folder with `--out`. To have the file replaced, add `--force` once.',
  },
  EFOREIGN: {
    reason: 'there is a file that this newsletter has not written',
    note: 'Move it away, or give the issue another `slug`. To have the file replaced, add `--force` once.',
  },
  EOUTSIDE: {
    reason: 'a symbolic link leads out of the folder',
    note: 'Replace the link by the folder or file itself.',
  },
}

const misnamed: DiskErrorExplanation = {
  reason: 'its name is not UTF-8',
  note: 'Rename it, for example with `convmv`, or with `mv` and a pattern: `mv issues/caf?.md issues/cafe.md`.',
}

/**
 * Explains a file system error.
 * @param error an error of `node:fs`, or one of ours with a code that only we use, such as `EOUTSIDE`
 * @returns the explanation; the error's code alone when there is none
 */
export function explainDiskError(error: unknown): DiskErrorExplanation {
  const { code, message, path } = error as NodeJS.ErrnoException
  // Node.js reads a name with U+FFFD in the place of bytes that are not UTF-8, and then does not find it.
  if (code === 'ENOENT' && path?.includes('\uFFFD')) return misnamed
  return explanations[code ?? ''] ?? { reason: code ?? message ?? String(error) }
}
