import { crc32, deflateRawSync } from 'node:zlib'

/* Workbooks and zip files made by hand, for tests: what no spreadsheet program would write. */

type Files = Record<string, string | Buffer>

/** The parts of a workbook of one sheet, with the given rows. */
export function workbook(rows: string): Record<string, string> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const target = `Type="${office}/worksheet" Target="worksheets/sheet1.xml"`
  return {
    'xl/workbook.xml': `<workbook xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" ${target}/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  }
}

/** A cell of text, for `workbook`. */
export function inline(address: string, content: string): string {
  return `<c r="${address}" t="inlineStr"><is><t>${content}</t></is></c>`
}

/** A compressed zip file, which may declare a false size for any of its files. */
export function zip(files: Files, declared: Record<string, number> = {}): Buffer {
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content)
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt16LE(8, 4)
    header.writeUInt32LE(crc32(content), 10)
    header.writeUInt32LE(packed.length, 14)
    header.writeUInt32LE(declared[name] ?? Buffer.byteLength(content), 18)
    header.writeUInt16LE(name.length, 22)
    const offset = Buffer.alloc(14)
    offset.writeUInt32LE(at, 10)
    parts.push(Buffer.from('PK\x03\x04'), header, Buffer.from(name), packed)
    list.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), header, offset, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(list.length / 4, 8)
  end.writeUInt16LE(list.length / 4, 10)
  end.writeUInt32LE(Buffer.concat(list).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...list, end])
}
