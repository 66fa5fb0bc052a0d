/* The front of the readers of registers. */

#include "base/try.h"
#include "base/utf8.h"
#include "model/progress.h"
#include "read/register_sheet_internal.h"
#include "read/sheet_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REGISTER_MAX_SIZE ((uint64_t)512 << 20)

/* ---- life ---- */

static ims_status make_contexts(ims_register_reader *reader)
{
  return imsi_vec_push(&reader->contexts, &(imsi_clause_context){ 0 });
}

ims_status ims_register_reader_new(const ims_model *model, const ims_register_options *options, ims_diag_sink sink,
                                   ims_register_reader **reader)
{
  ims_register_reader *made = calloc(1, sizeof *made);
  if (!made)
    return IMS_NOMEM;
  imsi_reporter_init(&made->reporter, sink);
  made->reporter.progress = *imsi_model_progress(model);
  made->model = model;
  made->max_size = options && options->max_size ? options->max_size : REGISTER_MAX_SIZE;
  made->waiting = IMSI_VEC(imsi_waiting);
  made->contexts = IMSI_VEC(imsi_clause_context);
  made->id_pos = IMSI_VEC(ims_pos);
  made->look_pos = IMSI_VEC(ims_pos);
  made->problems = IMSI_VEC(imsi_problem_count);
  made->memos = IMSI_VEC(imsi_clause_memo);
  made->column_meanings = IMSI_VEC(imsi_named_column);
  made->word_values = IMSI_VEC(int);
  made->unclear = IMSI_VEC(uint32_t);
  ims_status status = imsi_intern_init(&made->ids);
  if (!status)
    status = imsi_intern_init(&made->looks);
  if (!status)
    status = imsi_intern_init(&made->memo_keys);
  if (!status)
    status = imsi_intern_init(&made->words);
  if (!status)
    status = imsi_intern_init(&made->column_names);
  if (!status)
    status = imsi_citations_new(model, &made->citations);
  if (!status)
    status = imsi_register_new(model, &made->evidence);
  if (!status)
    status = make_contexts(made);
  if (status)
    ims_register_reader_free(made);
  else
    *reader = made;
  return status;
}

void ims_register_reader_free(ims_register_reader *reader)
{
  if (!reader)
    return;
  ims_register_free(reader->evidence);
  imsi_vec_free(&reader->waiting);
  imsi_vec_free(&reader->contexts);
  imsi_vec_free(&reader->id_pos);
  imsi_intern_free(&reader->looks);
  imsi_vec_free(&reader->look_pos);
  imsi_vec_free(&reader->problems);
  imsi_vec_free(&reader->unclear);
  imsi_citations_free(reader->citations);
  imsi_intern_free(&reader->memo_keys);
  imsi_vec_free(&reader->memos);
  imsi_intern_free(&reader->ids);
  imsi_intern_free(&reader->column_names);
  imsi_vec_free(&reader->column_meanings);
  imsi_intern_free(&reader->words);
  imsi_vec_free(&reader->word_values);
  imsi_strbuf_free(&reader->scratch);
  imsi_reporter_free(&reader->reporter);
  free(reader);
}

/* ---- problems ---- */

static imsi_problem_count *count_of(ims_register_reader *reader, ims_diag_id id, ims_pos pos)
{
  for (size_t i = reader->problems.count; i-- > 0;) {
    imsi_problem_count *count = &IMSI_AT(imsi_problem_count, &reader->problems, i);
    if (count->id == id && strcmp(count->file, pos.file) == 0 && strcmp(count->sheet, pos.sheet ? pos.sheet : "") == 0)
      return count;
  }
  return NULL;
}

static ims_status count_problem(ims_register_reader *reader, ims_diag_id id, ims_pos pos, size_t *count)
{
  imsi_problem_count *known = count_of(reader, id, pos);
  if (!known) {
    imsi_problem_count made = { .id = id };
    const char *sheet = pos.sheet ? pos.sheet : "";
    IMS_TRY(imsi_register_text(reader->evidence, pos.file, strlen(pos.file), &made.file));
    IMS_TRY(imsi_register_text(reader->evidence, sheet, strlen(sheet), &made.sheet));
    IMS_TRY(imsi_vec_push(&reader->problems, &made));
    known = &IMSI_AT(imsi_problem_count, &reader->problems, reader->problems.count - 1);
  }
  *count = ++known->count;
  return IMS_OK;
}

