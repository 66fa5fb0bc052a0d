/* A fact as a row: the long form has a column for each of its sides, the wide form sections and four columns. */

#include "report/registry.h"
#include "report/show_internal.h"

enum {
  LONG_KIND,
  LONG_REF,
  LONG_RELATION,
  LONG_TEXT,
  LONG_FORCE,
  LONG_DETAIL,
  LONG_OF,
  LONG_COMMON,
  LONG_ONLY_HERE,
  LONG_ONLY_THERE,
  LONG_BASIS,
  LONG_PLACE
};

static const ims_column long_columns[] = {
  [LONG_KIND] = { "kind", "Kind", IMS_COLUMN_ID, false },
  [LONG_REF] = { "ref", "Reference", IMS_COLUMN_ID, false },
  [LONG_RELATION] = { "relation", "Rel.", IMS_COLUMN_ID, false },
  [LONG_TEXT] = { "text", "In our words", IMS_COLUMN_TEXT, false },
  [LONG_FORCE] = { "force", "Force", IMS_COLUMN_ID, false },
  [LONG_DETAIL] = { "detail", "Detail", IMS_COLUMN_TEXT, false },
  [LONG_OF] = { "of", "Of", IMS_COLUMN_ID, false },
  [LONG_COMMON] = { "common", "Both ask", IMS_COLUMN_TEXT, true },
  [LONG_ONLY_HERE] = { "only_here", "Only this asks", IMS_COLUMN_TEXT, true },
  [LONG_ONLY_THERE] = { "only_there", "Only the other asks", IMS_COLUMN_TEXT, true },
  [LONG_BASIS] = { "basis", "Basis", IMS_COLUMN_ID, false },
  [LONG_PLACE] = { "place", "Place", IMS_COLUMN_ID, false },
};

const ims_columns imsi_show_node_form = { long_columns, sizeof long_columns / sizeof *long_columns };

enum { WIDE_REF, WIDE_RELATION, WIDE_TEXT, WIDE_DETAIL };

static const ims_column wide_columns[] = {
  [WIDE_REF] = { "ref", "Reference", IMS_COLUMN_ID, false },
  [WIDE_RELATION] = { "relation", "Rel.", IMS_COLUMN_ID, false },
  [WIDE_TEXT] = { "text", "In our words", IMS_COLUMN_TEXT, false },
  [WIDE_DETAIL] = { "detail", "Detail", IMS_COLUMN_TEXT, false },
};

void imsi_show_detail(imsi_strbuf *out, const char *key, const char *value)
{
  if (!*value)
    return;
  imsi_strbuf_text(out, out->size ? ", " : "");
  imsi_strbuf_text(out, key);
  imsi_strbuf_text(out, *key ? " " : "");
  imsi_strbuf_text(out, value);
}

void imsi_show_share(imsi_strbuf *out, const char *key, int thousandths)
{
  if (thousandths < 0)
    return;
  imsi_show_detail(out, "", key);
  imsi_strbuf_text(out, " ");
  imsi_name_share(thousandths, out);
}

void imsi_show_begin(imsi_show *s)
{
  s->table = s->wide ? imsi_table_new(imsi_report_show.name, wide_columns, sizeof wide_columns / sizeof *wide_columns)
                     : imsi_table_new(imsi_report_show.name, long_columns, sizeof long_columns / sizeof *long_columns);
  imsi_strbuf caption = { 0 };
  imsi_name_edition(ims_node_edition(s->model, s->node), &caption);
  imsi_table_caption_text(s->table, &caption);
  imsi_strbuf_free(&caption);
}

void imsi_show_section(imsi_show *s, const char *title, const ims_edition *edition)
{
  s->section = s->wide ? title : NULL;
  s->edition = edition;
}

static void add_section(imsi_show *s)
{
  imsi_strbuf line = { 0 };
  imsi_strbuf_text(&line, s->section);
  if (s->edition)
    imsi_name_edition_short(s->edition, &line);
  imsi_table_row(s->table, IMS_ROW_SECTION);
  imsi_table_set_text(s->table, WIDE_REF, &line);
  imsi_strbuf_free(&line);
  s->section = NULL;
}

static void add_texts(imsi_strbuf *out, const char *title, const imsi_vec *texts)
{
  if (texts->count)
    imsi_name_texts(out, title, texts);
}

static void set_texts(imsi_show *s, size_t column, const imsi_vec *texts)
{
  imsi_strbuf text = { 0 };
  imsi_name_texts(&text, NULL, texts);
  imsi_table_set_text(s->table, column, &text);
  imsi_strbuf_free(&text);
}

/* Appends all of `more`; a failure of it becomes one of `out`. */
static void append(imsi_strbuf *out, const char *between, const imsi_strbuf *more)
{
  if (!more || !(more->size || more->status))
    return;
  imsi_strbuf_text(out, out->size ? between : "");
  imsi_strbuf_text(out, imsi_strbuf_string(more));
  if (more->status)
    out->status = more->status;
}

static void append_note(imsi_strbuf *out, const char *note)
{
  if (!note || !*note)
    return;
  imsi_strbuf_text(out, out->size ? ". " : "");
  imsi_strbuf_text(out, note);
}

