import { type FormEvent, useId, useState } from 'react'
import { Dialog, Heading, Input, Label, Modal, ModalOverlay, Text, TextArea, TextField } from 'react-aria-components'
import type { Change, RefusedChange } from '#domain/change.ts'
import { apply } from '#domain/change.ts'
import type { SavedView } from '#domain/territory.ts'
import { storiesOf } from '#domain/view.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { useText } from '../text/language.tsx'
import { useEditing } from '../view/editing.ts'
import { atTheEnd } from '../view/saved-views.ts'
import { type Draft, draftOf, factIn } from './draft.ts'
import { FormButtons, Refusals } from './form-end.tsx'

/** The form of a saved view: what it is called, what is said with it, and the story that tells it. */
export function ViewDialog({ record, before, started, draft, onType, onSave, onClose, isResumed }: ViewDialogProps) {
  const t = useText()
  const editing = useEditing()
  const [refusals, setRefusals] = useState<readonly RefusedChange[]>([])
  const now = draft ?? draftOf('view', started)
  const said = (field: keyof SavedView) => String(now[field] ?? '')
  const type = (field: keyof SavedView) => (text: string) => onType({ ...now, [field]: text })
  const save = (event: FormEvent) => {
    event.preventDefault()
    const { rank, ...view } = factIn('view', now, started, record)
    // In another story it comes last; in none it has no place.
    const isWhereItWas = before !== null && before.story === view.story
    const value = isWhereItWas ? { ...view, ...(rank !== undefined && { rank }) } : atTheEnd(record, view)
    const changes: Change[] = [{ put: 'view', value }]
    const applied = apply(record, changes)
    if (!applied.ok) return setRefusals(applied.refusals)
    onSave(changes, before ? [{ put: 'view', value: before }] : [])
    if (!before) editing?.say(t.views.saved(value.name))
  }
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal">
        <Dialog>
          <form
            onSubmit={save}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
            }}
          >
            <Heading slot="title">{before ? t.views.edit(before.name) : t.views.save}</Heading>
            {!before && <p className="note">{t.views.saveLead}</p>}
            {isResumed && <p className="note">{t.edit.draftKept}</p>}
            <Field
              label={t.views.name}
              hint={t.views.nameHint}
              value={said('name')}
              onChange={type('name')}
              longest={200}
              isFirst
              isRequired
            />
            <Field
              label={t.views.text}
              hint={t.views.textHint}
              value={said('text')}
              onChange={type('text')}
              longest={2_000}
              isLong
            />
            <Field
              label={t.edit.fields.labels.notes}
              hint={t.views.notesHint}
              value={said('notes')}
              onChange={type('notes')}
              longest={5_000}
              isLong
            />
            <StoryChoice record={record} value={said('story')} onChange={type('story')} />
            <div role="alert">
              <Refusals refusals={refusals} />
            </div>
            <FormButtons
              save={before ? t.edit.save : t.views.keep}
              isDisabled={said('name').trim() === ''}
              onClose={onClose}
            />
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface ViewDialogProps {
  readonly record: TerritoryRecord
  /** Null: a new view. */
  readonly before: SavedView | null
  readonly started: Partial<SavedView>
  /** What was typed; null: nothing yet. */
  readonly draft: Draft | null
  readonly onType: (draft: Draft) => void
  /** `seen`: the view as it was when the form opened. */
  readonly onSave: (changes: readonly Change[], seen: readonly Change[]) => void
  readonly onClose: () => void
  readonly isResumed: boolean
}

/** In no story, in one there is, or in one that begins with this view. */
function StoryChoice({ record, value, onChange }: StoryChoiceProps) {
  const t = useText()
  const id = useId()
  const stories = [...storiesOf(record.views.values()).keys()]
  const [isNew, setNew] = useState(value !== '' && !stories.includes(value))
  const choose = (chosen: string) => {
    setNew(chosen === begun)
    onChange(chosen === begun ? '' : chosen.slice(1))
  }
  return (
    <>
      <div className="form-field">
        <label htmlFor={id}>{t.views.inStory}</label>
        <select
          id={id}
          className="form-input"
          aria-describedby={`${id}-said`}
          value={isNew ? begun : `=${value}`}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="=">{t.views.noStory}</option>
          {stories.map((story) => (
            <option key={story} value={`=${story}`}>
              {story}
            </option>
          ))}
          <option value={begun}>{t.views.beginStory}</option>
        </select>
        <p id={`${id}-said`} className="form-hint">
          {t.views.storyHint}
        </p>
      </div>
      {isNew && (
        <Field
          label={t.views.storyName}
          hint={t.views.storyNameHint}
          value={value}
          onChange={onChange}
          longest={200}
          isFirst
          isRequired
        />
      )}
    </>
  )
}

/** What a list of stories, each behind `=`, has besides. */
const begun = '+'

interface StoryChoiceProps {
  readonly record: TerritoryRecord
  readonly value: string
  readonly onChange: (story: string) => void
}

function Field({
  label,
  hint,
  value,
  onChange,
  longest,
  isLong = false,
  isFirst = false,
  isRequired = false,
}: FieldProps) {
  return (
    <TextField
      className="form-field"
      value={value}
      onChange={onChange}
      maxLength={longest}
      isRequired={isRequired}
      autoFocus={isFirst}
    >
      <Label>{label}</Label>
      {isLong ? <TextArea className="form-input" rows={2} /> : <Input className="form-input" autoComplete="off" />}
      <Text slot="description" className="form-hint">
        {hint}
      </Text>
    </TextField>
  )
}

interface FieldProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (text: string) => void
  readonly longest: number
  readonly isLong?: boolean
  /** Where one begins to type. */
  readonly isFirst?: boolean
  readonly isRequired?: boolean
}
