import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../text/language.tsx'

/** What the keyboard does, and whether single letters do anything. */
export function HelpDialog({ letters, onLetters, onClose }: HelpDialogProps) {
  const t = useText()
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="modal">
        <Dialog>
          <Heading slot="title">{t.edit.help.heading}</Heading>
          <dl className="keys">
            {t.edit.help.list.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <label className="form-word">
            <input type="checkbox" checked={letters} onChange={({ target }) => onLetters(target.checked)} />
            {t.edit.help.letters}
          </label>
          <p className="note">{t.edit.help.lettersNote}</p>
          <div className="row">
            <Button className="button primary" autoFocus onPress={onClose}>
              {t.page.close}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface HelpDialogProps {
  readonly letters: boolean
  readonly onLetters: (on: boolean) => void
  readonly onClose: () => void
}
