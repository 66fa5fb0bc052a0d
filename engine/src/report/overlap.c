/* What several standards share: what all ask, what some ask, what is own to each. */

#include "base/diag.h"
#include "base/try.h"
#include "query/coverage.h"
#include "query/reference.h"
#include "report/overlap_internal.h"
#include "report/registry.h"

#include <string.h>

static const ims_param params[] = {
  { "edition", "STANDARD", "standards to lay over each other, two at least", true, true, true },
};

static const ims_columns *const long_forms[] = { &imsi_overlap_long_form };

/* ---- what is laid over each other ---- */

static ims_status take_edition(imsi_overlap_run *o, const ims_request *request, const char *name,
                               imsi_reporter *reporter)
{
  const ims_edition *edition;
  IMS_TRY(imsi_reference_edition(o->model, request->evidence, name, strlen(name), reporter, &edition));
  const ims_pos nowhere = { NULL, 0, 0, NULL };
  for (size_t i = 0; i < o->edition_count; i++)
    if (o->editions[i] == edition) {
      imsi_report(reporter, IMS_DIAG_SAME_EDITION, nowhere, edition->id, NULL, NULL, NULL);
      return IMS_INVALID;
    }
  if (o->edition_count == IMSI_OVERLAP_EDITIONS) {
    imsi_report(reporter, IMS_DIAG_BAD_OPTION, nowhere, "too many standards: 16 at most", NULL, NULL, NULL);
    return IMS_INVALID;
  }
  o->editions[o->edition_count++] = edition;
  return IMS_OK;
}

static ims_status take_editions(imsi_overlap_run *o, const ims_request *request, imsi_reporter *reporter)
{
  IMS_TRY(imsi_request_check(&imsi_report_overlap, request, reporter));
  const char *name;
  for (size_t i = 0; (name = imsi_request_value(request, "edition", i)); i++)
    IMS_TRY(take_edition(o, request, name, reporter));
  if (o->edition_count > 1)
    return IMS_OK;
  imsi_report(reporter, IMS_DIAG_MISSING_ARGUMENT, (ims_pos){ NULL, 0, 0, NULL }, imsi_report_overlap.name,
              params[0].summary, NULL, NULL);
  return IMS_INVALID;
}

static size_t count_units(const imsi_overlap_run *o, uint32_t edition, bool control)
{
  size_t count = 0;
  for (size_t i = 0; i < o->units.count; i++) {
    const imsi_overlap_unit *unit = &IMSI_AT(imsi_overlap_unit, &o->units, i);
    count += unit->edition == edition && unit->control == control;
  }
  return count;
}

static ims_status find_columns(imsi_overlap_run *o, imsi_reporter *reporter)
{
  for (uint32_t e = 0; e < o->edition_count; e++) {
    const size_t before = o->column_count;
    for (int control = 0; control < 2; control++)
      if (count_units(o, e, control))
        o->columns[o->column_count++] = (imsi_overlap_column){ e, control };
    if (o->column_count > before)
      continue;
    const imsi_region all = { o->editions[e], { IMS_NO_NODE } };
    imsi_report(reporter, IMS_DIAG_NOTHING_BINDS, (ims_pos){ NULL, 0, 0, NULL }, o->editions[e]->id,
                imsi_region_nothing(o->model, &all), NULL, NULL);
    return IMS_INVALID;
  }
  return IMS_OK;
}

/* ---- lines ---- */

static bool at_home(const imsi_overlap_run *o, const imsi_overlap_unit *unit, ims_node hub)
{
  (void)o;
  return unit->home.index == hub.index;
}

static bool outside_in(const imsi_overlap_run *o, const imsi_overlap_unit *unit, ims_node part)
{
  return unit->home.index == IMS_NO_NODE && imsi_overlap_part(o->model, unit).index == part.index;
}

static bool any(const imsi_overlap_run *o, const imsi_overlap_unit *unit, ims_node about)
{
  (void)o, (void)unit, (void)about;
  return true;
}

static const ims_edition *hub_of(const imsi_overlap_run *o)
{
  for (size_t i = 0; i < o->units.count; i++) {
    const ims_node home = IMSI_AT(imsi_overlap_unit, &o->units, i).home;
    if (home.index != IMS_NO_NODE)
      return ims_node_edition(o->model, home);
  }
  return NULL;
}

static ims_status add_titled(imsi_overlap_run *o, const char *part, const char *name, ims_node clause,
                             imsi_overlap_choice *choice)
{
  imsi_strbuf title = { 0 };
  imsi_name_title(o->model, clause, &title);
  const imsi_overlap_line line = { part, name, imsi_strbuf_string(&title), false };
  const ims_status status = title.status ? title.status : imsi_overlap_add(o, &line, &o->units, choice, clause);
  imsi_strbuf_free(&title);
  return status;
}

