/* Markdown with the tables of GitHub: captions are paragraphs above, notes a list below. */
#include "base/out.h"
#include "write/common.h"
#include "write/registry.h"

#include <string.h>

typedef struct writer {
  const ims_table *table;
  const ims_write_options *options;
  imsi_out out;
  imsi_arena arena; /* cells whose control characters were replaced */
  ims_status status;
} writer;

static const char *printable(writer *w, const char *text)
{
  const char *clean = imsi_write_printable(&w->arena, text);
  if (!clean)
    w->status = IMS_NOMEM;
  return clean ? clean : "";
}

/* Everything that Markdown could take for mark-up; '~' would strike out, '|' would end the cell. */
static void put_escaped(imsi_out *out, const char *text)
{
  for (;;) {
    const size_t plain = strcspn(text, "|\\`*_<>&[]~\n");
    imsi_out_bytes(out, text, plain);
    text += plain;
    if (!*text)
      return;
    imsi_out_text(out, *text == '\n' ? "<br>" : "\\");
    if (*text != '\n')
      imsi_out_bytes(out, text, 1);
    text++;
  }
}

/* At the start of a paragraph a few more characters mean something: `# - +` and `1. ` or `1) `. */
static void put_paragraph(writer *w, const char *text)
{
  text = printable(w, text);
  text += strspn(text, " ");
  const size_t digits = strspn(text, "0123456789");
  imsi_out_bytes(&w->out, text, digits);
  text += digits;
  const bool item = digits && *text && strchr(".)", *text) && (!text[1] || text[1] == ' ');
  if (item || (!digits && *text && strchr("#+-", *text)))
    imsi_out_text(&w->out, "\\");
  put_escaped(&w->out, text);
  imsi_out_text(&w->out, "\n");
}

static void put_cell(writer *w, const char *text, bool bold)
{
  imsi_out_text(&w->out, " ");
  text = printable(w, text ? text : "");
  text += strspn(text, " \n"); /* `** a**` is not bold */
  size_t size = strlen(text);
  while (size && (text[size - 1] == ' ' || text[size - 1] == '\n'))
    size--;
  if (size) {
    const char *trimmed = imsi_arena_copy(&w->arena, text, size);
    if (!trimmed)
      w->status = IMS_NOMEM;
    imsi_out_text(&w->out, bold ? "**" : "");
    put_escaped(&w->out, trimmed ? trimmed : "");
    imsi_out_text(&w->out, bold ? "** " : " ");
  }
  imsi_out_text(&w->out, "|");
}

static void put_header(writer *w)
{
  imsi_out_text(&w->out, "|");
  for (size_t i = 0; i < ims_table_column_count(w->table); i++)
    if (imsi_write_shown(w->table, w->options, i))
      put_cell(w, ims_table_column(w->table, i)->title, false);
  imsi_out_text(&w->out, "\n|");
  for (size_t i = 0; i < ims_table_column_count(w->table); i++)
    if (imsi_write_shown(w->table, w->options, i))
      imsi_out_text(&w->out, ims_table_column(w->table, i)->kind == IMS_COLUMN_NUMBER ? " ---: |" : " --- |");
  imsi_out_text(&w->out, "\n");
}

static void put_row(writer *w, size_t row)
{
  const ims_row_kind kind = ims_table_row_kind(w->table, row);
  size_t shown = 0;
  imsi_out_text(&w->out, "|");
  for (size_t i = 0; i < ims_table_column_count(w->table); i++) {
    if (!imsi_write_shown(w->table, w->options, i))
      continue;
    if (kind == IMS_ROW_SECTION) /* its text is in column 0, shown or not */
      put_cell(w, shown ? NULL : ims_table_cell(w->table, row, 0), true);
    else
      put_cell(w, ims_table_cell(w->table, row, i), kind == IMS_ROW_HEADING && shown < 2);
    shown++;
  }
  imsi_out_text(&w->out, "\n");
}

static size_t shown_columns(const writer *w)
{
  size_t shown = 0;
  for (size_t i = 0; i < ims_table_column_count(w->table); i++)
    shown += imsi_write_shown(w->table, w->options, i);
  return shown;
}

static void put_document(writer *w)
{
  const size_t captions = ims_table_caption_count(w->table), columns = shown_columns(w);
  for (size_t i = 0; i < captions; i++) {
    imsi_out_text(&w->out, i ? "\n" : "");
    put_paragraph(w, ims_table_caption(w->table, i));
  }
  if (columns) {
    imsi_out_text(&w->out, captions ? "\n" : "");
    put_header(w);
    for (size_t i = 0; i < ims_table_row_count(w->table); i++)
      put_row(w, i);
  }
  for (size_t i = 0; i < ims_table_note_count(w->table); i++) {
    imsi_out_text(&w->out, !i && (captions || columns) ? "\n- " : "- ");
    put_paragraph(w, ims_table_note(w->table, i));
  }
}

static ims_status write_md(const ims_table *table, const ims_write_options *options, ims_sink sink)
{
  writer w = { .table = table, .options = options, .out = { .sink = sink } };
  put_document(&w);
  const ims_status sent = imsi_out_end(&w.out);
  imsi_arena_free(&w.arena);
  return w.status ? w.status : sent;
}

const ims_format imsi_format_md = { "md", "md", "Markdown with tables as on GitHub", write_md };
