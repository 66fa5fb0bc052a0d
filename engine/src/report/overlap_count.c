/* Counts by who else asks it, as a line for all editions or as a fact a row. */

#include "base/try.h"
#include "report/overlap_internal.h"
#include "report/registry.h"

#include <stdlib.h>
#include <string.h>

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

enum { WIDE_CLAUSE, WIDE_TITLE, WIDE_FIRST };

/* ---- counting ---- */

typedef struct tally {
  imsi_editions shared, unknown;
  size_t count;
} tally;

static int bits(imsi_editions set)
{
  int count = 0;
  for (; set; set &= set - 1)
    count++;
  return count;
}

/* Those that share most first, those that nobody has examined last. */
static int compare_tallies(const void *a, const void *b)
{
  const tally *x = a, *y = b;
  if (bits(x->shared) != bits(y->shared))
    return bits(y->shared) - bits(x->shared);
  if (x->shared != y->shared)
    return x->shared < y->shared ? -1 : 1;
  return x->unknown < y->unknown ? -1 : x->unknown > y->unknown;
}

static ims_status count_one(imsi_vec *tallies, const imsi_overlap_unit *unit)
{
  for (size_t i = 0; i < tallies->count; i++) {
    tally *t = &IMSI_AT(tally, tallies, i);
    if (t->shared != unit->shared || t->unknown != unit->unknown)
      continue;
    t->count++;
    return IMS_OK;
  }
  return imsi_vec_push(tallies, &(tally){ unit->shared, unit->unknown, 1 });
}

/* `kind` gets that of what was counted. */
static ims_status count(const imsi_overlap_run *o, const imsi_overlap_column *column, const imsi_vec *units,
                        imsi_overlap_choice *choice, ims_node about, imsi_vec *tallies, size_t *total,
                        ims_node_kind *kind)
{
  *total = tallies->count = 0;
  for (size_t i = 0; i < units->count; i++) {
    const imsi_overlap_unit *unit = &IMSI_AT(imsi_overlap_unit, units, i);
    if (unit->edition != column->edition || unit->control != column->control || !choice(o, unit, about))
      continue;
    IMS_TRY(count_one(tallies, unit));
    *kind = ims_node_kind_of(o->model, unit->node);
    ++*total;
  }
  if (*total)
    qsort(tallies->data, tallies->count, sizeof(tally), compare_tallies);
  return IMS_OK;
}

/* ---- as a line ---- */

/* "9001", or with the year if another edition of the same standard is compared too. */
static void append_short(const imsi_overlap_run *o, size_t edition, imsi_strbuf *text)
{
  const char *id = o->editions[edition]->id;
  const size_t size = strcspn(id, ":");
  bool alone = true;
  for (size_t i = 0; i < o->edition_count; i++)
    alone &= i == edition || strcspn(o->editions[i]->id, ":") != size || memcmp(o->editions[i]->id, id, size) != 0;
  imsi_strbuf_bytes(text, id, alone ? size : strlen(id));
}

/* "all", "own", "open", or the others that share it. */
static void append_sharers(const imsi_overlap_run *o, size_t edition, const tally *t, imsi_strbuf *text)
{
  const imsi_editions others = t->shared & ~(UINT32_C(1) << edition);
  if (bits(t->shared) == (int)o->edition_count) {
    imsi_strbuf_text(text, o->edition_count == 2 ? "shared" : "all");
    return;
  }
  if (!others) {
    imsi_strbuf_text(text, t->unknown ? "open" : "own");
    return;
  }
  for (size_t e = 0, told = 0; e < o->edition_count; e++) {
    if (!(others & UINT32_C(1) << e))
      continue;
    imsi_strbuf_text(text, told++ ? "+" : "");
    append_short(o, e, text);
  }
  imsi_strbuf_text(text, t->unknown ? " (rest open)" : "");
}

static void append_share(size_t part, size_t whole, imsi_strbuf *text)
{
  imsi_strbuf_text(text, " (");
  imsi_strbuf_number(text, (part * 200 + whole) / (whole * 2)); /* rounded */
  imsi_strbuf_text(text, " %)");
}

