#include "query/triangles.h"

#include "base/try.h"

/* A side that ends in the corner looked at, seen from the corner. */
typedef struct side {
  ims_node node;
  ims_relation relation;
} side;

/* Sides that can intersect fit with any other two of which one more can: two of the three must be sharp. */
static bool is_sharp(ims_relation relation)
{
  return relation && !(relation & IMS_INTERSECTS);
}

static ims_status gather_sides(const imsi_closure *stated, ims_node corner, imsi_vec *sides)
{
  sides->count = 0;
  imsi_neighbour n;
  for (uint32_t i = imsi_closure_first(stated, corner); i != IMS_NO_NODE; i = n.next) {
    n = imsi_closure_neighbour(stated, corner, i);
    if (is_sharp(n.relation))
      IMS_TRY(imsi_vec_push(sides, &(side){ n.node, n.relation }));
  }
  return IMS_OK;
}

/* Triples that are counted at this corner: two sharp sides meet here. If the third is sharp as well, there are three
   such corners, and the one of the lowest node counts. */
static size_t count_at(const imsi_closure *stated, ims_node corner, const imsi_vec *sides)
{
  size_t count = 0;
  for (size_t i = 0; i < sides->count; i++)
    for (size_t k = i + 1; k < sides->count; k++) {
      const side *a = &IMSI_AT(side, sides, i), *b = &IMSI_AT(side, sides, k);
      const ims_relation over = ims_relation_compose(ims_relation_inverse(a->relation), b->relation);
      if (over == IMS_UNKNOWN)
        continue;
      const ims_relation third = imsi_closure_relation(stated, a->node, b->node);
      if (third && !(third & over))
        count += !is_sharp(third) || (corner.index < a->node.index && corner.index < b->node.index);
    }
  return count;
}

ims_status imsi_triangles_count(const ims_model *model, const imsi_closure *stated, size_t *count)
{
  imsi_vec sides = IMSI_VEC(side);
  ims_status status = IMS_OK;
  size_t found = 0;
  for (uint32_t i = 0; !status && i < ims_node_count(model); i++) {
    status = gather_sides(stated, (ims_node){ i }, &sides);
    if (!status)
      found += count_at(stated, (ims_node){ i }, &sides);
  }
  imsi_vec_free(&sides);
  if (!status)
    *count = found;
  return status;
}
