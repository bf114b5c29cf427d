import type { ReactNode } from 'react'
import {
  Button,
  Checkbox,
  CheckboxGroup,
  Disclosure,
  DisclosurePanel,
  Heading,
  Label,
  Radio,
  RadioGroup,
} from 'react-aria-components'
import { directions } from '#domain/perimeter.ts'
import { perimeterSentence } from '#words/perimeter.ts'
import { wordOf } from '#words/vocabulary.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { useAdjust } from '../../view/navigation.tsx'
import { usualPerimeter } from '../../view/place.ts'
import type { View } from '../../view/view.ts'
import { capital } from '../../view/words.ts'

/** What figures and lines are computed on: a sentence, and behind it every choice. */
export function PerimeterChoices({ view }: { view: View }) {
  const t = useText()
  const adjust = useAdjust()
  const { record, network, perimeter, usual } = view
  const changed = Object.keys(perimeter).some((key) => key !== 'wave')
  return (
    <section className="perimeter">
      {record.waves.size > 1 && (
        <Choice
          label={t.perimeter.wave}
          value={network.perimeter.wave}
          groups={[
            {
              name: '',
              options: record.latestFirst.map(({ id, label, date }) => ({ id, name: label, note: t.date(date) })),
            },
          ]}
          onChange={(wave) => adjust({ wave: wave === usual.wave ? undefined : wave }, 'push')}
        />
      )}
      <Disclosure>
        <Heading level={2} className="section-title perimeter-head">
          {t.perimeter.heading}
          <Button slot="trigger" className="link-button">
            {t.perimeter.change}
          </Button>
        </Heading>
        <p className="perimeter-sentence">
          {capital(perimeterSentence(t, view.record, view.network.perimeter, view.usual))}.
        </p>
        {network.basis !== 'survey' && (
          <p className="note">{network.basis === 'documents' ? t.status.documentsNote : t.status.informantsNote}</p>
        )}
        <DisclosurePanel>
          <Choices view={view} />
        </DisclosurePanel>
      </Disclosure>
      {changed && (
        <Button className="link-button" onPress={() => adjust(usualPerimeter, 'push')}>
          {t.perimeter.reset}
        </Button>
      )}
    </section>
  )
}

function Choices({ view }: { view: View }) {
  const t = useText()
  const adjust = useAdjust()
  const { record, network, usual } = view
  const { perimeter } = network
  const tieKinds = used([...record.ties.values()].map(({ kind }) => kind))
  const spaceKinds = used([...record.spaces.values()].map(({ kind }) => kind))
  return (
    <div className="perimeter-choices">
      <Ticks
        label={t.perimeter.ties}
        ids={tieKinds}
        names={(kind) => wordOf(t, record, 'tieKind', kind)}
        value={tieKinds.filter((kind) => perimeter.tieKinds.includes(kind))}
        onChange={(kinds) => {
          const usualKinds = tieKinds.filter((kind) => usual.tieKinds.includes(kind))
          adjust({ tieKinds: sameWords(kinds, usualKinds) ? undefined : kinds })
        }}
      />
      <Ticks
        label={t.perimeter.spaces}
        ids={spaceKinds}
        names={(kind) => wordOf(t, record, 'spaceKind', kind)}
        value={spaceKinds.filter((kind) => perimeter.spaceKinds.includes(kind))}
        onChange={(kinds) => {
          const usualKinds = spaceKinds.filter((kind) => usual.spaceKinds.includes(kind))
          adjust({ spaceKinds: sameWords(kinds, usualKinds) ? undefined : kinds })
        }}
      >
        {spaceKinds.some((kind) => !usual.spaceKinds.includes(kind)) && (
          <p className="note">{t.perimeter.spacesNote}</p>
        )}
      </Ticks>
      <RadioGroup
        className="ticks"
        value={perimeter.direction}
        onChange={(direction) =>
          adjust({ direction: direction === 'confirmed' || direction === 'directed' ? direction : undefined })
        }
      >
        <Label className="sub-title">{t.perimeter.direction}</Label>
        {directions.map((direction) => (
          <Radio key={direction} value={direction} className="tick-row">
            <span className="dot" aria-hidden="true" />
            {t.perimeter.directions[direction]}
          </Radio>
        ))}
      </RadioGroup>
      <div className="ticks">
        <p className="sub-title">{t.perimeter.actors}</p>
        <Checkbox
          className="tick-row"
          isSelected={perimeter.actors === 'inside'}
          onChange={(inside) => adjust({ actors: inside ? 'inside' : undefined })}
        >
          <span className="tick" aria-hidden="true" />
          {t.perimeter.inside}
        </Checkbox>
        <Checkbox
          className="tick-row"
          isSelected={perimeter.collective}
          onChange={(collective) => adjust({ collective: collective ? undefined : 'false' })}
        >
          <span className="tick" aria-hidden="true" />
          {t.perimeter.collective}
        </Checkbox>
      </div>
    </div>
  )
}

function Ticks({ label, ids, names, value, onChange, children }: TicksProps) {
  if (ids.length === 0) return null
  return (
    <CheckboxGroup className="ticks" value={[...value]} onChange={onChange}>
      <Label className="sub-title">{label}</Label>
      {ids.map((id) => (
        <Checkbox key={id} value={id} className="tick-row">
          <span className="tick" aria-hidden="true" />
          {names(id)}
        </Checkbox>
      ))}
      {children}
    </CheckboxGroup>
  )
}

interface TicksProps {
  readonly label: string
  readonly ids: readonly string[]
  readonly names: (id: string) => string
  readonly value: readonly string[]
  readonly onChange: (ids: string[]) => void
  readonly children?: ReactNode
}

/** Each once, the most used first. */
function used(words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const each of words) counts.set(each, (counts.get(each) ?? 0) + 1)
  return [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each))
}
