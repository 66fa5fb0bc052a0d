/* Rows for a second reader: both sides in words, and empty columns for what he thinks of them. */

#include "base/try.h"
#include "query/clause_list.h"
#include "query/reference.h"
#include "query/table.h"
#include "report/common.h"
#include "report/registry.h"
#include "report/review_internal.h"

#include <string.h>

static const ims_param params[] = {
  { "standard", "STANDARD", "only rows of this standard; with several, only rows between them", true, false, true },
  { "clauses", "LIST", "only rows with one of these clauses at an end, such as 4-7,8.2", false, false, false },
  { "proposed", NULL, "only rows that no second reading has confirmed", false, false, false },
  { "apply", "FILE", "instead, read decisions back (a workbook or CSV) and write them as a mapping file", false, false,
    false },
};

const ims_column imsi_review_columns[IMSI_REVIEW_COLUMNS] = {
  [IMSI_REVIEW_SET] = { "set", "Set", IMS_COLUMN_ID, false },
  [IMSI_REVIEW_SOURCE] = { "source", "Source", IMS_COLUMN_ID, false },
  [IMSI_REVIEW_SOURCE_WORDS] = { "source_words", "What the source asks", IMS_COLUMN_TEXT, false },
  [IMSI_REVIEW_IS] = { "is", "Is", IMS_COLUMN_ID, false },
  [IMSI_REVIEW_TARGET] = { "target", "Target", IMS_COLUMN_ID, false },
  [IMSI_REVIEW_TARGET_WORDS] = { "target_words", "What the target asks", IMS_COLUMN_TEXT, false },
  [IMSI_REVIEW_COMMON] = { "common", "Both ask", IMS_COLUMN_TEXT, false },
  [IMSI_REVIEW_SOURCE_ONLY] = { "source_only", "Only the source asks", IMS_COLUMN_TEXT, false },
  [IMSI_REVIEW_TARGET_ONLY] = { "target_only", "Only the target asks", IMS_COLUMN_TEXT, false },
  [IMSI_REVIEW_NOTE] = { "note", "Note", IMS_COLUMN_TEXT, false },
  [IMSI_REVIEW_STATUS] = { "status", "Status", IMS_COLUMN_ID, false },
  [IMSI_REVIEW_CONFIDENCE] = { "confidence", "Confidence", IMS_COLUMN_ID, false },
  [IMSI_REVIEW_BASIS] = { "basis", "Basis", IMS_COLUMN_ID, false },
  [IMSI_REVIEW_PLACE] = { "place", "Place", IMS_COLUMN_ID, false },
  [IMSI_REVIEW_ACCEPT] = { "accept", "Accept", IMS_COLUMN_FILL, false },
  [IMSI_REVIEW_DISPUTE] = { "dispute", "Dispute", IMS_COLUMN_FILL, false },
  [IMSI_REVIEW_COMMENT] = { "comment", "Comment", IMS_COLUMN_FILL, false },
  [IMSI_REVIEW_REVIEWER] = { "reviewer", "Reviewer", IMS_COLUMN_FILL, false },
  [IMSI_REVIEW_DATE] = { "date", "Date", IMS_COLUMN_FILL, false },
};

static const ims_columns long_form = { imsi_review_columns, IMSI_REVIEW_COLUMNS };

static const ims_columns *const long_forms[] = { &long_form };

typedef struct review {
  const ims_model *model;
  const ims_request *request;
  imsi_reporter *reporter;
  imsi_table *table;
  imsi_vec editions;   /* of const ims_edition *: only these; empty: all */
  const char *clauses; /* NULL: all */
  bool proposed;
} review;

/* ---- which rows ---- */

static bool is_chosen(const review *r, const ims_edition *edition)
{
  for (size_t i = 0; i < r->editions.count; i++)
    if (IMSI_AT(const ims_edition *, &r->editions, i) == edition)
      return true;
  return r->editions.count == 0;
}

/* With one standard a row has an end in it, with several both ends are in them. */
static bool is_between(const review *r, const ims_mapping *mapping)
{
  const bool source = is_chosen(r, mapping->source), target = is_chosen(r, mapping->target);
  return r->editions.count > 1 ? source && target : source || target;
}

static bool is_listed(const review *r, ims_node node)
{
  return node.index != IMS_NO_NODE &&
         imsi_clause_list_has(r->clauses, ims_node_name(r->model, ims_node_clause(r->model, node)));
}

static bool is_wanted(const review *r, const ims_row *row)
{
  if (r->proposed && row->standing > IMS_PROPOSED)
    return false;
  return is_between(r, row->mapping) && (!r->clauses || is_listed(r, row->source) || is_listed(r, row->target));
}

/* ---- a row ---- */

static void append_parts(const ims_model *model, ims_node node, imsi_strbuf *out)
{
  for (ims_node n = ims_node_child(model, node); n.index != IMS_NO_NODE; n = ims_node_next(model, n)) {
    const ims_node_info info = ims_node_get(model, n);
    if (info.kind == IMS_CLAUSE || !ims_force_binds(info.force))
      continue;
    imsi_strbuf_text(out, "\n");
    imsi_strbuf_text(out, info.name);
    imsi_strbuf_text(out, " ");
    imsi_strbuf_text(out, info.text);
    append_parts(model, n, out);
  }
}

