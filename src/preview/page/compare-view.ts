import { createElement } from './create-element.ts'
import { getElement } from './get-element.ts'
import { createEmailUrl, isRendered, type Model, type RenderedIssue } from './model.ts'
import { desktopWidth, formatViewQuery, phoneWidth, tabletWidth, type ViewSettings } from './view-settings.ts'

/** One of the emails that stand side by side. */
interface Variant {
  title: string
  /** In pixels. */
  width: number
  dark: boolean
}

/** The width of the narrowest phones, in pixels. */
const narrowest = 320

/** The space between two emails, in pixels; the style sheet has it, too. */
const gap = 16

let shown = ''

/** Shows the email in light and dark mode, or at all widths, side by side at their real size. */
export function showComparison({ chosen, settings }: Model): void {
  const stage = getElement('view-email', HTMLElement)
  const place = getElement('compare', HTMLElement)
  const isShown = settings.compare !== 'none' && isRendered(chosen)
  stage.classList.toggle('comparing', isShown)
  place.hidden = !isShown
  if (settings.view !== 'email') return
  const variants = isShown ? createVariants(settings, stage.clientWidth) : []
  const key = isShown ? JSON.stringify([chosen.source, chosen.email.version, settings, variants]) : ''
  if (key === shown) return
  shown = key
  place.replaceChildren(
    ...variants.map((variant) => createFigure(chosen as RenderedIssue, settings, variant)),
  )
}

function createVariants({ compare, width, dark }: ViewSettings, room: number): Variant[] {
  if (compare === 'widths')
    return [
      { title: 'Phone', width: phoneWidth, dark },
      { title: 'Tablet', width: tabletWidth, dark },
      { title: 'Desktop', width: desktopWidth, dark },
    ]
  const half = Math.floor((room - 3 * gap) / 2)
  const own = width === 'fit' ? Math.max(narrowest, Math.min(desktopWidth, half)) : width
  return [
    { title: 'Light', width: own, dark: false },
    { title: 'Dark', width: own, dark: true },
  ]
}

function createFigure(issue: RenderedIssue, settings: ViewSettings, { title, width, dark }: Variant): Node {
  const query = formatViewQuery({ ...settings, dark })
  const frame = createElement('iframe', {
    title: `The email: ${title}`,
    sandbox: 'allow-same-origin',
    src: `${createEmailUrl(issue, 'view.html')}?${query}`,
  })
  frame.style.width = `${width}px`
  frame.style.colorScheme = dark ? 'dark' : 'light'
  const resize = () => {
    frame.style.height = '0'
    frame.style.height = `${frame.contentDocument?.scrollingElement?.scrollHeight ?? 0}px`
  }
  frame.addEventListener('load', () => {
    // Links would replace the email.
    frame.contentDocument?.addEventListener('click', (event) => event.preventDefault())
    resize()
  })
  return createElement('figure', {}, createElement('figcaption', {}, `${title}, ${width} px`), frame)
}
