import { z } from 'zod'
import { workEmail } from '#features/sign-in/index.ts'

export const emailForm = z.object({ email: workEmail })
