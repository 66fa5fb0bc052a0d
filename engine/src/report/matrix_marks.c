/* The marks of a matrix. */

#include "base/try.h"
#include "report/matrix_internal.h"

#include <stdlib.h>

/* ---- documents ---- */

/* What one document does for a row, over the demands of the row. */
typedef struct work {
  const imsi_service *best;
  uint32_t whole; /* demands that it serves as a whole */
  bool clause;    /* by a claim on the clause, or on one that it is in */
} work;

static bool is_claim_on_clause(const imsi_matrix_run *run, const imsi_service *service)
{
  return service->claim == IMS_NO_ENTRY ||
         ims_node_kind_of(run->documents.held.model, ims_claim_at(run->documents.held.given, service->claim)->node) ==
             IMS_CLAUSE;
}

static void add_work(const imsi_matrix_run *run, const imsi_service *service, work *w)
{
  if (!w->best || (service->confirmed && !w->best->confirmed) ||
      (service->confirmed == w->best->confirmed && service->whole && !w->best->whole))
    w->best = service;
  if (!service->confirmed || !service->whole)
    return;
  w->whole++;
  w->clause = w->clause || is_claim_on_clause(run, service);
}

static imsi_mark_kind kind_of(const imsi_matrix_run *run, const imsi_matrix_row *row, const work *w)
{
  if (!w->best->confirmed)
    return IMSI_MARK_PROPOSED;
  const bool listed = ims_node_get(run->documents.held.model, row->clause).whole;
  const bool whole = w->whole == row->count && (w->clause || listed);
  const imsi_mark_kind kind = w->best->kind == IMS_IS_RECORD ? IMSI_MARK_RECORD
                              : w->best->kind                ? IMSI_MARK_DOCUMENT
                                                             : IMSI_MARK_UNSAID;
  return whole ? kind : (imsi_mark_kind)(kind + (IMSI_MARK_PROCESS_PART - IMSI_MARK_PROCESS));
}

static ims_status push(imsi_matrix_run *run, uint32_t row, ims_entry subject, imsi_mark_kind kind, ims_entry through,
                       const imsi_service *service)
{
  imsi_mark mark = { row, subject, kind, through, { IMS_NO_NODE }, service->pos };
  if (service->claim != IMS_NO_ENTRY)
    mark.claimed = ims_claim_at(run->documents.held.given, service->claim)->node;
  return imsi_vec_push(&run->marks, &mark);
}

