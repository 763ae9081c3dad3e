/**
 * Makes a select as wide as the option that it shows, so that no name is cut. Its own width would be that of its longest
 * option, and CSS has no other in every browser.
 */
export function fitSelect(select: HTMLSelectElement): void {
  const label = select.selectedOptions[0]?.label ?? ''
  if (select.dataset.fitted === label || !select.parentElement?.checkVisibility()) return
  select.dataset.fitted = label
  const copy = select.cloneNode() as HTMLSelectElement
  copy.removeAttribute('id')
  copy.append(new Option(label))
  Object.assign(copy.style, { position: 'absolute', width: 'auto', minWidth: '0', visibility: 'hidden' })
  select.after(copy)
  select.style.minWidth = `min(calc(100vw - 32px), ${copy.offsetWidth}px)`
  copy.remove()
}
