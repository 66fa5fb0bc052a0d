#include "query/control.h"

bool imsi_is_control(const ims_model *model, ims_node node)
{
  if (ims_node_kind_of(model, node) != IMS_CLAUSE || ims_node_force(model, node) != IMS_CONTROL)
    return false;
  for (ims_node part = ims_node_child(model, node); part.index != IMS_NO_NODE; part = ims_node_next(model, part))
    if (ims_node_kind_of(model, part) == IMS_CLAUSE)
      return false;
  return ims_node_parent(model, node).index != IMS_NO_NODE;
}

size_t imsi_control_count(const ims_model *model, const ims_edition *edition)
{
  size_t count = 0;
  for (uint32_t i = 0; i < edition->count; i++)
    count += imsi_is_control(model, (ims_node){ edition->first.index + i });
  return count;
}
