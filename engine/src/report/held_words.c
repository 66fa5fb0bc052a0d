/* Reports on a register: what it says of a demand, in words. */

#include "base/try.h"
#include "report/held_internal.h"

#include <string.h>

static void begin_line(imsi_strbuf *text)
{
  imsi_strbuf_text(text, text->size ? "\n" : "");
}

/* ---- what counts ---- */

static void name_support(const imsi_held *held, const imsi_support *support, imsi_strbuf *text)
{
  begin_line(text);
  imsi_held_name_entry(held->given, support->document, text);
  imsi_strbuf_text(text, ", ");
  imsi_strbuf_text(text, support->kind ? ims_field_word(IMS_FIELD_KIND, (int)support->kind) : "kind not said");
  if (!support->whole)
    imsi_strbuf_text(text, ", for a part");
  if (support->claim == IMS_NO_ENTRY)
    imsi_strbuf_text(text, ", named in the SoA");
  imsi_held_name_place(held, support->pos, text);
}

ims_status imsi_held_name_supports(const imsi_held *held, uint32_t system, ims_node demand, imsi_strbuf *text)
{
  imsi_vec supports = IMSI_VEC(imsi_support);
  const ims_status status = imsi_evidence_supports(held->evidence, system, demand, &supports);
  for (size_t i = 0; !status && i < supports.count; i++)
    name_support(held, &IMSI_AT(imsi_support, &supports, i), text);
  imsi_vec_free(&supports);
  return status ? status : text->status;
}

static bool is_same_place(ims_pos a, ims_pos b)
{
  return a.line == b.line && a.column == b.column && strcmp(a.file, b.file) == 0 &&
         strcmp(a.sheet ? a.sheet : "", b.sheet ? b.sheet : "") == 0;
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

ims_status imsi_held_name_doubts(const imsi_held *held, uint32_t system, ims_node demand, imsi_strbuf *text,
                                 size_t *proposed)
{
  imsi_vec claims = IMSI_VEC(uint32_t);
  const ims_status status = imsi_evidence_claims(held->evidence, IMS_ENTRY_DOCUMENT, demand, &claims);
  *proposed = 0;
  for (size_t i = 0; !status && i < claims.count; i++) {
    const uint32_t index = IMSI_AT(uint32_t, &claims, i);
    const ims_claim *claim = ims_claim_at(held->given, index);
    const imsi_doubt doubt = imsi_evidence_doubt_for(held->evidence, index, system);
    if (doubt)
      name_doubt(held, claim, doubt, text);
    *proposed += doubt == IMSI_DOUBT_PROPOSED && ims_entry_systems(held->given, claim->entry) >> system & 1;
  }
  imsi_vec_free(&claims);
  return status ? status : text->status;
}

void imsi_held_name_lacking(const imsi_held *held, const imsi_shown *shown, imsi_strbuf *text)
{
  size_t count;
  const ims_duty *duties = ims_node_duties(held->model, shown->demand, &count);
  for (size_t i = 0; i < count; i++) {
    if (!(duties[i].kind == IMS_DOCUMENT ? shown->lacks_document : shown->lacks_record))
      continue;
    begin_line(text);
    imsi_strbuf_text(text, ims_duty_kind_name(duties[i].kind));
    imsi_strbuf_text(text, ": ");
    imsi_strbuf_text(text, duties[i].text);
    if (*duties[i].condition) {
      imsi_strbuf_text(text, " (if ");
      imsi_strbuf_text(text, duties[i].condition);
      imsi_strbuf_text(text, ")");
    }
  }
}

/* ---- other systems, other lines ---- */

ims_status imsi_held_shares(const imsi_evidence *evidence, uint32_t system, const imsi_need *need, imsi_vec *shares)
{
  if (need->best.relation && need->best.had.index == need->demand.index)
    return imsi_vec_push(shares, &(imsi_share){ need->demand, need->demand, IMS_EQUAL });
  return imsi_coverage_shares(imsi_evidence_others(evidence, system), need->demand, shares);
}

static ims_status name_methods_of(const imsi_held *held, uint32_t other, ims_node demand, imsi_strbuf *text)
{
  imsi_vec supports = IMSI_VEC(imsi_support);
  const ims_status status = imsi_evidence_supports(held->evidence, other, demand, &supports);
  for (size_t i = 0; !status && i < supports.count; i++) {
    const imsi_support *support = &IMSI_AT(imsi_support, &supports, i);
    if (!imsi_evidence_is_method(held->model, demand, support))
      continue;
    begin_line(text);
    imsi_strbuf_text(text, held->systems[other].id);
    imsi_strbuf_text(text, ": ");
    imsi_held_name_entry(held->given, support->document, text);
    imsi_held_name_place(held, support->pos, text);
  }
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
