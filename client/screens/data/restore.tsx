import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { Change } from '#domain/change.ts'
import { loadTerritory } from '../../data/api.ts'
import { recordOf, type TerritoryRecord } from '../../data/record.ts'
import { difference } from '../../edit/difference.ts'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'
import { useEditing } from '../../view/editing.ts'

/** Brings a territory back to what it was at a revision, by one more change; first says how many facts that takes. */
export function Restore({ record, revision }: { record: TerritoryRecord; revision: number }) {
  const t = useText()
  const editing = useEditing()
  const [changes, setChanges] = useState<readonly Change[] | null>(null)
  const compare = useMutation({
    mutationFn: async () => difference(record, recordOf(await loadTerritory(record.id, revision))),
    onSuccess: setChanges,
    onError: (error) => editing?.say(problemSentence(t, error)),
  })
  if (!editing) return null
  const restore = () => {
    const refused = editing.commit(changes ?? [])
    if (refused.length === 0) editing.say(t.edit.restore.done(revision))
    setChanges(null)
  }
  return (
    <>
      <Button
        className="button"
        aria-label={t.edit.restore.named(revision)}
        isPending={compare.isPending}
        onPress={() => compare.mutate()}
      >
        {t.edit.restore.button}
      </Button>
      <ModalOverlay
        className="overlay"
        isOpen={changes !== null}
        onOpenChange={(isOpen) => !isOpen && setChanges(null)}
      >
        <Modal className="modal">
          <Dialog role="alertdialog">
            <Heading slot="title">{t.edit.restore.question(revision)}</Heading>
            <p>{changes?.length ? t.edit.restore.consequence(changes.length) : t.edit.restore.same}</p>
            <div className="row">
              <Button className="button" onPress={() => setChanges(null)}>
                {changes?.length ? t.page.cancel : t.page.close}
              </Button>
              {changes !== null && changes.length > 0 && (
                <Button className="button primary" autoFocus onPress={restore}>
                  {t.edit.restore.button}
                </Button>
              )}
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}
