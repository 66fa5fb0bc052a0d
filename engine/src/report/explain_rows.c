/* A fact as a row: the long form has a column for each of its sides, the wide form shows a chain as a way. */

#include "report/explain_internal.h"
#include "report/registry.h"

enum {
  LONG_KIND,
  LONG_CHAIN,
  LONG_STEP,
  LONG_FROM,
  LONG_RELATION,
  LONG_TO,
  LONG_KNOWN,
  LONG_WHY,
  LONG_FROM_TEXT,
  LONG_TO_TEXT,
  LONG_COMMON,
  LONG_FROM_ONLY,
  LONG_TO_ONLY,
  LONG_STATUS,
  LONG_STRENGTH,
  LONG_CONFIDENCE,
  LONG_METHOD,
  LONG_RECORD,
  LONG_NOTE,
  LONG_BASIS,
  LONG_PLACE
};

static const ims_column long_columns[] = {
  [LONG_KIND] = { "kind", "Kind", IMS_COLUMN_ID, false },
  [LONG_CHAIN] = { "chain", "Chain", IMS_COLUMN_NUMBER, false },
  [LONG_STEP] = { "step", "Step", IMS_COLUMN_NUMBER, false },
  [LONG_FROM] = { "from_ref", "From", IMS_COLUMN_ID, false },
  [LONG_RELATION] = { "relation", "Rel.", IMS_COLUMN_ID, false },
  [LONG_TO] = { "to_ref", "To", IMS_COLUMN_ID, false },
  [LONG_KNOWN] = { "so_far", "So far", IMS_COLUMN_ID, false },
  [LONG_WHY] = { "why", "Why", IMS_COLUMN_TEXT, false },
  [LONG_FROM_TEXT] = { "from_text", "From, in our words", IMS_COLUMN_TEXT, true },
  [LONG_TO_TEXT] = { "to_text", "To, in our words", IMS_COLUMN_TEXT, false },
  [LONG_COMMON] = { "common", "Both ask", IMS_COLUMN_TEXT, true },
  [LONG_FROM_ONLY] = { "from_only", "Only the first asks", IMS_COLUMN_TEXT, true },
  [LONG_TO_ONLY] = { "to_only", "Only the second asks", IMS_COLUMN_TEXT, true },
  [LONG_STATUS] = { "status", "Status", IMS_COLUMN_ID, false },
  [LONG_STRENGTH] = { "strength", "Strength", IMS_COLUMN_NUMBER, true },
  [LONG_CONFIDENCE] = { "confidence", "Confidence", IMS_COLUMN_ID, false },
  [LONG_METHOD] = { "method", "Method", IMS_COLUMN_ID, true },
  [LONG_RECORD] = { "record", "Record", IMS_COLUMN_ID, true },
  [LONG_NOTE] = { "note", "Note", IMS_COLUMN_TEXT, true },
  [LONG_BASIS] = { "basis", "Basis", IMS_COLUMN_ID, false },
  [LONG_PLACE] = { "place", "Place", IMS_COLUMN_ID, false },
};

const ims_columns imsi_explain_form = { long_columns, sizeof long_columns / sizeof *long_columns };

enum { WIDE_RELATION, WIDE_REF, WIDE_KNOWN, WIDE_TEXT, WIDE_WHY };

static const ims_column wide_columns[] = {
  [WIDE_RELATION] = { "relation", "Rel.", IMS_COLUMN_ID, false },
  [WIDE_REF] = { "ref", "Reference", IMS_COLUMN_ID, false },
  [WIDE_KNOWN] = { "so_far", "So far", IMS_COLUMN_ID, false },
  [WIDE_TEXT] = { "text", "In our words", IMS_COLUMN_TEXT, false },
  [WIDE_WHY] = { "why", "Why", IMS_COLUMN_TEXT, false },
};

void imsi_explain_begin(imsi_explain *e)
{
  e->table = e->wide
                 ? imsi_table_new(imsi_report_explain.name, wide_columns, sizeof wide_columns / sizeof *wide_columns)
                 : imsi_table_new(imsi_report_explain.name, imsi_explain_form.list, imsi_explain_form.count);
}

