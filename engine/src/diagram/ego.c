/* A clause and its neighbourhood: what overlaps it for certain, what overlaps that, and what explains it. */

#include "base/try.h"
#include "diagram/ego_internal.h"
#include "diagram/registry.h"
#include "query/clause_list.h"
#include "query/reference.h"

#include <stdlib.h>
#include <string.h>

static const ims_param params[] = {
  { "reference", "REF", "a clause, a provision or a term", true, true, false },
  { "hops", "NUMBER", "how many steps away, from 1 to 4 (default: 1)", false, false, false },
  { "systems", "LIST", "only these standards, such as 9001,27001 (default: the edition in use of each)", false, false,
    false },
  { "clauses", "LIST", "only these clauses of the others and what is below them", false, false, false },
};

/* ---- nodes and edges ---- */

static imsi_ego_node *node_at(const imsi_ego *e, size_t index)
{
  return &IMSI_AT(imsi_ego_node, &e->nodes, index);
}

const imsi_edge_look *imsi_ego_look(const imsi_ego_edge *edge)
{
  return edge->kind == IMSI_EGO_PART       ? &imsi_look_part
         : edge->kind == IMSI_EGO_GUIDANCE ? &imsi_look_guidance
                                           : imsi_look_relation(edge->relation);
}

static ims_status add_edge(imsi_ego *e, const imsi_ego_edge *edge)
{
  for (size_t i = 0; i < e->edges.count; i++) {
    imsi_ego_edge *known = &IMSI_AT(imsi_ego_edge, &e->edges, i);
    if (known->from != edge->from || known->to != edge->to || imsi_ego_look(known) != imsi_ego_look(edge))
      continue;
    known->count++;
    return IMS_OK;
  }
  return imsi_vec_push(&e->edges, edge);
}

static ims_status node_of(imsi_ego *e, ims_node node, size_t hop, bool guidance, size_t *at)
{
  const bool far = e->folded && hop > 0 && e->kind == IMS_CLAUSE;
  const ims_node shown = far ? imsi_picture_chapter(e->model, node) : node;
  for (*at = 0; *at < e->nodes.count; ++*at) {
    const imsi_ego_node *known = node_at(e, *at);
    if (known->node.index == shown.index && known->guidance == guidance && (!e->folded || known->hop == hop))
      return IMS_OK;
  }
  IMS_TRY(imsi_vec_push(&e->nodes, &(imsi_ego_node){ .node = shown, .hop = hop, .guidance = guidance }));
  /* what belongs to what was asked about hangs on it */
  return hop || !*at ? IMS_OK
                     : add_edge(e, &(imsi_ego_edge){ .from = 0, .to = *at, .kind = IMSI_EGO_PART, .count = 1 });
}

/* ---- what is known ---- */

/* A thing that was reached, before it is folded. */
typedef struct reached {
  ims_node node;
  size_t hop;
} reached;

static size_t hop_of(const imsi_vec *all, ims_node node)
{
  for (size_t i = 0; i < all->count; i++)
    if (IMSI_AT(reached, all, i).node.index == node.index)
      return IMSI_AT(reached, all, i).hop;
  return SIZE_MAX;
}

static ims_status add_pair(imsi_ego *e, imsi_vec *all, const imsi_pair *pair, size_t hop)
{
  const ims_node clause = ims_node_clause(e->model, pair->target);
  if (!imsi_clause_list_has(e->clauses, ims_node_name(e->model, clause)))
    return IMS_OK;
  const size_t known = hop_of(all, pair->target);
  if (known <= hop)
    return IMS_OK; /* drawn from the other end, or as far away as this */
  if (known == SIZE_MAX)
    IMS_TRY(imsi_vec_push(all, &(reached){ pair->target, hop + 1 }));
  imsi_ego_edge edge = { .kind = IMSI_EGO_PAIR, .relation = pair->relation, .count = 1 };
  IMS_TRY(node_of(e, pair->source, hop, false, &edge.from));
  const size_t before = e->nodes.count;
  IMS_TRY(node_of(e, pair->target, hop + 1, false, &edge.to));
  if (known == SIZE_MAX || e->nodes.count > before)
    node_at(e, edge.to)->count++;
  return add_edge(e, &edge);
}

