// The same work as a person would script it: front matter, Markdown to HTML, one style sheet inlined, one file written.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import matter from 'gray-matter'
import juice from 'juice'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const [root, out] = process.argv.slice(2)
const css =
  'body{font:17px/28px sans-serif;color:#292524}p{margin:0 0 20px}a{color:#0f766e}h2{font:22px/28px Georgia}'
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify)
const issues = join(root, 'issues')
mkdirSync(out, { recursive: true })
for (const name of readdirSync(issues).filter((file) => file.endsWith('.md'))) {
  const { content, data } = matter(readFileSync(join(issues, name), 'utf8'), {})
  const page = `<!doctype html><title>${data.subject}</title><style>${css}</style>${processor.processSync(content)}`
  writeFileSync(join(out, name.replace('.md', '.html')), juice(page))
}
