import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { TerritoryScreen } from '#wire/pages.ts'
import type { TerritoryRecord } from '../data/record.ts'
import { useText } from '../text/language.tsx'
import { useEditing } from '../view/editing.ts'
import { canBeRead, type Step, steps, stepsDone } from '../view/first-steps.ts'
import { PlaceLink } from '../view/navigation.tsx'
import './first-steps.css'

/** What is done of a new territory and what comes next; nothing once all is, or once somebody has put it away. */
export function FirstSteps({ record, screen, areOffered = true }: FirstStepsProps) {
  const t = useText()
  const editing = useEditing()
  const [isAway, putAway] = useState(() => readAway(record.id))
  const done = stepsDone(record)
  if (isAway || done.size === steps.length) return null
  const next = steps.find((step) => !done.has(step))
  return (
    <details className="first-steps" open={!canBeRead(record)}>
      <summary>{t.firstSteps.heading(done.size, steps.length)}</summary>
      <ol>
        {steps.map((step) => (
          <li key={step} className={done.has(step) ? 'first-step is-done' : 'first-step'}>
            <span className="first-step-mark" aria-hidden="true">
              {done.has(step) ? '✓' : '○'}
            </span>
            <div>
              <p>
                {t.firstSteps[step].name}
                <span className="visually-hidden"> ({done.has(step) ? t.firstSteps.done : t.firstSteps.toDo})</span>
              </p>
              {step === 'actors' && step !== next && editing && !canBeRead(record) && (
                <Button className="link-button" onPress={() => editing.addActor()}>
                  {t.firstSteps.typeAnother}
                </Button>
              )}
              {step === next && areOffered && (
                <>
                  <p className="note">{t.firstSteps[step].why}</p>
                  <p className="row">
                    <Ways step={step} screen={screen} />
                  </p>
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
      <Button
        className="link-button"
        onPress={() => {
          writeAway(record.id)
          putAway(true)
        }}
      >
        {t.firstSteps.putAway}
      </Button>
    </details>
  )
}

interface FirstStepsProps {
  readonly record: TerritoryRecord
  /** Where one is: nothing leads there. */
  readonly screen: TerritoryScreen
  /** Whether the next step can be taken here. */
  readonly areOffered?: boolean
}

/** What one can press to take a step. */
function Ways({ step, screen }: { step: Step; screen: TerritoryScreen }) {
  const t = useText()
  const editing = useEditing()
  const words = t.firstSteps
  const toImport = screen !== 'data' && (
    <PlaceLink className="button" screen="data">
      {words.drop}
    </PlaceLink>
  )
  switch (step) {
    case 'actors':
      return (
        <>
          {toImport}
          {editing && (
            <Button className="button" onPress={() => editing.addActor()}>
              {words.typeName}
            </Button>
          )}
        </>
      )
    case 'wave':
      return (
        editing && (
          <Button
            className="button"
            onPress={() => editing.add('wave', { basis: 'informants', date: new Date().toISOString().slice(0, 10) })}
          >
            {words.addWave}
          </Button>
        )
      )
    case 'ties':
      return (
        <>
          {editing && (
            <Button className="button" onPress={() => editing.addTie(null)}>
              {words.addTie}
            </Button>
          )}
          {toImport}
        </>
      )
    case 'view':
      return (
        <PlaceLink className="button" screen="map">
          {words.toMap}
        </PlaceLink>
      )
    case 'seminar':
      return (
        <PlaceLink className="button" screen="seminar">
          {words.toSeminar}
        </PlaceLink>
      )
  }
}

const placeOf = (territory: string) => `maillage.first-steps.${territory}`

function readAway(territory: string): boolean {
  try {
    return window.localStorage.getItem(placeOf(territory)) === 'away'
  } catch {
    return false
  }
}

function writeAway(territory: string): void {
  try {
    window.localStorage.setItem(placeOf(territory), 'away')
  } catch {
    // Forbidden by the settings of the browser: it holds for this page.
  }
}
