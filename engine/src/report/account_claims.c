/* What `coverage` counts of claims: which count, what is against the others, and what counts without one. */

#include "base/try.h"
#include "report/account_internal.h"

#include <stdlib.h>

/* ---- what is left out ---- */

/* The systems that have demands at a node; in each pair those in the total come first, then those out of it. */
typedef struct standing {
  ims_systems is[2];  /* the node is such a demand */
  ims_systems has[2]; /* such a demand belongs to the node */
} standing;

static bool is_out(const imsi_account_line *line)
{
  return line->shown.state == IMSI_STATE_NOT_APPLICABLE || line->shown.state == IMSI_STATE_NO_OCCURRENCE;
}

/* By node; NULL without memory. */
static standing *find_standings(const imsi_account *a)
{
  standing *all = calloc(ims_node_count(a->held.model) + 1, sizeof *all);
  for (size_t i = 0; all && i < a->lines.count; i++) {
    const imsi_account_line *line = &IMSI_AT(const imsi_account_line, &a->lines, i);
    const ims_systems system = (ims_systems)1 << line->system;
    ims_node n = line->shown.demand;
    all[n.index].is[is_out(line)] |= system;
    while ((n = ims_node_parent(a->held.model, n)).index != IMS_NO_NODE)
      all[n.index].has[is_out(line)] |= system;
  }
  return all;
}

/* True if a claim counts for a demand that is out of the total, or is in it. */
static bool is_for(const imsi_account *a, const standing *all, size_t claim, bool out)
{
  const ims_node node = ims_claim_at(a->held.given, claim)->node;
  ims_systems systems = all[node.index].has[out];
  for (ims_node n = node; n.index != IMS_NO_NODE; n = ims_node_parent(a->held.model, n))
    systems |= all[n.index].is[out];
  for (uint32_t s = 0; s < a->held.system_count; s++)
    if (systems >> s & 1 && !imsi_evidence_doubt_for(a->held.evidence, claim, s))
      return true;
  return false;
}

/* ---- claims ---- */

/* True if a document is of one of the systems that are looked at, or of nobody's. */
static bool is_looked_at(const imsi_held *held, ims_entry document)
{
  const ims_systems systems = ims_entry_systems(held->given, document);
  return !systems || systems & held->chosen;
}

/* What is against a claim for those that are looked at: of several the least. */
static imsi_doubt doubt_of(const imsi_held *held, size_t claim)
{
  imsi_doubt doubt = imsi_evidence_doubt(held->evidence, claim);
  if (doubt && doubt < IMSI_DOUBT_EDITION) /* it is against the claim itself */
    return doubt;
  doubt = IMSI_DOUBT_EDITION;
  for (uint32_t s = imsi_held_next(held, UINT32_MAX); s != UINT32_MAX; s = imsi_held_next(held, s)) {
    const imsi_doubt one = imsi_evidence_doubt_for(held->evidence, claim, s);
    if (!one)
      return IMSI_DOUBT_NONE;
    doubt = one > doubt ? one : doubt;
  }
  return doubt;
}

/* A document of several systems may name clauses of one that is not looked at. */
static bool is_of_another(const imsi_held *held, const ims_claim *claim)
{
  bool others = false;
  if (!claim->edition)
    return false;
  for (size_t s = 0; s < held->system_count; s++)
    if (held->systems[s].edition == claim->edition) {
      if (held->chosen >> s & 1)
        return false;
      others = true;
    }
  return others;
}

/* True if the register says of the document who confirmed it, or when. */
static bool is_confirmed(const ims_register *given, ims_entry document)
{
  return *ims_entry_text(given, document, IMS_FIELD_CONFIRMED_BY) ||
         ims_entry_day(given, document, IMS_FIELD_CONFIRMED_ON);
}

/* Where nobody confirms anything in the register, it is not told for how many that is so. */
static void say_confirmed(size_t confirmed, size_t all, imsi_strbuf *text)
{
  if (!confirmed)
    return;
  imsi_strbuf_text(text, " (of which ");
  imsi_strbuf_number(text, confirmed);
  imsi_strbuf_text(text, " by documents with a name or a day of confirmation, ");
  imsi_strbuf_number(text, all - confirmed);
  imsi_strbuf_text(text, " without)");
}

/* How many claims of documents count, and what is against the others. Where only some clauses are asked for, it is not
   looked at what is left out. */
