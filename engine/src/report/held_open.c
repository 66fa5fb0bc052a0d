/* Reports on a register: what is open of a demand, in words. */

#include "base/try.h"
#include "report/held_internal.h"

#include <string.h>

static void begin_line(imsi_strbuf *text)
{
  imsi_strbuf_text(text, text->size ? "\n" : "");
}

/* ---- nonconformities ---- */

ims_status imsi_held_name_findings(const imsi_held *held, uint32_t system, ims_node demand, imsi_strbuf *text)
{
  imsi_vec findings = IMSI_VEC(ims_entry);
  const ims_status status = imsi_evidence_findings(held->evidence, system, demand, &findings);
  for (size_t i = 0; !status && i < findings.count; i++) {
    const ims_entry finding = IMSI_AT(ims_entry, &findings, i);
    const char *grade = ims_field_word(IMS_FIELD_GRADE, ims_entry_word(held->given, finding, IMS_FIELD_GRADE));
    begin_line(text);
    imsi_held_name_entry(held->given, finding, text);
    imsi_strbuf_text(text, *grade ? ", " : "");
    imsi_strbuf_text(text, grade);
    imsi_held_name_place(held, ims_entry_pos(held->given, finding, IMS_FIELD_CLAUSES), text);
  }
  imsi_vec_free(&findings);
  return status ? status : text->status;
}

static bool is_counted(const imsi_open_findings *open, ims_entry finding)
{
  for (size_t i = 0; i < open->findings.count; i++)
    if (IMSI_AT(const ims_entry, &open->findings, i).index == finding.index)
      return true;
  return false;
}

ims_status imsi_held_count_findings(const imsi_held *held, uint32_t system, ims_node demand, imsi_open_findings *open)
{
  imsi_vec findings = IMSI_VEC(ims_entry);
  ims_status status = imsi_evidence_findings(held->evidence, system, demand, &findings);
  open->demands += !status && findings.count;
  for (size_t i = 0; !status && i < findings.count; i++)
    if (!is_counted(open, IMSI_AT(ims_entry, &findings, i)))
      status = imsi_vec_push(&open->findings, &IMSI_AT(ims_entry, &findings, i));
  imsi_vec_free(&findings);
  return status;
}

void imsi_held_add_findings(const imsi_held *held, const imsi_open_findings *open, imsi_table *table)
{
  imsi_strbuf text = { 0 };
  if (!open->findings.count)
    return;
  imsi_strbuf_text(&text, "Open nonconformities: ");
  imsi_strbuf_number(&text, open->findings.count);
  imsi_strbuf_text(&text, ", against ");
  imsi_strbuf_number(&text, open->demands);
  imsi_strbuf_text(&text, open->demands == 1 ? " demand: " : " demands: ");
  for (size_t i = 0; i < open->findings.count; i++) {
    imsi_strbuf_text(&text, i ? ", " : "");
    imsi_strbuf_text(&text, ims_entry_name(held->given, IMSI_AT(const ims_entry, &open->findings, i)));
  }
  imsi_strbuf_text(&text, ".");
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
}

/* ---- lines that are not accepted ---- */

ims_status imsi_held_name_refused(const imsi_held *held, uint32_t system, ims_node demand, imsi_strbuf *text)
{
  imsi_vec refused = IMSI_VEC(imsi_refused);
  const ims_status status = imsi_evidence_refused(held->evidence, system, demand, &refused);
  for (size_t i = 0; !status && i < refused.count; i++) {
    const imsi_refused *one = &IMSI_AT(imsi_refused, &refused, i);
    begin_line(text);
    imsi_strbuf_text(text, "declared ");
    imsi_strbuf_text(text, ims_field_word(IMS_FIELD_EXEMPTION, (int)one->exemption));
    imsi_strbuf_text(text, ", not accepted: ");
    imsi_strbuf_text(text, imsi_refusal_text(one->refusal));
    imsi_held_name_place(held, one->pos, text);
  }
  imsi_vec_free(&refused);
  return status ? status : text->status;
}

/* ---- the SoA ---- */

void imsi_held_name_implementation(const imsi_held *held, uint32_t system, ims_node demand, imsi_strbuf *text)
{
  const ims_entry line = imsi_evidence_control(held->evidence, system, demand);
  const int done = line.index == IMS_NO_ENTRY ? 0 : ims_entry_word(held->given, line, IMS_FIELD_IMPLEMENTATION);
  if (!done)
    return;
  const ims_day due = ims_entry_day(held->given, line, IMS_FIELD_DUE);
  const char *owner = ims_entry_text(held->given, line, IMS_FIELD_OWNER);
  imsi_strbuf_text(text, "the SoA says: ");
  imsi_strbuf_text(text, ims_field_word(IMS_FIELD_IMPLEMENTATION, done));
  imsi_strbuf_text(text, due ? ", due " : "");
  imsi_held_name_day(due, text);
  imsi_strbuf_text(text, *owner ? ", " : "");
  imsi_strbuf_text(text, owner);
  imsi_held_name_place(held, ims_entry_pos(held->given, line, IMS_FIELD_IMPLEMENTATION), text);
}

/* ---- parts ---- */

static void name_list(const char *before, const imsi_vec *names, imsi_strbuf *text)
{
  for (size_t i = 0; i < names->count; i++) {
    if (!i)
      begin_line(text);
    imsi_strbuf_text(text, i ? ", " : before);
    imsi_strbuf_text(text, IMSI_AT(const char *, names, i));
  }
}

