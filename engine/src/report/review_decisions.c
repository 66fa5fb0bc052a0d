/* A sheet that comes back from a second reader: which of his decisions hold for the rows as they are now. */

#include "base/arena.h"
#include "base/diag.h"
#include "base/try.h"
#include "base/utf8.h"
#include "ims/review.h"
#include "query/table.h"
#include "read/sheet.h"
#include "report/common.h"
#include "report/review_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BY, ON, DECISION, SET, SOURCE, TARGET, IS, NOTE, COLUMNS };

static const ims_column columns[COLUMNS] = {
  [BY] = { "by", "By", IMS_COLUMN_ID, false },
  [ON] = { "on", "On", IMS_COLUMN_ID, false },
  [DECISION] = { "decision", "Decision", IMS_COLUMN_ID, false },
  [SET] = { "set", "Set", IMS_COLUMN_ID, false },
  [SOURCE] = { "source", "Source", IMS_COLUMN_ID, false },
  [TARGET] = { "target", "Target", IMS_COLUMN_ID, false },
  [IS] = { "is", "Is", IMS_COLUMN_ID, false },
  [NOTE] = { "note", "Note", IMS_COLUMN_TEXT, false },
};

typedef struct decision {
  const ims_mapping *mapping;
  ims_node source, target; /* one is IMS_NO_NODE in a verdict */
  const char *is, *by, *on, *comment;
  bool accepted, dropped;
  ims_pos row;
} decision;

typedef struct sheet {
  const ims_model *model;
  const char *file;
  imsi_reporter *reporter;
  imsi_arena arena;
  imsi_vec decisions;                   /* of decision */
  uint32_t column[IMSI_REVIEW_COLUMNS]; /* where each column of ours is, from 1; 0: nowhere */
  const char *name;                     /* of the sheet; NULL in delimited text */
  bool begun, over;                     /* with its first row; with the sheet, which is the first that can be seen */
  bool complete;                        /* all columns that are needed are there */
} sheet;

/* ---- the first row ---- */

static bool same_letters(const char *a, const char *b)
{
  for (; *a && *b; a++, b++)
    if ((*a | 0x20) != (*b | 0x20))
      return false;
  return !*a && !*b;
}

/* The column whose name is one of the two, else 0. */
static uint32_t find_column(const imsi_sheet_row *row, const char *key, const char *title)
{
  for (size_t i = 0; i < row->count; i++)
    if (same_letters(row->cells[i].text, key) || same_letters(row->cells[i].text, title))
      return row->cells[i].column;
  return 0;
}

static ims_status take_header(sheet *s, const imsi_sheet_row *row)
{
  static const size_t needed[] = { IMSI_REVIEW_SET,    IMSI_REVIEW_SOURCE,  IMSI_REVIEW_IS,       IMSI_REVIEW_TARGET,
                                   IMSI_REVIEW_ACCEPT, IMSI_REVIEW_DISPUTE, IMSI_REVIEW_REVIEWER, IMSI_REVIEW_DATE };
  ims_status status = IMS_OK;
  s->begun = true;
  for (size_t k = 0; k < IMSI_REVIEW_COLUMNS; k++)
    s->column[k] = find_column(row, imsi_review_columns[k].key, imsi_review_columns[k].title);
  for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
    if (s->column[needed[i]])
      continue;
    imsi_report(s->reporter, IMS_DIAG_SHEET_COLUMN, row->pos, imsi_review_columns[needed[i]].key, NULL, NULL, NULL);
    status = IMS_INVALID;
  }
  s->complete = !status;
  return status;
}

/* ---- cells ---- */

static const imsi_cell *find_cell(const sheet *s, const imsi_sheet_row *row, size_t which)
{
  for (size_t i = 0; i < row->count; i++)
    if (row->cells[i].column == s->column[which])
      return &row->cells[i];
  return NULL;
}

/* A copy of the cell without blanks around it, and without the apostrophe that keeps spreadsheets from running it;
   NULL if there is no memory. */
static const char *cell(sheet *s, const imsi_sheet_row *row, size_t which)
{
  const imsi_cell *found = find_cell(s, row, which);
  const char *text = found ? found->text : "";
  text += strspn(text, " \t\r\n");
  if (*text == '\'' && text[1] && strchr("=+-@", text[1]))
    text++;
  size_t size = strlen(text);
  while (size && strchr(" \t\r\n", text[size - 1]))
    size--;
  return imsi_arena_copy(&s->arena, text, size);
}

