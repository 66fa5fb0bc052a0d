/* The long form: a fact a row. */

#include "base/try.h"
#include "report/correlate_internal.h"
#include "report/registry.h"

#include <string.h>

enum {
  LONG_SOURCE_EDITION,
  LONG_SOURCE,
  LONG_TARGET_EDITION,
  LONG_TARGET,
  LONG_RELATION,
  LONG_CERTAINTY,
  LONG_BASIS,
  LONG_SOURCE_TITLE,
  LONG_TARGET_TITLE,
  LONG_COMMON,
  LONG_SOURCE_ONLY,
  LONG_TARGET_ONLY,
  LONG_UNCOMPARED,
  LONG_UNEXAMINED,
  LONG_STANDING,
  LONG_CONFIDENCE,
  LONG_MOVE,
  LONG_PLACES
};

static const ims_column long_columns[] = {
  [LONG_SOURCE_EDITION] = { "source_edition", "Source edition", IMS_COLUMN_ID, false },
  [LONG_SOURCE] = { "source", "Source", IMS_COLUMN_ID, false },
  [LONG_TARGET_EDITION] = { "target_edition", "Target edition", IMS_COLUMN_ID, false },
  [LONG_TARGET] = { "target", "Target", IMS_COLUMN_ID, false },
  [LONG_RELATION] = { "relation", "Relation", IMS_COLUMN_ID, false },
  [LONG_CERTAINTY] = { "certainty", "Certainty", IMS_COLUMN_ID, false },
  [LONG_BASIS] = { "basis", "Basis", IMS_COLUMN_TEXT, false },
  [LONG_SOURCE_TITLE] = { "source_title", "Source title", IMS_COLUMN_TEXT, true },
  [LONG_TARGET_TITLE] = { "target_title", "Target title", IMS_COLUMN_TEXT, true },
  [LONG_COMMON] = { "common", "Both ask", IMS_COLUMN_TEXT, true },
  [LONG_SOURCE_ONLY] = { "source_only", "Only the source asks", IMS_COLUMN_TEXT, true },
  [LONG_TARGET_ONLY] = { "target_only", "Only the target asks", IMS_COLUMN_TEXT, true },
  [LONG_UNCOMPARED] = { "uncompared", "Not compared", IMS_COLUMN_TEXT, true },
  [LONG_UNEXAMINED] = { "unexamined", "Not examined", IMS_COLUMN_TEXT, true },
  [LONG_STANDING] = { "standing", "Standing", IMS_COLUMN_ID, true },
  [LONG_CONFIDENCE] = { "confidence", "Confidence", IMS_COLUMN_ID, true },
  [LONG_MOVE] = { "move", "Move", IMS_COLUMN_ID, true },
  [LONG_PLACES] = { "places", "Rests on", IMS_COLUMN_TEXT, true },
};

const ims_columns imsi_correlate_long_form = { long_columns, sizeof long_columns / sizeof *long_columns };

static void set_texts(imsi_correlate *r, imsi_table *table, size_t column, const imsi_vec *texts)
{
  imsi_strbuf_clear(&r->text);
  imsi_name_texts(&r->text, NULL, texts);
  imsi_table_set_text(table, column, &r->text);
}

/* What became of the source in a newer edition; said only where one row says exactly this. */
static const char *move_of(const ims_model *model, const imsi_pair *pair, const imsi_vec *rows)
{
  const char *move = "";
  if (pair->stated && rows->count == 1)
    move = ims_move_name(ims_relation_at(model, IMSI_AT(uint32_t, rows, 0)).move);
  return *move ? move : NULL;
}

static ims_status add_long_pair(imsi_correlate *r, imsi_table *table, const imsi_side *s, const imsi_pair *pair)
{
  imsi_vec rows = IMSI_VEC(uint32_t);
  imsi_words words;
  ims_status status = imsi_correlate_words_of(r, s, pair, &words);
  if (!status)
    status = imsi_correlate_proof_of(r, pair, &rows);
  if (!status) {
    imsi_table_row(table, IMS_ROW_NORMAL);
    imsi_table_set(table, LONG_SOURCE_EDITION, s->source->id);
    imsi_table_set(table, LONG_SOURCE, ims_node_name(r->model, pair->source));
    imsi_table_set(table, LONG_TARGET_EDITION, s->target->id);
    imsi_table_set(table, LONG_TARGET, ims_node_name(r->model, pair->target));
    imsi_table_set(table, LONG_RELATION, ims_relation_symbol(pair->relation));
    imsi_table_set(table, LONG_CERTAINTY, pair->stated ? "stated" : "entailed");
    imsi_strbuf_clear(&r->text);
    imsi_name_bases(r->model, &rows, &r->text);
    imsi_table_set_text(table, LONG_BASIS, &r->text);
    imsi_correlate_set_label(r, table, LONG_SOURCE_TITLE, pair->source);
    imsi_correlate_set_label(r, table, LONG_TARGET_TITLE, pair->target);
    set_texts(r, table, LONG_COMMON, &words.common);
    set_texts(r, table, LONG_SOURCE_ONLY, &words.source_only);
    set_texts(r, table, LONG_TARGET_ONLY, &words.target_only);
    set_texts(r, table, LONG_UNCOMPARED, &words.uncompared);
    set_texts(r, table, LONG_UNEXAMINED, &words.unexamined);
    imsi_table_set(table, LONG_STANDING, ims_standing_name(imsi_rows_standing(r->model, &rows)));
    imsi_strbuf_clear(&r->text);
    imsi_name_confidence(r->model, &rows, &r->text);
    imsi_table_set_text(table, LONG_CONFIDENCE, &r->text);
    imsi_table_set(table, LONG_MOVE, move_of(r->model, pair, &rows));
    imsi_strbuf_clear(&r->text);
    imsi_name_places(r->model, &rows, &r->text);
    imsi_table_set_text(table, LONG_PLACES, &r->text);
  }
  imsi_words_free(&words);
  imsi_vec_free(&rows);
  return status;
}

