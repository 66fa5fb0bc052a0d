/* What one system has and another may use: the demands whose method a document shows, and the clauses made up of them.
 */

#include "base/try.h"
#include "model/editions.h"
#include "query/coverage_internal.h"
#include "query/evidence_internal.h"

#include <stdlib.h>

/* True if a document shows how the system meets the demand, and no nonconformity is open against it. */
static ims_status has_method(const imsi_evidence *e, uint32_t system, ims_node demand, bool *has)
{
  ims_entry line = { IMS_NO_ENTRY };
  ims_exemption exemption;
  IMS_TRY(imsi_evidence_any_method(e, system, demand, has));
  if (!*has)
    return IMS_OK;
  IMS_TRY(imsi_evidence_exemption(e, system, demand, &line, &exemption));
  if (line.index == IMS_NO_ENTRY)
    IMS_TRY(imsi_evidence_finding(e, system, demand, &line));
  *has = line.index == IMS_NO_ENTRY;
  return IMS_OK;
}

/* ---- clauses ---- */

static bool has_parts(const imsi_evidence *e, const bool *had, ims_node clause)
{
  bool any = false;
  for (ims_node n = ims_node_child(e->model, clause); n.index != IMS_NO_NODE; n = ims_node_next(e->model, n)) {
    if (!imsi_coverage_is_demand(e->model, n) || ims_node_kind_of(e->model, n) == IMS_ITEM)
      continue;
    if (!had[n.index])
      return false;
    any = true;
  }
  return any;
}

/* A clause is had if all that is in it is, and that is all it asks, or it is claimed as such. Parts come after their
   wholes, so they are looked at first. */
static ims_status mark_clauses(const imsi_evidence *e, uint32_t system, bool *had)
{
  const ims_edition *edition = e->systems[system].edition;
  for (uint32_t i = edition->count; i-- > 0;) {
    const ims_node node = { edition->first.index + i };
    if (ims_node_kind_of(e->model, node) != IMS_CLAUSE || had[node.index] || !has_parts(e, had, node))
      continue;
    /* claimed as such it is claimed whole, also what nobody has listed of it */
    had[node.index] = imsi_closure_whole(e->closure, node);
    if (!had[node.index])
      IMS_TRY(imsi_evidence_any_method(e, system, node, &had[node.index]));
  }
  return IMS_OK;
}

static ims_status mark(const imsi_evidence *e, uint32_t system, bool *had)
{
  imsi_vec demands = IMSI_VEC(ims_node);
  ims_status status = imsi_evidence_demands(e, system, &demands);
  for (size_t i = 0; !status && i < demands.count; i++) {
    const ims_node demand = IMSI_AT(ims_node, &demands, i);
    status = has_method(e, system, demand, &had[demand.index]);
  }
  imsi_vec_free(&demands);
  return status ? status : mark_clauses(e, system, had);
}

/* ---- sources ---- */

/* What is had gets in as large as it is: what is in a clause that is had comes with it. */
static ims_status add_regions(const imsi_evidence *e, uint32_t system, const bool *had, imsi_vec *sources)
{
  const ims_edition *edition = e->systems[system].edition;
  for (uint32_t i = 0; i < edition->count; i++) {
    const ims_node node = { edition->first.index + i }, above = ims_node_parent(e->model, node);
    if (had[node.index] && (above.index == IMS_NO_NODE || !had[above.index]))
      IMS_TRY(imsi_vec_push(sources, &(imsi_region){ edition, node }));
  }
  return IMS_OK;
}

/* Systems of one edition are held against the same demands: what one has for them is looked up, not related. */
static bool gets(const imsi_evidence *e, uint32_t other, uint32_t system)
{
  return other == e->system_count || e->systems[other].edition != e->systems[system].edition;
}

static ims_status give_to_others(imsi_evidence *e, uint32_t system, bool *had)
{
  IMS_TRY(mark(e, system, had));
  for (uint32_t other = 0; other <= e->system_count; other++)
    if (gets(e, other, system))
      IMS_TRY(add_regions(e, system, had, &e->sources[other]));
  return IMS_OK;
}

ims_status imsi_evidence_has_twin(const imsi_evidence *evidence, uint32_t system, ims_node demand, bool *has)
{
  *has = false;
  for (uint32_t other = 0; !*has && other < evidence->system_count; other++)
    if (other != system && evidence->systems[other].edition == ims_node_edition(evidence->model, demand))
      IMS_TRY(has_method(evidence, other, demand, has));
  return IMS_OK;
}