static void append_tallies(const imsi_overlap_run *o, size_t edition, const imsi_vec *tallies, size_t total,
                           bool shares, imsi_strbuf *text)
{
  imsi_strbuf_number(text, total);
  for (size_t i = 0; i < tallies->count; i++) {
    const tally *t = &IMSI_AT(tally, tallies, i);
    size_t together = t->count; /* with those that differ only in where nobody has looked */
    imsi_strbuf_text(text, shares ? "\n" : i ? ", " : ": ");
    append_sharers(o, edition, t, text);
    for (; t->unknown && i + 1 < tallies->count && t[1].shared == t->shared; t++, i++)
      together += t[1].count;
    imsi_strbuf_text(text, " ");
    imsi_strbuf_number(text, together);
    if (shares)
      append_share(together, total, text);
  }
}

/* ---- as facts ---- */

static void append_editions(const imsi_overlap_run *o, imsi_editions set, imsi_strbuf *text)
{
  for (size_t e = 0; e < o->edition_count; e++) {
    if (!(set & UINT32_C(1) << e))
      continue;
    imsi_strbuf_text(text, text->size ? " " : "");
    imsi_strbuf_text(text, o->editions[e]->id);
  }
}

static const char *name_counted(ims_node_kind kind)
{
  return kind == IMS_CLAUSE ? "clauses" : "provisions";
}

static void add_facts(imsi_overlap_run *o, const imsi_overlap_line *line, const imsi_overlap_column *column,
                      const imsi_vec *tallies, size_t total, ims_node_kind kind)
{
  for (size_t i = 0; i < tallies->count; i++) {
    const tally *t = &IMSI_AT(tally, tallies, i);
    imsi_table_row(o->table, IMS_ROW_NORMAL);
    imsi_table_set(o->table, LONG_PART, line->part);
    imsi_table_set(o->table, LONG_CLAUSE, line->clause);
    imsi_table_set(o->table, LONG_TITLE, line->title);
    imsi_table_set(o->table, LONG_EDITION, o->editions[column->edition]->id);
    imsi_table_set(o->table, LONG_FORCE, ims_force_name(column->control ? IMS_CONTROL : IMS_REQUIREMENT));
    imsi_table_set(o->table, LONG_COUNTED, name_counted(kind));
    imsi_strbuf_clear(&o->text);
    append_editions(o, t->shared & ~(UINT32_C(1) << column->edition), &o->text);
    imsi_table_set_text(o->table, LONG_WITH, &o->text);
    imsi_strbuf_clear(&o->text);
    append_editions(o, t->unknown, &o->text);
    imsi_table_set_text(o->table, LONG_OPEN, &o->text);
    imsi_table_set_number(o->table, LONG_COUNT, t->count);
    imsi_table_set_number(o->table, LONG_OF, total);
  }
}

/* ---- shared ---- */

ims_status imsi_overlap_add(imsi_overlap_run *o, const imsi_overlap_line *line, const imsi_vec *units,
                            imsi_overlap_choice *choice, ims_node about)
{
  imsi_vec tallies = IMSI_VEC(tally);
  ims_status status = IMS_OK;
  bool begun = false;
  for (size_t c = 0; !status && c < o->column_count; c++) {
    const imsi_overlap_column *column = &o->columns[c];
    size_t total;
    ims_node_kind kind = IMS_PROVISION;
    status = count(o, column, units, choice, about, &tallies, &total, &kind);
    if (status || !total)
      continue;
    if (!o->wide) {
      add_facts(o, line, column, &tallies, total, kind);
      continue;
    }
    if (!begun) {
      imsi_table_row(o->table, IMS_ROW_NORMAL);
      imsi_table_set(o->table, WIDE_CLAUSE, line->clause);
      imsi_table_set(o->table, WIDE_TITLE, line->title);
      begun = true;
    }
    imsi_strbuf_clear(&o->text);
    append_tallies(o, column->edition, &tallies, total, line->shares, &o->text);
    imsi_table_set_text(o->table, WIDE_FIRST + c, &o->text);
  }
  imsi_vec_free(&tallies);
  return status;
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
  imsi_strbuf_text(&o->text, ".");
  imsi_table_caption_text(o->table, &o->text);
}

void imsi_overlap_joint(imsi_overlap_run *o)
{
  add_joint(o, false);
  add_joint(o, true);
}
