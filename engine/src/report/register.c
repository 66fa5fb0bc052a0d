/* What was understood of a register, how, and what was not. */

#include "base/try.h"
#include "report/common.h"
#include "report/register_internal.h"
#include "report/registry.h"

/* ---- forms ---- */

enum { FILE_NAME, SHEET, KIND, SHEET_HOW, HEADER, COLUMN, FIELD, HOW, CELLS, UNDERSTOOD, NOT_UNDERSTOOD, PLACE };

static const ims_column long_columns[] = {
  [FILE_NAME] = { "file", "File", IMS_COLUMN_ID, false },
  [SHEET] = { "sheet", "Sheet", IMS_COLUMN_TEXT, false },
  [KIND] = { "kind", "Kind", IMS_COLUMN_ID, false },
  [SHEET_HOW] = { "kind_how", "Kind told by", IMS_COLUMN_TEXT, false },
  [HEADER] = { "header", "Row of headers", IMS_COLUMN_NUMBER, false },
  [COLUMN] = { "column", "Column", IMS_COLUMN_TEXT, false },
  [FIELD] = { "field", "Taken as", IMS_COLUMN_ID, false },
  [HOW] = { "how", "Told by", IMS_COLUMN_TEXT, false },
  [CELLS] = { "cells", "Cells", IMS_COLUMN_NUMBER, false },
  [UNDERSTOOD] = { "understood", "Understood", IMS_COLUMN_NUMBER, false },
  [NOT_UNDERSTOOD] = { "not_understood", "Not understood", IMS_COLUMN_NUMBER, false },
  [PLACE] = { "place", "Place", IMS_COLUMN_ID, true },
};

enum { PROBLEM_PLACE, PROBLEM_CODE, PROBLEM_TEXT };

static const ims_column problem_columns[] = {
  [PROBLEM_PLACE] = { "place", "Place", IMS_COLUMN_ID, false },
  [PROBLEM_CODE] = { "code", "Code", IMS_COLUMN_ID, false },
  [PROBLEM_TEXT] = { "problem", "What is wrong", IMS_COLUMN_TEXT, false },
};

enum { WIDE_COLUMN, WIDE_FIELD, WIDE_HOW, WIDE_CELLS, WIDE_NOT, WIDE_PLACE };

static const ims_column wide_columns[] = {
  [WIDE_COLUMN] = { "column", "Column", IMS_COLUMN_TEXT, false },
  [WIDE_FIELD] = { "field", "Taken as", IMS_COLUMN_TEXT, false },
  [WIDE_HOW] = { "how", "Told by", IMS_COLUMN_TEXT, false },
  [WIDE_CELLS] = { "cells", "Cells", IMS_COLUMN_NUMBER, false },
  [WIDE_NOT] = { "not_understood", "Not understood", IMS_COLUMN_NUMBER, false },
  [WIDE_PLACE] = { "place", "Place", IMS_COLUMN_ID, true },
};

static const ims_columns long_form = { long_columns, sizeof long_columns / sizeof *long_columns };
static const ims_columns problem_form = { problem_columns, sizeof problem_columns / sizeof *problem_columns };
static const ims_columns *const long_forms[] = { &long_form, &problem_form, &imsi_register_entries_form };

static const ims_param params[] = {
  { "problems", NULL, "what was not understood, with its place, instead", false, false, false },
  { "entries", NULL, "what the register holds, an entry a row, instead", false, false, false },
};

/* ---- columns ---- */

/* Elements have only the attributes that are written, and not every sheet has cells without a header. */
static bool is_shown(const ims_sheet *sheet, const ims_sheet_column *column)
{
  return column->cells || (sheet->header && *column->title);
}

static void add_sheet_cells(imsi_table *table, const ims_sheet *sheet)
{
  const bool known = sheet->kind != IMS_ENTRY_KIND_COUNT;
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, FILE_NAME, sheet->file);
  imsi_table_set(table, SHEET, *sheet->name ? sheet->name : NULL);
  imsi_table_set(table, KIND, known ? ims_entry_kind_key(sheet->kind) : NULL);
  imsi_table_set(table, SHEET_HOW, sheet->how);
  if (sheet->header)
    imsi_table_set_number(table, HEADER, sheet->header);
}

static void set_place(imsi_table *table, size_t column, ims_pos pos)
{
  imsi_strbuf text = { 0 };
  imsi_name_place(pos, &text);
  imsi_table_set_text(table, column, &text);
  imsi_strbuf_free(&text);
}

