import type { Place } from '../page-state.ts'
import { EmailFrame } from './email-frame.ts'
import { bindPointer } from './frame-pointer.ts'
import { getElement } from './get-element.ts'
import { createEmailUrl, isRendered, type Model, type RenderedIssue } from './model.ts'
import { createOutline, type Outline } from './outline.ts'
import { bindResizing } from './resize-handle.ts'
import { findElementAt, readPlace } from './source-place.ts'
import { createStage } from './stage.ts'
import { formatViewQuery, type ViewSettings } from './view-settings.ts'

const nothing = { source: '', query: '', version: '' }

/** The email as readers see it. */
export class EmailView {
  readonly #model: Model
  readonly #stage = createStage()
  readonly #outline: Outline
  readonly #frame: EmailFrame
  readonly #showWidth: (width: number) => void
  /** What the frame shows or is loading. */
  #shown = nothing
  #isLoading = false
  /** The email's width in pixels. */
  #width = 0
  /** The settings of its size. */
  #size = ''

  /**
   * @param onChoose called with the source position of a clicked element
   * @param onResize called with the changed settings of the email's size
   */
  constructor(
    model: Model,
    onChoose: (place: Place) => void,
    onResize: (change: Partial<ViewSettings>) => void,
  ) {
    this.#model = model
    this.#outline = createOutline(() => model.chosen?.source)
    this.#frame = new EmailFrame(
      getElement('frames', HTMLElement),
      (email) => {
        this.#outline.reset()
        bindPointer(email, this.#outline, onChoose)
        this.#fit()
      },
      () => this.#fit(),
    )
    const getWidth = () => this.#width
    const resize = (width: number) => onResize({ width })
    this.#showWidth = bindResizing(getElement('resize', HTMLElement), getWidth, this.#stage.scale, resize)
    getElement('zoom', HTMLElement).addEventListener('click', () =>
      onResize({ scaled: !model.settings.scaled }),
    )
    new ResizeObserver(() => this.#fit()).observe(getElement('view-email', HTMLElement))
  }

  update(): void {
    const { chosen, settings } = this.#model
    this.#stage.show(isRendered(chosen))
    if (!isRendered(chosen)) {
      this.#frame.clear()
      this.#shown = nothing
      this.#isLoading = false
    }
    if (settings.view !== 'email') return
    const size = `${settings.width} ${settings.scaled}`
    if (size !== this.#size) this.#fit()
    this.#size = size
    if (isRendered(chosen)) void this.#load(chosen)
  }

  /** Shows the element rendered from a line: scrolls to it if it is out of sight, and outlines it briefly. */
  reveal(place: Place): void {
    if (this.#model.settings.view === 'email') this.#follow(place, true)
  }

  /** Scrolls to the element rendered from a line if the panel, which has just opened, moved or covers it. */
  keepInSight(place: Place): void {
    // The email has its new width after the next frame.
    requestAnimationFrame(() => requestAnimationFrame(() => this.#follow(place, false)))
  }

  #fit(): void {
    const before = this.#width
    this.#width = this.#stage.fit(this.#model.settings, this.#frame)
    // Its elements are elsewhere now.
    if (this.#width !== before) this.#outline.reset()
    this.#showWidth(this.#width)
  }

  async #load(issue: RenderedIssue): Promise<void> {
    const { source, email, changedLine } = issue
    const { settings } = this.#model
    const query = formatViewQuery(settings)
    const before = this.#shown
    const wanted = { source, query, version: email.version }
    const isSameView = before.source === source && before.query === query
    // Saves that are faster than loading must not cancel it: each loaded email is shown, then the newest.
    if (isSameView && (this.#isLoading || before.version === email.version)) return
    this.#shown = wanted
    this.#isLoading = true
    const isLoaded = await this.#frame.load(`${createEmailUrl(issue, 'view.html')}?${query}`, settings.dark)
    if (this.#shown !== wanted) return
    this.#isLoading = false
    if (!isLoaded) this.#shown = before
    else if (before.source !== source) this.#stage.scrollToTop()
    else if (before.version !== email.version && changedLine !== null)
      this.#follow({ file: source, line: changedLine, column: 1 }, false)
    if (this.#model.chosen?.email?.version !== email.version) this.update()
  }

  /** @param always outlines elements that are in sight, too */
  #follow({ file, line }: Place, always: boolean): void {
    const email = this.#frame.document
    const element = email && findElementAt(email, file, line)
    const place = element && readPlace(element)
    if (!element || !place) return
    const wasHidden = this.#stage.scrollTo(element)
    if (wasHidden || always) this.#outline.flash(element, place)
  }
}
