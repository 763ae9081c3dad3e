/** The preview's page: one model, and the parts that show it. */
import type { ClientMenu, PageState, Place } from '../page-state.ts'
import { chooseIssue } from './choose-issue.ts'
import { connect } from './connect.ts'
import { EmailView } from './email-view.ts'
import { fetchText } from './fetch-text.ts'
import { findCurrentLine } from './find-current-line.ts'
import { getElement } from './get-element.ts'
import { showInbox } from './inbox-view.ts'
import { fromHash } from './issue-hash.ts'
import { bindCopying, bindDownloading, showIssueHead } from './issue-head.ts'
import { showIssueList } from './issue-list.ts'
import { emailAddress, isRendered, type Model } from './model.ts'
import { bindPanel } from './panel.ts'
import { showProblems } from './problem-list.ts'
import { fetchRemoved, showApproximation, showRemoved } from './removed-list.ts'
import { SourcePane } from './source-pane.ts'
import { showConnected, showStatus } from './status-bar.ts'
import { bindTabs } from './tabs.ts'
import { showTextViews } from './text-views.ts'
import { bindTools } from './tools.ts'
import { loadSettings, saveSettings, type ViewSettings } from './view-settings.ts'

const menu: ClientMenu = JSON.parse((await fetchText('clients.json')) ?? '{"date":"","families":[]}')
const model: Model = {
  state: undefined,
  isBuilding: false,
  chosen: undefined,
  settings: loadSettings(menu),
  taken: [],
}

const email = new EmailView(model, showWritten, (width) => change({ width }))
const source = new SourcePane(showDrawn)
const panel = bindPanel(() => change({ panel: !model.settings.panel }))
const showTools = bindTools(menu, change)
const showView = bindTabs(getElement('views', HTMLElement), (view) =>
  change({ view: view as ViewSettings['view'] }),
)
bindCopying(() => model.chosen)
bindDownloading(() => model.chosen)
window.addEventListener('hashchange', update)
const connection = connect(
  { state: receive, building: receiveBuilding, connected: showConnected },
  fromHash(window.location.hash),
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
  if (settings.client) panel.showList('taken')
  update()
}

function update(): void {
  const { state, isBuilding, settings, chosen: before } = model
  const chosen = state && chooseIssue(state, isBuilding, before)
  model.chosen = chosen
  showStatus(model)
  showIssueList(model)
  showIssueHead(model)
  showTools(settings)
  showView(settings.view)
  showInbox(model)
  showProblems(model, showPlace)
  panel.update(settings)
  email.update()
  void showTextViews(model)
  void updateTaken()
  if (!state) return
  if (chosen?.source !== before?.source) void source.showFile(chosen?.source ?? '')
  connection.show(chosen?.source ?? fromHash(window.location.hash))
}

async function updateTaken(): Promise<void> {
  model.taken = (await fetchRemoved(model)) ?? model.taken
  showRemoved(model, showPlace)
  showApproximation(model, menu)
}

/** Shows the line that a problem or a lack is at. */
function showPlace(place: Place): void {
  if (!model.settings.panel) change({ panel: true })
  void source.showPlace(place)
}

/** Shows the line that a part of the email was written at. */
async function showWritten(place: Place): Promise<void> {
  const texts = await fetchMoved(place.file)
  showPlace(texts ? { ...place, line: findCurrentLine(place.line, texts.older, texts.newer) } : place)
}

/** Shows the part of the email that a line became. */
async function showDrawn(place: Place): Promise<void> {
  const texts = await fetchMoved(place.file)
  email.reveal(texts ? { ...place, line: findCurrentLine(place.line, texts.newer, texts.older) } : place)
}

/** The Markdown that the email was made of, and what it is now, where these are not the same. */
async function fetchMoved(file: string): Promise<{ older: string; newer: string } | undefined> {
  const { chosen } = model
  if (!isRendered(chosen) || chosen.state !== 'broken' || file !== chosen.source) return undefined
  const older = await fetchText(emailAddress(chosen, 'issue.md'))
  const newer = await fetchText(`source?file=${encodeURIComponent(file)}`)
  return older === undefined || newer === undefined ? undefined : { older, newer }
}
