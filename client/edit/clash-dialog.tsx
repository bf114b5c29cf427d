import { useState } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay, Radio, RadioGroup } from 'react-aria-components'
import { collectionOf, fieldsOf, type Noun, type Nouns } from '#domain/territory.ts'
import { labelOf } from '#words/nouns.ts'
import type { Clash, Side } from '../data/merge.ts'
import type { TerritoryRecord } from '../data/record.ts'
import type { Text } from '../text/fr.ts'
import { useText } from '../text/language.tsx'
import { capital } from '../view/words.ts'
import { optionsOf } from './fact-form.tsx'
import { factInWords } from './telling.ts'

/** Two people said different things of one fact: which holds? */
export function ClashDialog({ record, clashes, onDecide }: ClashDialogProps) {
  const t = useText()
  const [sides, setSides] = useState<ReadonlyMap<string, Side>>(new Map())
  const sideOf = (clash: Clash) => sides.get(nameOf(clash)) ?? 'mine'
  return (
    <ModalOverlay className="overlay" isOpen isKeyboardDismissDisabled>
      <Modal className="modal">
        <Dialog role="alertdialog">
          <Heading slot="title">{t.edit.clash.heading}</Heading>
          <p>{t.edit.clash.lead}</p>
          {clashes.map((clash) => (
            <RadioGroup
              key={nameOf(clash)}
              className="ticks"
              aria-label={aboutIn(t, record, clash)}
              value={sideOf(clash)}
              onChange={(side) => setSides(new Map([...sides, [nameOf(clash), side === 'theirs' ? 'theirs' : 'mine']]))}
            >
              <p>{aboutIn(t, record, clash)}</p>
              {(['mine', 'theirs'] as const).map((side) => (
                <Radio key={side} value={side} className="tick-row">
                  <span className="dot" aria-hidden="true" />
                  {t.edit.clash.says(t.edit.clash[side], valueIn(t, record, clash, clash[side]))}
                </Radio>
              ))}
            </RadioGroup>
          ))}
          <div className="row">
            <Button className="button primary" autoFocus onPress={() => onDecide(sideOf)}>
              {t.edit.clash.confirm}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface ClashDialogProps {
  readonly record: TerritoryRecord
  readonly clashes: readonly Clash[]
  readonly onDecide: (choose: (clash: Clash) => Side) => void
}

function nameOf({ noun, key, field }: Clash): string {
  return `${noun} ${key} ${field}`
}

function aboutIn(t: Text, record: TerritoryRecord, { noun, key, field, mine, theirs }: Clash): string {
  const facts: ReadonlyMap<string, Nouns[Noun]> = record[collectionOf[noun]]
  const fact = facts.get(key) ?? (field === null ? ((mine ?? theirs) as Nouns[Noun]) : undefined)
  const what = fact ? capital(factInWords(t, record, noun, fact as never)) : key
  return field === null ? what : t.edit.clash.about(what, labelOf(t.edit.fields, noun, field).toLocaleLowerCase())
}

function valueIn(t: Text, record: TerritoryRecord, { noun, field }: Clash, value: unknown): string {
  if (field === null) return value === undefined ? t.edit.clash.removed : t.edit.clash.keptFact
  if (value === undefined || value === null || value === '') return t.edit.clash.nothing
  if (typeof value === 'boolean') return value ? t.edit.table.yes : t.edit.table.no
  if (Array.isArray(value)) return t.list(value.map(String))
  if (typeof value === 'object') return Object.entries(value).join(' ; ')
  const kind = fieldsOf[noun].find(([name]) => name === field)?.[1].kind
  const options = kind ? optionsOf(t, record, kind) : null
  return options?.find(({ id }) => id === String(value))?.name ?? String(value)
}
