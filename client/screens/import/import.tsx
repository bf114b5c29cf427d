import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { ImportedWire, ImportProgressWire, PlanWire } from '#wire/exchange.ts'
import { type AskedImport, importFiles, RequestError, undoCommit } from '../../data/api.ts'
import { forgetTerritory } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { Region } from '../../page/failure.tsx'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'
import { PlaceLink } from '../../view/navigation.tsx'
import { type Brought, useArriving } from './arriving.ts'
import { isRead, questionsOpen, yearsOf } from './deciding.ts'
import { Decisions } from './decisions.tsx'
import { type Draft, decided, emptyDraft, takeAway, takenBack, useDraft, withFiles } from './draft.ts'
import { HowFar } from './following.tsx'
import { Invitation, Ways } from './invitation.tsx'
import { type Looking, Mending, pageRows } from './mending.tsx'
import { MissingFacts } from './missing.tsx'
import { Nature } from './nature.tsx'
import { placeKey, placeOf, type SheetPlace } from './plan.ts'
import { Sheets } from './sheets.tsx'
import { isWorkbook, sourceOfCells, sourceOfFile } from './source.ts'
import { countsOf, factsInWords, Tally } from './tally.tsx'
import './import.css'

/**
 * From the files people have to what a territory knows: nothing is written before they agree, and what they decided is not
 * lost when a connection is.
 */
export function Import({ record, head, children }: ImportProps) {
  const t = useText()
  const { invitation } = t.importing
  const [draft, change] = useDraft(record.id)
  const [unread, setUnread] = useState<readonly string[]>([])

  const bring = async (brought: Brought) => {
    if (brought.kind === 'cells') {
      change((now) => {
        const pasted = now.pasted + 1
        return { ...withFiles(now, [sourceOfCells(`${invitation.pasted(pasted)}.csv`, brought.rows)]), pasted }
      })
      return
    }
    const read = await Promise.allSettled(brought.files.map(sourceOfFile))
    setUnread(brought.files.filter((_, i) => read[i]?.status === 'rejected').map(({ name }) => name))
    const come = read.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    if (come.length > 0) change((now) => withFiles(now, come))
  }
  const isOver = useArriving((brought) => void bring(brought))

  const isSafe = draft.files.length === 0 || draft.imported !== null
  useEffect(() => {
    if (isSafe) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isSafe])

  const isOpen = draft.files.length > 0 && draft.state === 'open'
  return (
    <>
      {isOver && (
        <div className="import-over">
          <p>{invitation.drop}</p>
        </div>
      )}
      <div aria-live="assertive">
        {unread.map((name) => (
          <p key={name} className="problem">
            {invitation.unreadable(name)}
          </p>
        ))}
      </div>
      {draft.imported ? (
        <Done record={record} imported={draft.imported} change={change} />
      ) : isOpen ? (
        <Region name="import">
          <Preparation record={record} draft={draft} change={change} onBring={(brought) => void bring(brought)} />
        </Region>
      ) : (
        <>
          {head}
          <Invitation
            territory={record.id}
            isEmpty={record.actors.size === 0}
            onBring={(brought) => void bring(brought)}
          >
            {draft.state === 'cancelled' && <p role="status">{t.importing.cancelled}</p>}
            {draft.files.length > 0 && (
              <p className="row">
                {invitation.kept(draft.files.length)}
                <Button className="link-button" onPress={() => change((now) => ({ ...now, state: 'open' }))}>
                  {invitation.resume}
                </Button>
                <Button className="link-button quiet" onPress={() => change(() => emptyDraft)}>
                  {invitation.forget}
                </Button>
              </p>
            )}
          </Invitation>
          {children}
        </>
      )}
    </>
  )
}

interface ImportProps {
  readonly record: TerritoryRecord
  /** What the page says above, while nothing is being imported. */
  readonly head: ReactNode
  /** What else it offers meanwhile. */
  readonly children: ReactNode
}

