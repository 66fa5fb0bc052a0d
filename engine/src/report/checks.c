/* What a register of an integrated system can be looked through for, and on which clauses each check rests. */

#include "ims/catalogue.h"
#include "query/table.h"
#include "report/common.h"
#include "report/registry.h"

enum { CHECK, SEVERITY, TITLE, GIST, RESTS_ON, GROUP, NOTE, STANDING, BASIS, PLACE, SEVERITY_PLACE };

static const ims_column columns[] = {
  [CHECK] = { "check", "Check", IMS_COLUMN_ID, false },
  [SEVERITY] = { "severity", "Severity", IMS_COLUMN_ID, false },
  [TITLE] = { "title", "Title", IMS_COLUMN_TEXT, false },
  [GIST] = { "gist", "What is looked for", IMS_COLUMN_TEXT, false },
  [RESTS_ON] = { "rests_on", "Rests on", IMS_COLUMN_TEXT, false },
  [GROUP] = { "group", "Group", IMS_COLUMN_ID, true },
  [NOTE] = { "note", "Note", IMS_COLUMN_TEXT, true },
  [STANDING] = { "standing", "Standing", IMS_COLUMN_ID, true },
  [BASIS] = { "basis", "Basis", IMS_COLUMN_ID, true },
  [PLACE] = { "place", "Place", IMS_COLUMN_ID, true },
  [SEVERITY_PLACE] = { "severity_place", "Severity said at", IMS_COLUMN_ID, true },
};

static const ims_columns long_form = { columns, sizeof columns / sizeof *columns };

static const ims_columns *const long_forms[] = { &long_form };

/* "9001:2015 4, 5; 27001:2022 6.1.3#d" */
static void name_members(const ims_model *model, const ims_check *check, imsi_strbuf *text)
{
  const ims_edition *last = NULL;
  for (size_t i = 0; i < check->member_count; i++) {
    const ims_edition *edition = ims_node_edition(model, check->members[i]);
    if (edition != last) {
      imsi_strbuf_text(text, last ? "\n" : "");
      imsi_strbuf_text(text, edition->id);
      imsi_strbuf_text(text, " ");
    } else {
      imsi_strbuf_text(text, ", ");
    }
    imsi_strbuf_text(text, ims_node_name(model, check->members[i]));
    last = edition;
  }
}

static void add_check(const ims_model *model, imsi_table *table, const ims_check *check)
{
  imsi_strbuf text = { 0 };
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, CHECK, check->id);
  imsi_table_set(table, SEVERITY, ims_check_severity_name(check->severity));
  imsi_table_set(table, TITLE, check->title);
  imsi_table_set(table, GIST, *check->gist ? check->gist : NULL);
  name_members(model, check, &text);
  imsi_table_set_text(table, RESTS_ON, &text);
  imsi_table_set(table, GROUP, *check->group ? check->group : NULL);
  imsi_table_set(table, NOTE, *check->note ? check->note : NULL);
  imsi_table_set(table, STANDING, ims_standing_name(check->said.standing));
  imsi_table_set(table, BASIS, *check->said.basis ? check->said.basis : NULL);
  imsi_strbuf_clear(&text);
  imsi_name_place(check->pos, &text);
  imsi_table_set_text(table, PLACE, &text);
  imsi_strbuf_clear(&text);
  imsi_name_place(check->severity_pos, &text);
  imsi_table_set_text(table, SEVERITY_PLACE, &text);
  imsi_strbuf_free(&text);
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **finished)
{
  (void)request;
  (void)sink;
  imsi_table *table = imsi_table_new(imsi_report_checks.name, columns, sizeof columns / sizeof *columns);
  for (size_t i = 0; i < ims_check_count(model); i++)
    add_check(model, table, ims_check_at(model, i));
  imsi_table_note(table, "No check is a nonconformity by itself: it shows where to look. Severities are defaults that "
                         "a file of your own may change.");
  return imsi_table_end(table, finished);
}

const ims_report imsi_report_checks = {
  .name = "checks",
  .summary = "what the papers of an integrated system can be looked through for, and why",
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .run = run,
};
