import type { ReactNode } from 'react'
import { Button, Checkbox, CheckboxGroup, Disclosure, DisclosurePanel, Heading, Label } from 'react-aria-components'
import { categoriesOf } from '#drawing/categories.ts'
import { wordOf } from '#words/vocabulary.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useText } from '../../text/language.tsx'
import { Glyph } from '../../view/glyph.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import type { Place } from '../../view/place.ts'
import { categoryName } from '../../view/words.ts'
import { kinds, type Listing, outcomes } from './findings.ts'

/** The counts are the filter: what is ticked is listed; with nothing ticked, everything is. */
export function FindingFilters({ record, place, listing }: FiltersProps) {
  const t = useText()
  const { counts } = listing
  const spheres = [...new Set([...counts.sphere.keys(), ...place.spheres])]
  const { categoryOf, list } = categoriesOf(record, 'sphere')
  const active = place.kinds.length + place.spheres.length
  return (
    <div className="finding-filters">
      <Filter
        trait="outcomes"
        className="outcome-filter"
        label={t.diagnosis.outcome}
        place={place}
        options={outcomes.map((id) => ({
          id,
          name: t.diagnosis.outcomes[id],
          count: counts.outcome.get(id) ?? 0,
          mark: <span aria-hidden="true" className={`outcome-mark outcome-${id}`} />,
        }))}
      />
      <Disclosure defaultExpanded={active > 0}>
        <Heading level={2} className="section-title">
          <Button slot="trigger" className="link-button">
            {t.diagnosis.filter}
          </Button>
          {active > 0 && <span className="count"> {t.diagnosis.filtered(active)}</span>}
        </Heading>
        <DisclosurePanel className="finding-filter-panel">
          <Filter
            trait="kinds"
            label={t.diagnosis.kind}
            place={place}
            options={kinds
              .filter((id) => counts.kind.has(id) || place.kinds.includes(id))
              .map((id) => ({ id, name: t.diagnosis.kinds[id], count: counts.kind.get(id) ?? 0 }))}
          />
          <Filter
            trait="spheres"
            label={t.diagnosis.sphere}
            place={place}
            options={spheres.map((id) => {
              const category = list.find(({ kind }) => kind.of === 'sphere' && kind.word === id)
              const member = [...record.actors.values()].find(({ sphere }) => sphere === id)
              const look = category?.look ?? (member && categoryOf(member.id).look)
              return {
                id,
                name: category ? categoryName(t, record, category) : wordOf(t, record, 'sphere', id),
                count: counts.sphere.get(id) ?? 0,
                mark: look && <Glyph look={look} size={18} />,
              }
            })}
          />
        </DisclosurePanel>
      </Disclosure>
    </div>
  )
}

interface FiltersProps {
  readonly record: TerritoryRecord
  readonly place: Place
  readonly listing: Listing
}

function Filter({ trait, className = 'ticks', label, place, options }: FilterProps) {
  const t = useText()
  const adjust = useAdjust()
  return (
    <CheckboxGroup className={className} value={[...place[trait]]} onChange={(values) => adjust({ [trait]: values })}>
      <Label className="section-title">{label}</Label>
      {options.map(({ id, name, count, mark }) => (
        <Checkbox key={id} value={id} className="tick-row">
          <span className="tick" aria-hidden="true" />
          {mark}
          <span className="legend-name">{name}</span> <span className="legend-count">{t.number(count)}</span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

interface FilterProps {
  readonly trait: 'kinds' | 'spheres' | 'outcomes'
  readonly className?: string
  readonly label: string
  readonly place: Place
  readonly options: readonly {
    readonly id: string
    readonly name: string
    readonly count: number
    readonly mark?: ReactNode
  }[]
}
