/* Around the table of `shared`: totals, why documents serve nothing, and what the words mean. */

#include "model/register_internal.h"
#include "report/shared_internal.h"

const char *const imsi_shared_no_clause = "it names no clause";

/* What speaks least against a claim for the systems shown; the last doubts do. */
static imsi_doubt least_doubt(const imsi_documents *d, size_t claim)
{
  imsi_doubt least = IMSI_DOUBT_CLAUSE;
  for (uint32_t system = imsi_held_next(&d->held, UINT32_MAX); system != UINT32_MAX;
       system = imsi_held_next(&d->held, system)) {
    const imsi_doubt doubt = imsi_evidence_doubt_for(d->held.evidence, claim, system);
    if (doubt == IMSI_DOUBT_NONE)
      return doubt;
    least = doubt > least ? doubt : least;
  }
  return least;
}

/* True if a claim names another standard than those of the systems shown. */
static bool is_elsewhere(const imsi_documents *d, const ims_claim *claim)
{
  for (uint32_t system = imsi_held_next(&d->held, UINT32_MAX); claim->edition && system != UINT32_MAX;
       system = imsi_held_next(&d->held, system))
    if (imsi_same_standard(claim->edition, d->held.systems[system].edition))
      return false;
  return claim->edition && imsi_request_has(d->held.request, "for");
}

const char *imsi_shared_reason(const imsi_shared_run *run, const ims_claim *claim)
{
  if (is_elsewhere(&run->documents, claim))
    return "it is of another standard";
  const imsi_doubt doubt = least_doubt(&run->documents, (size_t)(claim - ims_claim_at(run->documents.held.given, 0)));
  return doubt ? imsi_doubt_text(doubt) : "what it names demands nothing";
}

/* ---- totals ---- */

static void add(imsi_strbuf *text, size_t count, const char *after)
{
  imsi_strbuf_number(text, count);
  imsi_strbuf_text(text, after);
}

static void count_documents(const imsi_shared_run *run, imsi_strbuf *text)
{
  size_t several = 0, one = 0, nothing = 0, single = 0, many = 0;
  for (size_t i = 0; i < run->users.count; i++) {
    const imsi_user *user = &IMSI_AT(const imsi_user, &run->users, i);
    const bool serves = (user->systems & run->documents.held.chosen) != 0;
    several += imsi_shared_serves_several(run, user);
    one += serves && !imsi_shared_serves_several(run, user);
    nothing += imsi_shared_serves_nothing(run, user);
    single += imsi_shared_is_single(run, user);
    many += imsi_shared_carries_many(run, user);
  }
  imsi_strbuf_text(text, "Documents and records: ");
  add(text, run->users.count, ". Serving several systems: ");
  add(text, several, ", one: ");
  add(text, one, ", nothing: ");
  add(text, nothing, ". The only evidence in several systems: ");
  add(text, single, "; carrying more than ");
  add(text, run->most, run->most == 1 ? " clause: " : " clauses: ");
  add(text, many, ".");
}

static void count_claims(const imsi_shared_run *run, imsi_strbuf *text)
{
  const imsi_documents *d = &run->documents;
  size_t total = 0, counted = 0, proposed = 0;
  for (size_t i = 0; i < ims_claim_count(d->held.given); i++) {
    const ims_claim *claim = ims_claim_at(d->held.given, i);
    if (ims_entry_kind_of(d->held.given, claim->entry) != IMS_ENTRY_DOCUMENT || is_elsewhere(d, claim))
      continue;
    const imsi_doubt doubt = least_doubt(d, i);
    total++;
    counted += doubt == IMSI_DOUBT_NONE;
    proposed += doubt == IMSI_DOUBT_PROPOSED;
  }
  imsi_strbuf_text(text, "Their claims: ");
  add(text, total, ". Counting: ");
  add(text, counted, ", proposed: ");
  add(text, proposed, ", without effect for another reason: ");
  add(text, total - counted - proposed, ".");
}

void imsi_shared_add_totals(const imsi_shared_run *run, imsi_table *table)
{
  imsi_strbuf text = { 0 };
  count_documents(run, &text);
  imsi_table_caption_text(table, &text);
  imsi_strbuf_clear(&text);
  count_claims(run, &text);
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
}

/* ---- notes ---- */

void imsi_shared_add_notes(const imsi_shared_run *run, imsi_table *table)
{
  imsi_table_note(table,
                  "as-is, extend, separate: how one method may serve both of two demands that overlap, by the relation "
                  "between them; extend: once it names this discipline's own. not said: they overlap, and nobody has "
                  "said it. no relation known: nothing that it serves there is known to overlap the demand, which does "
                  "not mean that nothing does.");
  imsi_table_note(table, "A record of one system is none of another: 'shared' allows one record for both only if it "
                         "names criteria and scope of both, 'own' never. Whether it does, the register does not tell.");
  imsi_table_note(table,
                  "in part: claimed for a part, an item, or a part of the scope. The only evidence: no other "
                  "document of which a claim counts is there for the demand; what is not registered is not seen.");
  imsi_table_note(table, "Proposed claims and claims on guidance never count. That a document is claimed for a demand "
                         "shows where to look, not that the demand is met.");
  if (imsi_request_has(run->documents.held.request, "for"))
    imsi_table_note(table,
                    "Documents are looked at across all systems; what they serve is shown for the one asked for.");
}
