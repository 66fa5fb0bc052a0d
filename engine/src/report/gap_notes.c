/* Around the table of `gap`: what is had and wanted, what is taken for granted, counts, what the words mean. */

#include "report/gap_internal.h"

static void add_region(const imsi_gap_run *g, imsi_table *table, const char *role, const imsi_region *region)
{
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, role);
  if (region->node.index != IMS_NO_NODE) {
    imsi_strbuf_text(&text, ims_node_name(g->model, region->node));
    imsi_strbuf_text(&text, " of ");
  }
  imsi_name_edition(region->edition, &text);
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
}

static void add_regions(const imsi_gap_run *g, imsi_table *table, const char *role, const imsi_vec *regions)
{
  for (size_t i = 0; i < regions->count; i++)
    add_region(g, table, role, &IMSI_AT(imsi_region, regions, i));
}

/* ---- counts ---- */

typedef struct tally {
  size_t states[IMSI_STATE_COUNT];
  size_t total; /* without what is left out of it */
  size_t all;
} tally;

static tally count(const imsi_gap_run *g, const ims_edition *edition, bool control)
{
  tally t = { { 0 }, 0, 0 };
  for (size_t i = 0; i < g->needs.count; i++) {
    const imsi_need *need = &IMSI_AT(imsi_need, &g->needs, i);
    if (ims_node_edition(g->model, need->demand) != edition ||
        (ims_node_force(g->model, need->demand) == IMS_CONTROL) != control)
      continue;
    t.states[need->state]++;
    t.total += imsi_state_counts(need->state);
    t.all++;
  }
  return t;
}

/* "reusable 6 (11 %), ..."; states in the order of effort, those that do not occur left out. */
static void name_counts(const tally *t, imsi_strbuf *text)
{
  const char *separator = "";
  for (int effort = 0; effort < IMSI_STATE_COUNT; effort++)
    for (size_t s = IMSI_STATE_EVIDENCED; s < IMSI_STATE_COUNT; s++) {
      if (imsi_state_effort((imsi_state)s) != effort || !t->states[s])
        continue;
      imsi_strbuf_text(text, separator);
      imsi_strbuf_text(text, imsi_state_name((imsi_state)s));
      imsi_strbuf_text(text, " ");
      imsi_strbuf_number(text, t->states[s]);
      imsi_name_percent(t->states[s], t->total, text);
      separator = ", ";
    }
}

static void name_left_out(const tally *t, imsi_strbuf *text)
{
  const char *separator = t->total ? "; not counted: " : "not counted: ";
  for (size_t s = 0; s < IMSI_STATE_EVIDENCED; s++) {
    if (!t->states[s])
      continue;
    imsi_strbuf_text(text, separator);
    imsi_strbuf_text(text, imsi_state_name((imsi_state)s));
    imsi_strbuf_text(text, " ");
    imsi_strbuf_number(text, t->states[s]);
    separator = ", ";
  }
}

/* "Demands in the requirements of 27001:2022: 55. reusable 6 (11 %), ..." */
static void add_count(const imsi_gap_run *g, imsi_table *table, const ims_edition *edition, bool control)
{
  const tally t = count(g, edition, control);
  imsi_strbuf text = { 0 };
  if (!t.all)
    return;
  imsi_strbuf_text(&text, control ? "Demands in the controls of " : "Demands in the requirements of ");
  imsi_strbuf_text(&text, edition->id);
  imsi_strbuf_text(&text, ": ");
  imsi_strbuf_number(&text, t.total);
  imsi_strbuf_text(&text, ". ");
  name_counts(&t, &text);
  name_left_out(&t, &text);
  imsi_strbuf_text(&text, ".");
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
}

static void add_counts(const imsi_gap_run *g, imsi_table *table)
{
  const ims_edition *before = NULL;
  for (size_t i = 0; i < g->needs.count; i++) {
    const ims_edition *edition = ims_node_edition(g->model, IMSI_AT(imsi_need, &g->needs, i).demand);
    if (edition == before)
      continue;
    add_count(g, table, edition, false);
    add_count(g, table, edition, true);
    before = edition;
  }
}