/** What was brought, understood and asked, until it is agreed on. */
function Preparation({ record, draft, change, onBring }: PreparationProps) {
  const t = useText()
  const { importing } = t
  const client = useQueryClient()
  const [revisionThen] = useState(record.revision)
  const [looking, setLooking] = useState<Looking | null>(null)
  const asked = useSettled(draft)
  const [last, setLast] = useState<ImportedWire | null>(null)
  const show = showing(looking, last)
  // Until somebody says where it comes from, lines are counted as if it came from where we think; none is written.
  const wave = asked.wave ?? (last?.wave.needed ? last.wave.proposed : null)
  const [progress, setProgress] = useState<ImportProgressWire | null>(null)
  const writing = useRef<AbortController | null>(null)
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...previewQuery(record, { ...asked, wave }, show, setProgress),
  })
  useEffect(() => {
    if (data && !isPlaceholderData) setLast(data)
  }, [data, isPlaceholderData])
  const commit = useMutation({
    mutationFn: (base: number) => {
      const stop = new AbortController()
      writing.current = stop
      return importFiles(record.id, { ...draft, show: undefined }, { base, progress: setProgress, signal: stop.signal })
    },
    onSuccess: (imported) => change((now) => ({ ...now, imported })),
    onSettled: () => {
      setProgress(null)
      return forgetTerritory(client, record.id)
    },
  })
  const cancel = () => {
    if (commit.isPending) return writing.current?.abort()
    void client.cancelQueries({ queryKey: ['import', record.id, 'preview'] })
    change((now) => ({ ...now, state: 'cancelled' }))
  }
  const isCancelled = commit.error?.name === 'AbortError'

  const preview = data ?? last
  // While it is written, what changes the territory is this import.
  const hasChanged = (record.revision !== revisionThen && commit.isIdle) || isConflict(commit.error)
  const isCurrent = asked === draft && data !== undefined && !isPlaceholderData
  const questions = preview ? questionsOpen(preview) : 0
  const lacksNature = preview?.wave.needed === true && draft.wave === null
  const decide = (decision: (plan: PlanWire) => PlanWire) => change((now) => decided(now, decision))
  const mend = (place: SheetPlace) => {
    setLooking({ place, filter: 'toMend', from: 0 })
    document.getElementById('import-mending')?.scrollIntoView()
  }

  return (
    <div className="import">
      <header className="import-head">
        <div>
          <h1>{importing.heading}</h1>
          <p className="lead">{importing.lead}</p>
        </div>
        <Ways isFirst={false} onBring={onBring} />
      </header>
      <div aria-live="polite">
        {error && (
          <div className="row">
            <p className="problem">{problemSentence(t, error)}</p>
            <Button className="button" onPress={() => void refetch()}>
              {importing.retry}
            </Button>
          </div>
        )}
        {commit.isError && !isConflict(commit.error) && !isCancelled && (
          <p className="problem">{problemSentence(t, commit.error)}</p>
        )}
        {isCancelled && <p className="note">{importing.cancelled}</p>}
        {hasChanged && <p className="problem">{importing.conflict}</p>}
        {draft.isUndone && <p className="success">{importing.done.undone}</p>}
        {!preview && !error && !progress && (
          <div className="row">
            <p className="note">{importing.reading}</p>
            <div className="row import-patience">
              <p className="note">
                {draft.files.some(({ name }) => isWorkbook(name)) ? importing.readingWhole : importing.readingText}
              </p>
              <Button className="button" onPress={cancel}>
                {importing.cancel}
              </Button>
            </div>
          </div>
        )}
      </div>
      <HowFar progress={progress} onCancel={cancel} />
      {preview && (
        <>
          <Sheets
            record={record}
            preview={preview}
            plan={draft.plan}
            decide={decide}
            onTakeAway={(file) => change((now) => takeAway(now, file))}
          />
          {(preview.wave.needed || draft.wave || yearsOf(preview).length > 0) && (
            <Nature
              record={record}
              preview={preview}
              plan={draft.plan}
              decide={decide}
              wave={draft.wave}
              onWave={(wave) => change((now) => ({ ...now, wave }))}
            />
          )}
          <Decisions record={record} preview={preview} plan={draft.plan} decide={decide} onMend={mend} />
          <Mending
            record={record}
            preview={preview}
            plan={draft.plan}
            decide={decide}
            looking={looking}
            onLook={setLooking}
            onTakeBack={() => change(takenBack)}
          />
          <MissingFacts record={record} preview={preview} plan={draft.plan} decide={decide} />
          <Tally preview={preview} isStale={!isCurrent}>
            {draft.past.length > 0 && (
              <Button className="button" onPress={() => change(takenBack)}>
                {importing.undoStep}
              </Button>
            )}
            <Button className="button" onPress={() => change((now) => ({ ...now, state: 'laid_aside' }))}>
              {importing.later}
            </Button>
            <Button
              className="button primary"
              isDisabled={!isCurrent || preview.changes === 0 || lacksNature || questions > 0}
              isPending={commit.isPending}
              onPress={() => commit.mutate(preview.base)}
            >
              {preview.changes === 0 ? importing.counts.nothing : importing.counts.commit(countsOf(preview).refused)}
            </Button>
            {lacksNature && (
              <a className="note" href="#import-nature">
                {importing.counts.firstNature}
              </a>
            )}
            {questions > 0 && (
              <a className="note" href="#import-decisions">
                {importing.counts.firstQuestions(questions)}
              </a>
            )}
          </Tally>
        </>
      )}
    </div>
  )
}

