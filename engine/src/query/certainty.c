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

const char *imsi_certainty_statement(ims_relation relation)
{
  switch (relation) {
  case IMS_EQUAL:
    return "%1 and %2 are equal";
  case IMS_SUBSET:
    return "%1 is contained in %2, which has more";
  case IMS_SUPERSET:
    return "%1 contains %2, and has more";
  case IMS_CONTAINED:
    return "%1 is contained in %2; whether %2 has more is open";
  case IMS_CONTAINS:
    return "%1 contains %2; whether %1 has more is open";
  case IMS_INTERSECTS:
    return "%1 and %2 share something, and each has more";
  case IMS_SUBSET | IMS_INTERSECTS:
    return "%1 and %2 overlap for certain, and %2 has more";
  case IMS_SUPERSET | IMS_INTERSECTS:
    return "%1 and %2 overlap for certain, and %1 has more";
  case IMS_DISJOINT:
    return "%1 and %2 have nothing in common";
  case IMS_CONTRADICTION:
    return "what is said of %1 and %2 cannot all be true";
  case IMS_INTERSECTS | IMS_DISJOINT:
    return "whether %1 and %2 share anything is open; each has more";
  case IMS_SUBSET | IMS_INTERSECTS | IMS_DISJOINT:
    return "whether %1 and %2 share anything is open; %2 has more";
  case IMS_SUPERSET | IMS_INTERSECTS | IMS_DISJOINT:
    return "whether %1 and %2 share anything is open; %1 has more";
  case IMS_UNKNOWN:
    return "nothing is known of %1 and %2";
  default:
    return ims_relation_overlaps(relation) ? "%1 and %2 overlap for certain"
                                           : "whether %1 and %2 share anything is open; something is excluded";
  }
}
