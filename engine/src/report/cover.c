/* Which demands of some standards are covered by others: by one clause, by several together, in part, or not. */

#include "base/try.h"
#include "query/reference.h"
#include "report/cover_internal.h"
#include "report/registry.h"

#include <stdlib.h>

static const ims_param params[] = {
  { "target", "TARGET", "what is to be covered: an edition (27001), a clause (27001/A.5), a provision", true, true,
    true },
  { "by", "SOURCE", "what may cover it: an edition, a clause, a provision; several after one another", false, true,
    true },
};

static const ims_columns *const long_forms[] = { &imsi_cover_long_form };

/* ---- request ---- */

static ims_status report_regions(imsi_cover_run *r, ims_diag_id id, const imsi_region *a, const imsi_region *b,
                                 const char *why)
{
  imsi_strbuf first = { 0 }, second = { 0 };
  imsi_cover_append_region(r, a, &first);
  if (b)
    imsi_cover_append_region(r, b, &second);
  imsi_report(r->reporter, id, (ims_pos){ NULL, 0, 0, NULL }, imsi_strbuf_string(&first),
              b ? imsi_strbuf_string(&second) : why, NULL, NULL);
  imsi_strbuf_free(&first);
  imsi_strbuf_free(&second);
  return IMS_INVALID;
}

static ims_status take_regions(imsi_cover_run *r, const char *name, imsi_vec *regions)
{
  const char *text;
  for (size_t i = 0; (text = imsi_request_value(r->request, name, i)); i++) {
    imsi_region region = { NULL, { IMS_NO_NODE } };
    IMS_TRY(imsi_reference_any(r->model, r->request->evidence, text, r->reporter, &region.edition, &region.node));
    if (!imsi_region_binds(r->model, &region))
      return report_regions(r, IMS_DIAG_NOTHING_BINDS, &region, NULL, imsi_region_nothing(r->model, &region));
    IMS_TRY(imsi_vec_push(regions, &region));
  }
  return IMS_OK;
}

/* True if one of the two is in the other. */
static bool meet(const ims_model *model, const imsi_region *a, const imsi_region *b)
{
  if (a->edition != b->edition)
    return false;
  return a->node.index == IMS_NO_NODE || b->node.index == IMS_NO_NODE || ims_node_is_in(model, a->node, b->node) ||
         ims_node_is_in(model, b->node, a->node);
}

static ims_status take_request(imsi_cover_run *r)
{
  IMS_TRY(imsi_request_check(&imsi_report_cover, r->request, r->reporter));
  IMS_TRY(take_regions(r, "target", &r->targets));
  IMS_TRY(take_regions(r, "by", &r->sources));
  for (size_t i = 0; i < r->targets.count; i++)
    for (size_t k = 0; k < r->sources.count; k++) {
      const imsi_region *target = &IMSI_AT(imsi_region, &r->targets, i);
      const imsi_region *source = &IMSI_AT(imsi_region, &r->sources, k);
      if (meet(r->model, target, source))
        return report_regions(r, IMS_DIAG_COVERS_ITSELF, target, source, NULL);
    }
  return IMS_OK;
}

/* ---- answer ---- */

static ims_status find_demands(imsi_cover_run *r)
{
  bool *seen = calloc(ims_node_count(r->model) + 1, sizeof *seen);
  ims_status status = seen ? IMS_OK : IMS_NOMEM;
  for (size_t i = 0; !status && i < r->targets.count; i++)
    status = imsi_coverage_demands(r->model, &IMSI_AT(imsi_region, &r->targets, i), seen, &r->demands);
  free(seen);
  return status;
}

static ims_status find(imsi_cover_run *r)
{
  IMS_TRY(take_request(r));
  IMS_TRY(imsi_report_close(r->model, r->reporter, &r->closure));
  IMS_TRY(find_demands(r));
  IMS_TRY(imsi_coverage_new(r->model, r->closure, r->sources.data, r->sources.count, NULL, 0, &r->coverage));
  return imsi_smallest_find(r->coverage, &r->demands, &r->smallest);
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  imsi_cover_run r = { .model = model,
                       .request = request,
                       .reporter = reporter,
                       .targets = IMSI_VEC(imsi_region),
                       .sources = IMSI_VEC(imsi_region),
                       .demands = IMSI_VEC(ims_node),
                       .smallest = IMSI_SMALLEST,
                       .shares = IMSI_VEC(imsi_share),
                       .rows = IMSI_VEC(uint32_t) };
  ims_status status = find(&r);
  if (!status)
    status = request->form == IMS_FORM_LONG ? imsi_cover_make_long(&r, table) : imsi_cover_make_wide(&r, table);
  imsi_smallest_free(&r.smallest);
  imsi_coverage_free(r.coverage);
  imsi_closure_free(r.closure);
  imsi_vec_free(&r.targets);
  imsi_vec_free(&r.sources);
  imsi_vec_free(&r.demands);
  imsi_vec_free(&r.shares);
  imsi_vec_free(&r.rows);
  imsi_strbuf_free(&r.text);
  return status;
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_cover = {
  .name = "cover",
  .summary = "which demands others cover, alone or together; what is left over; the fewest clauses for it",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .run = run,
};
