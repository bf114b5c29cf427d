import { type ReactNode, useEffect, useState } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../../text/language.tsx'
import './projection.css'

/** What a room reads from its back: over the whole screen where the browser lets it, else over the whole page. Escape leaves either. */
export function Projection({ title, of, tools, children }: ProjectionProps) {
  const words = useText().seminar.projection
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    // Escape is the browser's own where it fills the screen.
    const onChange = () => document.fullscreenElement === null && setShown(false)
    document.addEventListener('fullscreenchange', onChange)
    return () => document.removeEventListener('fullscreenchange', onChange)
  }, [])
  const project = () => {
    setShown(true)
    // The whole document, so that what opens over the projection is seen too. Where it is refused, the page is filled.
    document.documentElement.requestFullscreen?.().catch(() => {})
  }
  const leave = () => {
    setShown(false)
    if (document.fullscreenElement) void document.exitFullscreen()
  }
  return (
    <>
      <Button className="button" onPress={project}>
        {words.project}
      </Button>
      <ModalOverlay className="overlay projecting" isOpen={isShown} onOpenChange={(isOpen) => !isOpen && leave()}>
        <Modal>
          <Dialog className="projecting-page">
            <header className="projecting-head">
              <Heading slot="title">{title}</Heading>
              {of && <p>{of}</p>}
              <div className="projecting-tools">
                {tools}
                <Button className="button" onPress={leave}>
                  {words.leave}
                </Button>
              </div>
            </header>
            {children}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  )
}

interface ProjectionProps {
  readonly title: string
  /** What it is of, beside the title. */
  readonly of?: string
  /** Before the button that leaves. */
  readonly tools?: ReactNode
  readonly children: ReactNode
}
