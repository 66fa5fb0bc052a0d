/* A fact as a row: the long form has a column for each of its sides, the wide form sections and four columns. */

#include "report/registry.h"
#include "report/terms_internal.h"

#include <string.h>

enum {
  LONG_KIND,
  LONG_EDITION,
  LONG_REF,
  LONG_NUMBER,
  LONG_LABEL,
  LONG_TEXT,
  LONG_RELATION,
  LONG_OTHER,
  LONG_NOTE,
  LONG_BASIS,
  LONG_PLACE,
  LONG_COMMON,
  LONG_ONLY_HERE,
  LONG_ONLY_THERE,
  LONG_STANDING
};

static const ims_column long_columns[] = {
  [LONG_KIND] = { "kind", "Kind", IMS_COLUMN_ID, false },
  [LONG_EDITION] = { "edition", "Edition", IMS_COLUMN_ID, false },
  [LONG_REF] = { "ref", "Reference", IMS_COLUMN_ID, false },
  [LONG_NUMBER] = { "number", "Number", IMS_COLUMN_ID, false },
  [LONG_LABEL] = { "label", "Word", IMS_COLUMN_TEXT, false },
  [LONG_TEXT] = { "text", "In our words", IMS_COLUMN_TEXT, false },
  [LONG_RELATION] = { "relation", "Rel.", IMS_COLUMN_ID, false },
  [LONG_OTHER] = { "other", "Other", IMS_COLUMN_ID, false },
  [LONG_NOTE] = { "note", "Note", IMS_COLUMN_TEXT, false },
  [LONG_BASIS] = { "basis", "Basis", IMS_COLUMN_ID, false },
  [LONG_PLACE] = { "place", "Place", IMS_COLUMN_ID, false },
  [LONG_COMMON] = { "common", "Both mean", IMS_COLUMN_TEXT, true },
  [LONG_ONLY_HERE] = { "only_here", "Only this means", IMS_COLUMN_TEXT, true },
  [LONG_ONLY_THERE] = { "only_there", "Only the other means", IMS_COLUMN_TEXT, true },
  [LONG_STANDING] = { "standing", "Standing", IMS_COLUMN_ID, true },
};

const ims_columns imsi_terms_long_form = { long_columns, sizeof long_columns / sizeof *long_columns };

enum { WIDE_WORD, WIDE_EDITION, WIDE_RELATION, WIDE_TEXT };

static const ims_column wide_columns[] = {
  [WIDE_WORD] = { "word", "Word", IMS_COLUMN_TEXT, false },
  [WIDE_EDITION] = { "edition", "Edition, number", IMS_COLUMN_TEXT, false },
  [WIDE_RELATION] = { "relation", "Rel.", IMS_COLUMN_ID, false },
  [WIDE_TEXT] = { "text", "In our words", IMS_COLUMN_TEXT, false },
};

void imsi_terms_begin(imsi_terms_run *t)
{
  t->table = t->wide ? imsi_table_new(imsi_report_terms.name, wide_columns, sizeof wide_columns / sizeof *wide_columns)
                     : imsi_table_new(imsi_report_terms.name, long_columns, sizeof long_columns / sizeof *long_columns);
}

static void set(imsi_terms_run *t, size_t column, const char *text)
{
  imsi_table_set(t->table, column, text && *text ? text : NULL);
}

static void set_kept(imsi_terms_run *t, size_t column, const imsi_strbuf *text)
{
  if (text)
    imsi_table_set_text(t->table, column, text);
}

static void add_long(imsi_terms_run *t, const imsi_terms_fact *fact)
{
  const ims_node_info info = ims_node_get(t->model, fact->node);
  imsi_strbuf text = { 0 };
  set(t, LONG_KIND, fact->kind);
  set(t, LONG_EDITION, info.edition->id);
  imsi_name_reference(t->model, fact->node, &text);
  imsi_table_set_text(t->table, LONG_REF, &text);
  set(t, LONG_NUMBER, info.number);
  set(t, LONG_LABEL, info.label);
  set(t, LONG_TEXT, fact->text);
  set(t, LONG_RELATION, fact->nowhere ? "none" : fact->relation);
  imsi_strbuf_clear(&text);
  if (fact->other)
    imsi_name_reference(t->model, *fact->other, &text);
  imsi_strbuf_text(&text, fact->nowhere ? fact->nowhere->id : "");
  imsi_table_set_text(t->table, LONG_OTHER, &text);
  set_kept(t, LONG_NOTE, fact->note);
  set_kept(t, LONG_BASIS, fact->bases);
  set_kept(t, LONG_PLACE, fact->places);
  set(t, LONG_COMMON, fact->common);
  set(t, LONG_ONLY_HERE, fact->here);
  set(t, LONG_ONLY_THERE, fact->there);
  set(t, LONG_STANDING, ims_standing_name(fact->standing));
  imsi_strbuf_free(&text);
}

