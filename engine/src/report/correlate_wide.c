/* The wide form: a clause a row, an edition a column. */

#include "base/try.h"
#include "report/correlate_internal.h"
#include "report/registry.h"

#include <stdlib.h>

enum { WIDE_NUMBER, WIDE_TITLE, WIDE_FIRST };

enum { CELL_COUNTERPARTS, CELL_COMMON, CELL_SOURCE_ONLY, CELL_TARGET_ONLY, CELL_OPEN, CELLS };

static size_t cells(const imsi_correlate *r)
{
  return r->request->words == IMS_WORDS_COLUMNS ? CELLS : 1;
}

/* What the columns are called where the rows are clauses, provisions or words. */
typedef struct titles {
  ims_column name, text;
  const char *cells[CELLS]; /* of a column of words, after the name of the standard */
} titles;

static const titles of_clauses = { { "clause", "Clause", IMS_COLUMN_ID, false },
                                   { "title", "Title", IMS_COLUMN_TEXT, false },
                                   { "", ": both ask", ": only the pivot asks", ": only this asks",
                                     ": not compared, not examined" } };
static const titles of_provisions = { { "provision", "Provision", IMS_COLUMN_ID, false },
                                      { "gist", "What it asks", IMS_COLUMN_TEXT, false },
                                      { "", ": both ask", ": only the pivot asks", ": only this asks",
                                        ": not compared, not examined" } };
static const titles of_terms = { { "word", "Word", IMS_COLUMN_TEXT, false },
                                 { "gist", "In our words", IMS_COLUMN_TEXT, false },
                                 { "", ": both mean", ": only the pivot means", ": only this means",
                                   ": not compared" } };

/* One column for each target, or several where words have columns of their own; last, if asked for, one that says whose
   clauses the rows are. */
static imsi_table *new_wide(imsi_correlate *r, const ims_edition *const *targets, size_t count, bool name_pivot)
{
  static const char *const keys[CELLS] = { "", " common", " only_pivot", " only_other", " open" };
  const titles *t = r->kind == IMS_CLAUSE ? &of_clauses : r->kind == IMS_TERM ? &of_terms : &of_provisions;
  const size_t width = WIDE_FIRST + count * cells(r) + name_pivot;
  ims_column *columns = calloc(width, sizeof *columns);
  imsi_strbuf *names = calloc(2 * width, sizeof *names);
  imsi_table *table = NULL;
  if (!columns || !names)
    goto done;
  columns[WIDE_NUMBER] = t->name;
  columns[WIDE_TITLE] = t->text;
  for (size_t i = 0; i < count; i++)
    for (size_t k = 0; k < cells(r); k++) {
      const size_t column = WIDE_FIRST + i * cells(r) + k;
      imsi_strbuf *key = &names[2 * column], *title = key + 1;
      imsi_strbuf_text(key, targets[i]->id);
      imsi_strbuf_text(key, keys[k]);
      imsi_strbuf_text(title, targets[i]->name);
      imsi_strbuf_text(title, t->cells[k]);
      if (key->status || title->status)
        goto done;
      columns[column] = (ims_column){ imsi_strbuf_string(key), imsi_strbuf_string(title), IMS_COLUMN_TEXT, false };
    }
  if (name_pivot)
    columns[r->pivot_column = width - 1] = (ims_column){ "pivot", "Pivot", IMS_COLUMN_ID, false };
  table = imsi_table_new(imsi_report_correlate.name, columns, width);
done:
  for (size_t i = 0; names && i < 2 * width; i++)
    imsi_strbuf_free(&names[i]);
  free(names);
  free(columns);
  return table;
}

static void append_target(const imsi_correlate *r, imsi_strbuf *out, const imsi_pair *pair)
{
  imsi_correlate_append_name(r, pair->target, out);
  imsi_strbuf_text(out, " ");
  imsi_strbuf_text(out, ims_relation_symbol(pair->relation));
  if (r->kind == IMS_TERM)
    return;
  imsi_strbuf_text(out, " ");
  imsi_name_label(r->model, pair->target, out);
}

