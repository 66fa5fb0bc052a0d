/* Around the table of `shared`: totals, and what the words mean. */

#include "report/shared_internal.h"

/* ---- totals ---- */

static void add(imsi_strbuf *text, size_t count, const char *after)
{
  imsi_strbuf_number(text, count);
  imsi_strbuf_text(text, after);
}

/* Those of systems that are not shown. */
static void add_elsewhere(size_t count, imsi_strbuf *text)
{
  imsi_strbuf_text(text, ", systems that are not shown: ");
  imsi_strbuf_number(text, count);
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
  add(text, nothing, "");
  if (run->users.count > several + one + nothing)
    add_elsewhere(run->users.count - several - one - nothing, text);
  imsi_strbuf_text(text, ". The only evidence in several systems: ");
  add(text, single, "; carrying more than ");
  add(text, run->most, run->most == 1 ? " clause: " : " clauses: ");
  add(text, many, ".");
}

static void count_claims(const imsi_shared_run *run, imsi_strbuf *text)
{
  const imsi_documents *d = &run->documents;
  size_t counts[IMSI_EFFECT_ELSEWHERE + 1] = { 0 };
  for (size_t i = 0; i < ims_claim_count(d->held.given); i++) {
    const ims_claim *claim = ims_claim_at(d->held.given, i);
    if (ims_entry_kind_of(d->held.given, claim->entry) == IMS_ENTRY_DOCUMENT)
      counts[imsi_shared_effect(run, claim)]++;
  }
  imsi_strbuf_text(text, "Their claims: ");
  add(text,
      counts[IMSI_EFFECT_COUNTS] + counts[IMSI_EFFECT_LEFT_OUT] + counts[IMSI_EFFECT_PROPOSED] +
          counts[IMSI_EFFECT_NONE],
      ". Counting: ");
  add(text, counts[IMSI_EFFECT_COUNTS], ", for what is left out: ");
  add(text, counts[IMSI_EFFECT_LEFT_OUT], ", proposed: ");
  add(text, counts[IMSI_EFFECT_PROPOSED], ", without effect for another reason: ");
  add(text, counts[IMSI_EFFECT_NONE], ".");
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
  imsi_table_note(table,
                  "Proposed claims and claims on guidance never count, nor what is claimed for what is left out, with "
                  "a reason that is accepted. That a document is claimed for a demand "
                  "shows where to look, not that the demand is met.");
  if (imsi_request_has(run->documents.held.request, "for"))
    imsi_table_note(table,
                    "Documents are looked at across all systems; what they serve is shown for the one asked for.");
}
