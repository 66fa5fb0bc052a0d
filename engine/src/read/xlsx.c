/* A workbook: which parts are its sheets, and what else is needed to read them. */

#include "read/xlsx.h"

#include "read/xlsx_internal.h"

#include <string.h>

enum { MOST_RELATIONSHIPS = 1 << 15, LONGEST_NAME = 255 };

/* What a part is to the one that names it. */
typedef struct relationship {
  const char *id, *type, *path;
} relationship;

typedef struct sheet {
  const char *name, *id; /* `id` of its relationship */
  bool hidden;
} sheet;

typedef struct reader {
  imsi_book book;
  const char *folder;     /* that targets are seen from, with a slash at the end, or "" */
  imsi_vec relationships; /* of relationship */
  imsi_vec sheets;        /* of sheet */
} reader;

static ims_pos nowhere_in(const reader *r)
{
  return (ims_pos){ r->book.run->name, 0, 0, NULL };
}

/* ---- relationships ---- */

static void drop_last_folder(imsi_strbuf *path)
{
  while (path->size && path->data[path->size - 1] != '/')
    path->size--;
  path->size -= path->size > 0;
}

/* "../a.xml" seen from "xl/sheets/" is "xl/a.xml"; nothing is above the archive. */
static const char *resolve(reader *r, const char *target)
{
  imsi_strbuf path = { 0 };
  if (*target != '/')
    imsi_strbuf_bytes(&path, r->folder, *r->folder ? strlen(r->folder) - 1 : 0);
  for (const char *step = target; *step;) {
    const size_t size = strcspn(step, "/");
    if (size == 2 && memcmp(step, "..", 2) == 0) {
      drop_last_folder(&path);
    } else if (size && !(size == 1 && *step == '.')) {
      imsi_strbuf_text(&path, path.size ? "/" : "");
      imsi_strbuf_bytes(&path, step, size);
    }
    step += size + (step[size] == '/');
  }
  const char *copy = path.status ? NULL : imsi_arena_copy(&r->book.arena, imsi_strbuf_string(&path), path.size);
  imsi_strbuf_free(&path);
  return copy;
}

static void begin_relationship(imsi_part *part, size_t element, int count, const xmlChar **attributes)
{
  (void)element;
  reader *r = part->context;
  size_t size = 0;
  if (r->relationships.count == MOST_RELATIONSHIPS) {
    imsi_sheet_limit(r->book.run, part->pos, "a part refers to more than %1 others", MOST_RELATIONSHIPS);
    imsi_part_stop(part);
    return;
  }
  const char *mode = imsi_part_attribute(part, count, attributes, "TargetMode", false, &size);
  if (mode && size == strlen("External") && memcmp(mode, "External", size) == 0)
    return;
  const char *id = imsi_part_copy(part, count, attributes, "Id", false);
  const char *type = id ? imsi_part_copy(part, count, attributes, "Type", false) : NULL;
  const char *target = type ? imsi_part_copy(part, count, attributes, "Target", false) : NULL;
  if (!target)
    return;
  const char *slash = strrchr(type, '/'), *path = resolve(r, target);
  const relationship found = { id, slash ? slash + 1 : type, path };
  r->book.run->ended = path ? imsi_vec_push(&r->relationships, &found) : IMS_NOMEM;
  if (r->book.run->ended)
    imsi_part_stop(part);
}

/* Reads what the part in `folder` called `name` refers to; ids are its own. */
static bool read_relationships(reader *r, const char *folder, const char *name)
{
  static const char *const elements[] = { "Relationship", NULL };
  static const imsi_part_rule rule = { "Relationships", elements, begin_relationship, NULL, NULL, false };
  imsi_strbuf path = { 0 };
  imsi_strbuf_text(&path, folder);
  imsi_strbuf_text(&path, "_rels/");
  imsi_strbuf_text(&path, name);
  imsi_strbuf_text(&path, ".rels");
  r->relationships.count = 0;
  r->folder = folder;
  bool good = false;
  if (path.status)
    r->book.run->ended = path.status;
  else
    good = imsi_part_read(&r->book, imsi_strbuf_string(&path), &rule, r, nowhere_in(r));
  imsi_strbuf_free(&path);
  return good;
}

