/** What people type or paste is made plain before it is sent: the server refuses what is not. */
export { plainLine, plainText } from '../domain/plain-text.ts'
