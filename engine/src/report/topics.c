/* Subjects on which organizations write policies: which clauses of which standards belong to each. */

#include "base/diag.h"
#include "base/try.h"
#include "ims/catalogue.h"
#include "query/table.h"
#include "report/common.h"
#include "report/registry.h"

#include <stdlib.h>
#include <string.h>

static const ims_param params[] = {
  { "topic", "ID", "one topic, with the words of its members", true, false, false },
};

/* ---- the members of a topic ---- */

enum { TOPIC, MEMBER, WORDS, FORCE, TITLE, VERDICT, STANDING, CONFIDENCE, BASIS, PLACE };

static const ims_column member_columns[] = {
  [TOPIC] = { "topic", "Topic", IMS_COLUMN_ID, false },
  [MEMBER] = { "member", "Member", IMS_COLUMN_ID, false },
  [WORDS] = { "words", "In our words", IMS_COLUMN_TEXT, false },
  [FORCE] = { "force", "Force", IMS_COLUMN_ID, false },
  [TITLE] = { "title", "Title", IMS_COLUMN_TEXT, true },
  [VERDICT] = { "verdict", "Verdict", IMS_COLUMN_ID, true },
  [STANDING] = { "standing", "Standing", IMS_COLUMN_ID, true },
  [CONFIDENCE] = { "confidence", "Confidence", IMS_COLUMN_ID, true },
  [BASIS] = { "basis", "Basis", IMS_COLUMN_ID, true },
  [PLACE] = { "place", "Place", IMS_COLUMN_ID, true },
};

static const ims_columns long_form = { member_columns, sizeof member_columns / sizeof *member_columns };

static const ims_columns *const long_forms[] = { &long_form };

static void add_member(const ims_model *model, imsi_table *table, const ims_topic *topic, ims_node member)
{
  imsi_strbuf text = { 0 };
  const char *force = ims_force_name(ims_node_force(model, member));
  imsi_table_row(table, IMS_ROW_NORMAL);
  imsi_table_set(table, TOPIC, topic->id);
  imsi_name_reference(model, member, &text);
  imsi_table_set_text(table, MEMBER, &text);
  imsi_strbuf_clear(&text);
  imsi_name_label(model, member, &text);
  imsi_table_set_text(table, WORDS, &text);
  imsi_table_set(table, FORCE, *force ? force : NULL);
  imsi_table_set(table, TITLE, topic->title);
  imsi_table_set(table, VERDICT, ims_topic_verdict_name(topic->verdict));
  imsi_table_set(table, STANDING, ims_standing_name(topic->said.standing));
  imsi_strbuf_clear(&text);
  if (topic->said.confidence >= 0)
    imsi_name_share(topic->said.confidence, &text);
  imsi_table_set_text(table, CONFIDENCE, &text);
  imsi_table_set(table, BASIS, *topic->said.basis ? topic->said.basis : NULL);
  imsi_strbuf_clear(&text);
  imsi_name_place(topic->pos, &text);
  imsi_table_set_text(table, PLACE, &text);
  imsi_strbuf_free(&text);
}

static void add_reservation(imsi_table *table)
{
  imsi_table_note(table, "A topic groups, it never relates: two of its members may have nothing in common. merge: one "
                         "document can serve all; merge-with-annex: with a part for each standard; separate: keep "
                         "them apart.");
}

static const ims_topic *find_topic(const ims_model *model, const char *id)
{
  for (size_t i = 0; i < ims_topic_count(model); i++)
    if (strcmp(ims_topic_at(model, i)->id, id) == 0)
      return ims_topic_at(model, i);
  return NULL;
}

static ims_status report_missing(const ims_model *model, const char *id, imsi_reporter *reporter)
{
  imsi_strbuf known = { 0 };
  for (size_t i = 0; i < ims_topic_count(model); i++) {
    imsi_strbuf_text(&known, i ? ", " : "");
    imsi_strbuf_text(&known, ims_topic_at(model, i)->id);
  }
  imsi_report(reporter, IMS_DIAG_NO_SUCH_TOPIC, (ims_pos){ NULL, 0, 0, NULL }, id,
              known.size ? imsi_strbuf_string(&known) : "none", NULL, NULL);
  imsi_strbuf_free(&known);
  return IMS_NOT_FOUND;
}

static ims_status show_topic(const ims_model *model, const char *id, imsi_reporter *reporter, ims_table **finished)
{
  const ims_topic *topic = find_topic(model, id);
  if (!topic)
    return report_missing(model, id, reporter);
  imsi_table *table =
      imsi_table_new(imsi_report_topics.name, member_columns, sizeof member_columns / sizeof *member_columns);
  imsi_strbuf caption = { 0 };
  imsi_strbuf_text(&caption, topic->title);
  imsi_strbuf_text(&caption, topic->verdict ? " (" : "");
  imsi_strbuf_text(&caption, ims_topic_verdict_name(topic->verdict));
  imsi_strbuf_text(&caption, topic->verdict ? ")" : "");
  imsi_table_caption_text(table, &caption);
  imsi_strbuf_free(&caption);
  for (size_t i = 0; i < topic->member_count; i++)
    add_member(model, table, topic, topic->members[i]);
  if (*topic->note)
    imsi_table_note(table, topic->note);
  add_reservation(table);
  return imsi_table_end(table, finished);
}

