/* The table of `duties`: a duty a row. */

#include "report/duties_internal.h"
#include "report/registry.h"

/* ---- columns ---- */

enum {
  LONG_SYSTEM,
  LONG_REF,
  LONG_FORCE,
  LONG_ITEM,
  LONG_KIND,
  LONG_VERB,
  LONG_TEXT,
  LONG_CONDITION,
  LONG_STATE,
  LONG_DOCUMENTS,
  LONG_PROPOSED,
  LONG_EXEMPTION,
  LONG_PLACE,
  LONG_BASIS,
  LONG_UNCONFIRMED,
  LONG_STANDING,
  LONG_CONFIDENCE,
  LONG_NOTES,
  LONG_SOURCE
};

static const ims_column long_columns[] = {
  [LONG_SYSTEM] = { "system", "System", IMS_COLUMN_ID, false },
  [LONG_REF] = { "ref", "Reference", IMS_COLUMN_ID, false },
  [LONG_FORCE] = { "force", "Force", IMS_COLUMN_ID, false },
  [LONG_ITEM] = { "item", "Item", IMS_COLUMN_ID, false },
  [LONG_KIND] = { "kind", "Kind", IMS_COLUMN_ID, false },
  [LONG_VERB] = { "verb", "Verb", IMS_COLUMN_ID, false },
  [LONG_TEXT] = { "text", "Documented information", IMS_COLUMN_TEXT, false },
  [LONG_CONDITION] = { "condition", "Condition", IMS_COLUMN_TEXT, false },
  [LONG_STATE] = { "state", "State", IMS_COLUMN_ID, false },
  [LONG_DOCUMENTS] = { "documents", "Claimed for it", IMS_COLUMN_TEXT, false },
  [LONG_PROPOSED] = { "proposed", "Proposed for it", IMS_COLUMN_TEXT, false },
  [LONG_EXEMPTION] = { "exemption", "Why not", IMS_COLUMN_TEXT, false },
  [LONG_PLACE] = { "place", "Place", IMS_COLUMN_TEXT, false },
  [LONG_BASIS] = { "basis", "Basis", IMS_COLUMN_ID, false },
  [LONG_UNCONFIRMED] = { "unconfirmed", "Unconfirmed", IMS_COLUMN_ID, false },
  [LONG_STANDING] = { "standing", "Standing", IMS_COLUMN_ID, false },
  [LONG_CONFIDENCE] = { "confidence", "Confidence", IMS_COLUMN_ID, false },
  [LONG_NOTES] = { "notes", "Notes", IMS_COLUMN_TEXT, false },
  [LONG_SOURCE] = { "source", "Duty stated in", IMS_COLUMN_ID, false },
};

const ims_columns imsi_duties_long_form = { long_columns, sizeof long_columns / sizeof *long_columns };

enum {
  WIDE_SYSTEM,
  WIDE_STANDARD,
  WIDE_REF,
  WIDE_DUTY,
  WIDE_CONDITION,
  WIDE_STATE,
  WIDE_DOCUMENTS,
  WIDE_PLACE,
  WIDE_NOTES,
};

/* In a spreadsheet rows are sorted and filtered, so each names its system; elsewhere headings do. */
enum { WIDE_COLUMNS = WIDE_NOTES + 1, WIDE_OWN = WIDE_REF };

static const ims_column wide_columns[] = {
  [WIDE_SYSTEM] = { "system", "System", IMS_COLUMN_ID, false },
  [WIDE_STANDARD] = { "standard", "Standard", IMS_COLUMN_ID, false },
  [WIDE_REF] = { "ref", "Clause", IMS_COLUMN_ID, false },
  [WIDE_DUTY] = { "duty", "Documented information", IMS_COLUMN_TEXT, false },
  [WIDE_CONDITION] = { "condition", "Condition", IMS_COLUMN_TEXT, false },
  [WIDE_STATE] = { "state", "State", IMS_COLUMN_ID, false },
  [WIDE_DOCUMENTS] = { "documents", "In the register", IMS_COLUMN_TEXT, false },
  [WIDE_PLACE] = { "place", "Place", IMS_COLUMN_TEXT, false },
  [WIDE_NOTES] = { "notes", "Of the duty itself", IMS_COLUMN_TEXT, true },
};

