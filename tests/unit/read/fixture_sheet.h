/** Workbooks made of text, and everything that is read of them, for the tests of the readers of sheets. */
#ifndef FIXTURE_SHEET_H
#define FIXTURE_SHEET_H

#include "read/sheet.h"
#include "unit/fixture_model.h"

/* ---- archives ---- */

/** A part of an archive, as it is. The archive may lie about it. */
typedef struct fixture_part {
  const char *name, *text;
  uint32_t size;   /**< of `text`; 0: up to its NUL */
  uint32_t claims; /**< size that it says it has unpacked; 0: the real one */
  uint16_t method; /**< 0 stored, 8 deflated */
  uint16_t flags;  /**< 1 encrypted */
  bool bad_sum;
} fixture_part;

static inline uint32_t fixture_crc(const char *data, size_t size)
{
  uint32_t crc = 0xFFFFFFFF;
  for (size_t i = 0; i < size; i++) {
    crc ^= (unsigned char)data[i];
    for (int bit = 0; bit < 8; bit++)
      crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  return ~crc;
}

static inline void fixture_bytes(ims_memory *out, const char *data, size_t size)
{
  const ims_sink sink = ims_sink_memory(out);
  cr_assert_eq(sink.write(sink.context, data, size), IMS_OK);
}

static inline void fixture_little(ims_memory *out, uint32_t value, int bytes)
{
  for (int i = 0; i < bytes; i++, value >>= 8)
    fixture_bytes(out, &(char){ (char)(value & 0xFF) }, 1);
}

/* What the header of a part and the list of parts have in common. */
static inline void fixture_header(ims_memory *out, const fixture_part *part)
{
  const uint32_t size = part->size ? part->size : (uint32_t)strlen(part->text);
  fixture_little(out, 20, 2);
  fixture_little(out, part->flags, 2);
  fixture_little(out, part->method, 2);
  fixture_little(out, 0x21 << 16, 4); /* 1980-01-01 */
  fixture_little(out, fixture_crc(part->text, size) ^ (part->bad_sum ? 1 : 0), 4);
  fixture_little(out, size, 4);
  fixture_little(out, part->claims ? part->claims : size, 4);
  fixture_little(out, (uint32_t)strlen(part->name), 2);
  fixture_little(out, 0, 2);
}

/** An archive of `count` parts; free it with ims_memory_free. */
static inline ims_memory fixture_zip(const fixture_part *parts, size_t count)
{
  ims_memory out = { 0 }, list = { 0 };
  for (size_t i = 0; i < count; i++) {
    const uint32_t offset = (uint32_t)out.size;
    fixture_bytes(&out, "PK\3\4", 4);
    fixture_header(&out, &parts[i]);
    fixture_bytes(&out, parts[i].name, strlen(parts[i].name));
    fixture_bytes(&out, parts[i].text, parts[i].size ? parts[i].size : strlen(parts[i].text));
    fixture_bytes(&list, "PK\1\2", 4);
    fixture_little(&list, 20, 2);
    fixture_header(&list, &parts[i]);
    fixture_bytes(&list, "\0\0\0\0\0\0\0\0\0\0", 10);
    fixture_little(&list, offset, 4);
    fixture_bytes(&list, parts[i].name, strlen(parts[i].name));
  }
  const uint32_t offset = (uint32_t)out.size, size = (uint32_t)list.size;
  if (size)
    fixture_bytes(&out, list.data, size);
  fixture_bytes(&out, "PK\5\6\0\0\0\0", 8);
  fixture_little(&out, (uint32_t)count, 2);
  fixture_little(&out, (uint32_t)count, 2);
  fixture_little(&out, size, 4);
  fixture_little(&out, offset, 4);
  fixture_little(&out, 0, 2);
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

/* ---- what is read ---- */

typedef struct fixture_reading {
  ims_memory got;
  ims_status answer; /* to a row */
} fixture_reading;

static inline void fixture_place(fixture_reading *r, ims_pos pos)
{
  cr_assert_eq(ims_pos_write(pos, ims_sink_memory(&r->got)), IMS_OK);
}

static inline void fixture_sheet_diag(void *context, const ims_diag *diag)
{
  fixture_reading *r = context;
  fixture_place(r, diag->pos);
  fixture_printf(&r->got, ": %s: %s [%s]\n", ims_severity_name(diag->severity), diag->text, ims_diag_code(diag->id));
}

static inline ims_status fixture_sheet(void *context, const char *name, bool hidden)
{
  fixture_reading *r = context;
  fixture_printf(&r->got, "%s%s\n", name, hidden ? " hidden" : "");
  return IMS_OK;
}

static inline ims_status fixture_row(void *context, const imsi_sheet_row *row)
{
  static const char kinds[] = "tndb!";
  fixture_reading *r = context;
  fixture_printf(&r->got, "%u%s", row->number, row->hidden ? " hidden" : "");
  for (size_t i = 0; i < row->count; i++) {
    const imsi_cell *cell = &row->cells[i];
    cr_expect_eq(imsi_sheet_place(row, cell->column).column, cell->pos.column);
    cr_expect_eq(imsi_sheet_place(row, cell->column).line, cell->pos.line);
    fixture_printf(&r->got, " | %u%c%s%s%s ", cell->column, kinds[cell->kind], cell->formula ? "f" : "",
                   cell->merged ? "m" : "", cell->hidden ? "h" : "");
    fixture_bytes(&r->got, cell->text, strlen(cell->text));
  }
  fixture_printf(&r->got, "\n");
  return r->answer;
}

/** Reads bytes as the file `name` and compares what came of it: names of sheets, rows, messages. */
static inline void fixture_read_bytes(const char *name, const char *data, size_t size,
                                      const imsi_sheet_options *options, ims_status status, const char *expected)
{
  fixture_reading r = { .answer = IMS_OK };
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, (ims_diag_sink){ fixture_sheet_diag, &r });
  const imsi_sheet_handler handler = { fixture_sheet, fixture_row, &r };
  cr_expect_eq(imsi_sheet_memory(name, data, size, options, &reporter, &handler), status, "%s", r.got.data);
  cr_expect_str_eq(r.got.data ? r.got.data : "", expected, "got\n%s\nexpected\n%s", r.got.data, expected);
  imsi_reporter_free(&reporter);
  ims_memory_free(&r.got);
}

static inline void fixture_read_parts(const fixture_part *parts, size_t count, const imsi_sheet_options *options,
                                      ims_status status, const char *expected)
{
  ims_memory zip = fixture_zip(parts, count);
  fixture_read_bytes("x.xlsx", zip.data, zip.size, options, status, expected);
  ims_memory_free(&zip);
}

#define FIXTURE_COUNT(parts) (sizeof(parts) / sizeof *(parts))

/** Reads a workbook whose one sheet is the XML `sheet`. */
static inline void fixture_read_sheet(const char *sheet, const imsi_sheet_options *options, ims_status status,
                                      const char *expected)
{
  const fixture_part parts[] = { ROOT_PART,
                                 WORKBOOK_PART(ONE_SHEET),
                                 ROLES_PART(USUAL_ROLES),
                                 PART("xl/sharedStrings.xml", USUAL_STRINGS),
                                 PART("xl/styles.xml", USUAL_STYLES),
                                 PART("xl/worksheets/sheet1.xml", sheet) };
  fixture_read_parts(parts, FIXTURE_COUNT(parts), options, status, expected);
}

#endif
