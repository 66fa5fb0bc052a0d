#include "query/cite.h"

#include "base/diag.h"
#include "base/try.h"
#include "base/utf8.h"
#include "query/cite_lines.h"
#include "query/table.h"

#include <stdio.h>
#include <string.h>

enum { COLUMN_FILE, COLUMN_LINE, COLUMN_STANDARD, COLUMN_EDITION, COLUMN_CLAUSE, COLUMN_COLUMN, COLUMN_REFERENCE };

static const ims_column columns[] = {
  { "file", "File", IMS_COLUMN_ID, false },          { "line", "Line", IMS_COLUMN_NUMBER, false },
  { "standard", "Standard", IMS_COLUMN_ID, false },  { "edition", "Edition", IMS_COLUMN_ID, false },
  { "clause", "Clause", IMS_COLUMN_ID, false },      { "column", "Column", IMS_COLUMN_NUMBER, true },
  { "reference", "Reference", IMS_COLUMN_ID, true },
};

typedef struct citing {
  const ims_model *model;
  imsi_citations *citations;
  imsi_reporter *reporter;
  imsi_table *table;
  size_t skipped; /* columns that are left out at the beginning */
  const ims_cite_text *text;
  const char *piece;
  const imsi_citation_context *around;
  const char *line; /* where the last line that was counted begins */
  uint32_t line_number;
  const char *first_line; /* the same for the piece */
  uint32_t first_number;
} citing;

/* Pieces come in order, so that lines are counted once; what is said of two standards goes back inside its piece. */
static ims_pos place(citing *c, size_t offset)
{
  const char *at = c->piece + offset;
  if (at < c->line) {
    c->line = c->first_line;
    c->line_number = c->first_number;
  }
  for (const char *end; (end = memchr(c->line, '\n', (size_t)(at - c->line)));) {
    c->line = end + 1;
    c->line_number++;
  }
  return (ims_pos){ c->text->name, c->line_number, (uint32_t)(at - c->line) + 1, NULL };
}

static const ims_edition *shown_edition(const citing *c, const imsi_citation *found)
{
  if (found->edition)
    return found->edition;
  return found->meant && found->meant == c->around->edition ? found->meant : NULL;
}

static void list_editions(const citing *c, const char *standard, imsi_strbuf *list)
{
  const size_t size = strlen(standard);
  for (size_t i = 0; i < ims_edition_count(c->model); i++) {
    const ims_edition *e = ims_edition_at(c->model, i);
    if (e->count && strncmp(e->id, standard, size) == 0 && e->id[size] == ':') {
      imsi_strbuf_text(list, list->size ? ", " : "");
      imsi_strbuf_text(list, e->id);
    }
  }
}

/* A year of no edition is told where something was made of it all the same. */
static void warn_of_year(citing *c, const imsi_citation *found, ims_pos pos)
{
  char year[16];
  if (!found->year || !found->meant)
    return;
  snprintf(year, sizeof year, "%u", found->year);
  imsi_report(c->reporter, IMS_DIAG_UNKNOWN_YEAR, pos, year, found->standard, found->meant->id, NULL);
}

static void warn(citing *c, const imsi_citation *found, ims_pos pos)
{
  warn_of_year(c, found, pos);
  if (found->node.index != IMS_NO_NODE || !*found->standard)
    return;
  imsi_strbuf text = { 0 };
  if (found->meant && found->meant->count) {
    if (!found->edition && found->meant != c->around->edition)
      imsi_strbuf_text(&text, ", which is taken, as no year is given");
    imsi_strbuf_text(&text, found->elsewhere ? "; it is in " : "");
    imsi_strbuf_text(&text, found->elsewhere ? found->elsewhere->id : "");
    imsi_report(c->reporter, IMS_DIAG_NO_SUCH_CLAUSE, pos, found->clause, found->meant->id, imsi_strbuf_string(&text),
                NULL);
  } else {
    list_editions(c, found->standard, &text);
    imsi_report(c->reporter, IMS_DIAG_EDITION_NOT_LOADED, pos, found->clause, found->standard,
                imsi_strbuf_string(&text), NULL);
  }
  imsi_strbuf_free(&text);
}

