import { expect, test } from 'vitest'
import { valueQuestions } from '../../../../client/screens/import/deciding.ts'
import { withValuesIn } from '../../../../client/screens/import/plan.ts'
import type { Plan } from '../../../../server/exchange/plan.ts'
import { sheetPreviewSchema } from '../../../../server/wire/exchange.ts'
import { importOf, team } from '../../../exchange/recognition/imported.ts'

const header = 'Structure A;Structure B;Nature'
const files = {
  'nord.csv': [header, 'Forges;Lycée;convention', 'Forges;Mairie;coup de main'].join('\n'),
  'sud.csv': [header, 'Mairie;Lycée;convention', 'Banque;Forges;parrainage'].join('\n'),
}

test('a word that several sheets have is asked once, and its answer goes for all of them', () => {
  const sheetsUnder = (plan: Plan) => sheetPreviewSchema.array().parse(importOf(files, { wave: team, plan }).sheets)
  const [question, ...others] = valueQuestions(sheetsUnder({}))
  if (!question) throw new Error('nothing is asked')
  expect(others).toEqual([])
  expect(question.columns.map(({ sheet }) => sheet.file)).toEqual(['nord.csv', 'sud.csv'])
  expect(question.values.map(({ value, count }) => [value, count])).toEqual([
    ['convention', 2],
    ['coup de main', 1],
    ['parrainage', 1],
  ])

  const answered = withValuesIn({}, question.columns, new Map([['convention', 'cooperation']]))
  const meanings = sheetsUnder(answered).map(({ columns }) =>
    columns.flatMap(({ values }) => values).find(({ value }) => value === 'convention'),
  )
  expect(meanings).toMatchObject([
    { means: 'cooperation', by: 'chosen' },
    { means: 'cooperation', by: 'chosen' },
  ])
})
