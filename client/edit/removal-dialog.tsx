import { useMemo } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { apply, type Change } from '#domain/change.ts'
import type { Noun, Nouns } from '#domain/territory.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { useText } from '../text/language.tsx'
import { removing } from './removal.ts'
import { factInWords } from './telling.ts'

/** Says what goes with a fact before it is taken away; what cannot go says why. */
export function RemovalDialog({ record, noun, fact, onRemove, onClose }: RemovalDialogProps) {
  const t = useText()
  const { changes, gone, kept } = useMemo(() => removing(record, noun, fact as never), [record, noun, fact])
  const applied = useMemo(() => apply(record, changes), [record, changes])
  const what = factInWords(t, record, noun, fact as never)
  const along = [...gone].flatMap(([other, n]) => {
    const others = other === noun ? n - 1 : n
    return others > 0 ? [t.count(others, t.nouns[other].one, t.nouns[other].more)] : []
  })
  const uses = applied.ok ? [] : applied.refusals.map(({ got }) => got ?? '')
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal">
        <Dialog role="alertdialog">
          <Heading slot="title">{t.edit.removal.question(what)}</Heading>
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
  readonly fact: Nouns[Noun]
  readonly onRemove: (changes: readonly Change[]) => void
  readonly onClose: () => void
}
