import { useState } from 'react'
import { Button, Form, Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components'
import { foldedWords } from '#domain/folding.ts'
import { plainLine } from '#domain/plain-text.ts'
import { type Basis, bases } from '#domain/vocabulary.ts'
import type { ImportedWave } from '../../data/api.ts'
import { useText } from '../../text/language.tsx'

/** Which wave the lines belong to that name none. */
export function WaveForm({ onName }: { onName: (wave: ImportedWave) => void }) {
  const t = useText()
  const [label, setLabel] = useState('')
  const [date, setDate] = useState('')
  const [basis, setBasis] = useState<Basis>('documents')
  return (
    <Form
      className="wave-form"
      onSubmit={(event) => {
        event.preventDefault()
        const name = plainLine(label).trim()
        onName({ id: foldedWords(name).replaceAll(' ', '-') || name, label: name, date, basis })
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
      </div>
      <RadioGroup
        className="ticks"
        value={basis}
        onChange={(value) => setBasis(bases.find((each) => each === value) ?? basis)}
      >
        <Label>{t.data.waveBasis}</Label>
        {bases.map((each) => (
          <Radio key={each} value={each} className="tick-row">
            <span className="dot" aria-hidden="true" />
            {t.data.waveBases[each]}
          </Radio>
        ))}
      </RadioGroup>
      <Button className="button" type="submit">
        {t.data.waveConfirm}
      </Button>
    </Form>
  )
}
