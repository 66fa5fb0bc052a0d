/* Which row of a sheet has the headers, and what kind of entries it is about. */

#include "base/try.h"
#include "base/utf8.h"
#include "read/register_sheet_internal.h"

#include <string.h>

enum { LONGEST_HEADER = 120, FEWEST_HEADERS = 2 };

/* ---- headers ---- */

const char *imsi_header_plain(imsi_sheet_reading *r, const char *text)
{
  imsi_strbuf_clear(&r->plain);
  if (*text == '#' && strspn(text, "# ") == strlen(text))
    text = "no"; /* the one name without a letter */
  imsi_utf8_plain(text, &r->plain);
  return imsi_strbuf_string(&r->plain);
}

/* The text without what stands in brackets: units, forms, explanations. */
static const char *without_brackets(imsi_sheet_reading *r, const char *text)
{
  int depth = 0;
  imsi_strbuf_clear(&r->part);
  for (; *text; text++) {
    depth += *text == '(' || *text == '[';
    if (!depth)
      imsi_strbuf_bytes(&r->part, text, 1);
    depth -= depth && (*text == ')' || *text == ']');
  }
  return imsi_strbuf_string(&r->part);
}

/* A header in two languages, or with a second name: "Dokument / Document". NULL at the end. */
static const char *next_name(imsi_sheet_reading *r, const char *text)
{
  text += strspn(text, " /|\n");
  if (!*text)
    return NULL;
  const size_t size = strcspn(text, "/|\n");
  imsi_strbuf_clear(&r->part);
  imsi_strbuf_bytes(&r->part, text, size);
  return text + size;
}

imsi_column_meaning imsi_header_mean(imsi_sheet_reading *r, const char *text, ims_entry_kind kind)
{
  imsi_column_meaning found = imsi_column_mean(r->reader, imsi_header_plain(r, text), kind);
  if (found.field != IMS_FIELD_COUNT)
    return found;
  found = imsi_column_mean(r->reader, imsi_header_plain(r, without_brackets(r, text)), kind);
  if (found.field != IMS_FIELD_COUNT) {
    found.how = "name without brackets";
    return found;
  }
  imsi_column_meaning first = found;
  for (const char *rest = text; (rest = next_name(r, rest));) {
    found = imsi_column_mean(r->reader, imsi_header_plain(r, imsi_strbuf_string(&r->part)), kind);
    if (found.field == IMS_FIELD_COUNT)
      continue;
    if (first.field != IMS_FIELD_COUNT && first.field != found.field) {
      found.field = IMS_FIELD_COUNT;
      found.how = "its names mean different things";
      return found;
    }
    first = found;
    first.how = "one of its names";
  }
  return first;
}

/* A header that names one standard and nothing but its clauses. */
static ims_status names_standard(imsi_sheet_reading *r, const char *text, imsi_citation_context *context, bool *one)
{
  size_t named = 0;
  *one = false;
  if (!imsi_only_clause_words(imsi_header_plain(r, text)))
    return r->plain.status;
  const ims_status status = imsi_citations_header(r->reader->citations, text, strlen(text), context, &named);
  *one = !status && named == 1 && (context->edition || (context->standard && *context->standard));
  return status == IMS_LIMIT ? IMS_OK : status;
}

static ims_status count_citation(void *context, const imsi_citation *citation)
{
  size_t *count = context;
  *count += citation->node.index != IMS_NO_NODE ? 1 : 2;
  return IMS_OK;
}

/* A header that is a clause: the cells below it are marks. */
static ims_status names_clause(imsi_sheet_reading *r, const char *text, uint32_t sheet_context, bool *one)
{
  const imsi_clause_context *about = &IMSI_AT(imsi_clause_context, &r->reader->contexts, sheet_context);
  const imsi_citation_context context = { .edition = about->edition,
                                          .standard = about->standard,
                                          .clauses_only = about->edition || about->standard };
  size_t count = 0;
  const ims_status status =
      imsi_citations_read(r->reader->citations, &context, text, strlen(text), count_citation, &count);
  *one = !status && count == 1;
  return status == IMS_LIMIT ? IMS_OK : status;
}

