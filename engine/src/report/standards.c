/* What is loaded, with how much is known of it: all editions, or those of a family, or what the data rest on. */

#include "base/try.h"
#include "query/table.h"
#include "report/common.h"
#include "report/registry.h"
#include "report/standards_internal.h"

#include <stdlib.h>
#include <string.h>

static const ims_param params[] = {
  { "family", "ID", "the members of a family, such as 20000, and what each is for", false, false, false },
  { "data", NULL, "counts of what is stated, per edition and pair, and who has read it", false, false, false },
  { "all", NULL, "also editions of which only the facts are held", false, false, false },
};

enum {
  EDITION,
  NAME,
  STATUS,
  PUBLISHED,
  DEFAULT,
  CLAUSES,
  PROVISIONS,
  ITEMS,
  RELATIONS,
  VERDICTS,
  TITLE,
  VALID_UNTIL,
  REPLACES,
  FAMILY,
  KIND,
  PLACE
};

static const ims_column columns[] = {
  [EDITION] = { "edition", "Edition", IMS_COLUMN_ID, false },
  [NAME] = { "name", "Name", IMS_COLUMN_TEXT, true },
  [STATUS] = { "status", "Status", IMS_COLUMN_ID, false },
  [PUBLISHED] = { "published", "Published", IMS_COLUMN_ID, false },
  [DEFAULT] = { "default", "Default", IMS_COLUMN_ID, false },
  [CLAUSES] = { "clauses", "Clauses", IMS_COLUMN_NUMBER, false },
  [PROVISIONS] = { "provisions", "Provisions", IMS_COLUMN_NUMBER, false },
  [ITEMS] = { "items", "Items", IMS_COLUMN_NUMBER, false },
  [RELATIONS] = { "relations", "Relations", IMS_COLUMN_NUMBER, false },
  [VERDICTS] = { "verdicts", "Verdicts", IMS_COLUMN_NUMBER, false },
  [TITLE] = { "title", "Title", IMS_COLUMN_TEXT, true },
  [VALID_UNTIL] = { "valid_until", "Valid until", IMS_COLUMN_ID, true },
  [REPLACES] = { "replaces", "Replaces", IMS_COLUMN_ID, true },
  [FAMILY] = { "family", "Family", IMS_COLUMN_ID, true },
  [KIND] = { "kind", "Kind", IMS_COLUMN_ID, true },
  [PLACE] = { "place", "Place", IMS_COLUMN_ID, true },
};

static const ims_columns editions_form = { columns, sizeof columns / sizeof *columns };

static const ims_columns *const long_forms[] = { &editions_form, &imsi_standards_family_form,
                                                 &imsi_standards_data_form };

typedef struct counts {
  size_t clauses, provisions, items, relations, verdicts;
} counts;

/* Notes and permissions are outside all counts. */
static void count_nodes(const ims_model *model, const ims_edition *edition, counts *c)
{
  for (uint32_t i = 0; i < edition->count; i++) {
    const ims_node node = { edition->first.index + i };
    const ims_node_kind kind = ims_node_kind_of(model, node);
    const bool binds = ims_force_binds(ims_node_force(model, node));
    c->clauses += kind == IMS_CLAUSE;
    c->provisions += kind == IMS_PROVISION && binds;
    c->items += kind == IMS_ITEM && binds;
  }
}

static bool binds(const ims_model *model, ims_node node)
{
  return ims_force_binds(ims_node_force(model, node));
}

/* A row counts for each edition that it has an end in; a verdict for the edition whose demand was looked for. */
static void count_rows(const ims_model *model, counts *all)
{
  for (size_t i = 0; i < ims_relation_count(model); i++) {
    const ims_row row = ims_relation_at(model, i);
    if (!binds(model, row.source)) /* and so is the target: a note is never related to a demand */
      continue;
    all[row.mapping->source->index].relations++;
    if (row.mapping->target != row.mapping->source)
      all[row.mapping->target->index].relations++;
  }
  for (size_t i = 0; i < ims_verdict_count(model); i++) {
    const ims_row row = ims_verdict_at(model, i);
    const bool of_source = row.target.index == IMS_NO_NODE;
    if (binds(model, of_source ? row.source : row.target))
      all[(of_source ? row.mapping->source : row.mapping->target)->index].verdicts++;
  }
}

