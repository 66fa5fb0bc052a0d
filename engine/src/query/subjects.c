#include "query/subjects.h"

#include "base/try.h"

#include <stdlib.h>

/* What is known of a node; where its words and topics begin. */
typedef struct imsi_subject {
  uint32_t words, count, topics;
  bool known, has_topic;
} imsi_subject;

ims_status imsi_subjects_init(imsi_subjects *subjects, const ims_model *model)
{
  *subjects = (imsi_subjects){ .model = model, .words = IMSI_VEC(imsi_word), .topics = IMSI_VEC(bool) };
  subjects->nodes = calloc(ims_node_count(model) + 1, sizeof *subjects->nodes);
  return subjects->nodes ? IMS_OK : IMS_NOMEM;
}

void imsi_subjects_free(imsi_subjects *subjects)
{
  free(subjects->nodes);
  imsi_vec_free(&subjects->words);
  imsi_vec_free(&subjects->topics);
}

bool imsi_subjects_is_kind(imsi_word word)
{
  static const char kinds[] =
      "plan policy policies procedure process record report requirement control management system service information";
  return imsi_word_in(kinds, word);
}

/* ---- a node ---- */

static ims_status add_words(imsi_subjects *s, imsi_subject *subject, const char *text)
{
  for (imsi_word word; imsi_word_next(&text, &word);) {
    bool there = imsi_subjects_is_kind(word);
    for (size_t i = subject->words; !there && i < s->words.count; i++)
      there = imsi_word_same(IMSI_AT(imsi_word, &s->words, i), word);
    if (!there)
      IMS_TRY(imsi_vec_push(&s->words, &word));
  }
  return IMS_OK;
}

static bool is_of(const ims_model *model, const ims_topic *topic, ims_node node)
{
  for (size_t i = 0; i < topic->member_count; i++)
    if (ims_node_is_in(model, node, topic->members[i]) || ims_node_is_in(model, topic->members[i], node))
      return true;
  return false;
}

ims_status imsi_subjects_look(imsi_subjects *subjects, ims_node node)
{
  const ims_model *model = subjects->model;
  imsi_subject *subject = &subjects->nodes[node.index];
  if (subject->known)
    return IMS_OK;
  subject->words = (uint32_t)subjects->words.count;
  subject->topics = (uint32_t)subjects->topics.count;
  IMS_TRY(add_words(subjects, subject, ims_node_get(model, ims_node_clause(model, node)).text));
  for (uint32_t i = node.index; i < ims_node_count(model) && ims_node_is_in(model, (ims_node){ i }, node); i++)
    IMS_TRY(add_words(subjects, subject, ims_node_get(model, (ims_node){ i }).text));
  for (size_t i = 0; i < ims_topic_count(model); i++) {
    const bool of = is_of(model, ims_topic_at(model, i), node);
    subject->has_topic = subject->has_topic || of;
    IMS_TRY(imsi_vec_push(&subjects->topics, &of));
  }
  subject->count = (uint32_t)subjects->words.count - subject->words;
  subject->known = true;
  return IMS_OK;
}

/* ---- questions ---- */

bool imsi_subjects_share(const imsi_subjects *subjects, const char *title, ims_node node)
{
  const imsi_subject *subject = &subjects->nodes[node.index];
  for (imsi_word word; imsi_word_next(&title, &word);)
    for (uint32_t i = 0; i < subject->count; i++)
      if (imsi_word_same(IMSI_AT(const imsi_word, &subjects->words, subject->words + i), word))
        return true;
  return false;
}

bool imsi_subjects_is_of(const imsi_subjects *subjects, ims_node node, size_t topic)
{
  return IMSI_AT(const bool, &subjects->topics, subjects->nodes[node.index].topics + topic);
}

bool imsi_subjects_has_topic(const imsi_subjects *subjects, ims_node node)
{
  return subjects->nodes[node.index].has_topic;
}
