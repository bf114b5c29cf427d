import { useState } from 'react'
import {
  Button,
  Text as Description,
  Dialog,
  DialogTrigger,
  Form,
  Heading,
  Input,
  Label,
  Modal,
  ModalOverlay,
  NumberField,
  TextField,
} from 'react-aria-components'
import { thresholdTable } from '#wire/thresholds.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useText } from '../../text/language.tsx'
import { boundsInWords, inForce, type Key, measureOf, spoken } from './threshold.ts'

/** Changes one threshold: what it means, what it may be, and who signs. */
export function ThresholdForm({ record, threshold, isPending, onSave }: ThresholdFormProps) {
  const t = useText()
  const words = t.method
  return (
    <DialogTrigger>
      <Button className="link-button" aria-label={words.changeNamed(words.thresholds[threshold])} isPending={isPending}>
        {words.change}
      </Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog>
            {({ close }) => (
              <Fields
                record={record}
                threshold={threshold}
                onCancel={close}
                onSave={(value, author) => {
                  onSave(value, author)
                  close()
                }}
              />
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}

interface ThresholdFormProps {
  readonly record: TerritoryRecord
  readonly threshold: Key
  readonly isPending: boolean
  readonly onSave: (value: number, author: string) => void
}

function Fields({ record, threshold, onCancel, onSave }: FieldsProps) {
  const t = useText()
  const words = t.method
  const { value: now, usual } = inForce(record, threshold)
  const { least, most } = thresholdTable[threshold]
  const [value, setValue] = useState(now)
  const [author, setAuthor] = useState('')
  const measure = measureOf(threshold)
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault()
        // The field rounds to what it shows; a third stays a third.
        const chosen = Math.round(value * 1_000) === Math.round(usual * 1_000) ? usual : value
        if (!Number.isNaN(value)) onSave(chosen, author.trim())
      }}
    >
      <Heading slot="title">{words.thresholds[threshold]}</Heading>
      <p>{words.effects[threshold]}</p>
      <NumberField
        className="field"
        value={value}
        onChange={setValue}
        minValue={least}
        maxValue={most}
        formatOptions={measure === 'share' ? { style: 'percent', maximumFractionDigits: 1 } : {}}
        isRequired
      >
        <Label>{measure === 'months' ? words.newMonths : words.newValue}</Label>
        <Input />
        <Description slot="description" className="note">
          {words.range(boundsInWords(t, threshold), spoken(t, threshold, usual))}
        </Description>
      </NumberField>
      {value !== usual && (
        <Button className="link-button" onPress={() => setValue(usual)}>
          {words.restore(spoken(t, threshold, usual))}
        </Button>
      )}
      <TextField className="field" value={author} onChange={setAuthor} isRequired>
        <Label>{words.author}</Label>
        <Input autoComplete="name" />
        <Description slot="description" className="note">
          {words.authorNote}
        </Description>
      </TextField>
      <div className="row">
        <Button className="button" onPress={onCancel}>
          {t.page.cancel}
        </Button>
        <Button className="button" type="submit" isDisabled={value === now}>
          {words.save}
        </Button>
      </div>
    </Form>
  )
}

interface FieldsProps {
  readonly record: TerritoryRecord
  readonly threshold: Key
  readonly onCancel: () => void
  readonly onSave: (value: number, author: string) => void
}
