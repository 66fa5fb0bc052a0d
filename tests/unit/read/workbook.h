/** Workbooks made of text: archives that may lie about themselves. */
#ifndef WORKBOOK_H
#define WORKBOOK_H

#include "ims/sink.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* ---- archives ---- */

/** A part of an archive, as it is. The archive may lie about it. */
typedef struct workbook_part {
  const char *name, *text;
  uint32_t size;   /**< of `text`; 0: up to its NUL */
  uint32_t claims; /**< size that it says it has unpacked; 0: the real one */
  uint16_t method; /**< 0 stored, 8 deflated */
  uint16_t flags;  /**< 1 encrypted */
  bool bad_sum;
} workbook_part;

static inline uint32_t workbook_crc(const char *data, size_t size)
{
  uint32_t crc = 0xFFFFFFFF;
  for (size_t i = 0; i < size; i++) {
    crc ^= (unsigned char)data[i];
    for (int bit = 0; bit < 8; bit++)
      crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  return ~crc;
}

static inline void workbook_bytes(ims_memory *out, const char *data, size_t size)
{
  const ims_sink sink = ims_sink_memory(out);
  if (sink.write(sink.context, data, size))
    abort();
}

static inline void workbook_little(ims_memory *out, uint32_t value, int bytes)
{
  for (int i = 0; i < bytes; i++, value >>= 8)
    workbook_bytes(out, &(char){ (char)(value & 0xFF) }, 1);
}

/* What the header of a part and the list of parts have in common. */
static inline void workbook_header(ims_memory *out, const workbook_part *part)
{
  const uint32_t size = part->size ? part->size : (uint32_t)strlen(part->text);
  workbook_little(out, 20, 2);
  workbook_little(out, part->flags, 2);
  workbook_little(out, part->method, 2);
  workbook_little(out, 0x21 << 16, 4); /* 1980-01-01 */
  workbook_little(out, workbook_crc(part->text, size) ^ (part->bad_sum ? 1 : 0), 4);
  workbook_little(out, size, 4);
  workbook_little(out, part->claims ? part->claims : size, 4);
  workbook_little(out, (uint32_t)strlen(part->name), 2);
  workbook_little(out, 0, 2);
}

/** An archive of `count` parts; free it with ims_memory_free. */
static inline ims_memory workbook_zip(const workbook_part *parts, size_t count)
{
  ims_memory out = { 0 }, list = { 0 };
  for (size_t i = 0; i < count; i++) {
    const uint32_t offset = (uint32_t)out.size;
    workbook_bytes(&out, "PK\3\4", 4);
    workbook_header(&out, &parts[i]);
    workbook_bytes(&out, parts[i].name, strlen(parts[i].name));
    workbook_bytes(&out, parts[i].text, parts[i].size ? parts[i].size : strlen(parts[i].text));
    workbook_bytes(&list, "PK\1\2", 4);
    workbook_little(&list, 20, 2);
    workbook_header(&list, &parts[i]);
    workbook_bytes(&list, "\0\0\0\0\0\0\0\0\0\0", 10);
    workbook_little(&list, offset, 4);
    workbook_bytes(&list, parts[i].name, strlen(parts[i].name));
  }
  const uint32_t offset = (uint32_t)out.size, size = (uint32_t)list.size;
  if (size)
    workbook_bytes(&out, list.data, size);
  workbook_bytes(&out, "PK\5\6\0\0\0\0", 8);
  workbook_little(&out, (uint32_t)count, 2);
  workbook_little(&out, (uint32_t)count, 2);
  workbook_little(&out, size, 4);
  workbook_little(&out, offset, 4);
  workbook_little(&out, 0, 2);
  ims_memory_free(&list);
  return out;
}

/* ---- workbooks ---- */

#define NS_MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define NS_ROLES "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define NS_PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

#define RELATIONSHIPS(body) "<Relationships xmlns='" NS_PACKAGE "'>" body "</Relationships>"
#define RELATIONSHIP(id, type, target) "<Relationship Id='" id "' Type='" NS_ROLES "/" type "' Target='" target "'/>"
#define WORKBOOK(body) "<workbook xmlns='" NS_MAIN "' xmlns:r='" NS_ROLES "'>" body "</workbook>"
#define ONE_SHEET "<sheets><sheet name='Plan' sheetId='1' r:id='r1'/></sheets>"
#define WORKSHEET(body) "<worksheet xmlns='" NS_MAIN "'>" body "</worksheet>"
#define CELLS(body) WORKSHEET("<sheetData>" body "</sheetData>")
#define STRINGS(body) "<sst xmlns='" NS_MAIN "'>" body "</sst>"
#define STYLES(body) "<styleSheet xmlns='" NS_MAIN "'>" body "</styleSheet>"

/** The parts of a workbook with one sheet, `sheet`, and a text that cells share. */
#define ROOT_PART                                                                                                      \
  {                                                                                                                    \
    "_rels/.rels", RELATIONSHIPS(RELATIONSHIP("r1", "officeDocument", "xl/workbook.xml")), 0, 0, 0, 0, false           \
  }
#define WORKBOOK_PART(body)                                                                                            \
  {                                                                                                                    \
    "xl/workbook.xml", WORKBOOK(body), 0, 0, 0, 0, false                                                               \
  }
#define ROLES_PART(body)                                                                                               \
  {                                                                                                                    \
    "xl/_rels/workbook.xml.rels", RELATIONSHIPS(body), 0, 0, 0, 0, false                                               \
  }
#define USUAL_ROLES                                                                                                    \
  RELATIONSHIP("r1", "worksheet", "worksheets/sheet1.xml")                                                             \
  RELATIONSHIP("r2", "sharedStrings", "sharedStrings.xml") RELATIONSHIP("r3", "styles", "styles.xml")
#define PART(name, text)                                                                                               \
  {                                                                                                                    \
    name, text, 0, 0, 0, 0, false                                                                                      \
  }

/** Styles 1 to 5 show a date, a date with time, a time, a span, and an own format. */
#define USUAL_STYLES                                                                                                   \
  STYLES("<numFmts><numFmt numFmtId='164' formatCode='[$-407]d\\. mmmm yyyy;@'/></numFmts>"                            \
         "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf/><xf numFmtId='14'/><xf numFmtId='22'/>"        \
         "<xf numFmtId='20'/><xf numFmtId='46'/><xf numFmtId='164'/></cellXfs>")
#define USUAL_STRINGS                                                                                                  \
  STRINGS("<si><t>first</t></si><si><r><t>two </t></r><r><rPr/><t>parts</t></r><rPh sb='0' eb='1'><t>hint</t></rPh>"   \
          "</si><si><t/></si><si><t>a_x000D_&amp;_x005F_x000D_</t></si>")

#endif