/* The type is the last word of a long name, which strict workbooks begin otherwise. */
static const relationship *find_type(const reader *r, const char *type)
{
  for (size_t i = 0; i < r->relationships.count; i++)
    if (strcmp(IMSI_AT(relationship, &r->relationships, i).type, type) == 0)
      return &IMSI_AT(relationship, &r->relationships, i);
  return NULL;
}

static const relationship *find_id(const reader *r, const char *id)
{
  for (size_t i = 0; i < r->relationships.count; i++)
    if (strcmp(IMSI_AT(relationship, &r->relationships, i).id, id) == 0)
      return &IMSI_AT(relationship, &r->relationships, i);
  return NULL;
}

/* ---- the list of sheets ---- */

enum { SHEET, WORKBOOK_PR, CALC_PR };

static void begin_sheet(imsi_part *part, int count, const xmlChar **attributes)
{
  reader *r = part->context;
  size_t size = 0;
  if (r->sheets.count == r->book.run->limits.max_parts) {
    imsi_sheet_limit(r->book.run, part->pos, "the workbook has more than %1 sheets", r->book.run->limits.max_parts);
    imsi_part_stop(part);
    return;
  }
  const char *state = imsi_part_attribute(part, count, attributes, "state", false, &size);
  sheet s = { .hidden = state && !(size == strlen("visible") && memcmp(state, "visible", size) == 0) };
  s.name = imsi_part_copy(part, count, attributes, "name", false);
  s.id = s.name ? imsi_part_copy(part, count, attributes, "id", true) : NULL;
  if (!s.id)
    return;
  if (strlen(s.name) > LONGEST_NAME) { /* it would be in every message */
    imsi_part_damaged(part, "the name of a sheet is too long: '%1'", s.name);
    imsi_part_stop(part);
    return;
  }
  r->book.run->ended = imsi_vec_push(&r->sheets, &s);
  if (r->book.run->ended)
    imsi_part_stop(part);
}

static void begin_in_workbook(imsi_part *part, size_t element, int count, const xmlChar **attributes)
{
  reader *r = part->context;
  if (element == SHEET)
    begin_sheet(part, count, attributes);
  else if (element == WORKBOOK_PR)
    r->book.date1904 = imsi_part_flag(part, count, attributes, "date1904");
  else
    r->book.stale = imsi_part_flag(part, count, attributes, "fullCalcOnLoad");
}

static bool read_workbook(reader *r, const char *path)
{
  static const char *const elements[] = { [SHEET] = "sheet", [WORKBOOK_PR] = "workbookPr", [CALC_PR] = "calcPr", NULL };
  static const imsi_part_rule rule = { "workbook", elements, begin_in_workbook, NULL, NULL, false };
  return imsi_part_read(&r->book, path, &rule, r, nowhere_in(r));
}

/* ---- what else an archive may be ---- */

/* By a part that only such archives have; NULL if it is none of these. */
static const char *other_archive(const imsi_zip *zip)
{
  static const struct {
    const char *part, *name;
  } archives[] = {
    { "xl/workbook.bin", "a binary workbook (.xlsb)" },         { "word/document.xml", "a text document (.docx)" },
    { "ppt/presentation.xml", "a presentation (.pptx)" },       { "content.xml", "an OpenDocument file (.ods, .odt)" },
    { "Index/Document.iwa", "a document of Numbers or Pages" }, { "META-INF/MANIFEST.MF", "a Java archive" },
    { "META-INF/container.xml", "an electronic book (.epub)" },
  };
  size_t part;
  for (size_t i = 0; i < sizeof archives / sizeof *archives; i++)
    if (imsi_zip_find(zip, archives[i].part, &part))
      return archives[i].name;
  return NULL;
}

/* The path of the workbook itself; NULL, reported, if there is none. */
static const char *find_workbook(reader *r)
{
  size_t part;
  const char *other = imsi_zip_find(r->book.zip, "xl/workbook.xml", &part) ? NULL : other_archive(r->book.zip);
  if (!other && !imsi_zip_find(r->book.zip, "_rels/.rels", &part))
    other = "a zip archive without a workbook";
  if (other) {
    imsi_sheet_report(r->book.run, IMS_INVALID, IMS_DIAG_SHEET_FORMAT, nowhere_in(r), other, NULL);
    return NULL;
  }
  if (!read_relationships(r, "", ""))
    return NULL;
  const relationship *main = find_type(r, "officeDocument");
  if (!main)
    imsi_sheet_report(r->book.run, IMS_INVALID, IMS_DIAG_SHEET_DAMAGED, nowhere_in(r),
                      "it does not say which part is the workbook", NULL);
  return main ? main->path : NULL;
}

