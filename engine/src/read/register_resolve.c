/* What can be understood once everything is read: systems, who names them, and the clauses. */

#include "base/try.h"
#include "base/utf8.h"
#include "model/editions.h"
#include "model/register_internal.h"
#include "read/register_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A text for systems that was understood before. */
typedef struct known_text {
  const char *text; /* the register's own copy */
  ims_systems systems;
  bool whole;
} known_text;

enum { MOST_KNOWN = 64 };

typedef struct resolving {
  ims_register_reader *reader;
  bool *named; /* by edition: an entry names a system of it that nobody lists */
  known_text known[MOST_KNOWN];
  size_t known_count;
} resolving;

static ims_pos pos_of(const ims_register_reader *reader, const imsi_waiting *waiting)
{
  const ims_sheet *sheet = imsi_register_sheet_at(reader->evidence, waiting->sheet);
  return (ims_pos){ sheet->file, waiting->line, waiting->column, *sheet->name ? sheet->name : NULL };
}

static void count_understood(ims_register_reader *reader, const imsi_waiting *waiting)
{
  imsi_register_column_at(reader->evidence, waiting->sheet, waiting->sheet_column)->understood++;
}

/* ---- systems ---- */

static ims_status add_listed(ims_register_reader *reader, const imsi_waiting *waiting)
{
  bool dated;
  const ims_edition *edition = imsi_named_edition(reader->model, waiting->text, strlen(waiting->text), &dated);
  if (!edition)
    IMS_TRY(imsi_edition_of_other_year(reader, waiting->text, pos_of(reader, waiting), &edition));
  if (!edition)
    return imsi_reader_problem(reader, IMS_DIAG_UNKNOWN_EDITION, pos_of(reader, waiting), waiting->text, NULL, NULL);
  const char *id = ims_entry_name(reader->evidence, waiting->entry);
  const ims_status status = imsi_register_system(reader->evidence, waiting->entry, id, edition);
  if (status == IMS_LIMIT) {
    char most[16];
    snprintf(most, sizeof most, "%d", IMS_SYSTEMS_MAX);
    return imsi_reader_problem(reader, IMS_DIAG_TOO_MANY_SYSTEMS, pos_of(reader, waiting), id, most, NULL);
  }
  if (!status)
    count_understood(reader, waiting);
  return status;
}

const ims_system *imsi_system_of(const ims_register *evidence, const ims_edition *edition)
{
  size_t count;
  const ims_system *systems = ims_register_systems(evidence, &count);
  for (size_t i = 0; i < count; i++)
    if (imsi_same_standard(systems[i].edition, edition))
      return &systems[i];
  return NULL;
}

/* ---- the systems that an entry names ---- */

/* What a part of such a text says. */
typedef struct named_systems {
  ims_systems systems;
  const ims_edition *edition; /* of a standard without a system */
  bool known;
} named_systems;

static bool is_called(const char *name, const char *part)
{
  return *name && imsi_utf8_compare_folded(name, part) == 0;
}

static ims_systems called(const ims_register *evidence, const char *part)
{
  size_t count;
  ims_systems found = 0;
  const ims_system *systems = ims_register_systems(evidence, &count);
  for (size_t i = 0; i < count; i++)
    if (is_called(systems[i].id, part) ||
        (systems[i].entry.index != IMS_NO_ENTRY &&
         is_called(ims_entry_text(evidence, systems[i].entry, IMS_FIELD_TITLE), part)))
      found |= (ims_systems)1 << i;
  return found;
}

static named_systems of_standard(const ims_register *evidence, const ims_edition *edition)
{
  size_t count;
  named_systems found = { .known = true };
  const ims_system *systems = ims_register_systems(evidence, &count);
  for (size_t i = 0; i < count; i++)
    if (imsi_same_standard(systems[i].edition, edition))
      found.systems |= (ims_systems)1 << i;
  if (!found.systems)
    found.edition = edition;
  return found;
}

