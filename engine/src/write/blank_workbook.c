/* A register to fill in: a sheet that says what goes where, and one for each kind of entry. */

#include "base/strbuf.h"
#include "base/try.h"
#include "write/blank_internal.h"
#include "write/workbook_internal.h"

#include <string.h>

enum { MOST_FIELDS = 32, MOST_WORDS = 8, WIDTH_SHORT = 14, WIDTH_LIST = 22, WIDTH_LONG = 40, FILTERED_ROWS = 1000 };

/* Who the organization is stands in one place. */
static bool is_left_out(const ims_blank *given, ims_entry_kind kind)
{
  return given->with_profile && (kind == IMS_ENTRY_ORGANIZATION || kind == IMS_ENTRY_SYSTEM);
}

/* ---- the first sheet: sentences only, so that nobody takes it for a list ---- */

static const imsi_book_column guide_columns[] = { { .title = "Read me", .width = 120 } };

static const char *const guide_lines[] = {
  "One line for each thing: a document, a process, a control. Leave empty what you do not know; remove sheets that you "
  "do not need.",
  "Columns are found by their titles, so they may be moved or removed, and you can add columns of your own.",
  "Lines in grey italics are examples. They are drafts and count for nothing: remove them.",
  "What is not marked as proposed counts: write 'proposed' as coverage until a person has confirmed it.",
};

static void put_line(imsi_book *book, imsi_book_style style, const char *text)
{
  imsi_book_row(book, style);
  imsi_book_text(book, 0, text);
}

/* "Column 'Title', needed: What it is called." */
static ims_status put_field(imsi_book *book, ims_entry_kind kind, ims_field field)
{
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, "Column '");
  imsi_strbuf_text(&text, ims_field_title(field));
  imsi_strbuf_text(&text, ims_field_required(kind, field) ? "', needed: " : "': ");
  imsi_strbuf_text(&text, imsi_blank_note(kind, field));
  const ims_status status = text.status;
  put_line(book, IMSI_BOOK_PLAIN, imsi_strbuf_string(&text));
  imsi_strbuf_free(&text);
  return status;
}

static ims_status put_guide_of(imsi_book *book, ims_entry_kind kind)
{
  imsi_strbuf text = { 0 };
  size_t count;
  const ims_field *fields = ims_entry_kind_fields(kind, &count);
  imsi_strbuf_text(&text, "The sheet '");
  imsi_strbuf_text(&text, ims_entry_kind_title(kind));
  imsi_strbuf_text(&text, "'");
  ims_status status = text.status;
  put_line(book, IMSI_BOOK_STRONG, imsi_strbuf_string(&text));
  imsi_strbuf_free(&text);
  for (size_t i = 0; !status && i < count; i++)
    status = put_field(book, kind, fields[i]);
  return status;
}

static ims_status put_guide(imsi_book *book, const ims_blank *given)
{
  ims_status status = IMS_OK;
  imsi_book_sheet(book, "Read me", guide_columns, sizeof guide_columns / sizeof *guide_columns, FILTERED_ROWS);
  for (size_t i = 0; i < sizeof guide_lines / sizeof *guide_lines; i++)
    put_line(book, IMSI_BOOK_PLAIN, guide_lines[i]);
  for (int kind = 0; !status && kind < IMS_ENTRY_KIND_COUNT; kind++)
    if (!is_left_out(given, (ims_entry_kind)kind))
      status = put_guide_of(book, (ims_entry_kind)kind);
  return status;
}

/* ---- the others ---- */

static double width_of(ims_field field)
{
  switch (ims_field_kind_of(field)) {
  case IMS_HOLDS_TEXT:
    return field == IMS_FIELD_ID || field == IMS_FIELD_VERSION ? WIDTH_SHORT : WIDTH_LONG;
  case IMS_HOLDS_LIST:
  case IMS_HOLDS_CLAUSES:
    return WIDTH_LIST + WIDTH_SHORT;
  case IMS_HOLDS_SYSTEMS:
    return WIDTH_LIST;
  default:
    return WIDTH_SHORT;
  }
}

/* What can be chosen for a column, and the room for it. */
typedef struct choice {
  const char *words[MOST_WORDS + IMS_SYSTEMS_MAX];
  size_t count;
} choice;

static void choose_words(ims_field field, choice *among)
{
  for (int value = 1; value <= MOST_WORDS && *ims_field_word(field, value); value++)
    among->words[among->count++] = ims_field_word(field, value);
}

/* A spreadsheet holds a list of 255 bytes; the names of more systems than that have to be typed. */
static void choose_systems(const imsi_blank_known *known, choice *among)
{
  size_t size = 0;
  for (size_t i = 0; i < known->system_count && i < IMS_SYSTEMS_MAX; i++) {
    const char *id = known->systems[i].texts[IMS_FIELD_ID];
    size += strlen(id) + 1;
    if (size > 255)
      return;
    among->words[among->count++] = id;
  }
}