static void set_text(imsi_show *s, size_t column, const imsi_show_fact *fact)
{
  imsi_strbuf text = { 0 };
  if (fact->text)
    imsi_strbuf_text(&text, fact->text);
  else if (fact->node)
    imsi_name_label(s->model, *fact->node, &text);
  if (s->wide && fact->words) {
    add_texts(&text, "both:", &fact->words->common);
    if (s->words) {
      add_texts(&text, "only here:", &fact->words->source_only);
      add_texts(&text, "only there:", &fact->words->target_only);
      add_texts(&text, "not compared:", &fact->words->uncompared);
    }
  }
  imsi_table_set_text(s->table, column, &text);
  imsi_strbuf_free(&text);
}

static void set_reference(imsi_show *s, size_t column, const imsi_show_fact *fact)
{
  imsi_strbuf text = { 0 };
  if (!fact->node)
    imsi_strbuf_text(&text, fact->reference);
  else if (s->wide && !fact->full)
    imsi_strbuf_text(&text, ims_node_name(s->model, *fact->node));
  else
    imsi_name_reference(s->model, *fact->node, &text);
  imsi_table_set_text(s->table, column, &text);
  imsi_strbuf_free(&text);
}

static const char *force_of(const imsi_show *s, const imsi_show_fact *fact)
{
  if (fact->force)
    return fact->force;
  return fact->node ? ims_force_name(ims_node_force(s->model, *fact->node)) : "";
}

static void add_long(imsi_show *s, const imsi_show_fact *fact)
{
  const char *force = force_of(s, fact);
  imsi_strbuf text = { 0 };
  imsi_table_set(s->table, LONG_KIND, fact->kind);
  set_reference(s, LONG_REF, fact);
  imsi_table_set(s->table, LONG_RELATION, fact->relation);
  set_text(s, LONG_TEXT, fact);
  imsi_table_set(s->table, LONG_FORCE, *force ? force : NULL);
  append(&text, "", fact->brief);
  append(&text, ", ", fact->more);
  append_note(&text, fact->note);
  imsi_table_set_text(s->table, LONG_DETAIL, &text);
  imsi_table_set(s->table, LONG_OF, fact->of ? ims_node_name(s->model, *fact->of) : NULL);
  if (fact->words) {
    set_texts(s, LONG_COMMON, &fact->words->common);
    set_texts(s, LONG_ONLY_HERE, &fact->words->source_only);
    set_texts(s, LONG_ONLY_THERE, &fact->words->target_only);
  }
  imsi_table_set(s->table, LONG_BASIS, fact->basis && *fact->basis ? fact->basis : NULL);
  if (fact->places)
    imsi_table_set_text(s->table, LONG_PLACE, fact->places);
  imsi_strbuf_free(&text);
}

/* The force of what is shown is told once, and then where another one differs. */
static bool tells_force(const imsi_show *s, const imsi_show_fact *fact)
{
  return fact->force || !fact->node || fact->node->index == s->node.index ||
         ims_node_force(s->model, *fact->node) != ims_node_force(s->model, s->node);
}

/* IMS_OK if what a row may tell is complete, told or not. */
static ims_status completeness(const imsi_show_fact *fact)
{
  if (fact->more && fact->more->status)
    return fact->more->status;
  return fact->places ? fact->places->status : IMS_OK;
}

/* What the wide form has no column for: the force, what is particular, and who says so. */
static void set_wide_detail(imsi_show *s, const imsi_show_fact *fact)
{
  imsi_strbuf text = { .status = completeness(fact) };
  if (tells_force(s, fact))
    imsi_show_detail(&text, "", force_of(s, fact));
  append(&text, ", ", fact->brief);
  if (fact->of)
    imsi_show_detail(&text, "of", ims_node_name(s->model, *fact->of));
  if (s->words) {
    append(&text, ", ", fact->more);
    append_note(&text, fact->note);
    imsi_strbuf_text(&text, text.size && fact->basis && *fact->basis ? "\n" : "");
    imsi_strbuf_text(&text, fact->basis ? fact->basis : "");
    append(&text, "\n", fact->places);
  }
  imsi_table_set_text(s->table, WIDE_DETAIL, &text);
  imsi_strbuf_free(&text);
}

void imsi_show_add(imsi_show *s, const imsi_show_fact *fact)
{
  if (s->section)
    add_section(s);
  imsi_table_row(s->table, fact->heading ? IMS_ROW_HEADING : IMS_ROW_NORMAL);
  if (!s->wide) {
    add_long(s, fact);
    return;
  }
  set_reference(s, WIDE_REF, fact);
  imsi_table_set(s->table, WIDE_RELATION, fact->relation);
  set_text(s, WIDE_TEXT, fact);
  set_wide_detail(s, fact);
}

void imsi_show_add_at(imsi_show *s, imsi_show_fact fact, ims_pos pos)
{
  imsi_strbuf place = { 0 };
  imsi_name_place(pos, &place);
  fact.places = &place;
  imsi_show_add(s, &fact);
  imsi_strbuf_free(&place);
}