static void add_long_sheet(imsi_table *table, const ims_sheet *sheet)
{
  if (!sheet->column_count)
    add_sheet_cells(table, sheet);
  for (size_t i = 0; i < sheet->column_count; i++) {
    const ims_sheet_column *column = &sheet->columns[i];
    if (!is_shown(sheet, column))
      continue;
    add_sheet_cells(table, sheet);
    imsi_table_set(table, COLUMN, column->title);
    imsi_table_set(table, FIELD, column->field == IMS_FIELD_COUNT ? NULL : ims_field_key(column->field));
    imsi_table_set(table, HOW, column->how);
    imsi_table_set_number(table, CELLS, column->cells);
    imsi_table_set_number(table, UNDERSTOOD, column->understood);
    imsi_table_set_number(table, NOT_UNDERSTOOD, column->cells - column->understood);
    set_place(table, PLACE, column->pos);
  }
}

/* ---- in words ---- */

static void say(imsi_strbuf *text, const char *start, size_t count, const char *words)
{
  imsi_strbuf_text(text, start);
  imsi_strbuf_number(text, count);
  imsi_strbuf_text(text, words);
}

static void say_some(imsi_strbuf *text, const char *start, size_t count)
{
  if (count)
    say(text, start, count, "");
}

/* "register.xlsx, 'Documents': documents (by its columns), headers in row 3; rows 60: read 58, repeated and left out 2"
 */
static void add_title(imsi_table *table, const ims_sheet *sheet)
{
  const bool known = sheet->kind != IMS_ENTRY_KIND_COUNT;
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, sheet->file);
  if (*sheet->name) {
    imsi_strbuf_text(&text, ", '");
    imsi_strbuf_text(&text, sheet->name);
    imsi_strbuf_text(&text, sheet->hidden ? "' (hidden)" : "'");
  }
  imsi_strbuf_text(&text, ": ");
  imsi_strbuf_text(&text, known ? ims_entry_kind_key(sheet->kind) : "not read");
  imsi_strbuf_text(&text, known ? ", told by " : ", ");
  imsi_strbuf_text(&text, sheet->how);
  if (sheet->header)
    say(&text, "; headers in row ", sheet->header, "");
  if (*sheet->edition) {
    imsi_strbuf_text(&text, "; clauses of ");
    imsi_strbuf_text(&text, sheet->edition);
  }
  say(&text, "; rows ", sheet->rows, known ? ": read " : "");
  if (known)
    say(&text, "", sheet->entries, "");
  say_some(&text, ", repeated and left out ", sheet->repeated);
  say_some(&text, ", without a name and left out ", sheet->empty);
  say_some(&text, ", headings ", sheet->sections);
  say_some(&text, ", not decided on ", sheet->undecided);
  say_some(&text, "; hidden rows ", sheet->hidden_rows);
  say_some(&text, "; kinds told from type or title ", sheet->inferred);
  say_some(&text, "; cells that formulas made ", sheet->formulas);
  say_some(&text, "; cells that are empty for being merged ", sheet->merged);
  imsi_table_row(table, IMS_ROW_SECTION);
  imsi_table_set_text(table, WIDE_COLUMN, &text);
  imsi_strbuf_free(&text);
}

static void add_wide_sheet(imsi_table *table, const ims_sheet *sheet)
{
  add_title(table, sheet);
  for (size_t i = 0; i < sheet->column_count; i++) {
    const ims_sheet_column *column = &sheet->columns[i];
    if (!is_shown(sheet, column))
      continue;
    imsi_table_row(table, IMS_ROW_NORMAL);
    imsi_table_set(table, WIDE_COLUMN, column->title);
    imsi_table_set(table, WIDE_FIELD, column->field == IMS_FIELD_COUNT ? "ignored" : ims_field_title(column->field));
    imsi_table_set(table, WIDE_HOW, column->how);
    imsi_table_set_number(table, WIDE_CELLS, column->cells);
    imsi_table_set_number(table, WIDE_NOT, column->cells - column->understood);
    set_place(table, WIDE_PLACE, column->pos);
  }
}

/* ---- totals ---- */

