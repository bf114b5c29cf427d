import type { TerritoryScreen } from '#wire/pages.ts'
import { useText } from '../../text/language.tsx'
import { actorCounts, responsesOf, spaceCounts } from '../../view/counts.ts'
import type { Place } from '../../view/place.ts'
import type { View } from '../../view/view.ts'
import { Chips } from './chips.tsx'
import { KeepView } from './keep-view.tsx'
import { PictureDialog } from './picture-dialog.tsx'
import { Unnamed } from './unnamed.tsx'

/** What is counted of a view: a table leaves out only what somebody asked to leave out. */
export function countedOn(screen: TerritoryScreen, view: View): View {
  return screen === 'table' && view.appearance.ties === null ? { ...view, backbone: null } : view
}

/** How many of how many, what ties them, and on what basis: always in sight. */
export function StatusLine({ view: shown, screen, place }: StatusLineProps) {
  const t = useText()
  const view = countedOn(screen, shown)
  const { record, network, twoMode, appearance, backbone } = view
  const nodes = new Set(view.shown)
  const ties = network.edges.filter(({ from, to }) => nodes.has(from) && nodes.has(to))
  const declared = ties.filter((tie) => tie.ties.length > 0).length
  // Beside spaces declared ties alone are drawn as ties.
  const drawable = [...network.edges.entries()].filter(
    ([, { from, to, ties }]) => nodes.has(from) && nodes.has(to) && (!appearance.spaces || ties.length > 0),
  )
  const drawn = drawable.filter(([edge]) => backbone?.[edge]).length
  const actors = new Set(view.shown.map((node) => network.actors[node]))
  const participations = twoMode.edges.filter(({ from }) => actors.has(twoMode.actors[from]))
  const wave = record.waves.get(network.perimeter.wave)
  const { asked, answered } = responsesOf(record, network.perimeter.wave)
  const basis = t.status[network.basis]
  const tiesSaid = appearance.spaces ? t.status.declared(declared) : t.status.ties(ties.length, declared)
  const parts = [
    t.status.actors(actorCounts(view)),
    tiesSaid,
    ...(backbone ? [t.explore.backboneStatus(drawn, drawable.length)] : []),
    ...(appearance.spaces
      ? [t.status.spaces(spaceCounts(record, twoMode)), t.status.participations(participations.length)]
      : []),
    ...(wave ? [basis(wave.date)] : []),
    ...(asked > 0 ? [t.status.responses(answered, asked)] : []),
  ]
  return (
    <footer className="status">
      <Chips view={view} />
      <p className="status-line" aria-live="polite">
        {parts.map((part, i) => (
          <span key={part}>
            {i > 0 && <span aria-hidden="true"> · </span>}
            {part}
          </span>
        ))}
      </p>
      <Unnamed view={view} />
      <div className="status-tools">
        {/* A picture is of what is on screen: of the chosen, where they alone are lit. */}
        <PictureDialog view={view} only={place.alone ? place.chosen : []} />
        <KeepView record={record} screen={screen} place={place} />
      </div>
    </footer>
  )
}

interface StatusLineProps {
  readonly view: View
  readonly screen: TerritoryScreen
  readonly place: Place
}