static named_systems find_named(const ims_register_reader *reader, const char *part, const char *folded)
{
  size_t count;
  bool dated;
  named_systems found = { .systems = called(reader->evidence, part) };
  found.known = found.systems != 0;
  if (found.known)
    return found;
  if (imsi_means_all_systems(folded)) {
    ims_register_systems(reader->evidence, &count);
    found.systems = count < IMS_SYSTEMS_MAX ? ((ims_systems)1 << count) - 1 : ~(ims_systems)0;
    found.known = true;
    return found;
  }
  const ims_edition *edition = imsi_named_edition(reader->model, part, strlen(part), &dated);
  if (!edition)
    edition = imsi_edition_of_system_word(reader->model, folded);
  return edition && edition->kind == IMS_EDITION_REQUIREMENTS ? of_standard(reader->evidence, edition) : found;
}

enum { NAMES_SHOWN = 200 };

static ims_status report_unknown(ims_register_reader *reader, const imsi_waiting *waiting, const char *part)
{
  imsi_strbuf names = { 0 };
  size_t count;
  const ims_system *systems = ims_register_systems(reader->evidence, &count);
  for (size_t i = 0; i < count && names.size <= NAMES_SHOWN; i++) {
    imsi_strbuf_text(&names, i ? ", " : "");
    imsi_strbuf_text(&names, systems[i].id);
  }
  ims_status status = names.status;
  if (!status)
    status = imsi_reader_problem(reader, IMS_DIAG_UNKNOWN_SYSTEM, pos_of(reader, waiting), part,
                                 count ? imsi_strbuf_string(&names) : "none", NULL);
  imsi_strbuf_free(&names);
  return status;
}

/* Cuts the next part off a list of systems: it ends with a comma, a semicolon, a line break, `+` or `&`, or with a `/`
   that is no part of "ISO/IEC". Returns the end of the list, or where the rest begins. */
static char *next_part(char *text, char **part)
{
  text += strspn(text, " \t\r\n,;+&/");
  *part = text;
  char *end = text;
  while (*end && !strchr(",;\n+&", *end) && !(*end == '/' && strncmp(end, "/IEC", 4) != 0))
    end++;
  char *rest = *end ? end + 1 : end;
  while (end > text && strchr(" \t\r", end[-1]))
    end--;
  *end = '\0';
  return rest;
}

/* What to do with a part: `first` collects the standards that need a system, else it is reported if it is unknown. */
static ims_status take_part(resolving *r, const imsi_waiting *waiting, const char *part, bool first, known_text *sum,
                            imsi_strbuf *folded)
{
  imsi_strbuf_clear(folded);
  imsi_utf8_fold(part, folded);
  IMS_TRY(folded->status);
  if (imsi_says_nothing(part, strlen(part)))
    return IMS_OK;
  const named_systems named = find_named(r->reader, part, imsi_strbuf_string(folded));
  sum->systems |= named.systems;
  sum->whole = sum->whole && named.known;
  if (first && named.edition)
    r->named[named.edition->index] = true;
  return !first && !named.known ? report_unknown(r->reader, waiting, part) : IMS_OK;
}

static ims_status take_systems(resolving *r, const imsi_waiting *waiting, bool first, known_text *sum)
{
  imsi_strbuf list = { 0 }, folded = { 0 };
  imsi_strbuf_text(&list, waiting->text);
  ims_status status = list.status;
  *sum = (known_text){ .text = waiting->text, .whole = true };
  if (list.data && imsi_says_nothing(list.data, list.size))
    imsi_strbuf_clear(&list);
  for (char *rest = list.data, *part; !status && rest && *rest;) {
    rest = next_part(rest, &part);
    if (*part)
      status = take_part(r, waiting, part, first, sum, &folded);
  }
  imsi_strbuf_free(&list);
  imsi_strbuf_free(&folded);
  return status;
}

static const known_text *find_known(const resolving *r, const char *text)
{
  for (size_t i = 0; i < r->known_count; i++)
    if (r->known[i].text == text)
      return &r->known[i];
  return NULL;
}

static void remember(resolving *r, const known_text *sum)
{
  if (r->known_count < MOST_KNOWN)
    r->known[r->known_count++] = *sum;
}

