/* The wide form of `shared`: a document and a system a row, in four parts. */

#include "base/try.h"
#include "report/registry.h"
#include "report/shared_internal.h"

enum { DOCUMENT, SYSTEM, SERVES, REUSE, PLACE };

static const ims_column columns[] = {
  [DOCUMENT] = { "document", "Document", IMS_COLUMN_TEXT, false },
  [SYSTEM] = { "system", "System", IMS_COLUMN_ID, false },
  [SERVES] = { "serves", "Serves", IMS_COLUMN_TEXT, false },
  [REUSE] = { "reuse", "One for both", IMS_COLUMN_TEXT, false },
  [PLACE] = { "place", "Place", IMS_COLUMN_TEXT, false },
};

const ims_columns imsi_shared_wide_form = { columns, sizeof columns / sizeof *columns };

/* ---- what a row says ---- */

/* Initialise with {0}. */
typedef struct cells {
  imsi_strbuf serves, reuse, places;
} cells;

static void free_cells(cells *c)
{
  imsi_strbuf_free(&c->serves);
  imsi_strbuf_free(&c->reuse);
  imsi_strbuf_free(&c->places);
}

static void say_count(imsi_strbuf *text, size_t count, const char *one, const char *many)
{
  imsi_strbuf_number(text, count);
  imsi_strbuf_text(text, count == 1 ? one : many);
}

/* True if an earlier service of the document for the system rests on the same claim. */
static bool is_told(const imsi_shared_run *run, const imsi_user *user, uint32_t at)
{
  const imsi_service *service = imsi_shared_service(run, at);
  if (service->claim == IMS_NO_ENTRY)
    return false;
  for (uint32_t i = user->first; i < at; i++)
    if (imsi_shared_service(run, i)->claim == service->claim &&
        imsi_shared_served(run, imsi_shared_service(run, i))->system == imsi_shared_served(run, service)->system)
      return true;
  return false;
}

/* "8.4, 9.2#1 in part: 5 demands" */
static void say_claims(const imsi_shared_run *run, const imsi_user *user, uint32_t system, cells *c)
{
  const imsi_documents *d = &run->documents;
  size_t demands = 0;
  for (uint32_t i = user->first; i < user->first + user->count; i++) {
    const imsi_service *service = imsi_shared_service(run, i);
    const imsi_served *served = imsi_shared_served(run, service);
    if (served->system != system)
      continue;
    demands++;
    if (is_told(run, user, i))
      continue;
    const ims_node node =
        service->claim == IMS_NO_ENTRY ? served->demand : ims_claim_at(d->held.given, service->claim)->node;
    imsi_strbuf_text(&c->serves, c->serves.size ? ", " : "");
    imsi_strbuf_text(&c->serves, ims_node_name(d->held.model, node));
    imsi_strbuf_text(&c->serves, service->whole ? "" : " in part");
    imsi_add_place(&d->held, &c->places, service->pos);
  }
  imsi_strbuf_text(&c->serves, ": ");
  say_count(&c->serves, demands, " demand", " demands");
}

/* What is known of serving another system with the same, counted in demands. */
typedef struct tally {
  size_t methods[IMS_SEPARATE + 1], records[IMS_RECORD_OWN + 1];
  size_t unrelated;
} tally;

static ims_status count_reuse(imsi_shared_run *run, const imsi_user *user, uint32_t system, uint32_t other, tally *t)
{
  for (uint32_t i = user->first; i < user->first + user->count; i++) {
    const imsi_service *service = imsi_shared_service(run, i);
    imsi_shared_pair best;
    bool found;
    if (imsi_shared_served(run, service)->system != system)
      continue;
    IMS_TRY(imsi_shared_reuse(run, user, service, other, &best, &found));
    if (found) {
      t->methods[best.reuse.method]++;
      t->records[best.reuse.record]++;
    } else {
      t->unrelated++;
    }
  }
  return IMS_OK;
}

static void say_number(imsi_strbuf *text, const char **separator, const char *name, size_t count)
{
  if (!count)
    return;
  imsi_strbuf_text(text, *separator);
  imsi_strbuf_text(text, name);
  imsi_strbuf_text(text, " ");
  imsi_strbuf_number(text, count);
  *separator = ", ";
}

