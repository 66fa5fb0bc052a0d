/* What is still to be done for a standard where others are met: what can be re-used, extended, run, or is new. */

#include "base/try.h"
#include "query/reference.h"
#include "report/gap_internal.h"
#include "report/registry.h"

#include <stdlib.h>
#include <string.h>

static const ims_param params[] = {
  { "have", "LIST", "what is met: standards or clauses, with commas between (9001,27001/A.5)", false, false, true },
  { "want", "LIST", "what is wanted: standards or clauses", false, true, true },
  { "without", "LIST", "clauses of what is met that are not (9001/8.3)", false, false, true },
  { "sort", "ORDER", "clause or effort; clause if not given", false, false, false },
  IMSI_HELD_FOR,
  IMSI_HELD_AT,
};

static const ims_columns *const long_forms[] = { &imsi_gap_long_form };

static const ims_pos nowhere = { NULL, 0, 0, NULL };

/* ---- request ---- */

static ims_status add_region(imsi_gap_run *g, const char *text, imsi_vec *regions)
{
  imsi_region region = { NULL, { IMS_NO_NODE } };
  IMS_TRY(imsi_reference_any(g->model, g->request->evidence, text, g->reporter, &region.edition, &region.node));
  const bool structure = region.edition->kind == IMS_EDITION_STRUCTURE;
  if (structure || !imsi_region_binds(g->model, &region)) {
    imsi_report(g->reporter, IMS_DIAG_NOTHING_BINDS, nowhere, text,
                structure ? "it is text for authors of standards, nobody is certified to it"
                          : imsi_region_nothing(g->model, &region),
                NULL, NULL);
    return IMS_INVALID;
  }
  return imsi_vec_push(regions, &region);
}

static ims_status take_region(imsi_gap_run *g, const char *text, imsi_vec *regions)
{
  imsi_strbuf pinned = { 0 };
  imsi_gap_held_pin(g, text, &pinned);
  const ims_status status = pinned.status ? pinned.status : add_region(g, imsi_strbuf_string(&pinned), regions);
  imsi_strbuf_free(&pinned);
  return status;
}

/* All values of a parameter, each a list with commas. */
static ims_status take_regions(imsi_gap_run *g, const char *name, imsi_vec *regions)
{
  imsi_strbuf part = { 0 };
  ims_status status = IMS_OK;
  const char *list;
  for (size_t i = 0; !status && (list = imsi_request_value(g->request, name, i)); i++)
    while (!status && *list) {
      const size_t size = strcspn(list, ",");
      imsi_strbuf_clear(&part);
      imsi_strbuf_bytes(&part, list, size);
      status = part.status ? part.status : take_region(g, imsi_strbuf_string(&part), regions);
      list += size + (list[size] == ',');
    }
  imsi_strbuf_free(&part);
  return status;
}

static bool is_left_out_of_what_is_had(const imsi_gap_run *g, const imsi_region *left_out)
{
  for (size_t i = 0; i < g->have.count; i++) {
    const imsi_region *have = &IMSI_AT(imsi_region, &g->have, i);
    if (have->edition == left_out->edition &&
        (have->node.index == IMS_NO_NODE || ims_node_is_in(g->model, left_out->node, have->node)))
      return true;
  }
  return false;
}

/* What is left out must be there, and not be all of it. */
static ims_status check_left_out(imsi_gap_run *g)
{
  for (size_t i = 0; i < g->left_out.count; i++) {
    const imsi_region *region = &IMSI_AT(imsi_region, &g->left_out, i);
    if (region->node.index != IMS_NO_NODE && is_left_out_of_what_is_had(g, region))
      continue;
    imsi_report(g->reporter, IMS_DIAG_NOT_HAD, nowhere,
                region->node.index == IMS_NO_NODE ? region->edition->id : ims_node_name(g->model, region->node),
                region->edition->id, NULL, NULL);
    return IMS_INVALID;
  }
  return IMS_OK;
}

static ims_status take_order(imsi_gap_run *g)
{
  const char *order = imsi_request_value(g->request, "sort", 0);
  g->by_effort = order && strcmp(order, "effort") == 0;
  if (!order || g->by_effort || strcmp(order, "clause") == 0)
    return IMS_OK;
  imsi_report(g->reporter, IMS_DIAG_BAD_OPTION, nowhere, "--sort takes clause or effort", NULL, NULL, NULL);
  return IMS_INVALID;
}

