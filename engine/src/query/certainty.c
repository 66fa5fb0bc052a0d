#include "query/certainty.h"

#include "query/correlation.h"

imsi_certainty imsi_certainty_of(const ims_model *model, ims_node source, ims_node target, ims_relation relation)
{
  if (relation == IMS_UNKNOWN)
    return IMSI_NOT_KNOWN;
  if (relation == IMS_DISJOINT)
    return IMSI_REFUTED;
  if (imsi_correlation_stated(model, source, target, relation))
    return IMSI_STATED;
  if (!ims_relation_overlaps(relation))
    return IMSI_POSSIBLE;
  const bool one = (relation & (relation - 1)) == 0;
  return one || relation == IMS_CONTAINED || relation == IMS_CONTAINS ? IMSI_ENTAILED : IMSI_OVERLAP_CERTAIN;
}

const char *imsi_certainty_name(imsi_certainty certainty)
{
  static const char *const names[] = {
    [IMSI_STATED] = "stated",     [IMSI_ENTAILED] = "entailed", [IMSI_OVERLAP_CERTAIN] = "overlap certain",
    [IMSI_POSSIBLE] = "possible", [IMSI_NOT_KNOWN] = "unknown", [IMSI_REFUTED] = "refuted",
  };
  return names[certainty];
}