static ims_status add_hub(imsi_overlap_run *o)
{
  const ims_edition *hub = hub_of(o);
  if (!hub)
    return IMS_OK;
  imsi_overlap_section(o, "Nearest to a clause of the common structure");
  for (uint32_t i = 0; i < hub->count; i++) {
    const ims_node node = { hub->first.index + i };
    if (ims_node_kind_of(o->model, node) == IMS_CLAUSE)
      IMS_TRY(add_titled(o, "common", ims_node_name(o->model, node), node, at_home));
  }
  return IMS_OK;
}

static ims_status add_outside(imsi_overlap_run *o)
{
  bool begun = false;
  ims_node last = { IMS_NO_NODE };
  ims_status status = IMS_OK;
  imsi_strbuf name = { 0 };
  for (size_t i = 0; !status && i < o->units.count; i++) {
    const imsi_overlap_unit *unit = &IMSI_AT(imsi_overlap_unit, &o->units, i);
    if (unit->home.index != IMS_NO_NODE)
      continue;
    const ims_node part = imsi_overlap_part(o->model, unit);
    if (part.index == last.index)
      continue;
    if (!begun)
      imsi_overlap_section(o, "Outside the common structure");
    begun = true;
    last = part;
    imsi_strbuf_clear(&name);
    imsi_name_reference(o->model, part, &name);
    status = name.status ? name.status : add_titled(o, "outside", imsi_strbuf_string(&name), part, outside_in);
  }
  imsi_strbuf_free(&name);
  return status;
}

static ims_status add_totals(imsi_overlap_run *o)
{
  const ims_node nothing = { IMS_NO_NODE };
  const imsi_overlap_line provisions = { "all", NULL, "Provisions", true };
  const imsi_overlap_line clauses = { "all", NULL, "Clauses, by what their provisions share", true };
  imsi_overlap_section(o, "In all");
  IMS_TRY(imsi_overlap_add(o, &provisions, &o->units, any, nothing));
  return imsi_overlap_add(o, &clauses, &o->clauses, any, nothing);
}

static void add_captions(imsi_overlap_run *o)
{
  for (size_t i = 0; i < o->edition_count; i++) {
    imsi_strbuf_clear(&o->text);
    imsi_name_edition(o->editions[i], &o->text);
    imsi_table_caption_text(o->table, &o->text);
  }
}

static void add_notes(const imsi_overlap_run *o)
{
  if (o->wide)
    imsi_table_note(o->table,
                    o->edition_count == 2
                        ? "shared: the other asks some of the same for certain; own: looked for there, not "
                          "found; open: nobody has looked."
                        : "all: each of the others asks some of the same for certain; a number: that standard "
                          "does, in the rest it was looked for and not found; own: looked for in all the "
                          "others, not found; open: nobody has looked.");
  imsi_table_note(o->table,
                  "A count is of a standard's own provisions, so the sides of a line differ: one demand may meet two. "
                  "Each is counted once, at the clause of the common structure that it is nearest to.");
  imsi_table_note(o->table,
                  "Joint set: what is left when a provision that another standard asks in full is left out; a "
                  "control never stands for a requirement.");
  imsi_table_note(o->table,
                  "as-is: serves unchanged; extend: once it names what is the other standard's own; separate: "
                  "keep apart. A shared record serves only if it names the criteria and scope of each "
                  "system; own: each needs one.");
  imsi_table_note(o->table, "Shares depend on how a standard is split into provisions.");
  imsi_table_note(o->table,
                  "Correlation is not conformity: a related clause shows where to look, not that a demand is met.");
}

static ims_status fill(imsi_overlap_run *o, imsi_reporter *reporter)
{
  IMS_TRY(imsi_overlap_units(o->model, o->closure, o->editions, o->edition_count, &o->units));
  IMS_TRY(imsi_overlap_clauses(o->model, &o->units, &o->clauses));
  IMS_TRY(find_columns(o, reporter));
  IMS_TRY(imsi_overlap_begin(o));
  add_captions(o);
  imsi_overlap_joint(o);
  IMS_TRY(add_hub(o));
  IMS_TRY(add_outside(o));
  IMS_TRY(add_totals(o));
  IMS_TRY(imsi_overlap_reuse(o));
  add_notes(o);
  return IMS_OK;
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  imsi_overlap_run o = { .model = model,
                         .units = IMSI_VEC(imsi_overlap_unit),
                         .clauses = IMSI_VEC(imsi_overlap_unit),
                         .wide = request->form == IMS_FORM_WIDE && request->words != IMS_WORDS_COLUMNS };
  IMS_TRY(take_editions(&o, request, reporter));
  IMS_TRY(imsi_report_close(model, reporter, &o.closure));
  const ims_status status = fill(&o, reporter);
  imsi_closure_free(o.closure);
  imsi_vec_free(&o.units);
  imsi_vec_free(&o.clauses);
  imsi_strbuf_free(&o.text);
  if (status) {
    imsi_table_drop(o.table);
    return status;
  }
  return imsi_table_end(o.table, table);
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_overlap = {
  .name = "overlap",
  .summary = "what all of several standards ask, what some ask, what is own to each",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .run = run,
};