static ims_pos cell_place(const sheet *s, const imsi_sheet_row *row, size_t which)
{
  return s->column[which] ? imsi_sheet_place(row, s->column[which]) : row->pos;
}

static void report_unclear(sheet *s, const imsi_sheet_row *row, size_t which, const char *what, const char *value)
{
  imsi_report(s->reporter, IMS_DIAG_REVIEW_UNCLEAR, cell_place(s, row, which), what, value, NULL, NULL);
}

/* 1 for yes, 0 for no, -1, reported, for something else. */
static int mark(sheet *s, const imsi_sheet_row *row, size_t which, const char *text)
{
  static const char *const yes[] = { "x", "yes", "y", "1", "true", "ok", "ja", "j", "oui", "sí", "si" };
  static const char *const no[] = { "", "-", "no", "n", "0", "false", "nein", "non" };
  for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
    if (same_letters(text, yes[i]))
      return 1;
  for (size_t i = 0; i < sizeof no / sizeof *no; i++)
    if (same_letters(text, no[i]))
      return 0;
  report_unclear(s, row, which, "neither yes nor no", text);
  return -1;
}

static bool is_day(int year, int month, int day)
{
  return year >= 1900 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* The date as 2026-11-28; also of 28.11.2026, which some spreadsheets make of it. NULL if it is none, or there is no
   memory for it. A date with slashes may be meant either way, and is none. */
static const char *date(sheet *s, const char *text)
{
  int year = 0, month = 0, day = 0, used = 0;
  char form[sizeof "2026-11-28"];
  if (strlen(text) > 10 || ((sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3 || text[used]) &&
                            (sscanf(text, "%2d.%2d.%4d%n", &day, &month, &year, &used) != 3 || text[used])))
    return NULL;
  if (!is_day(year, month, day))
    return NULL;
  snprintf(form, sizeof form, "%04d-%02d-%02d", year, month, day);
  return imsi_arena_copy(&s->arena, form, sizeof form - 1);
}

/* ---- the row that is meant ---- */

static const ims_mapping *find_mapping(const ims_model *model, const char *id)
{
  for (size_t i = 0; i < ims_mapping_count(model); i++)
    if (strcmp(ims_mapping_at(model, i)->id, id) == 0)
      return ims_mapping_at(model, i);
  return NULL;
}

/* `9001:2015/8.4` of 9001:2015; nothing for the bare edition, which stands beside a verdict. */
static bool find_end(const ims_model *model, const ims_edition *edition, const char *reference, ims_node *node)
{
  const size_t size = strlen(edition->id);
  *node = (ims_node){ IMS_NO_NODE };
  if (!*reference || strcmp(reference, edition->id) == 0)
    return true;
  if (strncmp(reference, edition->id, size) != 0 || reference[size] != '/')
    return false;
  *node = ims_node_find(model, edition, reference + size + 1, strlen(reference + size + 1));
  return node->index != IMS_NO_NODE;
}

/* What the row of the two says now: the name of its relation, or "none" of a verdict; NULL if there is none. */
static const char *says_now(const ims_model *model, const decision *d)
{
  const bool verdict = d->source.index == IMS_NO_NODE || d->target.index == IMS_NO_NODE;
  for (size_t i = 0; verdict && i < ims_verdict_count(model); i++) {
    const ims_row row = ims_verdict_at(model, i);
    if (row.mapping == d->mapping && row.source.index == d->source.index && row.target.index == d->target.index)
      return "none";
  }
  size_t count = 0;
  const uint32_t *rows = verdict ? NULL : ims_node_relations(model, d->source, false, &count);
  for (size_t i = 0; i < count; i++) {
    const ims_row row = ims_relation_at(model, rows[i]);
    if (row.mapping == d->mapping && row.target.index == d->target.index)
      return ims_relation_name(row.relation);
  }
  return NULL;
}

static void name_row(const char *source, const char *target, imsi_strbuf *name)
{
  imsi_strbuf_text(name, source);
  imsi_strbuf_text(name, *source && *target ? " and " : "");
  imsi_strbuf_text(name, target);
}

/* True if the decision is about a row that still says the same. */
static bool find_row(sheet *s, const imsi_sheet_row *row, decision *d, const char *set, const char *source,
                     const char *target)
{
  imsi_strbuf name = { 0 };
  name_row(source, target, &name);
  d->mapping = find_mapping(s->model, set);
  const char *now = NULL;
  if (d->mapping && find_end(s->model, d->mapping->source, source, &d->source) &&
      find_end(s->model, d->mapping->target, target, &d->target) &&
      (d->source.index != IMS_NO_NODE || d->target.index != IMS_NO_NODE))
    now = says_now(s->model, d);
  const bool current = now && strcmp(now, d->is) == 0;
  if (!now)
    imsi_report(s->reporter, IMS_DIAG_REVIEW_UNMATCHED, cell_place(s, row, IMSI_REVIEW_SET), imsi_strbuf_string(&name),
                set, NULL, NULL);
  else if (!current)
    imsi_report(s->reporter, IMS_DIAG_REVIEW_OUTDATED, cell_place(s, row, IMSI_REVIEW_IS), imsi_strbuf_string(&name),
                d->is, now, NULL);
  imsi_strbuf_free(&name);
  return current;
}

/* ---- a decision ---- */

static bool take_marks(sheet *s, const imsi_sheet_row *row, const char *accept, const char *dispute, decision *d)
{
  const int accepts = mark(s, row, IMSI_REVIEW_ACCEPT, accept), disputes = mark(s, row, IMSI_REVIEW_DISPUTE, dispute);
  if (accepts == 1 && disputes == 1)
    report_unclear(s, row, IMSI_REVIEW_DISPUTE, "accepted and disputed at once", dispute);
  d->accepted = accepts == 1;
  return accepts >= 0 && disputes >= 0 && accepts + disputes == 1;
}

static bool take_reader(sheet *s, const imsi_sheet_row *row, decision *d)
{
  const char *on = date(s, d->on);
  if (!*d->by)
    report_unclear(s, row, IMSI_REVIEW_REVIEWER, "no reviewer", d->by);
  else if (!on)
    report_unclear(s, row, IMSI_REVIEW_DATE, "no date of the form 2026-11-28", d->on);
  else
    d->on = on;
  return *d->by && on;
}

static ims_status take_row(void *context, const imsi_sheet_row *row)
{
  sheet *s = context;
  if (s->over)
    return IMS_OK;
  if (!s->begun)
    return take_header(s, row);
  const char *cells[IMSI_REVIEW_COLUMNS];
  for (size_t i = 0; i < IMSI_REVIEW_COLUMNS; i++)
    if (!(cells[i] = cell(s, row, i)))
      return IMS_NOMEM;
  decision d = { .is = cells[IMSI_REVIEW_IS],
                 .by = cells[IMSI_REVIEW_REVIEWER],
                 .on = cells[IMSI_REVIEW_DATE],
                 .comment = cells[IMSI_REVIEW_COMMENT],
                 .row = { s->file, row->number, 0, s->name } };
  if (!take_marks(s, row, cells[IMSI_REVIEW_ACCEPT], cells[IMSI_REVIEW_DISPUTE], &d) || !take_reader(s, row, &d) ||
      !find_row(s, row, &d, cells[IMSI_REVIEW_SET], cells[IMSI_REVIEW_SOURCE], cells[IMSI_REVIEW_TARGET]))
    return IMS_OK;
  return imsi_vec_push(&s->decisions, &d);
}

/* ---- what several rows of the sheet say of one row of the mapping ---- */

static int compare_subjects(const void *a, const void *b)
{
  const decision *x = a, *y = b;
  if (x->mapping != y->mapping)
    return x->mapping->index < y->mapping->index ? -1 : 1;
  if (x->source.index != y->source.index)
    return x->source.index < y->source.index ? -1 : 1;
  if (x->target.index != y->target.index)
    return x->target.index < y->target.index ? -1 : 1;
  return x->row.line < y->row.line ? -1 : x->row.line > y->row.line;
}

static bool same_subject(const decision *a, const decision *b)
{
  return a->mapping == b->mapping && a->source.index == b->source.index && a->target.index == b->target.index;
}

static void report_twice(const sheet *s, const decision *first, const decision *second)
{
  imsi_strbuf name = { 0 };
  if (first->source.index != IMS_NO_NODE)
    imsi_name_reference(s->model, first->source, &name);
  imsi_strbuf_text(&name, first->source.index != IMS_NO_NODE && first->target.index != IMS_NO_NODE ? " and " : "");
  if (first->target.index != IMS_NO_NODE)
    imsi_name_reference(s->model, first->target, &name);
  const bool same_reader = strcmp(first->by, second->by) == 0;
  imsi_report(s->reporter, same_reader ? IMS_DIAG_REVIEW_UNCLEAR : IMS_DIAG_REVIEW_CONFLICT, second->row,
              same_reader ? "both accepted and disputed by one reader" : imsi_strbuf_string(&name),
              same_reader ? imsi_strbuf_string(&name) : (first->accepted ? second : first)->by, NULL, NULL);
  imsi_strbuf_free(&name);
}

/* One reader who says both has said nothing; two who disagree are both heard. */
static void find_conflicts(sheet *s)
{
  decision *all = s->decisions.data;
  if (s->decisions.count)
    qsort(all, s->decisions.count, sizeof *all, compare_subjects);
  for (size_t i = 0; i < s->decisions.count; i++)
    for (size_t k = i + 1; k < s->decisions.count && same_subject(&all[i], &all[k]); k++) {
      const bool same_reader = strcmp(all[i].by, all[k].by) == 0;
      if (all[i].accepted != all[k].accepted) {
        report_twice(s, &all[i], &all[k]);
        all[i].dropped = all[i].dropped || same_reader;
        all[k].dropped = all[k].dropped || same_reader;
      } else if (same_reader) {
        all[k].dropped = true; /* said twice */
      }
    }
}

/* ---- the table ---- */

static int compare_readings(const void *a, const void *b)
{
  const decision *x = a, *y = b;
  int order = strcmp(x->on, y->on);
  order = order ? order : strcmp(x->by, y->by);
  return order ? order : compare_subjects(a, b);
}

static void add(imsi_table *table, const sheet *s, const decision *d)
{
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, BY, d->by);
  imsi_table_set(table, ON, d->on);
  imsi_table_set(table, DECISION, d->accepted ? "accept" : "dispute");
  imsi_table_set(table, SET, d->mapping->id);
  if (d->source.index != IMS_NO_NODE)
    imsi_table_set(table, SOURCE, ims_node_name(s->model, d->source));
  if (d->target.index != IMS_NO_NODE)
    imsi_table_set(table, TARGET, ims_node_name(s->model, d->target));
  imsi_table_set(table, IS, d->is);
  imsi_table_set(table, NOTE, *d->comment ? d->comment : NULL);
}

