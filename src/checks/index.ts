/** The shipped checks, in the order of the table in docs/checks.md. */
import { attachmentMissing } from './attachment-missing.ts'
import { bodyEmpty } from './body-empty.ts'
import type { Check } from './check.ts'
import { clientSupport } from './client-support.ts'
import { controlCharacter } from './control-character.ts'
import { copyrightYear } from './copyright-year.ts'
import { dateSchedule } from './date-schedule.ts'
import { dateWeekday } from './date-weekday.ts'
import { emojiOnly } from './emoji-only.ts'
import { headingEmpty } from './heading-empty.ts'
import { headingLevel } from './heading-level.ts'
import { headingSetext } from './heading-setext.ts'
import { headingTitle } from './heading-title.ts'
import { imageAlt } from './image-alt.ts'
import { imageAnimation } from './image-animation.ts'
import { imageDark } from './image-dark.ts'
import { imageFormat } from './image-format.ts'
import { imageRatio } from './image-ratio.ts'
import { imageTotal } from './image-total.ts'
import { imageWeight } from './image-weight.ts'
import { imageWidth } from './image-width.ts'
import { languageMissing } from './language-missing.ts'
import { linkDefinition } from './link-definition.ts'
import { linkEmpty } from './link-empty.ts'
import { linkFragment } from './link-fragment.ts'
import { linkInsecure } from './link-insecure.ts'
import { linkMismatch } from './link-mismatch.ts'
import { linkPlaceholder } from './link-placeholder.ts'
import { linkRepetition } from './link-repetition.ts'
import { linkScheme } from './link-scheme.ts'
import { linkShortener } from './link-shortener.ts'
import { linkText } from './link-text.ts'
import { listSingle } from './list-single.ts'
import { markdownLeftover } from './markdown-leftover.ts'
import { mergeBlock } from './merge-block.ts'
import { mergeDialect } from './merge-dialect.ts'
import { mergeTag } from './merge-tag.ts'
import { messageSize } from './message-size.ts'
import { postalAddress } from './postal-address.ts'
import { preheaderLength } from './preheader-length.ts'
import { preheaderMissing } from './preheader-missing.ts'
import { preheaderRepetition } from './preheader-repetition.ts'
import { spaceLayout } from './space-layout.ts'
import { spamPhrase } from './spam-phrase.ts'
import { sponsorCount } from './sponsor-count.ts'
import { sponsorDisclosure } from './sponsor-disclosure.ts'
import { sponsorFlight } from './sponsor-flight.ts'
import { sponsorHttps } from './sponsor-https.ts'
import { sponsorImage } from './sponsor-image.ts'
import { sponsorTwice } from './sponsor-twice.ts'
import { styleGmail } from './style-gmail.ts'
import { styleSize } from './style-size.ts'
import { subjectCapitals } from './subject-capitals.ts'
import { subjectLength } from './subject-length.ts'
import { tableHeader } from './table-header.ts'
import { targetRequired } from './target-required.ts'
import { textContrast } from './text-contrast.ts'
import { textEncoding } from './text-encoding.ts'
import { textParity } from './text-parity.ts'
import { titleSubject } from './title-subject.ts'
import { unsubscribeLink } from './unsubscribe-link.ts'
import { wordDoubled } from './word-doubled.ts'
import { wordLeftover } from './word-leftover.ts'

export const checks: Check[] = [
  subjectLength,
  subjectCapitals,
  preheaderMissing,
  preheaderLength,
  preheaderRepetition,
  wordLeftover,
  markdownLeftover,
  wordDoubled,
  dateWeekday,
  dateSchedule,
  copyrightYear,
  attachmentMissing,
  spamPhrase,
  spaceLayout,
  bodyEmpty,
  headingEmpty,
  headingLevel,
  headingTitle,
  headingSetext,
  listSingle,
  tableHeader,
  linkEmpty,
  linkDefinition,
  linkFragment,
  linkPlaceholder,
  linkInsecure,
  linkScheme,
  linkText,
  linkMismatch,
  linkShortener,
  imageAlt,
  imageDark,
  imageFormat,
  imageWeight,
  imageTotal,
  imageRatio,
  imageAnimation,
  imageWidth,
  messageSize,
  styleSize,
  styleGmail,
  unsubscribeLink,
  postalAddress,
  targetRequired,
  mergeBlock,
  mergeDialect,
  mergeTag,
  controlCharacter,
  textEncoding,
  textParity,
  titleSubject,
  clientSupport,
  sponsorDisclosure,
  sponsorHttps,
  sponsorImage,
  sponsorTwice,
  sponsorFlight,
  sponsorCount,
  textContrast,
  linkRepetition,
  emojiOnly,
  languageMissing,
]