/* What a header means that no list of names has. */
ims_status imsi_header_mean_otherwise(imsi_sheet_reading *r, const char *text, ims_entry_kind kind,
                                      uint32_t sheet_context, imsi_column_meaning *found,
                                      imsi_citation_context *context)
{
  bool one = false;
  const bool systems = imsi_kind_has_field(kind, IMS_FIELD_SYSTEMS),
             clauses = imsi_kind_has_field(kind, IMS_FIELD_CLAUSES);
  if (systems && imsi_edition_of_system_word(r->reader->model, imsi_header_plain(r, text))) {
    *found = (imsi_column_meaning){ IMS_FIELD_SYSTEMS, "a system, for marks", 1, true };
    return IMS_OK;
  }
  if (clauses && imsi_only_clause_words(imsi_header_plain(r, text)))
    IMS_TRY(names_clause(r, text, sheet_context, &one));
  if (one) {
    *found = (imsi_column_meaning){ IMS_FIELD_CLAUSES, "a clause, for marks", 1, true };
    return IMS_OK;
  }
  if (clauses || kind == IMS_ENTRY_CONTROL)
    IMS_TRY(names_standard(r, text, context, &one));
  if (one)
    *found =
        (imsi_column_meaning){ clauses ? IMS_FIELD_CLAUSES : IMS_FIELD_ID, "the standard that it names", 2, false };
  else
    *context = (imsi_citation_context){ 0 };
  return r->plain.status ? r->plain.status : r->part.status;
}

static bool can_be_header(const imsi_cell *cell)
{
  return cell->kind == IMSI_CELL_TEXT && !cell->merged && *cell->text && strlen(cell->text) <= LONGEST_HEADER;
}

/* ---- which row, which kind ---- */

static imsi_sheet_guess guess_row(imsi_sheet_reading *r, size_t index, ims_entry_kind kind)
{
  const imsi_sheet_row *row = &IMSI_AT(imsi_sheet_row, &r->rows, index);
  imsi_sheet_guess g = { .kind = kind, .row = index };
  bool seen[IMS_FIELD_COUNT] = { false };
  for (size_t i = 0; i < row->count; i++) {
    if (!can_be_header(&row->cells[i]))
      continue;
    const imsi_column_meaning found = imsi_header_mean(r, row->cells[i].text, kind);
    if (found.field == IMS_FIELD_COUNT)
      continue;
    g.known++;
    if (seen[found.field])
      continue;
    seen[found.field] = true;
    g.weight += found.weight;
  }
  g.named = seen[IMS_FIELD_ID] || seen[IMS_FIELD_TITLE] ||
            (!imsi_kind_has_field(kind, IMS_FIELD_ID) && !imsi_kind_has_field(kind, IMS_FIELD_TITLE) &&
             seen[IMS_FIELD_CLAUSES]);
  return g;
}

static imsi_sheet_guess guess_kind(imsi_sheet_reading *r, ims_entry_kind kind, const char *plain_title)
{
  imsi_sheet_guess best = { .kind = kind };
  const int hint = imsi_kind_hint(plain_title, kind);
  for (size_t i = 0; i < r->rows.count; i++) {
    const imsi_sheet_guess g = guess_row(r, i, kind);
    const size_t fewest = hint ? 1 : FEWEST_HEADERS;
    if (g.known >= fewest && (!best.known || g.known > best.known || (g.known == best.known && !best.named && g.named)))
      best = g;
  }
  best.weight += best.known ? hint : 0;
  return best;
}

static bool is_better(const imsi_sheet_guess *a, const imsi_sheet_guess *b)
{
  if (a->named != b->named)
    return a->named;
  return a->weight > b->weight;
}

/* What the sheet most likely is; `known` is 0 if nothing fits. */
ims_status imsi_sheet_guess_headers(imsi_sheet_reading *r, imsi_sheet_guess *best)
{
  imsi_strbuf title = { 0 };
  imsi_utf8_plain(r->title, &title);
  imsi_sheet_guess systems = { .known = 0 };
  *best = guess_kind(r, IMS_ENTRY_DOCUMENT, imsi_strbuf_string(&title));
  for (int kind = 0; kind < IMS_ENTRY_KIND_COUNT; kind++) {
    const imsi_sheet_guess g = guess_kind(r, (ims_entry_kind)kind, imsi_strbuf_string(&title));
    if (g.known && (!best->known || is_better(&g, best)))
      *best = g;
    systems = kind == IMS_ENTRY_SYSTEM ? g : systems;
  }
  if (!best->named)
    best->known = 0;
  bool lists = false;
  ims_status status = title.status ? title.status : r->plain.status ? r->plain.status : r->part.status;
  if (!status && best->known && best->kind == IMS_ENTRY_DOCUMENT && systems.named && systems.row == best->row &&
      systems.weight >= best->weight)
    status = imsi_sheet_lists_systems(r, &systems, &lists);
  if (lists)
    *best = systems;
  imsi_strbuf_free(&title);
  return status;
}