static bool is_claimed(const imsi_held *held, const imsi_vec *supports, ims_node item)
{
  for (size_t i = 0; i < supports->count; i++) {
    const uint32_t claim = IMSI_AT(const imsi_support, supports, i).claim;
    if (claim != IMS_NO_ENTRY && ims_node_is_in(held->model, item, ims_claim_at(held->given, claim)->node))
      return true;
  }
  return false;
}

static bool has_item_claim(const imsi_held *held, const imsi_vec *supports)
{
  for (size_t i = 0; i < supports->count; i++) {
    const uint32_t claim = IMSI_AT(const imsi_support, supports, i).claim;
    if (claim != IMS_NO_ENTRY && ims_node_kind_of(held->model, ims_claim_at(held->given, claim)->node) == IMS_ITEM)
      return true;
  }
  return false;
}

/* Items that nothing is claimed for, where something is claimed item by item. */
static ims_status find_items(const imsi_held *held, ims_node demand, const imsi_vec *supports, imsi_vec *names)
{
  if (!has_item_claim(held, supports))
    return IMS_OK;
  for (ims_node n = ims_node_child(held->model, demand); n.index != IMS_NO_NODE; n = ims_node_next(held->model, n)) {
    const char *name = ims_node_name(held->model, n);
    if (ims_node_kind_of(held->model, n) == IMS_ITEM && !is_claimed(held, supports, n))
      IMS_TRY(imsi_vec_push(names, &name));
  }
  return IMS_OK;
}

static ims_status name_parts(const imsi_held *held, uint32_t system, ims_node demand, const imsi_vec *supports,
                             imsi_strbuf *text)
{
  imsi_vec names = IMSI_VEC(const char *);
  ims_status status = imsi_evidence_unreached(held->evidence, system, supports, &names);
  if (!status)
    name_list("no document for: ", &names, text);
  names.count = 0;
  if (!status)
    status = find_items(held, demand, supports, &names);
  if (!status)
    name_list("no claim for: ", &names, text);
  if (!status && !names.count && has_item_claim(held, supports)) {
    begin_line(text);
    imsi_strbuf_text(text, "each item is claimed, and nobody has said that they are all");
  }
  imsi_vec_free(&names);
  return status;
}

ims_status imsi_held_name_parts(const imsi_held *held, uint32_t system, const imsi_shown *shown, imsi_strbuf *text)
{
  imsi_vec supports = IMSI_VEC(imsi_support);
  if (shown->state != IMSI_STATE_PARTIAL || shown->lowered)
    return IMS_OK;
  ims_status status = imsi_evidence_supports(held->evidence, system, shown->demand, &supports);
  if (!status)
    status = name_parts(held, system, shown->demand, &supports, text);
  imsi_vec_free(&supports);
  return status ? status : text->status;
}

/* ---- the organization's own controls ---- */

/* True if a line of the statement decides on nothing of the editions that are looked at, and is for one of them. */
static bool is_own_control(const imsi_held *held, ims_entry line)
{
  size_t claims;
  const char *id = ims_entry_text(held->given, line, IMS_FIELD_ID);
  const ims_systems systems = ims_entry_systems(held->given, line);
  ims_entry_claims(held->given, line, &claims);
  if (claims || (systems && !(systems & held->chosen)))
    return false;
  for (uint32_t s = imsi_held_next(held, UINT32_MAX); s != UINT32_MAX; s = imsi_held_next(held, s))
    if (ims_node_find(held->model, held->systems[s].edition, id, strlen(id)).index != IMS_NO_NODE)
      return false;
  return true;
}

void imsi_held_add_own_controls(const imsi_held *held, imsi_table *table)
{
  imsi_strbuf names = { 0 }, text = { 0 };
  size_t own = 0;
  for (size_t i = 0; i < ims_register_count(held->given, IMS_ENTRY_CONTROL); i++) {
    const ims_entry line = ims_register_entry(held->given, IMS_ENTRY_CONTROL, i);
    if (!is_own_control(held, line) || own++ >= held->most)
      continue;
    imsi_strbuf_text(&names, names.size ? ", " : "");
    imsi_strbuf_text(&names, ims_entry_name(held->given, line));
  }
  if (!own)
    return;
  imsi_strbuf_text(&names, own > held->most ? ", ..." : "");
  imsi_strbuf_number(&text, own);
  imsi_strbuf_text(&text, own == 1 ? " control of the organization's own is not among these: "
                                   : " controls of the organization's own are not among these: ");
  imsi_strbuf_text(&text, imsi_strbuf_string(&names));
  imsi_strbuf_text(&text, ".");
  if (names.status)
    text.status = names.status;
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
  imsi_strbuf_free(&names);
}

ims_status imsi_held_name_extension(const imsi_held *held, uint32_t system, const imsi_shown *shown, imsi_strbuf *text)
{
  if (shown->elsewhere == IMS_NO_ENTRY)
    return IMS_OK;
  const ims_claim *claim = ims_claim_at(held->given, shown->elsewhere);
  imsi_vec names = IMSI_VEC(const char *);
  const ims_status status = imsi_evidence_left_out_by(held->evidence, system, claim->entry, &names);
  imsi_held_name_entry(held->given, claim->entry, text);
  imsi_held_name_place(held, claim->pos, text);
  for (size_t i = 0; !status && i < names.count; i++) {
    imsi_strbuf_text(text, i ? ", " : " to ");
    imsi_strbuf_text(text, IMSI_AT(const char *, &names, i));
  }
  imsi_vec_free(&names);
  return status ? status : text->status;
}
