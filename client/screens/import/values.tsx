import { useState } from 'react'
import { Button, Form, Input, Label, TextField } from 'react-aria-components'
import { wordsOf } from '#domain/territory.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import type { Deciding, SheetColumn } from './deciding.ts'
import { choiceGroups, emptyId, newWordOf, valueGroups, vocabularyOf } from './meanings.ts'
import { type Column, withValuesIn, withWord } from './plan.ts'

/** Values of columns that are alike, each beside what it is read as. */
export function Values({ values, ...rest }: Deciding & Pick<ValueProps, 'columns'> & { values: Column['values'] }) {
  const t = useText()
  const { decisions, evidence } = t.importing
  return (
    <ul className="import-values">
      {values.map((each) => (
        <li key={each.value} className="import-value">
          <span>
            {decisions.value(each.value)} <span className="note">{decisions.rows(each.count)}</span>
          </span>
          <span aria-hidden="true">→</span>
          <ValueChoice {...rest} value={each} />
          <span className="note">{isAnswered(each) && evidence[each.by]}</span>
        </li>
      ))}
    </ul>
  )
}

/** Something is proposed or was chosen, be it row by row. */
export function isAnswered({ means, by }: Column['values'][number]): boolean {
  return means !== null || by === 'name'
}

function ValueChoice({ columns, value: { value, means, by, choices }, ...deciding }: ValueProps) {
  const t = useText()
  const { decisions } = t.importing
  const { record, preview, plan, decide } = deciding
  const [{ sheet, column }] = columns
  const newWords = [...preview.words, ...(plan.words ?? [])].filter(
    ({ vocabulary, id }, index, all) =>
      all.findIndex((each) => each.vocabulary === vocabulary && each.id === id) === index,
  )
  const vocabulary = vocabularyOf(sheet, column)
  const own =
    vocabulary && !wordsOf(record, vocabulary).includes(newWordOf(vocabulary, value).id)
      ? newWordOf(vocabulary, value)
      : null
  const groups = choices ? choiceGroups(choices) : valueGroups(t, record, sheet, column, newWords, value)
  const take = (chosen: string) =>
    decide((before) => {
      const added = newWords.find((word) => word.vocabulary === vocabulary && word.id === chosen) ?? own
      const worded = added?.id === chosen ? withWord(before, added) : before
      return withValuesIn(worded, columns, new Map([[value, chosen === emptyId ? '' : chosen]]))
    })
  if (!groups) return <WrittenValue label={decisions.readAs(value)} means={means ?? ''} onChange={take} />
  return (
    <Choice
      label={decisions.valueLabel(value)}
      isLabelHidden
      placeholder={by === 'name' ? decisions.byName : decisions.unknown}
      value={by === 'name' ? null : means === '' ? emptyId : means}
      groups={groups}
      onChange={take}
    />
  )
}

interface ValueProps extends Deciding {
  readonly columns: readonly [SheetColumn, ...SheetColumn[]]
  readonly value: Column['values'][number]
}

/** A value that is no word of a list. */
export function WrittenValue({
  label,
  means,
  onChange,
}: {
  label: string
  means: string
  onChange: (means: string) => void
}) {
  const { decisions } = useText().importing
  const [written, setWritten] = useState(means)
  return (
    <Form
      className="row import-written"
      onSubmit={(event) => {
        event.preventDefault()
        onChange(written)
      }}
    >
      <TextField className="field" value={written} onChange={setWritten}>
        <Label className="visually-hidden">{label}</Label>
        <Input />
      </TextField>
      <Button className="button" type="submit">
        {decisions.apply}
      </Button>
    </Form>
  )
}
