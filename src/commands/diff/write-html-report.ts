import { resolve } from 'node:path'
import { writeReport } from '../../files/write-report.ts'
import type { RenderedSnapshot } from '../../newsletter/create-snapshot.ts'
import { formatDiffHtml, type Screenshots } from '../../report/format-diff-html.ts'
import { findBrowser } from '../../screenshots/find-browser.ts'
import { openBrowser } from '../../screenshots/open-browser.ts'
import { type EmailSource, type ScreenshotPair, takeScreenshots } from '../../screenshots/take-screenshots.ts'
import type { Context } from '../context.ts'
import type { Diff } from './create-diff.ts'

/** A report with the pictures of more issues would be too large to open. */
const mostIssues = 20

/**
 * Writes a comparison as a page, with pictures of the emails if there is a Chromium.
 * @param file as typed
 * @throws {UsageError} when it cannot be written
 */
export async function writeHtmlReport(
  diff: Diff,
  file: string,
  { cwd, environment }: Context,
): Promise<void> {
  const screenshots = await collectScreenshots(diff, environment)
  await writeReport(resolve(cwd, file), formatDiffHtml(diff.report, screenshots), file)
}

async function collectScreenshots(
  { report, before, after }: Diff,
  environment: Context['environment'],
): Promise<Screenshots> {
  const pairs = new Map<string, ScreenshotPair[]>()
  const differing = report.issues.filter(({ status }) => status !== 'removed')
  if (differing.length === 0) return { pairs }
  const path = findBrowser(environment)
  if (path === undefined)
    return {
      pairs,
      missing:
        'There are no pictures of the emails: no Chromium or Chrome was found. Install one, or name it in CHROMIUM_PATH.',
    }
  try {
    const browser = await openBrowser(path)
    try {
      for (const { source, previousSource, before: facts } of differing.slice(0, mostIssues)) {
        const old = facts === null ? undefined : findSource(before, previousSource ?? source)
        pairs.set(source, await takeScreenshots(browser, old, findSource(after, source)))
      }
    } finally {
      await browser.close()
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return { pairs, missing: `There are not all pictures of the emails, since the browser failed: ${reason}` }
  }
  const missing =
    differing.length > mostIssues
      ? `There are pictures of the first ${mostIssues} issues only, so that this page can be opened.`
      : undefined
  return { pairs, missing }
}

function findSource({ rendered }: RenderedSnapshot, path: string): EmailSource | undefined {
  const found = rendered.get(path)?.rendered
  return found && { html: found.email.html, images: found.images }
}