const ims_columns imsi_duties_wide_form = { wide_columns, WIDE_COLUMNS };

/* ---- rows ---- */

static void add_long(const imsi_duties_run *run, imsi_table *table, const imsi_duty_met *duty, imsi_duty_cells *c)
{
  const ims_node_info info = ims_node_get(run->held.model, duty->duty->provision);
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, LONG_SYSTEM, run->held.systems[duty->system].id);
  imsi_name_reference(run->held.model, duty->duty->provision, &c->ref);
  imsi_table_set_text(table, LONG_REF, &c->ref);
  imsi_set_filled(table, LONG_FORCE, ims_force_name(info.force));
  if (duty->duty->item.index != IMS_NO_NODE)
    imsi_set_reference(table, LONG_ITEM, run->held.model, duty->duty->item);
  imsi_set_filled(table, LONG_KIND, ims_duty_kind_name(duty->duty->kind));
  imsi_set_filled(table, LONG_VERB, ims_duty_verb_name(duty->duty->verb));
  imsi_table_set(table, LONG_TEXT, duty->duty->text);
  imsi_table_set_text(table, LONG_CONDITION, &c->condition);
  imsi_table_set(table, LONG_STATE, imsi_met_name(duty->met));
  imsi_table_set_text(table, LONG_DOCUMENTS, &c->documents);
  imsi_table_set_text(table, LONG_PROPOSED, &c->proposed);
  imsi_table_set_text(table, LONG_EXEMPTION, &c->exemption);
  imsi_table_set_text(table, LONG_PLACE, &c->places);
  imsi_set_filled(table, LONG_BASIS, duty->duty->basis);
  imsi_table_set(table, LONG_UNCONFIRMED, duty->duty->unconfirmed ? "yes" : NULL);
  imsi_set_filled(table, LONG_STANDING, ims_standing_name(info.standing));
  imsi_table_set_text(table, LONG_CONFIDENCE, &c->confidence);
  imsi_table_set_text(table, LONG_NOTES, &c->notes);
  imsi_table_set_text(table, LONG_SOURCE, &c->source);
}

static void say_duty(const ims_duty *duty, imsi_strbuf *text)
{
  imsi_strbuf_text(text, ims_duty_kind_name(duty->kind));
  imsi_strbuf_text(text, duty->kind ? ": " : "");
  imsi_strbuf_text(text, duty->text);
  imsi_strbuf_text(text, duty->verb ? " (" : "");
  imsi_strbuf_text(text, ims_duty_verb_name(duty->verb));
  imsi_strbuf_text(text, duty->verb ? ")" : "");
  imsi_strbuf_text(text, duty->unconfirmed ? ", unconfirmed" : "");
}

/* "in document-lists; proposed, 0.95", and below it the remarks on the demand */
static void say_standing(const ims_node_info *info, const ims_duty *duty, imsi_duty_cells *c)
{
  imsi_strbuf_text(&c->said, *duty->basis ? "in " : "");
  imsi_strbuf_text(&c->said, duty->basis);
  imsi_strbuf_text(&c->said, *duty->basis ? "; " : "");
  imsi_strbuf_text(&c->said, ims_standing_name(info->standing));
  imsi_strbuf_text(&c->said, c->confidence.size ? ", " : "");
  imsi_strbuf_text(&c->said, imsi_strbuf_string(&c->confidence));
  imsi_strbuf_text(&c->said, c->said.size && c->notes.size ? "\n" : "");
  imsi_strbuf_text(&c->said, imsi_strbuf_string(&c->notes));
}

