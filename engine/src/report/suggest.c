/* Clauses that documents may serve, by their titles: proposals, to be confirmed or thrown away. The wide form is a
   register again: a document a row, its clauses as proposed. */

#include "base/try.h"
#include "query/reference.h"
#include "query/suggestion.h"
#include "report/common.h"
#include "report/registry.h"

#include <stdlib.h>
#include <string.h>

enum { ID, TITLE, CLAUSE, CLAUSE_TITLE, COVERAGE, SCORE, TOPIC, WORDS, NAMED, PLACE, LONG_COLUMNS };

static const ims_column long_columns[LONG_COLUMNS] = {
  [ID] = { "id", "ID", IMS_COLUMN_ID, false },
  [TITLE] = { "title", "Title", IMS_COLUMN_TEXT, false },
  [CLAUSE] = { "clauses", "Clause", IMS_COLUMN_ID, false },
  [CLAUSE_TITLE] = { "clause_title", "Title of the clause", IMS_COLUMN_TEXT, false },
  [COVERAGE] = { "coverage", "Coverage", IMS_COLUMN_ID, false },
  [SCORE] = { "score", "Score", IMS_COLUMN_NUMBER, false },
  [TOPIC] = { "topic", "Topic", IMS_COLUMN_ID, false },
  [WORDS] = { "words", "Words", IMS_COLUMN_TEXT, false },
  [NAMED] = { "named", "Named already", IMS_COLUMN_ID, false },
  [PLACE] = { "place", "Place", IMS_COLUMN_ID, false },
};

enum { W_ID, W_TITLE, W_KIND, W_TYPE, W_SYSTEMS, W_CLAUSES, W_COVERAGE, W_WHY, WIDE_COLUMNS };

static const ims_column wide_columns[WIDE_COLUMNS] = {
  [W_ID] = { "id", "ID", IMS_COLUMN_ID, false },
  [W_TITLE] = { "title", "Title", IMS_COLUMN_TEXT, false },
  [W_KIND] = { "kind", "Kind", IMS_COLUMN_ID, false },
  [W_TYPE] = { "type", "Type", IMS_COLUMN_ID, false },
  [W_SYSTEMS] = { "systems", "Systems", IMS_COLUMN_ID, false },
  [W_CLAUSES] = { "clauses", "Clauses", IMS_COLUMN_TEXT, false },
  [W_COVERAGE] = { "coverage", "Coverage", IMS_COLUMN_ID, false },
  [W_WHY] = { "why", "Why", IMS_COLUMN_TEXT, false },
};

static const ims_columns long_form = { long_columns, LONG_COLUMNS };
static const ims_columns *const long_forms[] = { &long_form };

enum { LEAST = 600, WHOLE = 1000 };

static const ims_param params[] = {
  { "standard", "STANDARD", "only clauses of this standard (default: of the systems in the register)", true, false,
    true },
  { "all", NULL, "also documents that name clauses already, and which of these are among the proposals", false, false,
    false },
  { "least", "SCORE", "leave out what has a lower score, from 0 to 1 (default: 0.6)", false, false, false },
};

typedef struct suggesting {
  const ims_model *model;
  const ims_request *request;
  imsi_reporter *reporter;
  imsi_vec editions; /* of const ims_edition * */
  imsi_suggestion_request asked;
  imsi_suggestions found;
  imsi_table *table;
  imsi_strbuf text;
} suggesting;

/* ---- what is asked ---- */

static ims_status add_edition(suggesting *s, const ims_edition *edition)
{
  for (size_t i = 0; i < s->editions.count; i++)
    if (IMSI_AT(const ims_edition *, &s->editions, i) == edition)
      return IMS_OK;
  return imsi_vec_push(&s->editions, &edition);
}

static ims_status add_systems(suggesting *s)
{
  size_t count;
  const ims_system *systems = ims_register_systems(s->request->evidence, &count);
  for (size_t i = 0; i < count; i++)
    IMS_TRY(add_edition(s, systems[i].edition));
  return IMS_OK;
}

/* A list of titles may name no system at all: then it is for all standards that there are topics for. */
static ims_status add_topics(suggesting *s)
{
  for (size_t i = 0; i < ims_topic_count(s->model); i++) {
    const ims_topic *topic = ims_topic_at(s->model, i);
    for (size_t k = 0; k < topic->member_count; k++)
      IMS_TRY(add_edition(s, ims_node_edition(s->model, topic->members[k])));
  }
  return IMS_OK;
}

static int compare_editions(const void *a, const void *b)
{
  const uint32_t x = (*(const ims_edition *const *)a)->index, y = (*(const ims_edition *const *)b)->index;
  return x < y ? -1 : x > y;
}