void imsi_explain_section(imsi_explain *e, const imsi_strbuf *title)
{
  imsi_table_row(e->table, IMS_ROW_SECTION);
  imsi_table_set_text(e->table, 0, title);
}

void imsi_explain_section_named(imsi_explain *e, const char *title)
{
  if (!e->wide)
    return;
  imsi_table_row(e->table, IMS_ROW_SECTION);
  imsi_table_set(e->table, 0, title);
}

static void set_reference(imsi_explain *e, size_t column, const ims_node *node)
{
  imsi_strbuf text = { 0 };
  if (node)
    imsi_name_reference(e->model, *node, &text);
  imsi_table_set_text(e->table, column, &text);
  imsi_strbuf_free(&text);
}

static void set_label(imsi_explain *e, size_t column, const ims_node *node)
{
  imsi_strbuf text = { 0 };
  if (node)
    imsi_name_label(e->model, *node, &text);
  imsi_table_set_text(e->table, column, &text);
  imsi_strbuf_free(&text);
}

static void set_some(imsi_explain *e, size_t column, const char *text)
{
  imsi_table_set(e->table, column, text && *text ? text : NULL);
}

static const char *symbol_of(const imsi_explain_fact *fact)
{
  return fact->symbol ? fact->symbol : ims_relation_symbol(fact->relation);
}

/* True if the step goes from the target of its row to the source. */
static bool is_turned(const imsi_explain_fact *fact)
{
  return fact->row && fact->from && fact->row->source.index != fact->from->index;
}

static void set_row(imsi_explain *e, const imsi_explain_fact *fact)
{
  const ims_row *row = fact->row;
  imsi_strbuf text = { 0 };
  set_some(e, LONG_COMMON, row->common);
  set_some(e, LONG_FROM_ONLY, is_turned(fact) ? row->target_only : row->source_only);
  set_some(e, LONG_TO_ONLY, is_turned(fact) ? row->source_only : row->target_only);
  set_some(e, LONG_STATUS, ims_standing_name(row->standing));
  if (row->strength >= 0)
    imsi_table_set_number(e->table, LONG_STRENGTH, (size_t)row->strength);
  if (row->confidence >= 0)
    imsi_name_share(row->confidence, &text);
  imsi_table_set_text(e->table, LONG_CONFIDENCE, &text);
  set_some(e, LONG_METHOD, ims_method_name(row->method));
  set_some(e, LONG_RECORD, ims_record_name(row->record));
  set_some(e, LONG_NOTE, row->note);
  set_some(e, LONG_BASIS, row->basis);
  imsi_strbuf_clear(&text);
  imsi_name_place(row->pos, &text);
  imsi_table_set_text(e->table, LONG_PLACE, &text);
  imsi_strbuf_free(&text);
}

static void add_long(imsi_explain *e, const imsi_explain_fact *fact)
{
  imsi_table_set(e->table, LONG_KIND, fact->kind);
  if (fact->chain)
    imsi_table_set_number(e->table, LONG_CHAIN, fact->chain);
  if (fact->step)
    imsi_table_set_number(e->table, LONG_STEP, fact->step);
  set_reference(e, LONG_FROM, fact->from);
  set_some(e, LONG_RELATION, symbol_of(fact));
  set_reference(e, LONG_TO, fact->to);
  set_some(e, LONG_KNOWN, fact->known ? ims_relation_symbol(*fact->known) : NULL);
  imsi_strbuf why = { .status = fact->status };
  imsi_strbuf_text(&why, fact->why ? fact->why : "");
  imsi_table_set_text(e->table, LONG_WHY, &why);
  imsi_strbuf_free(&why);
  set_label(e, LONG_FROM_TEXT, fact->from);
  set_label(e, LONG_TO_TEXT, fact->to);
  if (fact->row)
    set_row(e, fact);
}

/* "\nboth: ...", where there is something to say. */
static void append_words(imsi_strbuf *out, const char *title, const char *words)
{
  if (!*words)
    return;
  imsi_strbuf_text(out, out->size ? "\n" : "");
  imsi_strbuf_text(out, title);
  imsi_strbuf_text(out, words);
}

