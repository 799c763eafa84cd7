import { z } from 'zod'

const isEmail = (typed: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed) && typed.length <= 254
const format = 'Enter an email address like name@example.gov.uk'

export const publisherForm = z.object({
  name: z
    .string({ message: 'Enter the name of the organisation or team' })
    .min(1, 'Enter the name of the organisation or team')
    .max(200, 'The name must be 200 characters or fewer'),
  contact: z
    .string({ message: 'Enter an email address that people can write to' })
    .min(1, 'Enter an email address that people can write to')
    .refine(isEmail, format),
  privacyContact: z
    .string()
    .refine((typed) => typed === '' || isEmail(typed), format)
    .default(''),
  securityContact: z
    .string()
    .refine(
      (typed) =>
        typed === '' ||
        isEmail(typed) ||
        (/^https:\/\/\S+\.\S+$/.test(typed) && typed.length <= 500),
      'Enter an email address, or a web address that starts with https://',
    )
    .default(''),
  more: z.string().max(5000, 'Keep it to 5,000 characters or fewer').default(''),
})

const themes = ['system', 'light', 'dark', 'contrast'] as const

export const appearanceForm = z.object({
  theme: z.enum(themes, { message: 'Select how pages look' }),
})