/* A line of a column of words: "10.2.1: ..."; none if there is nothing to say. */
static void append_line(const imsi_correlate *r, const imsi_pair *pair, const imsi_vec *texts, imsi_strbuf *out)
{
  if (!texts->count)
    return;
  imsi_strbuf_text(out, out->size ? "\n" : "");
  imsi_correlate_append_name(r, pair->target, out);
  imsi_strbuf_text(out, ": ");
  imsi_name_texts(out, NULL, texts);
}

/* Adds a pair to each of the cells. */
static ims_status append_pair(imsi_correlate *r, const imsi_side *s, const imsi_pair *pair, imsi_strbuf out[CELLS])
{
  imsi_vec rows = IMSI_VEC(uint32_t);
  ims_status status = imsi_correlate_proof_of(r, pair, &rows);
  const bool proposed = imsi_rows_standing(r->model, &rows) == IMS_PROPOSED;
  imsi_vec_free(&rows);
  IMS_TRY(status);
  if (out[CELL_COUNTERPARTS].size)
    imsi_strbuf_text(&out[CELL_COUNTERPARTS], "\n");
  append_target(r, &out[CELL_COUNTERPARTS], pair);
  imsi_strbuf_text(&out[CELL_COUNTERPARTS], proposed ? " [proposed]" : "");
  if (r->request->words == IMS_WORDS_NONE)
    return IMS_OK;
  imsi_words words;
  status = imsi_correlate_words_of(r, s, pair, &words);
  if (!status && r->request->words == IMS_WORDS_INLINE) {
    imsi_name_texts(&out[CELL_COUNTERPARTS], "both:", &words.common);
    imsi_name_texts(&out[CELL_COUNTERPARTS], "only the pivot:", &words.source_only);
    imsi_name_texts(&out[CELL_COUNTERPARTS], "only this:", &words.target_only);
    imsi_name_texts(&out[CELL_COUNTERPARTS], "not compared:", &words.uncompared);
    imsi_name_texts(&out[CELL_COUNTERPARTS], "not examined:", &words.unexamined);
  } else if (!status) {
    const imsi_vec *texts[] = { NULL, &words.common, &words.source_only, &words.target_only, &words.uncompared };
    for (size_t i = CELL_COMMON; i <= CELL_OPEN; i++)
      append_line(r, pair, texts[i], &out[i]);
    append_line(r, pair, &words.unexamined, &out[CELL_OPEN]);
  }
  imsi_words_free(&words);
  return status;
}

/* ---- headings: where the counterparts of their parts stand ---- */

static ims_node meeting_point(const ims_model *model, ims_node a, ims_node b)
{
  while (a.index != IMS_NO_NODE && !ims_node_is_in(model, b, a))
    a = ims_node_parent(model, a);
  return a;
}

/* Adds the closest counterpart of a clause to those that a heading stands for: in each chapter the smallest clause that
   holds them. */
static ims_status add_to_frame(const imsi_correlate *r, const imsi_pair *pairs, size_t count, imsi_vec *frame)
{
  size_t best;
  IMS_TRY(imsi_correlate_heaviest(r, pairs, count, &best));
  const ims_node closest = pairs[best].target;
  for (size_t i = 0; i < frame->count; i++) {
    const ims_node meeting = meeting_point(r->model, IMSI_AT(ims_node, frame, i), closest);
    if (meeting.index != IMS_NO_NODE) {
      IMSI_AT(ims_node, frame, i) = meeting;
      return IMS_OK;
    }
  }
  return imsi_vec_push(frame, &closest);
}

static int compare_nodes(const void *a, const void *b)
{
  const ims_node *x = a, *y = b;
  return x->index < y->index ? -1 : x->index > y->index;
}

