const codes = 'Exit codes: 0 fine, 1 the newsletter has errors, 2 wrong usage or config, 130 interrupted'

/** What `--help` prints below a command's options. */
export const helpExamples = {
  build: `
Examples:
  issue build                                  every issue, into dist/
  issue build issues/2024-11-28-sora.md        only this one
  issue build --strict --reporter json         for CI
  issue build --root newsletter --out public   from one folder to another

${codes}`,

  check: `
Examples:
  issue check                                  every issue
  issue check issues/2024-11-28-sora.md        only this one
  issue check - < draft.md                     one that is not in the newsletter, as issues/stdin.md
  issue check --strict --reporter github       for CI: annotations at the lines
  issue check --explain subject-length         why, and how to change it or switch it off

${codes}`,

  watch: `
Examples:
  issue watch                     write, save, look: http://localhost:3333
  issue watch --open              and open it in the browser
  issue watch --no-preview        only keep dist/ up to date

Ctrl-C ends it.`,

  send: `
Examples:
  issue send issues/2024-11-28-sora.md --to ada@example.com
  issue send issues/2024-11-28-sora.md --to ada@example.com,bob@example.com --data first_name=Ada
  issue send issues/2024-11-28-sora.md --to ada@example.com --dry-run > test.eml

The server stands in the config (smtp: { host, port, secure, user }) and its password in ISSUE_SMTP_PASSWORD, or all of
it in ISSUE_SMTP_URL: smtp://user:password@smtp.example.com:587. A server on your own machine that knows no TLS:
smtp://localhost:1025?secure=none.

Exit codes: 0 all accepted, 1 not sound or not accepted, 2 wrong usage or config, 130 interrupted`,

  tally: `
Examples:
  issue poll tally 2024-11-28-sora feedback --log access.log --log access.log.1.gz
  issue poll tally 2024-11-28-sora feedback --mbox replies.mbox
  issue poll tally 2024-11-28-sora feedback --csv clicks.csv --column vote="Clicked link"

The results are written to issues/polls/<issue>.<poll>.json.`,

  sponsors: `
Examples:
  issue sponsors                              past and coming issues, drafts included
  issue sponsors rundown                      those of one sponsor
  issue sponsors rundown --proof proof.html   its placements, to hand over`,
}