static ims_status take_editions(suggesting *s)
{
  const char *name;
  for (size_t i = 0; (name = imsi_request_value(s->request, "standard", i)); i++) {
    const ims_edition *edition;
    IMS_TRY(imsi_reference_edition(s->model, s->request->evidence, name, strlen(name), s->reporter, &edition));
    IMS_TRY(add_edition(s, edition));
  }
  if (!s->editions.count)
    IMS_TRY(add_systems(s));
  if (!s->editions.count)
    IMS_TRY(add_topics(s));
  if (s->editions.count)
    qsort(s->editions.data, s->editions.count, sizeof(const ims_edition *), compare_editions);
  s->asked.editions = s->editions.data;
  s->asked.edition_count = s->editions.count;
  return IMS_OK;
}

/* "0.75" to 750; -1 if it is no number from 0 to 1 with at most three decimals. */
static int thousandths(const char *text)
{
  if ((*text != '0' && *text != '1') || (text[1] && text[1] != '.'))
    return -1;
  int value = (*text - '0') * WHOLE, place = WHOLE / 10;
  for (const char *at = text[1] ? text + 2 : ""; *at; at++, place /= 10) {
    if (*at < '0' || *at > '9' || !place)
      return -1;
    value += (*at - '0') * place;
  }
  return value <= WHOLE ? value : -1;
}

static ims_status take_least(suggesting *s)
{
  const char *least = imsi_request_value(s->request, "least", 0);
  s->asked.least = least ? thousandths(least) : LEAST;
  if (s->asked.least >= 0)
    return IMS_OK;
  imsi_strbuf_text(&s->text, "the least score is a number from 0 to 1, not ");
  imsi_strbuf_text(&s->text, least);
  imsi_report(s->reporter, IMS_DIAG_BAD_OPTION, (ims_pos){ 0 }, imsi_strbuf_string(&s->text), NULL, NULL, NULL);
  return IMS_INVALID;
}

/* ---- rows ---- */

static const imsi_suggestion *suggestion_at(const suggesting *s, size_t index)
{
  return &IMSI_AT(const imsi_suggestion, &s->found.list, index);
}

static void set_field(const suggesting *s, size_t column, ims_entry entry, ims_field field)
{
  const char *text = ims_entry_text(s->request->evidence, entry, field);
  imsi_table_set(s->table, column, *text ? text : NULL);
}

static void add_long(suggesting *s, const imsi_suggestion *each)
{
  imsi_table_row(s->table, IMS_ROW_NORMAL);
  set_field(s, ID, each->entry, IMS_FIELD_ID);
  set_field(s, TITLE, each->entry, IMS_FIELD_TITLE);
  imsi_strbuf_clear(&s->text);
  imsi_name_reference(s->model, each->clause, &s->text);
  imsi_table_set_text(s->table, CLAUSE, &s->text);
  imsi_strbuf_clear(&s->text);
  imsi_name_title(s->model, each->clause, &s->text);
  imsi_table_set_text(s->table, CLAUSE_TITLE, &s->text);
  imsi_table_set(s->table, COVERAGE, ims_field_word(IMS_FIELD_COVERAGE, IMS_CLAIM_PROPOSED));
  imsi_strbuf_clear(&s->text);
  imsi_name_share(each->score, &s->text);
  imsi_table_set_text(s->table, SCORE, &s->text);
  imsi_table_set(s->table, TOPIC, each->topic ? each->topic->id : NULL);
  imsi_table_set(s->table, WORDS, each->words);
  imsi_table_set(s->table, NAMED, each->named ? "yes" : "no");
  imsi_strbuf_clear(&s->text);
  imsi_name_place(ims_entry_pos(s->request->evidence, each->entry, IMS_FIELD_TITLE), &s->text);
  imsi_table_set_text(s->table, PLACE, &s->text);
}

/* "supplier: vendor contract; title: backup" */
static void name_reasons(suggesting *s, size_t first, size_t end)
{
  imsi_strbuf_clear(&s->text);
  for (size_t i = first; i < end; i++) {
    const imsi_suggestion *each = suggestion_at(s, i);
    bool told = false;
    for (size_t k = first; !told && k < i; k++)
      told = suggestion_at(s, k)->topic == each->topic && strcmp(suggestion_at(s, k)->words, each->words) == 0;
    if (told)
      continue;
    imsi_strbuf_text(&s->text, s->text.size ? "; " : "");
    imsi_strbuf_text(&s->text, each->topic ? each->topic->id : "title");
    imsi_strbuf_text(&s->text, ": ");
    imsi_strbuf_text(&s->text, each->words);
  }
}