static ims_status append_frame(const imsi_correlate *r, const imsi_side *s, ims_node heading, imsi_strbuf *out)
{
  imsi_vec frame = IMSI_VEC(ims_node);
  ims_status status = IMS_OK;
  for (size_t i = 0, count = 0; !status && i < s->pairs.count; i += count) {
    const imsi_pair *pairs = &IMSI_AT(imsi_pair, &s->pairs, i);
    for (count = 1; i + count < s->pairs.count && pairs[count].source.index == pairs->source.index;)
      count++;
    if (ims_node_is_in(r->model, pairs->source, heading))
      status = add_to_frame(r, pairs, count, &frame);
  }
  if (frame.count)
    qsort(frame.data, frame.count, sizeof(ims_node), compare_nodes);
  for (size_t i = 0; i < frame.count; i++) {
    const ims_node shown = IMSI_AT(ims_node, &frame, i);
    imsi_strbuf_text(out, i ? "\n" : "");
    imsi_strbuf_text(out, ims_node_name(r->model, shown));
    imsi_strbuf_text(out, " ");
    imsi_name_label(r->model, shown, out);
  }
  imsi_vec_free(&frame);
  return status;
}

static bool is_heading(const imsi_correlate *r, ims_node node)
{
  return r->kind == IMS_CLAUSE && !ims_node_demands(r->model, node) &&
         ims_node_child(r->model, node).index != IMS_NO_NODE;
}

/* ---- rows ---- */

static ims_status fill_cells(imsi_correlate *r, imsi_table *table, const imsi_side *s, ims_node node, size_t column)
{
  imsi_strbuf out[CELLS] = { { 0 } };
  size_t count;
  const imsi_pair *pairs = imsi_correlate_pairs_of(s, node, &count);
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < count; i++)
    status = append_pair(r, s, &pairs[i], out);
  if (!status && !count && is_heading(r, node))
    status = append_frame(r, s, node, &out[CELL_COUNTERPARTS]);
  if (!status && r->kind == IMS_TERM)
    status = imsi_correlate_append_same_word(r, node, s->target, &out[CELL_COUNTERPARTS]);
  if (!count && !out[CELL_COUNTERPARTS].size && imsi_correlation_verdict(r->model, node, s->target) != SIZE_MAX)
    imsi_strbuf_text(&out[CELL_COUNTERPARTS], "-");
  if (!count && !out[CELL_COUNTERPARTS].size && ims_node_empty(r->model, node))
    imsi_strbuf_text(&out[CELL_COUNTERPARTS], "(asks nothing)");
  for (size_t i = 0; i < CELLS; i++) {
    if (i < cells(r))
      imsi_table_set_text(table, column + i, &out[i]);
    imsi_strbuf_free(&out[i]);
  }
  return status;
}

static void begin_row(const imsi_correlate *r, imsi_table *table, ims_row_kind kind, const ims_edition *pivot)
{
  imsi_table_row(table, kind);
  if (r->pivot_column)
    imsi_table_set(table, r->pivot_column, pivot->id);
}

/* The row's own cells: number and title, or the word and what is meant by it. */
static void set_row(imsi_correlate *r, imsi_table *table, ims_node node)
{
  imsi_strbuf_clear(&r->text);
  imsi_correlate_append_name(r, node, &r->text);
  imsi_table_set_text(table, WIDE_NUMBER, &r->text);
  if (r->kind == IMS_TERM)
    imsi_table_set(table, WIDE_TITLE, ims_node_get(r->model, node).text);
  else
    imsi_correlate_set_label(r, table, WIDE_TITLE, node);
}

static ims_status add_wide_rows(imsi_correlate *r, imsi_table *table, const ims_edition *source, const imsi_side *sides,
                                size_t count)
{
  for (uint32_t i = 0; i < source->count; i++) {
    const ims_node node = { source->first.index + i };
    if (!imsi_correlate_makes_row(r, node))
      continue;
    begin_row(r, table, is_heading(r, node) ? IMS_ROW_HEADING : IMS_ROW_NORMAL, source);
    set_row(r, table, node);
    for (size_t k = 0; k < count; k++)
      IMS_TRY(fill_cells(r, table, &sides[k], node, WIDE_FIRST + k * cells(r)));
  }
  return IMS_OK;
}

static void add_section(imsi_correlate *r, imsi_table *table, const char *before, const ims_edition *a,
                        const char *between, const ims_edition *b)
{
  imsi_strbuf_clear(&r->text);
  imsi_strbuf_text(&r->text, before);
  imsi_strbuf_text(&r->text, a->name);
  imsi_strbuf_text(&r->text, between);
  imsi_strbuf_text(&r->text, b ? b->name : "");
  imsi_table_row(table, IMS_ROW_SECTION);
  imsi_table_set_text(table, 0, &r->text);
}