/* "with ISMS: as-is 3, extend 1, not said 2, no relation known 1"; of a record "shared 1 if it names both, own 2". */
static void say_tally(const imsi_documents *d, const imsi_user *user, uint32_t other, const tally *t, imsi_strbuf *text)
{
  const bool record = ims_entry_word(d->held.given, user->document, IMS_FIELD_KIND) == IMS_IS_RECORD;
  const char *separator = ": ";
  imsi_strbuf_text(text, text->size ? "\n" : "");
  imsi_strbuf_text(text, "with ");
  imsi_strbuf_text(text, d->held.systems[other].id);
  if (record) {
    say_number(text, &separator, ims_record_name(IMS_SHARED), t->records[IMS_SHARED]);
    imsi_strbuf_text(text, t->records[IMS_SHARED] ? " if it names both" : "");
    say_number(text, &separator, ims_record_name(IMS_RECORD_OWN), t->records[IMS_RECORD_OWN]);
  }
  for (int value = 1; !record && value <= IMS_SEPARATE; value++)
    say_number(text, &separator, ims_method_name((ims_method)value), t->methods[value]);
  say_number(text, &separator, "not said", record ? t->records[0] : t->methods[0]);
  say_number(text, &separator, "no relation known", t->unrelated);
}

static ims_status say_reuse(imsi_shared_run *run, const imsi_user *user, uint32_t system, cells *c)
{
  for (uint32_t other = 0; other < IMS_SYSTEMS_MAX; other++) {
    tally t = { { 0 }, { 0 }, 0 };
    if (other == system || !(user->systems >> other & 1))
      continue;
    IMS_TRY(count_reuse(run, user, system, other, &t));
    say_tally(&run->documents, user, other, &t, &c->reuse);
  }
  return IMS_OK;
}

static void say_sole(const imsi_shared_run *run, const imsi_user *user, uint32_t system, cells *c)
{
  size_t count = 0;
  imsi_strbuf names = { 0 };
  for (uint32_t i = user->first; i < user->first + user->count; i++) {
    const imsi_service *service = imsi_shared_service(run, i);
    const imsi_served *served = imsi_shared_served(run, service);
    if (served->system != system || !imsi_shared_is_sole(run, service))
      continue;
    imsi_strbuf_text(&names, count++ ? ", " : "");
    imsi_strbuf_text(&names, ims_node_name(run->documents.held.model, served->demand));
    imsi_add_place(&run->documents.held, &c->places, service->pos);
  }
  imsi_strbuf_text(&c->serves, "the only evidence of ");
  say_count(&c->serves, count, " demand: ", " demands: ");
  imsi_strbuf_text(&c->serves, imsi_strbuf_string(&names));
  if (names.status)
    c->serves.status = names.status;
  imsi_strbuf_free(&names);
}

/* Each reason once, with what was claimed; only what has no effect. */
static void say_idle(const imsi_shared_run *run, const imsi_user *user, cells *c)
{
  const imsi_documents *d = &run->documents;
  size_t count;
  const ims_claim *claims = ims_entry_claims(d->held.given, user->document, &count);
  const bool serves = (user->systems & d->held.chosen) != 0;
  const char *before = "";
  if (!count) {
    imsi_strbuf_text(&c->serves, imsi_shared_no_clause);
    imsi_add_place(&d->held, &c->places, ims_entry_pos(d->held.given, user->document, IMS_FIELD_ID));
  }
  for (size_t i = 0; i < count; i++) {
    if (serves && !imsi_shared_is_idle(run, &claims[i]))
      continue;
    const char *reason = imsi_shared_reason(run, &claims[i]);
    if (reason == before) {
      imsi_strbuf_text(&c->serves, ", ");
    } else {
      imsi_strbuf_text(&c->serves, c->serves.size ? "\n" : "");
      imsi_strbuf_text(&c->serves, reason);
      imsi_strbuf_text(&c->serves, ": ");
    }
    before = reason;
    imsi_held_name_claim(&claims[i], &c->serves);
    imsi_add_place(&d->held, &c->places, claims[i].pos);
  }
}

/* ---- rows ---- */

static void add_section(imsi_table *table, const char *title)
{
  imsi_table_row(table, IMS_ROW_SECTION);
  imsi_table_set(table, DOCUMENT, title);
}

