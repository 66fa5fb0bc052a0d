/* The table of `overlap`: a line for all standards, or a count a row. */

#include "report/overlap_internal.h"
#include "report/registry.h"

enum {
  LONG_PART,
  LONG_CLAUSE,
  LONG_TITLE,
  LONG_EDITION,
  LONG_FORCE,
  LONG_COUNTED,
  LONG_WITH,
  LONG_OPEN,
  LONG_COUNT,
  LONG_OF
};

static const ims_column long_columns[] = {
  [LONG_PART] = { "part", "Part", IMS_COLUMN_ID, false },
  [LONG_CLAUSE] = { "clause", "Clause", IMS_COLUMN_ID, false },
  [LONG_TITLE] = { "title", "Title", IMS_COLUMN_TEXT, false },
  [LONG_EDITION] = { "edition", "Edition", IMS_COLUMN_ID, false },
  [LONG_FORCE] = { "force", "Force", IMS_COLUMN_ID, false },
  [LONG_COUNTED] = { "counted", "Counted", IMS_COLUMN_ID, false },
  [LONG_WITH] = { "shared_with", "Shared with", IMS_COLUMN_ID, false },
  [LONG_OPEN] = { "unexamined_in", "Unexamined in", IMS_COLUMN_ID, false },
  [LONG_COUNT] = { "count", "Count", IMS_COLUMN_NUMBER, false },
  [LONG_OF] = { "of", "Of", IMS_COLUMN_NUMBER, false },
};

const ims_columns imsi_overlap_long_form = { long_columns, sizeof long_columns / sizeof *long_columns };

enum { WIDE_CLAUSE, WIDE_TITLE, WIDE_FIRST };

static void set_editions(imsi_overlap_run *o, size_t column, imsi_editions set)
{
  imsi_strbuf_clear(&o->text);
  for (size_t e = 0; e < o->edition_count; e++) {
    if (!(set & UINT32_C(1) << e))
      continue;
    imsi_strbuf_text(&o->text, o->text.size ? " " : "");
    imsi_strbuf_text(&o->text, o->editions[e]->id);
  }
  imsi_table_set_text(o->table, column, &o->text);
}

void imsi_overlap_row(imsi_overlap_run *o, const char *clause, const char *title)
{
  if (!o->wide)
    return;
  imsi_table_row(o->table, IMS_ROW_NORMAL);
  imsi_table_set(o->table, WIDE_CLAUSE, clause);
  imsi_table_set(o->table, WIDE_TITLE, title);
}

void imsi_overlap_cell(imsi_overlap_run *o, size_t column)
{
  if (o->wide)
    imsi_table_set_text(o->table, WIDE_FIRST + column, &o->text);
}

void imsi_overlap_fact(imsi_overlap_run *o, const imsi_overlap_line *line, size_t column, const char *counted,
                       imsi_editions shared, imsi_editions unknown, size_t count, size_t total)
{
  if (o->wide)
    return;
  const imsi_overlap_column *c = &o->columns[column];
  imsi_table_row(o->table, IMS_ROW_NORMAL);
  imsi_table_set(o->table, LONG_PART, line->part);
  imsi_table_set(o->table, LONG_CLAUSE, line->clause);
  imsi_table_set(o->table, LONG_TITLE, line->title);
  imsi_table_set(o->table, LONG_EDITION, o->editions[c->edition]->id);
  imsi_table_set(o->table, LONG_FORCE, ims_force_name(c->control ? IMS_CONTROL : IMS_REQUIREMENT));
  imsi_table_set(o->table, LONG_COUNTED, counted);
  set_editions(o, LONG_WITH, shared & ~(UINT32_C(1) << c->edition));
  set_editions(o, LONG_OPEN, unknown);
  imsi_table_set_number(o->table, LONG_COUNT, count);
  imsi_table_set_number(o->table, LONG_OF, total);
}

ims_status imsi_overlap_begin(imsi_overlap_run *o)
{
  ims_column columns[WIDE_FIRST + IMSI_OVERLAP_COLUMNS] = {
    [WIDE_CLAUSE] = { "clause", "Clause", IMS_COLUMN_ID, false },
    [WIDE_TITLE] = { "title", "Title", IMS_COLUMN_TEXT, false },
  };
  imsi_strbuf keys[IMSI_OVERLAP_COLUMNS] = { { 0 } };
  ims_status status = IMS_OK;
  for (size_t c = 0; c < o->column_count; c++) {
    imsi_strbuf_text(&keys[c], o->editions[o->columns[c].edition]->id);
    imsi_strbuf_text(&keys[c], o->columns[c].control ? " controls" : "");
    status = keys[c].status ? keys[c].status : status;
    columns[WIDE_FIRST + c] =
        (ims_column){ imsi_strbuf_string(&keys[c]), imsi_strbuf_string(&keys[c]), IMS_COLUMN_TEXT, false };
  }
  if (!status)
    o->table = o->wide
                   ? imsi_table_new(imsi_report_overlap.name, columns, WIDE_FIRST + o->column_count)
                   : imsi_table_new(imsi_report_overlap.name, long_columns, sizeof long_columns / sizeof *long_columns);
  for (size_t c = 0; c < o->column_count; c++)
    imsi_strbuf_free(&keys[c]);
  return status;
}

void imsi_overlap_section(imsi_overlap_run *o, const char *title)
{
  if (!o->wide)
    return;
  imsi_table_row(o->table, IMS_ROW_SECTION);
  imsi_table_set(o->table, WIDE_CLAUSE, title);
}

static void add_joint(imsi_overlap_run *o, bool control)
{
  size_t before = 0, after = 0;
  for (size_t i = 0; i < o->units.count; i++) {
    const imsi_overlap_unit *unit = &IMSI_AT(imsi_overlap_unit, &o->units, i);
    before += unit->control == control;
    after += unit->control == control && !unit->absorbed;
  }
  if (!before)
    return;
  if (!o->wide) {
    imsi_table_row(o->table, IMS_ROW_NORMAL);
    imsi_table_set(o->table, LONG_PART, "joint");
    imsi_table_set(o->table, LONG_FORCE, ims_force_name(control ? IMS_CONTROL : IMS_REQUIREMENT));
    imsi_table_set_number(o->table, LONG_COUNT, after);
    imsi_table_set_number(o->table, LONG_OF, before);
    return;
  }
  imsi_strbuf_clear(&o->text);
  imsi_strbuf_text(&o->text, control ? "Controls in one joint set: " : "Requirements in one joint set: ");
  imsi_strbuf_number(&o->text, after);
  imsi_strbuf_text(&o->text, " of ");
  imsi_strbuf_number(&o->text, before);
  imsi_strbuf_text(&o->text, "; ");
  if (before > after)
    imsi_strbuf_number(&o->text, before - after);
  imsi_strbuf_text(&o->text,
                   before > after ? " asked in full by another standard" : "none is asked in full by another standard");
  imsi_strbuf_text(&o->text, before > after ? ", which is no evidence." : ".");
  imsi_table_caption_text(o->table, &o->text);
}

void imsi_overlap_joint(imsi_overlap_run *o)
{
  add_joint(o, false);
  add_joint(o, true);
}