/* A document, with what is proposed from `first` on; returns the first proposal of the next. */
static size_t add_wide(suggesting *s, ims_entry entry, size_t first)
{
  imsi_table_row(s->table, IMS_ROW_NORMAL);
  set_field(s, W_ID, entry, IMS_FIELD_ID);
  set_field(s, W_TITLE, entry, IMS_FIELD_TITLE);
  set_field(s, W_KIND, entry, IMS_FIELD_KIND);
  set_field(s, W_TYPE, entry, IMS_FIELD_TYPE);
  set_field(s, W_SYSTEMS, entry, IMS_FIELD_SYSTEMS);
  size_t end = first;
  imsi_strbuf_clear(&s->text);
  for (; end < s->found.list.count && suggestion_at(s, end)->entry.index == entry.index; end++) {
    imsi_strbuf_text(&s->text, end > first ? ", " : "");
    imsi_name_reference(s->model, suggestion_at(s, end)->clause, &s->text);
  }
  if (end == first)
    return end;
  imsi_table_set_text(s->table, W_CLAUSES, &s->text);
  imsi_table_set(s->table, W_COVERAGE, ims_field_word(IMS_FIELD_COVERAGE, IMS_CLAIM_PROPOSED));
  name_reasons(s, first, end);
  imsi_table_set_text(s->table, W_WHY, &s->text);
  return end;
}

static void add_all_wide(suggesting *s)
{
  const ims_register *evidence = s->request->evidence;
  size_t next = 0;
  for (size_t i = 0; i < ims_register_count(evidence, IMS_ENTRY_DOCUMENT); i++) {
    const ims_entry entry = ims_register_entry(evidence, IMS_ENTRY_DOCUMENT, i);
    size_t claims;
    ims_entry_claims(evidence, entry, &claims);
    if (s->asked.all || !claims)
      next = add_wide(s, entry, next);
  }
}

/* ---- around the table ---- */

static void add_captions(suggesting *s)
{
  for (size_t i = 0; i < s->editions.count; i++) {
    imsi_strbuf_clear(&s->text);
    imsi_name_edition(IMSI_AT(const ims_edition *, &s->editions, i), &s->text);
    imsi_table_caption_text(s->table, &s->text);
  }
}

static void add_numbers(suggesting *s, const char *const pieces[], const size_t numbers[], size_t count)
{
  imsi_strbuf_clear(&s->text);
  for (size_t i = 0; i < count; i++) {
    imsi_strbuf_number(&s->text, numbers[i]);
    imsi_strbuf_text(&s->text, pieces[i]);
  }
  imsi_table_note_text(s->table, &s->text);
}

static void add_notes(suggesting *s)
{
  const imsi_suggestions *found = &s->found;
  size_t named = 0;
  for (size_t i = 0; i < found->list.count; i++)
    named += suggestion_at(s, i)->named;
  add_numbers(
      s,
      (const char *const[]){ found->documents == 1 ? " document looked at: " : " documents looked at: ",
                             found->list.count == 1 ? " clause proposed, none for " : " clauses proposed, none for ",
                             " of them." },
      (const size_t[]){ found->documents, found->list.count, found->silent }, 3);
  if (s->asked.all)
    add_numbers(s,
                (const char *const[]){ " of ", " proposals are named by their documents already; of ",
                                       " clauses that these documents name in these standards ",
                                       " are proposed, or something in or around them, which one proposal may do for "
                                       "several." },
                (const size_t[]){ named, found->list.count, found->named, found->named_again }, 4);
  imsi_table_note(s->table, "Proposals from words: read the document before you confirm one. Nothing that is proposed "
                            "counts in any report.");
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter,
                         ims_table **finished)
{
  suggesting s = { .model = model,
                   .request = request,
                   .reporter = reporter,
                   .editions = IMSI_VEC(const ims_edition *),
                   .asked = { .all = imsi_request_has(request, "all") },
                   .found = IMSI_SUGGESTIONS };
  ims_status status = imsi_request_check(&imsi_report_suggest, request, reporter);
  if (!status)
    status = take_least(&s);
  if (!status)
    status = take_editions(&s);
  if (!status)
    status = imsi_suggest(model, request->evidence, &s.asked, &s.found);
  if (!status) {
    const bool wide = request->form == IMS_FORM_WIDE;
    s.table = wide ? imsi_table_new("suggest", wide_columns, WIDE_COLUMNS)
                   : imsi_table_new("suggest", long_columns, LONG_COLUMNS);
    add_captions(&s);
    if (wide)
      add_all_wide(&s);
    for (size_t i = 0; !wide && i < s.found.list.count; i++)
      add_long(&s, suggestion_at(&s, i));
    add_notes(&s);
    status = imsi_table_end(s.table, finished);
  }
  imsi_suggestions_free(&s.found);
  imsi_vec_free(&s.editions);
  imsi_strbuf_free(&s.text);
  return status;
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_suggest = {
  .name = "suggest",
  .summary = "clauses that documents may serve, from their titles; proposals only",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .register_use = IMS_REGISTER_REQUIRED,
  .run = run,
};
