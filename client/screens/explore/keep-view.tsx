import { Button } from 'react-aria-components'
import { storiesOf } from '#domain/view.ts'
import type { TerritoryScreen } from '#wire/pages.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useText } from '../../text/language.tsx'
import { useEditing } from '../../view/editing.ts'
import type { Place } from '../../view/place.ts'
import { addressOf } from '../../view/saved-views.ts'

/** Keeps what is on screen as a view, in a story if one likes; where there is one story, in it. */
export function KeepView({ record, screen, place }: KeepViewProps) {
  const t = useText()
  const editing = useEditing()
  if (!editing) return null
  const [story, ...more] = storiesOf(record.views.values()).keys()
  const keep = () => {
    const address = addressOf(screen, place, record.latestFirst[0])
    editing.keepView({ address, ...(story !== undefined && more.length === 0 && { story }) })
  }
  return (
    <Button className="button picture-opener" onPress={keep}>
      {t.views.save}
    </Button>
  )
}

interface KeepViewProps {
  readonly record: TerritoryRecord
  readonly screen: TerritoryScreen
  readonly place: Place
}