/* Something has to be had: a certificate, or what a register shows. */
static ims_status check_had(imsi_gap_run *g)
{
  if ((g->have.count || g->request->evidence) && g->want.count)
    return IMS_OK;
  imsi_report(g->reporter, IMS_DIAG_MISSING_ARGUMENT, nowhere, imsi_report_gap.name,
              params[g->have.count || g->request->evidence ? 1 : 0].summary, NULL, NULL);
  return IMS_INVALID;
}

/* A certificate stands for what other systems have: what is wanted is looked up in the register. */
static ims_status check_beside(imsi_gap_run *g)
{
  for (size_t i = 0; g->request->evidence && i < g->have.count; i++)
    for (size_t k = 0; k < g->want.count; k++)
      if (IMSI_AT(imsi_region, &g->have, i).edition == IMSI_AT(imsi_region, &g->want, k).edition) {
        imsi_report(g->reporter, IMS_DIAG_BAD_OPTION, nowhere,
                    "with a register, what is wanted is looked up there: do not name its standard with --have", NULL,
                    NULL, NULL);
        return IMS_INVALID;
      }
  return IMS_OK;
}

static ims_status take_request(imsi_gap_run *g)
{
  IMS_TRY(imsi_request_check(&imsi_report_gap, g->request, g->reporter));
  IMS_TRY(imsi_gap_held_take(g));
  IMS_TRY(take_regions(g, "have", &g->have));
  IMS_TRY(take_regions(g, "want", &g->want));
  IMS_TRY(take_regions(g, "without", &g->left_out));
  IMS_TRY(check_had(g));
  IMS_TRY(check_beside(g));
  IMS_TRY(check_left_out(g));
  return take_order(g);
}

/* ---- answer ---- */

static ims_status find_needs(imsi_gap_run *g)
{
  imsi_vec demands = IMSI_VEC(ims_node);
  bool *seen = calloc(ims_node_count(g->model) + 1, sizeof *seen);
  ims_status status = seen ? IMS_OK : IMS_NOMEM;
  for (size_t i = 0; !status && i < g->want.count; i++)
    status = imsi_coverage_demands(g->model, &IMSI_AT(imsi_region, &g->want, i), seen, &demands);
  for (size_t i = 0; !status && i < demands.count; i++) {
    const ims_node demand = IMSI_AT(ims_node, &demands, i);
    imsi_need need;
    status = g->held.given ? imsi_gap_held_find(g, demand, &need)
                           : imsi_need_find(g->model, g->closure, g->coverage, demand, &need);
    if (!status)
      status = imsi_vec_push(&g->needs, &need);
  }
  free(seen);
  imsi_vec_free(&demands);
  return status;
}

static ims_status find(imsi_gap_run *g)
{
  IMS_TRY(take_request(g));
  IMS_TRY(imsi_report_close(g->model, g->reporter, &g->closure));
  if (g->held.given)
    IMS_TRY(imsi_gap_held_open(g));
  else
    IMS_TRY(imsi_coverage_new(g->model, g->closure, g->have.data, g->have.count, g->left_out.data, g->left_out.count,
                              &g->coverage));
  return find_needs(g);
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  imsi_gap_run g = { .model = model,
                     .request = request,
                     .reporter = reporter,
                     .shown = IMSI_VEC(imsi_gap_held),
                     .have = IMSI_VEC(imsi_region),
                     .left_out = IMSI_VEC(imsi_region),
                     .want = IMSI_VEC(imsi_region),
                     .needs = IMSI_VEC(imsi_need),
                     .rows = IMSI_VEC(uint32_t) };
  ims_status status = find(&g);
  if (!status)
    status = imsi_gap_make(&g, table);
  imsi_gap_held_close(&g);
  imsi_coverage_free(g.coverage);
  imsi_closure_free(g.closure);
  imsi_vec_free(&g.have);
  imsi_vec_free(&g.left_out);
  imsi_vec_free(&g.want);
  imsi_vec_free(&g.needs);
  imsi_vec_free(&g.rows);
  return status;
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_gap = {
  .name = "gap",
  .summary = "what is still to be done for a standard where others are met: re-use, extend, run, new",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .register_use = IMS_REGISTER_OPTIONAL,
  .run = run,
};
