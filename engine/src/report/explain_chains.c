/* Chains as rows. */

#include "report/explain_internal.h"

static const imsi_shown *shown_at(const imsi_explain *e, size_t index)
{
  return &IMSI_AT(imsi_shown, &e->explanation.chains, index);
}

/* "all its parts are: chains 3 to 5", with the numbers of the chains that take a union apart. */
static void tell_union(const imsi_explain *e, const imsi_step *step, imsi_strbuf *why)
{
  size_t first = 0, last = 0;
  for (size_t i = 0; i < e->explanation.chains.count; i++)
    if (shown_at(e, i)->united == step->united) {
      first = first ? first : i + 1;
      last = i + 1;
    }
  imsi_strbuf_text(why, "all parts of ");
  imsi_strbuf_text(why, ims_node_name(e->model, step->relation == IMS_CONTAINED ? step->from : step->to));
  imsi_strbuf_text(why, " are contained");
  if (!first)
    return;
  imsi_strbuf_text(why, last > first ? ": chains " : ": chain ");
  imsi_strbuf_number(why, first);
  imsi_strbuf_text(why, last > first ? " to " : "");
  if (last > first)
    imsi_strbuf_number(why, last);
}

static const char *tell_part(const imsi_explain *e, const imsi_step *step)
{
  const bool up = ims_node_parent(e->model, step->from).index == step->to.index;
  if (step->relation == IMS_EQUAL)
    return up ? "what is in the line above is all of it" : "this is all of the line above";
  return up ? "the line above is part of it" : "it is part of the line above";
}

static void add_step(imsi_explain *e, const imsi_step *step, imsi_explain_fact *fact)
{
  imsi_strbuf why = { 0 };
  ims_row row;
  fact->from = &step->from;
  fact->to = &step->to;
  fact->relation = step->relation;
  if (step->kind == IMSI_STEP_ROW) {
    row = ims_relation_at(e->model, step->row);
    fact->row = &row;
  } else if (step->kind == IMSI_STEP_WHOLE) {
    tell_union(e, step, &why);
    fact->why = imsi_strbuf_string(&why);
    fact->status = why.status;
  } else {
    fact->why = tell_part(e, step);
  }
  imsi_explain_add(e, fact);
  imsi_strbuf_free(&why);
}

void imsi_explain_chain(imsi_explain *e, size_t number, ims_node start, const imsi_step *steps, size_t count)
{
  if (e->wide)
    imsi_explain_add(e, &(imsi_explain_fact){ .to = &start, .symbol = "", .way = true });
  ims_relation known = IMS_EQUAL;
  for (size_t i = 0; i < count; i++) {
    known = ims_relation_compose(known, steps[i].relation);
    imsi_explain_fact fact = { .kind = "step", .chain = number, .step = i + 1, .known = &known, .way = true };
    add_step(e, &steps[i], &fact);
  }
}

static void open_chain(imsi_explain *e, size_t index, size_t of_pair)
{
  const imsi_shown *shown = shown_at(e, index);
  imsi_strbuf title = { 0 };
  imsi_strbuf_text(&title, shown->another ? "Independent chain " : "Chain ");
  imsi_strbuf_number(&title, index + 1);
  imsi_strbuf_text(&title, ": ");
  imsi_name_reference(e->model, shown->from, &title);
  imsi_strbuf_text(&title, " ");
  imsi_strbuf_text(&title, ims_relation_symbol(shown->chain.relation));
  imsi_strbuf_text(&title, " ");
  imsi_name_reference(e->model, shown->to, &title);
  if (shown->united == IMS_NO_NODE && !shown->another && of_pair > 1) {
    imsi_strbuf_text(&title, "; together with the others ");
    imsi_strbuf_text(&title, ims_relation_symbol(e->known));
  }
  if (shown->united != IMS_NO_NODE) {
    imsi_strbuf_text(&title, ", a part of ");
    imsi_strbuf_text(&title, ims_node_name(e->model, imsi_closure_union(e->closure, shown->united).clause));
  }
  imsi_explain_section(e, &title);
  imsi_strbuf_free(&title);
}

static void tell_chain(imsi_explain *e, size_t index, size_t of_pair)
{
  const imsi_shown *shown = shown_at(e, index);
  if (e->wide)
    open_chain(e, index, of_pair);
  if (shown->chain.count)
    imsi_explain_chain(e, index + 1, shown->from, &IMSI_AT(imsi_step, &e->explanation.steps, shown->chain.first),
                       shown->chain.count);
}

void imsi_explain_chains(imsi_explain *e)
{
  size_t of_pair = 0;
  for (size_t i = 0; i < e->explanation.chains.count; i++)
    of_pair += shown_at(e, i)->united == IMS_NO_NODE && !shown_at(e, i)->another;
  for (size_t i = 0; i < e->explanation.chains.count; i++)
    tell_chain(e, i, of_pair);
}
