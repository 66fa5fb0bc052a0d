/* The row of the headers becomes columns. */

#include "base/try.h"
#include "model/editions.h"
#include "read/register_sheet_internal.h"

#include <string.h>

/* ---- what the sheet is about ---- */

/* Adds what is known of clauses, from the header of a column or, without one, from around it; `index` gets where. */
static ims_status add_context(imsi_sheet_reading *r, const imsi_citation_context *given, const char *header,
                              ims_pos pos, uint32_t *index)
{
  if (given->year)
    IMS_TRY(imsi_register_year(r->reader, pos, given->year, given->standard, given->edition));
  const imsi_clause_context context = { .edition = given->edition,
                                        .standard = given->edition ? NULL : given->standard,
                                        .annex = given->annex,
                                        .clauses = header && imsi_speaks_of_clauses(imsi_header_plain(r, header)),
                                        .dated = given->edition != NULL,
                                        .weak = !header };
  *index = (uint32_t)r->reader->contexts.count;
  return imsi_vec_push(&r->reader->contexts, &context);
}

static ims_status look_for_standard(imsi_sheet_reading *r, const char *text, imsi_citation_context *context,
                                    size_t *standards)
{
  size_t named = 0;
  const ims_status status = imsi_citations_header(r->reader->citations, text, strlen(text), context, &named);
  *standards += named;
  return status == IMS_LIMIT ? IMS_OK : status;
}

/* The one standard that the name of the sheet and what stands above the headers speak of. */
ims_status imsi_sheet_context(imsi_sheet_reading *r, size_t header, uint32_t *index, const ims_edition **edition)
{
  imsi_citation_context context = { 0 };
  size_t standards = 0;
  ims_pos pos = r->rows.count ? IMSI_AT(imsi_sheet_row, &r->rows, 0).pos : (ims_pos){ 0 };
  *index = 0;
  *edition = NULL;
  IMS_TRY(look_for_standard(r, r->title, &context, &standards));
  for (size_t i = 0; i < header; i++) {
    const imsi_sheet_row *row = &IMSI_AT(imsi_sheet_row, &r->rows, i);
    for (size_t k = 0; k < row->count; k++) {
      const size_t before = standards;
      IMS_TRY(look_for_standard(r, row->cells[k].text, &context, &standards));
      pos = standards > before ? row->cells[k].pos : pos;
    }
  }
  if (standards != 1)
    return IMS_OK;
  *edition = context.edition;
  if (!*edition && context.standard)
    *edition = imsi_edition_usual(r->reader->model, context.standard, strlen(context.standard));
  return add_context(r, &context, NULL, pos, index);
}

/* ---- columns ---- */

static bool may_repeat(ims_field field)
{
  const ims_field_kind kind = ims_field_kind_of(field);
  return field != IMS_FIELD_ID &&
         (kind == IMS_HOLDS_TEXT || kind == IMS_HOLDS_LIST || kind == IMS_HOLDS_CLAUSES || kind == IMS_HOLDS_SYSTEMS);
}

static void ignore(imsi_found_columns *f, uint32_t index, const char *how)
{
  IMSI_AT(imsi_column, &f->columns, index).field = IMS_FIELD_COUNT;
  IMSI_AT(ims_sheet_column, &f->shown, index).field = IMS_FIELD_COUNT;
  IMSI_AT(ims_sheet_column, &f->shown, index).how = how;
}

/* Of two columns with a field that can have one value the first counts; of ids the one that says whose they are. */
static ims_status settle(imsi_sheet_reading *r, imsi_found_columns *f, uint32_t index, int weight)
{
  const ims_field field = IMSI_AT(imsi_column, &f->columns, index).field;
  uint32_t other;
  if (field == IMS_FIELD_COUNT || may_repeat(field))
    return IMS_OK;
  other = f->by_field[field];
  const bool first = other == UINT32_MAX, better = field == IMS_FIELD_ID && weight > f->id_weight;
  if (first || better) {
    f->by_field[field] = index;
    f->id_weight = field == IMS_FIELD_ID ? weight : f->id_weight;
  }
  if (first)
    return IMS_OK;
  const uint32_t loser = better ? other : index, winner = better ? index : other;
  ignore(f, loser, "another column says the same");
  if (field == IMS_FIELD_ID)
    return IMS_OK; /* a number of the line */
  return imsi_reader_problem(r->reader, IMS_DIAG_REPEATED_COLUMN, IMSI_AT(ims_sheet_column, &f->shown, loser).pos,
                             IMSI_AT(ims_sheet_column, &f->shown, loser).title,
                             IMSI_AT(ims_sheet_column, &f->shown, winner).title, NULL);
}

/* A header that is known by its name may tell the standard as well: "Clauses (ISO 9001)". */
static ims_status take_standard(imsi_sheet_reading *r, const char *text, imsi_citation_context *context)
{
  size_t named = 0;
  IMS_TRY(look_for_standard(r, text, context, &named));
  if (named != 1)
    *context = (imsi_citation_context){ 0 };
  return IMS_OK;
}