/* ---- all topics, an edition a column ---- */

enum { LIST_ID, LIST_TITLE, LIST_FIRST };

/* Marks the editions that some topic has a member in; returns their number. */
static size_t mark_editions(const ims_model *model, bool *used)
{
  size_t count = 0;
  for (size_t i = 0; i < ims_topic_count(model); i++) {
    const ims_topic *topic = ims_topic_at(model, i);
    for (size_t k = 0; k < topic->member_count; k++) {
      bool *mark = &used[ims_node_edition(model, topic->members[k])->index];
      count += !*mark;
      *mark = true;
    }
  }
  return count;
}

static void set_members(const ims_model *model, imsi_table *table, size_t column, const ims_topic *topic,
                        const ims_edition *edition)
{
  imsi_strbuf text = { 0 };
  for (size_t i = 0; i < topic->member_count; i++) {
    if (ims_node_edition(model, topic->members[i]) != edition)
      continue;
    imsi_strbuf_text(&text, text.size ? ", " : "");
    imsi_strbuf_text(&text, ims_node_name(model, topic->members[i]));
  }
  if (!text.size)
    imsi_strbuf_text(&text, "-");
  imsi_table_set_text(table, column, &text);
  imsi_strbuf_free(&text);
}

static void add_topics(const ims_model *model, imsi_table *table, const bool *used, size_t verdict_column)
{
  for (size_t i = 0; i < ims_topic_count(model); i++) {
    const ims_topic *topic = ims_topic_at(model, i);
    imsi_table_row(table, IMS_ROW_NORMAL);
    imsi_table_set(table, LIST_ID, topic->id);
    imsi_table_set(table, LIST_TITLE, topic->title);
    for (size_t e = 0, column = LIST_FIRST; e < ims_edition_count(model); e++)
      if (used[e])
        set_members(model, table, column++, topic, ims_edition_at(model, e));
    imsi_table_set(table, verdict_column, ims_topic_verdict_name(topic->verdict));
  }
}

static ims_status list_topics(const ims_model *model, ims_table **finished)
{
  bool *used = calloc(ims_edition_count(model) + 1, sizeof *used);
  if (!used)
    return IMS_NOMEM;
  const size_t width = LIST_FIRST + mark_editions(model, used) + 1;
  ims_column *columns = calloc(width, sizeof *columns);
  if (!columns) {
    free(used);
    return IMS_NOMEM;
  }
  columns[LIST_ID] = (ims_column){ "topic", "Topic", IMS_COLUMN_ID, false };
  columns[LIST_TITLE] = (ims_column){ "title", "Title", IMS_COLUMN_TEXT, false };
  for (size_t e = 0, column = LIST_FIRST; e < ims_edition_count(model); e++)
    if (used[e])
      columns[column++] =
          (ims_column){ ims_edition_at(model, e)->id, ims_edition_at(model, e)->id, IMS_COLUMN_TEXT, false };
  columns[width - 1] = (ims_column){ "verdict", "Verdict", IMS_COLUMN_ID, false };
  imsi_table *table = imsi_table_new(imsi_report_topics.name, columns, width);
  add_topics(model, table, used, width - 1);
  add_reservation(table);
  imsi_table_note(table, "- no clause of the standard belongs to the topic.");
  free(columns);
  free(used);
  return imsi_table_end(table, finished);
}

/* The long form has a member a row. */
static ims_status list_members(const ims_model *model, ims_table **finished)
{
  imsi_table *table =
      imsi_table_new(imsi_report_topics.name, member_columns, sizeof member_columns / sizeof *member_columns);
  for (size_t i = 0; i < ims_topic_count(model); i++)
    for (size_t k = 0; k < ims_topic_at(model, i)->member_count; k++)
      add_member(model, table, ims_topic_at(model, i), ims_topic_at(model, i)->members[k]);
  add_reservation(table);
  return imsi_table_end(table, finished);
}

static ims_status answer(const ims_model *model, const ims_request *request, imsi_reporter *reporter, ims_table **table)
{
  const char *id = imsi_request_value(request, "topic", 0);
  if (id)
    return show_topic(model, id, reporter, table);
  return request->form == IMS_FORM_LONG ? list_members(model, table) : list_topics(model, table);
}

static ims_status run(const ims_model *model, const ims_request *request, ims_diag_sink sink, ims_table **table)
{
  return imsi_report_answer(answer, model, request, sink, table);
}

const ims_report imsi_report_topics = {
  .name = "topics",
  .summary = "subjects on which one policy or procedure is usual, and their clauses in each standard",
  .params = params,
  .param_count = sizeof params / sizeof *params,
  .long_forms = long_forms,
  .long_form_count = sizeof long_forms / sizeof *long_forms,
  .run = run,
};
