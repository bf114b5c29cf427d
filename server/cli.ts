import closeWithGrace from 'close-with-grace'
import { configFrom } from './config.ts'
import { start } from './main.ts'

const running = await start(configFrom(process.env))
closeWithGrace({ delay: 10_000 }, async () => {
  await running.close()
})