static void set_wide_text(imsi_explain *e, const imsi_explain_fact *fact)
{
  imsi_strbuf text = { 0 };
  if (fact->from && !fact->way) {
    imsi_name_label(e->model, *fact->from, &text);
    imsi_strbuf_text(&text, fact->to ? "\n" : "");
  }
  if (fact->to)
    imsi_name_label(e->model, *fact->to, &text);
  if (fact->row) {
    append_words(&text, "both: ", fact->row->common);
    if (e->words) {
      append_words(&text, "only before: ", is_turned(fact) ? fact->row->target_only : fact->row->source_only);
      append_words(&text, "only here: ", is_turned(fact) ? fact->row->source_only : fact->row->target_only);
      append_words(&text, "note: ", fact->row->note);
    }
  }
  imsi_table_set_text(e->table, WIDE_TEXT, &text);
  imsi_strbuf_free(&text);
}

static void append_detail(imsi_strbuf *out, const char *key, const char *value)
{
  if (!*value)
    return;
  imsi_strbuf_text(out, out->size ? ", " : "");
  imsi_strbuf_text(out, key);
  imsi_strbuf_text(out, value);
}

/* " [2]": a place is too long for a cell, so it stands below the table, once. */
static void append_place(imsi_explain *e, ims_pos pos, imsi_strbuf *out)
{
  size_t number = 0;
  while (number < e->places.count) {
    const ims_pos *known = &IMSI_AT(ims_pos, &e->places, number);
    if (known->file == pos.file && known->line == pos.line && known->column == pos.column)
      break;
    number++;
  }
  if (number == e->places.count && imsi_vec_push(&e->places, &pos))
    out->status = IMS_NOMEM;
  imsi_strbuf_text(out, out->size ? " [" : "[");
  imsi_strbuf_number(out, number + 1);
  imsi_strbuf_text(out, "]");
}

void imsi_explain_places(imsi_explain *e)
{
  for (size_t i = 0; i < e->places.count; i++) {
    imsi_strbuf text = { 0 };
    imsi_strbuf_text(&text, "[");
    imsi_strbuf_number(&text, i + 1);
    imsi_strbuf_text(&text, "] ");
    imsi_name_place(IMSI_AT(ims_pos, &e->places, i), &text);
    imsi_table_note_text(e->table, &text);
    imsi_strbuf_free(&text);
  }
}

static void set_wide_why(imsi_explain *e, const imsi_explain_fact *fact)
{
  imsi_strbuf text = { .status = fact->status };
  if (fact->why)
    imsi_strbuf_text(&text, fact->why);
  if (fact->row) {
    append_detail(&text, "", ims_standing_name(fact->row->standing));
    if (fact->row->confidence >= 0) {
      append_detail(&text, "", "confidence ");
      imsi_name_share(fact->row->confidence, &text);
    }
    append_detail(&text, "", fact->row->basis);
    append_detail(&text, "method ", e->words ? ims_method_name(fact->row->method) : "");
    append_detail(&text, "record ", e->words ? ims_record_name(fact->row->record) : "");
    append_place(e, fact->row->pos, &text);
  }
  imsi_table_set_text(e->table, WIDE_WHY, &text);
  imsi_strbuf_free(&text);
}

/* The ends of a relation that is no part of a way, below each other. */
static void set_both_ends(imsi_explain *e, const imsi_explain_fact *fact)
{
  imsi_strbuf text = { 0 };
  if (fact->from)
    imsi_name_reference(e->model, *fact->from, &text);
  if (fact->to) {
    imsi_strbuf_text(&text, text.size ? "\n" : "");
    imsi_name_reference(e->model, *fact->to, &text);
  }
  imsi_table_set_text(e->table, WIDE_REF, &text);
  imsi_strbuf_free(&text);
}

void imsi_explain_add(imsi_explain *e, const imsi_explain_fact *fact)
{
  imsi_table_row(e->table, IMS_ROW_NORMAL);
  if (!e->wide) {
    add_long(e, fact);
    return;
  }
  set_some(e, WIDE_RELATION, symbol_of(fact));
  if (fact->way)
    set_reference(e, WIDE_REF, fact->to);
  else
    set_both_ends(e, fact);
  set_some(e, WIDE_KNOWN, fact->known ? ims_relation_symbol(*fact->known) : NULL);
  set_wide_text(e, fact);
  set_wide_why(e, fact);
}