static ims_status add_problem(ims_register_reader *reader, ims_diag_id id, ims_pos pos, const char *const args[4])
{
  size_t count;
  IMS_TRY(count_problem(reader, id, pos, &count));
  if (count <= IMSI_PROBLEMS_SHOWN)
    imsi_report(&reader->reporter, id, pos, args[0], args[1], args[2], NULL);
  imsi_strbuf_clear(&reader->scratch);
  imsi_strbuf_fill(&reader->scratch, ims_diag_template(id), args);
  IMS_TRY(reader->scratch.status);
  return imsi_register_problem(reader->evidence, &(ims_problem){ id, pos, imsi_strbuf_string(&reader->scratch) });
}

/* A cell may be long, and so may the list of all systems: a message has so much of each that it can be recognized. */
ims_status imsi_reader_problem(ims_register_reader *reader, ims_diag_id id, ims_pos pos, const char *a, const char *b,
                               const char *c)
{
  const char *args[4] = { a, b, c, NULL };
  imsi_strbuf cut[3] = { { 0 }, { 0 }, { 0 } };
  ims_status status = IMS_OK;
  for (size_t i = 0; !status && i < sizeof cut / sizeof *cut; i++) {
    args[i] = args[i] ? imsi_sheet_shown(args[i], &cut[i]) : NULL;
    status = cut[i].status;
  }
  if (!status)
    status = add_problem(reader, id, pos, args);
  for (size_t i = 0; i < sizeof cut / sizeof *cut; i++)
    imsi_strbuf_free(&cut[i]);
  return status;
}

bool imsi_reader_shows(ims_register_reader *reader, ims_diag_id id, ims_pos pos)
{
  const imsi_problem_count *count = count_of(reader, id, pos);
  return count && count->count <= IMSI_PROBLEMS_SHOWN;
}

ims_status imsi_reader_told(ims_register_reader *reader, const ims_diag *diag)
{
  size_t count = 0;
  if (diag->severity == IMS_WARNING)
    IMS_TRY(count_problem(reader, diag->id, diag->pos, &count));
  if (count <= IMSI_PROBLEMS_SHOWN && reader->reporter.sink.report)
    reader->reporter.sink.report(reader->reporter.sink.context, diag);
  return count ? imsi_register_problem(reader->evidence, &(ims_problem){ diag->id, diag->pos, diag->text }) : IMS_OK;
}

ims_status imsi_reader_more_problems(ims_register_reader *reader)
{
  for (size_t i = 0; i < reader->problems.count; i++) {
    const imsi_problem_count *count = &IMSI_AT(imsi_problem_count, &reader->problems, i);
    char more[24];
    if (count->count <= IMSI_PROBLEMS_SHOWN)
      continue;
    snprintf(more, sizeof more, "%zu", count->count - IMSI_PROBLEMS_SHOWN);
    imsi_report(&reader->reporter, IMS_DIAG_MORE_PROBLEMS,
                (ims_pos){ count->file, 0, 0, *count->sheet ? count->sheet : NULL }, more, ims_diag_code(count->id),
                NULL, NULL);
  }
  return IMS_OK;
}

/* ---- values ---- */

ims_status imsi_reader_wait(ims_register_reader *reader, const imsi_waiting *waiting, size_t size)
{
  imsi_waiting copy = *waiting;
  IMS_TRY(imsi_register_text(reader->evidence, waiting->text, size, &copy.text));
  return imsi_vec_push(&reader->waiting, &copy);
}

enum { MOST_PARTS = 1024 };

/* Cuts a copy of a list into its parts, blanks around them aside; those past the most it can have stay with the last.
 */
static size_t split(char *text, const char **parts)
{
  size_t count = 0;
  for (char *at = text; *at && count < MOST_PARTS;) {
    at += strspn(at, " \t\r\n,;");
    if (!*at)
      break;
    parts[count++] = at;
    char *end = count < MOST_PARTS ? at + strcspn(at, ",;\n") : at + strlen(at);
    const bool last = !*end;
    char *next = end + !last;
    while (end > at && strchr(" \t\r\n", end[-1]))
      end--;
    *end = '\0';
    at = next;
  }
  return count;
}

static ims_status add_list(ims_register_reader *reader, ims_field field, const char *text, size_t size, uint32_t line,
                           uint32_t column)
{
  const char *parts[MOST_PARTS];
  imsi_strbuf_clear(&reader->scratch);
  imsi_strbuf_bytes(&reader->scratch, text, size);
  IMS_TRY(reader->scratch.status);
  const size_t count = reader->scratch.data ? split(reader->scratch.data, parts) : 0;
  return imsi_register_list(reader->evidence, field, text, size, parts, count, line, column);
}

