/** How names are compared, in a search as in an import. */
export { folded, foldedWords } from '../domain/folding.ts'
