import { centreOf } from '#drawing/arranging.ts'
import { shortName } from '#drawing/short-name.ts'
import { type Layout, layouts } from '#layout/arrangement.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import type { View } from '../../view/view.ts'
import { PinsNote } from './pins.tsx'

/** How actors are laid out: those ways that the territory has something for. */
export function LayoutChoice({ view }: { view: View }) {
  const t = useText()
  const adjust = useAdjust()
  const { record, appearance } = view
  const centre =
    appearance.layout === 'distance' ? centreOf({ network: view.network, around: appearance.around }) : null
  return (
    <div>
      <Choice
        label={t.explore.layout}
        value={appearance.layout}
        groups={[{ name: '', options: offeredLayouts(view).map((id) => ({ id, ...t.explore.layouts[id] })) }]}
        onChange={(layout) => adjust({ layout: layout as Layout }, 'push')}
      />
      <PinsNote view={view} />
      {centre !== null && (
        <p className="note">{t.explore.aroundWhom(shortName(record.actors.get(centre)?.name ?? centre))}</p>
      )}
    </div>
  )
}

/** Actors cannot stand on the ground where hardly any has coordinates, nor beside spaces where there are none. */
export function offeredLayouts({ record }: Pick<View, 'record'>): Layout[] {
  const located = [...record.actors.values()].filter(({ latitude, longitude }) => latitude != null && longitude != null)
  return layouts.filter((layout) =>
    layout === 'geographic' ? located.length > 1 : layout === 'spaces' ? record.participations.size > 0 : true,
  )
}