ims_status imsi_reader_value(ims_register_reader *reader, ims_field field, const char *text, size_t size,
                             int32_t number, uint32_t line, uint32_t column)
{
  return ims_field_kind_of(field) == IMS_HOLDS_LIST
             ? add_list(reader, field, text, size, line, column)
             : imsi_register_value(reader->evidence, field, text, size, number, line, column);
}

bool imsi_field_waits(ims_entry_kind kind, ims_field field)
{
  return ims_field_kind_of(field) >= IMS_HOLDS_CLAUSES || (kind == IMS_ENTRY_CONTROL && field == IMS_FIELD_ID);
}

/* ---- files ---- */

static ims_status remember(ims_register_reader *reader, ims_status status)
{
  if (status == IMS_NOMEM)
    reader->out_of_memory = true;
  else if (status)
    reader->file_failed = true;
  return status;
}

/* True for elements: a `<`, after a byte order mark and white space, in UTF-8 or UTF-16, with what can follow it. */
static bool is_xml(const char *data, size_t size)
{
  char seen[3];
  size_t count = 0;
  for (size_t i = 0; i < size && count < 2; i++)
    if (data[i] && !strchr("\xEF\xBB\xBF\xFE\xFF", data[i]) && (count || !strchr(" \t\r\n", data[i])))
      seen[count++] = data[i];
  return count == 2 && seen[0] == '<' &&
         (strchr("?!", seen[1]) || (seen[1] >= 'a' && seen[1] <= 'z') || (seen[1] >= 'A' && seen[1] <= 'Z'));
}

enum { LOOKED_AT = 512 };

/* Nobody means to read a file that says nothing; one that is still to be filled in is no such file. */
static ims_status tell_empty(ims_register_reader *reader, const char *name, size_t before, ims_status status)
{
  size_t count, lines = 0;
  const ims_sheet *sheets = ims_register_sheets(reader->evidence, &count);
  for (size_t i = before; i < count; i++)
    lines += sheets[i].entries + sheets[i].repeated + (sheets[i].kind != IMS_ENTRY_KIND_COUNT && !sheets[i].rows);
  return status || lines
             ? status
             : imsi_reader_problem(reader, IMS_DIAG_NO_ENTRIES, (ims_pos){ name, 0, 0, NULL }, NULL, NULL, NULL);
}

static ims_status read_file(ims_register_reader *reader, const char *path)
{
  imsi_file *file = NULL;
  size_t size = LOOKED_AT;
  ims_status status = imsi_file_open(path, &reader->reporter, &file);
  if (status)
    return status;
  const char *start = imsi_file_peek(file, &size);
  const bool xml = is_xml(start, size);
  const bool again = !xml && !imsi_file_is_stream(file); /* a workbook is read where it lies */
  if (xml)
    status = imsi_register_xml(reader, path, imsi_source_file(file));
  else if (!again)
    status = imsi_register_sheets_stream(reader, path, imsi_source_file(file));
  imsi_file_close(file);
  if (again)
    status = imsi_register_sheets(reader, path);
  return status;
}

ims_status ims_register_reader_file(ims_register_reader *reader, const char *path)
{
  size_t before;
  ims_register_sheets(reader->evidence, &before);
  const ims_status status = read_file(reader, path);
  return remember(reader, tell_empty(reader, path, before, status));
}

ims_status ims_register_reader_memory(ims_register_reader *reader, const char *name, const char *data, size_t size)
{
  imsi_memory memory = { data, size };
  size_t before;
  ims_register_sheets(reader->evidence, &before);
  const ims_status status = is_xml(data, size < LOOKED_AT ? size : LOOKED_AT)
                                ? imsi_register_xml(reader, name, imsi_source_memory(&memory))
                                : imsi_register_sheets_memory(reader, name, data, size);
  return remember(reader, tell_empty(reader, name, before, status));
}

ims_status ims_register_reader_finish(ims_register_reader *reader, ims_register **evidence)
{
  if (reader->out_of_memory)
    return IMS_NOMEM;
  ims_status status = imsi_register_resolve(reader);
  if (!status)
    status = imsi_reader_more_problems(reader);
  if (!status && reader->file_failed)
    status = IMS_INVALID;
  if (!status)
    status = imsi_register_finish(reader->evidence);
  if (!status) {
    *evidence = reader->evidence;
    reader->evidence = NULL;
  }
  return status;
}