static ims_status make_table(sheet *s, ims_table **finished)
{
  imsi_table *table = imsi_table_new("review", columns, COLUMNS);
  if (s->decisions.count)
    qsort(s->decisions.data, s->decisions.count, sizeof(decision), compare_readings);
  for (size_t i = 0; i < s->decisions.count; i++)
    if (!IMSI_AT(decision, &s->decisions, i).dropped)
      add(table, s, &IMSI_AT(decision, &s->decisions, i));
  return imsi_table_end(table, finished);
}

/* A workbook may have other sheets, with explanations: the first one that can be seen counts. */
static ims_status begin_sheet(void *context, const char *name, bool hidden)
{
  sheet *s = context;
  s->over = hidden || s->begun;
  if (s->over)
    return IMS_OK;
  s->name = imsi_arena_copy(&s->arena, name, strlen(name));
  return s->name ? IMS_OK : IMS_NOMEM;
}

/* What is wrong inside the sheet is reported and does not hide the rest. */
static ims_status read_sheet(sheet *s, const char *data, size_t size)
{
  const imsi_sheet_handler handler = { begin_sheet, take_row, s };
  const ims_status status = imsi_sheet_memory(s->file, data, size, NULL, s->reporter, &handler);
  if (status == IMS_NOMEM || (status && !s->complete))
    return status;
  return s->begun ? IMS_OK : take_header(s, &(imsi_sheet_row){ .pos = { s->file, 1, 0, s->name } });
}

ims_status ims_review_decisions(const ims_model *model, const char *file, const char *data, size_t size,
                                ims_diag_sink sink, ims_table **table)
{
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, sink);
  sheet s = { .model = model, .file = file, .reporter = &reporter, .decisions = IMSI_VEC(decision) };
  ims_status status = read_sheet(&s, data, size);
  if (!status) {
    find_conflicts(&s);
    status = make_table(&s, table);
  }
  imsi_vec_free(&s.decisions);
  imsi_arena_free(&s.arena);
  imsi_reporter_free(&reporter);
  return status;
}
