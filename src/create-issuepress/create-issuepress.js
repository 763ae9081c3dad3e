#!/usr/bin/env node
/** `npm create issuepress [folder]` is `issue init [folder]` of the same version. */
import { readFileSync } from 'node:fs'

const manifest = import.meta.resolve('issuepress/package.json')
const { bin } = JSON.parse(readFileSync(new URL(manifest), 'utf8'))
process.argv.splice(2, 0, 'init')
await import(new URL(bin.issue, manifest).href)
