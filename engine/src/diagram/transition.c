/* From an old edition to the new one: what the rows of the mapping between them say has become of each clause. */

#include "base/try.h"
#include "diagram/registry.h"
#include "diagram/transition_internal.h"
#include "query/clause_list.h"
#include "query/reference.h"

#include <stdlib.h>
#include <string.h>

static const ims_param params[] = {
  { "old", "OLD", "the edition that was", true, true, false },
  { "new", "NEW", "the edition that takes its place", true, true, false },
  { "clauses", "LIST", "only these clauses, of either edition, and what is below them", false, false, false },
};

enum { DEEPEST = 8 };

/* ---- rows ---- */

/* A row of a mapping between the two editions, read from the old one to the new one. */
typedef struct passage {
  ims_node from, to; /* IMS_NO_NODE where there is no counterpart */
  ims_move move;
} passage;

static bool take_row(const imsi_transition *t, const ims_row *row, passage *found)
{
  const bool forward = row->mapping->source == t->from && row->mapping->target == t->to;
  const bool backward = row->mapping->source == t->to && row->mapping->target == t->from;
  if ((!forward && !backward) || !row->move)
    return false;
  const ims_node nowhere = { IMS_NO_NODE };
  const ims_node from = forward ? row->source : row->target, to = forward ? row->target : row->source;
  found->from = from.index == IMS_NO_NODE ? nowhere : ims_node_clause(t->model, from);
  found->to = to.index == IMS_NO_NODE ? nowhere : ims_node_clause(t->model, to);
  found->move = row->move;
  return (found->from.index != IMS_NO_NODE && imsi_clause_list_has(t->clauses, ims_node_name(t->model, found->from))) ||
         (found->to.index != IMS_NO_NODE && imsi_clause_list_has(t->clauses, ims_node_name(t->model, found->to)));
}

static ims_status find_passages(const imsi_transition *t, imsi_vec *passages)
{
  passage found;
  for (size_t i = 0; i < ims_relation_count(t->model); i++) {
    const ims_row row = ims_relation_at(t->model, i);
    if (take_row(t, &row, &found))
      IMS_TRY(imsi_vec_push(passages, &found));
  }
  for (size_t i = 0; i < ims_verdict_count(t->model); i++) {
    const ims_row row = ims_verdict_at(t->model, i);
    if (take_row(t, &row, &found))
      IMS_TRY(imsi_vec_push(passages, &found));
  }
  return IMS_OK;
}

/* ---- stops and strands ---- */

static size_t depth_of(const ims_model *model, ims_node clause)
{
  size_t depth = 0;
  for (; clause.index != IMS_NO_NODE; clause = ims_node_parent(model, clause))
    depth++;
  return depth;
}

static ims_node lift(const imsi_transition *t, ims_node clause)
{
  for (size_t depth = depth_of(t->model, clause); depth > t->depth; depth--)
    clause = ims_node_parent(t->model, clause);
  return clause;
}

static ims_status add_stop(imsi_transition *t, ims_node clause, bool to)
{
  for (size_t i = 0; i < t->stops.count; i++) {
    imsi_stop *stop = &IMSI_AT(imsi_stop, &t->stops, i);
    if (stop->to != to || stop->clause.index != clause.index)
      continue;
    stop->rows++;
    return IMS_OK;
  }
  return imsi_vec_push(&t->stops, &(imsi_stop){ .clause = clause, .to = to, .rows = 1 });
}

/* Old before new, each in the order of its document, nowhere last. */
static int compare_stops(const void *a, const void *b)
{
  const imsi_stop *x = a, *y = b;
  if (x->to != y->to)
    return x->to ? 1 : -1;
  return x->clause.index < y->clause.index ? -1 : x->clause.index > y->clause.index;
}

static size_t stop_of(const imsi_transition *t, ims_node clause, bool to)
{
  size_t at = 0;
  while (IMSI_AT(imsi_stop, &t->stops, at).to != to || IMSI_AT(imsi_stop, &t->stops, at).clause.index != clause.index)
    at++;
  return at;
}

static ims_status add_strand(imsi_transition *t, const passage *row)
{
  const imsi_strand new = { stop_of(t, lift(t, row->from), false), stop_of(t, lift(t, row->to), true), row->move, 1 };
  for (size_t i = 0; i < t->strands.count; i++) {
    imsi_strand *strand = &IMSI_AT(imsi_strand, &t->strands, i);
    if (strand->from != new.from || strand->to != new.to || strand->move != new.move)
      continue;
    strand->rows++;
    return IMS_OK;
  }
  return imsi_vec_push(&t->strands, &new);
}

static int compare_strands(const void *a, const void *b)
{
  const imsi_strand *x = a, *y = b;
  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;
  if (x->to != y->to)
    return x->to < y->to ? -1 : 1;
  return (x->move > y->move) - (x->move < y->move);
}

