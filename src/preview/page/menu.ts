/**
 * Binds a button to a part of the page that it opens and closes. Escape and a click elsewhere close it.
 * @param button has `aria-expanded`
 * @param body the part; it is shown while it has the class `open`
 * @param closesOnChoice whether a link or a button in it closes it, too
 */
export function bindMenu(button: HTMLElement, body: HTMLElement, closesOnChoice: boolean): void {
  const setOpen = (isOpen: boolean) => {
    button.setAttribute('aria-expanded', String(isOpen))
    body.classList.toggle('open', isOpen)
  }
  const isOpen = () => body.classList.contains('open')
  button.addEventListener('click', () => setOpen(!isOpen()))
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !isOpen()) return
    setOpen(false)
    if (body.contains(document.activeElement)) button.focus()
  })
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !body.contains(target) && !button.contains(target)) setOpen(false)
  })
  // A click in the email is an event of its frame, which only takes the focus from this page.
  window.addEventListener('blur', () => setOpen(false))
  if (closesOnChoice)
    body.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.closest('a, button')) setOpen(false)
    })
}
