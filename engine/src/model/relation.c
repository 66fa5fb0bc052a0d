#include "model/relation.h"

#include <stddef.h>
#include <threads.h>

static ims_relation table[IMSI_MASKS][IMSI_MASKS];
static once_flag table_once = ONCE_FLAG_INIT;

/* The base relation of two sets, from what exists in neither, in one, in both. */
static ims_relation base_relation(bool only_a, bool both, bool only_b)
{
  if (!both)
    return IMS_DISJOINT;
  if (only_a)
    return only_b ? IMS_INTERSECTS : IMS_SUPERSET;
  return only_b ? IMS_SUBSET : IMS_EQUAL;
}

/*
 * Three sets cut the world into seven regions; each region is empty or not. Every one of the 128 patterns that leaves
 * no set empty is a case that can occur: it says what A to C is for its A to B and B to C.
 */
static void compute_table(void)
{
  ims_relation base[IMSI_MASKS][IMSI_MASKS] = { { 0 } };
  for (unsigned pattern = 0; pattern < 128; pattern++) {
    const bool a = pattern & 1, b = pattern & 2, c = pattern & 4;
    const bool ab = pattern & 8, bc = pattern & 16, ac = pattern & 32, abc = pattern & 64;
    if (!(a || ab || ac || abc) || !(b || ab || bc || abc) || !(c || bc || ac || abc))
      continue;
    const ims_relation a_to_b = base_relation(a || ac, ab || abc, b || bc);
    const ims_relation b_to_c = base_relation(b || ab, bc || abc, c || ac);
    const ims_relation a_to_c = base_relation(a || ab, ac || abc, c || bc);
    base[a_to_b][b_to_c] |= a_to_c;
  }
  for (unsigned ab = 0; ab < IMSI_MASKS; ab++)
    for (unsigned bc = 0; bc < IMSI_MASKS; bc++)
      for (unsigned i = 1; i < IMSI_MASKS; i <<= 1)
        for (unsigned j = 1; j < IMSI_MASKS; j <<= 1)
          if ((ab & i) && (bc & j))
            table[ab][bc] |= base[i][j];
}

const ims_relation (*imsi_relation_table(void))[IMSI_MASKS]
{
  call_once(&table_once, compute_table);
  return (const ims_relation(*)[IMSI_MASKS])table;
}

ims_relation ims_relation_compose(ims_relation ab, ims_relation bc)
{
  return imsi_relation_table()[ab & IMS_UNKNOWN][bc & IMS_UNKNOWN];
}

ims_relation ims_relation_inverse(ims_relation relation)
{
  return imsi_relation_inverse(relation);
}

bool ims_relation_overlaps(ims_relation relation)
{
  return relation != IMS_CONTRADICTION && !(relation & IMS_DISJOINT);
}

bool ims_relation_contained(ims_relation relation)
{
  return relation != IMS_CONTRADICTION && !(relation & (ims_relation)~IMS_CONTAINED);
}

const char *ims_relation_symbol(ims_relation relation)
{
  switch (relation) {
  case IMS_CONTRADICTION:
    return "!";
  case IMS_EQUAL:
    return "=";
  case IMS_SUBSET:
    return "<";
  case IMS_SUPERSET:
    return ">";
  case IMS_INTERSECTS:
    return "x";
  case IMS_DISJOINT:
    return "0";
  case IMS_CONTAINED:
    return "<=";
  case IMS_CONTAINS:
    return ">=";
  case IMS_UNKNOWN:
    return "";
  default:
    return ims_relation_overlaps(relation) ? "~" : "?";
  }
}

const char *ims_relation_name(ims_relation relation)
{
  switch (relation) {
  case IMS_EQUAL:
    return "equal";
  case IMS_SUBSET:
    return "subset";
  case IMS_SUPERSET:
    return "superset";
  case IMS_INTERSECTS:
    return "intersects";
  case IMS_DISJOINT:
    return "disjoint";
  default:
    return NULL;
  }
}
