import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { removeTerritory } from '../../data/api.ts'
import { territoriesQuery } from '../../data/queries.ts'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'

/** Erases a territory, once one has said yes to what that means. */
export function RemoveTerritory({ id, name }: { id: string; name: string }) {
  const t = useText()
  const client = useQueryClient()
  const removal = useMutation({
    mutationFn: () => removeTerritory(id),
    onSuccess: () => client.invalidateQueries({ queryKey: territoriesQuery.queryKey }),
  })
  return (
    <DialogTrigger>
      <Button className="link-button quiet" aria-label={t.territories.removeNamed(name)}>
        {t.territories.remove}
      </Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog role="alertdialog">
            {({ close }) => (
              <>
                <Heading slot="title">{t.territories.removeQuestion(name)}</Heading>
                <p>{t.territories.removeConsequence}</p>
                {removal.isError && <p className="problem">{problemSentence(t, removal.error)}</p>}
                <div className="row">
                  <Button className="button" onPress={close} autoFocus>
                    {t.page.cancel}
                  </Button>
                  <Button
                    className="button danger"
                    isPending={removal.isPending}
                    onPress={() => removal.mutate(undefined, { onSuccess: close })}
                  >
                    {removal.isPending ? t.territories.removing : t.territories.removeConfirm}
                  </Button>
                </div>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}
