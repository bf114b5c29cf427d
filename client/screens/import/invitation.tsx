import { Fragment, type ReactNode, useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import { templateAddress, templateFiles } from '../../data/api.ts'
import { useText } from '../../text/language.tsx'
import { HomeLink } from '../../view/navigation.tsx'
import { type Brought, broughtByClipboard } from './arriving.ts'

/** Ways to bring files and cells besides dropping and Ctrl+V. */
export function Ways({ isFirst, onBring }: { isFirst: boolean; onBring: (brought: Brought) => void }) {
  const { invitation, add } = useText().importing
  const [note, setNote] = useState<string | null>(null)
  const paste = async () => {
    const brought = await broughtByClipboard()
    if (brought === 'refused') setNote(invitation.pasteByKeys)
    else if (brought === 'nothing') setNote(invitation.nothingToPaste)
    else {
      setNote(null)
      onBring(brought)
    }
  }
  return (
    <div className="import-ways">
      <div className="row">
        <FileTrigger
          allowsMultiple
          onSelect={(chosen) => chosen && chosen.length > 0 && onBring({ kind: 'files', files: [...chosen] })}
        >
          <Button className={isFirst ? 'button primary' : 'button'}>{isFirst ? invitation.choose : add}</Button>
        </FileTrigger>
        <Button className="button" onPress={() => void paste()}>
          {invitation.paste}
        </Button>
      </div>
      <div aria-live="polite">{note && <p className="note">{note}</p>}</div>
    </div>
  )
}

/** What stands where nothing is being imported. `children`: other first steps. */
export function Invitation({ territory, isEmpty, onBring, children }: InvitationProps) {
  const {
    exports,
    importing: { invitation },
  } = useText()
  return (
    <section className="import-invitation" aria-labelledby="import-heading">
      <h2 id="import-heading">{isEmpty ? invitation.emptyHeading : invitation.heading}</h2>
      <p className="prose">{invitation.lead}</p>
      <Ways isFirst onBring={onBring} />
      <p>
        {exports.templates.lead}{' '}
        {templateFiles.map((file, place) => (
          <Fragment key={file}>
            {place > 0 && ', '}
            <a href={templateAddress(territory, file)} download>
              {exports.templates[file]}
            </a>
          </Fragment>
        ))}
        .
      </p>
      {isEmpty && (
        <p>
          <HomeLink>{invitation.example}</HomeLink>
        </p>
      )}
      {children}
    </section>
  )
}

interface InvitationProps {
  readonly territory: string
  readonly isEmpty: boolean
  readonly onBring: (brought: Brought) => void
  readonly children?: ReactNode
}
