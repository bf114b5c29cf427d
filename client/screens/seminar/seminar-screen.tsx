import { useCallback, useState } from 'react'
import {
  Button,
  Dialog,
  DialogTrigger,
  Form,
  Heading,
  Input,
  Label,
  Modal,
  ModalOverlay,
  Text,
  TextField,
} from 'react-aria-components'
import { campaignOf } from '#domain/campaign.ts'
import type { Change } from '#domain/change.ts'
import { plainLine } from '#domain/plain-text.ts'
import { phases, seminarMethods } from '#domain/vocabulary.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { removing } from '../../edit/removal.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { useEditing } from '../../view/editing.ts'
import { PlaceLink, useAdjust } from '../../view/navigation.tsx'
import { type Place, seminarSteps } from '../../view/place.ts'
import { AfterPart } from './after-part.tsx'
import { ChairsPart } from './chairs-part.tsx'
import { EmblemsPart } from './emblems-part.tsx'
import { describing, freshId } from './facts.ts'
import { PairsPart } from './pairs-part.tsx'
import type { PartProps } from './part.ts'
import { ProgrammePart } from './programme-part.tsx'
import { TablesPart } from './tables-part.tsx'
import { cardsOf } from './wall.ts'
import { WallPart } from './wall-part.tsx'
import { WhatIfPart } from './what-if-part.tsx'
import './seminar.css'

const titleId = 'seminar-title'

