/* The chains that `explain` tells: side by side, each from the one thing down to the other. */

#include "base/try.h"
#include "diagram/path_internal.h"
#include "diagram/registry.h"
#include "query/certainty.h"
#include "query/reference.h"

static const ims_param params[] = {
  { "a", "A", "a clause (27001/A.5.19), a provision or item (9001/9.3.2#d), a term (20000-1/term:incident)", true, true,
    false },
  { "b", "B", "what it is held against", true, true, false },
  { "all", NULL, "also chains that are independent: each shares no row with those before it", false, false, false },
};

static bool binds(const imsi_path *w, ims_node node)
{
  return ims_force_binds(ims_node_force(w->model, node));
}

/* ---- which chains ---- */

/* Nothing follows, but a way may be there: it shows where knowledge is lost. */
static ims_status find_nearest(imsi_path *w)
{
  const ims_status status = imsi_chain_nearest(w->model, w->closure, w->a, w->b, &w->explanation.steps);
  if (status == IMS_NOT_FOUND || !w->explanation.steps.count)
    return status == IMS_NOT_FOUND ? IMS_OK : status;
  IMS_TRY(status);
  w->lost = true;
  const imsi_shown shown = { { 0, w->explanation.steps.count, IMS_UNKNOWN }, w->a, w->b, IMS_NO_NODE, false };
  return imsi_vec_push(&w->explanation.chains, &shown);
}

static ims_status find_chains(imsi_path *w)
{
  w->known = imsi_closure_relation(w->closure, w->a, w->b);
  if (binds(w, w->a) != binds(w, w->b) || ims_node_empty(w->model, w->a) || ims_node_empty(w->model, w->b))
    return IMS_OK;
  if (w->known == IMS_UNKNOWN)
    return find_nearest(w);
  return imsi_explanation_of(w->model, w->closure, w->a, w->b, w->known, w->all, &w->explanation);
}

static size_t nodes_of(const imsi_path *w, size_t chains)
{
  size_t nodes = chains ? 0 : 2;
  for (size_t i = 0; i < chains; i++)
    nodes += IMSI_AT(imsi_shown, &w->explanation.chains, i).chain.count + 1;
  return nodes;
}

/* As many chains from the front as there is room for, one at least. */
static ims_status fold(imsi_path *w, ims_picture *p, imsi_reporter *reporter)
{
  const size_t all = w->explanation.chains.count;
  w->shown = all;
  while (w->shown > 1 && nodes_of(w, w->shown) > p->max_nodes)
    w->shown--;
  if (nodes_of(w, w->shown) > p->max_nodes)
    return imsi_picture_too_many(p, nodes_of(w, w->shown), reporter);
  if (w->shown == all)
    return IMS_OK;
  imsi_strbuf *text = imsi_picture_words(p);
  imsi_strbuf_text(text, "Folded: ");
  imsi_strbuf_number(text, all - w->shown);
  imsi_strbuf_text(text, " more chains belong to it and are left out; explain tells them.");
  imsi_picture_note(p, imsi_picture_string(p, text));
  return IMS_OK;
}

/* ---- words ---- */

static bool is_mixed(const imsi_path *w)
{
  return binds(w, w->a) != binds(w, w->b);
}

bool imsi_path_guidance(const imsi_path *w, ims_row *row)
{
  for (size_t i = 0; is_mixed(w) && i < ims_guidance_count(w->model); i++) {
    *row = ims_guidance_at(w->model, i);
    const ims_node giver = binds(w, w->a) ? w->b : w->a, taker = binds(w, w->a) ? w->a : w->b;
    if (ims_node_is_in(w->model, row->source, giver) && ims_node_is_in(w->model, row->target, taker))
      return true;
  }
  return false;
}

/* "%1 is contained in %2", beginning as a title does. */
static void add_statement(const imsi_path *w, ims_picture *p, imsi_strbuf *text)
{
  ims_row row;
  imsi_strbuf a = { 0 }, b = { 0 };
  const bool guided = imsi_path_guidance(w, &row);
  imsi_name_reference(w->model, guided && binds(w, w->a) ? w->b : w->a, &a);
  imsi_name_reference(w->model, guided && binds(w, w->a) ? w->a : w->b, &b);
  const char *statement = guided        ? "%1 is guidance that explains %2"
                          : is_mixed(w) ? "%1 and %2 are never related"
                                        : imsi_certainty_statement(w->known);
  imsi_strbuf_fill(text, statement,
                   (const char *const[4]){ imsi_picture_string(p, &a), imsi_picture_string(p, &b), NULL, NULL });
  if (text->size && *statement != '%') /* a reference keeps its letters */
    *text->data = (char)(*text->data - 'a' + 'A');
  imsi_strbuf_free(&a);
  imsi_strbuf_free(&b);
}

