import { build, formatPretty, UsageError } from 'issuepress'

try {
  const result = await build({ root: 'newsletter', strict: true })
  for (const issue of result.issues) console.log(issue.slug, issue.files.length)
  console.error(formatPretty(result.files, { colour: false }))
  process.exitCode = result.outcome === 'built' ? 0 : 1
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
}
