/* `gap` with a register: what it says of a demand, in words. */

#include "base/try.h"
#include "report/gap_internal.h"

/* ---- a counterpart that serves nobody ---- */

/* How another system has it: a state, and why that is of no use here. "" for what is not there at all. */
static const char *words_for(const imsi_shown *shown, bool records)
{
  switch (shown->state) {
  case IMSI_STATE_NOT_APPLICABLE:
    return "left out in ";
  case IMSI_STATE_NO_OCCURRENCE:
    return "without occasion in ";
  case IMSI_STATE_EVIDENCED:
    return records ? "met by records alone, which serve no other system, in "
                   : "met by what serves no other system, as records do, in ";
  case IMSI_STATE_PARTIAL:
    return shown->lowered ? "open to a nonconformity in " : "met in part in ";
  default:
    return "";
  }
}

/* True if all that counts for it in a system is records. */
static ims_status has_records_alone(const imsi_held *held, uint32_t system, ims_node node, bool *records)
{
  imsi_vec supports = IMSI_VEC(imsi_support);
  const ims_status status = imsi_evidence_supports(held->evidence, system, node, &supports);
  *records = true;
  for (size_t i = 0; i < supports.count; i++)
    *records = *records && IMSI_AT(imsi_support, &supports, i).kind == IMS_IS_RECORD;
  imsi_vec_free(&supports);
  return status;
}

/* Appends the documents that a system has for it, " (REP-KPI, PLN-02)". */
static ims_status name_documents(const imsi_held *held, uint32_t system, ims_node node, imsi_strbuf *text)
{
  imsi_vec supports = IMSI_VEC(imsi_support);
  const ims_status status = imsi_evidence_supports(held->evidence, system, node, &supports);
  for (size_t i = 0; i < supports.count && i < held->most; i++) {
    imsi_strbuf_text(text, i ? ", " : " (");
    imsi_strbuf_text(text, ims_entry_name(held->given, IMSI_AT(imsi_support, &supports, i).document));
  }
  imsi_strbuf_text(text, supports.count > held->most ? ", ..." : "");
  imsi_strbuf_text(text, supports.count ? ")" : "");
  imsi_vec_free(&supports);
  return status;
}

/* Appends each system of its edition that has something for `node`, and how. */
static ims_status name_outside(const imsi_gap_run *g, uint32_t system, ims_node node, imsi_strbuf *text)
{
  while (ims_node_kind_of(g->model, node) == IMS_ITEM)
    node = ims_node_parent(g->model, node);
  for (uint32_t other = 0; other < g->held.system_count; other++) {
    imsi_shown shown;
    bool records;
    if (other == system || g->held.systems[other].edition != ims_node_edition(g->model, node))
      continue;
    IMS_TRY(imsi_evidence_show(g->held.evidence, other, node, &shown));
    IMS_TRY(has_records_alone(&g->held, other, node, &records));
    const char *words = words_for(&shown, records);
    if (!*words)
      continue;
    imsi_strbuf_text(text, text->size ? ", " : "");
    imsi_strbuf_text(text, words);
    imsi_strbuf_text(text, g->held.systems[other].id);
    if (imsi_state_counts(shown.state))
      IMS_TRY(name_documents(&g->held, other, node, text));
  }
  return text->status;
}

/* ---- cells ---- */

static ims_status describe_own(const imsi_gap_run *g, const imsi_gap_held *held, ims_node demand, imsi_gap_cells *cells)
{
  const imsi_held *h = &g->held;
  if (held->shown.exemption.index != IMS_NO_ENTRY)
    imsi_held_name_reason(h, held->shown.exemption, &cells->reason);
  IMS_TRY(imsi_held_name_findings(h, held->system, demand, &cells->findings));
  imsi_strbuf_text(&cells->reason, cells->reason.size && cells->findings.size ? "\n" : "");
  imsi_strbuf_text(&cells->reason, imsi_strbuf_string(&cells->findings));
  if (imsi_state_counts(held->shown.state))
    IMS_TRY(imsi_held_name_refused(h, held->system, demand, &cells->refused));
  IMS_TRY(imsi_held_name_parts(h, held->system, &held->shown, &cells->part));
  if (held->shown.state == IMSI_STATE_EXTEND)
    IMS_TRY(imsi_held_name_extension(h, held->system, &held->shown, &cells->extension));
  if (held->shown.state > IMSI_STATE_EVIDENCED)
    imsi_held_name_implementation(h, held->system, demand, &cells->soa);
  IMS_TRY(imsi_held_name_supports(h, held->system, demand, &cells->documents));
  if (!g->wide)
    IMS_TRY(imsi_held_name_doubted(h, held->system, demand, &cells->doubted));
  return imsi_held_name_doubts(h, held->system, demand, &cells->doubts);
}

ims_status imsi_gap_held_describe(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells)
{
  const imsi_gap_held *held = imsi_gap_held_of(g, need->demand);
  if (!held)
    return IMS_OK;
  imsi_held_name_lacking(&g->held, &held->shown, &cells->lacking);
  if (need->state == IMSI_STATE_GAP && need->outside.index != IMS_NO_NODE)
    IMS_TRY(name_outside(g, held->system, need->outside, &cells->outside));
  if (held->system == g->held.system_count)
    return IMS_OK; /* it has nothing of its own */
  return describe_own(g, held, need->demand, cells);
}

/* ---- sentences ---- */

static void add(imsi_gap_cells *cells, const char *text)
{
  imsi_strbuf_text(&cells->todo, text);
}

static void say(imsi_gap_cells *cells, const char *text)
{
  add(cells, cells->todo.size ? " " : "");
  add(cells, text);
}

