/* What is said of a line of the statement: how its documents stand, and what others ask near a control left out. */

#include "base/try.h"
#include "query/words.h"
#include "report/soa_internal.h"

#include <string.h>

void imsi_soa_cells_free(imsi_soa_cells *cells)
{
  imsi_strbuf_free(&cells->documents);
  imsi_strbuf_free(&cells->nearby);
}

static void begin_line(imsi_strbuf *text)
{
  imsi_strbuf_text(text, text->size ? "\n" : "");
}

/* ---- documents ---- */

/* By its id, else by its title. */
static ims_entry find_document(const imsi_held *held, const char *name)
{
  const ims_entry found = ims_register_find(held->given, IMS_ENTRY_DOCUMENT, name);
  for (size_t i = 0; found.index == IMS_NO_ENTRY && i < ims_register_count(held->given, IMS_ENTRY_DOCUMENT); i++) {
    const ims_entry document = ims_register_entry(held->given, IMS_ENTRY_DOCUMENT, i);
    if (strcmp(ims_entry_text(held->given, document, IMS_FIELD_TITLE), name) == 0)
      return document;
  }
  return found;
}

/* How a document stands on the day. */
static const char *standing_of(const imsi_held *held, ims_entry document)
{
  const ims_day review = ims_entry_day(held->given, document, IMS_FIELD_NEXT_REVIEW);
  switch (ims_entry_word(held->given, document, IMS_FIELD_STATUS)) {
  case IMS_DRAFT:
    return "draft";
  case IMS_OBSOLETE:
    return "withdrawn";
  default:
    return review && held->day && review < held->day ? "review overdue" : "valid";
  }
}

/* True if one of the supports is the document. */
static bool is_among(const imsi_vec *supports, ims_entry document)
{
  for (size_t i = 0; i < supports->count; i++)
    if (IMSI_AT(imsi_support, supports, i).document.index == document.index)
      return true;
  return false;
}

/* A valid document may count for nothing all the same: it is meant for others, or not yet there on the day. */
static void name_doubt(const imsi_held *held, const imsi_soa_line *line, ims_entry document, imsi_strbuf *text)
{
  const ims_systems named = ims_entry_systems(held->given, document);
  imsi_strbuf_text(text, ", does not count");
  if (!ims_entry_names_systems(held->given, document) || named >> line->system & 1)
    return;
  imsi_strbuf_text(text, ": it does not name ");
  imsi_strbuf_text(text, held->systems[line->system].id);
}

static void name_document(const imsi_held *held, const imsi_soa_line *line, const char *name, const imsi_vec *supports,
                          imsi_strbuf *text)
{
  const ims_entry document = find_document(held, name);
  begin_line(text);
  if (document.index == IMS_NO_ENTRY) {
    imsi_strbuf_text(text, name);
    imsi_strbuf_text(text, ": not in the register");
    return;
  }
  imsi_held_name_entry(held->given, document, text);
  imsi_strbuf_text(text, ": ");
  imsi_strbuf_text(text, standing_of(held, document));
  if (line->control.index != IMS_NO_NODE && line->decision == IMSI_INCLUDED && !is_among(supports, document))
    name_doubt(held, line, document, text);
  imsi_held_name_place(held, ims_entry_pos(held->given, document, IMS_FIELD_ID), text);
}

/* True if the line of the statement names the document. */
static bool is_named(const imsi_held *held, ims_entry line, ims_entry document)
{
  size_t count = 0;
  const char *const *names =
      line.index == IMS_NO_ENTRY ? NULL : ims_entry_list(held->given, line, IMS_FIELD_DOCUMENTS, &count);
  for (size_t i = 0; i < count; i++)
    if (find_document(held, names[i]).index == document.index)
      return true;
  return false;
}

/* Documents that are claimed for the control and not named in its line, each once. */
static void name_claimed(const imsi_held *held, const imsi_soa_line *line, const imsi_vec *supports, imsi_strbuf *text)
{
  for (size_t i = 0; i < supports->count; i++) {
    const imsi_support *support = &IMSI_AT(const imsi_support, supports, i);
    bool known = is_named(held, line->entry, support->document);
    for (size_t k = 0; !known && k < i; k++)
      known = IMSI_AT(const imsi_support, supports, k).document.index == support->document.index;
    if (known)
      continue;
    begin_line(text);
    imsi_held_name_entry(held->given, support->document, text);
    imsi_strbuf_text(text, ": ");
    imsi_strbuf_text(text, standing_of(held, support->document));
    imsi_strbuf_text(text, ", by its own line");
    imsi_held_name_place(held, support->pos, text);
  }
}

/* Appends what counts for the demands of the control (of imsi_support). */
static ims_status collect(const imsi_held *held, const imsi_soa_line *line, imsi_vec *supports)
{
  imsi_vec demands = IMSI_VEC(ims_node);
  ims_status status =
      line->control.index == IMS_NO_NODE ? IMS_OK : imsi_evidence_demands(held->evidence, line->system, &demands);
  for (size_t i = 0; !status && i < demands.count; i++)
    if (ims_node_is_in(held->model, IMSI_AT(ims_node, &demands, i), line->control))
      status = imsi_evidence_supports(held->evidence, line->system, IMSI_AT(ims_node, &demands, i), supports);
  imsi_vec_free(&demands);
  return status;
}

static ims_status name_documents(const imsi_held *held, const imsi_soa_line *line, imsi_strbuf *text)
{
  size_t count = 0;
  imsi_vec supports = IMSI_VEC(imsi_support);
  const char *const *names =
      line->entry.index == IMS_NO_ENTRY ? NULL : ims_entry_list(held->given, line->entry, IMS_FIELD_DOCUMENTS, &count);
  const ims_status status = collect(held, line, &supports);
  for (size_t i = 0; !status && i < count; i++)
    name_document(held, line, names[i], &supports, text);
  if (!status)
    name_claimed(held, line, &supports, text);
  imsi_vec_free(&supports);
  return status;
}

/* ---- what others ask near it ---- */

/* True if all that a clause asks of a system is left out, and that is accepted. */
static ims_status is_left_out(const imsi_held *held, const ims_system *system, ims_node clause, bool *out)
{
  imsi_vec demands = IMSI_VEC(ims_node);
  size_t seen = 0, left_out = 0;
  ims_status status = imsi_evidence_demands(held->evidence, system->index, &demands);
  for (size_t i = 0; !status && i < demands.count; i++) {
    const ims_node demand = IMSI_AT(ims_node, &demands, i);
    imsi_shown shown;
    if (!ims_node_is_in(held->model, demand, clause))
      continue;
    status = imsi_evidence_show(held->evidence, system->index, demand, &shown);
    seen++;
    left_out += !status && (shown.state == IMSI_STATE_NOT_APPLICABLE || shown.state == IMSI_STATE_NO_OCCURRENCE);
  }
  imsi_vec_free(&demands);
  *out = seen && left_out == seen;
  return status;
}

static ims_status name_pair(const imsi_held *held, const ims_system *other, const imsi_pair *pair, imsi_strbuf *text)
{
  imsi_words words = IMSI_WORDS;
  bool out;
  IMS_TRY(is_left_out(held, other, pair->target, &out));
  const ims_status status = imsi_words_of(held->model, held->closure, pair, false, false, &words);
  if (!status) {
    begin_line(text);
    imsi_strbuf_text(text, other->id);
    imsi_strbuf_text(text, ": ");
    imsi_name_reference(held->model, pair->target, text);
    imsi_strbuf_text(text, " ");
    imsi_name_title(held->model, pair->target, text);
    imsi_strbuf_text(text, " (");
    imsi_strbuf_text(text, ims_relation_symbol(pair->relation));
    imsi_strbuf_text(text, out ? "; left out there)" : ")");
    imsi_name_texts(text, "both:", &words.common);
  }
  imsi_words_free(&words);
  return status;
}

/* The clauses of the other systems that overlap the control for certain. */
static ims_status name_nearby(const imsi_held *held, const imsi_soa_line *line, imsi_strbuf *text)
{
  imsi_vec pairs = IMSI_VEC(imsi_pair);
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < held->system_count; i++) {
    if (held->systems[i].edition == held->systems[line->system].edition)
      continue;
    pairs.count = 0;
    status =
        imsi_correlation_of(held->model, held->closure, line->control, held->systems[i].edition, IMS_CLAUSE, &pairs);
    for (size_t k = 0; !status && k < pairs.count; k++)
      status = name_pair(held, &held->systems[i], &IMSI_AT(imsi_pair, &pairs, k), text);
  }
  imsi_vec_free(&pairs);
  return status;
}

ims_status imsi_soa_describe(const imsi_soa *s, const imsi_soa_line *line, imsi_soa_cells *cells)
{
  IMS_TRY(name_documents(&s->held, line, &cells->documents));
  if (line->decision != IMSI_LEFT_OUT || line->control.index == IMS_NO_NODE)
    return IMS_OK;
  return name_nearby(&s->held, line, &cells->nearby);
}