/* The first link of a document, or of one after it. */
static size_t first_link(const imsi_matrix_run *run, ims_entry document)
{
  size_t low = 0, high = run->links.count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (IMSI_AT(const imsi_link, &run->links, middle).document.index < document.index)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* The document itself, or the processes that it belongs to. */
static ims_status mark_document(imsi_matrix_run *run, uint32_t index, const work *w)
{
  const imsi_mark_kind kind = kind_of(run, &IMSI_AT(imsi_matrix_row, &run->rows, index), w);
  const ims_entry document = w->best->document;
  if (run->by != IMSI_BY_PROCESS)
    return push(run, index, document, kind, (ims_entry){ IMS_NO_ENTRY }, w->best);
  for (size_t i = first_link(run, document); i < run->links.count; i++) {
    const imsi_link *link = &IMSI_AT(imsi_link, &run->links, i);
    if (link->document.index != document.index)
      break;
    IMS_TRY(push(run, index, link->process, kind, document, w->best)); /* named from both sides, it is marked once */
  }
  return IMS_OK;
}

static int compare_services(const void *a, const void *b)
{
  const imsi_service *x = a, *y = b;
  if (x->document.index != y->document.index)
    return x->document.index < y->document.index ? -1 : 1;
  return (x->served > y->served) - (x->served < y->served);
}

static ims_status mark_documents(imsi_matrix_run *run, uint32_t index, imsi_vec *services)
{
  const imsi_serving *serving = &run->documents.serving;
  const imsi_matrix_row *row = &IMSI_AT(imsi_matrix_row, &run->rows, index);
  services->count = 0;
  for (uint32_t i = row->first; i < row->first + row->count; i++) {
    const imsi_served *served = &IMSI_AT(const imsi_served, &serving->demands, i);
    for (uint32_t k = served->first; k < served->first + served->count; k++)
      IMS_TRY(imsi_vec_push(services, &IMSI_AT(const imsi_service, &serving->services, k)));
  }
  if (services->count)
    qsort(services->data, services->count, sizeof(imsi_service), compare_services);
  work w = { NULL, 0, false };
  for (size_t i = 0; i < services->count; i++) {
    const imsi_service *service = &IMSI_AT(imsi_service, services, i);
    add_work(run, service, &w);
    if (i + 1 < services->count && service[1].document.index == service->document.index)
      continue;
    IMS_TRY(mark_document(run, index, &w));
    w = (work){ NULL, 0, false };
  }
  return IMS_OK;
}

/* ---- processes ---- */

/* What a process that names its systems names of another one is not looked at. */
static bool is_in_system(const imsi_matrix_run *run, ims_entry process, uint32_t system)
{
  return !ims_entry_names_systems(run->documents.held.given, process) ||
         ims_entry_systems(run->documents.held.given, process) >> system & 1;
}

/* True if a claim of the process is on all of a demand. */
static bool names_demand(const imsi_matrix_run *run, ims_entry process, const imsi_vec *claims, ims_node demand)
{
  for (size_t i = 0; i < claims->count; i++) {
    const ims_claim *claim = ims_claim_at(run->documents.held.given, IMSI_AT(uint32_t, claims, i));
    if (claim->entry.index == process.index && claim->confirmed && claim->coverage == IMS_CLAIM_FULL &&
        ims_node_is_in(run->documents.held.model, demand, claim->node))
      return true;
  }
  return false;
}

/* The clause itself, what it is in, or all its demands where they are listed as a whole. */
static bool names_clause(const imsi_matrix_run *run, const imsi_matrix_row *row, ims_entry process,
                         const imsi_vec *claims)
{
  const imsi_documents *d = &run->documents;
  if (names_demand(run, process, claims, row->clause))
    return true;
  bool all = ims_node_get(d->held.model, row->clause).whole;
  for (uint32_t i = row->first; all && i < row->first + row->count; i++)
    all = names_demand(run, process, claims, IMSI_AT(const imsi_served, &d->serving.demands, i).demand);
  return all;
}

static imsi_mark_kind kind_of_claim(const imsi_matrix_run *run, const imsi_matrix_row *row, const ims_claim *claim,
                                    const imsi_vec *claims)
{
  if (!claim->confirmed)
    return IMSI_MARK_PROPOSED;
  return names_clause(run, row, claim->entry, claims) ? IMSI_MARK_PROCESS : IMSI_MARK_PROCESS_PART;
}

static ims_status mark_own(imsi_matrix_run *run, uint32_t index, imsi_vec *claims)
{
  const imsi_documents *d = &run->documents;
  const imsi_matrix_row *row = &IMSI_AT(imsi_matrix_row, &run->rows, index);
  claims->count = 0;
  for (uint32_t i = row->first; i < row->first + row->count; i++)
    IMS_TRY(imsi_evidence_claims(d->held.evidence, IMS_ENTRY_PROCESS,
                                 IMSI_AT(const imsi_served, &d->serving.demands, i).demand, claims));
  for (size_t i = 0; i < claims->count; i++) {
    const ims_claim *claim = ims_claim_at(d->held.given, IMSI_AT(uint32_t, claims, i));
    if (!is_in_system(run, claim->entry, row->system))
      continue;
    const imsi_mark mark = { index,       claim->entry, kind_of_claim(run, row, claim, claims), { IMS_NO_ENTRY },
                             claim->node, claim->pos };
    IMS_TRY(imsi_vec_push(&run->marks, &mark));
  }
  return IMS_OK;
}

/* The first demand of a row that applies to every process. */
static ims_node find_every(const imsi_matrix_run *run, const imsi_matrix_row *row)
{
  const imsi_documents *d = &run->documents;
  for (uint32_t i = row->first; i < row->first + row->count; i++) {
    const ims_node demand = IMSI_AT(const imsi_served, &d->serving.demands, i).demand;
    if (ims_node_get(d->held.model, demand).applies == IMS_EVERY_PROCESS)
      return demand;
  }
  return (ims_node){ IMS_NO_NODE };
}

static ims_status mark_every(imsi_matrix_run *run, uint32_t index)
{
  const imsi_matrix_row *row = &IMSI_AT(imsi_matrix_row, &run->rows, index);
  const ims_node demand = find_every(run, row);
  for (size_t i = 0; demand.index != IMS_NO_NODE && i < run->subjects.count; i++) {
    const ims_entry process = IMSI_AT(ims_entry, &run->subjects, i);
    const imsi_mark mark = { index,           process,
                             IMSI_MARK_EVERY, { IMS_NO_ENTRY },
                             demand,          ims_node_get(run->documents.held.model, demand).pos };
    if (is_in_system(run, process, row->system))
      IMS_TRY(imsi_vec_push(&run->marks, &mark));
  }
  return IMS_OK;
}

/* ---- all ---- */

static int compare_places(ims_pos a, ims_pos b)
{
  if (a.line != b.line)
    return a.line < b.line ? -1 : 1;
  return (a.column > b.column) - (a.column < b.column);
}

static int compare_marks(const void *a, const void *b)
{
  const imsi_mark *x = a, *y = b;
  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  if (x->subject.index != y->subject.index)
    return x->subject.index < y->subject.index ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->through.index != y->through.index)
    return x->through.index < y->through.index ? -1 : 1;
  if (x->claimed.index != y->claimed.index)
    return x->claimed.index < y->claimed.index ? -1 : 1;
  return compare_places(x->pos, y->pos);
}

/* A claim on a clause is one on each demand of it: the mark counts once. */
static void order_marks(imsi_vec *marks)
{
  size_t kept = 0;
  if (marks->count)
    qsort(marks->data, marks->count, sizeof(imsi_mark), compare_marks);
  for (size_t i = 0; i < marks->count; i++) {
    const imsi_mark mark = IMSI_AT(imsi_mark, marks, i);
    if (!kept || compare_marks(&IMSI_AT(imsi_mark, marks, kept - 1), &mark) != 0)
      IMSI_AT(imsi_mark, marks, kept++) = mark;
  }
  marks->count = kept;
}

ims_status imsi_matrix_find_marks(imsi_matrix_run *run)
{
  imsi_vec services = IMSI_VEC(imsi_service), claims = IMSI_VEC(uint32_t);
  ims_status status = IMS_OK;
  for (uint32_t i = 0; !status && i < run->rows.count; i++) {
    status = mark_documents(run, i, &services);
    if (!status && run->by == IMSI_BY_PROCESS)
      status = mark_own(run, i, &claims);
    if (!status && run->by == IMSI_BY_PROCESS)
      status = mark_every(run, i);
  }
  order_marks(&run->marks);
  imsi_vec_free(&services);
  imsi_vec_free(&claims);
  return status;
}