static ims_status gather(imsi_transition *t, const imsi_vec *passages)
{
  t->stops.count = t->strands.count = 0;
  for (size_t i = 0; i < passages->count; i++) {
    const passage *row = &IMSI_AT(passage, passages, i);
    IMS_TRY(add_stop(t, lift(t, row->from), false));
    IMS_TRY(add_stop(t, lift(t, row->to), true));
  }
  qsort(t->stops.data, t->stops.count, sizeof(imsi_stop), compare_stops);
  for (size_t i = 0; i < passages->count; i++)
    IMS_TRY(add_strand(t, &IMSI_AT(passage, passages, i)));
  qsort(t->strands.data, t->strands.count, sizeof(imsi_strand), compare_strands);
  return IMS_OK;
}

/* ---- words ---- */

static void tell(const imsi_transition *t, ims_picture *p, const imsi_vec *passages)
{
  size_t counts[IMS_DROPPED + 1] = { 0 };
  for (size_t i = 0; i < passages->count; i++)
    counts[IMSI_AT(passage, passages, i).move]++;
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, "From ");
  imsi_strbuf_text(text, t->from->name);
  imsi_strbuf_text(text, " to ");
  imsi_strbuf_text(text, t->to->name);
  imsi_picture_title(p, imsi_picture_string(p, text));
  text = imsi_picture_words(p);
  imsi_strbuf_number(text, passages->count);
  imsi_strbuf_text(text, " rows lead from the old edition to the new one:");
  for (size_t move = IMS_CARRIED, told = 0; move <= IMS_DROPPED; move++) {
    if (!counts[move])
      continue;
    imsi_strbuf_text(text, told++ ? ", " : " ");
    imsi_strbuf_number(text, counts[move]);
    imsi_strbuf_text(text, " ");
    imsi_strbuf_text(text, ims_move_name((ims_move)move));
  }
  imsi_strbuf_text(text, ".");
  imsi_picture_describe(p, imsi_picture_string(p, text));
  imsi_picture_note(p, imsi_picture_string(p, text));
  imsi_picture_edition(p, t->from);
  imsi_picture_edition(p, t->to);
  imsi_picture_note(p,
                    "The thicker a strand, the more rows of the mapping it stands for; the number behind a clause is "
                    "theirs. One demand may lead to several. Nothing is carried over by itself: a claim against the "
                    "old edition has to be confirmed.");
}

/* ---- the request ---- */

/* The finest clauses that there is room for. */
static ims_status fold(imsi_transition *t, const imsi_vec *passages, ims_picture *p, imsi_reporter *reporter)
{
  bool folded = false;
  for (t->depth = DEEPEST; t->depth > 0; t->depth--) {
    const size_t before = t->stops.count;
    IMS_TRY(gather(t, passages));
    folded = folded || (t->depth < DEEPEST && t->stops.count != before);
    if (t->stops.count <= p->max_nodes)
      break;
  }
  if (!t->depth)
    return imsi_picture_too_many(p, t->stops.count, reporter);
  if (folded)
    imsi_picture_note(p, t->depth == 1 ? "Folded: chapters and themes stand for their clauses."
                                       : "Folded: clauses stand for what is below them.");
  return IMS_OK;
}

static ims_status fill(imsi_transition *t, const imsi_vec *passages, ims_picture *p, imsi_reporter *reporter)
{
  if (!passages->count)
    return imsi_picture_bad(reporter, "no mapping says what has become of these clauses from one edition to the other");
  IMS_TRY(fold(t, passages, p, reporter));
  imsi_transition_place(t, p);
  tell(t, p, passages);
  return IMS_OK;
}

static ims_status take_edition(const ims_model *model, const ims_request *request, const char *param,
                               imsi_reporter *reporter, const ims_edition **edition)
{
  const char *name = imsi_request_value(request, param, 0);
  return imsi_reference_edition(model, request->evidence, name, strlen(name), reporter, edition);
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_picture *p)
{
  imsi_transition t = { .model = model, .stops = IMSI_VEC(imsi_stop), .strands = IMSI_VEC(imsi_strand) };
  imsi_vec passages = IMSI_VEC(passage);
  IMS_TRY(imsi_picture_check(p, request, reporter));
  IMS_TRY(take_edition(model, request, "old", reporter, &t.from));
  IMS_TRY(take_edition(model, request, "new", reporter, &t.to));
  t.clauses = imsi_request_value(request, "clauses", 0);
  if (t.clauses)
    IMS_TRY(imsi_clause_list_check(t.clauses, reporter));
  ims_status status = find_passages(&t, &passages);
  if (!status)
    status = fill(&t, &passages, p, reporter);
  imsi_vec_free(&passages);
  imsi_vec_free(&t.stops);
  imsi_vec_free(&t.strands);
  return status;
}

static ims_status draw(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_picture *picture)
{
  return imsi_picture_answer(answer, model, request, sink, picture);
}

const ims_diagram imsi_diagram_transition = {
  .name = "transition",
  .summary = "from an old edition to the new one: what was carried, changed, moved, is new or dropped",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .max_nodes = 90,
  .draw = draw,
};
