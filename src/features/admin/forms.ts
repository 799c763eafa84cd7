import { z } from 'zod'
import { workEmail } from '#features/sign-in/index.ts'

export const administratorForm = z.object({ email: workEmail })
