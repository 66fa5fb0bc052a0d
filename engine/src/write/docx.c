/*
 * A document to edit and to send: title, what it is about, the table across the page with its titles on each, and the
 * legend as footnotes. Columns in which all is empty are left out.
 */
#include "base/try.h"
#include "base/utf8.h"
#include "write/common.h"
#include "write/docx_internal.h"
#include "write/pages_internal.h"
#include "write/registry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define WORD "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define OFFICE "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

enum {
  PAGE_WIDTH = 15398, /* of A4 across, between margins of half an inch, in twentieths of a point */
  PAGE_ROOM = 150,    /* characters of cells in it, in a wide font */
  MARGIN = 3,         /* of both sides of a cell, in characters */
  BOLD = 1,           /* by which a title is wider than other words, in characters */
  WORD_CAP = 22,      /* longer words are broken */
  LINE_CAP = 60,      /* longer lines are wrapped */
  MOST_COLUMNS = 63   /* of a table in a word processor */
};

typedef struct column {
  const ims_column *about;
  size_t index; /* in the table */
  size_t least, wanted, width;
} column;

typedef struct writer {
  const ims_table *table;
  imsi_arena arena;
  imsi_strbuf document, footnotes, footer, styles;
  column columns[MOST_COLUMNS];
  size_t count;
  ims_status status;
} writer;

/* ---- text ---- */

/* What is no text in XML; lines of a cell are lines of a paragraph. */
static void put_text(writer *w, imsi_strbuf *out, const char *text)
{
  const char *clean = imsi_write_printable(&w->arena, text);
  if (!clean) {
    w->status = IMS_NOMEM;
    return;
  }
  imsi_strbuf_text(out, "<w:t xml:space=\"preserve\">");
  while (*clean) {
    const size_t plain = strcspn(clean, "&<>\n");
    imsi_strbuf_bytes(out, clean, plain);
    clean += plain;
    if (!*clean)
      break;
    imsi_strbuf_text(out, *clean == '&'   ? "&amp;"
                          : *clean == '<' ? "&lt;"
                          : *clean == '>' ? "&gt;"
                                          : "</w:t><w:br/><w:t xml:space=\"preserve\">");
    clean++;
  }
  imsi_strbuf_text(out, "</w:t>");
}

static void put_paragraph(writer *w, imsi_strbuf *out, const char *style, const char *text)
{
  imsi_strbuf_text(out, "<w:p><w:pPr><w:pStyle w:val=\"");
  imsi_strbuf_text(out, style);
  imsi_strbuf_text(out, "\"/></w:pPr>");
  if (*text) {
    imsi_strbuf_text(out, "<w:r>");
    put_text(w, out, text);
    imsi_strbuf_text(out, "</w:r>");
  }
  imsi_strbuf_text(out, "</w:p>");
}

static void put_attribute(imsi_strbuf *out, const char *before, size_t number, const char *after)
{
  imsi_strbuf_text(out, before);
  imsi_strbuf_number(out, number);
  imsi_strbuf_text(out, after);
}

/* ---- columns ---- */

static size_t least(size_t a, size_t b)
{
  return a < b ? a : b;
}

/* `more`: by which letters of the text are wider, on the whole. */
static void measure(column *c, const char *text, size_t more)
{
  while (*text) {
    const size_t line = strcspn(text, "\n");
    const size_t width = least(imsi_utf8_width(text, line), LINE_CAP) + more;
    c->wanted = width + MARGIN > c->wanted ? width + MARGIN : c->wanted;
    for (size_t at = 0; at < line;) {
      const size_t word = strcspn(text + at, " \n");
      const size_t wide = least(imsi_utf8_width(text + at, word), WORD_CAP) + more;
      c->least = wide + MARGIN > c->least ? wide + MARGIN : c->least;
      at += word + 1;
    }
    text += line + (text[line] == '\n');
  }
}

/* Shares the width of the page out: each gets its longest word, and of the rest in proportion to its longest line. */
static void choose_widths(writer *w)
{
  size_t words = 0, lines = 0;
  for (size_t i = 0; i < w->count; i++) {
    words += w->columns[i].least;
    lines += w->columns[i].wanted;
  }
  for (size_t i = 0; i < w->count; i++) {
    column *c = &w->columns[i];
    size_t share = c->wanted * PAGE_ROOM / lines;
    if (words >= PAGE_ROOM)
      share = c->least * PAGE_ROOM / words;
    else if (lines > PAGE_ROOM)
      share = c->least + (PAGE_ROOM - words) * (c->wanted - c->least) / (lines - words);
    c->width = share * PAGE_WIDTH / PAGE_ROOM;
  }
}

