import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { PlaceLink, usePlace } from './state/navigation.tsx'
import { territoriesPlace } from './state/place.ts'
import { useText } from './text/language.tsx'
import { problemSentence } from './text/problems.ts'

/** Stands in for a screen that could not be shown, says why, and what to do next. */
export function Failure({ children }: { children: ReactNode }) {
  const { reset } = useQueryErrorResetBoundary()
  return <Catch onReset={reset}>{children}</Catch>
}

class Catch extends Component<{ children: ReactNode; onReset: () => void }, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    const retry = () => {
      this.props.onReset()
      this.setState({ error: null })
    }
    return <FailureScreen error={error} onRetry={retry} />
  }
}

function FailureScreen({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText()
  const { language } = usePlace()
  return (
    <main className="failure">
      <h1>{t.page.failed}</h1>
      <p>{problemSentence(t, error)}</p>
      <p className="row">
        <Button className="button" onPress={onRetry}>
          {t.page.retry}
        </Button>
        <PlaceLink to={territoriesPlace(language)}>{t.page.backToTerritories}</PlaceLink>
      </p>
    </main>
  )
}
