/* Sheets: which row has the headers, what kind of entries it is about, and what its columns mean. */

#include "base/try.h"
#include "base/utf8.h"
#include "read/register_sheet_internal.h"

#include <stdlib.h>
#include <string.h>

enum { HEADER_ROWS = 30, LONGEST_HEADER = 120, FEWEST_HEADERS = 2 };

/* A sheet whose headers are still looked for, or one whose rows are read. */
typedef struct reading {
  ims_register_reader *reader;
  const char *file;  /* the register's own copies */
  const char *name;  /* of the sheet; "" in a file without sheets, which pos.sheet tells */
  const char *title; /* what the sheet, or the file, is called */
  bool open, hidden;
  bool decided, ignored;
  imsi_arena arena; /* of the rows that wait */
  imsi_vec rows;    /* of imsi_sheet_row */
  imsi_table_sheet table;
  imsi_strbuf plain, part;
} reading;

/* A row that may have the headers, in a sheet of a kind. */
typedef struct guess {
  ims_entry_kind kind;
  size_t row;
  size_t known; /* headers that mean something */
  int weight;
  bool named; /* something tells entries apart */
} guess;

/* ---- rows that wait ---- */

static ims_status copy_text(imsi_arena *arena, const char **text)
{
  const char *copy = imsi_arena_copy(arena, *text, strlen(*text));
  if (copy)
    *text = copy;
  return copy ? IMS_OK : IMS_NOMEM;
}

static ims_status keep_row(reading *r, const imsi_sheet_row *row)
{
  imsi_sheet_row copy = *row;
  imsi_cell *cells = imsi_arena_alloc(&r->arena, row->count * sizeof *cells);
  if (!cells)
    return IMS_NOMEM;
  copy.lines = copy.bytes = NULL;
  copy.width = 0;
  copy.pos.file = r->file;
  copy.pos.sheet = *r->name ? r->name : NULL;
  for (size_t i = 0; i < row->count; i++) {
    cells[i] = row->cells[i];
    cells[i].pos.file = copy.pos.file;
    cells[i].pos.sheet = copy.pos.sheet;
    IMS_TRY(copy_text(&r->arena, &cells[i].text));
  }
  copy.cells = cells;
  return imsi_vec_push(&r->rows, &copy);
}

/* ---- headers ---- */

static const char *plain_of(reading *r, const char *text)
{
  imsi_strbuf_clear(&r->plain);
  if (*text == '#' && strspn(text, "# ") == strlen(text))
    text = "no"; /* the one name without a letter */
  imsi_utf8_plain(text, &r->plain);
  return imsi_strbuf_string(&r->plain);
}

/* The text without what stands in brackets: units, forms, explanations. */
static const char *without_brackets(reading *r, const char *text)
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
static const char *next_name(reading *r, const char *text)
{
  text += strspn(text, " /|\n");
  if (!*text)
    return NULL;
  const size_t size = strcspn(text, "/|\n");
  imsi_strbuf_clear(&r->part);
  imsi_strbuf_bytes(&r->part, text, size);
  return text + size;
}

