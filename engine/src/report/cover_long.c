/* The long form: a fact a row. */

#include "base/try.h"
#include "query/correlation.h"
#include "report/cover_internal.h"
#include "report/registry.h"

enum {
  DEMAND_EDITION,
  DEMAND,
  KIND,
  FORCE,
  STATE,
  PART,
  SOURCE_EDITION,
  SOURCE,
  RELATION,
  CERTAINTY,
  BASIS,
  CHOSEN,
  DEMAND_TEXT,
  SOURCE_TEXT,
  COMMON,
  LEFT_OVER,
  UNCOMPARED,
  STANDING,
  CONFIDENCE,
  PLACES
};

static const ims_column columns[] = {
  [DEMAND_EDITION] = { "demand_edition", "Edition", IMS_COLUMN_ID, false },
  [DEMAND] = { "demand", "Demand", IMS_COLUMN_ID, false },
  [KIND] = { "kind", "Kind", IMS_COLUMN_ID, false },
  [FORCE] = { "force", "Force", IMS_COLUMN_ID, false },
  [STATE] = { "state", "State", IMS_COLUMN_ID, false },
  [PART] = { "part", "Part of the whole", IMS_COLUMN_ID, false },
  [SOURCE_EDITION] = { "source_edition", "Source edition", IMS_COLUMN_ID, false },
  [SOURCE] = { "source", "Source", IMS_COLUMN_ID, false },
  [RELATION] = { "relation", "Relation", IMS_COLUMN_ID, false },
  [CERTAINTY] = { "certainty", "Certainty", IMS_COLUMN_ID, false },
  [BASIS] = { "basis", "Basis", IMS_COLUMN_TEXT, false },
  [CHOSEN] = { "chosen", "Chosen clause", IMS_COLUMN_ID, false },
  [DEMAND_TEXT] = { "demand_text", "In our words", IMS_COLUMN_TEXT, true },
  [SOURCE_TEXT] = { "source_text", "Source in our words", IMS_COLUMN_TEXT, true },
  [COMMON] = { "common", "Both ask", IMS_COLUMN_TEXT, true },
  [LEFT_OVER] = { "left_over", "Left over", IMS_COLUMN_TEXT, true },
  [UNCOMPARED] = { "uncompared", "Not compared", IMS_COLUMN_TEXT, true },
  [STANDING] = { "standing", "Standing", IMS_COLUMN_ID, true },
  [CONFIDENCE] = { "confidence", "Confidence", IMS_COLUMN_ID, true },
  [PLACES] = { "places", "Rests on", IMS_COLUMN_TEXT, true },
};

const ims_columns imsi_cover_long_form = { columns, sizeof columns / sizeof *columns };

static void set_label(imsi_cover_run *r, imsi_table *table, size_t column, ims_node node)
{
  imsi_strbuf_clear(&r->text);
  imsi_name_label(r->model, node, &r->text);
  imsi_table_set_text(table, column, &r->text);
}

static void set_reference(imsi_cover_run *r, imsi_table *table, size_t column, ims_node node)
{
  imsi_strbuf_clear(&r->text);
  imsi_name_reference(r->model, node, &r->text);
  imsi_table_set_text(table, column, &r->text);
}

static void set_texts(imsi_cover_run *r, imsi_table *table, size_t column, const imsi_vec *texts)
{
  imsi_strbuf_clear(&r->text);
  imsi_name_texts(&r->text, NULL, texts);
  imsi_table_set_text(table, column, &r->text);
}

static void begin_row(imsi_cover_run *r, imsi_table *table, ims_node node, imsi_covered state)
{
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, DEMAND_EDITION, ims_node_edition(r->model, node)->id);
  imsi_table_set(table, DEMAND, ims_node_name(r->model, node));
  imsi_table_set(table, KIND, ims_node_kind_name(ims_node_kind_of(r->model, node)));
  imsi_table_set(table, FORCE, ims_force_name(ims_node_force(r->model, node)));
  imsi_table_set(table, STATE, imsi_cover_state_name(state));
  set_label(r, table, DEMAND_TEXT, node);
}

static ims_status set_words(imsi_cover_run *r, imsi_table *table, const imsi_share *share)
{
  imsi_words words;
  const ims_status status = imsi_cover_words_of(r, share, &words);
  set_texts(r, table, COMMON, &words.common);
  set_texts(r, table, LEFT_OVER, &words.source_only);
  set_texts(r, table, UNCOMPARED, &words.uncompared);
  imsi_words_free(&words);
  return status;
}

