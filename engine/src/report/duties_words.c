/* What is said of a duty: condition, documents, why it is exempt, and how it is known. */

#include "base/try.h"
#include "report/duties_internal.h"

#include <string.h>

enum { CELLS = sizeof(imsi_duty_cells) / sizeof(imsi_strbuf) };

static imsi_strbuf *cell_at(imsi_duty_cells *c, size_t index)
{
  imsi_strbuf *const all[CELLS] = { &c->ref,       &c->condition, &c->documents,  &c->proposed,
                                    &c->exemption, &c->places,    &c->confidence, &c->notes,
                                    &c->source,    &c->duty,      &c->said };
  return all[index];
}

void imsi_duties_free_cells(imsi_duty_cells *c)
{
  for (size_t i = 0; i < CELLS; i++)
    imsi_strbuf_free(cell_at(c, i));
}

/* The demand's own condition stands before that of the duty; one that both have is said once. */
static void say_condition(const imsi_duties_run *run, const ims_duty *duty, imsi_strbuf *text)
{
  const char *demand = ims_node_get(run->held.model, duty->provision).condition;
  const bool differs = strcmp(demand, duty->condition) != 0;
  imsi_strbuf_text(text, demand);
  imsi_strbuf_text(text, *demand && *duty->condition && differs ? "; " : "");
  imsi_strbuf_text(text, differs ? duty->condition : "");
}

static void say_document(const imsi_duties_run *run, const imsi_duty_service *one, imsi_strbuf *text)
{
  const imsi_service *service = &one->service;
  imsi_strbuf_text(text, text->size ? "\n" : "");
  imsi_held_name_entry(run->held.given, service->document, text);
  imsi_strbuf_text(text, service->kind ? " (" : "");
  imsi_strbuf_text(text, ims_field_word(IMS_FIELD_KIND, (int)service->kind));
  imsi_strbuf_text(text, service->kind ? ")" : "");
  imsi_strbuf_text(text, one->met == IMSI_MET_PARTLY ? ", for a part" : "");
}

/* "with the clause", of a duty that is not said to be met by it: its condition is not known to hold. */
static void say_with_clause(const imsi_duties_run *run, const imsi_duty_service *one, imsi_strbuf *text)
{
  say_document(run, one, text);
  imsi_strbuf_text(text, ", with the clause");
}

static void say_soa(const imsi_duties_run *run, const imsi_duty_met *duty, imsi_duty_cells *c)
{
  if (duty->soa.index == IMS_NO_ENTRY)
    return;
  imsi_strbuf_text(&c->documents, "the decisions on controls in the register");
  imsi_add_place(&run->held, &c->places, ims_entry_pos(run->held.given, duty->soa, IMS_FIELD_APPLICABLE));
}

static void say_services(const imsi_duties_run *run, const imsi_duty_met *duty, imsi_duty_cells *c)
{
  say_soa(run, duty, c);
  for (uint32_t i = duty->first; duty->met != IMSI_MET_EXEMPT && i < duty->first + duty->count; i++) {
    const imsi_duty_service *one = imsi_duties_service(run, i);
    const bool aside = duty->met == IMSI_MET_CONDITIONAL && one->met == IMSI_MET_WITH_CLAUSE;
    if (!one->service.confirmed)
      say_document(run, one, &c->proposed);
    else if (aside)
      say_with_clause(run, one, &c->documents);
    else if (one->met == duty->met)
      say_document(run, one, &c->documents);
    else
      continue;
    if (one->service.confirmed || duty->met >= IMSI_MET_CONDITIONAL)
      imsi_add_place(&run->held, &c->places, one->service.pos);
  }
}

static void say_exemption(const imsi_duties_run *run, const imsi_duty_met *duty, imsi_duty_cells *c)
{
  if (duty->exemption.index == IMS_NO_ENTRY)
    return;
  const bool control = ims_entry_kind_of(run->held.given, duty->exemption) == IMS_ENTRY_CONTROL;
  const ims_field field = control ? IMS_FIELD_REASON_OUT : IMS_FIELD_REASON;
  const int word = ims_entry_word(run->held.given, duty->exemption, IMS_FIELD_EXEMPTION);
  imsi_strbuf_text(&c->exemption, ims_field_word(IMS_FIELD_EXEMPTION, control || !word ? IMS_NOT_APPLICABLE : word));
  imsi_strbuf_text(&c->exemption, ": ");
  imsi_strbuf_text(&c->exemption, ims_entry_text(run->held.given, duty->exemption, field));
  imsi_add_place(&run->held, &c->places, ims_entry_pos(run->held.given, duty->exemption, field));
}

static void say_said(const imsi_duties_run *run, const ims_duty *duty, imsi_duty_cells *c)
{
  const ims_node_info info = ims_node_get(run->held.model, duty->provision);
  size_t count;
  const ims_text *notes = ims_node_notes(run->held.model, duty->provision, &count);
  if (info.confidence >= 0)
    imsi_name_share(info.confidence, &c->confidence);
  for (size_t i = 0; i < count; i++)
    imsi_add_line(&c->notes, notes[i].text);
  imsi_name_place(duty->pos, &c->source);
}

/* Not every cell is shown in both forms, so a failure would not come to light by itself. */
ims_status imsi_duties_describe(const imsi_duties_run *run, const imsi_duty_met *duty, imsi_duty_cells *c)
{
  say_condition(run, duty->duty, &c->condition);
  say_services(run, duty, c);
  say_exemption(run, duty, c);
  say_said(run, duty->duty, c);
  for (size_t i = 0; i < CELLS; i++)
    IMS_TRY(cell_at(c, i)->status);
  return IMS_OK;
}
