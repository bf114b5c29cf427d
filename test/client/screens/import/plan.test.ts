import { describe, expect, test } from 'vitest'
import { decided, emptyDraft, takeAway, takenBack, withFiles } from '../../../../client/screens/import/draft.ts'
import {
  sheetPlan,
  withCells,
  withColumn,
  withConstant,
  withHeader,
  withKind,
  withNames,
  withOtherNames,
  withoutName,
  withRow,
  withValues,
  withWord,
} from '../../../../client/screens/import/plan.ts'
import { planSchema } from '../../../../server/wire/exchange.ts'

const partners = { file: 'partenaires.csv', sheet: null }
const ties = { file: 'suivi.xlsx', sheet: 'Liens' }

describe('a plan', () => {
  test('holds what was said last of each thing, and nothing else', () => {
    let plan = withValues({}, partners, 'B', new Map([['Banque', 'autre']]))
    plan = withValues(plan, partners, 'B', new Map([['Collectivité', 'epci']]))
    plan = withValues(plan, partners, 'B', new Map([['Banque', 'banque']]))
    plan = withValues(plan, partners, 'C', new Map([['Banque', '']]))
    expect(sheetPlan(plan, partners)).toEqual({
      ...partners,
      values: [
        { column: 'B', value: 'Collectivité', means: 'epci' },
        { column: 'B', value: 'Banque', means: 'banque' },
        { column: 'C', value: 'Banque', means: '' },
      ],
    })
  })

  test('tells the sheets of a workbook apart', () => {
    const plan = withHeader(withHeader({}, ties, 3), { ...ties, sheet: 'Projets' }, null)
    expect(sheetPlan(plan, ties)?.header).toBe(3)
    expect(sheetPlan(plan, { ...ties, sheet: 'Projets' })?.header).toBeNull()
    expect(sheetPlan(plan, partners)).toBeUndefined()
  })

  test('of all names answered at once leaves those answered one by one', () => {
    const plan = withNames({}, [{ name: 'Laval Mayenne Technopole', is: null }])
    const all = withOtherNames(plan, [
      { name: 'Laval Mayenne Technopole', is: 'Technopole' },
      { name: 'France Travail', is: 'Pôle emploi' },
    ])
    expect(all.names).toEqual([
      { name: 'Laval Mayenne Technopole', is: null },
      { name: 'France Travail', is: 'Pôle emploi' },
    ])
  })

  test('of a column taken for something else forgets what its values meant', () => {
    const valued = withValues(
      withValues({}, partners, 'B', new Map([['x', 'y']])),
      partners,
      'C',
      new Map([['x', 'z']]),
    )
    const plan = withColumn(valued, partners, 'B', { holds: 'field', target: 'sphere' })
    expect(sheetPlan(plan, partners)).toEqual({
      ...partners,
      columns: [{ column: 'B', holds: 'field', target: 'sphere' }],
      values: [{ column: 'C', value: 'x', means: 'z' }],
    })
  })

  test('of a sheet that is something else keeps its rows and cells alone', () => {
    let plan = withHeader({}, partners, 2)
    plan = withColumn(plan, partners, 'B', { holds: 'field', target: 'sphere' })
    plan = withConstant(plan, partners, 'inside', 'true')
    plan = withRow(plan, partners, 9, 'left_out')
    plan = withCells(plan, partners, [{ row: 4, column: 'A', value: 'CCI' }])
    expect(sheetPlan(withKind(plan, partners, 'roster'), partners)).toEqual({
      ...partners,
      header: 2,
      rows: [{ row: 9, as: 'left_out' }],
      cells: [{ row: 4, column: 'A', value: 'CCI' }],
      kind: 'roster',
    })
  })

  test('lets rows, constants and names be as they would have been', () => {
    const plan = withRow(withRow({}, partners, 9, 'left_out'), partners, 9, 'read')
    expect(sheetPlan(plan, partners)?.rows).toEqual([])
    const constant = withConstant(withConstant({}, partners, 'inside', 'true'), partners, 'inside', null)
    expect(sheetPlan(constant, partners)?.constants).toEqual([])
    const named = withNames({}, [
      { name: 'CCI', is: null },
      { name: 'DDT', is: 'ddt' },
    ])
    expect(withoutName(named, 'CCI').names).toEqual([{ name: 'DDT', is: 'ddt' }])
  })

  test('is what the server takes', () => {
    let plan = withWord({}, { vocabulary: 'actorType', id: 'banque', fr: 'banque' })
    plan = withWord(plan, { vocabulary: 'actorType', id: 'banque', fr: 'Banque' })
    plan = withNames(plan, [{ name: 'France Travail', is: 'Pôle emploi' }])
    plan = withKind(withCells(plan, ties, [{ row: 1, column: 'A', value: '' }]), ties, 'tie')
    expect(planSchema.parse(plan)).toEqual(plan)
    expect(plan.words).toEqual([{ vocabulary: 'actorType', id: 'banque', fr: 'Banque' }])
  })
})

describe('a draft', () => {
  const file = (name: string, content = '') => ({ name, content, encoding: 'utf8' as const })

  test('takes a file of the same name for its new state', () => {
    const draft = withFiles(withFiles(emptyDraft, [file('a.csv', 'before'), file('b.csv')]), [file('a.csv', 'after')])
    expect(draft.files).toEqual([file('a.csv', 'after'), file('b.csv')])
    expect(draft.version).toBe(2)
  })

  test('takes decisions back one by one', () => {
    const one = decided(emptyDraft, (plan) => withHeader(plan, partners, 2))
    const two = decided(one, (plan) => withHeader(plan, partners, 3))
    expect(takenBack(two).plan).toBe(one.plan)
    expect(takenBack(takenBack(two)).plan).toBe(emptyDraft.plan)
    expect(takenBack(emptyDraft)).toBe(emptyDraft)
  })

  test('forgets what was said of a file that is taken away', () => {
    const draft = decided(withFiles(emptyDraft, [file('partenaires.csv'), file('suivi.xlsx')]), (plan) =>
      withHeader(withHeader(plan, partners, 2), ties, 3),
    )
    const { files, plan } = takeAway(draft, 'partenaires.csv')
    expect(files.map(({ name }) => name)).toEqual(['suivi.xlsx'])
    expect(plan.sheets).toEqual([{ ...ties, header: 3 }])
  })
})