static void describe(const imsi_blank_known *known, ims_entry_kind kind, ims_field field, choice *among,
                     imsi_book_column *column)
{
  const ims_field_kind holds = ims_field_kind_of(field);
  *column = (imsi_book_column){
    .title = ims_field_title(field),
    .note = imsi_blank_note(kind, field),
    .width = width_of(field),
    .form = holds == IMS_HOLDS_DAY      ? IMSI_BOOK_DAY
            : holds == IMS_HOLDS_NUMBER ? IMSI_BOOK_NUMBER
                                        : IMSI_BOOK_TEXT,
    .open = holds == IMS_HOLDS_SYSTEMS, /* several can be typed */
  };
  if (holds == IMS_HOLDS_WORD)
    choose_words(field, among);
  else if (holds == IMS_HOLDS_SYSTEMS)
    choose_systems(known, among);
  if (among->count) {
    column->words = among->words;
    column->word_count = among->count;
  }
}

/* Two lines that show what a document and a record look like. */
static const imsi_blank_row examples[] = {
  { .texts = { [IMS_FIELD_ID] = "EXAMPLE-1",
               [IMS_FIELD_TITLE] = "Control of documents",
               [IMS_FIELD_KIND] = "document",
               [IMS_FIELD_TYPE] = "Procedure",
               [IMS_FIELD_CLAUSES] = "ISO 9001:2015 7.5; ISO/IEC 27001:2022 7.5, A.5.37",
               [IMS_FIELD_COVERAGE] = "proposed",
               [IMS_FIELD_OWNER] = "A. Miller",
               [IMS_FIELD_APPROVERS] = "QMS: A. Miller; ISMS: B. Jones",
               [IMS_FIELD_VERSION] = "1.0",
               [IMS_FIELD_STATUS] = "draft",
               [IMS_FIELD_NOTE] = "an example: remove this line" } },
  { .texts = { [IMS_FIELD_ID] = "EXAMPLE-2",
               [IMS_FIELD_TITLE] = "Minutes of the management review",
               [IMS_FIELD_KIND] = "record",
               [IMS_FIELD_TYPE] = "Minutes",
               [IMS_FIELD_CLAUSES] = "ISO 9001:2015 9.3.3",
               [IMS_FIELD_COVERAGE] = "proposed",
               [IMS_FIELD_STATUS] = "draft",
               [IMS_FIELD_NOTE] = "an example: remove this line" } },
};

static void put_rows(imsi_book *book, ims_entry_kind kind, const imsi_blank_row *rows, size_t row_count,
                     imsi_book_style style)
{
  size_t count;
  const ims_field *fields = ims_entry_kind_fields(kind, &count);
  for (size_t row = 0; row < row_count; row++) {
    imsi_book_row(book, style);
    for (size_t i = 0; i < count; i++)
      if (rows[row].texts[fields[i]])
        imsi_book_text(book, i, rows[row].texts[fields[i]]);
  }
}

static void put_kind(imsi_book *book, const imsi_blank_known *known, ims_entry_kind kind)
{
  imsi_book_column columns[MOST_FIELDS];
  choice among[MOST_FIELDS] = { 0 };
  imsi_blank_row one;
  size_t count, row_count;
  const ims_field *fields = ims_entry_kind_fields(kind, &count);
  for (size_t i = 0; i < count; i++)
    describe(known, kind, fields[i], &among[i], &columns[i]);
  imsi_book_sheet(book, ims_entry_kind_title(kind), columns, count, FILTERED_ROWS);
  const imsi_blank_row *rows = imsi_blank_rows(known, kind, &one, &row_count);
  put_rows(book, kind, rows, row_count, IMSI_BOOK_PLAIN);
  if (kind == IMS_ENTRY_DOCUMENT)
    put_rows(book, kind, examples, sizeof examples / sizeof *examples, IMSI_BOOK_ASIDE);
}

static ims_status put_all(imsi_book *book, const imsi_blank_known *known, const ims_blank *given)
{
  IMS_TRY(put_guide(book, given));
  for (int kind = 0; kind < IMS_ENTRY_KIND_COUNT; kind++)
    if (!is_left_out(given, (ims_entry_kind)kind))
      put_kind(book, known, (ims_entry_kind)kind);
  return IMS_OK;
}

ims_status ims_blank_workbook(const ims_model *model, const ims_blank *given, ims_diag_sink diags, ims_sink sink)
{
  imsi_blank_known known = IMSI_BLANK_KNOWN;
  imsi_book *book = NULL;
  ims_status status = imsi_blank_know(model, given, diags, &known);
  if (!status)
    status = imsi_book_new(&book);
  if (!status)
    status = put_all(book, &known, given);
  if (!status)
    status = imsi_book_end(book, sink);
  else
    imsi_book_drop(book);
  imsi_blank_known_free(&known);
  return status;
}
