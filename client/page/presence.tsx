import { Button, Dialog, DialogTrigger, Heading, Input, Label, Popover, TextField } from 'react-aria-components'
import { plainLine } from '#domain/plain-text.ts'
import { useText } from '../text/language.tsx'
import { usePresence } from '../view/presence.ts'

/** How many others look at this territory, who and at what; and what one is called oneself. Nothing while one is alone. */
export function Presence() {
  const t = useText()
  const presence = usePresence()
  if (!presence || presence.others.length === 0) return null
  const { others, name, callMe } = presence
  return (
    <DialogTrigger>
      <Button className="presence" aria-label={t.presence.others(others.length)}>
        <span aria-hidden="true">● {t.number(others.length)}</span>
      </Button>
      <Popover className="popover presence-popover">
        <Dialog>
          <Heading slot="title">{t.presence.others(others.length)}</Heading>
          <ul>
            {others.map((other, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same name, or none.
              <li key={i}>
                <strong>{other.name ?? t.presence.unnamed}</strong>
                {other.at && <span className="note"> {t.presence.at(t.screens[other.at])}</span>}
              </li>
            ))}
          </ul>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              const typed = new FormData(event.currentTarget).get('name')
              callMe(plainLine(String(typed ?? '')).trim())
            }}
          >
            <TextField className="field" name="name" defaultValue={name} maxLength={60}>
              <Label>{t.presence.myName}</Label>
              <Input />
            </TextField>
            <Button type="submit" className="button">
              {t.presence.showMe}
            </Button>
          </form>
          <p className="note">{t.presence.kept}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