static void set_end(review *r, const ims_edition *edition, ims_node node, size_t column)
{
  imsi_strbuf text = { 0 };
  if (node.index == IMS_NO_NODE) {
    imsi_strbuf_text(&text, edition->id);
    imsi_table_set_text(r->table, column, &text);
    imsi_strbuf_free(&text);
    return;
  }
  imsi_name_reference(r->model, node, &text);
  imsi_table_set_text(r->table, column, &text);
  imsi_strbuf_clear(&text);
  if (ims_node_kind_of(r->model, node) == IMS_PROVISION || ims_node_kind_of(r->model, node) == IMS_ITEM) {
    imsi_name_title(r->model, ims_node_clause(r->model, node), &text);
    imsi_strbuf_text(&text, "\n");
  }
  imsi_name_label(r->model, node, &text);
  append_parts(r->model, node, &text);
  imsi_table_set_text(r->table, column + 1, &text); /* the words stand beside the reference */
  imsi_strbuf_free(&text);
}

static void set(review *r, size_t column, const char *text)
{
  imsi_table_set(r->table, column, *text ? text : NULL);
}

static void add_row(review *r, const ims_row *row)
{
  const bool verdict = row->source.index == IMS_NO_NODE || row->target.index == IMS_NO_NODE;
  imsi_strbuf text = { 0 };
  if (!is_wanted(r, row))
    return;
  imsi_table_row(r->table, IMS_ROW_NORMAL);
  set(r, IMSI_REVIEW_SET, row->mapping->id);
  set_end(r, row->mapping->source, row->source, IMSI_REVIEW_SOURCE);
  set(r, IMSI_REVIEW_IS, verdict ? "none" : ims_relation_name(row->relation));
  set_end(r, row->mapping->target, row->target, IMSI_REVIEW_TARGET);
  set(r, IMSI_REVIEW_COMMON, row->common);
  set(r, IMSI_REVIEW_SOURCE_ONLY, row->source_only);
  set(r, IMSI_REVIEW_TARGET_ONLY, row->target_only);
  set(r, IMSI_REVIEW_NOTE, row->note);
  set(r, IMSI_REVIEW_STATUS, ims_standing_name(row->standing));
  if (row->confidence >= 0)
    imsi_name_share(row->confidence, &text);
  imsi_table_set_text(r->table, IMSI_REVIEW_CONFIDENCE, &text);
  set(r, IMSI_REVIEW_BASIS, row->basis);
  imsi_strbuf_clear(&text);
  imsi_name_place(row->pos, &text);
  imsi_table_set_text(r->table, IMSI_REVIEW_PLACE, &text);
  imsi_strbuf_free(&text);
}

/* ---- request ---- */

static ims_status take_request(review *r)
{
  const char *name;
  for (size_t i = 0; (name = imsi_request_value(r->request, "standard", i)); i++) {
    const ims_edition *edition;
    IMS_TRY(imsi_reference_edition(r->model, r->request->evidence, name, strlen(name), r->reporter, &edition));
    IMS_TRY(imsi_vec_push(&r->editions, &edition));
  }
  r->clauses = imsi_request_value(r->request, "clauses", 0);
  r->proposed = imsi_request_has(r->request, "proposed");
  if (imsi_request_has(r->request, "apply")) {
    imsi_report(r->reporter, IMS_DIAG_BAD_OPTION, (ims_pos){ NULL, 0, 0, NULL },
                "decisions are read with ims_review_decisions", NULL, NULL, NULL);
    return IMS_INVALID;
  }
  return r->clauses ? imsi_clause_list_check(r->clauses, r->reporter) : IMS_OK;
}

static ims_status answer(review *r, ims_table **table)
{
  IMS_TRY(take_request(r));
  r->table = imsi_table_new(imsi_report_review.name, imsi_review_columns, IMSI_REVIEW_COLUMNS);
  for (size_t i = 0; i < ims_relation_count(r->model); i++) {
    const ims_row row = ims_relation_at(r->model, i);
    add_row(r, &row);
  }
  for (size_t i = 0; i < ims_verdict_count(r->model); i++) {
    const ims_row row = ims_verdict_at(r->model, i);
    add_row(r, &row);
  }
  imsi_table_note(r->table, "Put a mark into accept or dispute, say who you are and the date, and give the sheet back "
                            "with 'imsmap review --apply'. A row without a mark stays as it is.");
  return imsi_table_end(r->table, table);
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, sink);
  review r = { .model = model, .request = request, .reporter = &reporter, .editions = IMSI_VEC(const ims_edition *) };
  const ims_status status = answer(&r, table);
  imsi_vec_free(&r.editions);
  imsi_reporter_free(&reporter);
  return status;
}

const ims_report imsi_report_review = {
  .name = "review",
  .summary = "rows for a second reader, in words, with room for decisions; and decisions back in",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .run = run,
};
