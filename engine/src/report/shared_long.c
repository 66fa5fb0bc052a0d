/* The long form of `shared`: what a document serves a row, with each other system that it serves too. */

#include "base/try.h"
#include "report/registry.h"
#include "report/shared_internal.h"

enum {
  PART,
  DOCUMENT,
  TITLE,
  KIND,
  SYSTEM,
  REF,
  FORCE,
  CLAIM,
  COVERAGE,
  OTHER,
  COUNTERPART,
  RELATION,
  METHOD,
  RECORD,
  CLAUSES,
  REASON,
  PLACE
};

static const ims_column columns[] = {
  [PART] = { "part", "Part", IMS_COLUMN_ID, false },
  [DOCUMENT] = { "document", "Document", IMS_COLUMN_ID, false },
  [TITLE] = { "title", "Title", IMS_COLUMN_TEXT, false },
  [KIND] = { "kind", "Kind", IMS_COLUMN_ID, false },
  [SYSTEM] = { "system", "System", IMS_COLUMN_ID, false },
  [REF] = { "ref", "Serves", IMS_COLUMN_ID, false },
  [FORCE] = { "force", "Force", IMS_COLUMN_ID, false },
  [CLAIM] = { "claim", "Claimed", IMS_COLUMN_ID, false },
  [COVERAGE] = { "coverage", "Coverage", IMS_COLUMN_ID, false },
  [OTHER] = { "other_system", "Other system", IMS_COLUMN_ID, false },
  [COUNTERPART] = { "counterpart", "Counterpart", IMS_COLUMN_ID, false },
  [RELATION] = { "relation", "Rel.", IMS_COLUMN_ID, false },
  [METHOD] = { "method", "Method", IMS_COLUMN_ID, false },
  [RECORD] = { "record", "Record", IMS_COLUMN_ID, false },
  [CLAUSES] = { "clauses", "Clauses", IMS_COLUMN_NUMBER, false },
  [REASON] = { "reason", "Why not", IMS_COLUMN_TEXT, false },
  [PLACE] = { "place", "Place", IMS_COLUMN_ID, false },
};

const ims_columns imsi_shared_long_form = { columns, sizeof columns / sizeof *columns };

static void begin(const imsi_shared_run *run, imsi_table *table, const char *part, const imsi_user *user)
{
  const ims_register *given = run->documents.held.given;
  const int kind = ims_entry_word(given, user->document, IMS_FIELD_KIND);
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, PART, part);
  imsi_table_set(table, DOCUMENT, ims_entry_name(given, user->document));
  imsi_set_filled(table, TITLE, ims_entry_text(given, user->document, IMS_FIELD_TITLE));
  imsi_set_filled(table, KIND, ims_field_word(IMS_FIELD_KIND, kind));
}

static void begin_service(const imsi_shared_run *run, imsi_table *table, const char *part, const imsi_user *user,
                          const imsi_service *service)
{
  const imsi_documents *d = &run->documents;
  const imsi_served *served = imsi_shared_served(run, service);
  begin(run, table, part, user);
  imsi_table_set(table, SYSTEM, d->held.systems[served->system].id);
  imsi_set_reference(table, REF, run->documents.held.model, served->demand);
  imsi_set_filled(table, FORCE, ims_force_name(ims_node_force(d->held.model, served->demand)));
  if (service->claim != IMS_NO_ENTRY)
    imsi_set_reference(table, CLAIM, run->documents.held.model, ims_claim_at(d->held.given, service->claim)->node);
  imsi_table_set(table, COVERAGE,
                 ims_field_word(IMS_FIELD_COVERAGE, service->whole ? IMS_CLAIM_FULL : IMS_CLAIM_PARTIAL));
  imsi_set_place(table, PLACE, service->pos);
}

/* ---- serves several ---- */

static ims_status add_service(imsi_shared_run *run, imsi_table *table, const imsi_user *user,
                              const imsi_service *service, uint32_t other)
{
  const imsi_documents *d = &run->documents;
  imsi_shared_pair best;
  bool found;
  IMS_TRY(imsi_shared_reuse(run, user, service, other, &best, &found));
  begin_service(run, table, "several", user, service);
  imsi_table_set(table, OTHER, d->held.systems[other].id);
  if (!found)
    return IMS_OK;
  imsi_set_reference(table, COUNTERPART, run->documents.held.model, best.reuse.had);
  imsi_table_set(table, RELATION, ims_relation_symbol(best.reuse.relation));
  imsi_set_filled(table, METHOD, ims_method_name(best.reuse.method));
  imsi_set_filled(table, RECORD, ims_record_name(best.reuse.record));
  return IMS_OK;
}

