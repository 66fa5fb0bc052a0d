/* T10: one document that carries too much: many clauses, or all evidence of demands of several systems. */

#include "base/try.h"
#include "check/registry.h"

#include <stdlib.h>

/* Of each document (by its index): for each system the number of demands whose only evidence it is; in how many clauses
   are demands that it serves, and the last of them. */
typedef struct load {
  size_t *alone;
  size_t *clauses;
  uint32_t *last;
  uint32_t *index_of; /* by entry: its index among the documents */
  size_t documents, systems;
} load;

/* Demands of one clause stand together. */
static void count_clause(const imsi_check_run *run, const load *l, ims_entry document, ims_node demand)
{
  const size_t index = l->index_of[document.index];
  const ims_node clause = ims_node_clause(run->model, demand);
  l->clauses[index] += l->last[index] != clause.index;
  l->last[index] = clause.index;
}

/* Counts a demand for what supports it; as carried alone if that is one document. What is left out hangs on nothing. */
static ims_status count_demand(imsi_check_run *run, const load *l, uint32_t system, ims_node demand, imsi_vec *supports)
{
  imsi_shown shown;
  bool alone = true;
  supports->count = 0;
  IMS_TRY(imsi_evidence_supports(run->evidence, system, demand, supports));
  if (!supports->count)
    return IMS_OK;
  IMS_TRY(imsi_evidence_show(run->evidence, system, demand, &shown));
  if (shown.state == IMSI_STATE_NOT_APPLICABLE || shown.state == IMSI_STATE_NO_OCCURRENCE)
    return IMS_OK;
  const ims_entry document = IMSI_AT(imsi_support, supports, 0).document;
  for (size_t i = 0; i < supports->count; i++) {
    const ims_entry other = IMSI_AT(imsi_support, supports, i).document;
    count_clause(run, l, other, demand);
    alone = alone && other.index == document.index;
  }
  l->alone[l->index_of[document.index] * l->systems + system] += alone;
  return IMS_OK;
}

static ims_status count_all(imsi_check_run *run, const load *l)
{
  imsi_vec demands = IMSI_VEC(ims_node), supports = IMSI_VEC(imsi_support);
  ims_status status = IMS_OK;
  for (uint32_t s = 0; !status && s < l->systems; s++) {
    for (size_t i = 0; i < l->documents; i++)
      l->last[i] = IMS_NO_NODE;
    demands.count = 0;
    status = imsi_evidence_demands(run->evidence, s, &demands);
    for (size_t k = 0; !status && k < demands.count; k++)
      status = count_demand(run, l, s, IMSI_AT(ims_node, &demands, k), &supports);
  }
  imsi_vec_free(&demands);
  imsi_vec_free(&supports);
  return status;
}

static void look_at_systems(imsi_check_run *run, const load *l, size_t index, ims_entry document)
{
  size_t count, several = 0;
  imsi_spot spot = imsi_spot_of(run, document, IMS_FIELD_ID);
  const ims_system *systems = ims_register_systems(run->given, &count);
  spot.systems = 0;
  imsi_check_begin(run);
  for (size_t s = 0; s < l->systems; s++) {
    const size_t demands = l->alone[index * l->systems + s];
    if (!demands)
      continue;
    several++;
    spot.systems |= (ims_systems)1 << s;
    imsi_strbuf_text(&run->text, run->text.size ? ", " : "");
    imsi_strbuf_text(&run->text, systems[s].id);
    imsi_strbuf_text(&run->text, ": ");
    imsi_strbuf_number(&run->text, demands);
  }
  const char *counts = imsi_check_text(run);
  if (several > 1)
    imsi_check_find(run, &spot, "it is the only evidence in several systems, for so many demands: %1",
                    "see that it is kept current; if it fails, all of them fail with it", IMSI_ARGS(counts));
}

static void look_at_clauses(imsi_check_run *run, const load *l, size_t index, ims_entry document)
{
  if (l->clauses[index] <= run->most)
    return;
  const imsi_spot spot = imsi_spot_of(run, document, IMS_FIELD_CLAUSES);
  imsi_check_find(run, &spot, "it carries %1 clauses, more than %2", "see whether it says enough of each, or split it",
                  IMSI_ARGS(imsi_check_number(run, l->clauses[index]), imsi_check_number(run, run->most)));
}

/* NULL without memory. */
static uint32_t *find_indices(const imsi_check_run *run)
{
  size_t entries = 0;
  ims_entry document;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &document);)
    entries = document.index >= entries ? document.index + (size_t)1 : entries;
  uint32_t *index_of = calloc(entries + 1, sizeof *index_of);
  for (size_t i = 0; index_of && imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &document);)
    index_of[document.index] = (uint32_t)(i - 1);
  return index_of;
}

static ims_status run_check(imsi_check_run *run)
{
  ims_entry document;
  load l = { .documents = ims_register_count(run->given, IMS_ENTRY_DOCUMENT), .index_of = find_indices(run) };
  ims_register_systems(run->given, &l.systems);
  l.alone = calloc(l.documents * l.systems + 1, sizeof *l.alone);
  l.clauses = calloc(l.documents + 1, sizeof *l.clauses);
  l.last = calloc(l.documents + 1, sizeof *l.last);
  ims_status status = l.alone && l.clauses && l.last && l.index_of ? count_all(run, &l) : IMS_NOMEM;
  for (size_t i = 0; !status && imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &document);) {
    look_at_clauses(run, &l, i - 1, document);
    look_at_systems(run, &l, i - 1, document);
  }
  free(l.alone);
  free(l.clauses);
  free(l.last);
  free(l.index_of);
  return status;
}

const imsi_check imsi_check_single_point = { .id = "T10", .run = run_check };
