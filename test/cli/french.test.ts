import { expect, test } from 'vitest'
import { fr } from '../../server/cli/fr.ts'
import { programOf } from '../../server/cli/program.ts'
import { faultCodes } from '../../server/domain/validation.ts'
import { readRefusalCodes } from '../../server/exchange/preview.ts'

/** Words that no French sentence holds. Options and their values stand beside the words that explain them. */
const english =
  /\b(?:the|of|and|or|is|are|was|were|not|with|without|from|to|for|file|files|folder|missing|unknown|invalid|required|choices?|default|usage:|command|value|column|columns|which|words|rule|field|must|cannot|could|already|expected|got|row|rows|allowed|too|many|did|you|error|help|territory|ties?|actors?|wave|name|lang|dir|undefined|null)\b|\[object/i

const codesAndCommands =
  /--[a-z-]+|\([a-z]+\)|source,target\[,weight\]|\b(?:import|export|serve|copy|measure|diagnose)\b/g

function leftover(text: string): string | null {
  const found = english.exec(text.replace(codesAndCommands, ''))
  return found ? `${found[0]}: ${text}` : null
}

test('no text of the French command line has an English word', () => {
  const texts = textsOf({ ...fr, words: null })
  expect(texts.length).toBeGreaterThan(120)
  expect(texts.map(leftover).filter((found) => found !== null)).toEqual([])
})

test('nor has its help, with what commander writes of its own', () => {
  const program = programOf(
    fr,
    async () => {},
    () => {},
  )
  for (const command of [program, ...program.commands]) {
    const help = command.helpInformation().replaceAll(/\s+/g, ' ')
    expect(leftover(help)).toBeNull()
    expect(help).toContain('Usage :')
  }
})

test('every refused row is told in French', () => {
  const told = [...readRefusalCodes, ...faultCodes].flatMap((code) =>
    fr.rows([{ file: 'acteurs.csv', row: 7, column: 'type', code, got: 'G', expected: { word: 'actorType' } }]),
  )
  expect(told.map(leftover).filter((found) => found !== null)).toEqual([])
})

test('French is set as French is', () => {
  const faults = textsOf({ ...fr, words: null }).filter((text) => / [;?!»%]| :(?!:)|« |\p{L}'\p{L}/u.test(text))
  expect(faults).toEqual([])
})

/** Every text, functions called with facts that serve all of them. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  // What takes its facts by name is given them all, other texts a number.
  if (typeof value === 'function') return textsOf(called(value as Said, String(value).startsWith('({') ? details : 3))
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsOf)
  return []
}

type Said = (...given: unknown[]) => unknown

function called(say: Said, given: unknown): unknown {
  try {
    const text = say(given, 3, 3, 3)
    return typeof text === 'string' && text.includes('[object') ? '' : text
  } catch {
    // Made for other facts.
    return ''
  }
}

/** In the place of whatever is told: a name, a number, a list. */
const details: unknown = new Proxy(
  {},
  {
    get: (_, key) => {
      if (key === 'refusals') return []
      if (key === 'reason') return 'ENOSPC'
      if (key === 'expected') return 'csv'
      if (/^(?:later|known|measures|found|commands)$/.test(String(key))) return ['Untel']
      if (key === 'faults') return [{ place: 'Untel', message: 'Untel' }]
      return /^(?:pairs|most|rows|row|limit|revision|base|port|supported)$/.test(String(key)) ? 3 : 'Untel'
    },
  },
)
