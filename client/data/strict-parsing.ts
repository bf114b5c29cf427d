import { z } from 'zod'

// Schemas ask whether they may compile their parsers when they are made. The page's policy forbids eval, and a mere
// attempt counts as a breach: this module must be evaluated before the first schema.
z.config({ jitless: true })