/** Seminars of a territory: one is chosen, and prepared part by part. What is changed is kept at once. */
export function SeminarScreen({ record, place }: { record: TerritoryRecord; place: Place }) {
  const t = useText()
  const editing = useEditing()
  const keep = useCallback(
    (changes: readonly Change[]) => {
      if (changes.length > 0) editing?.commit(changes)
    },
    [editing],
  )
  const seminars = [...record.seminars.values()].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
  const seminar = record.seminars.get(place.seminar ?? '') ?? seminars[0]
  const adjust = useAdjust()
  if (!seminar) {
    return (
      <main id="content" className={place.step === 'programme' ? 'seminar' : 'seminar seminar-none'}>
        <h1>{t.seminar.heading}</h1>
        {place.step !== 'programme' && <p className="lead">{t.seminar.lead}</p>}
        <div className="programme-alone no-print">
          <p>{t.seminar.none}</p>
          <CreateSeminar record={record} keep={keep} />
          {place.step !== 'programme' && (
            <PlaceLink change={{ step: 'programme' }}>{t.seminar.programmeAlone}</PlaceLink>
          )}
        </div>
        {place.step === 'programme' && <ProgrammePart record={record} place={place} />}
      </main>
    )
  }
  return (
    <main id="content" className="seminar">
      <header className="seminar-head">
        <div className="seminar-title">
          <h1 id={titleId} tabIndex={-1}>
            {seminar.name}
          </h1>
          <p className="note">
            {[
              seminar.date && t.seminar.day(seminar.date),
              seminar.place,
              seminar.theme,
              seminar.method && t.seminar.methods[seminar.method],
              seminar.phase && t.seminar.phases[seminar.phase],
              seminar.campaign,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <div className="seminar-tools">
          {seminars.length > 1 && (
            <Choice
              label={t.seminar.choose}
              value={seminar.id}
              groups={[{ name: '', options: seminars.map(({ id, name }) => ({ id, name })) }]}
              onChange={(id) => adjust({ seminar: id }, 'push')}
            />
          )}
          <EditSeminar key={seminar.id} record={record} seminar={seminar} keep={keep} />
          <CreateSeminar record={record} keep={keep} />
        </div>
      </header>
      <Campaign record={record} seminar={seminar} />
      <nav className="seminar-parts" aria-label={t.seminar.partsLabel}>
        {seminarSteps.map((part) => (
          <PlaceLink
            key={part}
            change={{ step: part, seminar: seminar.id }}
            aria-current={part === place.step ? 'page' : undefined}
          >
            {t.seminar.parts[part]}
          </PlaceLink>
        ))}
      </nav>
      {place.step === 'tables' && <TablesPart key={seminar.id} record={record} seminar={seminar} keep={keep} />}
      {place.step === 'pairs' && <PairsPart key={seminar.id} record={record} seminar={seminar} keep={keep} />}
      {place.step === 'after' && <AfterPart key={seminar.id} record={record} seminar={seminar} keep={keep} />}
      {place.step === 'emblems' && <EmblemsPart key={seminar.id} record={record} seminar={seminar} keep={keep} />}
      {place.step === 'wall' && <WallPart key={seminar.id} record={record} seminar={seminar} keep={keep} />}
      {place.step === 'programme' && <ProgrammePart record={record} place={place} />}
      {place.step === 'what-if' && <WhatIfPart record={record} keep={keep} />}
      {place.step === 'chairs' && <ChairsPart key={seminar.id} record={record} seminar={seminar} keep={keep} />}
    </main>
  )
}

/** The seminars of the year's process, phase by phase: what is raised at one is found at the others. */
function Campaign({ record, seminar }: Omit<PartProps, 'keep'>) {
  const t = useText()
  const words = t.seminar.campaign
  if (!seminar.campaign) return null
  const sharing = campaignOf(record, seminar.id)
  const held = new Set(sharing.map(({ phase }) => phase))
  const missing = phases.filter((phase) => !held.has(phase))
  const cards = cardsOf(record, seminar.id).length
  return (
    <nav className="campaign no-print" aria-label={words.label(seminar.campaign)}>
      <h2 className="section-title">{words.label(seminar.campaign)}</h2>
      <ol>
        {sharing.map(({ id, name, phase, date }) => (
          <li key={id}>
            <PlaceLink change={{ seminar: id }} aria-current={id === seminar.id ? 'true' : undefined}>
              {name}
            </PlaceLink>{' '}
            <span className="note">
              {[phase && words.phases[phase], date && t.seminar.day(date)].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      <p className="note">
        {[
          ...(missing.length > 0 ? [words.missing(missing.map((phase) => words.phases[phase]))] : []),
          sharing.length > 1 ? words.shared(cards) : words.alone,
        ].join(' ')}
      </p>
    </nav>
  )
}

function CreateSeminar({ record, keep }: Omit<PartProps, 'seminar'>) {
  const t = useText()
  const adjust = useAdjust()
  const [name, setName] = useState('')
  const plain = plainLine(name).trim()
  // The next seminar of a territory is mostly of the same year's process.
  const [latest] = [...record.seminars.values()].sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))
  const campaign = latest?.campaign
  return (
    <DialogTrigger>
      <Button className="button">{t.seminar.create}</Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog>
            {({ close }) => (
              <Form
                onSubmit={(event) => {
                  event.preventDefault()
                  const id = freshId(record, plain)
                  keep([
                    {
                      put: 'seminar',
                      value: { id, name: plain, method: 'world_cafe', rounds: 4, ...(campaign && { campaign }) },
                    },
                  ])
                  adjust({ seminar: id, step: 'chairs' }, 'push')
                  setName('')
                  close()
                  // The button that opened this may be gone, and with it the place of whoever is at the keyboard.
                  setTimeout(() => document.getElementById(titleId)?.focus())
                }}
              >
                <Heading slot="title">{t.seminar.create}</Heading>
                <TextField className="field" value={name} onChange={setName} isRequired autoFocus>
                  <Label>{t.seminar.createName}</Label>
                  <Input />
                  <Text slot="description" className="note">
                    {t.seminar.createHint}
                  </Text>
                </TextField>
                <div className="row">
                  <Button className="button" onPress={close}>
                    {t.page.cancel}
                  </Button>
                  <Button className="button primary" type="submit" isDisabled={plain === ''}>
                    {t.seminar.createConfirm}
                  </Button>
                </div>
              </Form>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}

function EditSeminar({ record, seminar, keep }: PartProps) {
  const t = useText()
  const { fields } = t.seminar
  const say = (said: Parameters<typeof describing>[1]) => keep([describing(seminar, said)])
  const line = (field: 'place' | 'theme' | 'campaign') => (
    <TextField
      className="field"
      defaultValue={seminar[field] ?? ''}
      onBlur={(event) => {
        const value = plainLine((event.target as HTMLInputElement).value).trim()
        if (value !== (seminar[field] ?? '')) say({ [field]: value })
      }}
    >
      <Label>{fields[field]}</Label>
      <Input />
    </TextField>
  )
  const none = { id: 'unsaid', name: t.seminar.unsaid }
  return (
    <DialogTrigger>
      <Button className="button">{t.seminar.edit}</Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog>
            {({ close }) => (
              <div className="seminar-form">
                <Heading slot="title">{seminar.name}</Heading>
                <TextField
                  className="field"
                  defaultValue={seminar.name}
                  onBlur={(event) => {
                    const name = plainLine((event.target as HTMLInputElement).value).trim()
                    if (name !== '' && name !== seminar.name) say({ name })
                  }}
                >
                  <Label>{fields.name}</Label>
                  <Input />
                </TextField>
                <TextField
                  className="field"
                  type="date"
                  defaultValue={seminar.date ?? ''}
                  onChange={(date) => {
                    if (date === '' || /^\d{4}-\d{2}-\d{2}$/.test(date)) say({ date })
                  }}
                >
                  <Label>{fields.date}</Label>
                  <Input />
                </TextField>
                {line('place')}
                {line('theme')}
                {line('campaign')}
                <Choice
                  label={fields.phase}
                  value={seminar.phase ?? 'unsaid'}
                  groups={[{ name: '', options: [none, ...phases.map((id) => ({ id, name: t.seminar.phases[id] }))] }]}
                  onChange={(id) => say({ phase: phases.find((phase) => phase === id) })}
                />
                <Choice
                  label={fields.method}
                  value={seminar.method ?? 'unsaid'}
                  groups={[
                    { name: '', options: [none, ...seminarMethods.map((id) => ({ id, name: t.seminar.methods[id] }))] },
                  ]}
                  onChange={(id) => say({ method: seminarMethods.find((method) => method === id) })}
                />
                <div className="row">
                  <Button
                    className="button danger"
                    onPress={() => {
                      close()
                      keep(removing(record, 'seminar', [{ id: seminar.id }]).changes)
                    }}
                  >
                    {t.seminar.remove}
                  </Button>
                  <Button className="button primary" onPress={close}>
                    {t.seminar.editDone}
                  </Button>
                </div>
                <p className="note">{t.seminar.removeHint}</p>
              </div>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