static imsi_column_meaning mean(reading *r, const char *text, ims_entry_kind kind)
{
  imsi_column_meaning found = imsi_column_mean(r->reader, plain_of(r, text), kind);
  if (found.field != IMS_FIELD_COUNT)
    return found;
  found = imsi_column_mean(r->reader, plain_of(r, without_brackets(r, text)), kind);
  if (found.field != IMS_FIELD_COUNT) {
    found.how = "name without brackets";
    return found;
  }
  imsi_column_meaning first = found;
  for (const char *rest = text; (rest = next_name(r, rest));) {
    found = imsi_column_mean(r->reader, plain_of(r, imsi_strbuf_string(&r->part)), kind);
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

static bool has_field(ims_entry_kind kind, ims_field field)
{
  size_t count;
  const ims_field *fields = ims_entry_kind_fields(kind, &count);
  for (size_t i = 0; i < count; i++)
    if (fields[i] == field)
      return true;
  return false;
}

/* A header that names one standard and nothing but its clauses. */
static ims_status names_standard(reading *r, const char *text, imsi_citation_context *context, bool *one)
{
  size_t named = 0;
  *one = false;
  if (!imsi_only_clause_words(plain_of(r, text)))
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
static ims_status names_clause(reading *r, const char *text, uint32_t sheet_context, bool *one)
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
static ims_status mean_otherwise(reading *r, const char *text, ims_entry_kind kind, uint32_t sheet_context,
                                 imsi_column_meaning *found, imsi_citation_context *context)
{
  bool one = false;
  const bool systems = has_field(kind, IMS_FIELD_SYSTEMS), clauses = has_field(kind, IMS_FIELD_CLAUSES);
  if (systems && imsi_edition_of_system_word(r->reader->model, plain_of(r, text))) {
    *found = (imsi_column_meaning){ IMS_FIELD_SYSTEMS, "a system, for marks", 1, true };
    return IMS_OK;
  }
  if (clauses && imsi_only_clause_words(plain_of(r, text)))
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

static guess guess_row(reading *r, size_t index, ims_entry_kind kind)
{
  const imsi_sheet_row *row = &IMSI_AT(imsi_sheet_row, &r->rows, index);
  guess g = { .kind = kind, .row = index };
  bool seen[IMS_FIELD_COUNT] = { false };
  for (size_t i = 0; i < row->count; i++) {
    if (!can_be_header(&row->cells[i]))
      continue;
    const imsi_column_meaning found = mean(r, row->cells[i].text, kind);
    if (found.field == IMS_FIELD_COUNT)
      continue;
    g.known++;
    if (seen[found.field])
      continue;
    seen[found.field] = true;
    g.weight += found.weight;
  }
  g.named = seen[IMS_FIELD_ID] || seen[IMS_FIELD_TITLE] ||
            (!has_field(kind, IMS_FIELD_ID) && !has_field(kind, IMS_FIELD_TITLE) && seen[IMS_FIELD_CLAUSES]);
  return g;
}

static guess guess_kind(reading *r, ims_entry_kind kind, const char *plain_title)
{
  guess best = { .kind = kind };
  const int hint = imsi_kind_hint(plain_title, kind);
  for (size_t i = 0; i < r->rows.count; i++) {
    const guess g = guess_row(r, i, kind);
    const size_t fewest = hint ? 1 : FEWEST_HEADERS;
    if (g.known >= fewest && (!best.known || g.known > best.known || (g.known == best.known && !best.named && g.named)))
      best = g;
  }
  best.weight += best.known ? hint : 0;
  return best;
}

static bool is_better(const guess *a, const guess *b)
{
  if (a->named != b->named)
    return a->named;
  return a->weight > b->weight;
}

/* What the sheet most likely is; `known` is 0 if nothing fits. */
static ims_status guess_sheet(reading *r, guess *best)
{
  imsi_strbuf title = { 0 };
  imsi_utf8_plain(r->title, &title);
  *best = guess_kind(r, IMS_ENTRY_DOCUMENT, imsi_strbuf_string(&title));
  for (int kind = 0; kind < IMS_ENTRY_KIND_COUNT; kind++) {
    const guess g = guess_kind(r, (ims_entry_kind)kind, imsi_strbuf_string(&title));
    if (g.known && (!best->known || is_better(&g, best)))
      *best = g;
  }
  if (!best->named)
    best->known = 0;
  const ims_status status = title.status ? title.status : r->plain.status ? r->plain.status : r->part.status;
  imsi_strbuf_free(&title);
  return status;
}

/* ---- what the sheet is about ---- */

/* Adds what is known of clauses; `index` gets where. */
static ims_status add_context(reading *r, const imsi_citation_context *given, bool weak, uint32_t *index)
{
  const imsi_clause_context context = { .edition = given->edition,
                                        .standard = given->edition ? NULL : given->standard,
                                        .annex = given->annex,
                                        .dated = given->edition != NULL,
                                        .weak = weak };
  *index = (uint32_t)r->reader->contexts.count;
  return imsi_vec_push(&r->reader->contexts, &context);
}

static ims_status look_for_standard(reading *r, const char *text, imsi_citation_context *context, size_t *standards)
{
  size_t named = 0;
  const ims_status status = imsi_citations_header(r->reader->citations, text, strlen(text), context, &named);
  *standards += named;
  return status == IMS_LIMIT ? IMS_OK : status;
}

/* The one standard that the name of the sheet and what stands above the headers speak of. */
static ims_status context_of_sheet(reading *r, size_t header, uint32_t *index, const ims_edition **edition)
{
  imsi_citation_context context = { 0 };
  size_t standards = 0;
  *index = 0;
  *edition = NULL;
  IMS_TRY(look_for_standard(r, r->title, &context, &standards));
  for (size_t i = 0; i < header; i++) {
    const imsi_sheet_row *row = &IMSI_AT(imsi_sheet_row, &r->rows, i);
    for (size_t k = 0; k < row->count; k++)
      IMS_TRY(look_for_standard(r, row->cells[k].text, &context, &standards));
  }
  if (standards != 1)
    return IMS_OK;
  *edition = context.edition;
  if (!*edition && context.standard)
    *edition = imsi_default_edition(r->reader->model, context.standard, strlen(context.standard));
  return add_context(r, &context, true, index);
}

/* ---- columns ---- */

typedef struct found_columns {
  imsi_vec columns;                   /* of imsi_column */
  imsi_vec shown;                     /* of ims_sheet_column */
  uint32_t by_field[IMS_FIELD_COUNT]; /* the first column of the field; UINT32_MAX: none */
  int id_weight;
} found_columns;

static bool may_repeat(ims_field field)
{
  const ims_field_kind kind = ims_field_kind_of(field);
  return field != IMS_FIELD_ID &&
         (kind == IMS_HOLDS_TEXT || kind == IMS_HOLDS_LIST || kind == IMS_HOLDS_CLAUSES || kind == IMS_HOLDS_SYSTEMS);
}

static void ignore(found_columns *f, uint32_t index, const char *how)
{
  IMSI_AT(imsi_column, &f->columns, index).field = IMS_FIELD_COUNT;
  IMSI_AT(ims_sheet_column, &f->shown, index).field = IMS_FIELD_COUNT;
  IMSI_AT(ims_sheet_column, &f->shown, index).how = how;
}

/* Of two columns with a field that can have one value the first counts; of ids the one that says whose they are. */
static ims_status settle(reading *r, found_columns *f, uint32_t index, int weight)
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

static ims_status add_column(reading *r, found_columns *f, const imsi_cell *cell, ims_entry_kind kind,
                             uint32_t sheet_context)
{
  imsi_column column = { .field = IMS_FIELD_COUNT, .context = sheet_context, .hidden = cell->hidden };
  imsi_citation_context context = { 0 };
  const uint32_t index = (uint32_t)f->columns.count;
  IMS_TRY(imsi_register_text(r->reader->evidence, cell->text, strlen(cell->text), &column.title));
  imsi_column_meaning found = mean(r, cell->text, kind);
  if (found.field == IMS_FIELD_COUNT)
    IMS_TRY(mean_otherwise(r, cell->text, kind, sheet_context, &found, &context));
  column.field = found.field;
  column.mark = found.mark;
  if (context.edition || context.standard) {
    IMS_TRY(add_context(r, &context, false, &column.context));
    column.edition = context.edition
                         ? context.edition
                         : imsi_default_edition(r->reader->model, context.standard, strlen(context.standard));
  }
  IMS_TRY(imsi_vec_push(&f->columns, &column));
  IMS_TRY(imsi_vec_push(&f->shown, &(ims_sheet_column){ column.title, column.field, found.how, 0, 0, cell->pos }));
  return settle(r, f, index, found.weight);
}

/* The columns of the row with the headers, and one for cells that stand below none. */
static ims_status find_columns(reading *r, const guess *g, uint32_t sheet_context, found_columns *f)
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
  IMS_TRY(imsi_vec_push(&f->columns, &none));
  IMS_TRY(imsi_vec_push(&f->shown, &(ims_sheet_column){ "", IMS_FIELD_COUNT, "there is no header", 0, 0, row->pos }));
  for (size_t i = 0; i < r->table.by_number.count; i++)
    if (IMSI_AT(uint32_t, &r->table.by_number, i) == UINT32_MAX)
      IMSI_AT(uint32_t, &r->table.by_number, i) = (uint32_t)f->columns.count - 1;
  return IMS_OK;
}

/* ---- a sheet begins ---- */

static ims_status add_sheet(reading *r, const ims_sheet *sheet)
{
  return imsi_register_sheet(r->reader->evidence, sheet, &r->table.sheet);
}

static void take_columns(reading *r, found_columns *f, ims_entry_kind kind)
{
  imsi_vec_free(&r->table.columns);
  r->table.columns = f->columns;
  f->columns = IMSI_VEC(imsi_column);
  r->table.kind = kind;
  r->table.fields = r->table.hidden_columns = 0;
  for (size_t i = 0; i < r->table.columns.count; i++) {
    r->table.fields += IMSI_AT(imsi_column, &r->table.columns, i).field != IMS_FIELD_COUNT;
    r->table.hidden_columns += IMSI_AT(imsi_column, &r->table.columns, i).hidden;
  }
  r->table.open_days.count = 0;
}

static ims_status begin_table(reading *r, const guess *g)
{
  found_columns f = { .columns = IMSI_VEC(imsi_column), .shown = IMSI_VEC(ims_sheet_column) };
  const ims_edition *edition;
  uint32_t context;
  ims_status status = context_of_sheet(r, g->row, &context, &edition);
  if (!status)
    status = find_columns(r, g, context, &f);
  if (!status)
    status = add_sheet(
        r, &(ims_sheet){ .file = r->file,
                         .name = r->name,
                         .kind = g->kind,
                         .how = imsi_kind_hint(plain_of(r, r->title), g->kind) ? "its name and columns" : "its columns",
                         .edition = edition ? edition->id : "",
                         .header = IMSI_AT(imsi_sheet_row, &r->rows, g->row).number,
                         .hidden = r->hidden,
                         .columns = f.shown.data,
                         .column_count = f.shown.count });
  if (!status)
    take_columns(r, &f, g->kind);
  imsi_vec_free(&f.columns);
  imsi_vec_free(&f.shown);
  return status;
}

/* True if no row has two cells: a text, not a table. */
static bool is_prose(const reading *r)
{
  for (size_t i = 0; i < r->rows.count; i++)
    if (IMSI_AT(imsi_sheet_row, &r->rows, i).count > 1)
      return false;
  return true;
}

static ims_status ignore_sheet(reading *r)
{
  const bool people = imsi_sheet_for_people(plain_of(r, r->title));
  const char *how = !r->rows.count ? "it is empty"
                    : people       ? "it is for people"
                    : is_prose(r)  ? "it is a text, not a table"
                                   : "none of its first 30 rows has headers that tell what its lines are";
  r->ignored = true;
  IMS_TRY(add_sheet(r, &(ims_sheet){ .file = r->file,
                                     .name = r->name,
                                     .kind = IMS_ENTRY_KIND_COUNT,
                                     .how = how,
                                     .edition = "",
                                     .hidden = r->hidden,
                                     .rows = r->rows.count }));
  if (!r->rows.count || people)
    return IMS_OK;
  return imsi_reader_problem(r->reader, IMS_DIAG_SHEET_IGNORED, (ims_pos){ r->file, 0, 0, *r->name ? r->name : NULL },
                             how, NULL, NULL);
}

static ims_status decide(reading *r)
{
  guess best;
  r->decided = true;
  IMS_TRY(imsi_columns_prepare(r->reader));
  IMS_TRY(guess_sheet(r, &best));
  if (!best.known)
    return ignore_sheet(r);
  IMS_TRY(begin_table(r, &best));
  for (size_t i = best.row + 1; i < r->rows.count; i++)
    IMS_TRY(imsi_table_sheet_row(&r->table, &IMSI_AT(imsi_sheet_row, &r->rows, i)));
  return IMS_OK;
}

/* ---- what the reader of sheets hands over ---- */

static ims_status end_sheet(reading *r)
{
  if (!r->open)
    return IMS_OK;
  if (!r->decided)
    IMS_TRY(decide(r));
  if (!r->ignored)
    IMS_TRY(imsi_table_sheet_end(&r->table));
  imsi_arena_free(&r->arena);
  r->rows.count = 0;
  r->open = r->decided = r->ignored = false;
  return IMS_OK;
}

static ims_status take_sheet(void *context, const char *name, bool hidden)
{
  reading *r = context;
  IMS_TRY(end_sheet(r));
  r->open = true;
  r->hidden = hidden;
  r->name = "";
  return imsi_register_text(r->reader->evidence, name, strlen(name), &r->title);
}

static ims_status take_row(void *context, const imsi_sheet_row *row)
{
  reading *r = context;
  if (row->pos.sheet)
    r->name = r->title;
  if (r->ignored) {
    imsi_register_sheet_at(r->reader->evidence, r->table.sheet)->rows++;
    return IMS_OK;
  }
  if (r->decided)
    return imsi_table_sheet_row(&r->table, row);
  IMS_TRY(keep_row(r, row));
  return r->rows.count == HEADER_ROWS ? decide(r) : IMS_OK;
}

static ims_status begin(ims_register_reader *reader, const char *file, reading *r)
{
  *r = (reading){ .reader = reader, .name = "", .title = "", .rows = IMSI_VEC(imsi_sheet_row) };
  r->table.reader = reader;
  r->table.columns = IMSI_VEC(imsi_column);
  r->table.by_number = IMSI_VEC(uint32_t);
  r->table.open_days = IMSI_VEC(imsi_open_day);
  return imsi_register_text(reader->evidence, file, strlen(file), &r->file);
}

static void release(reading *r)
{
  imsi_arena_free(&r->arena);
  imsi_vec_free(&r->rows);
  imsi_vec_free(&r->table.columns);
  imsi_vec_free(&r->table.by_number);
  imsi_vec_free(&r->table.open_days);
  for (int field = 0; field < IMS_FIELD_COUNT; field++)
    imsi_strbuf_free(&r->table.values[field].joined);
  imsi_strbuf_free(&r->table.plain);
  imsi_strbuf_free(&r->table.scratch);
  imsi_strbuf_free(&r->plain);
  imsi_strbuf_free(&r->part);
}

/* Reads from a file, or from memory if there is `data`. What was handed over is kept if the rest cannot be read. */
static ims_status read_sheets(ims_register_reader *reader, const char *name, const char *data, size_t size)
{
  const imsi_sheet_options options = { .max_size = reader->max_size };
  reading *r = malloc(sizeof *r);
  if (!r)
    return IMS_NOMEM;
  ims_status status = begin(reader, name, r);
  const imsi_sheet_handler handler = { take_sheet, take_row, r };
  if (!status)
    status = data ? imsi_sheet_memory(name, data, size, &options, &reader->reporter, &handler)
                  : imsi_sheet_read(name, &options, &reader->reporter, &handler);
  const ims_status ended = status == IMS_NOMEM ? IMS_OK : end_sheet(r);
  release(r);
  free(r);
  return status ? status : ended;
}

ims_status imsi_register_sheets(ims_register_reader *reader, const char *path)
{
  return read_sheets(reader, path, NULL, 0);
}

ims_status imsi_register_sheets_memory(ims_register_reader *reader, const char *name, const char *data, size_t size)
{
  return read_sheets(reader, name, data ? data : "", size);
}
