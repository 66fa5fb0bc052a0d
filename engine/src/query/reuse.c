#include "query/reuse.h"

#include "model/editions.h"
#include "query/chain.h"

ims_status imsi_reuse_find(const ims_model *model, const imsi_closure *closure, ims_node wanted, ims_node had,
                           imsi_reuse *reuse)
{
  *reuse = (imsi_reuse){ .had = had, .relation = imsi_closure_relation(closure, wanted, had) };
  imsi_vec steps = IMSI_VEC(imsi_step);
  const ims_status status = imsi_chain_find(model, closure, wanted, had, reuse->relation, &steps);
  if (!status)
    imsi_chain_reuse(model, &steps, &reuse->method, &reuse->record);
  if (imsi_same_standard(ims_node_edition(model, wanted), ims_node_edition(model, had)))
    reuse->method = IMS_AS_IS;
  imsi_vec_free(&steps);
  return status == IMS_NOT_FOUND ? IMS_OK : status;
}

/* From what serves as it is to what is kept apart; not said comes last. */
static int strictness(const imsi_reuse *reuse)
{
  return reuse->method ? (int)reuse->method : IMS_SEPARATE + 1;
}

bool imsi_reuse_better(const imsi_reuse *a, const imsi_reuse *b)
{
  if (ims_relation_contained(a->relation) != ims_relation_contained(b->relation))
    return ims_relation_contained(a->relation);
  if (strictness(a) != strictness(b))
    return strictness(a) < strictness(b);
  return a->relation == IMS_EQUAL && b->relation != IMS_EQUAL;
}
