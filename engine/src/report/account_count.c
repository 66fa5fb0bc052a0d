/* Counts of `coverage`, and what stands around its table. */

#include "base/try.h"
#include "report/account_internal.h"

/* ---- counts ---- */

void imsi_account_count(imsi_account_tally *tally, const imsi_account_line *line)
{
  tally->states[line->shown.state]++;
  tally->counted += imsi_state_counts(line->shown.state);
  tally->proposed += line->proposed;
}

void imsi_account_name_share(const imsi_account_tally *tally, imsi_strbuf *text)
{
  if (!tally->counted) {
    imsi_strbuf_text(text, "none counts");
    return;
  }
  imsi_strbuf_number(text, tally->states[IMSI_STATE_EVIDENCED]);
  imsi_strbuf_text(text, " of ");
  imsi_strbuf_number(text, tally->counted);
  imsi_name_percent(tally->states[IMSI_STATE_EVIDENCED], tally->counted, text);
}

static void begin_part(imsi_strbuf *text, size_t before, const char *separator)
{
  imsi_strbuf_text(text, text->size > before ? separator : "");
}

void imsi_account_name_rest(const imsi_account_tally *tally, imsi_strbuf *text)
{
  const size_t start = text->size;
  for (int s = IMSI_STATE_EVIDENCED + 1; s < IMSI_STATE_COUNT; s++) {
    if (!tally->states[s])
      continue;
    begin_part(text, start, ", ");
    imsi_strbuf_text(text, imsi_state_name((imsi_state)s));
    imsi_strbuf_text(text, " ");
    imsi_strbuf_number(text, tally->states[s]);
    imsi_name_percent(tally->states[s], tally->counted, text);
  }
  const char *separator = "; out of the total: ";
  for (int s = 0; s < IMSI_STATE_EVIDENCED; s++) {
    if (!tally->states[s])
      continue;
    imsi_strbuf_text(text, text->size == start ? separator + 2 : separator);
    imsi_strbuf_text(text, imsi_state_name((imsi_state)s));
    imsi_strbuf_text(text, " ");
    imsi_strbuf_number(text, tally->states[s]);
    separator = ", ";
  }
  if (!tally->proposed)
    return;
  begin_part(text, start, "; ");
  imsi_strbuf_text(text, "proposed, not counted, for ");
  imsi_strbuf_number(text, tally->proposed);
}

ims_node imsi_account_main_clause(const ims_model *model, ims_node node)
{
  ims_node above;
  while ((above = ims_node_parent(model, node)).index != IMS_NO_NODE)
    node = above;
  return node;
}

/* ---- captions ---- */

/* "ISMS, requirements: evidenced 20 of 53 (38 %); run 3 (6 %), ..." */
static void add_total(const imsi_account *a, imsi_table *table, uint32_t system, bool control)
{
  imsi_account_tally tally = { { 0 }, 0, 0 };
  size_t all = 0, clauses = 0;
  for (size_t i = 0; i < a->lines.count; i++) {
    const imsi_account_line *line = &IMSI_AT(const imsi_account_line, &a->lines, i);
    if (line->system != system || (ims_node_force(a->held.model, line->shown.demand) == IMS_CONTROL) != control)
      continue;
    imsi_account_count(&tally, line);
    clauses += ims_node_kind_of(a->held.model, line->shown.demand) == IMS_CLAUSE;
    all++;
  }
  if (!all)
    return;
  imsi_strbuf text = { 0 }, rest = { 0 };
  imsi_strbuf_text(&text, a->held.systems[system].id);
  if (clauses == all)
    imsi_strbuf_text(&text, control ? ", controls (their demands are not listed): evidenced "
                                    : ", clauses (their demands are not listed): evidenced ");
  else
    imsi_strbuf_text(&text,
                     control ? ", demands in the controls: evidenced " : ", demands in the requirements: evidenced ");
  imsi_account_name_share(&tally, &text);
  imsi_account_name_rest(&tally, &rest);
  imsi_strbuf_text(&text, rest.size ? "; " : "");
  imsi_strbuf_text(&text, imsi_strbuf_string(&rest));
  imsi_strbuf_text(&text, ".");
  if (rest.status)
    text.status = rest.status;
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
  imsi_strbuf_free(&rest);
}

