/* What follows from a register as a whole. */

#include "base/strbuf.h"
#include "base/try.h"
#include "base/utf8.h"
#include "model/editions.h"
#include "model/register_build.h"
#include "model/register_internal.h"

#include <stdlib.h>
#include <string.h>

/* ---- systems ---- */

static const ims_system *system_of(const ims_register *evidence, const ims_edition *edition)
{
  for (size_t i = 0; i < evidence->systems.count; i++) {
    const ims_system *system = &IMSI_AT(ims_system, &evidence->systems, i);
    if (imsi_same_standard(system->edition, edition))
      return system;
  }
  return NULL;
}

/* The edition that a system nobody listed is held against: the default one of its standard, if that is cited. */
static const ims_edition *edition_cited(const bool *cited, const ims_model *model, const ims_edition *any)
{
  for (size_t i = 0; i < ims_edition_count(model); i++) {
    const ims_edition *edition = ims_edition_at(model, i);
    if (cited[i] && edition->is_default && imsi_same_standard(edition, any))
      return edition;
  }
  return any;
}

static ims_status add_system(ims_register *evidence, const bool *cited, const ims_edition *any)
{
  const ims_edition *edition = edition_cited(cited, evidence->model, any);
  const char *id;
  IMS_TRY(imsi_register_text(evidence, edition->id, strcspn(edition->id, ":"), &id));
  const ims_status status = imsi_register_system(evidence, (ims_entry){ IMS_NO_ENTRY }, id, edition);
  return status == IMS_LIMIT ? IMS_OK : status;
}

/* A standard with requirements that is cited, and of which no system is listed. */
static ims_status add_cited_systems(ims_register *evidence)
{
  const size_t count = ims_edition_count(evidence->model);
  bool *cited = calloc(count + 1, sizeof *cited);
  ims_status status = cited ? IMS_OK : IMS_NOMEM;
  for (size_t i = 0; !status && i < evidence->claims.count; i++) {
    const ims_edition *edition = IMSI_AT(ims_claim, &evidence->claims, i).edition;
    if (edition)
      cited[edition->index] = true;
  }
  for (size_t i = 0; !status && i < count; i++) {
    const ims_edition *edition = ims_edition_at(evidence->model, i);
    if (cited[i] && edition->kind == IMS_EDITION_REQUIREMENTS && !system_of(evidence, edition))
      status = add_system(evidence, cited, edition);
  }
  free(cited);
  return status;
}

static void find_systems(ims_register *evidence, imsi_held_entry *entry)
{
  for (uint32_t i = 0; i < entry->claim_count; i++) {
    const ims_claim *claim = &IMSI_AT(ims_claim, &evidence->claims, entry->claim + i);
    for (size_t k = 0; claim->edition && k < evidence->systems.count; k++)
      if (imsi_same_standard(IMSI_AT(ims_system, &evidence->systems, k).edition, claim->edition))
        entry->systems |= (ims_systems)1 << k;
  }
}

/* ---- orders ---- */

/* What qsort has no room to be told: keys go along with what is sorted. */
typedef struct keyed {
  const char *text;
  uint32_t index;
} keyed;

static int compare_keyed(const void *a, const void *b)
{
  const keyed *x = a, *y = b;
  const int order = strcmp(x->text, y->text);
  return order ? order : (x->index > y->index) - (x->index < y->index);
}

/* Most registers list what they hold by id. */
static bool is_sorted(const imsi_vec *keys)
{
  for (size_t i = 1; i < keys->count; i++)
    if (compare_keyed(&IMSI_AT(const keyed, keys, i - 1), &IMSI_AT(const keyed, keys, i)) > 0)
      return false;
  return true;
}

static ims_status sort(imsi_vec *keys, imsi_vec *order)
{
  if (!is_sorted(keys))
    qsort(keys->data, keys->count, sizeof(keyed), compare_keyed);
  IMS_TRY(imsi_vec_reserve(order, keys->count));
  for (size_t i = 0; i < keys->count; i++)
    IMS_TRY(imsi_vec_push(order, &IMSI_AT(keyed, keys, i).index));
  return IMS_OK;
}

/* Claims are counted by node, so that each finds its place: there are many of them, and few nodes. */
static ims_status order_by_node(ims_register *evidence)
{
  const ims_claim *claims = evidence->claims.data;
  const size_t nodes = ims_node_count(evidence->model);
  uint32_t *places = calloc(nodes + 1, sizeof *places);
  ims_status status = places ? imsi_vec_reserve(&evidence->by_node, evidence->claims.count) : IMS_NOMEM;
  for (size_t i = 0; !status && i < evidence->claims.count; i++)
    if (claims[i].node.index != IMS_NO_NODE)
      places[claims[i].node.index + 1]++;
  for (size_t i = 0; !status && i < nodes; i++)
    places[i + 1] += places[i];
  for (size_t i = 0; !status && i < evidence->claims.count; i++)
    if (claims[i].node.index != IMS_NO_NODE)
      IMSI_AT(uint32_t, &evidence->by_node, places[claims[i].node.index]++) = (uint32_t)i;
  if (!status)
    evidence->by_node.count = nodes ? places[nodes - 1] : 0;
  free(places);
  return status;
}

static ims_status fold_names(ims_register *evidence)
{
  imsi_strbuf folded = { 0 };
  ims_status status = IMS_OK;
  for (uint32_t i = 0; !status && i < evidence->entries.count; i++) {
    const char *name = ims_entry_name(evidence, (ims_entry){ i });
    imsi_strbuf_clear(&folded);
    imsi_utf8_fold(name, &folded);
    status = folded.status;
    if (!status && strcmp(imsi_strbuf_string(&folded), name) != 0) {
      name = imsi_arena_copy(&evidence->arena, imsi_strbuf_string(&folded), folded.size);
      status = name ? IMS_OK : IMS_NOMEM;
    }
    if (!status)
      status = imsi_vec_push(&evidence->folded, &name);
  }
  imsi_strbuf_free(&folded);
  return status;
}

static ims_status order_kind(ims_register *evidence, int kind)
{
  imsi_vec keys = IMSI_VEC(keyed);
  ims_status status = IMS_OK;
  for (uint32_t i = 0; !status && i < evidence->entries.count; i++) {
    if (IMSI_AT(imsi_held_entry, &evidence->entries, i).kind != kind)
      continue;
    status = imsi_vec_push(&evidence->by_kind[kind], &i);
    if (!status)
      status = imsi_vec_push(&keys, &(keyed){ IMSI_AT(const char *, &evidence->folded, i), i });
  }
  if (!status)
    status = sort(&keys, &evidence->by_id[kind]);
  imsi_vec_free(&keys);
  return status;
}

ims_status imsi_register_finish(ims_register *evidence)
{
  IMS_TRY(add_cited_systems(evidence));
  for (size_t i = 0; i < evidence->entries.count; i++) {
    imsi_held_entry *entry = &IMSI_AT(imsi_held_entry, &evidence->entries, i);
    if (!entry->names_systems)
      find_systems(evidence, entry);
  }
  IMS_TRY(fold_names(evidence));
  for (int kind = 0; kind < IMS_ENTRY_KIND_COUNT; kind++)
    IMS_TRY(order_kind(evidence, kind));
  return order_by_node(evidence);
}