static ims_status choose_columns(writer *w, const ims_write_options *options)
{
  const ims_table *table = w->table;
  for (size_t i = 0; i < ims_table_column_count(table); i++) {
    if (!imsi_write_shown(table, options, i) || imsi_write_empty(table, i))
      continue;
    if (w->count == MOST_COLUMNS)
      return IMS_LIMIT;
    column *c = &w->columns[w->count++];
    *c = (column){ .about = ims_table_column(table, i), .index = i, .least = MARGIN + 1, .wanted = MARGIN + 1 };
    measure(c, c->about->title, BOLD);
    for (size_t row = 0; row < ims_table_row_count(table); row++)
      if (ims_table_row_kind(table, row) != IMS_ROW_SECTION && ims_table_cell(table, row, i))
        measure(c, ims_table_cell(table, row, i), 0);
  }
  if (w->count)
    choose_widths(w);
  return IMS_OK;
}

/* ---- the table ---- */

/* A cell over `span` columns; `paper` 0: white. */
static void put_cell(writer *w, size_t width, size_t span, unsigned paper, const char *style, const char *text)
{
  imsi_strbuf *out = &w->document;
  put_attribute(out, "<w:tc><w:tcPr><w:tcW w:w=\"", width, "\" w:type=\"dxa\"/>");
  if (span > 1)
    put_attribute(out, "<w:gridSpan w:val=\"", span, "\"/>");
  if (paper) {
    char shade[80];
    snprintf(shade, sizeof shade, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"%06X\"/>", paper);
    imsi_strbuf_text(out, shade);
  }
  imsi_strbuf_text(out, "</w:tcPr>");
  put_paragraph(w, out, style, text);
  imsi_strbuf_text(out, "</w:tc>");
}

