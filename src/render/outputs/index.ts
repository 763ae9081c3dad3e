import { calendars } from './calendars.ts'
import { emailHtml } from './email-html.ts'
import { emailText } from './email-text.ts'
import { eml } from './eml.ts'
import { images } from './images.ts'
import { issueJson } from './issue-json.ts'
import type { Output } from './output.ts'
import { votePages } from './vote-pages.ts'
import { web } from './web.ts'
import { webImages } from './web-images.ts'

/** All outputs of an issue, in the order in which its files are listed. */
export const outputs: readonly Output[] = [
  emailHtml,
  emailText,
  eml,
  issueJson,
  images,
  calendars,
  web,
  votePages,
  webImages,
]