/* Of its own something is there, and it does not do. */
static void say_part(const imsi_gap_held *held, imsi_gap_cells *cells)
{
  if (held->shown.lowered)
    say(cells, "Close what is open against it.");
  else if (held->shown.lacks_document || held->shown.lacks_record || held->shown.unplanned)
    say(cells, "Of its own something is there; add what is lacking.");
  else
    say(cells, "Of its own a part is there: extend that to all of it.");
}

static void say_exemption(const imsi_need *need, imsi_gap_cells *cells)
{
  say(cells, need->state == IMSI_STATE_NOT_APPLICABLE ? "Left out: " : "Without occasion: ");
  add(cells, imsi_strbuf_string(&cells->reason));
  add(cells, ".");
}

bool imsi_gap_held_tell(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells)
{
  const imsi_gap_held *held = imsi_gap_held_of(g, need->demand);
  if (!held)
    return false;
  switch (need->state) {
  case IMSI_STATE_NOT_APPLICABLE:
  case IMSI_STATE_NO_OCCURRENCE:
    say_exemption(need, cells);
    return true;
  case IMSI_STATE_RUN:
    if (!held->shown.own_method)
      return false;
    say(cells, "The method is there: do it for this system, and record it.");
    return true;
  case IMSI_STATE_EXTEND:
    if (!cells->extension.size)
      return false;
    say(cells, "Extend ");
    add(cells, imsi_strbuf_string(&cells->extension));
    add(cells, ".");
    return true;
  case IMSI_STATE_PARTIAL:
    if (!cells->documents.size)
      return false;
    say_part(held, cells);
    return true;
  default:
    return false;
  }
}

static void add_line(imsi_gap_cells *cells, const char *label, const imsi_strbuf *said)
{
  if (!said->size)
    return;
  add(cells, cells->todo.size ? "\n" : "");
  add(cells, label);
  add(cells, imsi_strbuf_string(said));
}

/* What rests on a certificate, where the register says less of the same systems. */
static void add_certified(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells)
{
  const bool serves = need->state == IMSI_STATE_RUN || need->state == IMSI_STATE_REUSABLE;
  if (!g->have.count || (!serves && need->state != IMSI_STATE_EXTEND) || !need->best.relation || cells->serving.size ||
      ims_node_edition(g->model, need->best.had) == ims_node_edition(g->model, need->demand))
    return;
  for (size_t s = 0; s < g->held.system_count; s++) {
    if (g->held.systems[s].edition != ims_node_edition(g->model, need->best.had))
      continue;
    add(cells, "\nBy certificate alone: no document of ");
    add(cells, g->held.systems[s].id);
    add(cells, " shows it, as far as the register goes.");
    return;
  }
}

void imsi_gap_held_tell_lacking(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells)
{
  if (!imsi_gap_held_of(g, need->demand))
    return;
  if (imsi_state_counts(need->state))
    add_line(cells, "Open nonconformity: ", &cells->findings);
  if (need->state <= IMSI_STATE_EVIDENCED)
    return;
  add_certified(g, need, cells);
  add_line(cells, "In the register: ", &cells->refused);
  add_line(cells, "Besides, ", &cells->soa);
  add_line(cells, "Open: ", &cells->part);
  add_line(cells, "Lacking: ", &cells->lacking);
  add_line(cells, "Not counted: ", &cells->doubts);
}

/* ---- captions ---- */

void imsi_gap_held_add_captions(const imsi_gap_run *g, imsi_table *table)
{
  if (!g->held.given)
    return;
  imsi_held_add_captions(&g->held, table);
  imsi_table_caption(table, "Had is what the documents of the register show that count; what documents say, nobody has "
                            "read here.");
}

/* A certificate of which the register knows nothing, or that it has ended. */
static void add_doubt(const imsi_gap_run *g, const ims_system *system, imsi_table *table)
{
  const ims_entry entry = system->entry;
  if (entry.index == IMS_NO_ENTRY)
    return;
  const ims_day until = ims_entry_day(g->held.given, entry, IMS_FIELD_VALID_UNTIL);
  const bool ended = until && g->held.day && until < g->held.day;
  if (!ended && (until || *ims_entry_text(g->held.given, entry, IMS_FIELD_CERTIFICATE)))
    return;
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, "Against that: the register ");
  imsi_strbuf_text(&text, ended ? "says that the certificate of " : "names no certificate of ");
  imsi_strbuf_text(&text, system->id);
  imsi_strbuf_text(&text, ended ? " ended on " : "");
  imsi_held_name_day(ended ? until : 0, &text);
  imsi_strbuf_text(&text, "; look at what rests on it.");
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
}

void imsi_gap_held_add_doubts(const imsi_gap_run *g, imsi_table *table)
{
  for (size_t s = 0; g->held.given && s < g->held.system_count; s++)
    for (size_t i = 0; i < g->have.count; i++)
      if (IMSI_AT(const imsi_region, &g->have, i).edition == g->held.systems[s].edition) {
        add_doubt(g, &g->held.systems[s], table);
        break;
      }
}

static ims_status count_findings(const imsi_gap_run *g, imsi_open_findings *open)
{
  for (size_t i = 0; i < g->shown.count; i++) {
    const imsi_gap_held *held = &IMSI_AT(const imsi_gap_held, &g->shown, i);
    if (held->system < g->held.system_count)
      IMS_TRY(imsi_held_count_findings(&g->held, held->system, held->shown.demand, open));
  }
  return IMS_OK;
}

ims_status imsi_gap_held_add_findings(const imsi_gap_run *g, imsi_table *table)
{
  imsi_open_findings open = IMSI_OPEN_FINDINGS;
  const ims_status status = count_findings(g, &open);
  if (!status)
    imsi_held_add_findings(&g->held, &open, table);
  imsi_vec_free(&open.findings);
  return status;
}