static void append_line(imsi_strbuf *out, const char *title, const char *text)
{
  if (!text || !*text)
    return;
  imsi_strbuf_text(out, out->size ? "\n" : "");
  imsi_strbuf_text(out, title);
  imsi_strbuf_text(out, text);
}

/* Appends all of `more` on lines of its own; a failure of it becomes one of `out`. */
static void append_kept(imsi_strbuf *out, const imsi_strbuf *more)
{
  if (!more)
    return;
  append_line(out, "", imsi_strbuf_string(more));
  if (more->status)
    out->status = more->status;
}

/* "nonconformity (9000:2015)", or where there is none. */
static void append_other(const imsi_terms_run *t, const imsi_terms_fact *fact, imsi_strbuf *out)
{
  if (fact->nowhere) {
    imsi_strbuf_text(out, "no counterpart in ");
    imsi_strbuf_text(out, fact->nowhere->id);
  } else if (fact->other) {
    imsi_strbuf_text(out, ims_node_get(t->model, *fact->other).label);
    imsi_strbuf_text(out, " (");
    imsi_strbuf_text(out, ims_node_edition(t->model, *fact->other)->id);
    imsi_strbuf_text(out, ")");
  }
  imsi_strbuf_text(out, fact->other && fact->standing == IMS_PROPOSED ? " [proposed]" : "");
}

static void set_wide_text(imsi_terms_run *t, const imsi_terms_fact *fact)
{
  imsi_strbuf text = { 0 };
  append_other(t, fact, &text);
  append_line(&text, "", fact->text);
  append_line(&text, "both: ", fact->common);
  append_line(&text, "only here: ", fact->here);
  append_line(&text, "only there: ", fact->there);
  append_kept(&text, fact->note);
  if (t->words) {
    append_kept(&text, fact->bases);
    append_kept(&text, fact->places);
  } else if ((fact->bases && fact->bases->status) || (fact->places && fact->places->status)) {
    text.status = IMS_NOMEM; /* told or not, a table is complete or not there */
  }
  imsi_table_set_text(t->table, WIDE_TEXT, &text);
  imsi_strbuf_free(&text);
}

static void add_wide(imsi_terms_run *t, const imsi_terms_fact *fact)
{
  const ims_node_info info = ims_node_get(t->model, fact->node);
  imsi_strbuf text = { 0 };
  set(t, WIDE_WORD, info.label);
  imsi_strbuf_text(&text, info.edition->id);
  if (!fact->other && !fact->nowhere) {
    imsi_strbuf_text(&text, *info.number ? " " : " used");
    imsi_strbuf_text(&text, info.number);
  }
  imsi_table_set_text(t->table, WIDE_EDITION, &text);
  set(t, WIDE_RELATION, fact->nowhere ? "-" : fact->relation);
  set_wide_text(t, fact);
  imsi_strbuf_free(&text);
}

void imsi_terms_add(imsi_terms_run *t, const imsi_terms_fact *fact)
{
  if (t->section && t->wide) {
    imsi_table_row(t->table, IMS_ROW_SECTION);
    imsi_table_set(t->table, WIDE_WORD, t->section);
  }
  t->section = NULL;
  imsi_table_row(t->table, IMS_ROW_NORMAL);
  if (t->wide)
    add_wide(t, fact);
  else
    add_long(t, fact);
}

/* ---- above the table ---- */

static bool has_found(const imsi_terms_run *t, const ims_edition *edition)
{
  for (size_t i = 0; i < t->found.count; i++)
    if (ims_node_edition(t->model, IMSI_AT(imsi_term, &t->found, i).node) == edition)
      return true;
  return false;
}

/* Whose words they are besides its own: editions that name it as their vocabulary. */
static void append_users(const imsi_terms_run *t, const ims_edition *edition, imsi_strbuf *out)
{
  const char *between = ", used by ";
  for (size_t i = 0; i < ims_edition_count(t->model); i++) {
    const ims_edition *user = ims_edition_at(t->model, i);
    if (strcmp(user->vocabulary, edition->id) != 0)
      continue;
    imsi_strbuf_text(out, between);
    imsi_strbuf_text(out, user->name);
    between = " and ";
  }
}

void imsi_terms_add_captions(imsi_terms_run *t)
{
  imsi_strbuf line = { 0 };
  for (size_t i = 0; i < ims_edition_count(t->model); i++) {
    const ims_edition *edition = ims_edition_at(t->model, i);
    if (!has_found(t, edition))
      continue;
    imsi_strbuf_clear(&line);
    imsi_strbuf_text(&line, "Words of ");
    imsi_name_edition_short(edition, &line);
    append_users(t, edition, &line);
    imsi_table_caption_text(t->table, &line);
  }
  imsi_strbuf_free(&line);
}