static ims_status add_several(imsi_shared_run *run, imsi_table *table, const imsi_user *user)
{
  for (uint32_t i = user->first; i < user->first + user->count; i++) {
    const imsi_service *service = imsi_shared_service(run, i);
    const uint32_t system = imsi_shared_served(run, service)->system;
    for (uint32_t other = 0; imsi_documents_shows(&run->documents, system) && other < IMS_SYSTEMS_MAX; other++)
      if (other != system && user->systems >> other & 1)
        IMS_TRY(add_service(run, table, user, service, other));
  }
  return IMS_OK;
}

/* ---- the only one, too much, nothing ---- */

static void add_single(const imsi_shared_run *run, imsi_table *table, const imsi_user *user)
{
  for (uint32_t i = user->first; i < user->first + user->count; i++) {
    const imsi_service *service = imsi_shared_service(run, i);
    if (imsi_documents_shows(&run->documents, imsi_shared_served(run, service)->system) &&
        imsi_shared_is_sole(run, service))
      begin_service(run, table, "only", user, service);
  }
}

static void add_many(const imsi_shared_run *run, imsi_table *table, const imsi_user *user)
{
  begin(run, table, "many", user);
  imsi_table_set_number(table, CLAUSES, user->clauses);
  imsi_set_place(table, PLACE, ims_entry_pos(run->documents.held.given, user->document, IMS_FIELD_ID));
}

/* What has no effect, a claim a row. */
static void add_idle(const imsi_shared_run *run, imsi_table *table, const char *part, const imsi_user *user)
{
  const imsi_documents *d = &run->documents;
  size_t count;
  const ims_claim *claims = ims_entry_claims(d->held.given, user->document, &count);
  const bool serves = (user->systems & d->held.chosen) != 0;
  imsi_strbuf text = { 0 };
  if (!count) {
    begin(run, table, part, user);
    imsi_table_set(table, REASON, imsi_shared_no_clause);
    imsi_set_place(table, PLACE, ims_entry_pos(d->held.given, user->document, IMS_FIELD_ID));
  }
  for (size_t i = 0; i < count; i++) {
    if (serves && !imsi_shared_is_idle(run, &claims[i]))
      continue;
    begin(run, table, part, user);
    imsi_strbuf_clear(&text);
    imsi_held_name_claim(&claims[i], &text);
    imsi_table_set_text(table, CLAIM, &text);
    imsi_table_set(table, REASON, imsi_shared_reason(run, &claims[i]));
    imsi_set_place(table, PLACE, claims[i].pos);
  }
  imsi_strbuf_free(&text);
}

/* ---- the table ---- */

static ims_status add_rows(imsi_shared_run *run, imsi_table *table)
{
  const imsi_vec *users = &run->users;
  for (size_t i = 0; i < users->count; i++)
    if (imsi_shared_serves_several(run, &IMSI_AT(imsi_user, users, i)))
      IMS_TRY(add_several(run, table, &IMSI_AT(imsi_user, users, i)));
  for (size_t i = 0; i < users->count; i++)
    if (imsi_shared_is_single(run, &IMSI_AT(imsi_user, users, i)))
      add_single(run, table, &IMSI_AT(imsi_user, users, i));
  for (size_t i = 0; i < users->count; i++)
    if (imsi_shared_carries_many(run, &IMSI_AT(imsi_user, users, i)))
      add_many(run, table, &IMSI_AT(imsi_user, users, i));
  for (size_t i = 0; i < users->count; i++)
    if (imsi_shared_serves_nothing(run, &IMSI_AT(imsi_user, users, i)))
      add_idle(run, table, "nothing", &IMSI_AT(imsi_user, users, i));
  for (size_t i = 0; i < users->count; i++)
    if (imsi_shared_has_idle(run, &IMSI_AT(imsi_user, users, i)))
      add_idle(run, table, "no-effect", &IMSI_AT(imsi_user, users, i));
  return IMS_OK;
}

ims_status imsi_shared_make_long(imsi_shared_run *run, ims_table **finished)
{
  return imsi_shared_make(run, columns, sizeof columns / sizeof *columns, add_rows, finished);
}
