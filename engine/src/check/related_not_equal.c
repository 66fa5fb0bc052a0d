/* T32: a relation taken for an equality. A document names the systems that it is for; it is claimed for a clause of
   another system all the same, nothing else stands for that clause, and what it is claimed for in its own system does
   not contain it. */

#include "base/try.h"
#include "check/registry.h"

/* The system under the edition of the claim, if the document does not name it; else NULL. */
static const ims_system *foreign_system(const imsi_check_run *run, const ims_claim *claim)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count), *found = NULL;
  if (!ims_entry_names_systems(run->given, claim->entry))
    return NULL;
  const ims_systems named = ims_entry_systems(run->given, claim->entry);
  for (size_t i = 0; i < count; i++) {
    if (systems[i].edition != claim->edition)
      continue;
    if (named >> i & 1)
      return NULL;
    found = &systems[i];
  }
  return found;
}

static bool is_own(const imsi_check_run *run, const ims_claim *claim)
{
  size_t count;
  const ims_system *systems = ims_register_systems(run->given, &count);
  const ims_systems named = ims_entry_systems(run->given, claim->entry);
  for (size_t i = 0; i < count; i++)
    if (systems[i].edition == claim->edition && named >> i & 1)
      return true;
  return false;
}

/* True if some demand of the common structure is contained in both. */
static bool share_common_demand(const imsi_check_run *run, ims_node a, ims_node b)
{
  imsi_neighbour near;
  for (uint32_t i = imsi_closure_first(run->closure, a); i != IMS_NO_NODE; i = near.next) {
    near = imsi_closure_neighbour(run->closure, a, i);
    const ims_edition *edition = ims_node_edition(run->model, near.node);
    if (edition && edition->is_hub && ims_relation_contained(ims_relation_inverse(near.relation)) &&
        ims_relation_contained(imsi_closure_relation(run->closure, near.node, b)))
      return true;
  }
  return false;
}

/* What the document is claimed for under another edition and has to do with the clause; IMS_NO_NODE if nothing has, or
   if something contains it. `own`: only what is claimed for a system that the document names. */
static ims_node related(const imsi_check_run *run, const ims_claim *claim, bool own)
{
  size_t count;
  ims_node found = { IMS_NO_NODE };
  const ims_claim *claims = ims_entry_claims(run->given, claim->entry, &count);
  for (size_t i = 0; i < count; i++) {
    if (claims[i].node.index == IMS_NO_NODE || claims[i].edition == claim->edition || (own && !is_own(run, &claims[i])))
      continue;
    const ims_relation relation = imsi_closure_relation(run->closure, claim->node, claims[i].node);
    if (ims_relation_contained(relation) || (!own && share_common_demand(run, claim->node, claims[i].node)))
      return (ims_node){ IMS_NO_NODE };
    if (ims_relation_overlaps(relation) && found.index == IMS_NO_NODE)
      found = claims[i].node;
  }
  return found;
}

/* A document, and whether another was seen. */
typedef struct rival {
  ims_entry document;
  bool seen;
} rival;

static bool is_same(void *context, const imsi_support *support)
{
  rival *r = context;
  r->seen = support->document.index != r->document.index;
  return !r->seen;
}

/* True if another document that counts stands for some of the clause. */
static ims_status has_other(imsi_check_run *run, const ims_system *system, const ims_claim *claim, bool *has)
{
  imsi_vec demands = IMSI_VEC(ims_node);
  rival r = { claim->entry, false };
  const ims_status status = imsi_evidence_demands(run->evidence, system->index, &demands);
  for (size_t i = 0; !status && !r.seen && i < demands.count; i++) {
    const ims_node demand = IMSI_AT(ims_node, &demands, i);
    if (ims_node_is_in(run->model, demand, claim->node) || ims_node_is_in(run->model, claim->node, demand))
      imsi_evidence_view(run->evidence, system->index, demand, is_same, &r);
  }
  *has = r.seen;
  imsi_vec_free(&demands);
  return status;
}