static ims_status add_neighbours(imsi_ego *e, imsi_vec *all, const reached *from)
{
  imsi_vec pairs = IMSI_VEC(imsi_pair);
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < ims_edition_count(e->model); i++) {
    const ims_edition *edition = ims_edition_at(e->model, i);
    if (!e->editions[i] || edition == ims_node_edition(e->model, from->node))
      continue;
    pairs.count = 0;
    status = imsi_correlation_of(e->model, e->closure, from->node, edition, e->kind, &pairs);
    for (size_t k = 0; !status && k < pairs.count; k++)
      status = add_pair(e, all, &IMSI_AT(imsi_pair, &pairs, k), from->hop);
  }
  imsi_vec_free(&pairs);
  return status;
}

/* What explains the thing that was asked about, or something in it, or is explained by it. */
static ims_status add_guidance(imsi_ego *e)
{
  for (size_t i = 0; i < ims_guidance_count(e->model); i++) {
    const ims_row row = ims_guidance_at(e->model, i);
    const bool gets = ims_node_is_in(e->model, row.target, e->focus);
    const bool gives = ims_node_is_in(e->model, row.source, e->focus);
    const ims_node here = gets ? row.target : row.source;
    const ims_node other = ims_node_clause(e->model, gets ? row.source : row.target);
    if ((!gets && !gives) || !e->editions[ims_node_edition(e->model, other)->index])
      continue;
    imsi_ego_edge edge = { .kind = IMSI_EGO_GUIDANCE, .count = 1 };
    const bool whole = e->kind != IMS_CLAUSE;
    IMS_TRY(node_of(e, whole ? e->focus : ims_node_clause(e->model, here), 0, false, &edge.from));
    const size_t before = e->nodes.count;
    IMS_TRY(node_of(e, other, 1, gets, &edge.to));
    node_at(e, edge.to)->count += e->nodes.count > before;
    IMS_TRY(add_edge(e, &edge));
  }
  return IMS_OK;
}

/* What was asked about, and of a clause all that is below it: each has pairs of its own. */
static ims_status add_start(imsi_ego *e, imsi_vec *all)
{
  const ims_edition *edition = ims_node_edition(e->model, e->focus);
  size_t ignored;
  IMS_TRY(node_of(e, e->focus, 0, false, &ignored));
  for (uint32_t i = 0; i < edition->count; i++) {
    const ims_node node = { edition->first.index + i };
    if (ims_node_kind_of(e->model, node) == e->kind && ims_node_is_in(e->model, node, e->focus))
      IMS_TRY(imsi_vec_push(all, &(reached){ node, 0 }));
  }
  return IMS_OK;
}

static ims_status look_around(imsi_ego *e)
{
  imsi_vec all = IMSI_VEC(reached);
  e->nodes.count = e->edges.count = 0;
  ims_status status = add_start(e, &all);
  for (size_t i = 0; !status && i < all.count; i++) {
    const reached from = IMSI_AT(reached, &all, i);
    if (from.hop < e->hops)
      status = add_neighbours(e, &all, &from);
  }
  imsi_vec_free(&all);
  return status ? status : add_guidance(e);
}

/* ---- what is too much ---- */

static ims_status fit(imsi_ego *e, ims_picture *p, imsi_reporter *reporter)
{
  const size_t asked = e->hops;
  IMS_TRY(look_around(e));
  if (e->nodes.count > p->max_nodes) {
    e->folded = true;
    IMS_TRY(look_around(e));
  }
  while (e->nodes.count > p->max_nodes && e->hops > 1) {
    e->hops--;
    IMS_TRY(look_around(e));
  }
  if (e->nodes.count > p->max_nodes)
    return imsi_picture_too_many(p, e->nodes.count, reporter);
  if (e->folded && e->kind == IMS_CLAUSE)
    imsi_picture_note(p, "Folded: chapters and themes stand for their clauses.");
  if (e->hops < asked)
    imsi_picture_note(p, "Folded: what is farther away is left out.");
  return IMS_OK;
}

/* ---- words ---- */

