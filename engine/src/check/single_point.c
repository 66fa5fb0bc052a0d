/* T10: one document that carries too much: many clauses, or all evidence of demands of several systems. */

#include "base/try.h"
#include "check/registry.h"

#include <stdlib.h>

/* For each document (by its index) and system the number of demands whose only evidence it is. */
typedef struct alone {
  size_t *counts;
  size_t documents, systems;
} alone;

static size_t document_index(const imsi_check_run *run, ims_entry document)
{
  size_t i = 0;
  while (ims_register_entry(run->given, IMS_ENTRY_DOCUMENT, i).index != document.index)
    i++;
  return i;
}

/* Counts a demand if all that supports it is one document. */
static ims_status count_demand(imsi_check_run *run, const alone *a, uint32_t system, ims_node demand,
                               imsi_vec *supports)
{
  supports->count = 0;
  IMS_TRY(imsi_evidence_supports(run->evidence, system, demand, supports));
  if (!supports->count)
    return IMS_OK;
  const ims_entry document = IMSI_AT(imsi_support, supports, 0).document;
  for (size_t i = 1; i < supports->count; i++)
    if (IMSI_AT(imsi_support, supports, i).document.index != document.index)
      return IMS_OK;
  a->counts[document_index(run, document) * a->systems + system]++;
  return IMS_OK;
}

static ims_status count_all(imsi_check_run *run, const alone *a)
{
  imsi_vec demands = IMSI_VEC(ims_node), supports = IMSI_VEC(imsi_support);
  ims_status status = IMS_OK;
  for (uint32_t s = 0; !status && s < a->systems; s++) {
    demands.count = 0;
    status = imsi_evidence_demands(run->evidence, s, &demands);
    for (size_t k = 0; !status && k < demands.count; k++)
      status = count_demand(run, a, s, IMSI_AT(ims_node, &demands, k), &supports);
  }
  imsi_vec_free(&demands);
  imsi_vec_free(&supports);
  return status;
}

static void look_at_systems(imsi_check_run *run, const alone *a, size_t index, ims_entry document)
{
  size_t count, several = 0;
  imsi_spot spot = imsi_spot_of(run, document, IMS_FIELD_ID);
  const ims_system *systems = ims_register_systems(run->given, &count);
  spot.systems = 0;
  imsi_check_begin(run);
  for (size_t s = 0; s < a->systems; s++) {
    const size_t demands = a->counts[index * a->systems + s];
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

static void look_at_claims(imsi_check_run *run, ims_entry document)
{
  size_t count;
  ims_entry_claims(run->given, document, &count);
  if (count <= run->most || imsi_check_is_obsolete(run, document))
    return;
  const imsi_spot spot = imsi_spot_of(run, document, IMS_FIELD_CLAUSES);
  imsi_check_find(run, &spot, "it is claimed for %1 clauses, more than %2",
                  "see whether it says enough of each, or split it",
                  IMSI_ARGS(imsi_check_number(run, count), imsi_check_number(run, run->most)));
}

static ims_status run_check(imsi_check_run *run)
{
  ims_entry document;
  alone a = { .documents = ims_register_count(run->given, IMS_ENTRY_DOCUMENT) };
  ims_register_systems(run->given, &a.systems);
  a.counts = calloc(a.documents * a.systems + 1, sizeof *a.counts);
  ims_status status = a.counts ? count_all(run, &a) : IMS_NOMEM;
  for (size_t i = 0; !status && imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &document);) {
    look_at_claims(run, document);
    look_at_systems(run, &a, i - 1, document);
  }
  free(a.counts);
  return status;
}

const imsi_check imsi_check_single_point = { .id = "T10", .run = run_check };
