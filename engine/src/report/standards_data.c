/* What is stated, edition by edition and pair by pair, and who has read it. */

#include "report/common.h"
#include "report/registry.h"
#include "report/standards_internal.h"

#include <stdlib.h>

enum {
  SUBJECT,
  PROVISIONS,
  ITEMS,
  TERMS,
  DUTIES,
  EQUAL,
  SUBSET,
  SUPERSET,
  INTERSECTS,
  DISJOINT,
  VERDICTS,
  GUIDANCE,
  PROPOSED,
  REVIEWED,
  VERIFIED,
  UNCONFIRMED,
  COLUMNS
};

static const ims_column columns[COLUMNS] = {
  [SUBJECT] = { "subject", "Edition, or pair", IMS_COLUMN_ID, false },
  [PROVISIONS] = { "provisions", "Prov.", IMS_COLUMN_NUMBER, false },
  [ITEMS] = { "items", "Items", IMS_COLUMN_NUMBER, false },
  [TERMS] = { "terms", "Terms", IMS_COLUMN_NUMBER, true },
  [DUTIES] = { "duties", "Duties", IMS_COLUMN_NUMBER, true },
  [EQUAL] = { "equal", "=", IMS_COLUMN_NUMBER, false },
  [SUBSET] = { "subset", "<", IMS_COLUMN_NUMBER, false },
  [SUPERSET] = { "superset", ">", IMS_COLUMN_NUMBER, false },
  [INTERSECTS] = { "intersects", "x", IMS_COLUMN_NUMBER, false },
  [DISJOINT] = { "disjoint", "0", IMS_COLUMN_NUMBER, false },
  [VERDICTS] = { "verdicts", "-", IMS_COLUMN_NUMBER, false },
  [GUIDANCE] = { "guidance", "Guid.", IMS_COLUMN_NUMBER, false },
  [PROPOSED] = { "proposed", "Prop.", IMS_COLUMN_NUMBER, false },
  [REVIEWED] = { "reviewed", "Rev.", IMS_COLUMN_NUMBER, false },
  [VERIFIED] = { "verified", "Ver.", IMS_COLUMN_NUMBER, false },
  [UNCONFIRMED] = { "unconfirmed", "Unc.", IMS_COLUMN_NUMBER, false },
};

const ims_columns imsi_standards_data_form = { columns, COLUMNS };

typedef size_t counts[COLUMNS];

static void count_standing(counts c, ims_standing standing)
{
  c[standing == IMS_VERIFIED ? VERIFIED : standing == IMS_REVIEWED ? REVIEWED : PROPOSED]++;
}

static void count_edition(const ims_model *model, const ims_edition *edition, counts c)
{
  for (uint32_t i = 0; i < edition->count; i++) {
    const ims_node node = { edition->first.index + i };
    const ims_node_info info = ims_node_get(model, node);
    size_t duties;
    c[UNCONFIRMED] += info.unconfirmed != IMS_CONFIRMED;
    if (!ims_force_binds(info.force))
      continue;
    c[PROVISIONS] += info.kind == IMS_PROVISION;
    c[ITEMS] += info.kind == IMS_ITEM;
    c[TERMS] += info.kind == IMS_TERM;
    if (info.kind == IMS_PROVISION || info.kind == IMS_TERM)
      count_standing(c, info.standing);
    if (info.kind == IMS_PROVISION) {
      ims_node_duties(model, node, &duties);
      c[DUTIES] += duties;
    }
  }
}

/* The column of a base relation: the columns come in the order of the bits. */
static size_t column_of(ims_relation relation)
{
  size_t column = EQUAL;
  for (; relation > 1; relation >>= 1)
    column++;
  return column;
}

static void count_rows(const ims_model *model, counts *by_mapping)
{
  for (size_t i = 0; i < ims_relation_count(model); i++) {
    const ims_row row = ims_relation_at(model, i);
    by_mapping[row.mapping->index][column_of(row.relation)]++;
    count_standing(by_mapping[row.mapping->index], row.standing);
  }
  for (size_t i = 0; i < ims_verdict_count(model); i++) {
    const ims_row row = ims_verdict_at(model, i);
    by_mapping[row.mapping->index][VERDICTS]++;
    count_standing(by_mapping[row.mapping->index], row.standing);
  }
  for (size_t i = 0; i < ims_guidance_count(model); i++) {
    const ims_row row = ims_guidance_at(model, i);
    by_mapping[row.mapping->index][GUIDANCE]++;
    count_standing(by_mapping[row.mapping->index], row.standing);
  }
}

static void add_row(imsi_table *table, const char *subject, const counts c, counts total)
{
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, SUBJECT, subject);
  for (size_t i = SUBJECT + 1; i < COLUMNS; i++) {
    if (c[i])
      imsi_table_set_number(table, i, c[i]);
    total[i] += c[i];
  }
}

/* An edition of which there is nothing to count has no row. */
static void add_editions(const ims_model *model, imsi_table *table, counts total)
{
  for (size_t i = 0; i < ims_edition_count(model); i++) {
    const ims_edition *edition = ims_edition_at(model, i);
    counts c = { 0 };
    count_edition(model, edition, c);
    if (c[PROVISIONS] + c[TERMS] + c[UNCONFIRMED])
      add_row(table, edition->id, c, total);
  }
}

static ims_status add_mappings(const ims_model *model, imsi_table *table, counts total)
{
  const size_t count = ims_mapping_count(model);
  counts *by_mapping = calloc(count + 1, sizeof *by_mapping);
  imsi_strbuf pair = { 0 };
  if (!by_mapping)
    return IMS_NOMEM;
  count_rows(model, by_mapping);
  for (size_t i = 0; i < count; i++) {
    const ims_mapping *mapping = ims_mapping_at(model, i);
    imsi_strbuf_clear(&pair);
    imsi_strbuf_text(&pair, mapping->source->id);
    imsi_strbuf_text(&pair, " - ");
    imsi_strbuf_text(&pair, mapping->target->id);
    add_row(table, imsi_strbuf_string(&pair), by_mapping[i], total);
  }
  const ims_status status = pair.status;
  imsi_strbuf_free(&pair);
  free(by_mapping);
  return status;
}

ims_status imsi_standards_data(const ims_model *model, ims_table **finished)
{
  imsi_table *table = imsi_table_new(imsi_report_standards.name, columns, COLUMNS);
  counts total = { 0 };
  add_editions(model, table, total);
  const ims_status status = add_mappings(model, table, total);
  if (status) {
    imsi_table_drop(table);
    return status;
  }
  counts unused = { 0 };
  add_row(table, "all", total, unused);
  imsi_table_note(table,
                  "= < > x 0: relations as stated; -: verdicts that there is no counterpart; Guid.: guidance, which "
                  "is no relation. Notes and permissions are not counted.");
  imsi_table_note(table, "Prop.: proposed, somebody says so. Rev.: reviewed, a second, independent reading agreed, or "
                         "a third settled it. Ver.: "
                         "verified against a licensed copy by a person who holds one. Unc.: clauses whose number or "
                         "title was not seen in a source.");
  return imsi_table_end(table, finished);
}