/* ---- reading ---- */

static void read_sheet(reader *r, const sheet *s)
{
  imsi_sheet_run *run = r->book.run;
  const relationship *to = find_id(r, s->id);
  if (to && strcmp(to->type, "worksheet") != 0)
    return; /* a sheet that is a chart has no cells */
  if (!imsi_sheet_begin(run, s->name, s->hidden))
    return;
  if (to)
    imsi_xlsx_sheet(&r->book, to->path, s->name);
  else
    imsi_sheet_report(run, IMS_INVALID, IMS_DIAG_SHEET_DAMAGED, (ims_pos){ run->name, 0, 0, s->name },
                      "the part of this sheet is not there", NULL);
}

static void read_sheets(reader *r)
{
  const relationship *strings = find_type(r, "sharedStrings"), *styles = find_type(r, "styles");
  imsi_sheet_run *run = r->book.run;
  if (find_type(r, "vbaProject"))
    imsi_sheet_report(run, IMS_OK, IMS_DIAG_SHEET_MACROS, nowhere_in(r), NULL, NULL);
  if (strings)
    imsi_xlsx_strings(&r->book, strings->path);
  if (styles && !run->ended)
    imsi_xlsx_styles(&r->book, styles->path);
  if (!r->sheets.count && !run->ended)
    imsi_sheet_report(run, IMS_INVALID, IMS_DIAG_SHEET_DAMAGED, nowhere_in(r), "it has no sheet", NULL);
  for (size_t i = 0; i < r->sheets.count && !run->ended; i++)
    read_sheet(r, &IMSI_AT(sheet, &r->sheets, i));
}

static void read_book(reader *r)
{
  if (imsi_zip_encrypted(r->book.zip)) {
    imsi_sheet_report(r->book.run, IMS_INVALID, IMS_DIAG_SHEET_ENCRYPTED, nowhere_in(r), NULL, NULL);
    return;
  }
  const char *path = find_workbook(r);
  if (!path || !read_workbook(r, path))
    return;
  const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
  const char *folder = imsi_arena_copy(&r->book.arena, path, (size_t)(name - path));
  if (!folder)
    r->book.run->ended = IMS_NOMEM;
  else if (read_relationships(r, folder, name))
    read_sheets(r);
}

static void report_archive(const reader *r, ims_status status, const imsi_strbuf *why)
{
  static const ims_diag_id ids[] = {
    [IMS_INVALID] = IMS_DIAG_SHEET_DAMAGED, [IMS_LIMIT] = IMS_DIAG_SHEET_LIMIT, [IMS_IO] = IMS_DIAG_CANNOT_READ
  };
  if (status == IMS_NOMEM)
    r->book.run->ended = status;
  else
    imsi_sheet_report(r->book.run, status, ids[status], nowhere_in(r), imsi_strbuf_string(why), NULL);
}

void imsi_xlsx_read(imsi_sheet_run *run, const char *data, size_t size)
{
  reader r = { .book = { .run = run, .strings = IMSI_VEC(const char *), .styles = IMSI_VEC(uint8_t) },
               .relationships = IMSI_VEC(relationship),
               .sheets = IMSI_VEC(sheet) };
  const imsi_zip_limits limits = { run->limits.max_size, run->limits.max_parts, run->limits.max_ratio };
  imsi_strbuf why = { 0 };
  xmlInitParser();
  const ims_status status = imsi_zip_open((imsi_zip_source){ run->name, data, size }, &limits, &why, &r.book.zip);
  if (status)
    report_archive(&r, status, &why);
  else
    read_book(&r);
  imsi_zip_free(r.book.zip);
  imsi_vec_free(&r.book.strings);
  imsi_vec_free(&r.book.styles);
  imsi_vec_free(&r.relationships);
  imsi_vec_free(&r.sheets);
  imsi_arena_free(&r.book.arena);
  imsi_strbuf_free(&why);
}
