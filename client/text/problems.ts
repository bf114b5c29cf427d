import type { Details } from '#words/problems.ts'
import { RequestError } from '../data/api.ts'
import type { Text } from './fr.ts'

/** The sentence a person reads when something was refused or failed. */
export function problemSentence(text: Text, error: unknown): string {
  if (!(error instanceof RequestError)) return text.problems.defect()
  const sentences: Readonly<Record<string, (details: Details) => string>> = text.problems
  const known = Object.hasOwn(sentences, error.code) ? sentences[error.code] : undefined
  const sentence = known ?? text.problems.internal
  return sentence((name) => told(error.details, name, text))
}

function told(details: unknown, name: string, text: Text): string {
  if (typeof details !== 'object' || details === null) return ''
  const value = Object.entries(details).find(([key]) => key === name)?.[1]
  if (Array.isArray(value)) return text.list(value.slice(0, 5).map(plain))
  return typeof value === 'number' ? text.number(value) : plain(value)
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