static ims_status count_findings(const imsi_account *a, imsi_open_findings *open)
{
  for (size_t i = 0; i < a->lines.count; i++) {
    const imsi_account_line *line = &IMSI_AT(const imsi_account_line, &a->lines, i);
    IMS_TRY(imsi_held_count_findings(&a->held, line->system, line->shown.demand, open));
  }
  return IMS_OK;
}

static ims_status add_findings(const imsi_account *a, imsi_table *table)
{
  imsi_open_findings open = IMSI_OPEN_FINDINGS;
  const ims_status status = count_findings(a, &open);
  if (!status)
    imsi_held_add_findings(&a->held, &open, table);
  imsi_vec_free(&open.findings);
  return status;
}

ims_status imsi_account_add_captions(const imsi_account *a, imsi_table *table)
{
  const imsi_held *held = &a->held;
  imsi_held_add_captions(held, table);
  if (a->clauses) {
    imsi_strbuf text = { 0 };
    imsi_strbuf_text(&text, "Only clauses ");
    imsi_strbuf_text(&text, a->clauses);
    imsi_strbuf_text(&text, ".");
    imsi_table_caption_text(table, &text);
    imsi_strbuf_free(&text);
  }
  for (uint32_t s = imsi_held_next(held, UINT32_MAX); s != UINT32_MAX; s = imsi_held_next(held, s)) {
    add_total(a, table, s, false);
    add_total(a, table, s, true);
  }
  imsi_held_add_own_controls(held, table);
  IMS_TRY(imsi_account_add_claims(a, table));
  imsi_held_add_doubted(held, held->chosen, table);
  return add_findings(a, table);
}

/* ---- notes ---- */

void imsi_account_add_notes(const imsi_account *a, imsi_table *table)
{
  imsi_table_note(table,
                  "evidenced: documents that are valid and in scope are claimed for all of it, of each kind that it "
                  "demands, and no nonconformity is open against it; where doing it leaves a record, one is there. "
                  "run: the method is there, its own or that of "
                  "another system; what is missing is doing it and recording it for this system. reusable, extend: "
                  "what another system has contains it and serves unchanged, or once it names this one; extend also a "
                  "document of its own that is for other sites or services. partial: a part "
                  "is claimed, or one of two kinds is there (a record alone does not show how something is planned), "
                  "or a nonconformity is open. related: another system has "
                  "something that asks some of the same, or all of some items, or all of it where something stands "
                  "against taking that over; never partly done. gap: no evidence is registered, which is "
                  "not a nonconformity. unexamined: nobody has said anything.");
  imsi_table_note(table,
                  "not-applicable: its standard allows to leave it out, and a reason is given. no-occurrence: its "
                  "case has not arisen, and a reason is given; that needs a condition. Both are out of the total; a "
                  "control that the "
                  "Statement of Applicability does not decide on is in it.");
  imsi_table_note(table,
                  "A claim on a clause is one on each demand in it. One document of a kind is taken for all duties of "
                  "that kind; one whose kind is not said meets none. A duty under a condition is taken as "
                  "owed. Proposed claims, and claims on guidance, never count.");
  imsi_table_note(table,
                  "= < <= after a demand, or an item of it: all of it is asked there, and with < more; > >= x ~: "
                  "some of it is.");
  imsi_held_note_doubted(&a->held, a->held.chosen, table);
  imsi_table_note(table, "Shares are shares of provisions, and depend on how a standard is split into them.");
  imsi_table_note(table,
                  "Correlation is not conformity, and a registered document is none either: this shows what to look "
                  "at. Whether a document says what it is claimed for, nobody has read here.");
}