static void caption_rows(imsi_table *table, const ims_sheet *sheets, size_t count)
{
  size_t rows = 0, entries = 0, repeated = 0, empty = 0, sections = 0, unread = 0;
  imsi_strbuf text = { 0 };
  for (size_t i = 0; i < count; i++) {
    rows += sheets[i].rows;
    entries += sheets[i].entries;
    repeated += sheets[i].repeated;
    empty += sheets[i].empty;
    sections += sheets[i].sections;
    unread += sheets[i].kind == IMS_ENTRY_KIND_COUNT ? sheets[i].rows : 0;
  }
  say(&text, "Rows: ", rows, "; ");
  say(&text, "entries ", entries, "");
  say(&text, ", repeated ", repeated, "");
  say(&text, ", without a name ", empty, "");
  say(&text, ", headings ", sections, "");
  say(&text, ", in sheets that were not read ", unread, ".");
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
}

static void caption_cells(imsi_table *table, const ims_sheet *sheets, size_t count)
{
  size_t cells = 0, understood = 0, ignored = 0;
  imsi_strbuf text = { 0 };
  for (size_t i = 0; i < count; i++)
    for (size_t k = 0; k < sheets[i].column_count; k++) {
      const ims_sheet_column *column = &sheets[i].columns[k];
      cells += column->cells;
      understood += column->understood;
      ignored += column->field == IMS_FIELD_COUNT ? column->cells : 0;
    }
  say(&text, "Cells: ", cells, "; ");
  say(&text, "understood ", understood, "");
  say(&text, ", not understood ", cells - understood - ignored, "");
  say(&text, ", in columns that are ignored ", ignored, ".");
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
}

static void caption_clauses(imsi_table *table, const ims_register *evidence)
{
  size_t found = 0;
  const size_t count = ims_claim_count(evidence);
  imsi_strbuf text = { 0 };
  for (size_t i = 0; i < count; i++)
    found += ims_claim_at(evidence, i)->node.index != IMS_NO_NODE;
  say(&text, "Clauses named: ", count, "; ");
  say(&text, "found ", found, "");
  say(&text, ", not found ", count - found, ".");
  imsi_table_caption_text(table, &text);
  imsi_strbuf_free(&text);
}

static void note_problems(imsi_table *table, size_t count)
{
  imsi_strbuf text = { 0 };
  say(&text, "Messages about this register: ", count, "");
  imsi_strbuf_text(&text, count ? "; --problems lists them." : ".");
  imsi_table_note_text(table, &text);
  imsi_strbuf_free(&text);
}

/* ---- the report ---- */

static void add_problems(imsi_table *table, const ims_problem *problems, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    imsi_table_row(table, IMS_ROW_NORMAL);
    set_place(table, PROBLEM_PLACE, problems[i].pos);
    imsi_table_set(table, PROBLEM_CODE, ims_diag_code(problems[i].id));
    imsi_table_set(table, PROBLEM_TEXT, problems[i].text);
  }
}

static imsi_table *make_table(const ims_request *request)
{
  const char *name = imsi_report_register.name;
  const ims_columns *columns = request->form == IMS_FORM_LONG ? &long_form : NULL;
  if (imsi_request_has(request, "problems"))
    columns = &problem_form;
  else if (imsi_request_has(request, "entries"))
    columns = &imsi_register_entries_form;
  return columns ? imsi_table_new(name, columns->list, columns->count)
                 : imsi_table_new(name, wide_columns, sizeof wide_columns / sizeof *wide_columns);
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter,
                         ims_table **finished)
{
  (void)model;
  size_t sheet_count, problem_count;
  IMS_TRY(imsi_request_check(&imsi_report_register, request, reporter));
  const ims_sheet *sheets = ims_register_sheets(request->evidence, &sheet_count);
  const ims_problem *problems = ims_register_problems(request->evidence, &problem_count);
  imsi_table *table = make_table(request);
  if (imsi_request_has(request, "problems")) {
    add_problems(table, problems, problem_count);
    return imsi_table_end(table, finished);
  }
  if (imsi_request_has(request, "entries")) {
    imsi_register_add_entries(request->evidence, table);
    return imsi_table_end(table, finished);
  }
  caption_rows(table, sheets, sheet_count);
  caption_cells(table, sheets, sheet_count);
  caption_clauses(table, request->evidence);
  for (size_t i = 0; i < sheet_count; i++)
    if (request->form == IMS_FORM_LONG)
      add_long_sheet(table, &sheets[i]);
    else
      add_wide_sheet(table, &sheets[i]);
  note_problems(table, problem_count);
  return imsi_table_end(table, finished);
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_register = {
  .name = "register",
  .summary = "what was understood of a register, how, and what was not",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .register_use = IMS_REGISTER_REQUIRED,
  .run = run,
};
