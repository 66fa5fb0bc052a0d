#include "query/check_members.h"

ims_node imsi_check_members_over(const ims_model *model, const ims_check *check, ims_node node)
{
  for (size_t i = 0; node.index != IMS_NO_NODE && i < check->member_count; i++)
    if (ims_node_is_in(model, node, check->members[i]))
      return check->members[i];
  return (ims_node){ IMS_NO_NODE };
}

ims_node imsi_check_members_in(const ims_model *model, const ims_check *check, const ims_edition *edition)
{
  for (size_t i = 0; i < check->member_count; i++)
    if (ims_node_edition(model, check->members[i]) == edition)
      return check->members[i];
  return (ims_node){ IMS_NO_NODE };
}

bool imsi_claim_touches(const ims_model *model, const ims_claim *claim, ims_node node)
{
  return claim->node.index != IMS_NO_NODE &&
         (ims_node_is_in(model, claim->node, node) || ims_node_is_in(model, node, claim->node));
}

bool imsi_entry_touches(const ims_model *model, const ims_register *given, ims_entry entry, ims_node node)
{
  size_t count;
  const ims_claim *claims = ims_entry_claims(given, entry, &count);
  for (size_t i = 0; i < count; i++)
    if (imsi_claim_touches(model, &claims[i], node))
      return true;
  return false;
}
