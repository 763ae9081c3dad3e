import type { RuleText } from './rule-text.ts'

/** Templates: their Liquid, style sheets, design tokens and wording. */
export const templateRules = {
  'template-unknown': {
    title: 'The template that an issue or the config names is there.',
    explanation:
      'A template is a folder under `templates/`. There is none of this name, so the issue cannot be rendered as it should look.',
    fix: 'Correct the name in `template:`, remove the line to use the default template, or create the folder.',
    fixed: 'all',
  },
  'template-syntax': {
    title: 'Template files are correct Liquid and use only variables that exist.',
    explanation:
      'Templates are written in Liquid (`{{ … }}` prints, `{% … %}` controls). With a mistake in one, what it prints would be missing from every email.',
    fix: 'Correct the place that the message points at: close every `{% if %}` with `{% endif %}`, and spell variables as the docs list them. To print a provider’s own merge tag, wrap it: `{% raw %}{{ tag }}{% endraw %}`.',
    fixed: 'all',
  },
  'template-fault': {
    title: 'The template can render the issue.',
    explanation:
      'The issue itself is fine, but a file of its template has a mistake, so that a block, the layout or the plaintext could not be rendered. The message names that file; it has a message of its own.',
    fix: 'Fix the template file. All issues that failed for the same reason can then be built.',
    fixed: 'all',
  },
  'template-outdated': {
    title: 'Copies of shipped template files have what later versions changed in them.',
    explanation:
      'A file that `issue eject` has copied stays as it was when a new version of Issuepress changes the shipped one. Then the newsletter lacks what was improved or fixed there. The version that it was copied from is recorded in `.issuepress.yml` in the template’s folder.',
    fix: 'See the difference with `issue eject default style.css --diff`, put what you want of it into your file, and record that with `issue eject default style.css --merged`. To have the shipped file again, remove yours.',
  },
  'template-content': {
    title: 'The layout prints the issue.',
    explanation: 'Without `{{ content }}` in `layout.html` the email has a frame and no issue in it.',
    fix: 'Write `{{ content }}` once in `layout.html`, where the issue should be.',
    fixed: 'all',
  },
  'template-attribute': {
    title: 'Attributes of HTML in a template are in straight quotation marks, and there once.',
    explanation:
      'HTML knows only `"` and `\'` around a value. Others, such as `“`, become a part of it, so that a link leads nowhere or a style has no effect. Of two attributes of one name only the first has an effect.',
    fix: 'Write `<a href="https://example.com">`, and put two attributes of one name together: `class="panel wide"`.',
  },
  'template-markup': {
    title: 'Elements in templates have their ends, and are where HTML has a place for them.',
    explanation:
      'Mail clients do not show HTML as it was written where that cannot be: a `<b>` or `<div>` without its end extends to the end of the email, what is between the rows of a table is moved before the table, and a block ends the `<p>` around it. Conditions of Liquid are considered: an element that begins in one `{% if %}` and ends in another of the same condition is right.',
    fix: 'Write every end tag, end first what began last, and put everything in a table into cells: `<table><tr><td><p>Hello</p></td></tr></table>`.',
  },
  'block-head': {
    title: 'The head of a block’s template has only keys that exist, with values that they can have.',
    explanation:
      'The part between two `---` lines at the top of `blocks/<name>.html` says what the block accepts: label, body, attributes. With a mistake in it, issues that use the block would get errors, or be rendered without a part of what they say.',
    fix: 'Correct the key or value that the message points at:\n\n---\ndescription: A link as a button.\nlabel: required\nbody: none\n---',
    fixed: 'errors',
  },
  'theme-token': {
    title: 'Design tokens in `theme.yml` have values of their type, and names that something uses.',
    explanation:
      'Tokens are the colours, sizes and fonts that style sheet and templates use. One whose value is no colour, number or font where one is needed cannot be put into a style, and the email would lose its look. A misspelled one has no effect.',
    fix: 'Write one value for each name: `accent: "#b3261e"` (in quotation marks, since `#` begins a comment) or `width: 600`.',
    fixed: 'errors',
  },
  'theme-enhancement': {
    title: 'Enhancements in `theme.yml` name a feature and a reason.',
    explanation:
      'Under `enhancements` a template lists what it uses although some mail clients lack it, with the reason why the email is right without it. Without a reason nobody knows whether that was ever checked.',
    fix: 'Write caniemail’s name of the feature and a sentence: `css-border-radius: Corners are square without it.`',
  },
  'theme-strings': {
    title: 'The wording in `strings.yml` is a map of languages, each a map of texts.',
    explanation:
      'The template’s own words, such as “View in browser”, come from `strings.yml`, and a newsletter’s own file is merged with the shipped one. What cannot be read there would be missing from the email, and a misspelled language or key has no effect.',
    fix: 'Write the language, and below it a text for each key:\n\nde:\n  view_online: Im Browser ansehen',
    fixed: 'errors',
  },
  'css-syntax': {
    title: 'Style sheets can be read.',
    explanation:
      'A missing brace or quotation mark makes the style sheet unreadable, so that emails would have none of its styles.',
    fix: 'Correct the line that the message points at: every `{` needs its `}`, and every comment `/*` its `*/`.',
    fixed: 'all',
  },
  'css-import': {
    title: 'Style sheets import no others.',
    explanation:
      'Mail clients load no style sheets, so that the rules of the imported one would never apply.',
    fix: 'Copy the rules into this style sheet and remove the `@import`.',
  },
  'css-inline': {
    title: 'Every `@inline` in a style sheet has the form that it needs.',
    explanation:
      'Rules in `@inline (max: 60)` are written on each element as long as an email has at most 60 of them. In another form the number is unknown, and the rules would be missing where a mail client ignores style sheets.',
    fix: 'Write `@inline (max: 60) { a { color: #b3261e } }`, with names of elements as selectors.',
    fixed: 'all',
  },
  'css-token': {
    title: 'Style sheets use only design tokens that exist.',
    explanation:
      '`var(--name)` is replaced by the token of that name. Without one nothing is put in, and mail clients ignore the whole declaration.',
    fix: 'Correct the name, or add the token with its default to `theme.yml`: `accent: "#b3261e"`.',
  },
  'css-property': {
    title: 'Styles have only properties that CSS has.',
    explanation:
      'In style sheets and `style` attributes every declaration begins with the name of a property. One that no mail client knows has no effect, and the email looks other than you meant. Names that only some clients know on purpose (`mso-…`, `*display`) are right.',
    fix: 'Correct the name, as the message spells it: `color: #b3261e`.',
  },
  'css-value': {
    title: 'Styles have values that mail clients can read.',
    explanation:
      'A colour without its `#`, a length without its unit or a misspelled word is ignored by every client, together with its whole declaration: the text keeps its old colour or size.',
    fix: 'Write lengths with a unit (`font-size: 18px`), colours in digits with a `#` (`color: #0f766e`), and words as CSS spells them (`text-align: center`).',
  },
  'css-address': {
    title: 'Fonts in style sheets have a whole address.',
    explanation:
      'Pictures beside a template are put into the email; fonts are not, since mail clients load none from it. Readers would see the next font in the list.',
    fix: 'Put the font on the web and write its address: `src: url(https://example.com/inter.woff2)`. Or use fonts that readers have.',
  },
  'css-selector': {
    title: 'Selectors in your own style sheets match something.',
    explanation:
      'A selector with a misspelled class matches nothing, so that its rule has no effect and the element stays as it was.',
    fix: 'Write the class as the templates have it: `.button`, not `.buton`. Remove a rule that nothing needs any more.',
  },
  'css-replaced': {
    title: 'A style sheet of your own does not remove the look of the shipped one by accident.',
    explanation:
      'A file `style.css` in your template replaces the shipped one. With only a few rules in it, everything else loses its styles: colours, spaces, buttons and panels.',
    fix: 'Put rules that you want to add into `extra.css` in the same folder, and remove `style.css`. To change the shipped one, copy it with `issue eject default style.css`.',
  },
  'template-leftover': {
    title: 'No marker of unfinished text is left in templates or their wording.',
    explanation:
      'Lorem ipsum, `TODO` or `TK` in a layout, a block or `strings.yml` would be in every email that is sent with the template.',
    fix: 'Replace it with the finished text, or delete it. The level is that of the check `word-leftover`, unless the config has one for this rule.',
  },
  'template-plaintext': {
    title: 'Templates for plaintext contain no HTML, and no very long lines.',
    explanation:
      'In `layout.txt` and the `.txt` files of blocks a tag is no markup: readers would see it as it is written. Lines of a template are not wrapped, so that long ones break where the window ends, or not at all.',
    fix: 'Remove the tags, and write plain words in lines of at most 72 characters, or print them with `{{ "…" | wrap }}`.',
  },
  'template-doctype': {
    title: 'The layout begins with a doctype.',
    explanation:
      'Without `<!doctype html>` browsers and some mail clients lay the email out by the rules of the 1990s, in which sizes and spaces differ.',
    fix: 'Write `<!doctype html>` as the first line of `layout.html`.',
  },
  'template-comment': {
    title: 'No notes to yourself are in comments that go out.',
    explanation:
      'A comment of HTML (`<!-- TODO ask Bob -->`) is part of every email. Clients do not show it, but everyone who opens the source can read it. Comments of other languages, such as `{# … #}`, are text to Liquid: everyone sees them.',
    fix: 'Write notes as comments of Liquid, which are left out: `{% comment %}ask Bob{% endcomment %}`.',
  },
} satisfies Record<string, RuleText>
