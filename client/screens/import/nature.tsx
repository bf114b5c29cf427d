import { useState } from 'react'
import { Input, Label, Radio, RadioGroup, TextField } from 'react-aria-components'
import { foldedWords } from '#domain/folding.ts'
import { plainLine } from '#domain/plain-text.ts'
import type { Wave } from '#domain/territory.ts'
import { type Basis, bases } from '#domain/vocabulary.ts'
import type { ImportedWave } from '../../data/api.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { Choice } from '../../form/choice.tsx'
import { useText } from '../../text/language.tsx'
import { areYearly, type Deciding, yearsOf } from './deciding.ts'
import { withWaves } from './plan.ts'

/** Asked once of all files: what they rest on, and of which wave they are. Nothing is taken for granted here. */
export function Nature({ record, preview, plan, decide, wave, onWave }: NatureProps) {
  const t = useText()
  const { nature, decisions } = t.importing
  const { wave: asked } = preview
  const years = yearsOf(preview)
  const isByYear = years.length > 0 && areYearly(plan)
  const isKnown = wave !== null && record.waves.has(wave.id)
  // Whoever has waves already says first whether this is another.
  const [isNew, setNew] = useState(record.waves.size === 0 || (wave !== null && !isKnown))
  const [written, setWritten] = useState(() => firstWritten(record, wave ?? asked.proposed, wave?.basis ?? null))
  const write = (change: Partial<Written>) => {
    const now = { ...written, ...change }
    setWritten(now)
    onWave(isByYear && asked.proposed && now.basis ? { ...asked.proposed, basis: now.basis } : waveOf(now))
  }
  return (
    <section aria-labelledby="import-nature" className="import-nature">
      <h2 id="import-nature">{nature.heading}</h2>
      {years.length > 0 && (
        <RadioGroup
          aria-label={nature.years.label}
          className="import-bases"
          value={isByYear ? 'by_year' : 'one'}
          onChange={(value) => decide((now) => withWaves(now, value === 'one' ? 'one' : 'by_year'))}
        >
          {(['by_year', 'one'] as const).map((waves) => (
            <Radio key={waves} value={waves} className="tick-row">
              <span className="dot" aria-hidden="true" />
              <span>
                {nature.years[waves].name(t.list(years))} <span className="note">{nature.years[waves].note}</span>
              </span>
            </Radio>
          ))}
        </RadioGroup>
      )}
      {record.waves.size > 0 && !isByYear && (
        <Choice
          label={nature.wave}
          placeholder={decisions.unknown}
          value={isNew ? newWave : isKnown ? wave.id : null}
          groups={[
            { name: '', options: [{ id: newWave, name: nature.newWave }] },
            { name: nature.known, options: record.latestFirst.map(({ id, label }) => ({ id, name: label })) },
          ]}
          onChange={(chosen) => {
            const known = record.waves.get(chosen)
            setNew(known === undefined)
            onWave(known ? waveFrom(known) : waveOf(written))
          }}
        />
      )}
      {(isByYear ? asked.needed : isNew) && (
        <>
          <RadioGroup
            aria-labelledby="import-nature"
            className="import-bases"
            value={written.basis}
            onChange={(value) => write({ basis: bases.find((each) => each === value) ?? null })}
          >
            {inOrder.map((basis) => (
              <Radio key={basis} value={basis} className="tick-row">
                <span className="dot" aria-hidden="true" />
                <span>
                  {nature.basis[basis].name} <span className="note">{nature.basis[basis].note}</span>
                </span>
              </Radio>
            ))}
          </RadioGroup>
          {!isByYear && (
            <div className="row">
              <TextField className="field" value={written.label} onChange={(label) => write({ label })} isRequired>
                <Label>{nature.label}</Label>
                <Input />
              </TextField>
              <TextField
                className="field"
                type="date"
                value={written.date}
                onChange={(date) => write({ date })}
                isRequired
              >
                <Label>{nature.date}</Label>
                <Input />
              </TextField>
            </div>
          )}
        </>
      )}
      <p className="note">{nature.later}</p>
    </section>
  )
}

/** What was written of a new wave. */
interface Written {
  readonly basis: Basis | null
  readonly label: string
  readonly date: string
}

/** A wave that is there already is no name for another. */
function firstWritten(record: TerritoryRecord, proposed: ImportedWave | null, basis: Basis | null): Written {
  if (!proposed || record.waves.has(proposed.id)) return { basis, label: '', date: '' }
  return { basis, label: proposed.label, date: proposed.date }
}

/** Null until everything is said. */
function waveOf({ basis, label, date }: Written): ImportedWave | null {
  const name = plainLine(label).trim()
  if (!basis || name === '' || date === '') return null
  return { id: foldedWords(name).replaceAll(' ', '-') || name, label: name, date, basis }
}

function waveFrom({ id, label, date, basis }: Wave): ImportedWave {
  return { id, label, date, basis }
}

interface NatureProps extends Deciding {
  /** What was said; null: nothing yet. */
  readonly wave: ImportedWave | null
  readonly onWave: (wave: ImportedWave | null) => void
}

/** No wave has such an id. */
const newWave = ' '
/** From what most files rest on. */
const inOrder = ['informants', 'survey', 'documents'] as const satisfies readonly Basis[]
