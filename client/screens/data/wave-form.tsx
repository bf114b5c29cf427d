import { useState } from 'react'
import { Button, Form, Input, Label, TextField } from 'react-aria-components'
import { foldedWords } from '#domain/folding.ts'
import { plainLine } from '#domain/plain-text.ts'
import type { ImportedWave } from '../../data/api.ts'
import { useText } from '../../text/language.tsx'

/** Which wave the lines belong to that name none. */
export function WaveForm({ onName }: { onName: (wave: ImportedWave) => void }) {
  const t = useText()
  const [label, setLabel] = useState('')
  const [date, setDate] = useState('')
  return (
    <Form
      className="wave-form"
      onSubmit={(event) => {
        event.preventDefault()
        const name = plainLine(label).trim()
        onName({ id: foldedWords(name).replaceAll(' ', '-') || name, label: name, date })
      }}
    >
      <p className="prose">{t.data.waveLead}</p>
      <div className="row">
        <TextField className="field" value={label} onChange={setLabel} isRequired>
          <Label>{t.data.waveLabel}</Label>
          <Input />
        </TextField>
        <TextField className="field" type="date" value={date} onChange={setDate} isRequired>
          <Label>{t.data.waveDate}</Label>
          <Input />
        </TextField>
        <Button className="button" type="submit">
          {t.data.waveConfirm}
        </Button>
      </div>
    </Form>
  )
}
