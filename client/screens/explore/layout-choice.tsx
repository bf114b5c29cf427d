import { useQuery } from '@tanstack/react-query'
import { centreOf } from '#drawing/arranging.ts'
import { shortName } from '#drawing/short-name.ts'
import { type Layout, layouts } from '#layout/arrangement.ts'
import type { SurroundingsWire } from '#wire/surroundings.ts'
import { surroundingsQuery } from '../../data/queries.ts'
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
  const unplaced = useUnplaced(view)
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
            options: offeredLayouts(view).map((id) => ({
              id,
              ...t.explore.layouts[id],
              ...(id === 'geographic' && unplaced && { note: t.explore.ground.without[unplaced], isDisabled: true }),
            })),
          },
        ]}
        onChange={(layout) => adjust({ layout: layout as Layout }, 'push')}
      />
      <PinsNote view={view} />
      {centre !== null && (
        <p className="note">{t.explore.aroundWhom(shortName(record.actors.get(centre)?.name ?? centre))}</p>
      )}
    </div>
  )
}

/** Actors cannot stand beside spaces where there are none. */
function offeredLayouts({ record }: Pick<View, 'record'>): Layout[] {
  return layouts.filter((layout) => layout !== 'spaces' || record.participations.size > 0)
}

/** Why actors cannot stand on the ground; null: they can, or that is not known yet. */
function useUnplaced({ record }: Pick<View, 'record'>): SurroundingsWire['withoutMap'] {
  const isSomewhere = [...record.actors.values()].some(({ commune, latitude }) => commune || latitude !== undefined)
  const { data } = useQuery({ ...surroundingsQuery(record.id), enabled: isSomewhere })
  if (!isSomewhere) return 'no_places'
  return data?.places.length === 0 ? data.withoutMap : null
}
