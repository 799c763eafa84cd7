import type { Chapter } from './chapter.ts'
import { kindsOfNetwork } from './kinds-of-network.ts'
import { pitfalls } from './pitfalls.ts'
import { sensitiveMeetings } from './sensitive-meetings.ts'
import { sensitiveNetworks } from './sensitive-networks.ts'
import { purpose } from './step-1.ts'
import { people } from './step-2.ts'
import { governance } from './step-3.ts'
import { recruiting } from './step-4.ts'
import { activities } from './step-5.ts'
import { tools } from './step-6.ts'
import { measuring } from './step-7.ts'
import { sustaining } from './step-8.ts'

/** The eight steps, in order. */
export const stepChapters: readonly Chapter[] = [
  purpose,
  people,
  governance,
  recruiting,
  activities,
  tools,
  measuring,
  sustaining,
]

/** What to read before the steps, and what to read where it matters. */
export const otherChapters: readonly Chapter[] = [
  kindsOfNetwork,
  pitfalls,
  sensitiveNetworks,
  sensitiveMeetings,
]

/** Every chapter in reading order. */
export const chapters: readonly Chapter[] = [
  kindsOfNetwork,
  pitfalls,
  ...stepChapters,
  sensitiveNetworks,
  sensitiveMeetings,
]

/**
 * The chapter at an address.
 * In: the last part of the address. Out: the chapter, or undefined when there is none.
 */
export function findChapter(slug: string): Chapter | undefined {
  return chapters.find((chapter) => chapter.slug === slug)
}

/** Which of the eight steps a chapter is, or undefined when it is none. */
export function stepNumber(slug: string): number | undefined {
  const index = stepChapters.findIndex((chapter) => chapter.slug === slug)
  return index === -1 ? undefined : index + 1
}