static ims_status add_column(imsi_sheet_reading *r, imsi_found_columns *f, const imsi_cell *cell, ims_entry_kind kind,
                             uint32_t sheet_context)
{
  imsi_column column = { .field = IMS_FIELD_COUNT, .context = sheet_context, .hidden = cell->hidden };
  imsi_citation_context context = { 0 };
  const uint32_t index = (uint32_t)f->columns.count;
  IMS_TRY(imsi_register_text(r->reader->evidence, cell->text, strlen(cell->text), &column.title));
  imsi_column_meaning found = imsi_header_mean(r, cell->text, kind);
  if (found.field == IMS_FIELD_COUNT)
    IMS_TRY(imsi_header_mean_otherwise(r, cell->text, kind, sheet_context, &found, &context));
  else if (found.field == IMS_FIELD_CLAUSES)
    IMS_TRY(take_standard(r, cell->text, &context));
  column.field = found.field;
  column.mark = found.mark;
  if (context.edition || context.standard) {
    IMS_TRY(add_context(r, &context, cell->text, cell->pos, &column.context));
    column.edition = context.edition ? context.edition
                                     : imsi_edition_usual(r->reader->model, context.standard, strlen(context.standard));
  }
  IMS_TRY(imsi_vec_push(&f->columns, &column));
  IMS_TRY(imsi_vec_push(&f->shown, &(ims_sheet_column){ column.title, column.field, found.how, 0, 0, cell->pos }));
  return settle(r, f, index, found.weight);
}

/* True if a header calls itself a title. */
static bool says_title(imsi_sheet_reading *r, const char *header)
{
  static const char *const words[] = { "title", "titel", "titre", "titulo", "intitule" };
  const char *plain = imsi_header_plain(r, header);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (strstr(plain, words[i]))
      return true;
  return false;
}

/* Where nothing is called an id, and two columns name the entry ("Process" and "Name"), the first is the id: the first
   that is not called a title, if there is one ("Title" and "Doc"). */
static void first_name_is_id(imsi_sheet_reading *r, ims_entry_kind kind, imsi_found_columns *f)
{
  size_t names = 0, first = 0, lowest = 0;
  bool title = true;
  if (!imsi_kind_has_field(kind, IMS_FIELD_ID) || f->by_field[IMS_FIELD_ID] != UINT32_MAX)
    return;
  for (size_t i = f->columns.count; i-- > 0;)
    if (IMSI_AT(imsi_column, &f->columns, i).field == IMS_FIELD_TITLE) {
      const bool is_title = says_title(r, IMSI_AT(ims_sheet_column, &f->shown, i).title);
      first = !names || title || !is_title ? i : first;
      title = title && is_title;
      lowest = i;
      names++;
    }
  if (names < 2)
    return;
  IMSI_AT(imsi_column, &f->columns, first).field = IMS_FIELD_ID;
  IMSI_AT(ims_sheet_column, &f->shown, first).field = IMS_FIELD_ID;
  IMSI_AT(ims_sheet_column, &f->shown, first).how =
      first == lowest ? "the first of its names" : "of its names the first that is no title";
}

/* The columns of the row with the headers, and one for cells that stand below none. */
ims_status imsi_sheet_find_columns(imsi_sheet_reading *r, const imsi_sheet_guess *g, uint32_t sheet_context,
                                   imsi_found_columns *f)
{
  const imsi_sheet_row *row = &IMSI_AT(imsi_sheet_row, &r->rows, g->row);
  const imsi_column none = { .field = IMS_FIELD_COUNT, .title = "" };
  const uint32_t unknown = UINT32_MAX;
  for (int field = 0; field < IMS_FIELD_COUNT; field++)
    f->by_field[field] = UINT32_MAX;
  r->table.by_number.count = 0;
  for (size_t i = 0; i < row->count; i++) {
    if (row->cells[i].merged || !*row->cells[i].text)
      continue;
    while (r->table.by_number.count <= row->cells[i].column)
      IMS_TRY(imsi_vec_push(&r->table.by_number, &unknown));
    IMSI_AT(uint32_t, &r->table.by_number, row->cells[i].column) = (uint32_t)f->columns.count;
    IMS_TRY(add_column(r, f, &row->cells[i], g->kind, sheet_context));
  }
  first_name_is_id(r, g->kind, f);
  IMS_TRY(imsi_vec_push(&f->columns, &none));
  IMS_TRY(imsi_vec_push(&f->shown, &(ims_sheet_column){ "", IMS_FIELD_COUNT, "there is no header", 0, 0, row->pos }));
  for (size_t i = 0; i < r->table.by_number.count; i++)
    if (IMSI_AT(uint32_t, &r->table.by_number, i) == UINT32_MAX)
      IMSI_AT(uint32_t, &r->table.by_number, i) = (uint32_t)f->columns.count - 1;
  return IMS_OK;
}
