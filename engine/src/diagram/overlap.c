/* What several standards share, as `overlap` counts it: two as sets, more as bars, and clause by clause as a map. */

#include "base/try.h"
#include "diagram/overlap_internal.h"
#include "diagram/registry.h"
#include "query/clause_list.h"
#include "query/coverage.h"
#include "query/reference.h"

#include <string.h>

static const ims_param params[] = {
  { "edition", "STANDARD", "standards to lay over each other, two at least", true, true, true },
  { "view", "VIEW", "sets, bars (who shares with whom) or clauses (where); default: sets for two, else bars", false,
    false, false },
  { "clauses", "LIST", "only these clauses of each standard and what is below them, such as 4-7,8.2", false, false,
    false },
};

/* ---- shared ---- */

bool imsi_overlap_in(const imsi_overlap_unit *unit, const imsi_overlap_set *set)
{
  return unit->edition == set->edition && unit->control == set->control;
}

void imsi_overlap_name(const imsi_overlap_view *v, const imsi_overlap_set *set, imsi_strbuf *text)
{
  imsi_strbuf_text(text, v->editions[set->edition]->name);
  imsi_strbuf_text(text, set->control ? " controls" : "");
}

void imsi_overlap_names(const imsi_overlap_view *v, imsi_strbuf *text)
{
  for (size_t e = 0; e < v->edition_count; e++) {
    imsi_strbuf_text(text, e == 0 ? "" : e + 1 < v->edition_count ? ", " : " and ");
    imsi_strbuf_text(text, v->editions[e]->name);
  }
}

/* ---- what is counted ---- */

/* Puts those of the clauses asked for to the front and drops the rest. */
static void choose_units(imsi_overlap_view *v)
{
  size_t kept = 0;
  for (size_t i = 0; i < v->units.count; i++) {
    const imsi_overlap_unit unit = IMSI_AT(imsi_overlap_unit, &v->units, i);
    if (imsi_clause_list_has(v->clauses, ims_node_name(v->model, ims_node_clause(v->model, unit.node))))
      IMSI_AT(imsi_overlap_unit, &v->units, kept++) = unit;
  }
  v->units.count = kept;
}

static size_t count_set(const imsi_overlap_view *v, const imsi_overlap_set *set)
{
  size_t count = 0;
  for (size_t i = 0; i < v->units.count; i++)
    count += imsi_overlap_in(&IMSI_AT(imsi_overlap_unit, &v->units, i), set);
  return count;
}

static ims_status find_sets(imsi_overlap_view *v, imsi_reporter *reporter)
{
  for (uint32_t e = 0; e < v->edition_count; e++) {
    const size_t before = v->set_count;
    for (int control = 0; control < 2; control++) {
      imsi_overlap_set set = { e, control, 0 };
      set.total = count_set(v, &set);
      if (set.total)
        v->sets[v->set_count++] = set;
    }
    if (v->set_count > before || v->clauses)
      continue;
    const imsi_region all = { v->editions[e], { IMS_NO_NODE } };
    imsi_report(reporter, IMS_DIAG_NOTHING_BINDS, (ims_pos){ 0 }, v->editions[e]->id,
                imsi_region_nothing(v->model, &all), NULL, NULL);
    return IMS_INVALID;
  }
  if (v->set_count)
    return IMS_OK;
  imsi_report(reporter, IMS_DIAG_NO_SUCH_CLAUSES, (ims_pos){ 0 }, v->clauses, NULL, NULL, NULL);
  return IMS_NOT_FOUND;
}

/* ---- the request ---- */

typedef ims_status draw_view(const imsi_overlap_view *v, ims_picture *p, imsi_reporter *reporter);

static ims_status take_view(const imsi_overlap_view *v, const char *name, imsi_reporter *reporter, draw_view **view)
{
  static const struct {
    const char *name;
    draw_view *draw;
  } views[] = { { "sets", imsi_overlap_draw_sets },
                { "bars", imsi_overlap_draw_bars },
                { "clauses", imsi_overlap_draw_clauses } };
  *view = v->edition_count == 2 ? imsi_overlap_draw_sets : imsi_overlap_draw_bars;
  if (!name)
    return IMS_OK;
  for (size_t i = 0; i < sizeof views / sizeof *views; i++)
    if (strcmp(views[i].name, name) == 0) {
      *view = views[i].draw;
      return *view == imsi_overlap_draw_sets && v->edition_count != 2
                 ? imsi_picture_bad(reporter, "sets can be drawn of two standards only; ask for bars")
                 : IMS_OK;
    }
  return imsi_picture_bad(reporter, "the view is 'sets', 'bars' or 'clauses'");
}

static ims_status take_request(imsi_overlap_view *v, const ims_request *request, imsi_reporter *reporter)
{
  const char *name;
  for (size_t i = 0; (name = imsi_request_value(request, "edition", i)); i++) {
    const ims_edition *edition;
    IMS_TRY(imsi_reference_edition(v->model, request->evidence, name, strlen(name), reporter, &edition));
    IMS_TRY(imsi_picture_add_edition(v->editions, IMSI_OVERLAP_EDITIONS, edition, &v->edition_count, reporter));
  }
  v->clauses = imsi_request_value(request, "clauses", 0);
  if (v->clauses)
    IMS_TRY(imsi_clause_list_check(v->clauses, reporter));
  if (v->edition_count > 1)
    return IMS_OK;
  imsi_report(reporter, IMS_DIAG_MISSING_ARGUMENT, (ims_pos){ 0 }, imsi_diagram_overlap.name, params[0].summary, NULL,
              NULL);
  return IMS_INVALID;
}

static ims_status fill(imsi_overlap_view *v, draw_view *view, ims_picture *p, imsi_reporter *reporter)
{
  IMS_TRY(imsi_overlap_units(v->model, v->closure, v->editions, v->edition_count, &v->units));
  choose_units(v);
  IMS_TRY(find_sets(v, reporter));
  for (size_t e = 0; e < v->edition_count; e++)
    imsi_picture_edition(p, v->editions[e]);
  IMS_TRY(view(v, p, reporter));
  if (v->clauses) {
    imsi_strbuf *text = imsi_picture_words(p);
    imsi_strbuf_text(text, "Only of the clauses ");
    imsi_strbuf_text(text, v->clauses);
    imsi_strbuf_text(text, " of each standard.");
    imsi_picture_note(p, imsi_picture_string(p, text));
  }
  imsi_picture_note(p,
                    "A count is of a standard's own provisions, so the sides differ: one demand may meet two. Shared: "
                    "another standard asks some of the same for certain, perhaps not all of it. Correlation is not "
                    "conformity.");
  return IMS_OK;
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_picture *p)
{
  imsi_overlap_view v = { .model = model, .units = IMSI_VEC(imsi_overlap_unit) };
  draw_view *view;
  IMS_TRY(imsi_picture_check(p, request, reporter));
  IMS_TRY(take_request(&v, request, reporter));
  IMS_TRY(take_view(&v, imsi_request_value(request, "view", 0), reporter, &view));
  IMS_TRY(imsi_report_close(model, reporter, &v.closure));
  const ims_status status = fill(&v, view, p, reporter);
  imsi_closure_free(v.closure);
  imsi_vec_free(&v.units);
  return status;
}

static ims_status draw(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_picture *picture)
{
  return imsi_picture_answer(answer, model, request, sink, picture);
}

const ims_diagram imsi_diagram_overlap = {
  .name = "overlap",
  .summary = "what standards share: two as sets, more as bars, or clause by clause",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .max_nodes = 240,
  .draw = draw,
};
