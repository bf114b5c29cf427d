import { useState } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { type Paper, papers } from '#drawing/paper.ts'
import { listOf } from '#wire/list.ts'
import { loadImage, pictureAddress, pictureFormats } from '../../data/api.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { pictureQuery } from '../../view/picture-query.ts'
import type { View } from '../../view/view.ts'
import './picture-dialog.css'

/** What is on screen as a file, on a sheet that one chooses, or on the clipboard. `only`: actors that it shows alone; left out: all. */
export function PictureDialog({ view, only = [] }: { view: View; only?: readonly string[] }) {
  const t = useText()
  return (
    <DialogTrigger>
      <Button className="button picture-opener">{t.picture.open}</Button>
      <ModalOverlay className="overlay" isDismissable>
        <Modal className="modal">
          <Dialog>{({ close }) => <PictureChoices view={view} only={only} onClose={close} />}</Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  )
}

type Copy = 'none' | 'copying' | 'copied' | 'notCopied'

function PictureChoices({ view, only, onClose }: { view: View; only: readonly string[]; onClose: () => void }) {
  const t = useText()
  const [paper, setPaper] = useState<Paper>('A4')
  const [copy, setCopy] = useState<Copy>('none')
  const query = { ...pictureQuery(view, paper, t.language), ...(only.length > 0 && { only: listOf(only) }) }
  const copyImage = async () => {
    setCopy('copying')
    try {
      // Safari wants the promise itself, made while the button is pressed.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': loadImage(view.record.id, query) })])
      setCopy('copied')
    } catch {
      setCopy('notCopied')
    }
  }
  return (
    <>
      <Heading slot="title">{t.picture.heading}</Heading>
      {only.length > 0 && <p>{t.picture.only(only.length)}</p>}
      <p className="note">{t.picture.lead}</p>
      <Choice
        label={t.picture.paper}
        value={paper}
        groups={[{ name: '', options: papers.map((id) => ({ id, ...t.picture.papers[id] })) }]}
        onChange={(id) => setPaper(papers.find((each) => each === id) ?? 'A4')}
      />
      <ul className="picture-formats">
        {pictureFormats.map((format) => (
          <li key={format}>
            <a className="button" href={pictureAddress(view.record.id, format, query)} download>
              {t.picture.formats[format].name}
            </a>{' '}
            <span className="note">{t.picture.formats[format].note}</span>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button className="button" onPress={copyImage} isDisabled={copy === 'copying'}>
          {t.picture.copy}
        </Button>
        <Button className="button primary" onPress={onClose}>
          {t.page.close}
        </Button>
      </div>
      <p className="note" role="status">
        {copy !== 'none' && t.picture[copy]}
      </p>
    </>
  )
}