static void put_row(writer *w, size_t row)
{
  const ims_row_kind kind = ims_table_row_kind(w->table, row);
  imsi_strbuf_text(&w->document, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
  if (kind == IMS_ROW_SECTION) {
    const char *text = ims_table_cell(w->table, row, 0);
    put_cell(w, PAGE_WIDTH, w->count, 0xD9E2F3, "CellStrong", text ? text : "");
  }
  for (size_t i = 0; i < w->count && kind != IMS_ROW_SECTION; i++) {
    const char *text = ims_table_cell(w->table, row, w->columns[i].index);
    const unsigned shade = text ? imsi_shade_paper(imsi_shade_of(w->columns[i].about->key, text)) : 0;
    const bool heading = kind == IMS_ROW_HEADING;
    put_cell(w, w->columns[i].width, 1, heading ? 0xF2F2F2 : shade, heading ? "CellStrong" : "Cell", text ? text : "");
  }
  imsi_strbuf_text(&w->document, "</w:tr>");
}

static void put_table(writer *w)
{
  static const char *const sides[] = { "top", "left", "bottom", "right", "insideH", "insideV" };
  imsi_strbuf *out = &w->document;
  if (!w->count)
    return;
  put_attribute(out, "<w:tbl><w:tblPr><w:tblW w:w=\"", PAGE_WIDTH, "\" w:type=\"dxa\"/><w:tblBorders>");
  for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
    imsi_strbuf_text(out, "<w:");
    imsi_strbuf_text(out, sides[i]);
    imsi_strbuf_text(out, " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"BFBFBF\"/>");
  }
  imsi_strbuf_text(out, "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
  for (size_t i = 0; i < w->count; i++)
    put_attribute(out, "<w:gridCol w:w=\"", w->columns[i].width, "\"/>");
  imsi_strbuf_text(out, "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
  for (size_t i = 0; i < w->count; i++)
    put_cell(w, w->columns[i].width, 1, 0x1F3864, "CellHead", w->columns[i].about->title);
  imsi_strbuf_text(out, "</w:tr>");
  for (size_t i = 0; i < ims_table_row_count(w->table); i++)
    put_row(w, i);
  imsi_strbuf_text(out, "</w:tbl><w:p/>");
}

/* ---- around it ---- */

static const char *title_of(const char *report)
{
  static const struct {
    const char *report, *title;
  } titles[] = {
    { "compare", "Two standards at a glance" },
    { "correlate", "Correlation table" },
    { "cover", "What covers what" },
    { "coverage", "What the register shows" },
    { "duties", "Documented information that is demanded" },
    { "findings", "What to look at" },
    { "gap", "What is still to be done" },
    { "matrix", "Clauses and documents" },
    { "overlap", "What several standards ask" },
    { "review", "Rows for a second reader" },
    { "shared", "Documents that serve several systems" },
    { "soa", "Statement of Applicability" },
    { "terms", "What the standards mean by a word" },
  };
  for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
    if (strcmp(titles[i].report, report) == 0)
      return titles[i].title;
  return report;
}

/* A mark for each note, in one line above the table. */
static void put_marks(writer *w)
{
  const size_t count = ims_table_note_count(w->table);
  if (!count)
    return;
  imsi_strbuf *out = &w->document;
  imsi_strbuf_text(out, "<w:p><w:pPr><w:pStyle w:val=\"Caption\"/></w:pPr><w:r><w:t>To be kept in mind:</w:t></w:r>");
  for (size_t i = 0; i < count; i++)
    put_attribute(out,
                  "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/>"
                  "</w:rPr><w:footnoteReference w:id=\"",
                  i + 1, "\"/></w:r>");
  imsi_strbuf_text(out, "</w:p>");
}

static void make_footnotes(writer *w)
{
  imsi_strbuf *out = &w->footnotes;
  imsi_strbuf_text(out, HEAD "<w:footnotes " WORD "><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r>"
                             "<w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" "
                             "w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>");
  for (size_t i = 0; i < ims_table_note_count(w->table); i++) {
    put_attribute(out, "<w:footnote w:id=\"", i + 1,
                  "\"><w:p><w:pPr><w:pStyle w:val=\"FootnoteText\"/></w:pPr>"
                  "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>"
                  "<w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t>"
                  "</w:r><w:r>");
    put_text(w, out, ims_table_note(w->table, i));
    imsi_strbuf_text(out, "</w:r></w:p></w:footnote>");
  }
  imsi_strbuf_text(out, "</w:footnotes>");
}

static void put_field(imsi_strbuf *out, const char *field)
{
  imsi_strbuf_text(out, "<w:fldSimple w:instr=\"");
  imsi_strbuf_text(out, field);
  imsi_strbuf_text(out, "\"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
}

static void make_footer(writer *w)
{
  imsi_strbuf *out = &w->footer;
  imsi_strbuf_text(out, HEAD "<w:ftr " WORD "><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:jc w:val=\"right\"/></w:pPr>"
                             "<w:r>");
  put_text(w, out, title_of(ims_table_name(w->table)));
  imsi_strbuf_text(out, "<w:t xml:space=\"preserve\">, page </w:t></w:r>");
  put_field(out, "PAGE");
  imsi_strbuf_text(out, "<w:r><w:t xml:space=\"preserve\"> of </w:t></w:r>");
  put_field(out, "NUMPAGES");
  imsi_strbuf_text(out, "</w:p></w:ftr>");
}

static void make_document(writer *w)
{
  imsi_strbuf *out = &w->document;
  imsi_strbuf_text(out, HEAD "<w:document " WORD " " OFFICE "><w:body>");
  put_paragraph(w, out, "Title", title_of(ims_table_name(w->table)));
  for (size_t i = 0; i < ims_table_caption_count(w->table); i++)
    put_paragraph(w, out, "Caption", ims_table_caption(w->table, i));
  put_marks(w);
  put_table(w);
  imsi_strbuf_text(out, "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>"
                        "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
                        "<w:pgMar w:top=\"850\" w:right=\"720\" w:bottom=\"850\" w:left=\"720\" w:header=\"400\" "
                        "w:footer=\"400\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
}

static ims_status hand_over(const writer *w, ims_sink sink)
{
  enum { MOST_PARTS = 16 };
  size_t count;
  imsi_docx_part parts[MOST_PARTS];
  const imsi_docx_part *fixed = imsi_docx_fixed_parts(&count);
  memcpy(parts, fixed, count * sizeof *parts);
  parts[count++] = (imsi_docx_part){ "word/document.xml", w->document.data, w->document.size };
  parts[count++] = (imsi_docx_part){ "word/footnotes.xml", w->footnotes.data, w->footnotes.size };
  parts[count++] = (imsi_docx_part){ "word/styles.xml", w->styles.data, w->styles.size };
  parts[count++] = (imsi_docx_part){ "word/footer1.xml", w->footer.data, w->footer.size };
  return imsi_docx_zip(parts, count, sink);
}

static ims_status write_parts(writer *w, const ims_write_options *options, ims_sink sink)
{
  IMS_TRY(choose_columns(w, options));
  make_document(w);
  make_footnotes(w);
  make_footer(w);
  imsi_docx_make_styles(&w->styles);
  IMS_TRY(w->status);
  IMS_TRY(w->document.status);
  IMS_TRY(w->footnotes.status);
  IMS_TRY(w->footer.status);
  IMS_TRY(w->styles.status);
  return hand_over(w, sink);
}

static ims_status write_docx(const ims_table *table, const ims_write_options *options, ims_sink sink)
{
  writer *w = calloc(1, sizeof *w);
  if (!w)
    return IMS_NOMEM;
  w->table = table;
  const ims_status status = write_parts(w, options, sink);
  imsi_strbuf_free(&w->document);
  imsi_strbuf_free(&w->footnotes);
  imsi_strbuf_free(&w->footer);
  imsi_strbuf_free(&w->styles);
  imsi_arena_free(&w->arena);
  free(w);
  return status;
}

const ims_format imsi_format_docx = { "docx", "docx", "a document to edit and to send", write_docx };
