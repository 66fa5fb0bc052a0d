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
  IMS_TRY(imsi_held_find_doubted(&g->held));
  return imsi_evidence_new_beside(g->model, g->held.given, g->closure, g->held.day, &beside, &g->held.evidence);
}

void imsi_gap_held_close(imsi_gap_run *g)
{
  imsi_held_close(&g->held);
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
  if (imsi_need_leaves_record(g->model, g->closure, demand) && held.system < g->held.system_count &&
      !held.shown.lacks_record)
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