/* The system that a record is claimed for; NULL for anything else, and for what does not count. */
static const ims_system *recorded_for(const imsi_check_run *run, size_t index)
{
  size_t count;
  const ims_claim *claim = ims_claim_at(run->given, index);
  const ims_system *systems = ims_register_systems(run->given, &count);
  for (size_t i = 0; i < count; i++)
    if (imsi_check_is_record(run, claim->entry) && systems[i].edition == claim->edition &&
        !imsi_evidence_doubt_for(run->evidence, index, systems[i].index))
      return &systems[i];
  return NULL;
}

/* A claim that is to be told of. */
typedef struct told {
  const ims_claim *claim; /* NULL: none */
  const ims_system *system;
  ims_node other; /* what is related to it */
  bool foreign;   /* the document does not name the system */
} told;

static void tell(imsi_check_run *run, const told *t)
{
  const char *symbol = ims_relation_symbol(imsi_closure_relation(run->closure, t->other, t->claim->node));
  imsi_spot spot = imsi_spot_of_claim(run, t->claim);
  spot.force = "advice";
  imsi_check_find(
      run, &spot,
      t->foreign ? "it is all that is claimed for %1, and is not marked for %2; what it does, %3, is related "
                   "(%4) and is not shown to contain that"
                 : "it is all that is claimed for %1 of %2; what else it records, %3, is related (%4) and is "
                   "not shown to contain that",
      t->foreign ? "see what is missing, mark the document for the system once it is there, or take the claim "
                   "back"
                 : "see whether the record shows what this clause asks, and record what it does not",
      IMSI_ARGS(imsi_check_titled(run, t->claim->node), t->system->id, imsi_check_titled(run, t->other), symbol));
}

static ims_status look(imsi_check_run *run, size_t index, told *found)
{
  bool has;
  const ims_claim *claim = ims_claim_at(run->given, index);
  found->claim = NULL;
  if (claim->node.index == IMS_NO_NODE)
    return IMS_OK;
  const ims_system *foreign = foreign_system(run, claim);
  const ims_system *system = foreign ? foreign : recorded_for(run, index);
  const ims_node other = system ? related(run, claim, foreign != NULL) : (ims_node){ IMS_NO_NODE };
  if (other.index == IMS_NO_NODE)
    return IMS_OK;
  IMS_TRY(has_other(run, system, claim, &has));
  if (!has)
    *found = (told){ claim, system, other, foreign != NULL };
  return IMS_OK;
}

/* How many words of a document's title are in that of the clause. */
static size_t common_words(const imsi_check_run *run, const ims_claim *claim)
{
  const char *title = imsi_check_field(run, claim->entry, IMS_FIELD_TITLE);
  const char *clause = ims_node_get(run->model, ims_node_clause(run->model, claim->node)).text;
  size_t count = 0;
  imsi_word word;
  while (imsi_word_next(&title, &word))
    count += imsi_word_in(clause, word);
  return count;
}

/* Of the clauses that one record is all there is for only that is told which its title says least of. */
static ims_status look_at_document(imsi_check_run *run, ims_entry document)
{
  size_t count, least = 0;
  const ims_claim *claims = ims_entry_claims(run->given, document, &count);
  const size_t first = count ? (size_t)(claims - ims_claim_at(run->given, 0)) : 0;
  told kept = { .claim = NULL };
  for (size_t i = 0; i < count; i++) {
    told found;
    IMS_TRY(look(run, first + i, &found));
    if (!found.claim)
      continue;
    const size_t words = common_words(run, found.claim);
    if (found.foreign)
      tell(run, &found);
    else if (!kept.claim || words < least) {
      kept = found;
      least = words;
    }
  }
  if (kept.claim)
    tell(run, &kept);
  return IMS_OK;
}

static ims_status run_check(imsi_check_run *run)
{
  ims_entry document;
  for (size_t i = 0; imsi_check_next(run, IMS_ENTRY_DOCUMENT, &i, &document);)
    IMS_TRY(look_at_document(run, document));
  return IMS_OK;
}

const imsi_check imsi_check_related_not_equal = { .id = "T32", .run = run_check };
