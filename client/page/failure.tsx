import { useQueryClient, useQueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Text } from '../text/fr.ts'
import { useText } from '../text/language.tsx'
import { problemSentence } from '../text/problems.ts'
import { HomeLink } from '../view/navigation.tsx'

/** What could not be shown, and how to try again. */
export interface Failed {
  readonly error: unknown
  readonly retry: () => void
}

/**
 * Keeps a failure within the part of the screen it wraps; `instead` stands there. A failure lasts until somebody tries
 * again or `about`, what is shown, changes.
 */
export function Failure({ children, about = null, instead = failureScreen }: FailureProps) {
  const { reset } = useQueryErrorResetBoundary()
  const client = useQueryClient()
  const forget = () => {
    // What was not to be had is asked for anew.
    client.removeQueries({ predicate: ({ state }) => state.status === 'error' })
    reset()
  }
  return (
    <Catch onReset={forget} about={about} instead={instead}>
      {children}
    </Catch>
  )
}

interface FailureProps {
  readonly children: ReactNode
  readonly about?: unknown
  readonly instead?: (failed: Failed) => ReactNode
}

/** A part of a screen that may fail while the rest stands: there it says what did, why, and offers to try again. */
export function Region({ name, about = null, children }: RegionProps) {
  return (
    <Failure about={about} instead={(failed) => <FailureRegion name={name} {...failed} />}>
      {children}
    </Failure>
  )
}

interface RegionProps {
  readonly name: keyof Text['page']['regions']
  readonly about?: unknown
  readonly children: ReactNode
}

/** In a corner of a screen: why alone. */
export const failureNote = (failed: Failed) => <FailureNote {...failed} />

/** Of the whole page: why, and where to go from here. */
export const failureScreen = (failed: Failed) => <FailureScreen {...failed} />

interface CatchProps extends Required<FailureProps> {
  readonly onReset: () => void
}

interface CatchState {
  readonly failure: { readonly error: unknown } | null
}

class Catch extends Component<CatchProps, CatchState> {
  override state: CatchState = { failure: null }

  static getDerivedStateFromError(error: unknown): CatchState {
    return { failure: { error } }
  }

  override componentDidUpdate({ about }: CatchProps) {
    if (this.state.failure && about !== this.props.about) this.#retry()
  }

  override componentWillUnmount() {
    if (this.state.failure) this.props.onReset()
  }

  readonly #retry = () => {
    this.props.onReset()
    this.setState({ failure: null })
  }

  override render() {
    const { failure } = this.state
    return failure ? this.props.instead({ error: failure.error, retry: this.#retry }) : this.props.children
  }
}

function FailureNote({ error }: Failed) {
  const t = useText()
  return <span className="problem">{problemSentence(t, error)}</span>
}

function FailureRegion({ name, error, retry }: Failed & Pick<RegionProps, 'name'>) {
  const t = useText()
  return (
    <div className="failure-region" role="alert">
      <p>
        <strong>{t.page.regions[name]}</strong>
      </p>
      <p className="problem">{problemSentence(t, error)}</p>
      <Button className="button" onPress={retry}>
        {t.page.retry}
      </Button>
    </div>
  )
}

function FailureScreen({ error, retry }: Failed) {
  const t = useText()
  return (
    <main id="content" className="failure">
      <h1>{t.page.failed}</h1>
      <p>{problemSentence(t, error)}</p>
      <p className="row">
        <Button className="button" onPress={retry}>
          {t.page.retry}
        </Button>
        <HomeLink>{t.page.backToTerritories}</HomeLink>
      </p>
    </main>
  )
}
