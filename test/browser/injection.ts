/** Attacks by merge tags: the forms of tags, what is written in them, and the issue that has them in every place. */

/** The ways to write a payload into a tag of each dialect. */
export const attackForms: Record<string, (payload: string) => string> = {
  '{{ }}': (payload) => `{{ ${payload} }}`,
  '{{ "" }}': (payload) => `{{ "${payload}" }}`,
  '{{ default }}': (payload) => `{{ name | default: "${payload}" }}`,
  "{{ default '' }}": (payload) => `{{ name | default: '${payload}' }}`,
  '{{ joined }}': (payload) => `{{ "${payload.slice(0, 4)}" | append: "${payload.slice(4)}" }}`,
  '{{ Go }}': (payload) => `{{ TrackLink \`${payload}\` }}`,
  '{{! }}': (payload) => `{{!-- ${payload} }}`,
  '{{{ }}}': (payload) => `{{{ NAME|${payload} }}}`,
  '{% %}': (payload) => `{% echo "${payload}" %}`,
  '{% if %}': (payload) => `{% if "${payload}" %}x{% endif %}`,
  '{% if no %}': (payload) => `{% if no %}${payload.includes('<') ? '' : payload}`,
  '{% endif %}': (payload) => `{% endif %}${payload.includes('<') ? '' : payload}`,
  '*| |*': (payload) => `*|A${payload}|*`,
  '<% %>': (payload) => `<%a ${payload}%>`,
  '%%{ }%%': (payload) => `%%{a ${payload}}%%`,
  '{$ }': (payload) => `{$a ${payload}}`,
  '[[ ]]': (payload) => `[[a fallback="${payload}"]]`,
  '[ ]': (payload) => `[name,fallback=${payload}]`,
  '{ }': (payload) => `{name, "${payload}"}`,
  '<< >>': (payload) => `<<A ${payload}>>`,
  '<< element >>': (payload) => `<<${payload.replace(/^</, '')}>>`,
  '{{ decoded }}': (payload) => `{{ "${encodeURIComponent(payload)}" | url_decode }}`,
  '{{ escaped }}': (payload) => `{{ "${payload.replaceAll('<', '\\u003c')}" }}`,
  '{{ prepended }}': (payload) => `{{ "${payload.slice(3)}" | prepend: "${payload.slice(0, 3)}" }}`,
  '{{ removed }}': (payload) => `{{ '${payload.replaceAll('<', '<<b>')}' | remove: '<b>' }}`,
  '{{ replaced }}': (payload) => `{{ '${payload.replaceAll('<', '<~')}' | replace: '~', '' }}`,
  '{{ reversed }}': (payload) =>
    `{{ '${[...payload].reverse().join('')}' | split: '' | reverse | join: '' }}`,
  '{{ captured }}': (payload) =>
    `{% capture x %}${encodeURIComponent(payload)}{% endcapture %}{{ x | url_decode }}`,
  '{{{ string }}}': (payload) => `{{{ "${payload}" }}}`,
  '{{ safe }}': (payload) => `{{ "${payload}" | safe }}`,
  '*|DATE|*': (payload) => `*|DATE:${payload.replace(/[^*|]/g, '\\$&')}|*`,
  references: (payload) => `&#123;&#123; "${encodeURIComponent(payload)}" | url_decode &#125;&#125;`,
  'empty before': (payload) => `{{ x }}${payload}`,
  'empty within': (payload) => `${payload.slice(0, 2)}{{ x }}${payload.slice(2)}`,
}

export const attacks: Record<string, string> = {
  element: '<img src=x onerror=attack()>',
  'open element': '<img src=x onerror=attack() ',
  'end tags': '</title></style></textarea></a><img src=x onerror=attack()>',
  'end of comment': '--><img src=x onerror=attack()>',
  'double quotation marks': 'a" onerror=attack() style=background:url(https://attack.test/) x="b',
  'single quotation marks': "a' onerror=attack() x='b",
  'a slash': 'a"/onerror=attack()/x="b',
  'a bracket': 'a"><img src=x onerror=attack()>',
  address: 'javascript:attack()',
  'address with references': '&#106;avascript:attack()',
  style: 'url(https://attack.test/)',
}

/** The target whose dialect a form is of. */
export function targetOf(form: string): string {
  const own: Record<string, string> = {
    '[ ]': 'sendy',
    '{ }': 'ghost',
    '<< >>': 'angles',
    '<< element >>': 'angles',
  }
  return own[form] ?? 'generic'
}

/** An issue with the tags in every place that can have one. */
export function createIssue(tags: readonly string[]): string {
  const all = JSON.stringify(tags.join(' '))
  const head = `---\ntitle: ${all}\nsubject: ${all}\npreheader: ${all}\nauthor: ${all}\nsponsor: acme\nparams: { word: ${all} }\n---\n`
  return `${head}\n${acrossPlaces}\n${tags.map(inText).join('\n')}\n${tags.map((tag, index) => (index % 2 ? '' : inBlocks(`${tag} ${tags[index + 1] ?? ''}`, index))).join('\n')}`
}

/** Attacks of several tags, which engines refuse once they are inert. */
const acrossPlaces = `![{% if no %}](https://example.com/b.png) text" onerror=attack() {% endif %}

{{ "<" }}img src=x onerror=attack() {{ ">" }}
`

/** An issue with a tag in the places of Markdown and HTML. */
export function createShortIssue(tag: string): string {
  return `---\ntitle: A\npreheader: B\n---\n\n${inText(tag)}`
}

function inText(tag: string): string {
  return `# A title ${tag}

Text ${tag}img src=x onerror=attack() and *${tag}*.

[A link](<${tag}> "${tag}") and [another](<${tag}javascript:attack()> '${tag}').

![${tag}](https://example.com/a.png "${tag}") and ![b](<${tag}>)

<p title="${tag}" class="${tag}" style="color:${tag}">A</p>

<p title='${tag}' style='background:ur${tag}l(https://attack.test/)'>B</p>

<p style="background:${tag}">C</p>

<p title=${tag}>D</p>

<a href="${tag}">E</a> <a href='java${tag}script:attack()'>F</a> <a href=${tag}>G</a> <img src="${tag}" alt="${tag}">

<style>p { background: ${tag} }</style>

| ${tag} | b |
| - | - |
| ${tag} | \\${tag} |

\`${tag}\`
`
}

function inBlocks(tag: string, index: number): string {
  const attribute = JSON.stringify(tag).slice(1, -1)
  return `::button[${tag}]{url="${attribute}"}

::figure{src="https://example.com/a.png" alt="${attribute}" url="${attribute}"}

:::callout[${tag}]
${tag}
:::

:::sponsor{name="${attribute}" url="https://example.com/" cta="${attribute}"}
${tag}
:::

:::sponsor{id=acme}
${tag}
:::

:::poll{#vote${index}}
How ${tag}?

- Good ${tag}
- Bad
:::

:::author{name="${attribute}"}
${tag}
:::
`
}