/* The columns of the wide form that are left out. */
static size_t skipped(const imsi_duties_run *run)
{
  return run->held.request->words == IMS_WORDS_COLUMNS ? 0 : WIDE_OWN;
}

static void add_system(const imsi_duties_run *run, imsi_table *table, uint32_t system)
{
  imsi_strbuf text = { 0 };
  imsi_table_set(table, WIDE_SYSTEM, run->held.systems[system].id);
  imsi_name_edition_short(run->held.systems[system].edition, &text);
  imsi_table_set_text(table, WIDE_STANDARD, &text);
  imsi_strbuf_free(&text);
}

static void add_wide(const imsi_duties_run *run, imsi_table *table, const imsi_duty_met *duty, imsi_duty_cells *c)
{
  const ims_node_info info = ims_node_get(run->held.model, duty->duty->provision);
  const size_t out = skipped(run);
  imsi_table_row(table, IMS_ROW_NORMAL);
  if (!out)
    add_system(run, table, duty->system);
  imsi_table_set(table, WIDE_REF - out, ims_node_name(run->held.model, duty->duty->provision));
  say_duty(duty->duty, &c->duty);
  imsi_table_set_text(table, WIDE_DUTY - out, &c->duty);
  imsi_table_set_text(table, WIDE_CONDITION - out, &c->condition);
  imsi_table_set(table, WIDE_STATE - out, imsi_met_name(duty->met));
  if (c->proposed.size && duty->met >= IMSI_MET_CONDITIONAL) {
    imsi_strbuf_text(&c->documents, c->documents.size ? "\nproposed: " : "proposed: ");
    imsi_strbuf_text(&c->documents, imsi_strbuf_string(&c->proposed));
  }
  imsi_table_set_text(table, WIDE_DOCUMENTS - out, duty->met == IMSI_MET_EXEMPT ? &c->exemption : &c->documents);
  imsi_table_set_text(table, WIDE_PLACE - out, &c->places);
  say_standing(&info, duty->duty, c);
  imsi_table_set_text(table, WIDE_NOTES - out, &c->said);
}

/* A line of text before the first duty of each system. */
static void add_section(const imsi_duties_run *run, imsi_table *table, uint32_t system)
{
  const ims_system *s = &run->held.systems[system];
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, s->id);
  imsi_strbuf_text(&text, ": ");
  imsi_name_edition_short(s->edition, &text);
  imsi_table_row(table, IMS_ROW_SECTION);
  imsi_table_set_text(table, 0, &text);
  imsi_strbuf_free(&text);
}

static ims_status add_rows(const imsi_duties_run *run, imsi_table *table, bool wide)
{
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < run->duties.list.count; i++) {
    const imsi_duty_met *duty = imsi_duties_at(run, i);
    imsi_duty_cells c = { 0 };
    if (wide && (!i || duty[-1].system != duty->system))
      add_section(run, table, duty->system);
    status = imsi_duties_describe(run, duty, &c);
    if (!status)
      (wide ? add_wide : add_long)(run, table, duty, &c);
    imsi_duties_free_cells(&c);
  }
  return status;
}

ims_status imsi_duties_make(const imsi_duties_run *run, ims_table **finished)
{
  const bool wide = run->held.request->form == IMS_FORM_WIDE;
  imsi_table *table =
      wide ? imsi_table_new(imsi_report_duties.name, wide_columns + skipped(run), WIDE_COLUMNS - skipped(run))
           : imsi_table_new(imsi_report_duties.name, long_columns, sizeof long_columns / sizeof *long_columns);
  imsi_held_add_captions(&run->held, table);
  imsi_duties_add_totals(run, table);
  const ims_status status = add_rows(run, table, wide);
  if (status) {
    imsi_table_drop(table);
    return status;
  }
  imsi_duties_add_notes(run, table);
  return imsi_table_end(table, finished);
}
