import { createElement } from 'react'
import { Body, Container, Head, Html, Markdown, Preview, render as renderElement } from 'react-email'

/** React Email has a component for Markdown, and renders the plaintext from the element in a second call. */
export async function render(text) {
  const email = createElement(
    Html,
    null,
    createElement(Head),
    createElement(Preview, null, 'A newsletter'),
    createElement(Body, null, createElement(Container, null, createElement(Markdown, null, text))),
  )
  return { html: await renderElement(email), text: await renderElement(email, { plainText: true }) }
}