/* True if the system has a method for the demand; `recorded` if it has a record as well. */
static ims_status look_for_record(const imsi_evidence *e, uint32_t system, ims_node demand, bool *any, bool *recorded)
{
  bool has;
  imsi_tally tally;
  IMS_TRY(has_method(e, system, demand, &has));
  if (!has)
    return IMS_OK;
  *any = true;
  IMS_TRY(imsi_evidence_tally(e, system, demand, &tally));
  *recorded = *recorded || tally.whole[IMS_IS_RECORD];
  return IMS_OK;
}

ims_status imsi_evidence_may_lack_item(const imsi_evidence *evidence, uint32_t system, ims_node had, bool *lacks)
{
  bool any = false, recorded = false;
  ims_node demand = had;
  *lacks = false;
  while (ims_node_kind_of(evidence->model, demand) == IMS_ITEM)
    demand = ims_node_parent(evidence->model, demand);
  if (demand.index == had.index || !imsi_evidence_needs(evidence->model, demand, IMS_RECORD))
    return IMS_OK;
  for (uint32_t other = 0; other < evidence->system_count; other++)
    if (other != system && evidence->systems[other].edition == ims_node_edition(evidence->model, demand))
      IMS_TRY(look_for_record(evidence, other, demand, &any, &recorded));
  *lacks = any && !recorded;
  return IMS_OK;
}

/* True if such a claim says how it stands with the demand, whether it counts or not. */
static bool tells(imsi_doubt doubt)
{
  switch (doubt) {
  case IMSI_DOUBT_NONE:
  case IMSI_DOUBT_DRAFT:
  case IMSI_DOUBT_OBSOLETE:
  case IMSI_DOUBT_LATER:
  case IMSI_DOUBT_ENDED:
  case IMSI_DOUBT_INHERITED:
  case IMSI_DOUBT_SCOPE:
    return true;
  default:
    return false;
  }
}

/* True if a document of the system is claimed for the demand, and none is a method for it that others may use. */
static ims_status is_known_otherwise(const imsi_evidence *e, uint32_t system, ims_node demand, bool *otherwise)
{
  imsi_vec claims = IMSI_VEC(uint32_t);
  bool has = false, told = false;
  ims_status status = imsi_evidence_claims(e, IMS_ENTRY_DOCUMENT, demand, &claims);
  for (size_t i = 0; !status && !told && i < claims.count; i++) {
    const uint32_t index = IMSI_AT(uint32_t, &claims, i);
    told = ims_entry_systems(e->given, ims_claim_at(e->given, index)->entry) >> system & 1 &&
           tells(imsi_evidence_doubt_for(e, index, system));
  }
  if (!status && told)
    status = has_method(e, system, demand, &has);
  *otherwise = told && !has;
  imsi_vec_free(&claims);
  return status;
}

/* True if the register says of the demand that it is out or open, or less than that it is met. */
static ims_status is_withdrawn(const imsi_evidence *e, uint32_t system, ims_node demand, bool *withdrawn)
{
  ims_entry line;
  ims_exemption exemption;
  IMS_TRY(imsi_evidence_exemption(e, system, demand, &line, &exemption));
  if (line.index == IMS_NO_ENTRY)
    IMS_TRY(imsi_evidence_finding(e, system, demand, &line));
  *withdrawn = line.index != IMS_NO_ENTRY;
  return *withdrawn ? IMS_OK : is_known_otherwise(e, system, demand, withdrawn);
}

/* Marks as left out what is had besides where the register says something of it: that goes first. */
static ims_status find_withdrawn(const imsi_evidence *e, uint32_t system, imsi_vec *left_out)
{
  imsi_vec demands = IMSI_VEC(ims_node);
  ims_status status = imsi_evidence_demands(e, system, &demands);
  for (size_t i = 0; !status && i < demands.count; i++) {
    const ims_node demand = IMSI_AT(ims_node, &demands, i);
    bool withdrawn;
    status = is_withdrawn(e, system, demand, &withdrawn);
    if (!status && withdrawn)
      status = imsi_vec_push(left_out, &(imsi_region){ e->systems[system].edition, demand });
  }
  imsi_vec_free(&demands);
  return status;
}