static void add_row(const imsi_shared_run *run, imsi_table *table, const imsi_user *user, const char *system,
                    const cells *c)
{
  const imsi_documents *d = &run->documents;
  const int kind = ims_entry_word(d->held.given, user->document, IMS_FIELD_KIND);
  imsi_strbuf text = { 0 };
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_held_name_entry(d->held.given, user->document, &text);
  imsi_strbuf_text(&text, kind == IMS_IS_RECORD ? " (record)" : "");
  imsi_table_set_text(table, DOCUMENT, &text);
  imsi_strbuf_free(&text);
  imsi_table_set(table, SYSTEM, system);
  imsi_table_set_text(table, SERVES, &c->serves);
  imsi_table_set_text(table, REUSE, &c->reuse);
  imsi_table_set_text(table, PLACE, &c->places);
}

static ims_status add_several(imsi_shared_run *run, imsi_table *table, const imsi_user *user)
{
  ims_status status = IMS_OK;
  for (uint32_t system = 0; !status && system < IMS_SYSTEMS_MAX; system++) {
    cells c = { 0 };
    if (!(user->systems & run->documents.held.chosen) ||
        !(user->systems & run->documents.held.chosen & (ims_systems)1 << system))
      continue;
    say_claims(run, user, system, &c);
    status = say_reuse(run, user, system, &c);
    if (!status)
      add_row(run, table, user, run->documents.held.systems[system].id, &c);
    free_cells(&c);
  }
  return status;
}

static void add_single(const imsi_shared_run *run, imsi_table *table, const imsi_user *user)
{
  for (uint32_t system = 0; system < IMS_SYSTEMS_MAX; system++) {
    cells c = { 0 };
    if (!(user->sole & run->documents.held.chosen & (ims_systems)1 << system))
      continue;
    say_sole(run, user, system, &c);
    add_row(run, table, user, run->documents.held.systems[system].id, &c);
    free_cells(&c);
  }
}

static void add_many(const imsi_shared_run *run, imsi_table *table, const imsi_user *user)
{
  cells c = { 0 };
  imsi_strbuf_text(&c.serves, "carries ");
  say_count(&c.serves, user->clauses, " clause", " clauses");
  imsi_add_place(&run->documents.held, &c.places,
                 ims_entry_pos(run->documents.held.given, user->document, IMS_FIELD_ID));
  add_row(run, table, user, NULL, &c);
  free_cells(&c);
}

static void add_idle(const imsi_shared_run *run, imsi_table *table, const imsi_user *user)
{
  cells c = { 0 };
  say_idle(run, user, &c);
  add_row(run, table, user, NULL, &c);
  free_cells(&c);
}

/* ---- the table ---- */

static ims_status add_rows(imsi_shared_run *run, imsi_table *table)
{
  const imsi_vec *users = &run->users;
  add_section(table, "Documents that serve several systems");
  for (size_t i = 0; i < users->count; i++)
    if (imsi_shared_serves_several(run, &IMSI_AT(imsi_user, users, i)))
      IMS_TRY(add_several(run, table, &IMSI_AT(imsi_user, users, i)));
  add_section(table, "Single points of failure");
  for (size_t i = 0; i < users->count; i++) {
    const imsi_user *user = &IMSI_AT(imsi_user, users, i);
    if (imsi_shared_is_single(run, user))
      add_single(run, table, user);
    if (imsi_shared_carries_many(run, user))
      add_many(run, table, user);
  }
  add_section(table, "Documents that serve nothing");
  for (size_t i = 0; i < users->count; i++)
    if (imsi_shared_serves_nothing(run, &IMSI_AT(imsi_user, users, i)))
      add_idle(run, table, &IMSI_AT(imsi_user, users, i));
  add_section(table, "Claims without effect of documents that serve something");
  for (size_t i = 0; i < users->count; i++)
    if (imsi_shared_has_idle(run, &IMSI_AT(imsi_user, users, i)))
      add_idle(run, table, &IMSI_AT(imsi_user, users, i));
  return IMS_OK;
}

ims_status imsi_shared_make_wide(imsi_shared_run *run, ims_table **finished)
{
  return imsi_shared_make(run, columns, sizeof columns / sizeof *columns, add_rows, finished);
}