static ims_status add_named(resolving *r)
{
  for (size_t i = 0; i < ims_edition_count(r->reader->model); i++) {
    const ims_edition *edition = ims_edition_at(r->reader->model, i);
    const char *id;
    if (!r->named[i] || imsi_system_of(r->reader->evidence, edition))
      continue;
    IMS_TRY(imsi_register_text(r->reader->evidence, edition->id, strcspn(edition->id, ":"), &id));
    const ims_status status = imsi_register_system(r->reader->evidence, (ims_entry){ IMS_NO_ENTRY }, id, edition);
    if (status && status != IMS_LIMIT)
      return status;
  }
  return IMS_OK;
}

static ims_status name_systems(resolving *r, const imsi_waiting *waiting, bool first)
{
  const known_text *known = find_known(r, waiting->text);
  known_text sum;
  if (known && (first || known->whole)) { /* what was not understood is reported each time */
    sum = *known;
  } else {
    IMS_TRY(take_systems(r, waiting, first, &sum));
    if (!known)
      remember(r, &sum);
  }
  if (first)
    return IMS_OK;
  if (ims_entry_names_systems(r->reader->evidence, waiting->entry))
    sum.systems |= ims_entry_systems(r->reader->evidence, waiting->entry); /* of another column */
  if (sum.systems)
    imsi_register_name_systems(r->reader->evidence, waiting->entry, sum.systems);
  if (!sum.whole)
    return imsi_vec_push(&r->reader->unclear, &waiting->entry.index);
  count_understood(r->reader, waiting);
  return IMS_OK;
}

/* ---- all of it ---- */

/* The claims of an entry come together: the id of a control counts as its clause. */
static bool is_of(ims_field asked, ims_field field)
{
  return field == asked || (asked == IMS_FIELD_CLAUSES && field == IMS_FIELD_ID);
}

static ims_status for_each(resolving *r, ims_field field, ims_status (*act)(resolving *r, const imsi_waiting *waiting))
{
  const imsi_vec *waiting = &r->reader->waiting;
  for (size_t i = 0; i < waiting->count; i++)
    if (is_of(field, IMSI_AT(imsi_waiting, waiting, i).field))
      IMS_TRY(act(r, &IMSI_AT(imsi_waiting, waiting, i)));
  return IMS_OK;
}

static ims_status list_system(resolving *r, const imsi_waiting *waiting)
{
  return add_listed(r->reader, waiting);
}

static ims_status look_at_systems(resolving *r, const imsi_waiting *waiting)
{
  return name_systems(r, waiting, true);
}

static ims_status take_named(resolving *r, const imsi_waiting *waiting)
{
  return name_systems(r, waiting, false);
}

static ims_status take_clauses(resolving *r, const imsi_waiting *waiting)
{
  bool understood;
  if (waiting->field == IMS_FIELD_ID)
    return imsi_register_control(r->reader, waiting);
  IMS_TRY(imsi_register_clauses(r->reader, waiting, &understood));
  if (understood)
    count_understood(r->reader, waiting);
  return IMS_OK;
}

static ims_status resolve(resolving *r)
{
  IMS_TRY(for_each(r, IMS_FIELD_EDITION, list_system));
  IMS_TRY(for_each(r, IMS_FIELD_SYSTEMS, look_at_systems));
  IMS_TRY(add_named(r));
  r->known_count = 0; /* there may be more systems now */
  IMS_TRY(for_each(r, IMS_FIELD_SYSTEMS, take_named));
  return for_each(r, IMS_FIELD_CLAUSES, take_clauses);
}

ims_status imsi_register_resolve(ims_register_reader *reader)
{
  resolving *r = calloc(1, sizeof *r);
  if (!r)
    return IMS_NOMEM;
  r->reader = reader;
  r->named = calloc(ims_edition_count(reader->model) + 1, sizeof *r->named);
  const ims_status status = r->named ? resolve(r) : IMS_NOMEM;
  free(r->named);
  free(r);
  return status;
}
