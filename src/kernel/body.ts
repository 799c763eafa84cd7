import type { FastifyRequest } from 'fastify'
import type { Fields, Upload } from './http.ts'

/** The body is not what it says it is, or broke off: no fault of ours. */
export class Unreadable extends Error {}

type Body = { fields: Fields; files: Record<string, Upload> }

/** The fields and files that were posted, tidied. */
export async function readBody(request: FastifyRequest): Promise<Body> {
  if (!request.isMultipart?.())
    return { fields: tidyAll((request.body ?? {}) as Fields), files: {} }
  try {
    return await readParts(request)
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 413) throw error
    throw new Unreadable()
  }
}

async function readParts(request: FastifyRequest): Promise<Body> {
  const fields: Fields = {}
  const files: Record<string, Upload> = {}
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const chunks: Buffer[] = []
      for await (const chunk of part.file) chunks.push(chunk as Buffer)
      if (part.filename)
        files[part.fieldname] = {
          filename: tidy(part.filename),
          bytes: Buffer.concat(chunks),
          tooLarge: part.file.truncated,
        }
      continue
    }
    const before = fields[part.fieldname]
    const value = String(part.value)
    fields[part.fieldname] =
      before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return { fields: tidyAll(fields), files }
}

/** The texts of a form, or of the question in an address, each tidied. */
export function tidyAll(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((each) => tidy(String(each))) : tidy(String(value)),
    ]),
  )
}

/** PostgreSQL takes no NUL, half a character is nothing anyone typed, and browsers send the end of a line as two. */
export function tidy(text: string): string {
  return text.replaceAll('\0', '').replaceAll('\r\n', '\n').toWellFormed().trim()
}
