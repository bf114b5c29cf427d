import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Form, Input, Label, Radio, RadioGroup, TextArea, TextField } from 'react-aria-components'
import { plainLine, plainText } from '#domain/plain-text.ts'
import type { Note } from '#domain/territory.ts'
import { noteKinds } from '#domain/vocabulary.ts'
import type { FindingWire } from '#wire/diagnosis.ts'
import { commitChanges } from '../../data/api.ts'
import { forgetTerritory } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'

/** The note on a finding, which stays with it from wave to wave, and what changes it. */
export function FindingNote({ record, finding }: { record: TerritoryRecord; finding: FindingWire }) {
  const t = useText()
  const words = t.diagnosis.note
  const client = useQueryClient()
  const kept = record.notes.get(finding.id)
  const saving = useMutation({
    mutationFn: (note: Note | null) => {
      const change = note
        ? { put: 'note' as const, value: note }
        : { remove: 'note' as const, identity: { finding: finding.id } }
      return commitChanges(record.id, record.revision, [change], note?.author ?? null)
    },
    onSuccess: () => forgetTerritory(client, record.id),
  })
  return (
    <section>
      <h3>{words.heading}</h3>
      {kept && (
        <div className="kept-note">
          <p>
            <strong>{words.kinds[kept.kind]}</strong> {kept.text}
          </p>
          <p className="note">{words.by(kept.author ?? '', t.date(kept.day))}</p>
        </div>
      )}
      <details>
        <summary>{kept ? words.change : words.add}</summary>
        <NoteForm
          finding={finding.id}
          kept={kept}
          isPending={saving.isPending}
          onSave={(note) => saving.mutate(note)}
        />
        {kept && (
          <Button className="link-button" onPress={() => saving.mutate(null)}>
            {words.remove}
          </Button>
        )}
      </details>
      <div aria-live="polite">
        {saving.isError && <p className="problem">{problemSentence(t, saving.error)}</p>}
        {saving.isSuccess && <p className="success">{saving.variables ? words.saved : words.removed}</p>}
      </div>
    </section>
  )
}

function NoteForm({ finding, kept, isPending, onSave }: NoteFormProps) {
  const t = useText()
  const words = t.diagnosis.note
  const [kind, setKind] = useState<Note['kind']>(kept?.kind ?? 'verified')
  const [text, setText] = useState(kept?.text ?? '')
  const [author, setAuthor] = useState(kept?.author ?? '')
  return (
    <Form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault()
        const said = { text: plainText(text).trim(), author: plainLine(author).trim() }
        const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''))
        onSave({ finding, kind, ...given, day: today() })
      }}
    >
      <p className="note">{words.lead}</p>
      <RadioGroup
        className="ticks"
        aria-label={words.heading}
        value={kind}
        onChange={(value) => setKind(noteKinds.find((each) => each === value) ?? kind)}
      >
        {noteKinds.map((each) => (
          <Radio key={each} value={each} className="tick-row">
            <span className="dot" aria-hidden="true" />
            {words.kinds[each]}
          </Radio>
        ))}
      </RadioGroup>
      <TextField className="field" value={text} onChange={setText} isRequired={kind === 'explained'}>
        <Label>{words.text}</Label>
        <TextArea rows={3} />
      </TextField>
      <TextField className="field" value={author} onChange={setAuthor}>
        <Label>{words.author}</Label>
        <Input />
      </TextField>
      <Button className="button" type="submit" isPending={isPending}>
        {words.save}
      </Button>
    </Form>
  )
}

interface NoteFormProps {
  readonly finding: string
  readonly kept: Note | undefined
  readonly isPending: boolean
  readonly onSave: (note: Note) => void
}

/** The day it is where the note is written. */
function today(): string {
  const now = new Date()
  const two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
