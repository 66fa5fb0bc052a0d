/* The wide form of `coverage`: totals by main clause, then the demands by clause, then what names no demand. */

#include "base/try.h"
#include "model/editions.h"
#include "query/condition.h"
#include "report/account_internal.h"
#include "report/registry.h"

enum { REF, TEXT, STATE, DOCUMENTS, REMARKS };

static const ims_column columns[] = {
  [REF] = { "ref", "Reference", IMS_COLUMN_ID, false },
  [TEXT] = { "text", "In our words", IMS_COLUMN_TEXT, false },
  [STATE] = { "state", "State", IMS_COLUMN_ID, false },
  [DOCUMENTS] = { "documents", "Documents", IMS_COLUMN_TEXT, false },
  [REMARKS] = { "remarks", "What is open, and why", IMS_COLUMN_TEXT, false },
};

static const imsi_account_line *line_at(const imsi_account *a, size_t index)
{
  return &IMSI_AT(const imsi_account_line, &a->lines, index);
}

static void add_section(const imsi_account *a, imsi_table *table, uint32_t system, const char *what)
{
  imsi_strbuf title = { 0 };
  imsi_strbuf_text(&title, a->held.systems[system].id);
  imsi_strbuf_text(&title, what);
  imsi_table_row(table, IMS_ROW_SECTION);
  imsi_table_set_text(table, REF, &title);
  imsi_strbuf_free(&title);
}

static void set_clause(const imsi_account *a, imsi_table *table, ims_node clause)
{
  imsi_strbuf title = { 0 };
  imsi_name_title(a->held.model, clause, &title);
  imsi_table_set(table, REF, ims_node_name(a->held.model, clause));
  imsi_table_set_text(table, TEXT, &title);
  imsi_strbuf_free(&title);
}

/* ---- totals ---- */

static void add_total(const imsi_account *a, imsi_table *table, ims_node clause, const imsi_account_tally *tally)
{
  imsi_strbuf share = { 0 }, rest = { 0 };
  imsi_account_name_share(tally, &share);
  imsi_account_name_rest(tally, &rest);
  imsi_table_row(table, IMS_ROW_NORMAL);
  set_clause(a, table, clause);
  imsi_table_set_text(table, STATE, &share);
  imsi_table_set_text(table, REMARKS, &rest);
  imsi_strbuf_free(&share);
  imsi_strbuf_free(&rest);
}

static void add_totals(const imsi_account *a, imsi_table *table)
{
  for (size_t i = 0, end; i < a->lines.count; i = end) {
    const imsi_account_line *first = line_at(a, i);
    const ims_node clause = imsi_account_main_clause(a->held.model, first->shown.demand);
    imsi_account_tally tally = { { 0 }, 0, 0 };
    if (!i || line_at(a, i - 1)->system != first->system)
      add_section(a, table, first->system, ": evidenced, by clause");
    for (end = i; end < a->lines.count && line_at(a, end)->system == first->system &&
                  ims_node_is_in(a->held.model, line_at(a, end)->shown.demand, clause);
         end++)
      imsi_account_count(&tally, line_at(a, end));
    add_total(a, table, clause, &tally);
  }
}

/* ---- demands ---- */

static void add_remark(imsi_strbuf *remarks, const char *label, const imsi_strbuf *said)
{
  if (said->status)
    remarks->status = said->status;
  if (!said->size)
    return;
  imsi_strbuf_text(remarks, remarks->size ? "\n" : "");
  imsi_strbuf_text(remarks, label);
  imsi_strbuf_text(remarks, imsi_strbuf_string(said));
}

/* What a line break would hide: that nobody has decided on the control. */
static bool is_undecided(const imsi_account *a, const imsi_account_line *line)
{
  return ims_node_force(a->held.model, line->shown.demand) == IMS_CONTROL && imsi_state_counts(line->shown.state) &&
         imsi_evidence_control(a->held.evidence, line->system, line->shown.demand).index == IMS_NO_ENTRY;
}

/* True if the state rests on what others have: where its own evidence gives it, they explain nothing. */
static bool rests_on_others(const imsi_shown *shown, const imsi_account_cells *cells)
{
  return shown->state == shown->need.state && shown->elsewhere == IMS_NO_ENTRY &&
         !(cells->documents.size && (shown->state == IMSI_STATE_PARTIAL || shown->own_method));
}

static void add_remarks(const imsi_account *a, const imsi_account_line *line, const imsi_account_cells *cells,
                        imsi_strbuf *remarks)
{
  const char *condition = ims_node_get(a->held.model, line->shown.demand).condition;
  if (*condition) {
    imsi_strbuf_text(remarks, "only ");
    imsi_condition_name(condition, remarks);
  }
  add_remark(remarks, "", &cells->exemption);
  add_remark(remarks, "", &cells->refused);
  add_remark(remarks, "open nonconformity: ", &cells->finding);
  add_remark(remarks, "", &cells->soa);
  add_remark(remarks, "", &cells->part);
  if (imsi_state_counts(line->shown.state))
    add_remark(remarks, "lacking: ", &cells->lacking);
  if (line->shown.unnamed)
    imsi_strbuf_text(remarks, remarks->size ? "\nto be extended to this system" : "to be extended to this system");
  if (rests_on_others(&line->shown, cells))
    add_remark(remarks, line->shown.items ? "another system has a part of it, nothing is claimed for this one:\n" : "",
               &cells->elsewhere);
  add_remark(remarks, "not counted: ", &cells->doubts);
  if (is_undecided(a, line))
    imsi_strbuf_text(remarks, remarks->size ? "\nthe SoA does not decide on it" : "the SoA does not decide on it");
}

