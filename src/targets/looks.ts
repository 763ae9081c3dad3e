/** What tags of the great families look like from their first letters. */

/** Liquid, Django, HubL: `{{ x }}` and `{% x %}`, and no third brace. */
export const bracesAndTags = /^(?:\{\{(?!\{)|\{%)/

/** Handlebars and Mustache: two braces or three. */
export const bracesOrThree = /^\{\{/
