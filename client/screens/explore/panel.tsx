import { Button, Dialog, DialogTrigger, Modal, ModalOverlay } from 'react-aria-components'
import type { DrawnNow } from '../../map/drawn-now.ts'
import { Region } from '../../page/failure.tsx'
import { FirstSteps } from '../../page/first-steps.tsx'
import { useText } from '../../text/language.tsx'
import { canBeRead } from '../../view/first-steps.ts'
import type { View } from '../../view/view.ts'
import { ColorChoice, SizeChoice, ViewChoice } from './appearance-choices.tsx'
import { GroundLegend } from './ground-legend.tsx'
import { LayoutChoice } from './layout-choice.tsx'
import { Legend } from './legend.tsx'
import { PerimeterChoices } from './perimeter-choices.tsx'
import './panel.css'

/** What is looked at: beside the map on a wide screen, a sheet from below on a narrow one. */
export function Panel({ view, counted, drawnNow }: PanelProps) {
  const t = useText()
  return (
    <>
      <aside className="panel" aria-label={t.panel.label} data-folded="">
        <PanelContent view={view} counted={counted} drawnNow={drawnNow} />
      </aside>
      <DialogTrigger>
        <Button className="button panel-opener">{t.panel.open}</Button>
        <ModalOverlay className="overlay" isDismissable>
          <Modal className="bottom-sheet">
            <Dialog aria-label={t.panel.label} className="panel-dialog">
              {({ close }) => (
                <>
                  <PanelContent view={view} counted={counted} drawnNow={drawnNow} />
                  <Button className="button" onPress={close}>
                    {t.page.close}
                  </Button>
                </>
              )}
            </Dialog>
          </Modal>
        </ModalOverlay>
      </DialogTrigger>
    </>
  )
}

interface PanelProps {
  readonly view: View
  /** Whose ties the legend counts. */
  readonly counted: View
  readonly drawnNow: DrawnNow
}

function PanelContent({ view, counted, drawnNow }: PanelProps) {
  return (
    <div className="panel-content">
      <Region name="panel" about={view}>
        {!canBeRead(view.record) && <FirstSteps record={view.record} screen="map" />}
        <ViewChoice view={view} />
        <PerimeterChoices view={view} />
        <LayoutChoice view={view} />
        <ColorChoice view={view} />
        <Legend view={view} counted={counted} />
        <GroundLegend view={view} />
        <SizeChoice view={view} drawnNow={drawnNow} />
      </Region>
    </div>
  )
}
