/* The long form of `coverage`: a demand of a system a row. */

#include "report/account_internal.h"
#include "report/registry.h"

enum {
  SYSTEM,
  EDITION,
  REF,
  TEXT,
  FORCE,
  STATE,
  COUNTS,
  CONDITION,
  DOCUMENTS,
  PLACES,
  ELSEWHERE,
  LACKING,
  DOUBTS,
  PROPOSED,
  EXEMPTION,
  FINDING,
  REFUSED,
  PART,
  SOA,
  DOUBTED
};

static const ims_column columns[] = {
  [SYSTEM] = { "system", "System", IMS_COLUMN_ID, false },
  [EDITION] = { "edition", "Edition", IMS_COLUMN_ID, false },
  [REF] = { "ref", "Reference", IMS_COLUMN_ID, false },
  [TEXT] = { "text", "In our words", IMS_COLUMN_TEXT, false },
  [FORCE] = { "force", "Force", IMS_COLUMN_ID, false },
  [STATE] = { "state", "State", IMS_COLUMN_ID, false },
  [COUNTS] = { "counts", "In the total", IMS_COLUMN_NUMBER, false },
  [CONDITION] = { "condition", "Condition", IMS_COLUMN_TEXT, false },
  [DOCUMENTS] = { "documents", "Documents", IMS_COLUMN_TEXT, false },
  [PLACES] = { "place", "Rests on", IMS_COLUMN_TEXT, false },
  [ELSEWHERE] = { "elsewhere", "In other systems", IMS_COLUMN_TEXT, false },
  [LACKING] = { "lacking", "Lacking", IMS_COLUMN_TEXT, false },
  [DOUBTS] = { "doubts", "Claims that do not count", IMS_COLUMN_TEXT, false },
  [PROPOSED] = { "proposed", "Proposed", IMS_COLUMN_NUMBER, false },
  [EXEMPTION] = { "exemption", "Why it is left out", IMS_COLUMN_TEXT, false },
  [FINDING] = { "finding", "Open nonconformity", IMS_COLUMN_TEXT, false },
  [REFUSED] = { "refused", "Left out, not accepted", IMS_COLUMN_TEXT, false },
  [PART] = { "part", "What a part leaves open", IMS_COLUMN_TEXT, false },
  [SOA] = { "implementation", "What the SoA says", IMS_COLUMN_TEXT, false },
  [DOUBTED] = { "doubted_by", "Doubted by checks", IMS_COLUMN_TEXT, false },
};

const ims_columns imsi_account_long_form = { columns, sizeof columns / sizeof *columns };

static void add_row(const imsi_account *a, imsi_table *table, const imsi_account_line *line,
                    const imsi_account_cells *cells)
{
  const ims_node_info info = ims_node_get(a->held.model, line->shown.demand);
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, SYSTEM, a->held.systems[line->system].id);
  imsi_table_set(table, EDITION, info.edition->id);
  imsi_table_set(table, REF, info.name);
  imsi_table_set(table, TEXT, info.text);
  imsi_table_set(table, FORCE, ims_force_name(info.force));
  imsi_table_set(table, STATE, imsi_state_name(line->shown.state));
  imsi_table_set_number(table, COUNTS, imsi_state_counts(line->shown.state));
  imsi_table_set(table, CONDITION, *info.condition ? info.condition : NULL);
  imsi_table_set_text(table, DOCUMENTS, &cells->documents);
  imsi_table_set_text(table, PLACES, &cells->places);
  imsi_table_set_text(table, ELSEWHERE, &cells->elsewhere);
  imsi_table_set_text(table, LACKING, &cells->lacking);
  imsi_table_set_text(table, DOUBTS, &cells->doubts);
  imsi_table_set_number(table, PROPOSED, line->proposed);
  imsi_table_set_text(table, EXEMPTION, &cells->exemption);
  imsi_table_set_text(table, FINDING, &cells->finding);
  imsi_table_set_text(table, REFUSED, &cells->refused);
  imsi_table_set_text(table, PART, &cells->part);
  imsi_table_set_text(table, SOA, &cells->soa);
  imsi_table_set_text(table, DOUBTED, &cells->doubted);
}

ims_status imsi_account_make_long(const imsi_account *a, ims_table **finished)
{
  imsi_table *table =
      imsi_table_new(imsi_report_coverage.name, imsi_account_long_form.list, imsi_account_long_form.count);
  ims_status status = imsi_account_add_captions(a, table);
  for (size_t i = 0; !status && i < a->lines.count; i++) {
    const imsi_account_line *line = &IMSI_AT(const imsi_account_line, &a->lines, i);
    imsi_account_cells cells = { .documents = { 0 } };
    status = imsi_account_describe(a, line, &cells);
    if (!status)
      status = imsi_held_name_support_places(&a->held, line->system, line->shown.demand, &cells.places);
    if (!status)
      status = imsi_held_name_doubted(&a->held, line->system, line->shown.demand, &cells.doubted);
    if (!status)
      add_row(a, table, line, &cells);
    imsi_account_cells_free(&cells);
  }
  if (status) {
    imsi_table_drop(table);
    return status;
  }
  imsi_account_add_notes(a, table);
  if (a->stray.count)
    imsi_table_note(table,
                    "Some claims name what is demanded of none of these systems; the wide form lists them last.");
  return imsi_table_end(table, finished);
}
