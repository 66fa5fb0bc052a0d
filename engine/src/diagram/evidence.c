/* The documents of a register and the clauses that they serve: those that serve several systems in the middle, as
   `shared` tells them. */

#include "base/try.h"
#include "diagram/evidence_internal.h"
#include "diagram/registry.h"
#include "query/clause_list.h"
#include "query/reference.h"

#include <stdlib.h>

static const ims_param params[] = {
  IMSI_HELD_AT,
  { "systems", "LIST", "only these systems, or those of these standards, such as ISMS,9001", false, false, false },
  { "clauses", "LIST", "only these clauses and what is below them, such as 4-7,8.2", false, false, false },
  { "focus", "REF", "a document, with all that serves the same demands; or a clause", false, false, false },
};

/* ---- the request ---- */

static ims_status ask(imsi_proofs *e)
{
  e->asked = calloc(e->serving.demands.count + 1, sizeof *e->asked);
  if (!e->asked)
    return IMS_NOMEM;
  for (size_t i = 0; i < e->serving.services.count; i++) {
    const imsi_service *service = &IMSI_AT(const imsi_service, &e->serving.services, i);
    if (service->confirmed && service->document.index == e->document.index)
      e->asked[service->served] = true;
  }
  return IMS_OK;
}

static ims_status take_request(imsi_proofs *e, const ims_request *request, imsi_reporter *reporter)
{
  IMS_TRY(imsi_held_begin(&e->held, "systems", e->model, request, reporter));
  e->clauses = imsi_request_value(request, "clauses", 0);
  if (e->clauses)
    IMS_TRY(imsi_clause_list_check(e->clauses, reporter));
  const char *focus = imsi_request_value(request, "focus", 0);
  if (!focus)
    return IMS_OK;
  e->document = ims_register_find(e->held.given, IMS_ENTRY_DOCUMENT, focus);
  return e->document.index == IMS_NO_ENTRY
             ? imsi_reference_node(e->model, request->evidence, focus, reporter, &e->focus)
             : IMS_OK;
}

/* ---- the answer ---- */

static ims_status weigh(imsi_proofs *e)
{
  IMS_TRY(imsi_held_weigh_claims(&e->held));
  IMS_TRY(imsi_serving_find(e->held.given, e->held.evidence, &e->serving));
  e->left_out = calloc(e->serving.demands.count + 1, sizeof *e->left_out);
  if (!e->left_out)
    return IMS_NOMEM;
  IMS_TRY(imsi_users_find_left_out(e->held.evidence, &e->serving, e->left_out));
  IMS_TRY(imsi_users_find(e->model, e->held.given, &e->serving, e->left_out, &e->services, &e->users));
  return e->document.index == IMS_NO_ENTRY ? IMS_OK : ask(e);
}

static ims_status fill(imsi_proofs *e, ims_picture *p, imsi_reporter *reporter)
{
  size_t nodes = SIZE_MAX;
  for (int fold = IMSI_FOLD_NOTHING; fold < IMSI_FOLD_COUNT && nodes > p->max_nodes; fold++) {
    IMS_TRY(imsi_proofs_find(e, (imsi_fold)fold));
    nodes = e->proofs.count + e->proven.count;
  }
  if (!nodes)
    return imsi_picture_bad(reporter, "nothing is left to draw: no document that counts serves what is asked for");
  if (nodes > p->max_nodes)
    return imsi_picture_too_many(p, nodes, reporter);
  p->as_of = e->held.day;
  IMS_TRY(imsi_proofs_place(e, p));
  imsi_proofs_tell(e, p);
  return IMS_OK;
}

static ims_status find(imsi_proofs *e, const ims_request *request, imsi_reporter *reporter, ims_picture *p)
{
  IMS_TRY(take_request(e, request, reporter));
  IMS_TRY(weigh(e));
  return fill(e, p, reporter);
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_picture *p)
{
  imsi_proofs e = { .model = model,
                    .serving = IMSI_SERVING,
                    .services = IMSI_VEC(uint32_t),
                    .users = IMSI_VEC(imsi_user),
                    .focus = { IMS_NO_NODE },
                    .document = { IMS_NO_ENTRY },
                    .proven = IMSI_VEC(imsi_proven),
                    .proofs = IMSI_VEC(imsi_proof),
                    .links = IMSI_VEC(imsi_link) };
  IMS_TRY(imsi_picture_check(p, request, reporter));
  const ims_status status = find(&e, request, reporter, p);
  free(e.left_out);
  free(e.asked);
  imsi_vec_free(&e.services);
  imsi_vec_free(&e.users);
  imsi_vec_free(&e.proven);
  imsi_vec_free(&e.proofs);
  imsi_vec_free(&e.links);
  imsi_serving_free(&e.serving);
  imsi_held_close(&e.held);
  return status;
}

static ims_status draw(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_picture *picture)
{
  return imsi_picture_answer(answer, model, request, sink, picture);
}

const ims_diagram imsi_diagram_evidence = {
  .name = "evidence",
  .summary = "documents and the clauses they serve: what several systems share in the middle",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .register_use = IMS_REGISTER_REQUIRED,
  .max_nodes = 150,
  .draw = draw,
};
