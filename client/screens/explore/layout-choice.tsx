import { centreOf } from '#drawing/arranging.ts'
import { shortName } from '#drawing/short-name.ts'
import type { Layout } from '#layout/arrangement.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { offeredLayouts, useUnplaced } from '../../view/layouts.ts'
import { useAdjust } from '../../view/navigation.tsx'
import type { View } from '../../view/view.ts'
import { PinsNote } from './pins.tsx'

/** How actors are laid out: those ways that the territory has something for. */
export function LayoutChoice({ view }: { view: View }) {
  const t = useText()
  const adjust = useAdjust()
  const { record, appearance } = view
  const unplaced = useUnplaced(record)
  const centre =
    appearance.layout === 'distance' ? centreOf({ network: view.network, around: appearance.around }) : null
  return (
    <div>
      <Choice
        label={t.explore.layout}
        value={appearance.layout}
        groups={[
          {
            name: '',
            options: offeredLayouts(record).map((id) => ({
              id,
              ...t.explore.layouts[id],
              ...(id === 'geographic' && unplaced && { note: t.explore.ground.without[unplaced], isDisabled: true }),
            })),
          },
        ]}
        onChange={(layout) => adjust({ layout: layout as Layout }, 'push')}
      />
      <PinsNote view={view} />
      {appearance.layout === 'geographic' && unplaced && <p className="note">{t.explore.ground.without[unplaced]}</p>}
      {centre !== null && (
        <p className="note">{t.explore.aroundWhom(shortName(record.actors.get(centre)?.name ?? centre))}</p>
      )}
    </div>
  )
}