void imsi_standards_set(imsi_table *table, size_t column, const char *text)
{
  imsi_table_set(table, column, *text ? text : NULL);
}

void imsi_standards_set_status(imsi_table *table, size_t column, const ims_edition *edition)
{
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, ims_edition_status_name(edition->status));
  if (edition->provisional)
    imsi_strbuf_text(&text, text.size ? ", provisional" : "provisional");
  imsi_table_set_text(table, column, &text);
  imsi_strbuf_free(&text);
}

static void add_edition(imsi_table *table, const ims_edition *edition, const counts *c)
{
  imsi_strbuf text = { 0 };
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, EDITION, edition->id);
  imsi_table_set(table, NAME, edition->name);
  imsi_standards_set_status(table, STATUS, edition);
  imsi_standards_set(table, PUBLISHED, edition->published);
  imsi_table_set(table, DEFAULT, edition->is_default ? "yes" : NULL);
  imsi_table_set_number(table, CLAUSES, c->clauses);
  imsi_table_set_number(table, PROVISIONS, c->provisions);
  imsi_table_set_number(table, ITEMS, c->items);
  imsi_table_set_number(table, RELATIONS, c->relations);
  imsi_table_set_number(table, VERDICTS, c->verdicts);
  imsi_standards_set(table, TITLE, edition->title);
  imsi_standards_set(table, VALID_UNTIL, edition->valid_until);
  imsi_standards_set(table, REPLACES, edition->replaces);
  imsi_standards_set(table, FAMILY, edition->family);
  imsi_standards_set(table, KIND, ims_edition_kind_name(edition->kind));
  imsi_name_place(edition->pos, &text);
  imsi_table_set_text(table, PLACE, &text);
  imsi_strbuf_free(&text);
}

static void note_left_out(imsi_table *table, size_t left_out)
{
  imsi_strbuf text = { 0 };
  if (!left_out)
    return;
  imsi_strbuf_number(&text, left_out);
  imsi_strbuf_text(&text, left_out == 1 ? " more edition is known" : " more editions are known");
  imsi_strbuf_text(&text, " without clauses or terms: see --all, or --family.");
  imsi_table_note_text(table, &text);
  imsi_strbuf_free(&text);
}

static ims_status list_editions(const ims_model *model, bool all, ims_table **finished)
{
  const size_t count = ims_edition_count(model);
  size_t left_out = 0;
  counts *counted = calloc(count + 1, sizeof *counted);
  if (!counted)
    return IMS_NOMEM;
  count_rows(model, counted);
  imsi_table *table = imsi_table_new(imsi_report_standards.name, columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < count; i++) {
    const ims_edition *edition = ims_edition_at(model, i);
    if (!all && !edition->count) {
      left_out++;
      continue;
    }
    count_nodes(model, edition, &counted[i]);
    add_edition(table, edition, &counted[i]);
  }
  free(counted);
  imsi_table_note(table,
                  "A relation counts for both its ends, a verdict (no counterpart was found) for the edition whose "
                  "demand was looked for. Notes and permissions are not counted.");
  note_left_out(table, left_out);
  return imsi_table_end(table, finished);
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  const char *family = imsi_request_value(request, "family", 0);
  const bool data = imsi_request_has(request, "data");
  if (family && data) {
    imsi_report(reporter, IMS_DIAG_BAD_OPTION, (ims_pos){ NULL, 0, 0, NULL }, "choose one of --family and --data", NULL,
                NULL, NULL);
    return IMS_INVALID;
  }
  if (family)
    return imsi_standards_family(model, family, reporter, table);
  if (data)
    return imsi_standards_data(model, table);
  return list_editions(model, imsi_request_has(request, "all"), table);
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_standards = {
  .name = "standards",
  .summary = "what is loaded, with status and counts; a family of standards; what the data rest on",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .run = run,
};