static ims_status find_all_left_out(const imsi_evidence *e, const imsi_beside *beside, imsi_vec *left_out)
{
  for (size_t i = 0; i < beside->left_out_count; i++)
    IMS_TRY(imsi_vec_push(left_out, &beside->left_out[i]));
  for (uint32_t s = 0; s < e->system_count; s++) {
    bool had = false;
    for (size_t i = 0; i < beside->count; i++)
      had = had || beside->had[i].edition == e->systems[s].edition;
    if (had)
      IMS_TRY(find_withdrawn(e, s, left_out));
  }
  return IMS_OK;
}

static ims_status cover(imsi_evidence *e, const imsi_beside *beside)
{
  imsi_vec left_out = IMSI_VEC(imsi_region);
  ims_status status = find_all_left_out(e, beside, &left_out);
  for (uint32_t s = 0; !status && s <= e->system_count; s++)
    status = imsi_coverage_new(e->model, e->closure, e->sources[s].data, e->sources[s].count, left_out.data,
                               left_out.count, &e->coverage[s]);
  imsi_vec_free(&left_out);
  return status;
}

ims_status imsi_evidence_find_sources(imsi_evidence *evidence, const imsi_beside *beside)
{
  imsi_evidence *e = evidence;
  for (uint32_t s = 0; s <= e->system_count; s++)
    for (size_t i = 0; i < beside->count; i++)
      IMS_TRY(imsi_vec_push(&e->sources[s], &beside->had[i]));
  for (uint32_t s = 0; s < e->system_count; s++) {
    bool *had = calloc(ims_node_count(e->model) + 1, sizeof *had);
    const ims_status status = had ? give_to_others(e, s, had) : IMS_NOMEM;
    free(had);
    IMS_TRY(status);
  }
  return cover(e, beside);
}

/* ---- scopes ---- */

/* A system of which something is looked for, and for what. */
typedef struct seeker {
  uint32_t system;
  const ims_edition *wanted;
} seeker;

static bool is_named(const imsi_evidence *e, ims_entry document, const seeker *for_whom)
{
  const ims_systems named = ims_entry_systems(e->given, document);
  if (!ims_entry_names_systems(e->given, document))
    return true;
  if (for_whom->system < e->system_count)
    return named >> for_whom->system & 1;
  for (size_t s = 0; s < e->system_count; s++)
    if (named >> s & 1 && imsi_same_standard(e->systems[s].edition, for_whom->wanted))
      return true;
  return false;
}

static bool serves(const imsi_evidence *e, ims_entry document, const seeker *for_whom)
{
  return is_named(e, document, for_whom) &&
         (for_whom->system == e->system_count || imsi_evidence_scope(e, document, for_whom->system) != IMSI_SCOPE_NONE);
}

/* What is found for a seeker: `any` if something, `open` if one of these does not leave it out. */
typedef struct offer {
  const imsi_evidence *evidence;
  const seeker *for_whom;
  bool any, open;
} offer;

static bool look_at_method(void *context, const imsi_support *support)
{
  offer *o = context;
  o->any = true;
  o->open = serves(o->evidence, support->document, o->for_whom);
  return !o->open;
}

static ims_status is_left_out(const imsi_evidence *e, ims_node demand, const seeker *for_whom, bool *out)
{
  const ims_edition *edition = ims_node_edition(e->model, demand);
  offer found = { e, for_whom, false, false };
  for (uint32_t other = 0; !found.open && other < e->system_count; other++) {
    bool has = false;
    if (other != for_whom->system && e->systems[other].edition == edition)
      IMS_TRY(has_method(e, other, demand, &has));
    if (has)
      IMS_TRY(imsi_evidence_view_methods(e, other, demand, look_at_method, &found));
  }
  *out = found.any && !found.open;
  return IMS_OK;
}

ims_status imsi_evidence_leaves_out(const imsi_evidence *evidence, uint32_t system, ims_node wanted, ims_node had,
                                    bool *out)
{
  while (ims_node_kind_of(evidence->model, had) == IMS_ITEM)
    had = ims_node_parent(evidence->model, had);
  const seeker for_whom = { system, ims_node_edition(evidence->model, wanted) };
  const imsi_region region = { ims_node_edition(evidence->model, had), had };
  imsi_vec demands = IMSI_VEC(ims_node);
  bool *seen = calloc(ims_node_count(evidence->model) + 1, sizeof *seen);
  ims_status status = seen ? imsi_coverage_demands(evidence->model, &region, seen, &demands) : IMS_NOMEM;
  *out = false;
  for (size_t i = 0; !status && !*out && i < demands.count; i++)
    status = is_left_out(evidence, IMSI_AT(ims_node, &demands, i), &for_whom, out);
  free(seen);
  imsi_vec_free(&demands);
  return status;
}
