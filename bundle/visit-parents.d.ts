export { CONTINUE, EXIT, SKIP, visitParents } from 'unist-util-visit-parents'