static void tell_special(const imsi_path *w, ims_picture *p)
{
  if (is_mixed(w))
    imsi_picture_note(p,
                      "One of the two is guidance or permission, the other a demand: they are never related. Guidance "
                      "may explain a demand; it binds nobody and is in no count.");
  else if (ims_node_empty(w->model, w->a) || ims_node_empty(w->model, w->b))
    imsi_picture_note(p, "One of the two demands nothing, so it is related to nothing.");
  else if (w->lost)
    imsi_picture_note(
        p, "Each step overlaps for certain, and still nothing follows for the two ends: what the steps share "
           "need not be the same.");
  else if (w->known == IMS_UNKNOWN)
    imsi_picture_note(p, "No row and no hierarchy connects the two.");
}

/* True if the chains of the pair itself are more than one, not counting those that could stand alone. */
static bool needs_several(const imsi_path *w)
{
  size_t count = 0;
  for (size_t i = 0; i < w->explanation.chains.count; i++) {
    const imsi_shown *shown = &IMSI_AT(imsi_shown, &w->explanation.chains, i);
    count += shown->united == IMS_NO_NODE && !shown->another;
  }
  return count > 1;
}

static void tell(const imsi_path *w, ims_picture *p)
{
  imsi_strbuf *text = imsi_picture_words(p);
  add_statement(w, p, text);
  imsi_picture_title(p, imsi_picture_string(p, text));
  text = imsi_picture_words(p);
  if (w->known) {
    imsi_strbuf_text(text, "Certainty: ");
    imsi_strbuf_text(text, imsi_certainty_name(imsi_certainty_of(w->model, w->a, w->b, w->known)));
    imsi_strbuf_text(text, ".");
  }
  if (w->explanation.chains.count && !w->lost) {
    imsi_strbuf_text(text, text->size ? " Chains that show it: " : "Chains that show it: ");
    imsi_strbuf_number(text, w->explanation.chains.count);
    imsi_strbuf_text(text, ".");
  }
  if (!is_mixed(w)) {
    imsi_picture_describe(p, imsi_picture_string(p, text));
    imsi_picture_note(p, imsi_picture_string(p, text));
  }
  imsi_picture_edition(p, ims_node_edition(w->model, w->a));
  imsi_picture_edition(p, ims_node_edition(w->model, w->b));
  tell_special(w, p);
  if (needs_several(w))
    imsi_picture_note(p, "Only together do the chains that lead from one end to the other show it.");
  if (w->explanation.chains.count)
    imsi_picture_note(p,
                      "A symbol between two boxes says how the upper one stands to the lower one: = the same; < "
                      "contained in it; > contains it; x they share some and each has more; 0 nothing in common; <=, "
                      ">=, ~ overlap for certain; ? whether they share anything is open.");
}

/* ---- the request ---- */

static ims_status fill(imsi_path *w, ims_picture *p, imsi_reporter *reporter)
{
  IMS_TRY(find_chains(w));
  IMS_TRY(fold(w, p, reporter));
  imsi_path_place(w, p);
  tell(w, p);
  return IMS_OK;
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_picture *p)
{
  imsi_path w = { .model = model, .all = imsi_request_has(request, "all"), .explanation = IMSI_EXPLANATION };
  IMS_TRY(imsi_picture_check(p, request, reporter));
  IMS_TRY(imsi_reference_node(model, request->evidence, imsi_request_value(request, "a", 0), reporter, &w.a));
  IMS_TRY(imsi_reference_node(model, request->evidence, imsi_request_value(request, "b", 0), reporter, &w.b));
  if (w.a.index == w.b.index)
    return imsi_picture_bad(reporter, "both names mean one and the same thing: no chain is needed");
  IMS_TRY(imsi_report_close(model, reporter, &w.closure));
  const ims_status status = fill(&w, p, reporter);
  imsi_explanation_free(&w.explanation);
  imsi_closure_free(w.closure);
  return status;
}

static ims_status draw(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_picture *picture)
{
  return imsi_picture_answer(answer, model, request, sink, picture);
}

const ims_diagram imsi_diagram_path = {
  .name = "path",
  .summary = "why two clauses are related: the chains of rows from one to the other",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .max_nodes = 90,
  .draw = draw,
};
