/* Counts by who else asks it. */

#include "base/try.h"
#include "report/overlap_internal.h"

#include <stdlib.h>

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
    imsi_name_among(o->editions, o->edition_count, e, text);
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

static const char *name_counted(ims_node_kind kind)
{
  return kind == IMS_CLAUSE ? "clauses" : "provisions";
}

static void add_facts(imsi_overlap_run *o, const imsi_overlap_line *line, size_t column, const imsi_vec *tallies,
                      size_t total, ims_node_kind kind)
{
  for (size_t i = 0; i < tallies->count; i++) {
    const tally *t = &IMSI_AT(tally, tallies, i);
    imsi_overlap_fact(o, line, column, name_counted(kind), t->shared, t->unknown, t->count, total);
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
      add_facts(o, line, c, &tallies, total, kind);
      continue;
    }
    if (!begun)
      imsi_overlap_row(o, line->clause, line->title);
    begun = true;
    imsi_strbuf_clear(&o->text);
    append_tallies(o, column->edition, &tallies, total, line->shares, &o->text);
    imsi_overlap_cell(o, c);
  }
  imsi_vec_free(&tallies);
  return status;
}
