/* What is loaded, with how much is known of it. */

#include "query/table.h"
#include "report/common.h"
#include "report/registry.h"

#include <stdlib.h>

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

static void set_text(imsi_table *table, size_t column, const char *text)
{
  imsi_table_set(table, column, *text ? text : NULL);
}

static void add_edition(imsi_table *table, const ims_edition *edition, const counts *c)
{
  imsi_strbuf text = { 0 };
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, EDITION, edition->id);
  imsi_table_set(table, NAME, edition->name);
  imsi_strbuf_text(&text, ims_edition_status_name(edition->status));
  if (edition->provisional)
    imsi_strbuf_text(&text, text.size ? ", provisional" : "provisional");
  imsi_table_set_text(table, STATUS, &text);
  set_text(table, PUBLISHED, edition->published);
  imsi_table_set(table, DEFAULT, edition->is_default ? "yes" : NULL);
  imsi_table_set_number(table, CLAUSES, c->clauses);
  imsi_table_set_number(table, PROVISIONS, c->provisions);
  imsi_table_set_number(table, ITEMS, c->items);
  imsi_table_set_number(table, RELATIONS, c->relations);
  imsi_table_set_number(table, VERDICTS, c->verdicts);
  set_text(table, TITLE, edition->title);
  set_text(table, VALID_UNTIL, edition->valid_until);
  set_text(table, REPLACES, edition->replaces);
  set_text(table, FAMILY, edition->family);
  set_text(table, KIND, ims_edition_kind_name(edition->kind));
  imsi_strbuf_clear(&text);
  imsi_name_place(edition->pos, &text);
  imsi_table_set_text(table, PLACE, &text);
  imsi_strbuf_free(&text);
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **finished)
{
  (void)request, (void)sink;
  const size_t count = ims_edition_count(model);
  counts *all = calloc(count + 1, sizeof *all);
  if (!all)
    return IMS_NOMEM;
  count_rows(model, all);
  imsi_table *table = imsi_table_new(imsi_report_standards.name, columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < count; i++) {
    count_nodes(model, ims_edition_at(model, i), &all[i]);
    add_edition(table, ims_edition_at(model, i), &all[i]);
  }
  free(all);
  imsi_table_note(table,
                  "A relation counts for both its ends, a verdict (no counterpart was found) for the edition whose "
                  "demand was looked for. Notes and permissions are not counted.");
  return imsi_table_end(table, finished);
}

const ims_report imsi_report_standards = {
  .name = "standards",
  .summary = "what is loaded, with status and counts",
  .run = run,
};