/* What comes from a text may be in another encoding: a table is UTF-8. */
static void set(const citing *c, size_t column, const char *text)
{
  if (column < c->skipped || !*text)
    return;
  const size_t size = strlen(text);
  if (imsi_utf8_valid(text, size)) {
    imsi_table_set(c->table, column - c->skipped, text);
    return;
  }
  imsi_strbuf readable = { 0 };
  for (size_t at = 0; at < size;) {
    uint32_t code;
    const size_t length = imsi_utf8_decode(text + at, size - at, &code);
    imsi_strbuf_bytes(&readable, length == 1 && code > 0x7F ? "?" : text + at, length);
    at += length;
  }
  imsi_table_set_text(c->table, column - c->skipped, &readable);
  imsi_strbuf_free(&readable);
}

static void set_reference(const citing *c, const imsi_citation *found)
{
  if (found->node.index == IMS_NO_NODE)
    return;
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, found->meant->id);
  imsi_strbuf_text(&text, "/");
  imsi_strbuf_text(&text, ims_node_name(c->model, found->node));
  imsi_table_set_text(c->table, COLUMN_REFERENCE - c->skipped, &text);
  imsi_strbuf_free(&text);
}

static ims_status add_row(void *context, const imsi_citation *found)
{
  citing *c = context;
  const ims_pos pos = place(c, found->offset);
  const ims_edition *edition = shown_edition(c, found);
  imsi_table_row(c->table, IMS_ROW_NORMAL);
  set(c, COLUMN_FILE, c->text->name);
  imsi_table_set_number(c->table, COLUMN_LINE - c->skipped, pos.line);
  set(c, COLUMN_STANDARD, found->standard);
  set(c, COLUMN_EDITION, edition ? edition->id : "");
  set(c, COLUMN_CLAUSE, found->clause);
  imsi_table_set_number(c->table, COLUMN_COLUMN - c->skipped, pos.column);
  set_reference(c, found);
  warn(c, found, pos);
  return IMS_OK;
}

static ims_status take_piece(void *context, size_t start, size_t size, const imsi_citation_context *around)
{
  citing *c = context;
  c->piece = c->text->data + start;
  c->around = around;
  place(c, 0);
  c->first_line = c->line;
  c->first_number = c->line_number;
  const ims_status status = imsi_citations_read(c->citations, around, c->piece, size, add_row, c);
  if (status == IMS_LIMIT)
    imsi_report(c->reporter, IMS_DIAG_CITATION_LIMIT, place(c, 0), NULL, NULL, NULL, NULL);
  return status;
}

static ims_status take_text(citing *c, const ims_cite_text *text)
{
  imsi_cite_lines lines;
  c->text = text;
  c->line = c->first_line = text->data;
  c->line_number = c->first_number = 1;
  ims_status status = imsi_cite_lines_begin(&lines, c->citations, text->name, text->data, text->size);
  while (!status && lines.start < text->size)
    status = imsi_cite_lines_next(&lines, take_piece, c);
  imsi_cite_lines_end(&lines);
  return status;
}

ims_status imsi_cite(const ims_model *model, imsi_citations *citations, const ims_cite_text *texts, size_t count,
                     ims_diag_sink sink, ims_table **table)
{
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, sink);
  citing c = {
    .model = model, .citations = citations, .reporter = &reporter, .skipped = count > 1 ? COLUMN_FILE : COLUMN_LINE
  };
  c.table = imsi_table_new("cite", columns + c.skipped, sizeof columns / sizeof *columns - c.skipped);
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < count; i++)
    status = take_text(&c, &texts[i]);
  imsi_reporter_free(&reporter);
  if (!status)
    return imsi_table_end(c.table, table);
  imsi_table_drop(c.table);
  return status;
}

ims_status ims_cite(const ims_model *model, const ims_cite_text *texts, size_t count, ims_diag_sink sink,
                    ims_table **table)
{
  imsi_citations *citations;
  IMS_TRY(imsi_citations_new(model, &citations));
  const ims_status status = imsi_cite(model, citations, texts, count, sink, table);
  imsi_citations_free(citations);
  return status;
}