static void tell(const imsi_ego *e, ims_picture *p)
{
  size_t certain = 0, guidance = 0;
  for (size_t i = 0; i < e->edges.count; i++) {
    const imsi_ego_edge *edge = &IMSI_AT(imsi_ego_edge, &e->edges, i);
    certain += edge->kind == IMSI_EGO_PAIR ? edge->count : 0;
    guidance += edge->kind == IMSI_EGO_GUIDANCE ? edge->count : 0;
  }
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_name_reference(e->model, e->focus, text);
  imsi_strbuf_text(text, e->kind == IMS_CLAUSE ? " " : "");
  if (e->kind == IMS_CLAUSE)
    imsi_name_title(e->model, e->focus, text);
  imsi_strbuf_text(text, ", and what overlaps it for certain");
  imsi_picture_title(p, imsi_picture_string(p, text));
  text = imsi_picture_words(p);
  imsi_strbuf_number(text, certain);
  imsi_strbuf_text(text, certain == 1 ? " pair overlaps for certain" : " pairs overlap for certain");
  imsi_strbuf_text(text, e->hops > 1 ? ", up to " : "");
  if (e->hops > 1)
    imsi_strbuf_number(text, e->hops);
  imsi_strbuf_text(text, e->hops > 1 ? " steps away; what is equally far is not joined." : ".");
  if (guidance) {
    imsi_strbuf_text(text, " Pieces of guidance beside them, in no count: ");
    imsi_strbuf_number(text, guidance);
    imsi_strbuf_text(text, ".");
  }
  imsi_picture_describe(p, imsi_picture_string(p, text));
  imsi_picture_note(p, imsi_picture_string(p, text));
  imsi_picture_note(p,
                    "Each pair is the most specific there is. A symbol is read from what is nearer to what was asked "
                    "about. Two steps that overlap say nothing of the two ends.");
}

/* ---- the request ---- */

static ims_status take_systems(imsi_ego *e, const ims_request *request, imsi_reporter *reporter)
{
  const char *list = imsi_request_value(request, "systems", 0);
  for (size_t i = 0; !list && i < ims_edition_count(e->model); i++)
    e->editions[i] = ims_edition_at(e->model, i)->is_default || ims_edition_at(e->model, i)->is_hub;
  for (const char *rest = list; rest; rest = *rest ? rest + 1 : NULL) {
    const size_t size = strcspn(rest, ",");
    const ims_edition *edition;
    IMS_TRY(imsi_reference_edition(e->model, request->evidence, rest, size, reporter, &edition));
    e->editions[edition->index] = true;
    rest += size;
  }
  return IMS_OK;
}

static ims_status take_request(imsi_ego *e, const ims_request *request, imsi_reporter *reporter)
{
  IMS_TRY(imsi_reference_node(e->model, request->evidence, imsi_request_value(request, "reference", 0), reporter,
                              &e->focus));
  e->kind = ims_node_kind_of(e->model, e->focus);
  if (e->kind == IMS_ITEM)
    return imsi_picture_bad(reporter, "an item has no neighbourhood of its own: name what it belongs to");
  const char *hops = imsi_request_value(request, "hops", 0);
  e->hops = hops && strlen(hops) == 1 && *hops >= '1' && *hops <= '0' + IMSI_EGO_HOPS ? (size_t)(*hops - '0') : 1;
  if (hops && (strlen(hops) != 1 || (size_t)(*hops - '0') != e->hops))
    return imsi_picture_bad(reporter, "a neighbourhood reaches from 1 to 4 steps");
  e->clauses = imsi_request_value(request, "clauses", 0);
  if (e->clauses)
    IMS_TRY(imsi_clause_list_check(e->clauses, reporter));
  return take_systems(e, request, reporter);
}

static ims_status fill(imsi_ego *e, const ims_request *request, ims_picture *p, imsi_reporter *reporter)
{
  IMS_TRY(take_request(e, request, reporter));
  IMS_TRY(imsi_report_close(e->model, reporter, &e->closure));
  IMS_TRY(fit(e, p, reporter));
  IMS_TRY(imsi_ego_place(e, p, reporter));
  tell(e, p);
  return IMS_OK;
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_picture *p)
{
  IMS_TRY(imsi_picture_check(p, request, reporter));
  imsi_ego e = { .model = model,
                 .editions = calloc(ims_edition_count(model) + 1, sizeof(bool)),
                 .nodes = IMSI_VEC(imsi_ego_node),
                 .edges = IMSI_VEC(imsi_ego_edge) };
  const ims_status status = e.editions ? fill(&e, request, p, reporter) : IMS_NOMEM;
  imsi_closure_free(e.closure);
  imsi_vec_free(&e.nodes);
  imsi_vec_free(&e.edges);
  free(e.editions);
  return status;
}

static ims_status draw(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_picture *picture)
{
  return imsi_picture_answer(answer, model, request, sink, picture);
}

const ims_diagram imsi_diagram_ego = {
  .name = "ego",
  .summary = "a clause and its neighbourhood: what overlaps it for certain, and what explains it",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .max_nodes = 90,
  .draw = draw,
};