/* A verdict: `node` has no counterpart in the other edition. `is_source` says on which side of the table it stands. */
static void add_long_verdict(imsi_correlate *r, imsi_table *table, const imsi_side *s, ims_node node, size_t verdict,
                             bool is_source)
{
  const ims_row row = ims_verdict_at(r->model, verdict);
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, LONG_SOURCE_EDITION, s->source->id);
  imsi_table_set(table, LONG_SOURCE, is_source ? ims_node_name(r->model, node) : "-");
  imsi_table_set(table, LONG_TARGET_EDITION, s->target->id);
  imsi_table_set(table, LONG_TARGET, is_source ? "-" : ims_node_name(r->model, node));
  imsi_table_set(table, LONG_RELATION, "none");
  imsi_table_set(table, LONG_CERTAINTY, "stated");
  imsi_table_set(table, LONG_BASIS, *row.basis ? row.basis : NULL);
  imsi_table_set(table, LONG_STANDING, ims_standing_name(row.standing));
  imsi_correlate_set_label(r, table, is_source ? LONG_SOURCE_TITLE : LONG_TARGET_TITLE, node);
  imsi_strbuf_clear(&r->text);
  if (row.confidence >= 0)
    imsi_name_share(row.confidence, &r->text);
  imsi_table_set_text(table, LONG_CONFIDENCE, &r->text);
  imsi_table_set(table, LONG_MOVE, row.move ? ims_move_name(row.move) : NULL);
  imsi_strbuf_clear(&r->text);
  imsi_name_place(row.pos, &r->text);
  imsi_table_set_text(table, LONG_PLACES, &r->text);
}

/* The rows of one pair of editions: the source's clauses in order, then those of the target without counterpart. */
static ims_status add_long_side(imsi_correlate *r, imsi_table *table, const ims_edition *source,
                                const ims_edition *target)
{
  imsi_side s;
  ims_status status = imsi_correlate_load_side(r, source, target, &s);
  for (uint32_t i = 0; !status && i < source->count; i++) {
    const ims_node node = { source->first.index + i };
    size_t count;
    if (!imsi_correlate_makes_row(r, node))
      continue;
    const imsi_pair *pairs = imsi_correlate_pairs_of(&s, node, &count);
    const size_t verdict = count ? SIZE_MAX : imsi_correlation_verdict(r->model, node, target);
    for (size_t k = 0; !status && k < count; k++)
      status = add_long_pair(r, table, &s, &pairs[k]);
    if (verdict != SIZE_MAX)
      add_long_verdict(r, table, &s, node, verdict, true);
  }
  for (uint32_t i = 0; !status && i < target->count; i++) {
    const ims_node node = { target->first.index + i };
    if (!imsi_correlate_makes_row(r, node) || imsi_correlate_has_target(&s, node))
      continue;
    const size_t verdict = imsi_correlation_verdict(r->model, node, source);
    if (verdict != SIZE_MAX)
      add_long_verdict(r, table, &s, node, verdict, false);
  }
  imsi_vec_free(&s.pairs);
  return status;
}

/* Clauses ask, words mean. */
static imsi_table *new_long(const imsi_correlate *r)
{
  ims_column columns[sizeof long_columns / sizeof *long_columns];
  memcpy(columns, long_columns, sizeof columns);
  if (r->kind == IMS_TERM) {
    columns[LONG_COMMON].title = "Both mean";
    columns[LONG_SOURCE_ONLY].title = "Only the source means";
    columns[LONG_TARGET_ONLY].title = "Only the target means";
  }
  return imsi_table_new(imsi_report_correlate.name, columns, sizeof columns / sizeof *columns);
}

ims_status imsi_correlate_make_long(imsi_correlate *r, bool reverse, ims_table **finished)
{
  imsi_table *table = new_long(r);
  ims_status status = IMS_OK;
  imsi_correlate_add_captions(r, table, reverse);
  for (size_t i = 0; !status && i < r->others.count; i++) {
    const ims_edition *other = IMSI_AT(const ims_edition *, &r->others, i);
    status = reverse ? add_long_side(r, table, other, r->pivot) : add_long_side(r, table, r->pivot, other);
  }
  if (status) {
    imsi_table_drop(table);
    return status;
  }
  imsi_correlate_note_standing(r, table);
  return imsi_table_end(table, finished);
}