static ims_status add_claims(const imsi_account *a, imsi_table *table)
{
  const imsi_held *held = &a->held;
  size_t doubts[IMSI_DOUBT_COUNT] = { 0 }, all = 0, confirmed = 0, left_out = 0;
  standing *standings = find_standings(a);
  if (!standings)
    return IMS_NOMEM;
  for (size_t i = 0; i < ims_claim_count(held->given); i++) {
    const ims_claim *claim = ims_claim_at(held->given, i);
    if (ims_entry_kind_of(held->given, claim->entry) != IMS_ENTRY_DOCUMENT || !is_looked_at(held, claim->entry) ||
        is_of_another(held, claim))
      continue;
    const imsi_doubt doubt = doubt_of(held, i);
    all++;
    if (!doubt && !a->clauses && is_for(a, standings, i, true) && !is_for(a, standings, i, false)) {
      left_out++;
      continue;
    }
    doubts[doubt]++;
    confirmed += !doubt && is_confirmed(held->given, claim->entry);
  }
  free(standings);
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, "Clauses that the documents of these systems name: ");
  imsi_strbuf_number(&text, all);
  imsi_strbuf_text(&text, "; ");
  imsi_strbuf_number(&text, doubts[IMSI_DOUBT_NONE]);
  imsi_strbuf_text(&text, doubts[IMSI_DOUBT_NONE] == 1 ? " counts" : " count");
  say_confirmed(confirmed, doubts[IMSI_DOUBT_NONE], &text);
  if (left_out) {
    imsi_strbuf_text(&text, "; ");
    imsi_strbuf_number(&text, left_out);
    imsi_strbuf_text(&text, " not: what it names is left out");
  }
  for (int d = 1; d < IMSI_DOUBT_COUNT; d++) {
    if (!doubts[d])
      continue;
    imsi_strbuf_text(&text, "; ");
    imsi_strbuf_number(&text, doubts[d]);
    imsi_strbuf_text(&text, " not: ");
    imsi_strbuf_text(&text, imsi_doubt_text((imsi_doubt)d));
  }
  imsi_strbuf_text(&text, ".");
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
  return IMS_OK;
}

/* ---- through the Statement of Applicability ---- */

static ims_status add_new(imsi_vec *entries, ims_entry entry)
{
  for (size_t i = 0; i < entries->count; i++)
    if (IMSI_AT(const ims_entry, entries, i).index == entry.index)
      return IMS_OK;
  return imsi_vec_push(entries, &entry);
}

/* Documents that count for a demand and are not claimed for it, and the lines that name them. */
static ims_status find_named(const imsi_held *held, uint32_t system, ims_node demand, imsi_vec *documents,
                             imsi_vec *lines)
{
  imsi_vec supports = IMSI_VEC(imsi_support);
  ims_status status = imsi_evidence_supports(held->evidence, system, demand, &supports);
  for (size_t i = 0; !status && i < supports.count; i++) {
    const imsi_support *support = &IMSI_AT(imsi_support, &supports, i);
    if (support->claim != IMS_NO_ENTRY)
      continue;
    status = add_new(documents, support->document);
    if (!status)
      status = add_new(lines, support->line);
  }
  imsi_vec_free(&supports);
  return status;
}

static ims_status find_all_named(const imsi_held *held, imsi_vec *documents, imsi_vec *lines)
{
  imsi_vec demands = IMSI_VEC(ims_node);
  ims_status status = IMS_OK;
  for (uint32_t s = imsi_held_next(held, UINT32_MAX); !status && s != UINT32_MAX; s = imsi_held_next(held, s)) {
    demands.count = 0;
    status = imsi_evidence_demands(held->evidence, s, &demands);
    for (size_t i = 0; !status && i < demands.count; i++)
      if (ims_node_force(held->model, IMSI_AT(ims_node, &demands, i)) == IMS_CONTROL)
        status = find_named(held, s, IMSI_AT(ims_node, &demands, i), documents, lines);
  }
  imsi_vec_free(&demands);
  return status;
}

static void say_named(size_t documents, size_t lines, imsi_table *table)
{
  imsi_strbuf text = { 0 };
  if (!documents)
    return;
  imsi_strbuf_text(&text, "Besides, the Statement of Applicability names ");
  imsi_strbuf_number(&text, documents);
  imsi_strbuf_text(&text, documents == 1 ? " document that counts for " : " documents that count for ");
  imsi_strbuf_number(&text, lines);
  imsi_strbuf_text(&text, lines == 1 ? " control without a claim." : " controls without a claim.");
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
}

ims_status imsi_account_add_claims(const imsi_account *a, imsi_table *table)
{
  imsi_vec documents = IMSI_VEC(ims_entry), lines = IMSI_VEC(ims_entry);
  ims_status status = add_claims(a, table);
  if (!status && ims_register_count(a->held.given, IMS_ENTRY_CONTROL))
    status = find_all_named(&a->held, &documents, &lines);
  if (!status)
    say_named(documents.count, lines.count, table);
  imsi_vec_free(&documents);
  imsi_vec_free(&lines);
  return status;
}