static ims_status add_demand(const imsi_account *a, imsi_table *table, const imsi_account_line *line)
{
  const ims_node_info info = ims_node_get(a->held.model, line->shown.demand);
  imsi_account_cells cells = { .documents = { 0 } };
  imsi_strbuf remarks = { 0 };
  const ims_status status = imsi_account_describe(a, line, &cells);
  if (!status) {
    add_remarks(a, line, &cells, &remarks);
    imsi_table_row(table, IMS_ROW_NORMAL);
    imsi_table_set(table, REF, info.name);
    imsi_table_set(table, TEXT, info.text);
    imsi_table_set(table, STATE, imsi_state_name(line->shown.state));
    imsi_table_set_text(table, DOCUMENTS, &cells.documents);
    imsi_table_set_text(table, REMARKS, &remarks);
  }
  imsi_strbuf_free(&remarks);
  imsi_account_cells_free(&cells);
  return status;
}

/* A heading is a clause with its own share where it has several demands. */
static void add_heading(const imsi_account *a, imsi_table *table, size_t first, ims_node clause)
{
  imsi_account_tally tally = { { 0 }, 0, 0 };
  size_t i = first;
  for (; i < a->lines.count && line_at(a, i)->system == line_at(a, first)->system &&
         ims_node_clause(a->held.model, line_at(a, i)->shown.demand).index == clause.index;
       i++)
    imsi_account_count(&tally, line_at(a, i));
  imsi_table_row(table, IMS_ROW_HEADING);
  set_clause(a, table, clause);
  imsi_strbuf share = { 0 };
  imsi_account_name_share(&tally, &share);
  imsi_table_set_text(table, STATE, &share);
  imsi_strbuf_free(&share);
}

static ims_status add_demands(const imsi_account *a, imsi_table *table)
{
  ims_node before = { IMS_NO_NODE };
  for (size_t i = 0; i < a->lines.count; i++) {
    const imsi_account_line *line = line_at(a, i);
    const ims_node clause = ims_node_clause(a->held.model, line->shown.demand);
    const bool new_system = !i || line_at(a, i - 1)->system != line->system;
    if (new_system)
      add_section(a, table, line->system, ": demand by demand");
    if (new_system || before.index != clause.index)
      add_heading(a, table, i, clause);
    IMS_TRY(add_demand(a, table, line));
    before = clause;
  }
  return IMS_OK;
}

/* ---- what names no demand ---- */

/* Where a claim on an older edition belongs now, as far as the two are related: to be confirmed, nothing is carried. */
static void name_successors(const imsi_held *held, const ims_claim *claim, imsi_strbuf *text)
{
  const char *separator = "; confirm it for ";
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(held->closure, claim->node); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(held->closure, claim->node, i);
    const ims_edition *edition = ims_node_edition(held->model, n.node);
    bool held_against = false;
    for (size_t s = 0; s < held->system_count; s++)
      held_against = held_against || (held->chosen >> s & 1 && held->systems[s].edition == edition);
    if (!held_against || !imsi_same_standard(edition, claim->edition) || !ims_relation_overlaps(n.relation) ||
        ims_node_kind_of(held->model, n.node) != IMS_CLAUSE)
      continue;
    imsi_strbuf_text(text, separator);
    imsi_name_reference(held->model, n.node, text);
    separator = ", ";
  }
}

static void add_stray(const imsi_account *a, imsi_table *table, uint32_t index)
{
  const imsi_held *held = &a->held;
  const ims_claim *claim = ims_claim_at(held->given, index);
  const imsi_doubt doubt = imsi_evidence_doubt(held->evidence, index);
  imsi_strbuf text = { 0 };
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_held_name_claim(claim, &text);
  imsi_table_set_text(table, REF, &text);
  imsi_strbuf_clear(&text);
  if (claim->node.index != IMS_NO_NODE)
    imsi_name_label(held->model, claim->node, &text);
  imsi_table_set_text(table, TEXT, &text);
  if (doubt == IMSI_DOUBT_GUIDANCE)
    imsi_table_set(table, STATE, ims_force_name(ims_node_force(held->model, claim->node)));
  imsi_strbuf_clear(&text);
  imsi_held_name_entry(held->given, claim->entry, &text);
  imsi_held_name_place(held, claim->pos, &text);
  imsi_table_set_text(table, DOCUMENTS, &text);
  imsi_strbuf_clear(&text);
  imsi_strbuf_text(&text, imsi_doubt_text(doubt));
  if (claim->elsewhere) {
    imsi_strbuf_text(&text, "; ");
    imsi_strbuf_text(&text, claim->elsewhere->id);
    imsi_strbuf_text(&text, " has it");
  }
  if (doubt == IMSI_DOUBT_EDITION)
    name_successors(held, claim, &text);
  imsi_table_set_text(table, REMARKS, &text);
  imsi_strbuf_free(&text);
}

ims_status imsi_account_make_wide(const imsi_account *a, ims_table **finished)
{
  imsi_table *table = imsi_table_new(imsi_report_coverage.name, columns, sizeof columns / sizeof *columns);
  ims_status status = imsi_account_add_captions(a, table);
  add_totals(a, table);
  if (!status)
    status = add_demands(a, table);
  if (status) {
    imsi_table_drop(table);
    return status;
  }
  if (a->stray.count) {
    imsi_table_row(table, IMS_ROW_SECTION);
    imsi_table_set(table, REF, "Never counted: these claims name nothing that is demanded of these systems");
  }
  for (size_t i = 0; i < a->stray.count; i++)
    add_stray(a, table, IMSI_AT(const uint32_t, &a->stray, i));
  imsi_account_add_notes(a, table);
  return imsi_table_end(table, finished);
}
