import { useMemo } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { apply, type Change } from '#domain/change.ts'
import type { Noun, Nouns } from '#domain/territory.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { useText } from '../text/language.tsx'
import { removing } from './removal.ts'
import { factInWords } from './telling.ts'

/** Says what goes with facts before they are taken away; what cannot go says why. */
export function RemovalDialog({ record, noun, facts, onRemove, onClose }: RemovalDialogProps) {
  const t = useText()
  const { changes, gone, kept } = useMemo(() => removing(record, noun, facts as never), [record, noun, facts])
  const applied = useMemo(() => apply(record, changes), [record, changes])
  const [first, ...others] = facts
  if (!first) return null
  const question =
    others.length === 0
      ? t.edit.removal.question(factInWords(t, record, noun, first as never))
      : t.choosing.removeMany(facts.length)
  const along = [...gone].flatMap(([other, n]) => {
    const along = other === noun ? n - facts.length : n
    return along > 0 ? [t.count(along, t.nouns[other].one, t.nouns[other].more)] : []
  })
  const uses = applied.ok ? [] : applied.refusals.map(({ got }) => got ?? '')
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal">
        <Dialog role="alertdialog">
          <Heading slot="title">{question}</Heading>
          {applied.ok ? (
            <p>
              {along.length > 0 ? t.edit.removal.withIt(t.list(along)) : kept === 0 && t.edit.removal.alone}{' '}
              {kept > 0 && t.edit.removal.kept(kept)} {t.edit.removal.undoable}
            </p>
          ) : (
            <p className="problem">{t.edit.removal.stillUsed(t.list(uses.slice(0, 3)))}</p>
          )}
          <div className="row">
            <Button className="button" onPress={onClose} autoFocus={!applied.ok}>
              {t.page.cancel}
            </Button>
            {applied.ok && (
              <Button className="button primary" autoFocus onPress={() => onRemove(changes)}>
                {t.edit.remove}
              </Button>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface RemovalDialogProps {
  readonly record: TerritoryRecord
  readonly noun: Noun
  readonly facts: readonly Nouns[Noun][]
  readonly onRemove: (changes: readonly Change[]) => void
  readonly onClose: () => void
}
