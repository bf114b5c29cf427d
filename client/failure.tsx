import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { PlaceLink, usePlace } from './state/navigation.tsx'
import { territoriesPlace } from './state/place.ts'
import { useText } from './text/language.tsx'
import { problemSentence } from './text/problems.ts'

/** Stands in for what could not be shown, says why, and what to do next; `quiet`: in a corner of a screen, why alone. */
export function Failure({ children, quiet = false }: { children: ReactNode; quiet?: boolean }) {
  const { reset } = useQueryErrorResetBoundary()
  return (
    <Catch onReset={reset} quiet={quiet}>
      {children}
    </Catch>
  )
}

interface CatchProps {
  readonly children: ReactNode
  readonly onReset: () => void
  readonly quiet: boolean
}

class Catch extends Component<CatchProps, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (error === null) return this.props.children
    if (this.props.quiet) return <FailureNote error={error} />
    const retry = () => {
      this.props.onReset()
      this.setState({ error: null })
    }
    return <FailureScreen error={error} onRetry={retry} />
  }
}

function FailureNote({ error }: { error: unknown }) {
  const t = useText()
  return <span className="problem">{problemSentence(t, error)}</span>
}

function FailureScreen({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useText()
  const { language } = usePlace()
  return (
    <main id="content" className="failure">
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
