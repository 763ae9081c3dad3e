const namespace = 'http://www.w3.org/2000/svg'

/** Paths on a grid of 16. Each icon has its own shape, so that colour is not the only difference. */
const shapes = {
  ready: ['M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z', 'm5 8.2 2.1 2.1L11.2 6'],
  warnings: ['M8 2 1.5 13.5h13Z', 'M8 6.6v3.2', 'M8 11.7v.01'],
  errors: ['M5.3 1.8h5.4l3.8 3.8v4.8l-3.8 3.8H5.3l-3.8-3.8V5.6Z', 'M8 5v3.6', 'M8 11v.01'],
  broken: ['M5.3 1.8h5.4l3.8 3.8v4.8l-3.8 3.8H5.3l-3.8-3.8V5.6Z', 'm5.8 5.8 4.4 4.4', 'm10.2 5.8-4.4 4.4'],
  info: ['M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z', 'M8 7.4v3.4', 'M8 5.1v.01'],
}

export type IconName = keyof typeof shapes

/** Creates an icon; it is hidden from assistive technology, since a word beside it says the same. */
export function createIcon(name: IconName): SVGSVGElement {
  const icon = document.createElementNS(namespace, 'svg')
  icon.setAttribute('viewBox', '0 0 16 16')
  icon.setAttribute('aria-hidden', 'true')
  icon.classList.add('icon', name)
  for (const shape of shapes[name]) {
    const path = document.createElementNS(namespace, 'path')
    path.setAttribute('d', shape)
    icon.append(path)
  }
  return icon
}
