/* T19: whether a policy for several systems is approved for each. An approver may be named for a system, as in
   "QMS: Miller" or "Miller (QMS)"; without a system he or she approves for all. */

#include "base/strbuf.h"
#include "base/try.h"
#include "base/utf8.h"
#include "base/words.h"
#include "query/check_members.h"
#include "query/claim_doubts.h"

#include <string.h>

/* Whether `text` of that size names a system: its id, or what stands before the year in the id of its edition. */
static ims_status names(const ims_system *system, const char *text, size_t size, bool *named)
{
  imsi_strbuf name = { 0 }, standard = { 0 };
  while (size && text[size - 1] == ' ')
    size--;
  imsi_strbuf_bytes(&name, text, size);
  imsi_strbuf_bytes(&standard, system->edition->id, strcspn(system->edition->id, ":"));
  const ims_status status = name.status ? name.status : standard.status;
  *named = !status && (imsi_utf8_compare_folded(imsi_strbuf_string(&name), system->id) == 0 ||
                       imsi_utf8_compare_folded(imsi_strbuf_string(&name), imsi_strbuf_string(&standard)) == 0);
  imsi_strbuf_free(&name);
  imsi_strbuf_free(&standard);
  return status;
}

/* The part of an approver that names a system; NULL if none does. */
static const char *named_part(const char *approver, size_t *size)
{
  const char *colon = strchr(approver, ':');
  const char *open = strrchr(approver, '(');
  if (colon) {
    *size = (size_t)(colon - approver);
    return approver;
  }
  if (!open)
    return NULL;
  *size = strcspn(open + 1, ")");
  return open + 1;
}

/* Whether the part names another system than that. */
static ims_status names_other(const ims_register *given, const ims_system *system, const char *part, size_t size,
                              bool *other)
{
  size_t count;
  const ims_system *systems = ims_register_systems(given, &count);
  *other = false;
  for (size_t k = 0; part && !*other && k < count; k++)
    if (systems[k].index != system->index)
      IMS_TRY(names(&systems[k], part, size, other));
  return IMS_OK;
}

ims_status imsi_claim_is_approved(const ims_register *given, ims_entry document, const ims_system *system,
                                  bool *approved)
{
  size_t count;
  const char *const *approvers = ims_entry_list(given, document, IMS_FIELD_APPROVERS, &count);
  bool found = false;
  for (size_t i = 0; !found && i < count; i++) {
    size_t size = 0;
    bool other;
    const char *part = named_part(approvers[i], &size);
    IMS_TRY(names_other(given, system, part, size, &other));
    found = !other;
  }
  *approved = found || (!count && ims_entry_day(given, document, IMS_FIELD_APPROVED) != 0);
  return IMS_OK;
}

bool imsi_claim_is_system_policy(const ims_model *model, const ims_register *given, const ims_check *check,
                                 ims_entry document)
{
  size_t count;
  const ims_system *systems = ims_register_systems(given, &count);
  for (size_t i = 0; i < count; i++) {
    const ims_node member = imsi_check_members_in(model, check, systems[i].edition);
    if (member.index != IMS_NO_NODE && imsi_entry_touches(model, given, document, member))
      return true;
  }
  return false;
}

bool imsi_claim_is_shared_policy(const ims_model *model, const ims_register *given, const ims_check *check,
                                 ims_entry document)
{
  const ims_systems marked = ims_entry_systems(given, document);
  return marked & (marked - 1) && ims_entry_word(given, document, IMS_FIELD_STATUS) != IMS_OBSOLETE &&
         ims_entry_word(given, document, IMS_FIELD_KIND) != IMS_IS_RECORD &&
         (imsi_words_in(ims_entry_text(given, document, IMS_FIELD_TYPE), "policy") ||
          imsi_words_in(ims_entry_text(given, document, IMS_FIELD_TITLE), "policy") ||
          imsi_claim_is_system_policy(model, given, check, document));
}

/* True if a claim for the system says something of a member of the check. */
static bool is_on_member(const ims_model *model, const ims_check *check, const ims_system *system,
                         const ims_claim *claim)
{
  for (size_t i = 0; claim->edition == system->edition && i < check->member_count; i++)
    if (ims_node_edition(model, check->members[i]) == system->edition &&
        imsi_claim_touches(model, claim, check->members[i]))
      return true;
  return false;
}

static ims_status add_claims(const ims_model *model, const ims_register *given, const ims_check *check,
                             ims_entry document, const ims_system *system, imsi_vec *doubts)
{
  size_t count;
  const ims_claim *claims = ims_entry_claims(given, document, &count);
  for (size_t i = 0; i < count; i++) {
    const imsi_claim_doubt doubt = { .check = check,
                                     .claim = (uint32_t)(&claims[i] - ims_claim_at(given, 0)),
                                     .cited = claims[i].node,
                                     .fits = { IMS_NO_NODE },
                                     .about = "",
                                     .systems = (ims_systems)1 << system->index };
    if (is_on_member(model, check, system, &claims[i]))
      IMS_TRY(imsi_vec_push(doubts, &doubt));
  }
  return IMS_OK;
}

ims_status imsi_claim_doubts_approval(const ims_model *model, const ims_register *given, const ims_check *check,
                                      imsi_vec *doubts)
{
  size_t count;
  const ims_system *systems = ims_register_systems(given, &count);
  for (size_t i = 0; i < ims_register_count(given, IMS_ENTRY_DOCUMENT); i++) {
    const ims_entry document = ims_register_entry(given, IMS_ENTRY_DOCUMENT, i);
    if (!imsi_claim_is_shared_policy(model, given, check, document))
      continue;
    for (size_t k = 0; k < count; k++) {
      bool approved = true;
      if (ims_entry_systems(given, document) >> k & 1)
        IMS_TRY(imsi_claim_is_approved(given, document, &systems[k], &approved));
      if (!approved)
        IMS_TRY(add_claims(model, given, check, document, &systems[k], doubts));
    }
  }
  return IMS_OK;
}
