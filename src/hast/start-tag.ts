/** A start tag. Its attribute values can contain any character but their quotes, `>` included. */
export const startTag = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi
