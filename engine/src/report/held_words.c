/* Reports on a register: what it says of a demand, in words. */

#include "base/try.h"
#include "query/claim_doubts.h"
#include "query/condition.h"
#include "report/held_internal.h"

#include <string.h>

static void begin_line(imsi_strbuf *text)
{
  imsi_strbuf_text(text, text->size ? "\n" : "");
}

/* What a cell does not name, after `label`. */
static void name_rest(const imsi_held *held, const char *label, size_t count, imsi_strbuf *text)
{
  if (count <= held->most)
    return;
  begin_line(text);
  imsi_strbuf_text(text, label);
  imsi_strbuf_text(text, "and ");
  imsi_strbuf_number(text, count - held->most);
  imsi_strbuf_text(text, " more, which the long form names");
}

/* ---- what counts ---- */

static bool is_same_place(ims_pos a, ims_pos b)
{
  return a.line == b.line && a.column == b.column && strcmp(a.file, b.file) == 0 &&
         strcmp(a.sheet ? a.sheet : "", b.sheet ? b.sheet : "") == 0;
}

/* True if the support is by an item of its demand. */
static bool is_on_item(const imsi_held *held, const imsi_support *support)
{
  return support->claim != IMS_NO_ENTRY &&
         ims_node_kind_of(held->model, ims_claim_at(held->given, support->claim)->node) == IMS_ITEM;
}

/* Items of one demand that a cell names for one document are told together. */
static bool is_told_with(const imsi_held *held, const imsi_support *first, const imsi_support *other)
{
  return first->document.index == other->document.index && is_on_item(held, first) && is_on_item(held, other) &&
         is_same_place(first->pos, other->pos);
}

/* True if the Statement of Applicability names a document for what a claim of its own is for: told with that. */
static bool is_named_too(const imsi_held *held, const imsi_support *claimed, const imsi_support *other)
{
  return other->claim == IMS_NO_ENTRY && claimed->claim != IMS_NO_ENTRY && claimed->whole == other->whole &&
         claimed->document.index == other->document.index && !is_on_item(held, claimed);
}

/* The first support that is only named: they stand behind those that are claimed. */
static size_t first_named(const imsi_vec *supports)
{
  size_t first = supports->count;
  while (first && IMSI_AT(const imsi_support, supports, first - 1).claim == IMS_NO_ENTRY)
    first--;
  return first;
}

static bool is_told(const imsi_held *held, const imsi_vec *supports, size_t index)
{
  const imsi_support *support = &IMSI_AT(const imsi_support, supports, index);
  if (support->claim != IMS_NO_ENTRY && !is_on_item(held, support))
    return false;
  for (size_t i = 0; i < index; i++) {
    const imsi_support *other = &IMSI_AT(const imsi_support, supports, i);
    if (is_named_too(held, other, support) || is_told_with(held, other, support))
      return true;
  }
  return false;
}

static void name_part(const imsi_held *held, const imsi_vec *supports, size_t index, imsi_strbuf *text)
{
  const imsi_support *support = &IMSI_AT(const imsi_support, supports, index);
  if (!is_on_item(held, support)) {
    imsi_strbuf_text(text, ", for a part");
    return;
  }
  for (size_t i = index; i < supports->count; i++) {
    const imsi_support *other = &IMSI_AT(const imsi_support, supports, i);
    if (i != index && !is_told_with(held, support, other))
      continue;
    imsi_strbuf_text(text, i == index ? ", for " : ", ");
    imsi_strbuf_text(text, ims_node_name(held->model, ims_claim_at(held->given, other->claim)->node));
  }
}

/* A record from before the period of its system or of one that has ended, and a document that somebody should have
 * looked at by now, count. */
static void name_age(const imsi_held *held, uint32_t system, const imsi_support *support, imsi_strbuf *text)
{
  const ims_entry entry = held->systems[system].entry;
  const ims_day from = ims_entry_day(held->given, support->document, IMS_FIELD_FROM);
  const ims_day to = ims_entry_day(held->given, support->document, IMS_FIELD_TO), last = to ? to : from;
  const ims_day start = entry.index == IMS_NO_ENTRY ? 0 : ims_entry_day(held->given, entry, IMS_FIELD_FROM);
  const ims_day review = ims_entry_day(held->given, support->document, IMS_FIELD_NEXT_REVIEW);
  const ims_day ended = imsi_held_ended(held, system);
  if (held->day && support->kind == IMS_IS_RECORD && last && last < start) {
    imsi_strbuf_text(text, ", of ");
    imsi_held_name_day(last, text);
    imsi_strbuf_text(text, ", before the period");
  } else if (support->kind == IMS_IS_RECORD && last && last <= ended) {
    imsi_strbuf_text(text, ", of ");
    imsi_held_name_day(last, text);
    imsi_strbuf_text(text, ", in the period that ended");
  } else if (review && review < held->day && support->kind != IMS_IS_RECORD) {
    imsi_strbuf_text(text, ", review overdue since ");
    imsi_held_name_day(review, text);
  }
}

/* A document that the SoA names is claimed by nobody. */
static void name_doubted(const imsi_held *held, uint32_t system, const imsi_support *support, imsi_strbuf *text)
{
  const char *separator = ", doubted by ";
  size_t i = support->claim == IMS_NO_ENTRY ? SIZE_MAX : imsi_held_doubts_of(held, support->claim);
  while (i != SIZE_MAX && (i = imsi_held_next_doubt(held, support->claim, system, i)) != SIZE_MAX) {
    imsi_strbuf_text(text, separator);
    imsi_strbuf_text(text, IMSI_AT(const imsi_claim_doubt, &held->doubted, i++).check->id);
    separator = " and ";
  }
}

/* The places of a document where it is claimed, and where it is named. */
static void name_support_place(const imsi_held *held, const imsi_vec *supports, const imsi_support *support,
                               imsi_strbuf *text)
{
  imsi_strbuf_text(text, " (");
  imsi_held_place(held, support->pos, text);
  for (size_t i = first_named(supports); i < supports->count; i++) {
    const imsi_support *other = &IMSI_AT(const imsi_support, supports, i);
    if (!is_named_too(held, support, other))
      continue;
    imsi_strbuf_text(text, "; named in the SoA, ");
    imsi_held_place(held, other->pos, text);
  }
  imsi_strbuf_text(text, ")");
}

static void name_support(const imsi_held *held, uint32_t system, const imsi_vec *supports, size_t index,
                         imsi_strbuf *text)
{
  const imsi_support *support = &IMSI_AT(const imsi_support, supports, index);
  begin_line(text);
  imsi_held_name_entry(held->given, support->document, text);
  imsi_strbuf_text(text, ", ");
  imsi_strbuf_text(text, support->kind ? ims_field_word(IMS_FIELD_KIND, (int)support->kind) : "kind not said");
  if (!support->whole)
    name_part(held, supports, index, text);
  name_age(held, system, support, text);
  name_doubted(held, system, support, text);
  if (support->claim == IMS_NO_ENTRY)
    imsi_strbuf_text(text, ", named in the SoA");
  name_support_place(held, supports, support, text);
}

/* Those claimed for all of the demand, or the others, until `*left` are named. */
static void name_some(const imsi_held *held, uint32_t system, const imsi_vec *supports, bool whole, size_t *left,
                      imsi_strbuf *text)
{
  for (size_t i = 0; *left && i < supports->count; i++) {
    if (IMSI_AT(const imsi_support, supports, i).whole != whole || is_told(held, supports, i))
      continue;
    name_support(held, system, supports, i, text);
    --*left;
  }
}

static void name_all(const imsi_held *held, uint32_t system, const imsi_vec *supports, imsi_strbuf *text)
{
  for (size_t i = 0; i < supports->count; i++)
    if (!is_told(held, supports, i))
      name_support(held, system, supports, i, text);
}

static size_t count_lines(const imsi_held *held, const imsi_vec *supports)
{
  size_t count = 0;
  for (size_t i = 0; i < supports->count; i++)
    count += !is_told(held, supports, i);
  return count;
}

ims_status imsi_held_name_supports(const imsi_held *held, uint32_t system, ims_node demand, imsi_strbuf *text)
{
  imsi_vec supports = IMSI_VEC(imsi_support);
  const ims_status status = imsi_evidence_supports(held->evidence, system, demand, &supports);
  const size_t lines = count_lines(held, &supports);
  if (!status && lines <= held->most) {
    name_all(held, system, &supports, text);
  } else if (!status) {
    size_t left = held->most;
    name_some(held, system, &supports, true, &left, text);
    name_some(held, system, &supports, false, &left, text);
    name_rest(held, "", lines, text);
  }
  imsi_vec_free(&supports);
  return status ? status : text->status;
}

ims_status imsi_held_name_support_places(const imsi_held *held, uint32_t system, ims_node demand, imsi_strbuf *text)
{
  imsi_vec supports = IMSI_VEC(imsi_support);
  const ims_status status = imsi_evidence_supports(held->evidence, system, demand, &supports);
  for (size_t i = 0; !status && i < supports.count; i++) {
    const ims_pos pos = IMSI_AT(imsi_support, &supports, i).pos;
    if (i && is_same_place(IMSI_AT(imsi_support, &supports, i - 1).pos, pos)) /* those of a cell stand together */
      continue;
    begin_line(text);
    imsi_held_place(held, pos, text);
  }
  imsi_vec_free(&supports);
  return status ? status : text->status;
}

/* ---- what does not ---- */

static void name_doubt(const imsi_held *held, const ims_claim *claim, imsi_doubt doubt, imsi_strbuf *text)
{
  begin_line(text);
  imsi_held_name_entry(held->given, claim->entry, text);
  imsi_strbuf_text(text, " for ");
  imsi_held_name_claim(claim, text);
  imsi_strbuf_text(text, ": ");
  imsi_strbuf_text(text, imsi_doubt_text(doubt));
  imsi_held_name_place(held, claim->pos, text);
}

ims_status imsi_held_name_doubts(const imsi_held *held, uint32_t system, ims_node demand, imsi_strbuf *text)
{
  imsi_vec claims = IMSI_VEC(uint32_t);
  const ims_status status = imsi_evidence_claims(held->evidence, IMS_ENTRY_DOCUMENT, demand, &claims);
  size_t count = 0;
  for (size_t i = 0; !status && i < claims.count; i++) {
    const uint32_t index = IMSI_AT(uint32_t, &claims, i);
    const imsi_doubt doubt = imsi_evidence_doubt_for(held->evidence, index, system);
    if (doubt && count++ < held->most)
      name_doubt(held, ims_claim_at(held->given, index), doubt, text);
  }
  name_rest(held, "", count, text);
  imsi_vec_free(&claims);
  return status ? status : text->status;
}

ims_status imsi_held_count_proposed(const imsi_held *held, uint32_t system, ims_node demand, size_t *proposed)
{
  imsi_vec claims = IMSI_VEC(uint32_t);
  const ims_status status = imsi_evidence_claims(held->evidence, IMS_ENTRY_DOCUMENT, demand, &claims);
  *proposed = 0;
  for (size_t i = 0; !status && i < claims.count; i++) {
    const uint32_t index = IMSI_AT(uint32_t, &claims, i);
    *proposed += imsi_evidence_doubt_for(held->evidence, index, system) == IMSI_DOUBT_PROPOSED &&
                 ims_entry_systems(held->given, ims_claim_at(held->given, index)->entry) >> system & 1;
  }
  imsi_vec_free(&claims);
  return status;
}

/* What no duty asks for by name: doing it leaves a record. */
static void name_trace(const imsi_held *held, const imsi_shown *shown, imsi_strbuf *text)
{
  if (!shown->lacks_record || imsi_evidence_needs(held->model, shown->demand, IMS_RECORD))
    return;
  begin_line(text);
  imsi_strbuf_text(text, "record: what shows that it was done, such as minutes, decisions or results");
}

void imsi_held_name_lacking(const imsi_held *held, const imsi_shown *shown, imsi_strbuf *text)
{
  size_t count;
  const ims_duty *duties = ims_node_duties(held->model, shown->demand, &count);
  for (size_t i = 0; i < count; i++) {
    if (!(duties[i].kind == IMS_DOCUMENT ? shown->lacks_document : shown->lacks_record) || duties[i].self_determined)
      continue; /* of what the organization finds necessary itself nobody sees that it is missing */
    begin_line(text);
    imsi_strbuf_text(text, ims_duty_kind_name(duties[i].kind));
    imsi_strbuf_text(text, ": ");
    imsi_strbuf_text(text, duties[i].text);
    if (*duties[i].condition) {
      imsi_strbuf_text(text, " (");
      imsi_condition_name(duties[i].condition, text);
      imsi_strbuf_text(text, ")");
    }
  }
  name_trace(held, shown, text);
  if (shown->unplanned && shown->state > IMSI_STATE_EVIDENCED) {
    begin_line(text);
    imsi_strbuf_text(text, "what says how: a record alone shows that it was done");
  }
}

/* ---- other systems, other lines ---- */

ims_status imsi_held_shares(const imsi_evidence *evidence, uint32_t system, const imsi_need *need, imsi_vec *shares)
{
  if (need->best.relation && need->best.had.index == need->demand.index)
    return imsi_vec_push(shares, &(imsi_share){ need->demand, need->demand, IMS_EQUAL });
  return imsi_coverage_shares(imsi_evidence_others(evidence, system), need->demand, shares);
}

static void name_method(const imsi_held *held, uint32_t system, const char *label, const imsi_support *support,
                        imsi_strbuf *text)
{
  begin_line(text);
  imsi_strbuf_text(text, label);
  imsi_held_name_entry(held->given, support->document, text);
  name_doubted(held, system, support, text);
  imsi_held_name_place(held, support->pos, text);
}

static ims_status name_methods_of(const imsi_held *held, uint32_t other, ims_node demand, imsi_strbuf *text)
{
  imsi_vec supports = IMSI_VEC(imsi_support);
  imsi_strbuf label = { 0 };
  size_t count = 0;
  imsi_strbuf_text(&label, held->systems[other].id);
  imsi_strbuf_text(&label, ": ");
  ims_status status = imsi_evidence_supports(held->evidence, other, demand, &supports);
  status = status ? status : label.status;
  for (size_t i = 0; !status && i < supports.count; i++) {
    const imsi_support *support = &IMSI_AT(imsi_support, &supports, i);
    if (imsi_evidence_is_method(support) && count++ < held->most)
      name_method(held, other, imsi_strbuf_string(&label), support, text);
  }
  name_rest(held, imsi_strbuf_string(&label), count, text);
  imsi_strbuf_free(&label);
  imsi_vec_free(&supports);
  return status;
}

ims_status imsi_held_name_methods(const imsi_held *held, uint32_t system, ims_node had, imsi_strbuf *text)
{
  while (ims_node_kind_of(held->model, had) == IMS_ITEM) /* its demand is what documents are claimed for */
    had = ims_node_parent(held->model, had);
  for (uint32_t other = 0; other < held->system_count; other++)
    if (other != system && held->systems[other].edition == ims_node_edition(held->model, had))
      IMS_TRY(name_methods_of(held, other, had, text));
  return text->status;
}

void imsi_held_name_reason(const imsi_held *held, ims_entry line, imsi_strbuf *text)
{
  const bool control = ims_entry_kind_of(held->given, line) == IMS_ENTRY_CONTROL;
  const char *out = ims_entry_text(held->given, line, IMS_FIELD_REASON_OUT);
  const ims_field field = control && *out ? IMS_FIELD_REASON_OUT : IMS_FIELD_REASON;
  imsi_strbuf_text(text, ims_entry_text(held->given, line, field));
  imsi_held_name_place(held, ims_entry_pos(held->given, line, field), text);
}
