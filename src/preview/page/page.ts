/** The preview's page: one model, and the parts that render it. */
import type { ClientMenu, PageIssue, PageState, Place } from '../page-state.ts'
import { showComparison } from './compare-view.ts'
import { connect } from './connect.ts'
import { EmailView } from './email-view.ts'
import { fetchText } from './fetch-text.ts'
import { getElement } from './get-element.ts'
import { bindSearch } from './html-view.ts'
import { showInbox } from './inbox-view.ts'
import { parseHash, toHash } from './issue-hash.ts'
import { bindCopying, bindDownloading, showIssueHead } from './issue-head.ts'
import { bindFilter, showIssueList } from './issue-list.ts'
import { bindMenu } from './menu.ts'
import { createEmailUrl, isRendered, type Model } from './model.ts'
import { showNotice } from './notice.ts'
import { bindPanel } from './panel.ts'
import { showProblems } from './problem-list.ts'
import { fetchRemoved, showApproximation, showRemoved } from './removed-list.ts'
import { bindSentFiles, bindTestSending, showSent, showTestAddresses } from './sent-view.ts'
import { SourcePane } from './source-pane.ts'
import { findCurrentLine } from './source-place.ts'
import { showConnected, showStatus } from './status-bar.ts'
import { bindTabs } from './tabs.ts'
import { showTextViews } from './text-views.ts'
import { bindTools } from './tools.ts'
import { isPanelOpen, loadSettings, saveSettings, type ViewSettings } from './view-settings.ts'

const menu: ClientMenu = JSON.parse((await fetchText('clients.json')) ?? '{"date":"","families":[]}')
const settings = loadSettings(menu)
const model: Model = {
  state: undefined,
  isBuilding: false,
  chosen: undefined,
  settings,
  isPanelOpen: isPanelOpen(settings),
  removed: [],
}

const email = new EmailView(model, showSource, change)
const source = new SourcePane(revealInEmail)
const panel = bindPanel(() => {
  model.isPanelOpen = !model.isPanelOpen
  change({ panel: model.isPanelOpen })
}, openPanel)
const showTools = bindTools(menu, change)
const showView = bindTabs(getElement('views', HTMLElement), (view) =>
  change({ view: view as ViewSettings['view'] }),
)
bindCopying(() => model.chosen)
bindDownloading(() => model.chosen)
bindSearch()
bindFilter(() => showIssueList(model))
bindSentFiles(() => void showSent(model))
bindTestSending(() => model.chosen, showNotice)
bindMenu(getElement('toggle-issues', HTMLElement), getElement('issue-list', HTMLElement), true)
bindMenu(getElement('toggle-export', HTMLElement), getElement('export', HTMLElement), true)
bindMenu(getElement('toggle-more', HTMLElement), getElement('more', HTMLElement), false)
getElement('counts', HTMLElement).addEventListener('click', () => {
  openPanel()
  panel.showList('problems')
})
window.addEventListener('hashchange', update)
const connection = connect(
  { state: receive, building: receiveBuilding, connected: showConnected },
  parseHash(window.location.hash),
)
update()

function receive(state: PageState): void {
  model.state = state
  update()
  void source.refresh()
}

function receiveBuilding(isBuilding: boolean): void {
  model.isBuilding = isBuilding
  update()
}

function change(settings: Partial<ViewSettings>): void {
  Object.assign(model.settings, settings)
  saveSettings(model.settings)
  if (settings.client) panel.showList('removed')
  update()
}

function update(): void {
  const { state, isBuilding, settings, chosen: before } = model
  const chosen = state && resolveIssue(state, isBuilding, before)
  model.chosen = chosen
  showStatus(model)
  showIssueList(model)
  showIssueHead(model)
  showTools(settings)
  showView(settings.view)
  showInbox(model)
  showProblems(model, showPlace)
  panel.update(settings, model.isPanelOpen)
  email.update()
  showComparison(model)
  void showTextViews(model)
  void showSent(model)
  showTestAddresses(model)
  void updateRemoved()
  if (!state) return
  if (chosen?.source !== before?.source) void source.showFile(chosen?.source ?? '')
  connection.show(chosen?.source ?? parseHash(window.location.hash))
}

/**
 * Resolves the issue of the page's URL; if there is none, the newest, whose URL then replaces it. During a build, a missing
 * issue may still follow.
 * @param before the issue that was on screen
 */
function resolveIssue(
  { issues }: PageState,
  isBuilding: boolean,
  before: PageIssue | undefined,
): PageIssue | undefined {
  const source = parseHash(window.location.hash)
  const found = issues.find((issue) => issue.source === source)
  if (found) return found
  const isBefore = before !== undefined && before.source === source
  if (isBuilding) return isBefore ? before : undefined
  if (isBefore) showNotice(`\`${source}\` is no longer there`)
  const first = issues[0]
  if (first) window.history.replaceState(null, '', toHash(first.source))
  return first
}

async function updateRemoved(): Promise<void> {
  model.removed = (await fetchRemoved(model)) ?? model.removed
  showRemoved(model, showPlace)
  showApproximation(model, menu)
}

/** Shows the line of a problem or of removed code. */
function showPlace(place: Place): void {
  openPanel()
  void source.showPlace(place)
}

/** Opens the panel for this time, whatever the user chose for the next. */
function openPanel(): void {
  if (model.isPanelOpen) return
  model.isPanelOpen = true
  update()
}

/** Shows the source line of an element of the email. */
async function showSource(place: Place): Promise<void> {
  const texts = await fetchVersions(place.file)
  const wasOpen = model.isPanelOpen
  showPlace(texts ? { ...place, line: findCurrentLine(place.line, texts.older, texts.newer) } : place)
  if (!wasOpen) email.keepInSight(place)
}

/** Shows the element that was rendered from a line. */
async function revealInEmail(place: Place): Promise<void> {
  const texts = await fetchVersions(place.file)
  email.reveal(texts ? { ...place, line: findCurrentLine(place.line, texts.newer, texts.older) } : place)
}

/** Fetches the Markdown that the email was rendered from and the current one, if the email may be outdated. */
async function fetchVersions(file: string): Promise<{ older: string; newer: string } | undefined> {
  const { chosen } = model
  if (!isRendered(chosen) || chosen.state !== 'broken' || file !== chosen.source) return undefined
  const older = await fetchText(createEmailUrl(chosen, 'issue.md'))
  const newer = await fetchText(`source?file=${encodeURIComponent(file)}`)
  return older === undefined || newer === undefined ? undefined : { older, newer }
}
