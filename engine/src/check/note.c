/* T02: evidence or a finding is set against a note, a definition, a clause without demands, or one of clauses 0 to 3.
 */

#include "check/registry.h"

/* "3", "3.1.5", "1.2 a": clauses in front of the demands, which are in no list. */
static bool is_front_matter(const ims_claim *claim)
{
  return claim->node.index == IMS_NO_NODE && claim->edition && claim->edition->kind == IMS_EDITION_REQUIREMENTS &&
         claim->text[0] >= '0' && claim->text[0] <= '3' && !(claim->text[1] >= '0' && claim->text[1] <= '9');
}

/* What the claim names, in words; NULL if it can be owed, or belongs to another check. */
static const char *what(const imsi_check_run *run, const ims_claim *claim)
{
  if (is_front_matter(claim))
    return "clauses 0 to 3 introduce, delimit and define; they demand nothing";
  if (claim->edition && claim->edition->kind == IMS_EDITION_VOCABULARY)
    return "it defines words and demands nothing";
  if (claim->node.index == IMS_NO_NODE || !claim->edition || claim->edition->kind != IMS_EDITION_REQUIREMENTS)
    return NULL;
  if (ims_node_kind_of(run->model, claim->node) == IMS_TERM)
    return "it defines a word and demands nothing";
  if (!ims_force_binds(ims_node_force(run->model, claim->node)))
    return "it is a note or a permission, which explains and demands nothing";
  if (ims_node_kind_of(run->model, claim->node) == IMS_CLAUSE && ims_node_empty(run->model, claim->node))
    return "the clause demands nothing of its own";
  return NULL;
}

static void look(imsi_check_run *run, const ims_claim *claim)
{
  const ims_entry_kind kind = ims_entry_kind_of(run->given, claim->entry);
  const char *why = what(run, claim);
  if (!why || (kind != IMS_ENTRY_DOCUMENT && kind != IMS_ENTRY_FINDING && kind != IMS_ENTRY_AUDIT))
    return;
  const imsi_spot spot = imsi_spot_of_claim(run, claim);
  imsi_check_find(run, &spot, "it is set against %1 of %2: %3", "name the demand that is meant, if there is one",
                  IMSI_ARGS(claim->text, claim->edition->name, why));
}

static ims_status run_check(imsi_check_run *run)
{
  for (size_t i = 0; i < ims_claim_count(run->given); i++)
    look(run, ims_claim_at(run->given, i));
  return IMS_OK;
}

const imsi_check imsi_check_note = { .id = "T02", .run = run_check };
