import { use } from 'react'
import { Button, OverlayTriggerStateContext } from 'react-aria-components'
import { useText } from '../../text/language.tsx'
import { entrySelected, type LegendEntry } from '../../view/legend-entry.ts'
import { useAdjust } from '../../view/navigation.tsx'
import { selecting } from '../../view/place.ts'

/** Opens the sheet of a line of the legend, and closes the panel where that covers the map. */
export function EntryButton({ entry, name }: { entry: LegendEntry; name: string }) {
  const t = useText()
  const adjust = useAdjust()
  const panel = use(OverlayTriggerStateContext)
  return (
    <Button
      className="legend-open"
      aria-label={t.legendSheet.open(name)}
      onPress={() => {
        adjust(selecting(entrySelected(entry)), 'push')
        panel?.close()
      }}
    >
      <span aria-hidden="true">›</span>
    </Button>
  )
}
