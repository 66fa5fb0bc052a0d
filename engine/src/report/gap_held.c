/* `gap` with a register: what it shows of each demand that is wanted, and what would close what is open. */

#include "base/try.h"
#include "report/gap_internal.h"
#include "report/registry.h"

#include <stdlib.h>
#include <string.h>

static const ims_pos nowhere = { NULL, 0, 0, NULL };

/* ---- request ---- */

ims_status imsi_gap_held_take(imsi_gap_run *g)
{
  if (g->request->evidence)
    return imsi_held_take(&g->held, &imsi_report_gap, g->model, g->request, g->reporter);
  if (!imsi_request_has(g->request, "for") && !imsi_request_has(g->request, "at"))
    return IMS_OK;
  imsi_report(g->reporter, IMS_DIAG_BAD_OPTION, nowhere, "--for and --at ask a register: name one with -r", NULL, NULL,
              NULL);
  return IMS_INVALID;
}

/* The edition that the name of a system means; of a standard it is found with the reference. */
static const ims_edition *edition_of(const imsi_held *held, const char *text, size_t size)
{
  for (size_t s = 0; s < held->system_count; s++)
    if (strlen(held->systems[s].id) == size && memcmp(held->systems[s].id, text, size) == 0)
      return held->systems[s].edition;
  return NULL;
}

void imsi_gap_held_pin(const imsi_gap_run *g, const char *text, imsi_strbuf *pinned)
{
  const size_t size = strcspn(text, "/");
  const ims_edition *edition = g->held.given ? edition_of(&g->held, text, size) : NULL;
  imsi_strbuf_text(pinned, edition ? edition->id : "");
  imsi_strbuf_text(pinned, edition ? text + size : text);
}

ims_status imsi_gap_held_open(imsi_gap_run *g)
{
  g->shown_of = calloc(ims_node_count(g->model) + 1, sizeof *g->shown_of);
  if (!g->shown_of)
    return IMS_NOMEM;
  const imsi_beside beside = { g->have.data, g->have.count, g->left_out.data, g->left_out.count };
  return imsi_evidence_new_beside(g->model, g->held.given, g->closure, g->held.day, &beside, &g->held.evidence);
}

void imsi_gap_held_close(imsi_gap_run *g)
{
  imsi_evidence_free(g->held.evidence);
  imsi_vec_free(&g->shown);
  free(g->shown_of);
}

/* ---- the system that is held against what is wanted ---- */

static size_t count_systems(const imsi_gap_run *g, const ims_edition *edition, ims_systems among, uint32_t *system)
{
  size_t count = 0;
  for (uint32_t s = 0; s < g->held.system_count; s++)
    if (among >> s & 1 && g->held.systems[s].edition == edition && !count++)
      *system = s;
  return count;
}

/* Of several, the one that is named; without any, their number: one that the register does not have. */
static ims_status find_system(imsi_gap_run *g, const ims_edition *edition, uint32_t *system)
{
  *system = (uint32_t)g->held.system_count;
  size_t count = count_systems(g, edition, g->held.chosen, system);
  if (!count)
    count = count_systems(g, edition, ~(ims_systems)0, system);
  if (count <= 1)
    return IMS_OK;
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, "several systems are held against '");
  imsi_strbuf_text(&text, edition->id);
  imsi_strbuf_text(&text, "': choose one with --for");
  imsi_report(g->reporter, IMS_DIAG_BAD_OPTION, nowhere, imsi_strbuf_string(&text), NULL, NULL, NULL);
  imsi_strbuf_free(&text);
  return IMS_INVALID;
}

/* ---- needs ---- */