/* The clauses of the target that somebody looked for in the source in vain. */
static void add_unmatched(imsi_correlate *r, imsi_table *table, const imsi_side *s, size_t column)
{
  bool any = false;
  for (uint32_t i = 0; i < s->target->count; i++) {
    const ims_node node = { s->target->first.index + i };
    if (!imsi_correlate_makes_row(r, node) || imsi_correlate_has_target(s, node) ||
        imsi_correlation_verdict(r->model, node, s->source) == SIZE_MAX)
      continue;
    if (!any)
      add_section(r, table, "Of ", s->target, ", without counterpart in ", s->source);
    any = true;
    begin_row(r, table, IMS_ROW_NORMAL, s->source);
    imsi_table_set(table, WIDE_NUMBER, "-");
    imsi_strbuf_clear(&r->text);
    if (r->kind != IMS_TERM) {
      imsi_strbuf_text(&r->text, ims_node_name(r->model, node));
      imsi_strbuf_text(&r->text, " ");
    }
    imsi_name_label(r->model, node, &r->text);
    imsi_table_set_text(table, column, &r->text);
  }
}

static ims_status add_wide_part(imsi_correlate *r, imsi_table *table, const ims_edition *source,
                                const ims_edition *const *targets, size_t count)
{
  imsi_side *sides = calloc(count, sizeof *sides);
  ims_status status = sides ? IMS_OK : IMS_NOMEM;
  for (size_t i = 0; !status && i < count; i++)
    status = imsi_correlate_load_side(r, source, targets[i], &sides[i]);
  if (!status)
    status = add_wide_rows(r, table, source, sides, count);
  for (size_t i = 0; !status && i < count; i++)
    add_unmatched(r, table, &sides[i], WIDE_FIRST + i * cells(r));
  for (size_t i = 0; sides && i < count; i++)
    imsi_vec_free(&sides[i].pairs);
  free(sides);
  return status;
}

static void add_legend_of_clauses(imsi_table *table)
{
  imsi_table_note(table,
                  "= the same demands; < the pivot's are contained in the other's, which ask more; > the other's "
                  "are contained in the pivot's; x both share some and each asks more; <= contained, perhaps "
                  "equal; >= contains, perhaps equal; ~ they share some for certain, more is not known.");
  imsi_table_note(
      table,
      "- somebody looked and found no counterpart; (asks nothing) a clause without demands; an empty cell was not "
      "examined. Beside a heading "
      "stand, without a symbol, the clauses that hold the closest counterparts of its parts. [proposed]: rests on a "
      "row that no second reading has confirmed.");
  imsi_table_note(table,
                  "Correlation is not conformity: a related clause shows where to look, not that a demand is met.");
}

static void add_legend(imsi_correlate *r, imsi_table *table)
{
  if (r->kind == IMS_TERM)
    imsi_correlate_add_legend_of_terms(table);
  else
    add_legend_of_clauses(table);
  imsi_correlate_note_standing(r, table);
}

ims_status imsi_correlate_make_wide(imsi_correlate *r, bool reverse, ims_table **finished)
{
  const ims_edition *const *others = r->others.data;
  /* without section lines a row has to say whose clause it is */
  const bool name_pivot = reverse && r->request->words == IMS_WORDS_COLUMNS;
  imsi_table *table = reverse ? new_wide(r, &r->pivot, 1, name_pivot) : new_wide(r, others, r->others.count, false);
  ims_status status = table ? IMS_OK : IMS_NOMEM;
  imsi_correlate_add_captions(r, table, reverse);
  if (!reverse && !status)
    status = add_wide_part(r, table, r->pivot, others, r->others.count);
  for (size_t i = 0; reverse && !status && i < r->others.count; i++) {
    add_section(r, table, "Pivot ", others[i], "", NULL);
    status = add_wide_part(r, table, others[i], &r->pivot, 1);
  }
  if (status) {
    imsi_table_drop(table);
    return status;
  }
  add_legend(r, table);
  return imsi_table_end(table, finished);
}