static bool has_controls(const imsi_gap_run *g)
{
  for (size_t i = 0; i < g->have.count; i++) {
    const ims_edition *edition = IMSI_AT(imsi_region, &g->have, i).edition;
    const imsi_coverage *coverage = g->held.given ? imsi_evidence_others(g->held.evidence, 0) : g->coverage;
    for (uint32_t k = 0; k < edition->count; k++) {
      const ims_node node = { edition->first.index + k };
      if (ims_node_force(g->model, node) == IMS_CONTROL && imsi_coverage_is_source(coverage, node))
        return true;
    }
  }
  return false;
}

static void add_granted(const imsi_gap_run *g, imsi_table *table)
{
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, "Taken for granted: the certificate covers the organization, sites and processes for which "
                          "more is wanted, and ");
  imsi_strbuf_text(&text, g->left_out.count ? "apart from what is not met " : "");
  imsi_strbuf_text(&text, "none of its demands is declared not applicable or open");
  imsi_strbuf_text(&text, g->held.given ? " but those of which the register says so" : "");
  imsi_strbuf_text(&text, g->left_out.count ? "." : "; leave out what is with --without.");
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
  if (has_controls(g))
    imsi_table_caption(table, "So is that the Statement of Applicability includes the controls of what is met.");
  if (g->held.given)
    imsi_table_caption(table,
                       "The register goes first: the certificate stands for demands alone that no document of its "
                       "system is claimed for.");
}

static bool any_control(const imsi_gap_run *g)
{
  for (size_t i = 0; i < g->needs.count; i++)
    if (ims_node_force(g->model, IMSI_AT(imsi_need, &g->needs, i).demand) == IMS_CONTROL)
      return true;
  return false;
}

ims_status imsi_gap_add_captions(imsi_gap_run *g, imsi_table *table)
{
  imsi_gap_held_add_captions(g, table);
  add_regions(g, table, g->held.given ? "Met besides, by certificate: " : "Met: ", &g->have);
  add_regions(g, table, "Not met: ", &g->left_out);
  add_regions(g, table, "Wanted: ", &g->want);
  if (g->have.count)
    add_granted(g, table);
  imsi_gap_held_add_doubts(g, table);
  add_counts(g, table);
  if (g->held.given && any_control(g))
    imsi_held_add_own_controls(&g->held, table);
  if (g->held.given)
    imsi_held_add_doubted(&g->held, ~(ims_systems)0, table);
  return imsi_gap_held_add_findings(g, table);
}

/* ---- notes ---- */

static void add_states(const imsi_gap_run *g, imsi_table *table)
{
  imsi_table_note(
      table, "reusable: what is met contains it and serves unchanged. run: the method does, what is missing is doing "
             "it and recording it for this system. extend: it serves once it names this discipline's own. partial: "
             "some of the items are contained. related: both ask some of the same, more does not follow; never "
             "partly done. gap: looked for and not found: no evidence is known, which is not a nonconformity. "
             "unexamined: nobody has looked.");
  if (!g->held.given)
    return;
  imsi_table_note(table,
                  "With a register: evidenced: documents that are valid and in scope are claimed for all of it, of "
                  "each kind that it demands. run may rest on a document of its own; extend also on one that "
                  "names its systems, and not this one, or on one of its own for other sites or services; partial on a "
                  "claim of a part, on one of two kinds of "
                  "evidence, or on an open nonconformity. gap: no evidence is registered.");
  imsi_table_note(table,
                  "Proposed claims never count. One document of a kind is taken for all duties of that kind. A duty "
                  "under a condition is taken as owed.");
}

void imsi_gap_add_notes(imsi_gap_run *g, imsi_table *table)
{
  add_states(g, table);
  imsi_table_note(table,
                  "= < <=: all of it is asked there, and with < more; > >= x ~: some of it is. "
                  "as-is, extend, separate: how what serves the one may serve the other; nothing: nobody has said. "
                  "beyond: what is left over of the demand beside that one counterpart, which another may ask.");
  imsi_table_note(table, "An audit, a review and their records of one system are none of another, however equal the "
                         "clauses: nothing that has to be recorded is reusable.");
  if (g->held.given)
    imsi_held_note_doubted(&g->held, ~(ims_systems)0, table);
  if (any_control(g))
    imsi_table_note(table, "A control is wanted only if the Statement of Applicability includes it.");
  imsi_table_note(table, "Shares are shares of provisions, and depend on how a standard is split into them.");
  imsi_table_note(table, "Correlation is not conformity: it shows what to look at, not that a demand is met. 'imsmap "
                         "explain' shows why two are related.");
  imsi_note_standing(g->model, "What is met rests on ", &g->rows, table);
}
