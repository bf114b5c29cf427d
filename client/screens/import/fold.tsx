import { type ReactNode, useState } from 'react'

/** What most people need not see. It is made when somebody opens it: dozens of choices take their time. */
export function Fold({ summary, children }: { summary: string; children: ReactNode }) {
  const [wasOpened, setOpened] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}>
      <summary>{summary}</summary>
      {wasOpened && children}
    </details>
  )
}
