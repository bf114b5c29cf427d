import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { factStatements, migrations, type Statement, statements } from '../../server/store/cypher.ts'

const root = resolve(import.meta.dirname, '../..')
const ofFacts: readonly Statement[] = Object.values(factStatements).flatMap((ofNoun) => Object.values(ofNoun))
const all: readonly Statement[] = [
  ...Object.values(statements),
  ...ofFacts,
  ...migrations.flatMap(({ statements }) => statements),
]

describe.each(all.map((statement) => [statement.name, statement] as const))('%s', (_, statement) => {
  test('takes the parameters that its text names', () => {
    expect(fieldsOf(statement.parameters)).toEqual(namesIn(statement.text, /\$(\w+)/g))
  })

  test('takes the fields of a row that its text names', () => {
    const { rows } = shapeOf(statement.parameters)
    const fields = rows instanceof z.ZodArray ? fieldsOf(rows.element) : []
    expect(fields).toEqual(namesIn(statement.text, /\brow\.(\w+)/g))
  })

  test('answers with the columns that its text returns', () => {
    const returned = statement.text.split(/\bRETURN\b/)[1] ?? ''
    const columns = returned.replaceAll(/\{[^}]*\}/g, '')
    expect(fieldsOf(statement.row)).toEqual(namesIn(columns, /\bAS (\w+)/g))
  })

  test('is one statement, named as it is filed', () => {
    expect(statement.text.replaceAll(/^\/\/.*$/gm, '')).not.toContain(';')
    expect(statement.name).toMatch(/^(migrations\/\d{3}-)?[a-z]+(-[a-z]+)+$/)
  })
})

test('every statement of cypher/ is read, and is used', () => {
  const files = readdirSync(join(root, 'cypher'), { recursive: true, encoding: 'utf8' })
  const names = files
    .filter((file) => file.endsWith('.cypher'))
    .flatMap((file) => {
      const name = file.replace(/\.cypher$/, '')
      if (!name.startsWith('facts/')) return [name]
      const text = readFileSync(join(root, 'cypher', file), 'utf8')
      const [, ...ends] = text.split(/;$/m)
      const verbs = [...text.matchAll(/^\/\/ ([a-z]+)$/gm)].map(([, verb]) => verb)
      expect(ends).toHaveLength(verbs.length)
      return verbs.map((verb) => `${verb}-${name.slice('facts/'.length)}`)
    })
  expect(names.sort()).toEqual([...new Set(all.map(({ name }) => name))].sort())
  const server = sources().join('\n')
  const unused = Object.keys(statements).filter((name) => !server.includes(`statements.${name}`))
  expect(unused).toEqual([])
})

test('a statement’s name in the code is its file’s', () => {
  const camel = (name: string) => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  expect(Object.keys(statements)).toEqual(Object.values(statements).map(({ name }) => camel(name)))
})

test('migrations are numbered from 1 without a gap', () => {
  const numbers = migrations.map(({ name }) => Number(/\d+/.exec(name)?.[0]))
  expect(numbers).toEqual(migrations.map((_, index) => index + 1))
})

test('no Cypher is written or put together in the code', () => {
  const clause = /\b(MATCH|OPTIONAL MATCH|MERGE|UNWIND|DETACH DELETE|RETURN(?!ING\b)|CALL) ?[({$\w]/
  expect(sources().filter((source) => clause.test(source))).toEqual([])
})

/** Sorted, each once. */
function namesIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))].sort()
}

function fieldsOf(schema: unknown): string[] {
  return Object.keys(shapeOf(schema)).sort()
}

function shapeOf(schema: unknown): z.ZodRawShape {
  if (schema instanceof z.ZodPipe) return shapeOf(schema.in)
  return schema instanceof z.ZodObject ? schema.shape : {}
}

function sources(): string[] {
  const files = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' })
  return files.filter((file) => file.endsWith('.ts')).map((file) => readFileSync(join(root, 'server', file), 'utf8'))
}