static void set_proof(imsi_cover_run *r, imsi_table *table, const imsi_vec *rows)
{
  imsi_strbuf_clear(&r->text);
  imsi_name_bases(r->model, rows, &r->text);
  imsi_table_set_text(table, BASIS, &r->text);
  imsi_table_set(table, STANDING, ims_standing_name(imsi_rows_standing(r->model, rows)));
  imsi_strbuf_clear(&r->text);
  imsi_name_confidence(r->model, rows, &r->text);
  imsi_table_set_text(table, CONFIDENCE, &r->text);
  imsi_strbuf_clear(&r->text);
  imsi_name_places(r->model, rows, &r->text);
  imsi_table_set_text(table, PLACES, &r->text);
}

static ims_status add_share(imsi_cover_run *r, imsi_table *table, ims_node node, imsi_covered state,
                            const imsi_share *share)
{
  const bool stated = imsi_correlation_stated(r->model, share->part, share->source, share->relation);
  const ims_node chosen = imsi_cover_chosen(r, share->source);
  begin_row(r, table, node, state);
  if (share->part.index != node.index)
    set_reference(r, table, PART, share->part);
  imsi_table_set(table, SOURCE_EDITION, ims_node_edition(r->model, share->source)->id);
  imsi_table_set(table, SOURCE, ims_node_name(r->model, share->source));
  imsi_table_set(table, RELATION, ims_relation_symbol(share->relation));
  imsi_table_set(table, CERTAINTY, stated ? "stated" : "entailed");
  if (chosen.index != IMS_NO_NODE && ims_relation_contained(share->relation))
    set_reference(r, table, CHOSEN, chosen);
  set_label(r, table, SOURCE_TEXT, share->source);
  imsi_vec rows = IMSI_VEC(uint32_t);
  ims_status status = imsi_cover_proof_of(r, node, share, &rows);
  if (!status)
    set_proof(r, table, &rows);
  if (!status && !ims_relation_contained(share->relation))
    status = set_words(r, table, share);
  imsi_vec_free(&rows);
  return status;
}

/* What is known of a source that has nothing to do with the target: a verdict, or nothing. */
static void add_missing(imsi_cover_run *r, imsi_table *table, ims_node node, imsi_covered state, size_t source)
{
  size_t verdict;
  const bool examined = imsi_coverage_examined(r->coverage, node, source, &verdict);
  begin_row(r, table, node, state);
  imsi_table_set(table, SOURCE_EDITION, IMSI_AT(imsi_region, &r->sources, source).edition->id);
  if (!examined)
    return;
  imsi_table_set(table, SOURCE, "-");
  imsi_table_set(table, RELATION, "none");
  if (verdict == SIZE_MAX)
    return;
  const ims_row row = ims_verdict_at(r->model, verdict);
  imsi_table_set(table, CERTAINTY, "stated");
  imsi_table_set(table, BASIS, *row.basis ? row.basis : NULL);
  imsi_table_set(table, STANDING, ims_standing_name(row.standing));
  imsi_strbuf_clear(&r->text);
  if (row.confidence >= 0)
    imsi_name_share(row.confidence, &r->text);
  imsi_table_set_text(table, CONFIDENCE, &r->text);
  imsi_strbuf_clear(&r->text);
  imsi_name_place(row.pos, &r->text);
  imsi_table_set_text(table, PLACES, &r->text);
}

static ims_status add_rows(imsi_cover_run *r, imsi_table *table, ims_node node)
{
  const imsi_covered state = imsi_coverage_of(r->coverage, node);
  IMS_TRY(imsi_cover_load(r, node));
  for (size_t i = 0; i < r->shares.count; i++)
    IMS_TRY(add_share(r, table, node, state, &IMSI_AT(imsi_share, &r->shares, i)));
  if (state >= IMSI_COVERED_NONE)
    for (size_t i = 0; i < r->sources.count; i++)
      add_missing(r, table, node, state, i);
  else if (!r->shares.count)
    begin_row(r, table, node, state); /* its items tell the rest */
  if (!imsi_cover_lists_items(r, node, state))
    return IMS_OK;
  ims_node n = imsi_coverage_item(r->model, node, (ims_node){ IMS_NO_NODE });
  for (; n.index != IMS_NO_NODE; n = imsi_coverage_item(r->model, node, n))
    IMS_TRY(add_rows(r, table, n));
  return IMS_OK;
}

ims_status imsi_cover_make_long(imsi_cover_run *r, ims_table **finished)
{
  imsi_table *table = imsi_table_new(imsi_report_cover.name, columns, sizeof columns / sizeof *columns);
  ims_status status = table ? IMS_OK : IMS_NOMEM;
  imsi_cover_add_captions(r, table);
  for (size_t i = 0; !status && i < r->demands.count; i++)
    status = add_rows(r, table, IMSI_AT(ims_node, &r->demands, i));
  if (status) {
    imsi_table_drop(table);
    return status;
  }
  imsi_cover_add_notes(r, table);
  return imsi_table_end(table, finished);
}