ims_status imsi_gap_held_find(imsi_gap_run *g, ims_node demand, imsi_need *need)
{
  imsi_gap_held held;
  IMS_TRY(find_system(g, ims_node_edition(g->model, demand), &held.system));
  IMS_TRY(imsi_evidence_show(g->held.evidence, held.system, demand, &held.shown));
  IMS_TRY(imsi_vec_push(&g->shown, &held));
  g->shown_of[demand.index] = (uint32_t)g->shown.count;
  *need = held.shown.need;
  need->state = held.shown.state;
  if (imsi_evidence_needs(g->model, demand, IMS_RECORD) && !held.shown.lacks_record)
    need->record = false; /* it is there */
  return IMS_OK;
}

const imsi_gap_held *imsi_gap_held_of(const imsi_gap_run *g, ims_node demand)
{
  if (!g->shown_of)
    return NULL;
  return &IMSI_AT(const imsi_gap_held, &g->shown, g->shown_of[demand.index] - 1);
}

const imsi_coverage *imsi_gap_coverage(const imsi_gap_run *g, ims_node demand)
{
  const imsi_gap_held *held = imsi_gap_held_of(g, demand);
  return held ? imsi_evidence_others(g->held.evidence, held->system) : g->coverage;
}

/* ---- words ---- */

ims_status imsi_gap_held_describe(const imsi_gap_run *g, ims_node demand, imsi_gap_cells *cells)
{
  const imsi_gap_held *held = imsi_gap_held_of(g, demand);
  if (!held)
    return IMS_OK;
  imsi_held_name_lacking(&g->held, &held->shown, &cells->lacking);
  if (held->system == g->held.system_count)
    return IMS_OK; /* it has nothing of its own */
  if (held->shown.exemption.index != IMS_NO_ENTRY)
    imsi_held_name_reason(&g->held, held->shown.exemption, &cells->reason);
  if (held->shown.finding.index != IMS_NO_ENTRY) {
    imsi_held_name_entry(g->held.given, held->shown.finding, &cells->reason);
    imsi_held_name_place(&g->held, ims_entry_pos(g->held.given, held->shown.finding, IMS_FIELD_CLAUSES),
                         &cells->reason);
  }
  IMS_TRY(imsi_held_name_supports(&g->held, held->system, demand, &cells->documents));
  return imsi_held_name_doubts(&g->held, held->system, demand, &cells->doubts);
}

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
  if (held->shown.finding.index != IMS_NO_ENTRY) {
    say(cells, "Close the nonconformity that is open against it: ");
    add(cells, imsi_strbuf_string(&cells->reason));
    add(cells, ".");
  } else if (held->shown.lacks_document || held->shown.lacks_record) {
    say(cells, "Of its own something is there; add what is lacking.");
  } else {
    say(cells, "Of its own a part is there: extend that to all of it.");
  }
}

bool imsi_gap_held_tell(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells)
{
  const imsi_gap_held *held = imsi_gap_held_of(g, need->demand);
  if (!held)
    return false;
  switch (need->state) {
  case IMSI_STATE_NOT_APPLICABLE:
  case IMSI_STATE_NO_OCCURRENCE:
    say(cells, need->state == IMSI_STATE_NOT_APPLICABLE ? "Left out: " : "Without occasion: ");
    add(cells, imsi_strbuf_string(&cells->reason));
    add(cells, ".");
    return true;
  case IMSI_STATE_RUN:
    if (!held->shown.own_method)
      return false;
    say(cells, "The method is there: do it for this system, and record it.");
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

void imsi_gap_held_tell_lacking(const imsi_gap_run *g, const imsi_need *need, imsi_gap_cells *cells)
{
  if (!imsi_gap_held_of(g, need->demand) || need->state <= IMSI_STATE_EVIDENCED)
    return;
  if (cells->lacking.size) {
    add(cells, cells->todo.size ? "\nLacking: " : "Lacking: ");
    add(cells, imsi_strbuf_string(&cells->lacking));
  }
  if (cells->doubts.size) {
    add(cells, cells->todo.size ? "\nNot counted: " : "Not counted: ");
    add(cells, imsi_strbuf_string(&cells->doubts));
  }
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