interface PreparationProps {
  readonly record: TerritoryRecord
  readonly draft: Draft
  readonly change: (change: (draft: Draft) => Draft) => void
  readonly onBring: (brought: Brought) => void
}

/** What was written, one click to take it all back, and the way to the map. */
function Done({ record, imported, change }: DoneProps) {
  const t = useText()
  const { done } = t.importing
  const client = useQueryClient()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const revision = imported.commit?.revision
  const undo = useMutation({
    mutationFn: (of: number) => undoCommit(record.id, of, record.revision),
    onSuccess: async () => {
      await forgetTerritory(client, record.id)
      change((now) => ({ ...now, imported: null, isUndone: true }))
    },
  })
  const { refused } = countsOf(imported)
  const facts = factsInWords(t, imported)
  return (
    <section className="import-done" aria-labelledby="import-done">
      <h1 id="import-done" ref={heading} tabIndex={-1}>
        {done.heading}
      </h1>
      <p className="lead">{facts === '' ? done.changes(imported.changes) : facts}</p>
      {refused > 0 && (
        <p className="row">
          {done.refused(refused)}
          <Button className="link-button" onPress={() => change((now) => ({ ...now, imported: null }))}>
            {done.mend}
          </Button>
        </p>
      )}
      {undo.isError && <p className="problem">{problemSentence(t, undo.error)}</p>}
      <div className="row">
        <PlaceLink className="button primary" screen="map">
          {done.map}
        </PlaceLink>
        {revision !== undefined && (
          <Button className="button" isPending={undo.isPending} onPress={() => undo.mutate(revision)}>
            {done.undo}
          </Button>
        )}
        <Button className="button" onPress={() => change(() => emptyDraft)}>
          {done.more}
        </Button>
      </div>
    </section>
  )
}

interface DoneProps {
  readonly record: TerritoryRecord
  readonly imported: ImportedWire
  readonly change: (change: (draft: Draft) => Draft) => void
}

/** The revision is asked for too: what was decided is read again on top of what others changed. */
function previewQuery(
  { id, revision }: TerritoryRecord,
  { files, version, wave, plan }: Draft,
  show: AskedImport['show'],
  progress: (progress: ImportProgressWire | null) => void,
) {
  return queryOptions({
    queryKey: ['import', id, 'preview', revision, version, wave, plan, show],
    queryFn: ({ signal }) =>
      importFiles(id, { files, wave, plan, show }, { progress, signal }).finally(() => progress(null)),
    staleTime: 'static',
    // Each decision makes another; they are as large as the files.
    gcTime: 10_000,
    placeholderData: keepPreviousData,
  })
}

/** The rows asked for. Undefined: the first ones of each sheet, which is all of most. */
function showing(looking: Looking | null, last: ImportedWire | null): AskedImport['show'] {
  const sheets = last?.sheets ?? []
  const first = sheets.find(isRead)
  const isLong = first && first.rows.total > first.rows.list.length
  const looked = looking ?? (isLong ? { place: first, filter: 'all' as const, from: 0 } : null)
  if (!looked) return undefined
  return sheets.map((sheet) => {
    const place = placeOf(sheet)
    if (placeKey(place) !== placeKey(looked.place)) return { ...place, from: 0, rows: 0 }
    const states = statesOf[looked.filter]
    return { ...place, from: looked.from, rows: pageRows, ...(states && { states: [...states] }) }
  })
}

const statesOf = { all: null, toMend: ['refused'], leftOut: ['left_out'] } as const

function isConflict(error: unknown): boolean {
  return error instanceof RequestError && error.code === 'revision_conflict'
}

/** The last of several changes that come in quick succession. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), quietMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

const quietMs = 200
