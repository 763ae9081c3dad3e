/**
 * Compiles the tool into lib/: esbuild bundles the command and the API with their dependencies, and the preview's page
 * for browsers; tsc writes the types. The same sources give the same bytes.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire, isBuiltin } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import GithubSlugger from 'github-slugger'
import { toString as extractText } from 'hast-util-to-string'
import { types as pictureTypes } from 'image-size'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

const root = dirname(fileURLToPath(import.meta.url))
const lib = join(root, 'lib')
// Built aside and put in place when whole: a build that fails, or a command that runs meanwhile, finds the old one.
const aside = join(root, `node_modules/.lib-${process.pid}`)

/** A generator of LiquidJS with its body, which ends on its line or where a line is indented as its first one. */
const generator =
  /^( *)(?:\*|(?:\S.*?)?function\* ?)(?<name>\w*)\(.*(?:\{ return .*\}|\{\r?\n[\s\S]*?\n\1\})/gm

/** The generators whose items are read one after the other; the last ones only when templates are analysed. */
const lists = new Set([
  ...['strictUniq', 'toPostfix', 'readExpressionTokens', 'readFileNameTemplate', 'candidates'],
  ...['arguments', 'children', 'localScope', '_visit', '_analyze'],
])

/** Leaves out what is asked for and never used, and writes data as JSON: the command loads faster. */
const lighter = {
  name: 'lighter',
  setup({ onLoad, onResolve }) {
    const toNothing = () => ({ contents: 'module.exports = {}' })
    // An `import` of a module of Node.js reads all its properties, which loads what is behind some: for `crypto`, all of Web Crypto.
    // `node:module` stays as it is, since what is looked for in it depends on the version, and so does what prompts import: the
    // standard input, which would be opened for all.
    onResolve({ filter: /^(?:node:)?[a-z_/]+$/ }, ({ path, kind, importer }) =>
      kind === 'import-statement' &&
      isBuiltin(path) &&
      !/^(?:node:)?module$/.test(path) &&
      !/[\\/]@clack[\\/]/.test(importer)
        ? {
            path: path.replace('node:', ''),
            // Shared, it would become a file of its own, and each file takes time.
            suffix: `?${createHash('sha256').update(relative(root, importer)).digest('hex')}`,
            namespace: 'builtin',
            sideEffects: false,
          }
        : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'builtin' }, async ({ path }) => {
      const names = Object.keys(await import(`node:${path}`)).filter((name) => name !== 'default')
      const exported = names.map((name) => `export const ${name} = /* @__PURE__ */ (() => builtin.${name})()`)
      return {
        contents: [
          `const builtin = /* @__PURE__ */ process.getBuiltinModule('node:${path}')`,
          'export default builtin',
          ...exported,
        ].join('\n'),
      }
    })
    // It names a function for each node that it visits, which only a debugger shows, and that takes a third of its time.
    onLoad({ filter: /[\\/]unist-util-visit-parents[\\/]lib[\\/]index\.js$/ }, ({ path }) => {
      const contents = replaceOnce(path, /Object\.defineProperty\(visit, 'name', \{[^}]*\}\)/, '')
      if (contents.includes('defineProperty')) throw new Error(`${path} is not as it was`)
      return { contents }
    })
    // It renders by generators, since values may be promises. Ours never are, and the generators take most of its time.
    onLoad({ filter: /[\\/]liquidjs[\\/]dist[\\/]liquid\.node\.js$/ }, ({ path }) => ({
      contents: replaceOnce(path, generator, callDirectly),
    }))
    // Commander starts subcommands that are programs of their own, of which `issue` has none.
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'nothing', namespace: 'nothing' } : undefined,
    )
    // Nodemailer downloads what a message refers to by its address, and ours contains all that it needs.
    onResolve({ filter: /^\.\.\/fetch\/index\.js$/ }, ({ importer }) =>
      /[\\/]nodemailer[\\/].*[\\/](?:shared|mime-node)[\\/]/.test(importer)
        ? { path: 'nothing', namespace: 'nothing' }
        : undefined,
    )
    // It would read entities in `style` attributes, which it is not asked for.
    onResolve({ filter: /^entities$/ }, ({ importer }) =>
      /[\\/]juice[\\/]/.test(importer) ? { path: 'nothing', namespace: 'nothing' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'nothing' }, toNothing)
    // The parser of juice, the only one to use this, is told to leave entities as they are.
    onLoad(
      { filter: /[\\/]htmlparser2[\\/]node_modules[\\/]entities[\\/].*[\\/]decode-data-html\.js$/ },
      () => ({
        contents: 'export default new Uint16Array(0)',
      }),
    )
    // Of its 2,000 types of files, only pictures are attached to a message.
    onLoad({ filter: /[\\/]nodemailer[\\/].*[\\/]mime-types\.js$/ }, ({ path }) => ({
      contents: replaceOnce(path, /^ +\['([^']+)', .*\],?\n/gm, (line, name) =>
        line.includes('image/') || pictureTypes.includes(name) ? line : '',
      ),
    }))
    // We ask it for nothing that it does in threads.
    onLoad({ filter: /[\\/]fflate[\\/]esm[\\/]index\.mjs$/ }, ({ path }) => ({
      contents: replaceOnce(
        path,
        /^import \{ createRequire \} .*\n.*\n|^ +\(_a = require\('worker_threads'\).*\n/gm,
        '',
      ),
    }))
    // It escapes text, for which the tables of all named entities, of 80 kB, are not needed.
    onResolve({ filter: /^entities$/ }, ({ importer }) =>
      /[\\/]dom-serializer[\\/]lib[\\/]esm[\\/]index\.js$/.test(importer)
        ? { path: join(dirname(createRequire(importer).resolve('entities')), 'esm', 'escape.js') }
        : undefined,
    )
    // V8 reads JSON faster than an object literal.
    onLoad({ filter: /[\\/]caniemail\.json$/ }, ({ path }) => ({
      contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(readFileSync(path, 'utf8'))))})`,
    }))
    // V8 needs longer for this expression than for all of the module. One character, alone or as an emoji by U+FE0F, is matched by
    // a short one (`test/typeset/lines.test.ts`), and all other sequences of emoji have one of the signs (UTS #51, ED-20 to ED-27).
    onLoad({ filter: /[\\/]string-width[\\/]index\.js$/ }, ({ path }) => ({
      contents: replaceOnce(
        path,
        'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
        `let sequence;
        const character = /^.\\uFE0F?$/su;
        const emoji = /^(?!\\p{Regional_Indicator})\\p{Emoji_Presentation}$|^(?![\\d#*]|\\p{Emoji_Presentation})\\p{Emoji}\\uFE0F$/u;
        const signs = /[\\u200D\\u20E3\\u{E007F}\\p{Regional_Indicator}\\p{Emoji_Modifier}]/u;
        const rgiEmojiRegex = {
          test: (text) =>
            character.test(text)
              ? emoji.test(text)
              : signs.test(text) && (sequence ??= /^\\p{RGI_Emoji}$/v).test(text),
        };`,
      ),
    }))
    // Its table of line breaks is compressed twice, and would be unpacked at every start.
    onLoad({ filter: /[\\/]linebreak[\\/]dist[\\/]module\.mjs$/ }, ({ path }) => {
      const [, written] = /\.toByteArray\("([^"]+)"\)/.exec(readFileSync(path, 'utf8')) ?? []
      const UnicodeTrie = createRequire(path)('unicode-trie')
      const { data, highStart, errorValue } = new UnicodeTrie(Buffer.from(written, 'base64'))
      const table = `{ data: Uint32Array.from(JSON.parse('[${data}]')), highStart: ${highStart}, errorValue: ${errorValue} }`
      return { contents: replaceOnce(path, /[\w$]+\.toByteArray\("[^"]+"\)/, table) }
    })
    // gray-matter's own engines: js-yaml, in whose stead it is given ours, and the one that evaluates front matter.
    onLoad({ filter: /[\\/]gray-matter[\\/]lib[\\/]engines\.js$/ }, toNothing)
    // We ask postcss for no source maps; it is made to do without, as in its browser build.
    onLoad({ filter: /[\\/]source-map-js[\\/]source-map\.js$/ }, toNothing)
  },
}

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: {
    cli: 'src/cli.ts',
    index: 'src/index.ts',
    readers: 'src/checks/readers/index.ts',
    'issue-worker': 'src/newsletter/workers/issue-worker.ts',
    // tinypool starts this file, beside the one that it is in, in each worker.
    'entry/worker': 'node_modules/tinypool/dist/entry/worker.js',
  },
  outdir: aside,
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // It loads TypeScript configs, which few newsletters have, and finds files of its own beside itself.
  external: ['jiti'],
  // juice only ever parses with htmlparser2; cheerio's main entry would bring parse5, an HTTP client and iconv along.
  alias: { cheerio: join(root, 'node_modules/cheerio/dist/esm/slim.js') },
  // ESM has no `require`, which the CommonJS packages among the dependencies call for Node's own modules.
  banner: {
    js: 'const require = process.getBuiltinModule;',
  },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  plugins: [lighter],
  logLevel: 'warning',
})
chmodSync(join(aside, 'cli.js'), 0o755)
cpSync(join(root, 'src/scaffold/files'), join(aside, 'scaffold'), { recursive: true })
writeFileSync(join(aside, 'templates.json'), JSON.stringify(await precompileTemplates()))
await writeSchemas()
await build({
  absWorkingDir: root,
  entryPoints: ['page.html', 'page.ts', 'page.css'].map((name) => `src/preview/page/${name}`),
  outdir: join(aside, 'preview'),
  bundle: true,
  format: 'esm',
  target: ['chrome120', 'firefox121', 'safari17.2'],
  loader: { '.html': 'copy' },
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
})
writeFileSync(
  join(aside, 'rules.html'),
  await renderRules(readFileSync(join(root, 'docs/checks.md'), 'utf8')),
)
writeFileSync(join(aside, 'THIRD-PARTY-NOTICES.txt'), toNotices(Object.keys(metafile.inputs)))

const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')
const types = spawnSync(process.execPath, [compiler, '--project', 'tsconfig.build.json', '--outDir', aside], {
  cwd: root,
  stdio: 'inherit',
})
if (types.status === 0) {
  dropHidden(aside, ['index.d.ts', 'checks/readers/index.d.ts'])
  writeFileSync(join(aside, 'build-id.txt'), digestFiles(aside))
  rmSync(lib, { recursive: true, force: true })
  renameSync(aside, lib)
} else {
  rmSync(aside, { recursive: true, force: true })
  process.exitCode = 1
}

/** The text of a dependency's module with a part of it replaced, by a text or a function, which has to be there. */
function replaceOnce(path, written, replacement) {
  const text = readFileSync(path, 'utf8')
  const replaced = text.replace(written, typeof replacement === 'string' ? () => replacement : replacement)
  if (replaced === text) throw new Error(`${path} is not as it was`)
  return replaced
}

/**
 * Makes a generator of LiquidJS a plain function, with those in it: each `yield` of a value, or of another generator, becomes the
 * value itself. One that is left would not compile.
 */
function callDirectly(text, ...groups) {
  const { name } = groups.at(-1)
  if (lists.has(name) || name.startsWith('extract')) return text
  return text
    .replace(/^( *)\*/, '$1')
    .replaceAll('function*', 'function')
    .replace(/\byield\*? /g, '')
}

/** The shipped templates, read and validated by the code that does so for a newsletter's own. */
async function precompileTemplates() {
  return (await importSource('src/files/shipped-templates.ts')).precompileTemplates(root)
}

/** The JSON Schemas, made of the schemas that the build validates with. */
async function writeSchemas() {
  const { createSchemas } = await importSource('src/schemas/create-schemas.ts')
  mkdirSync(join(aside, 'schemas'))
  for (const [name, schema] of Object.entries(createSchemas())) {
    writeFileSync(join(aside, 'schemas', `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`)
  }
}

/** Imports a module of the sources, which Node.js cannot run as they are. */
async function importSource(entry) {
  const path = join(root, `node_modules/.import-${process.pid}.mjs`)
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: path,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  })
  try {
    return await import(`${pathToFileURL(path)}?${entry}`)
  } finally {
    rmSync(path)
  }
}

/** Digests all files of a folder. The cache restores only what the same code has built. */
function digestFiles(folder) {
  const digest = createHash('sha256')
  for (const path of readdirSync(folder, { recursive: true }).sort()) {
    if (statSync(join(folder, path)).isFile()) digest.update(path).update(readFileSync(join(folder, path)))
  }
  return digest.digest('hex')
}

/** The page that the addresses of messages lead to, with an anchor for each rule: `docs/checks.md` as HTML. */
async function renderRules(markdown) {
  const slugger = new GithubSlugger()
  const body = await unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(() => (tree) => {
      visit(tree, 'element', (element) => {
        if (/^h[1-6]$/.test(element.tagName)) element.properties.id = slugger.slug(extractText(element))
        // The other pages of the manual are not in the package.
        if (element.tagName === 'a' && /^\w+\.md/.test(element.properties.href ?? ''))
          element.tagName = 'span'
        if (element.tagName === 'span') element.properties = {}
      })
    })
    .use(rehypeStringify, { allowDangerousHtml: true })
    .process(markdown)
  const style =
    'body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}' +
    'table{border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.5rem .75rem;border-top:1px solid #8886}' +
    'tr:has(:target){background:#fd06}pre{overflow:auto}'
  return `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>Rules of issuepress</title>\n<style>${style}</style>\n${body}\n</html>\n`
}

/** Removes the declarations that the API does not lead to, and the folders that this empties. */
function dropHidden(folder, entries) {
  const reached = new Set()
  const visit = (path) => {
    if (reached.has(path)) return
    reached.add(path)
    for (const [, way] of readFileSync(path, 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)\.ts'/g)) {
      visit(join(dirname(path), `${way}.d.ts`))
    }
  }
  for (const entry of entries) visit(join(folder, entry))
  for (const entry of readdirSync(folder, { recursive: true }).sort().reverse()) {
    const path = join(folder, entry)
    if (path.endsWith('.d.ts') && !reached.has(path)) rmSync(path)
    else if (statSync(path).isDirectory() && readdirSync(path).length === 0) rmdirSync(path)
  }
}

/** The licences of the packages and data that were bundled, as their terms ask for. */
function toNotices(inputs) {
  const folders = new Set(
    inputs.map((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]).filter(Boolean),
  )
  const notices = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, folder))
      .sort()
      .find((entry) => /^licen[cs]e(\.|-|$)/i.test(entry))
    const text = file ? readFileSync(join(root, folder, file), 'utf8').trim() : `Licensed under ${license}.`
    return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n')}\n`
  })
  for (const path of inputs.filter((input) => /^src\/.*\.json$/.test(input))) {
    const { source, licence } = JSON.parse(readFileSync(join(root, path), 'utf8'))
    if (licence) notices.push(`${source}\n\n${splitLicence(licence)}\n`)
  }
  const line = `\n${'-'.repeat(80)}\n\n`
  return `issuepress contains the following packages and data.\n${line}${[...new Set(notices)].sort().join(line)}`
}

/** The paragraphs of a licence that JSON has on one line. */
function splitLicence(text) {
  return text.replace(
    / (?=Copyright (?:\(c\)|©)|Permission is hereby|The above copyright|THE SOFTWARE IS)/g,
    '\n\n',
  )
}
